//! The Merkle tree over readings and over coupons: positional, SHA-256, leaves and nodes told apart by a prefix.
//!
//! Leaf = SHA-256(0x00 || bytes), node = SHA-256(0x01 || left || right); an odd node is carried up unchanged.

use soroban_sdk::{Bytes, BytesN, Env, Vec};

/// What a leaf's bytes begin with before they are hashed. It keeps a leaf from passing as a node.
pub const LEAF_PREFIX: u8 = 0;

/// What a node's two children are hashed after.
const NODE_PREFIX: u8 = 1;

/// Where the children lie in what is hashed, and how long that is.
const LEFT: usize = 1;
const RIGHT: usize = LEFT + 32;
const NODE_BYTES: usize = RIGHT + 32;

/// A leaf's, a node's or the root's.
pub type Hash = [u8; 32];

/// The hash of a leaf.
pub fn leaf(e: &Env, bytes: &Bytes) -> BytesN<32> {
    let mut prefixed = Bytes::from_array(e, &[LEAF_PREFIX]);
    prefixed.append(bytes);
    e.crypto().sha256(&prefixed).to_bytes()
}

/// The hash of a node over its two children.
pub fn node(e: &Env, left: &BytesN<32>, right: &BytesN<32>) -> BytesN<32> {
    let mut bytes = [NODE_PREFIX; NODE_BYTES];
    bytes[LEFT..RIGHT].copy_from_slice(&left.to_array());
    bytes[RIGHT..].copy_from_slice(&right.to_array());
    e.crypto().sha256(&Bytes::from_array(e, &bytes)).to_bytes()
}

/// Whether `bytes` stand at `index` in the tree of `count` leaves with that root. The number of siblings must fit index
/// and count exactly, so that each leaf has one proof.
pub fn verify(e: &Env, root: &BytesN<32>, bytes: &Bytes, index: u32, count: u32, siblings: &Vec<BytesN<32>>) -> bool {
    if index >= count {
        return false;
    }
    let mut hash = leaf(e, bytes);
    let mut rest = siblings.iter();
    let (mut at, mut width) = (index, count);
    while width > 1 {
        let carried_up = at % 2 == 0 && at == width - 1;
        if !carried_up {
            let Some(sibling) = rest.next() else {
                return false;
            };
            hash = if at % 2 == 0 { node(e, &hash, &sibling) } else { node(e, &sibling, &hash) };
        }
        at /= 2;
        width = width.div_ceil(2);
    }
    rest.next().is_none() && hash == *root
}

/// A leaf of several that are proven together; then a node above some of them.
#[derive(Clone, Copy)]
pub struct Place {
    /// Where it stands on its level, from 0.
    pub at: u32,
    pub hash: Hash,
    /// Which leaf lends its siblings to this place...
    pub lender: u32,
    /// ...and how many of those lie below it.
    pub below: u32,
}

impl Place {
    /// A place that nothing stands at yet.
    pub const NONE: Self = Self { at: 0, hash: [0; 32], lender: 0, below: 0 };

    /// The leaf that stands at `index`, by itself.
    pub const fn leaf(index: u32, hash: Hash, lender: u32) -> Self {
        Self { at: index, hash, lender, below: 0 }
    }
}

/// Whether all leaves stand where they say in the tree of `count` leaves with that root: each node above them is hashed
/// once. `places` are the leaves in ascending order, each index once; they are used up. `sibling(lender, nth)` is the nth
/// sibling of a leaf's own proof, leaf's level first; of the leaves below a node the first one's is asked for, and only
/// where the sibling is above none of the leaves. So all but the first leaf's proofs can mostly be left out.
///
/// False for no leaf at all, and where leaves are not in order.
pub fn verify_together(
    e: &Env,
    root: &BytesN<32>,
    count: u32,
    places: &mut [Place],
    sibling: impl Fn(u32, u32) -> Option<BytesN<32>>,
) -> bool {
    let is_ascending = places.windows(2).all(|pair| pair[0].at < pair[1].at);
    if !is_ascending || places.last().is_none_or(|last| last.at >= count) {
        return false;
    }
    let (mut len, mut width, mut node) = (places.len(), count, [NODE_PREFIX; NODE_BYTES]);
    while width > 1 {
        let (mut from, mut to) = (0, 0);
        while from < len {
            let Place { at, lender, below, .. } = places[from];
            let carried_up = at % 2 == 0 && at == width - 1;
            if carried_up {
                places[to] = places[from];
            } else {
                let (own, beside) = if at % 2 == 0 { (LEFT, RIGHT) } else { (RIGHT, LEFT) };
                node[own..own + 32].copy_from_slice(&places[from].hash);
                if places[..len].get(from + 1).is_some_and(|next| next.at == at ^ 1) {
                    from += 1;
                    node[beside..beside + 32].copy_from_slice(&places[from].hash);
                } else if let Some(sibling) = sibling(lender, below) {
                    node[beside..beside + 32].copy_from_slice(&sibling.to_array());
                } else {
                    return false;
                }
                let hash = e.crypto().sha256(&Bytes::from_array(e, &node)).to_array();
                places[to] = Place { at, hash, lender, below: below + 1 };
            }
            places[to].at /= 2;
            from += 1;
            to += 1;
        }
        len = to;
        width = width.div_ceil(2);
    }
    places[0].hash == root.to_array()
}

#[cfg(test)]
mod test {
    extern crate std;
    use super::*;
    use soroban_sdk::vec;
    use std::vec::Vec as StdVec;

    /// Levels of the tree, leaves first: the definition, written without regard to cost.
    fn levels(e: &Env, leaves: &[Bytes]) -> StdVec<StdVec<BytesN<32>>> {
        let mut all = StdVec::from([leaves.iter().map(|bytes| leaf(e, bytes)).collect::<StdVec<_>>()]);
        while all[all.len() - 1].len() > 1 {
            let level = all[all.len() - 1]
                .chunks(2)
                .map(|pair| if pair.len() == 2 { node(e, &pair[0], &pair[1]) } else { pair[0].clone() })
                .collect();
            all.push(level);
        }
        all
    }

    fn proof(e: &Env, levels: &[StdVec<BytesN<32>>], index: usize) -> Vec<BytesN<32>> {
        let mut siblings = vec![e];
        for (height, level) in levels[..levels.len() - 1].iter().enumerate() {
            if let Some(sibling) = level.get((index >> height) ^ 1) {
                siblings.push_back(sibling.clone());
            }
        }
        siblings
    }

    fn leaves(e: &Env, count: usize) -> StdVec<Bytes> {
        (0..count).map(|n| Bytes::from_array(e, &[n as u8, 0xab, n as u8])).collect()
    }

    #[test]
    fn every_leaf_of_every_small_tree_verifies_at_its_place_only() {
        let e = Env::default();
        for count in 1..=9 {
            let leaves = leaves(&e, count);
            let levels = levels(&e, &leaves);
            let root = &levels[levels.len() - 1][0];
            for (index, bytes) in leaves.iter().enumerate() {
                let siblings = proof(&e, &levels, index);
                for claimed in 0..count {
                    let found = verify(&e, root, bytes, claimed as u32, count as u32, &siblings);
                    assert_eq!(found, claimed == index, "leaf {index} claimed at {claimed} of {count}");
                }
                assert!(!verify(&e, root, bytes, count as u32, count as u32, &siblings));
            }
        }
    }

    #[test]
    fn a_proof_with_a_sibling_more_or_less_is_refused() {
        let e = Env::default();
        let leaves = leaves(&e, 5);
        let levels = levels(&e, &leaves);
        let root = &levels[levels.len() - 1][0];
        let mut siblings = proof(&e, &levels, 1);
        siblings.push_back(root.clone());
        assert!(!verify(&e, root, &leaves[1], 1, 5, &siblings));
        siblings.pop_back();
        assert!(verify(&e, root, &leaves[1], 1, 5, &siblings));
        siblings.pop_back();
        assert!(!verify(&e, root, &leaves[1], 1, 5, &siblings));
    }

    /// Whether these leaves of a tree pass together, each with a proof of at most so many siblings.
    fn together(e: &Env, levels: &[StdVec<BytesN<32>>], indexes: &[u32], hashes: &[Hash], kept: &[u32]) -> bool {
        let mut places: StdVec<Place> =
            (0..).zip(indexes).zip(hashes).map(|((n, index), hash)| Place::leaf(*index, *hash, n)).collect();
        let kept_of = |(at, kept): (&u32, &u32)| {
            let whole = proof(e, levels, *at as usize);
            whole.slice(..whole.len().min(*kept))
        };
        let proofs: StdVec<Vec<BytesN<32>>> = indexes.iter().zip(kept).map(kept_of).collect();
        let root = &levels[levels.len() - 1][0];
        let count = u32::try_from(levels[0].len()).unwrap();
        verify_together(e, root, count, &mut places, |lender, nth| proofs[lender as usize].get(nth))
    }

    // Every choice of leaves of every small tree: true together, and no longer once any one of them is another.
    #[test]
    fn any_leaves_are_proven_together_and_none_of_them_can_be_another() {
        let e = Env::default();
        e.cost_estimate().budget().reset_unlimited();
        let whole = [u32::MAX; 8];
        for count in 1..=8_usize {
            let levels = levels(&e, &leaves(&e, count));
            for chosen in 1_u32..1 << count {
                let indexes: StdVec<u32> = (0..8).filter(|at| chosen & 1 << at != 0).collect();
                let mut hashes: StdVec<Hash> = indexes.iter().map(|at| levels[0][*at as usize].to_array()).collect();
                assert!(together(&e, &levels, &indexes, &hashes, &whole), "{chosen:b} of {count}");
                for at in 0..hashes.len() {
                    hashes[at][31] ^= 1;
                    assert!(
                        !together(&e, &levels, &indexes, &hashes, &whole),
                        "{chosen:b} of {count}, {at} is another"
                    );
                    hashes[at][31] ^= 1;
                }
            }
        }
    }

    #[test]
    fn leaves_out_of_order_twice_or_beyond_the_tree_are_no_proof() {
        let e = Env::default();
        let levels = levels(&e, &leaves(&e, 5));
        let hash = |at: usize| levels[0][at].to_array();
        let whole = [3, 3];
        assert!(together(&e, &levels, &[1, 2], &[hash(1), hash(2)], &whole));
        assert!(!together(&e, &levels, &[2, 1], &[hash(2), hash(1)], &whole));
        assert!(!together(&e, &levels, &[1, 1], &[hash(1), hash(1)], &whole));
        assert!(!together(&e, &levels, &[1, 5], &[hash(1), hash(2)], &whole));
        assert!(!together(&e, &levels, &[], &[], &[]));
    }

    #[test]
    fn what_other_leaves_say_need_not_be_sent_and_what_nobody_says_must() {
        let e = Env::default();
        let levels = levels(&e, &leaves(&e, 7));
        let hashes: StdVec<Hash> = levels[0].iter().map(BytesN::to_array).collect();
        assert!(together(&e, &levels, &[0, 1, 2, 3, 4, 5, 6], &hashes, &[0; 7]), "all leaves prove themselves");
        assert!(together(&e, &levels, &[4, 5], &hashes[4..6], &[3, 0]), "the first one lends to both");
        assert!(!together(&e, &levels, &[4, 5], &hashes[4..6], &[2, 3]), "only the first one does");
        assert!(together(&e, &levels, &[1, 2], &hashes[1..3], &[3, 1]), "a sibling below where they meet is its own");
        assert!(!together(&e, &levels, &[1, 2], &hashes[1..3], &[3, 0]));
    }

    #[test]
    fn a_node_does_not_pass_as_a_leaf() {
        let e = Env::default();
        let leaves = leaves(&e, 2);
        let levels = levels(&e, &leaves);
        let mut inner = Bytes::from(levels[0][0].clone());
        inner.append(&levels[0][1].clone().into());
        assert!(!verify(&e, &levels[1][0], &inner, 0, 1, &vec![&e]));
    }

    // Computed with another implementation of SHA-256: SHA-256(00 || "a"), SHA-256(01 || leaf(a) || leaf(b)).
    #[test]
    fn hashes_are_the_published_ones() {
        let e = Env::default();
        let a = leaf(&e, &Bytes::from_slice(&e, b"a"));
        let b = leaf(&e, &Bytes::from_slice(&e, b"b"));
        assert_eq!(a.to_array(), LEAF_A);
        assert_eq!(node(&e, &a, &b).to_array(), NODE_AB);
    }
    #[rustfmt::skip]
    const LEAF_A: [u8; 32] = [
        0x02, 0x2a, 0x69, 0x79, 0xe6, 0xda, 0xb7, 0xaa, 0x5a, 0xe4, 0xc3, 0xe5, 0xe4, 0x5f, 0x7e, 0x97,
        0x71, 0x12, 0xa7, 0xe6, 0x35, 0x93, 0x82, 0x0d, 0xbe, 0xc1, 0xec, 0x73, 0x8a, 0x24, 0xf9, 0x3c,
    ];

    #[rustfmt::skip]
    const NODE_AB: [u8; 32] = [
        0xb1, 0x37, 0x98, 0x5f, 0xf4, 0x84, 0xfb, 0x60, 0x0d, 0xb9, 0x31, 0x07, 0xc7, 0x7b, 0x03, 0x65,
        0xc8, 0x0d, 0x78, 0xf5, 0xb4, 0x29, 0xde, 0xd0, 0xfd, 0x97, 0x36, 0x1d, 0x07, 0x79, 0x99, 0xeb,
    ];

    fn bytes(hex: &serde_json::Value) -> StdVec<u8> {
        let hex = hex.as_str().unwrap();
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
    }

    // The engine's own vectors: trees that it built, proofs that it made.
    #[test]
    fn the_engine_s_proofs_verify() {
        let vectors: serde_json::Value =
            serde_json::from_str(include_str!("../../../packages/domain/vectors/merkle.json")).unwrap();
        let mut verified = 0;
        for tree in vectors["trees"].as_array().unwrap() {
            let e = Env::default();
            let count = u32::try_from(tree["count"].as_u64().unwrap()).unwrap();
            let root = BytesN::from_array(&e, &bytes(&tree["root"]).try_into().unwrap());
            for proof in tree["proofs"].as_array().unwrap() {
                let index = u32::try_from(proof["index"].as_u64().unwrap()).unwrap();
                let leaf = Bytes::from_slice(&e, &bytes(&tree["leaves"][index as usize]));
                let mut siblings = vec![&e];
                for sibling in proof["siblings"].as_array().unwrap() {
                    siblings.push_back(BytesN::from_array(&e, &bytes(sibling).try_into().unwrap()));
                }
                assert!(verify(&e, &root, &leaf, index, count, &siblings), "leaf {index} of {count}");
                verified += 1;
            }
        }
        assert!(verified > 20, "{verified} proofs");
    }
}
