//! Roots that were exchanged or lie, and bonds burnt or sold at the wrong moment.

use crate::error::OfferingError;
use crate::test::fixture::{account, period, World, DEADLINE, UNIT};
use crate::types::State;
use soroban_sdk::{vec, BytesN, Vec};

#[test]
fn a_root_exchanged_after_the_first_attestation_gets_no_second_one() {
    let world = World::live();
    let [alice, bob, cleo] = world.holders();
    world.at(period(1).record + 1);
    let honest = [(alice.clone(), 6_000 * UNIT), (bob, 4_500 * UNIT), (cleo, 1_500 * UNIT)];
    let tree = world.propose(1, &honest, 0);
    world.offering.attest_coupon(&world.roles.issuer, &1, &tree.root(&world.e));
    let false_root = BytesN::from_array(&world.e, &[1; 32]);
    let propose = || {
        let (operator, total) = (&world.roles.operator, 12_000 * UNIT);
        world.offering.try_propose_coupon(operator, &1, &false_root, &total, &3, &0, &0, &1, &false_root)
    };
    assert_eq!(propose(), Err(Ok(OfferingError::CouponOutOfOrder)), "not while the first stands");
    let attested = world.offering.try_attest_coupon(&world.roles.trustee, &1, &false_root);
    assert_eq!(attested, Err(Ok(OfferingError::WrongRoot)));
    world.offering.void_coupon(&1);
    propose().unwrap().unwrap();
    assert_eq!(world.offering.coupon(&1).attested_by.len(), 0, "what was attested was another root");
    let attested = world.offering.try_attest_coupon(&world.roles.issuer, &1, &tree.root(&world.e));
    assert_eq!(attested, Err(Ok(OfferingError::WrongRoot)));
    world.at(period(1).pay);
    assert_eq!(world.offering.try_fund_coupon(&1), Err(Ok(OfferingError::CouponNotFinal)));
}

// Issuer and trustee together can misdirect one coupon; they cannot reach anything else.
#[test]
fn a_false_root_with_the_right_total_reaches_one_coupons_money_and_no_more() {
    let world = World::live();
    world.earn(0, 30_000 * UNIT);
    let thief = world.wallet(66);
    world.fund(&thief, 0);
    world.at(period(1).record + 1);
    let tree = world.propose(1, &[(thief.clone(), 12_000 * UNIT)], 0);
    // Before it is final the trustee, or a watcher who tells the trustee, ends it.
    world.attest(1, &tree);
    world.at(period(1).pay);
    world.offering.fund_coupon(&1);
    let before = world.offering.buckets();
    assert_eq!(world.offering.claim(&1, &tree.leaf(&world.e, 0)), 12_000 * UNIT);
    assert_eq!(world.offering.try_claim(&1, &tree.leaf(&world.e, 0)), Err(Ok(OfferingError::NothingToClaim)));
    let after = world.offering.buckets();
    assert_eq!((after.coupons_unclaimed, after.principal, after.reserve), (0, before.principal, before.reserve));
    assert_eq!(world.usd.balance(&thief), 12_000 * UNIT);
    world.assert_whole();
}

#[test]
fn a_bond_burnt_before_a_coupon_makes_nobody_richer_and_stops_nothing() {
    let world = World::live();
    let [alice, bob, cleo] = world.holders();
    world.earn(0, 11_000 * UNIT);
    world.bond.burn(&bob, &(150_000 * UNIT));
    assert_eq!(
        world.offering.outstanding(),
        400_000 * UNIT,
        "the debt does not shrink by what the offering did not do"
    );
    world.at(period(1).record + 1);
    let lines = [(alice.clone(), 6_000 * UNIT), (cleo.clone(), 1_500 * UNIT)];
    // Bob's part to the others: more than theirs is refused.
    let root = BytesN::from_array(&world.e, &[1; 32]);
    let greedy = world.offering.try_propose_coupon(
        &world.roles.operator,
        &1,
        &root,
        &(12_000 * UNIT),
        &2,
        &(150_000 * UNIT),
        &0,
        &1,
        &root,
    );
    assert_eq!(greedy, Err(Ok(OfferingError::UnsoundProposal)));
    let tree = world.propose(1, &lines, 150_000 * UNIT);
    world.attest(1, &tree);
    world.at(period(1).pay);
    assert_eq!(world.offering.fund_coupon(&1), 7_500 * UNIT);
    assert_eq!(world.offering.buckets().coupon, 4_500 * UNIT, "it stays for the next coupon");
    assert_eq!(world.offering.pay_claims(&1, &tree.leaves(&world.e)), vec![&world.e, 6_000 * UNIT, 1_500 * UNIT]);
    world.assert_whole();
}

#[test]
fn bonds_cannot_be_sold_or_burnt_before_a_refund_and_nobody_gets_anothers_deposit() {
    let world = World::funding();
    let (alice, bob) = (account(&world.e, 1), account(&world.e, 2));
    world.invest(&alice, 1_000);
    world.invest(&bob, 500);
    let tries = || {
        assert!(world.bond.try_transfer(&alice, &bob, &UNIT).is_err());
        assert!(world.bond.try_burn(&alice, &UNIT).is_err());
    };
    tries();
    world.at(DEADLINE);
    world.offering.close_funding();
    assert_eq!(world.offering.state(), State::Refunding);
    tries();
    assert_eq!(world.offering.try_release(&vec![&world.e, alice.clone()]), Err(Ok(OfferingError::WrongState)));
    // Compliance cannot open a line while deposits go back, either.
    world.offering.set_allowed(&alice, &false);
    world.offering.set_allowed(&alice, &true);
    tries();
    assert_eq!(world.offering.refund(&alice), 995 * UNIT);
    assert_eq!(world.offering.try_refund(&alice), Err(Ok(OfferingError::NothingDeposited)));
    assert_eq!(world.offering.try_refund(&world.wallet(7)), Err(Ok(OfferingError::NothingDeposited)));
    assert_eq!(world.offering.refund(&bob), 497_5000000);
    assert_eq!((world.offering.state(), world.bond.balance(&alice)), (State::Closed, 0));
    world.assert_whole();
}

#[test]
fn a_claim_of_nothing_a_negative_leaf_and_an_empty_batch_move_nothing() {
    let world = World::live();
    world.earn(0, 30_000 * UNIT);
    let tree = world.due_coupon(1);
    assert_eq!(world.offering.try_claim(&1, &tree.leaf(&world.e, 0)), Err(Ok(OfferingError::NothingToClaim)));
    world.offering.fund_coupon(&1);
    let mut leaf = tree.leaf(&world.e, 0);
    for amount in [0, -1, i128::MIN] {
        leaf.amount = amount;
        assert_eq!(world.offering.try_claim(&1, &leaf), Err(Ok(OfferingError::NothingToClaim)));
    }
    leaf.amount = i128::MAX;
    assert_eq!(world.offering.try_claim(&1, &leaf), Err(Ok(OfferingError::BadProof)));
    assert_eq!(world.offering.pay_claims(&1, &Vec::new(&world.e)), Vec::new(&world.e));
    world.assert_whole();
}
