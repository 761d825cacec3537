//! Proofs of many leaves of one tree, with the nodes that they share hashed once.

use heliobond_common::merkle;
use soroban_sdk::{Bytes, BytesN, Env, Vec};

/// Levels of a tree of 2^32 leaves.
const LEVELS: usize = 33;

/// A node that is proven to be in the tree, and its sibling, which is proven with it.
#[derive(Clone)]
struct Known {
    at: u32,
    node: BytesN<32>,
    /// `None` where an odd node is carried up.
    sibling: Option<BytesN<32>>,
}

/// What the leaves proven so far say of the tree: one node and its sibling on each level, up to the root.
pub struct Path<'a> {
    root: &'a BytesN<32>,
    count: u32,
    known: [Option<Known>; LEVELS],
}

impl<'a> Path<'a> {
    /// Of a tree of so many leaves with that root, of which nothing is proven yet.
    pub fn new(root: &'a BytesN<32>, count: u32) -> Self {
        Self { root, count, known: [const { None }; LEVELS] }
    }

    /// Whether `bytes` stand at `index`. Hashes up to the first node that an earlier leaf has proven: what `siblings` hold
    /// beyond that is not looked at. The first leaf's siblings must fit index and count exactly.
    pub fn proves(&mut self, e: &Env, bytes: &Bytes, index: u32, siblings: &Vec<BytesN<32>>) -> bool {
        if index >= self.count {
            return false;
        }
        let mut hash = merkle::leaf(e, bytes);
        let mut rest = siblings.iter();
        let (mut at, mut width) = (index, self.count);
        let mut fresh = [const { None }; LEVELS];
        let mut level = 0;
        while width > 1 {
            match &self.known[level] {
                Some(known) if known.at == at => return self.learn(fresh, level, hash == known.node),
                Some(Known { at: beside, sibling: Some(sibling), .. }) if beside ^ 1 == at => {
                    let is_same = hash == *sibling;
                    return self.learn(fresh, level, is_same);
                }
                _ => (),
            }
            let carried_up = at % 2 == 0 && at == width - 1;
            let sibling = if carried_up { None } else { rest.next() };
            let above = match &sibling {
                Some(sibling) if at % 2 == 0 => merkle::node(e, &hash, sibling),
                Some(sibling) => merkle::node(e, sibling, &hash),
                None if carried_up => hash.clone(),
                None => return false,
            };
            fresh[level] = Some(Known { at, node: hash, sibling });
            hash = above;
            at /= 2;
            width = width.div_ceil(2);
            level += 1;
        }
        let is_root = rest.next().is_none() && hash == *self.root;
        self.learn(fresh, level, is_root)
    }

    /// Keeps what is new below `level`, if it is proven.
    fn learn(&mut self, mut fresh: [Option<Known>; LEVELS], level: usize, is_proven: bool) -> bool {
        if is_proven {
            for (known, fresh) in self.known.iter_mut().zip(&mut fresh).take(level) {
                *known = fresh.take();
            }
        }
        is_proven
    }
}

#[cfg(test)]
mod test {
    extern crate std;
    use super::*;
    use crate::test::{env, Chance};
    use std::vec::Vec as StdVec;

    fn levels(e: &Env, leaves: &[Bytes]) -> StdVec<StdVec<BytesN<32>>> {
        let mut all = StdVec::from([leaves.iter().map(|bytes| merkle::leaf(e, bytes)).collect::<StdVec<_>>()]);
        while all[all.len() - 1].len() > 1 {
            let above = all[all.len() - 1].chunks(2).map(|pair| match pair {
                [left, right] => merkle::node(e, left, right),
                odd => odd[0].clone(),
            });
            let above = above.collect();
            all.push(above);
        }
        all
    }

    // Whatever was proven before, true or tried: a leaf passes exactly where the plain verifier lets it pass.
    #[test]
    fn leaves_in_any_order_are_proven_as_if_each_came_alone() {
        let e = env();
        let mut chance = Chance(0x2545_f491_4f6c_dd1d);
        let (mut passed, mut refused) = (0, 0);
        for count in 1..=21_u32 {
            let leaves: StdVec<Bytes> =
                (0..count).map(|n| Bytes::from_array(&e, &[u8::try_from(n).unwrap(), 7])).collect();
            let levels = levels(&e, &leaves);
            let root = levels[levels.len() - 1][0].clone();
            let mut path = Path::new(&root, count);
            for _ in 0..60 {
                let index = u32::try_from(chance.below(count as usize)).unwrap();
                let mut siblings = Vec::new(&e);
                for (height, level) in levels[..levels.len() - 1].iter().enumerate() {
                    if let Some(sibling) = level.get((index as usize >> height) ^ 1) {
                        siblings.push_back(sibling.clone());
                    }
                }
                let claimed = if chance.one_in(4) { chance.below(count as usize + 2) as u32 } else { index };
                let bytes =
                    if chance.one_in(4) { &leaves[chance.below(leaves.len())] } else { &leaves[index as usize] };
                let alone = merkle::verify(&e, &root, bytes, claimed, count, &siblings);
                let found = path.proves(&e, bytes, claimed, &siblings);
                // A leaf that stands where it says passes by an earlier leaf's proof, whatever its own is.
                let stands = leaves.get(claimed as usize) == Some(bytes);
                assert!(!alone || found, "what is true is not refused");
                assert!(!found || stands, "what is false never passes");
                passed += u32::from(found);
                refused += u32::from(!found);
            }
        }
        assert!(passed > 500 && refused > 100, "{passed} {refused}");
    }

    #[test]
    fn the_first_proof_has_no_sibling_more_or_less() {
        let e = env();
        let leaves: StdVec<Bytes> = (0..5_u8).map(|n| Bytes::from_array(&e, &[n])).collect();
        let levels = levels(&e, &leaves);
        let root = &levels[levels.len() - 1][0];
        let mut siblings = Vec::from_array(&e, [levels[0][0].clone(), levels[1][1].clone(), levels[2][1].clone()]);
        siblings.push_back(root.clone());
        assert!(!Path::new(root, 5).proves(&e, &leaves[1], 1, &siblings));
        siblings.pop_back();
        assert!(Path::new(root, 5).proves(&e, &leaves[1], 1, &siblings));
        siblings.pop_back();
        assert!(!Path::new(root, 5).proves(&e, &leaves[1], 1, &siblings));
        assert!(!Path::new(root, 0).proves(&e, &leaves[0], 0, &Vec::new(&e)));
    }
}
