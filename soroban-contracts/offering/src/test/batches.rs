//! Many leaves in one call: proven together where they can be, each alone where not.

extern crate std;

use super::fixture::{period, World, UNIT};
use super::tree::Tree;
use crate::storage;
use crate::types::Leaf;
use soroban_sdk::{Address, Bytes, Vec};

const EACH: i128 = 100 * UNIT;
const COUNT: u32 = 120;

/// A coupon of 120 leaves of 100 units each, all of one wallet, funded.
fn funded() -> (World, Tree) {
    let world = World::live();
    world.earn(0, 11_000 * UNIT);
    world.at(period(1).record + 1);
    let lines: std::vec::Vec<(Address, i128)> = (0..COUNT).map(|_| (world.wallet(50), EACH)).collect();
    let tree = world.propose(1, &lines, 0);
    world.attest(1, &tree);
    world.at(period(1).pay);
    world.offering.fund_coupon(&1);
    (world, tree)
}

/// The leaf with the first siblings of its proof only.
fn trimmed(leaf: Leaf, siblings: u32) -> Leaf {
    Leaf { proof: leaf.proof.slice(..siblings), ..leaf }
}

/// How many siblings each of some leaves must bring, so that together they prove themselves.
fn needed(indexes: &[u32], count: u32) -> std::vec::Vec<u32> {
    let mut needed = std::vec![0; indexes.len()];
    let mut nodes: std::vec::Vec<(u32, usize, u32)> = indexes.iter().zip(0..).map(|(at, n)| (*at, n, 0)).collect();
    let mut width = count;
    while width > 1 {
        let (mut above, mut rest) = (std::vec::Vec::new(), nodes.iter().peekable());
        while let Some((at, lender, below)) = rest.next() {
            let is_odd_one = at % 2 == 0 && *at == width - 1;
            let is_beside = rest.next_if(|(next, ..)| *next == at ^ 1).is_some();
            if !is_beside && !is_odd_one {
                needed[*lender] = below + 1;
            }
            above.push((at / 2, *lender, below + u32::from(!is_odd_one)));
        }
        (nodes, width) = (above, width.div_ceil(2));
    }
    needed
}

#[test]
fn leaves_in_order_need_hardly_a_proof() {
    let (world, tree) = funded();
    let e = &world.e;
    // 70 leaves are two groups.
    let indexes: std::vec::Vec<u32> = (20..90).collect();
    let (mut batch, mut sent) = (Vec::new(e), 0);
    for group in indexes.chunks(64) {
        for (index, siblings) in group.iter().zip(needed(group, COUNT)) {
            batch.push_back(trimmed(tree.leaf(e, *index), siblings));
            sent += siblings;
        }
    }
    assert!(sent < 40, "{sent} siblings, of 490");
    assert_eq!(world.offering.pay_claims(&1, &batch).iter().sum::<i128>(), 70 * EACH);
    assert_eq!(world.offering.pay_claims(&1, &batch).iter().sum::<i128>(), 0, "once");
    world.assert_whole();
}

#[test]
fn a_proof_that_nobody_brings_proves_nothing() {
    let (world, tree) = funded();
    let e = &world.e;
    let bare = Vec::from_array(e, [4, 5, 6].map(|index| trimmed(tree.leaf(e, index), 0)));
    assert_eq!(world.offering.pay_claims(&1, &bare), Vec::from_array(e, [0; 3]));
    // The first one's own proof lacks the sibling that only the last one's pair has.
    let mut batch = Vec::from_array(e, [tree.leaf(e, 4), trimmed(tree.leaf(e, 5), 0), trimmed(tree.leaf(e, 6), 0)]);
    assert_eq!(world.offering.pay_claims(&1, &batch), Vec::from_array(e, [EACH, 0, 0]), "alone the first one stands");
    batch.set(2, trimmed(tree.leaf(e, 6), 1));
    assert_eq!(world.offering.pay_claims(&1, &batch), Vec::from_array(e, [0, EACH, EACH]), "it is paid, and proves");
    world.assert_whole();
}

#[test]
fn a_wrong_leaf_in_a_batch_gets_nothing_and_the_others_their_due() {
    let (world, tree) = funded();
    let e = &world.e;
    let right = |index| tree.leaf(e, index);
    let stranger = world.wallet(51);
    let batch = Vec::from_array(
        e,
        [
            right(0),
            Leaf { amount: EACH + 1, ..right(1) },
            Leaf { holder: stranger.clone(), ..right(2) },
            Leaf { index: 4, ..right(3) },
            right(5),
            right(5),
            right(3),
            Leaf { index: COUNT, ..right(7) },
            Leaf { index: u32::MAX, ..right(7) },
            trimmed(right(8), 6),
        ],
    );
    let paid = world.offering.pay_claims(&1, &batch);
    assert_eq!(paid, Vec::from_array(e, [EACH, 0, 0, 0, EACH, 0, EACH, 0, 0, 0]));
    assert_eq!(world.usd.balance(&stranger), 0);
    world.assert_whole();
}

#[test]
fn what_an_earlier_build_noted_is_understood() {
    let (world, tree) = funded();
    let e = &world.e;
    // An entry of 128 bytes: leaf 1 paid whole; leaf 2 in part, of which the entry said nothing.
    e.as_contract(&world.offering.address, || {
        let mut bits = [0; 128];
        bits[0] = 0b10;
        storage::set_whole(e, 1, 0, &Bytes::from_array(e, &bits));
        storage::set_part(e, 1, 2, Some(30 * UNIT));
    });
    assert_eq!([1, 2, 3].map(|index| world.offering.claimed(&1, &index)), [i128::MAX, 30 * UNIT, 0]);
    let batch = Vec::from_array(e, [1, 2, 3].map(|index| tree.leaf(e, index)));
    assert_eq!(world.offering.pay_claims(&1, &batch), Vec::from_array(e, [0, 70 * UNIT, EACH]));
    assert_eq!([1, 2, 3].map(|index| world.offering.claimed(&1, &index)), [i128::MAX; 3]);
    assert_eq!(world.offering.claim(&1, &tree.leaf(e, 4)), EACH, "and the entry goes on in today's form");
}
