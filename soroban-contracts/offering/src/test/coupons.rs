extern crate std;

use super::fixture::{account, period, World, DAY, UNIT};
use super::tree::Tree;
use crate::error::OfferingError;
use crate::types::Leaf;
use soroban_sdk::testutils::Address as _;
use soroban_sdk::{vec, Address, BytesN, Vec};
use std::vec::Vec as StdVec;

#[test]
fn a_coupon_is_proposed_attested_funded_and_claimed_once() {
    let world = World::live();
    world.earn(0, 11_000 * UNIT);
    let tree = world.due_coupon(1);
    let [alice, _, _] = world.holders();
    world.e.set_auths(&[]);
    assert_eq!(world.offering.fund_coupon(&1), 12_000 * UNIT);
    assert_eq!(world.offering.buckets().coupons_unclaimed, 12_000 * UNIT);

    let leaf = tree.leaf(&world.e, 0);
    let before = world.usd.balance(&alice);
    assert_eq!(world.offering.claim(&1, &leaf), 6_000 * UNIT);
    assert_eq!(world.usd.balance(&alice), before + 6_000 * UNIT);
    assert_eq!(world.offering.claimed(&1, &0), i128::MAX);
    assert_eq!(world.offering.try_claim(&1, &leaf), Err(Ok(OfferingError::NothingToClaim)));
    world.assert_whole();

    let paid = world.offering.pay_claims(&1, &tree.leaves(&world.e));
    assert_eq!(paid, vec![&world.e, 0, 4_500 * UNIT, 1_500 * UNIT]);
    assert_eq!(world.offering.pay_claims(&1, &tree.leaves(&world.e)), vec![&world.e, 0, 0, 0]);
    assert_eq!(world.offering.buckets().coupons_unclaimed, 0);
    assert_eq!(world.offering.coupon(&1).paid, 12_000 * UNIT);
    assert_eq!(world.offering.try_fund_coupon(&1), Err(Ok(OfferingError::AlreadyFunded)));
    world.assert_whole();
}

#[test]
fn a_leaf_counts_once_in_a_batch() {
    let world = World::live();
    world.earn(0, 11_000 * UNIT);
    let tree = world.due_coupon(1);
    world.offering.fund_coupon(&1);
    let twice = vec![&world.e, tree.leaf(&world.e, 1), tree.leaf(&world.e, 1)];
    assert_eq!(world.offering.pay_claims(&1, &twice), vec![&world.e, 4_500 * UNIT, 0]);
    world.assert_whole();
}

#[test]
fn a_wrong_leaf_gets_nothing() {
    let world = World::live();
    world.earn(0, 11_000 * UNIT);
    let tree = world.due_coupon(1);
    world.offering.fund_coupon(&1);
    let good = tree.leaf(&world.e, 0);
    let thief = account(&world.e, 66);
    world.fund(&thief, 0);
    let mut wrong = StdVec::from([
        Leaf { holder: thief, ..good.clone() },
        Leaf { amount: good.amount + 1, ..good.clone() },
        Leaf { index: 1, ..good.clone() },
        Leaf { index: 3, ..good.clone() },
        Leaf { proof: Vec::new(&world.e), ..good.clone() },
    ]);
    for leaf in &wrong {
        assert_eq!(world.offering.try_claim(&1, leaf), Err(Ok(OfferingError::BadProof)));
    }
    let negative = Leaf { amount: -1, ..good.clone() };
    assert_eq!(world.offering.try_claim(&1, &negative), Err(Ok(OfferingError::NothingToClaim)));
    wrong.push(good);
    let batch = Vec::from_slice(&world.e, &wrong);
    assert_eq!(world.offering.pay_claims(&1, &batch), vec![&world.e, 0, 0, 0, 0, 0, 6_000 * UNIT]);
    world.assert_whole();
}

#[test]
fn a_leaf_of_another_coupon_counts_nowhere_else() {
    let world = World::live();
    world.earn(0, 11_000 * UNIT);
    let first = world.due_coupon(1);
    world.offering.fund_coupon(&1);
    world.earn(0, 13_000 * UNIT);
    let second = world.due_coupon(2);
    world.offering.fund_coupon(&2);
    assert_eq!(world.offering.try_claim(&2, &first.leaf(&world.e, 0)), Err(Ok(OfferingError::BadProof)));
    assert_eq!(world.offering.claim(&2, &second.leaf(&world.e, 0)), 6_000 * UNIT);
    assert_eq!(world.offering.claim(&1, &first.leaf(&world.e, 0)), 6_000 * UNIT);
}

#[test]
fn a_frozen_line_blocks_nobody_and_is_paid_later() {
    let world = World::live();
    world.earn(0, 11_000 * UNIT);
    let tree = world.due_coupon(1);
    world.offering.fund_coupon(&1);
    let [alice, bob, _] = world.holders();
    world.usd_admin.set_authorized(&bob, &false);
    let paid = world.offering.pay_claims(&1, &tree.leaves(&world.e));
    assert_eq!(paid, vec![&world.e, 6_000 * UNIT, 0, 1_500 * UNIT]);
    assert_eq!(world.offering.try_claim(&1, &tree.leaf(&world.e, 1)), Err(Ok(OfferingError::TransferRefused)));
    assert_eq!(world.offering.claimed(&1, &1), 0);
    world.assert_whole();
    world.usd_admin.set_authorized(&bob, &true);
    assert_eq!(world.offering.claim(&1, &tree.leaf(&world.e, 1)), 4_500 * UNIT);
    assert_eq!(world.offering.claimed(&1, &0), i128::MAX);
    assert!(world.usd.balance(&alice) >= 6_000 * UNIT);
}

#[test]
fn short_money_draws_the_reserve_pays_pro_rata_and_is_cured() {
    let world = World::live();
    // 2,000 capitalized, 5,000 of reserve: 5,000 are missing of 12,000.
    let tree = world.due_coupon(1);
    assert_eq!(world.offering.fund_coupon(&1), 7_000 * UNIT);
    assert_eq!(world.offering.buckets().reserve, 0);
    let paid = world.offering.pay_claims(&1, &tree.leaves(&world.e));
    assert_eq!(paid, vec![&world.e, 3_500 * UNIT, 2_625 * UNIT, 875 * UNIT]);
    assert_eq!(world.offering.claimed(&1, &0), 3_500 * UNIT);
    assert_eq!(world.offering.try_claim(&1, &tree.leaf(&world.e, 0)), Err(Ok(OfferingError::NothingToClaim)));
    assert_eq!(world.offering.try_fund_coupon(&1), Err(Ok(OfferingError::NothingToFund)));
    world.assert_whole();

    // Arrears come first, then the running coupon, then the reserve: the draw is not asked for twice.
    assert_eq!(world.offering.required_coupon(), 17_000 * UNIT);
    let receipt = world.earn(0, 4_000 * UNIT);
    assert_eq!((receipt.operations, receipt.coupon), (1_000 * UNIT, 3_000 * UNIT));
    assert_eq!(world.offering.fund_coupon(&1), 3_000 * UNIT);
    let claimed = world.offering.claim(&1, &tree.leaf(&world.e, 0));
    assert_eq!(claimed, 1_500 * UNIT); // 6,000 x 10,000 / 12,000, less 3,500
    let receipt = world.earn(0, 40_000 * UNIT);
    assert_eq!((receipt.coupon, receipt.reserve), (14_000 * UNIT, 20_000 * UNIT));
    assert_eq!(world.offering.fund_coupon(&1), 2_000 * UNIT);
    let paid = world.offering.pay_claims(&1, &tree.leaves(&world.e));
    assert_eq!(paid, vec![&world.e, 1_000 * UNIT, 1_875 * UNIT, 625 * UNIT]);
    assert_eq!(world.offering.coupon(&1).paid, 12_000 * UNIT);
    assert_eq!(world.offering.buckets().coupon, 12_000 * UNIT, "the next coupon waits in full");
    world.assert_whole();
}

#[test]
fn arrears_are_funded_before_a_later_coupon() {
    let world = World::live();
    world.due_coupon(1);
    world.offering.fund_coupon(&1);
    world.due_coupon(2);
    assert_eq!(world.offering.try_fund_coupon(&2), Err(Ok(OfferingError::EarlierCouponShort)));
    world.earn(0, 30_000 * UNIT);
    assert_eq!(world.offering.fund_coupon(&1), 5_000 * UNIT);
    assert_eq!(world.offering.fund_coupon(&2), 12_000 * UNIT);
}

#[test]
fn a_proposal_must_add_up_and_come_in_order() {
    let world = World::live();
    let [alice, _, _] = world.holders();
    let root = BytesN::from_array(&world.e, &[1; 32]);
    let propose = |who: &Address, number: u32, total: i128, leaves: u32, unattributed: i128| {
        world
            .offering
            .try_propose_coupon(who, &number, &root, &total, &leaves, &unattributed, &0, &1, &root)
            .err()
            .map(|error| error.unwrap())
    };
    let operator = &world.roles.operator;
    world.at(period(1).record);
    assert_eq!(propose(operator, 1, 12_000 * UNIT, 3, 0), Some(OfferingError::BeforeRecord));
    world.at(period(1).record + 1);
    assert_eq!(propose(operator, 0, 0, 0, 0), Some(OfferingError::UnknownCoupon));
    assert_eq!(propose(operator, 5, 0, 0, 0), Some(OfferingError::UnknownCoupon));
    assert_eq!(propose(&alice, 1, 12_000 * UNIT, 3, 0), Some(OfferingError::NotPermitted));
    assert_eq!(propose(operator, 1, 12_000 * UNIT + 1, 3, 0), Some(OfferingError::UnsoundProposal));
    assert_eq!(propose(operator, 1, 12_000 * UNIT - 4, 3, 0), Some(OfferingError::UnsoundProposal));
    assert_eq!(propose(operator, 1, 12_000 * UNIT, 3, -1), Some(OfferingError::UnsoundProposal));
    assert_eq!(propose(operator, 1, 0, 0, 400_001 * UNIT), Some(OfferingError::UnsoundProposal));
    // A quarter of the units without an owner: a quarter of the coupon stays in the bucket.
    assert_eq!(propose(operator, 1, 9_000 * UNIT - 3, 3, 100_000 * UNIT), None);
    assert_eq!(propose(operator, 1, 9_000 * UNIT, 3, 100_000 * UNIT), Some(OfferingError::CouponOutOfOrder));
    world.at(period(3).record + 1);
    assert_eq!(propose(operator, 3, 12_000 * UNIT, 3, 0), Some(OfferingError::CouponOutOfOrder));
    assert_eq!(propose(&world.roles.issuer, 2, 12_000 * UNIT, 3, 0), Some(OfferingError::CouponNotFinal));
    for who in [&world.roles.issuer, &world.roles.trustee] {
        world.offering.attest_coupon(who, &1, &root);
    }
    assert_eq!(propose(&world.roles.issuer, 2, 12_000 * UNIT, 3, 0), None);
    assert_eq!(propose(&world.roles.trustee, 3, 12_000 * UNIT, 3, 0), Some(OfferingError::CouponNotFinal));
}

#[test]
fn what_nobody_can_claim_is_not_asked_for() {
    let world = World::live();
    world.at(period(1).record + 1);
    let [alice, bob, _] = world.holders();
    let tree = world.propose(1, &[(alice, 6_000 * UNIT - 1), (bob, 4_500 * UNIT)], 50_000 * UNIT);
    world.attest(1, &tree);
    world.at(period(1).pay);
    world.earn(0, 11_000 * UNIT);
    assert_eq!(world.offering.fund_coupon(&1), 10_500 * UNIT - 1);
    // The coupon bucket keeps 1,500 and a stroop: of the second coupon 10,500 are missing, less that stroop.
    assert_eq!(world.offering.required_coupon(), 10_500 * UNIT - 1);
    world.assert_whole();
}

#[test]
fn a_coupon_is_final_after_both_attestations_and_the_delay() {
    let world = World::live();
    world.at(period(1).pay - DAY);
    let [alice, _, _] = world.holders();
    let tree = world.propose(1, &[(alice.clone(), 12_000 * UNIT)], 0);
    let (root, wrong) = (tree.root(&world.e), BytesN::from_array(&world.e, &[3; 32]));
    let attest = |who: &Address, root: &BytesN<32>| {
        world.offering.try_attest_coupon(who, &1, root).err().map(|error| error.unwrap())
    };
    assert_eq!(attest(&world.roles.issuer, &wrong), Some(OfferingError::WrongRoot));
    assert_eq!(attest(&world.roles.operator, &root), Some(OfferingError::NotPermitted));
    assert_eq!(attest(&world.roles.issuer, &root), None);
    assert_eq!(world.e.auths()[0].0, world.roles.issuer);
    assert_eq!(attest(&world.roles.issuer, &root), Some(OfferingError::AlreadyAttested));

    world.at(period(1).pay + 2 * DAY);
    assert_eq!(world.offering.try_fund_coupon(&1), Err(Ok(OfferingError::CouponNotFinal)), "one attestation");
    world.at(period(1).pay + DAY - 1);
    assert_eq!(attest(&world.roles.trustee, &root), None);
    assert_eq!(world.offering.try_fund_coupon(&1), Err(Ok(OfferingError::CouponNotFinal)), "delay not over");
    assert_eq!(world.offering.try_claim(&1, &tree.leaf(&world.e, 0)), Err(Ok(OfferingError::NothingToClaim)));
    world.at(period(1).pay + DAY);
    assert_eq!(world.offering.try_void_coupon(&1), Err(Ok(OfferingError::CouponFinal)));
    assert_eq!(world.offering.fund_coupon(&1), 7_000 * UNIT);
    assert_eq!(world.offering.try_fund_coupon(&2), Err(Ok(OfferingError::UnknownCoupon)));
}

#[test]
fn a_coupon_is_not_funded_before_it_is_due() {
    let world = World::live();
    world.due_coupon(1);
    world.at(period(1).pay - 1);
    assert_eq!(world.offering.try_fund_coupon(&1), Err(Ok(OfferingError::BeforePay)));
}

#[test]
fn a_voided_coupon_is_proposed_again() {
    let world = World::live();
    world.at(period(1).record + 1);
    let [alice, bob, _] = world.holders();
    let wrong = world.propose(1, &[(bob.clone(), 12_000 * UNIT)], 0);
    world.attest(1, &wrong);
    world.offering.void_coupon(&1);
    assert_eq!(world.e.auths()[0].0, world.roles.trustee);
    assert_eq!(world.offering.try_void_coupon(&1), Err(Ok(OfferingError::CouponVoided)));
    let root = wrong.root(&world.e);
    let attest = world.offering.try_attest_coupon(&world.roles.issuer, &1, &root);
    assert_eq!(attest, Err(Ok(OfferingError::CouponVoided)));
    world.at(period(1).pay);
    assert_eq!(world.offering.try_fund_coupon(&1), Err(Ok(OfferingError::CouponVoided)));

    let right = world.propose(1, &[(alice, 12_000 * UNIT)], 0);
    world.attest(1, &right);
    world.at(period(1).pay + 2 * DAY);
    world.offering.fund_coupon(&1);
    assert_eq!(world.offering.try_claim(&1, &wrong.leaf(&world.e, 0)), Err(Ok(OfferingError::BadProof)));
    assert_eq!(world.offering.claim(&1, &right.leaf(&world.e, 0)), 7_000 * UNIT);
}

#[test]
fn a_coupon_that_nobody_can_claim_is_done_at_once() {
    let world = World::live();
    world.at(period(1).record + 1);
    let tree = world.propose(1, &[], 400_000 * UNIT);
    world.attest(1, &tree);
    world.at(period(1).pay);
    assert_eq!(world.offering.fund_coupon(&1), 0);
    assert_eq!(world.offering.try_fund_coupon(&1), Err(Ok(OfferingError::AlreadyFunded)));
}

#[test]
fn a_root_that_promises_more_than_its_total_pays_no_more_than_was_set_aside() {
    let world = World::live();
    world.earn(0, 11_000 * UNIT);
    world.at(period(1).record + 1);
    let [alice, bob, _] = world.holders();
    let lines = [(alice, 12_000 * UNIT), (bob, 12_000 * UNIT)];
    let tree = Tree::new(&world.e, &world.offering.address, 1, &lines);
    let root = tree.root(&world.e);
    world.offering.propose_coupon(&world.roles.operator, &1, &root, &(12_000 * UNIT), &2, &0, &0, &1, &root);
    world.attest(1, &tree);
    world.at(period(1).pay);
    world.offering.fund_coupon(&1);
    assert_eq!(world.offering.pay_claims(&1, &tree.leaves(&world.e)), vec![&world.e, 12_000 * UNIT, 0]);
    world.assert_whole();
}

#[test]
fn leaves_beyond_one_bitmap_entry_are_paid_once_each() {
    let world = World::live();
    world.earn(0, 11_000 * UNIT);
    world.at(period(1).record + 1);
    let wallet = Address::generate(&world.e);
    // 2,100 leaves of one holder each 5 units, and the rest.
    let mut lines: StdVec<(Address, i128)> = (0..2_100).map(|_| (wallet.clone(), 5 * UNIT)).collect();
    lines.push((wallet.clone(), 1_500 * UNIT));
    let tree = world.propose(1, &lines, 0);
    world.attest(1, &tree);
    world.at(period(1).pay);
    world.offering.fund_coupon(&1);
    let picks = [0, 7, 8, 1_023, 1_024, 2_047, 2_048, 2_099, 2_100, 1_023];
    let batch = Vec::from_slice(&world.e, &picks.map(|at| tree.leaf(&world.e, at)));
    let paid = world.offering.pay_claims(&1, &batch);
    assert_eq!(paid.iter().sum::<i128>(), (8 * 5 + 1_500) * UNIT);
    assert_eq!(world.offering.pay_claims(&1, &batch).iter().sum::<i128>(), 0);
    assert_eq!(world.offering.claimed(&1, &1_022), 0);
    assert_eq!(world.usd.balance(&wallet), 1_540 * UNIT);
    world.assert_whole();
}
