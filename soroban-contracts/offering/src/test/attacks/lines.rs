//! Lines that are missing, frozen or full: they block nobody else.

use crate::error::OfferingError;
use crate::test::fixture::{account, World, UNIT};
use crate::types::State;
use soroban_sdk::{vec, Vec};

#[test]
fn a_batch_pays_everybody_else_whatever_one_holder_does() {
    let world = World::live();
    world.earn(0, 30_000 * UNIT);
    let [alice, bob, _] = world.holders();
    let tree = world.due_coupon(1);
    world.offering.fund_coupon(&1);
    world.usd_admin.set_authorized(&alice, &false);
    // Bob's line is full: one more stroop than i64 holds.
    let room = i128::from(i64::MAX) - world.usd.balance(&bob);
    world.usd_admin.mint(&bob, &room);
    let paid = world.offering.pay_claims(&1, &tree.leaves(&world.e));
    assert_eq!(paid, vec![&world.e, 0, 0, 1_500 * UNIT]);
    assert_eq!(world.offering.try_claim(&1, &tree.leaf(&world.e, 0)), Err(Ok(OfferingError::TransferRefused)));
    assert_eq!(world.offering.claimed(&1, &0), 0, "a refused claim is no claim");
    world.usd_admin.set_authorized(&alice, &true);
    world.usd.transfer(&bob, &alice, &(4_500 * UNIT));
    assert_eq!(world.offering.pay_claims(&1, &tree.leaves(&world.e)), vec![&world.e, 6_000 * UNIT, 4_500 * UNIT, 0]);
    world.assert_whole();
}

#[test]
fn strangers_and_repeated_holders_in_a_batch_change_nothing() {
    let world = World::live();
    world.earn(0, 440_000 * UNIT);
    for number in 1..=4 {
        world.due_coupon(number);
        world.earn(0, 13_000 * UNIT);
        world.offering.fund_coupon(&number);
    }
    world.offering.mature();
    let [alice, bob, cleo] = world.holders();
    let nobody = account(&world.e, 77);
    let batch = vec![&world.e, nobody, alice.clone(), alice, world.offering.address.clone(), bob, cleo];
    let paid: Vec<i128> = world.offering.redeem(&batch);
    assert_eq!(paid, vec![&world.e, 0, 200_000 * UNIT, 0, 0, 150_000 * UNIT, 50_000 * UNIT]);
    assert_eq!(world.offering.state(), State::Closed);
    world.assert_whole();
}

#[test]
fn a_frozen_operator_or_owner_stops_only_its_own_payout() {
    let world = World::live();
    world.earn(0, 10_000 * UNIT);
    world.fund(&world.roles.operator, 0);
    world.usd_admin.set_authorized(&world.roles.operator, &false);
    assert_eq!(world.offering.try_draw_operations(&UNIT), Err(Ok(OfferingError::TransferRefused)));
    assert_eq!(world.offering.buckets().operations, 1_000 * UNIT);
    world.earn(1, 10_000 * UNIT);
    world.assert_whole();
}
