//! The Merkle tree over readings and over coupons: positional, SHA-256, leaves and nodes told apart by a prefix.
//!
//! Leaf = SHA-256(0x00 || bytes), node = SHA-256(0x01 || left || right); an odd node is carried up unchanged.

use soroban_sdk::{Bytes, BytesN, Env, Vec};

/// The hash of a leaf. The prefix keeps a leaf from passing as a node.
pub fn leaf(e: &Env, bytes: &Bytes) -> BytesN<32> {
    let mut prefixed = Bytes::from_array(e, &[0]);
    prefixed.append(bytes);
    e.crypto().sha256(&prefixed).to_bytes()
}

/// The hash of a node over its two children.
pub fn node(e: &Env, left: &BytesN<32>, right: &BytesN<32>) -> BytesN<32> {
    let mut bytes = [1_u8; 65];
    bytes[1..33].copy_from_slice(&left.to_array());
    bytes[33..].copy_from_slice(&right.to_array());
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
