//! Works that are given up, deposits that nobody takes back, and money that nobody claims: no state is for ever.

use super::fixture::{account, period, total, Wish, World, DAY, DEADLINE, UNIT};
use crate::error::OfferingError;
use crate::types::{Principal, State};
use soroban_sdk::{vec, Vec};

const LONG_STOP: u64 = DEADLINE + 365 * DAY;
const UNCLAIMED_AFTER: u64 = 3 * 365 * DAY;

/// 400,000 bonds sold, nothing built.
fn building_with(wish: Wish) -> World {
    let world = World::funding_with(wish);
    for (holder, bonds) in world.holders().iter().zip([200_000, 150_000, 50_000]) {
        world.invest(holder, bonds);
    }
    world.offering.close_funding();
    world
}

fn building() -> World {
    building_with(Wish::default())
}

#[test]
fn after_the_long_stop_date_anyone_gives_the_works_up_and_all_that_is_unspent_is_the_holders() {
    let world = building();
    world.offering.disburse(&world.wallet(9), &(98_000 * UNIT));
    world.at(LONG_STOP - 1);
    world.e.set_auths(&[]);
    assert_eq!(world.offering.try_unwind(), Err(Ok(OfferingError::BeforeLongStop)));
    world.at(LONG_STOP);
    world.offering.unwind();
    assert_eq!(world.offering.state(), State::Unwinding);
    let buckets = world.offering.buckets();
    assert_eq!(buckets.redemption, 300_000 * UNIT, "400,000 at 99.5 less what went out");
    assert_eq!(total(&buckets), buckets.redemption);

    let holders = Vec::from_array(&world.e, world.holders());
    let paid = world.offering.redeem(&holders);
    assert_eq!(paid, vec![&world.e, 150_000 * UNIT, 112_500 * UNIT, 37_500 * UNIT]);
    assert_eq!((world.offering.state(), world.offering.outstanding()), (State::Closed, 0));
    assert_eq!(total(&world.offering.buckets()), 0);
    world.assert_whole();
}

#[test]
fn a_holder_who_cannot_be_paid_keeps_the_bonds_and_gets_the_same_part_later() {
    let world = building();
    world.at(LONG_STOP);
    world.offering.unwind();
    let [alice, bob, cleo] = world.holders();
    world.usd_admin.set_authorized(&alice, &false);
    let batch = vec![&world.e, alice.clone(), bob, cleo];
    assert_eq!(world.offering.redeem(&batch), vec![&world.e, 0, 149_250 * UNIT, 49_750 * UNIT]);
    assert_eq!((world.offering.state(), world.bond.balance(&alice)), (State::Unwinding, 200_000 * UNIT));
    world.usd_admin.set_authorized(&alice, &true);
    assert_eq!(world.offering.redeem(&vec![&world.e, alice]), vec![&world.e, 199_000 * UNIT]);
    assert_eq!(world.offering.state(), State::Closed);
}

#[test]
fn works_that_are_live_are_not_given_up_and_works_given_up_do_not_go_live() {
    let live = World::live();
    live.at(LONG_STOP);
    assert_eq!(live.offering.try_unwind(), Err(Ok(OfferingError::WrongState)));
    let world = building();
    world.at(LONG_STOP);
    world.offering.unwind();
    assert_eq!(world.offering.try_go_live(), Err(Ok(OfferingError::WrongState)));
    assert_eq!(world.offering.try_disburse(&world.wallet(9), &1), Err(Ok(OfferingError::BucketTooSmall)));
    assert_eq!(world.offering.try_unwind(), Err(Ok(OfferingError::WrongState)));
}

// What was promised to a coupon is in the pot of the holders: it must not go out a second time.
#[test]
fn principal_promised_to_a_coupon_before_the_works_were_given_up_goes_out_once() {
    let world = building_with(Wish { terms: |terms| terms.principal = Principal::PassThrough, ..Wish::default() });
    world.at(period(1).start);
    // 1,000 to operations, 10,000 to the coupon besides the capitalized 2,000, 15,000 to the reserve, 1,500 to renewal.
    world.earn(0, 67_500 * UNIT);
    assert_eq!(world.offering.buckets().principal, 40_000 * UNIT);
    world.at(period(1).record + 1);
    let tree = world.propose_with(1, &super::fixture::by_holding(&world, 52_000 * UNIT), 0, 40_000 * UNIT);
    world.attest(1, &tree);
    world.at(LONG_STOP);
    world.offering.unwind();
    let pot = world.offering.buckets().redemption;
    assert_eq!(pot, (398_000 + 67_500) * UNIT);
    assert_eq!(world.offering.try_fund_coupon(&1), Err(Ok(OfferingError::WrongState)));
    let paid = world.offering.redeem(&Vec::from_array(&world.e, world.holders()));
    assert_eq!(paid.iter().sum::<i128>(), pot);
    assert_eq!(world.offering.state(), State::Closed);
    world.assert_whole();
}

#[test]
fn burnt_bonds_hold_up_no_end_and_unclaimed_money_goes_to_its_keeper_only() {
    let world = building();
    let [alice, bob, cleo] = world.holders();
    world.offering.release(&vec![&world.e, bob.clone()]);
    world.offering.go_live();
    world.bond.burn(&bob, &(48_000 * UNIT));
    world.at(period(1).start);
    world.earn(0, 480_000 * UNIT);
    for number in 1..=4 {
        world.due_coupon(number);
        world.earn(0, 13_000 * UNIT);
        world.offering.fund_coupon(&number);
    }
    world.offering.mature();
    world.offering.redeem(&vec![&world.e, alice, bob, cleo]);
    assert_eq!(world.offering.state(), State::Matured, "what was burnt is never clawed back");

    let keeper = world.offering.terms().unclaimed_to;
    world.at(period(4).pay + UNCLAIMED_AFTER);
    assert_eq!(world.offering.try_sweep_unclaimed(), Err(Ok(OfferingError::NothingUnclaimed)), "still in time");
    world.at(period(4).pay + UNCLAIMED_AFTER + 1);
    assert_eq!(world.offering.try_sweep_unclaimed(), Err(Ok(OfferingError::TransferRefused)), "no line yet");
    assert_eq!(world.offering.state(), State::Matured);
    world.usd_admin.trust(&keeper);
    world.e.set_auths(&[]);
    // The burnt bonds' price and, as much again, four coupons that nobody claimed.
    let unclaimed = (48_000 + 4 * 12_000) * UNIT;
    assert_eq!(world.offering.sweep_unclaimed(), unclaimed);
    assert_eq!((world.offering.state(), world.usd.balance(&keeper)), (State::Closed, unclaimed));
    assert_eq!(world.offering.try_sweep_unclaimed(), Err(Ok(OfferingError::NothingUnclaimed)));
    world.assert_whole();
}

#[test]
fn deposits_that_nobody_takes_back_wait_and_go_to_their_keeper() {
    let world = World::funding();
    let alice = account(&world.e, 1);
    world.invest(&alice, 1_000);
    world.usd_admin.set_authorized(&alice, &false);
    world.at(DEADLINE);
    world.offering.close_funding();
    assert_eq!(world.offering.try_refund(&alice), Err(Ok(OfferingError::RefundBlocked)));
    world.usd_admin.trust(&world.offering.terms().unclaimed_to);
    world.at(DEADLINE + UNCLAIMED_AFTER);
    assert_eq!(world.offering.try_sweep_unclaimed(), Err(Ok(OfferingError::NothingUnclaimed)));
    world.at(DEADLINE + UNCLAIMED_AFTER + 1);
    assert_eq!(world.offering.sweep_unclaimed(), 995 * UNIT);
    assert_eq!(world.offering.state(), State::Closed);
    world.usd_admin.set_authorized(&alice, &true);
    assert_eq!(world.offering.try_refund(&alice), Err(Ok(OfferingError::WrongState)), "it is with the keeper");
    world.assert_whole();
}
