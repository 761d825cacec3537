//! A coupon or the principal that stays short, and what makes it good; parties that stay behind with their bills.

use super::fixture::{period, World, DAY, UNIT};
use crate::error::OfferingError;
use crate::types::State;
use heliobond_common::api::energy::Ladder;
use soroban_sdk::Vec;

const GRACE: u64 = 90 * DAY;

/// The first coupon final and short: 7,000 of 12,000 are there.
fn short() -> World {
    let world = World::live();
    world.due_coupon(1);
    assert_eq!(world.offering.fund_coupon(&1), 7_000 * UNIT);
    world
}

fn defaulted() -> World {
    let world = short();
    world.at(period(1).pay + GRACE + 1);
    world.e.set_auths(&[]);
    world.offering.declare_default();
    world.e.mock_all_auths();
    assert_eq!(world.offering.state(), State::Defaulted);
    world
}

#[test]
fn a_coupon_short_for_longer_than_the_grace_is_a_default_that_anyone_declares() {
    let world = short();
    world.at(period(1).pay + GRACE);
    assert_eq!(world.offering.try_declare_default(), Err(Ok(OfferingError::NotInDefault)));
    world.at(period(1).pay + GRACE + 1);
    world.e.set_auths(&[]);
    world.offering.declare_default();
    assert_eq!(world.offering.state(), State::Defaulted);
    assert_eq!(world.offering.try_declare_default(), Err(Ok(OfferingError::WrongState)));
}

#[test]
fn money_that_is_there_and_was_not_moved_is_no_default() {
    let world = short();
    world.earn(0, 7_000 * UNIT);
    world.at(period(1).pay + GRACE + 1);
    assert_eq!(world.offering.try_declare_default(), Err(Ok(OfferingError::NotInDefault)));
}

#[test]
fn a_coupon_that_nobody_proposes_puts_off_no_default() {
    let world = World::live();
    world.at(period(1).pay + GRACE + 1);
    world.offering.declare_default();
    assert_eq!(world.offering.state(), State::Defaulted);
    let rich = World::live();
    rich.earn(0, 30_000 * UNIT);
    rich.at(period(1).pay + GRACE + 1);
    assert_eq!(rich.offering.try_declare_default(), Err(Ok(OfferingError::NotInDefault)));
}

#[test]
fn arrears_made_good_before_the_end_make_it_live_again() {
    let world = defaulted();
    world.earn(0, 20_000 * UNIT);
    assert_eq!(world.offering.fund_coupon(&1), 5_000 * UNIT);
    assert_eq!(world.offering.state(), State::Live);
    world.assert_whole();
}

#[test]
fn arrears_made_good_count_as_cured_until_the_second_before_the_end() {
    // By when, through which coupon, and what it is then.
    let end = period(4).pay;
    for (at, last, state) in [(end - 1, 3, State::Live), (end, 4, State::Defaulted)] {
        let world = defaulted();
        for number in 2..=4 {
            world.at(period(number).record + 1);
            let tree = world.propose(number as u32, &super::fixture::by_holding(&world, 12_000 * UNIT), 0);
            world.attest(number as u32, &tree);
            world.at(world.e.ledger().timestamp() + 2 * DAY);
        }
        world.at(at);
        world.earn(0, 50_000 * UNIT);
        for number in 1..=last {
            world.offering.fund_coupon(&number);
        }
        assert_eq!(world.offering.state(), state, "every coupon due is funded at {at}");
        world.assert_whole();
    }
}

#[test]
fn in_default_payments_go_down_the_waterfall_and_principal_is_passed_through_until_all_is_paid() {
    let world = defaulted();
    let receipt = world.earn(0, 180_000 * UNIT);
    assert_eq!(receipt.pulled, 180_000 * UNIT);
    let there = world.offering.buckets().principal;
    assert_eq!(there, receipt.principal);
    // The second coupon comes with half of the principal that is there, before the arrears are moved.
    let half = there / 2 / 40 * 40;
    world.at(period(2).record + 1);
    assert_eq!(world.offering.state(), State::Defaulted);
    let whole = 12_000 * UNIT + half;
    let tree = world.propose_with(2, &super::fixture::by_holding(&world, whole), 0, half);
    world.attest(2, &tree);
    assert_eq!(world.offering.principal_left(), 400_000 * UNIT - half);
    world.at(period(2).pay);
    world.offering.fund_coupon(&1);
    assert_eq!(world.offering.fund_coupon(&2), whole);
    assert_eq!(world.offering.buckets().principal, there - half);
    let paid = world.offering.pay_claims(&2, &tree.leaves(&world.e));
    assert_eq!(paid.iter().sum::<i128>(), whole);
    // Nothing is due any more: it lives again, and principal is kept again.
    assert_eq!(world.offering.state(), State::Live);
    world.at(period(3).record + 1);
    let root = soroban_sdk::BytesN::from_array(&world.e, &[1; 32]);
    let more = world.offering.try_propose_coupon(&world.roles.operator, &3, &root, &0, &0, &0, &UNIT, &1, &root);
    assert_eq!(more, Err(Ok(OfferingError::BadPrincipal)));
    // Interest is on what is left.
    let left = 400_000 * UNIT - half;
    let interest = crate::coupon::coupon(left, 600, 180, 360).unwrap();
    assert_eq!(world.offering.required_coupon(), interest - world.offering.buckets().coupon);
    world.earn(1, 40_000 * UNIT);
    assert_eq!((world.offering.required_coupon(), world.offering.buckets().coupon), (0, interest));
    world.pay_coupon(3, left * 3 / 100 / 40 * 40, 0);
    world.assert_whole();
}

#[test]
fn principal_short_at_the_end_is_a_default_and_matures_once_it_is_whole() {
    let world = World::live();
    for number in 1..=4 {
        world.due_coupon(number);
        world.earn(0, 13_000 * UNIT);
        world.offering.fund_coupon(&number);
    }
    let end = period(4).pay;
    world.at(end + GRACE);
    assert_eq!(world.offering.try_declare_default(), Err(Ok(OfferingError::NotInDefault)));
    world.at(end + GRACE + 1);
    world.offering.declare_default();
    assert_eq!(world.offering.try_mature(), Err(Ok(OfferingError::NotCovered)));
    world.earn(0, 450_000 * UNIT);
    let accrued = world.offering.buckets().coupon;
    assert!(accrued > 0, "interest runs on");
    world.e.set_auths(&[]);
    world.offering.mature();
    assert_eq!(world.offering.state(), State::Matured);
    assert_eq!(
        world.utility.concluded_at(),
        Some(end + GRACE + 1),
        "energy is free from the payment, not from the end"
    );
    assert_eq!(world.offering.buckets().redemption, 400_000 * UNIT + accrued, "the holders' interest besides par");
    let paid = world.offering.redeem(&Vec::from_array(&world.e, world.holders()));
    assert_eq!(paid.get_unchecked(0), (400_000 * UNIT + accrued) / 2);
    assert_eq!(world.offering.state(), State::Closed);
    world.assert_whole();
}

#[test]
fn principal_that_is_there_to_the_stroop_is_no_default_however_late_it_matures() {
    let world = World::live();
    for number in 1..=4 {
        world.due_coupon(number);
        world.earn(0, 13_000 * UNIT);
        world.offering.fund_coupon(&number);
    }
    // What comes before principal is full; then exactly what is missing.
    world.earn(0, 50_000 * UNIT);
    let there = || world.offering.buckets().principal + world.offering.buckets().reserve;
    world.earn(0, 400_000 * UNIT - there() - 1);
    world.at(period(4).pay + GRACE + 1);
    assert_eq!(world.offering.try_mature(), Err(Ok(OfferingError::NotCovered)), "a stroop is missing");
    world.earn(0, 1);
    assert_eq!(there(), 400_000 * UNIT);
    assert_eq!(world.offering.try_declare_default(), Err(Ok(OfferingError::NotInDefault)));
    world.offering.mature();
    assert_eq!(world.offering.state(), State::Matured);
    world.assert_whole();
}

#[test]
fn what_a_coupon_was_promised_goes_out_before_the_debt_closes() {
    let world = World::live();
    for number in 1..=4 {
        world.due_coupon(number);
        world.earn(0, 13_000 * UNIT);
        world.offering.fund_coupon(&number);
    }
    world.at(period(4).pay + GRACE + 1);
    world.offering.declare_default();
    world.earn(0, 100_000 * UNIT);
    // Periods go on: the fifth coupon passes some of the principal through, and is not due yet.
    world.at(period(5).record + 1);
    let besides = 40_000 * UNIT;
    let tree = world.propose_with(5, &super::fixture::by_holding(&world, 12_000 * UNIT + besides), 0, besides);
    world.attest(5, &tree);
    world.earn(0, 450_000 * UNIT);
    assert_eq!(world.offering.try_mature(), Err(Ok(OfferingError::CouponsOutstanding)), "all is there, and promised");
    world.at(period(5).pay);
    world.offering.fund_coupon(&5);
    world.offering.mature();
    assert_eq!(world.offering.state(), State::Matured);
    assert_eq!(world.offering.pay_claims(&5, &tree.leaves(&world.e)).iter().sum::<i128>(), tree.total());
    world.assert_whole();
}

#[test]
fn a_party_in_default_is_replaced_by_the_trustee_and_comes_back_when_it_paid() {
    let world = World::live();
    world.e.set_auths(&[]);
    assert_eq!(world.offering.try_step_in(&0), Err(Ok(OfferingError::NoStepIn)));
    world.utility.bill(&0, &(100 * UNIT));
    for state in [Ladder::Grace, Ladder::Breach] {
        world.utility.set_standing(&0, &state);
        assert_eq!(world.offering.try_step_in(&0), Err(Ok(OfferingError::NoStepIn)));
    }
    world.utility.set_standing(&0, &Ladder::Default);
    world.offering.step_in(&0);
    assert_eq!(world.registry.party(&world.system, &0).owner, world.roles.trustee);
    assert_eq!(world.offering.try_step_in(&0), Err(Ok(OfferingError::NoStepIn)));
    assert_eq!(world.offering.try_step_back(&0), Err(Ok(OfferingError::NoStepIn)), "it still owes");
    world.e.mock_all_auths();
    world.fund(&world.wallet(99), 100 * UNIT);
    world.offering.pay(&world.wallet(99), &0, &(100 * UNIT));
    world.utility.set_standing(&0, &Ladder::Current);
    world.e.set_auths(&[]);
    world.offering.step_back(&0);
    assert_eq!(world.registry.party(&world.system, &0).owner, world.owners[0]);
    assert_eq!(world.offering.try_step_back(&0), Err(Ok(OfferingError::NoStepIn)));
    assert_eq!(world.offering.state(), State::Live, "a party's default is not the bond's");
}

#[test]
fn after_the_end_nobody_is_replaced_any_more_and_who_was_comes_back() {
    let world = World::live();
    for party in [0, 1] {
        world.utility.set_standing(&party, &Ladder::Default);
    }
    world.offering.step_in(&1);
    world.at(period(1).start);
    world.earn(0, 480_000 * UNIT);
    for number in 1..=4 {
        world.due_coupon(number);
        world.earn(0, 13_000 * UNIT);
        world.offering.fund_coupon(&number);
    }
    world.offering.mature();
    assert_eq!(world.offering.try_step_in(&0), Err(Ok(OfferingError::NoStepIn)));
    world.offering.step_back(&1);
    assert_eq!(world.registry.party(&world.system, &1).owner, world.owners[1]);
}
