//! Disputes: one a milestone, an end for each.

use super::fixture::{hash, World, DAY, UNIT};
use crate::error::TenderError;
use crate::types::Progress;
use soroban_sdk::testutils::Address as _;
use soroban_sdk::{symbol_short, Address};

fn progress(world: &World, milestone: u32) -> Progress {
    world.tender.milestones(&1).get_unchecked(milestone).progress
}

fn dispute(world: &World, who: &Address, milestone: u32) -> Result<(), TenderError> {
    match world.tender.try_dispute(&1, who, &milestone, &hash(&world.e, 3)) {
        Ok(done) => done.map_err(|_| unreachable!("no value to convert")),
        Err(refused) => Err(refused.unwrap()),
    }
}

#[test]
fn the_arbiter_grants_a_fraction_and_the_rest_is_off_the_price() {
    let (world, contractor) = World::works();
    world.certify(0);
    assert_eq!(dispute(&world, &world.governance.admin, 0), Ok(()));
    world.pass(3 * DAY);
    assert_eq!(world.tender.try_release(&1, &0), Err(Ok(TenderError::WrongProgress)));
    assert_eq!(world.tender.try_decide(&1, &0, &10_001), Err(Ok(TenderError::BadShare)));
    world.tender.decide(&1, &0, &3_333);
    assert_eq!(world.tender.committed(), 240_000 * UNIT - (79_992 * UNIT - 26_661_3336000));
    assert_eq!(dispute(&world, &contractor, 0), Err(TenderError::AlreadyDisputed), "final");
    assert_eq!(world.tender.release(&1, &0), 26_661_3336000 - 2_666_1333600);
    world.assert_whole();
}

#[test]
fn whatever_is_not_disputed_goes_on() {
    let (world, _) = World::works_with(|terms| terms.arbiter_secs = 10 * DAY);
    world.certify(0);
    assert_eq!(dispute(&world, &world.roles.certifier, 0), Ok(()));
    world.build(1);
    world.commission();
    world.build(2);
    assert_eq!(progress(&world, 0), Progress::Disputed);
    world.tender.decide(&1, &0, &0);
    assert_eq!(world.tender.release(&1, &0), 0);
    assert_eq!(world.stage(), crate::types::Stage::Done);
    world.assert_whole();
}

#[test]
fn without_the_arbiter_the_certificate_stands() {
    let (world, _) = World::works();
    world.certify(0);
    dispute(&world, &world.governance.admin, 0).unwrap();
    assert_eq!(world.tender.try_lapse_dispute(&1, &0), Err(Ok(TenderError::TooSoon)));
    world.pass(7 * DAY);
    assert_eq!(world.tender.try_decide(&1, &0, &0), Err(Ok(TenderError::TooLate)));
    world.tender.lapse_dispute(&1, &0);
    assert_eq!(world.tender.release(&1, &0), 71_992_8000000);
    world.assert_whole();
}

#[test]
fn without_the_arbiter_what_was_not_certified_is_as_if_rejected() {
    let (world, contractor) = World::works();
    world.tender.submit_evidence(&1, &0, &hash(&world.e, 1));
    dispute(&world, &contractor, 0).unwrap();
    world.pass(30 * DAY);
    world.tender.lapse_dispute(&1, &0);
    assert_eq!(progress(&world, 0), Progress::Rejected);
    assert_eq!(dispute(&world, &contractor, 0), Err(TenderError::AlreadyDisputed), "one a milestone");
    world.pass(3 * DAY);
    assert_eq!(world.tender.try_terminate(&1, &hash(&world.e, 1)), Err(Ok(TenderError::NotInDefault)));
    world.build(0);
    world.assert_whole();
}

#[test]
fn without_the_arbiter_nothing_uncertified_outlives_the_contract() {
    let (world, _) = World::works();
    world.tender.submit_evidence(&1, &1, &hash(&world.e, 1));
    world.pass(30 * DAY + 1);
    world.tender.terminate(&1, &hash(&world.e, 1));
    world.pass(7 * DAY);
    world.tender.lapse_dispute(&1, &1);
    assert_eq!((progress(&world, 1), world.tender.committed()), (Progress::Void, 0));
    world.assert_whole();
}

#[test]
fn a_contractor_goes_to_the_arbiter_over_a_silent_or_a_stern_certifier() {
    let (world, contractor) = World::works();
    assert_eq!(dispute(&world, &contractor, 0), Err(TenderError::WrongProgress), "not without evidence");
    for milestone in [0, 1] {
        world.tender.submit_evidence(&1, &milestone, &hash(&world.e, 1));
    }
    world.tender.reject(&1, &1, &hash(&world.e, 1), &hash(&world.e, 2));
    for milestone in [0, 1] {
        dispute(&world, &contractor, milestone).unwrap();
        world.tender.decide(&1, &milestone, &10_000);
        world.tender.release(&1, &milestone);
    }
    world.assert_whole();
}

#[test]
fn objections_come_in_time_and_from_the_three_concerned() {
    let (world, contractor) = World::works();
    world.certify(0);
    let strangers = [&world.roles.approver, &world.roles.arbiter, &world.roles.evaluator, &world.governance.trustee];
    for who in strangers {
        assert_eq!(dispute(&world, who, 0), Err(TenderError::NotPermitted));
    }
    world.pass(3 * DAY);
    assert_eq!(dispute(&world, &contractor, 0), Err(TenderError::TooLate));
    assert_eq!(dispute(&world, &contractor, 9), Err(TenderError::UnknownMilestone));
    assert_eq!(world.tender.try_decide(&1, &0, &0), Err(Ok(TenderError::WrongProgress)));
    assert_eq!(world.tender.try_lapse_dispute(&1, &0), Err(Ok(TenderError::WrongProgress)));
}

#[test]
fn an_arbiter_who_is_the_contractor_or_the_certifier_decides_nothing() {
    let (world, contractor) = World::works();
    world.certify(0);
    dispute(&world, &contractor, 0).unwrap();
    let role = symbol_short!("arbiter");
    let mut holder = world.roles.arbiter.clone();
    for next in [contractor.clone(), world.roles.certifier.clone()] {
        world.tender.offer_role(&holder, &role, &next);
        world.tender.accept_role(&role);
        assert_eq!(world.tender.try_decide(&1, &0, &10_000), Err(Ok(TenderError::RolesNotApart)));
        holder = next;
    }
    let other = Address::generate(&world.e);
    world.tender.offer_role(&holder, &role, &other);
    world.tender.accept_role(&role);
    world.tender.decide(&1, &0, &10_000);
}

#[test]
fn defects_are_settled_out_of_what_is_withheld() {
    let (world, contractor) = World::works();
    world.build(0);
    world.build(1);
    world.commission();
    assert_eq!(dispute(&world, &world.governance.admin, 3), Err(TenderError::WrongProgress), "nothing to pay yet");
    world.build(2);
    dispute(&world, &world.governance.admin, 3).unwrap();
    world.tender.decide(&1, &3, &2_500);
    assert_eq!(world.tender.try_release(&1, &3), Err(Ok(TenderError::TooSoon)), "the period stays");
    world.pass(180 * DAY);
    assert_eq!(world.tender.release(&1, &3), 6_000 * UNIT);
    assert_eq!(world.usd.balance(&contractor), 222_000 * UNIT);
    assert_eq!(world.tender.committed(), 0);
    world.assert_whole();
}

#[test]
fn a_dispute_keeps_what_is_withheld_until_it_ends() {
    let (world, _) = World::works();
    world.build(0);
    world.build(1);
    world.commission();
    world.build(2);
    world.pass(180 * DAY - 1);
    dispute(&world, &world.governance.admin, 3).unwrap();
    world.pass(DAY);
    assert_eq!(world.tender.try_release(&1, &3), Err(Ok(TenderError::WrongProgress)));
    world.pass(6 * DAY);
    world.tender.lapse_dispute(&1, &3);
    assert_eq!(world.tender.release(&1, &3), 24_000 * UNIT);
    world.assert_whole();
}
