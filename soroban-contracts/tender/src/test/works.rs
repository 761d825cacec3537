//! Evidence, certificates, payments, and a contractor that fails.

use super::fixture::{hash, World, BOND, DAY, UNIT};
use crate::error::TenderError;
use crate::types::{Progress, Stage};
use soroban_sdk::testutils::Address as _;
use soroban_sdk::Address;

fn progress(world: &World, milestone: u32) -> Progress {
    world.tender.milestones(&1).get_unchecked(milestone).progress
}

#[test]
fn every_stroop_of_the_price_reaches_the_contractor_once() {
    let (world, contractor) = World::works();
    assert_eq!(world.build(0), 71_992_8000000);
    assert_eq!(world.tender.try_release(&1, &0), Err(Ok(TenderError::WrongProgress)), "twice");
    assert_eq!(world.build(1), 100_807_2000000);
    world.certify(2);
    world.pass(3 * DAY);
    assert_eq!(world.tender.try_release(&1, &2), Err(Ok(TenderError::NotLive)));
    world.commission();
    assert!(world.town.is_live());
    assert_eq!(world.tender.release(&1, &2), 43_200 * UNIT);
    assert_eq!(world.stage(), Stage::Done);
    world.assert_whole();

    assert_eq!(world.tender.try_release(&1, &3), Err(Ok(TenderError::TooSoon)));
    world.pass(180 * DAY);
    assert_eq!(world.tender.release(&1, &3), 24_000 * UNIT);
    assert_eq!(world.tender.try_release(&1, &3), Err(Ok(TenderError::WrongProgress)), "twice");
    assert_eq!(world.usd.balance(&contractor), 240_000 * UNIT);
    assert_eq!((world.tender.committed(), world.town.construction()), (0, 160_000 * UNIT));
    assert_eq!(world.tender.try_open(&world.terms()), Err(Ok(TenderError::BadTerms)), "a live system needs no test");
    world.assert_whole();
}

#[test]
fn nothing_is_paid_before_the_time_for_objections_is_over() {
    let (world, _) = World::works();
    assert_eq!(world.tender.try_release(&1, &0), Err(Ok(TenderError::WrongProgress)));
    world.certify(0);
    world.pass(3 * DAY - 1);
    assert_eq!(world.tender.try_release(&1, &0), Err(Ok(TenderError::TooSoon)));
    world.pass(1);
    world.tender.release(&1, &0);
}

#[test]
fn a_certificate_is_for_the_evidence_that_was_seen() {
    let (world, _) = World::works();
    let (seen, swapped) = (hash(&world.e, 1), hash(&world.e, 2));
    assert_eq!(world.tender.try_certify(&1, &0, &seen), Err(Ok(TenderError::WrongProgress)));
    world.tender.submit_evidence(&1, &0, &seen);
    world.tender.submit_evidence(&1, &0, &swapped);
    assert_eq!(world.tender.try_certify(&1, &0, &seen), Err(Ok(TenderError::OtherEvidence)));
    world.tender.certify(&1, &0, &swapped);
    assert_eq!(world.tender.try_submit_evidence(&1, &0, &seen), Err(Ok(TenderError::WrongProgress)));
}

#[test]
fn a_certifier_who_became_the_contractor_certifies_nothing() {
    let (world, contractor) = World::works();
    let e = &world.e;
    world.tender.submit_evidence(&1, &0, &hash(e, 1));
    let role = soroban_sdk::symbol_short!("certifier");
    world.tender.offer_role(&world.roles.certifier, &role, &contractor);
    world.tender.accept_role(&role);
    assert_eq!(world.tender.try_certify(&1, &0, &hash(e, 1)), Err(Ok(TenderError::RolesNotApart)));
    let issuer = world.governance.admin.clone();
    world.tender.offer_role(&contractor, &role, &issuer);
    world.tender.accept_role(&role);
    assert_eq!(world.tender.try_certify(&1, &0, &hash(e, 1)), Err(Ok(TenderError::RolesNotApart)), "nor the issuer");
    let other = Address::generate(e);
    world.tender.offer_role(&issuer, &role, &other);
    world.tender.accept_role(&role);
    world.tender.certify(&1, &0, &hash(e, 1));
}

#[test]
fn milestones_are_those_of_the_terms() {
    let (world, _) = World::works();
    for index in [3, 4] {
        let submitted = world.tender.try_submit_evidence(&1, &index, &hash(&world.e, 1));
        assert_eq!(submitted, Err(Ok(TenderError::UnknownMilestone)));
    }
    assert_eq!(world.tender.try_release(&1, &4), Err(Ok(TenderError::UnknownMilestone)));
    assert_eq!(world.tender.try_release(&1, &3), Err(Ok(TenderError::WrongProgress)));
}

#[test]
fn a_frozen_contractor_waits_and_loses_nothing() {
    let (world, contractor) = World::works();
    world.certify(0);
    world.pass(3 * DAY);
    world.freeze(&contractor);
    assert_eq!(world.tender.try_release(&1, &0), Err(Ok(TenderError::DisburseRefused)));
    assert_eq!(progress(&world, 0), Progress::Certified);
    world.commission();
    assert!(world.town.is_live(), "the system goes live all the same");
    world.usd_admin.set_authorized(&contractor, &true);
    world.tender.release(&1, &0);
    world.assert_whole();
}

#[test]
fn works_wait_for_a_contract() {
    let world = World::open();
    let who = Address::generate(&world.e);
    let any = hash(&world.e, 1);
    assert_eq!(world.tender.try_submit_evidence(&1, &0, &any), Err(Ok(TenderError::WrongStage)));
    assert_eq!(world.tender.try_certify(&1, &0, &any), Err(Ok(TenderError::WrongStage)));
    assert_eq!(world.tender.try_release(&1, &0), Err(Ok(TenderError::WrongStage)));
    assert_eq!(world.tender.try_dispute(&1, &who, &0, &any), Err(Ok(TenderError::WrongStage)));
    assert_eq!(world.tender.try_start_commissioning(&1), Err(Ok(TenderError::WrongStage)));
    assert_eq!(world.tender.try_terminate(&1, &any), Err(Ok(TenderError::WrongStage)));
}

#[test]
fn a_rejection_leaves_time_to_mend_three_times() {
    let (world, _) = World::works();
    let (evidence, reason) = (hash(&world.e, 1), hash(&world.e, 2));
    world.pass(30 * DAY);
    for _ in 0..3 {
        world.tender.submit_evidence(&1, &0, &evidence);
        world.tender.reject(&1, &0, &evidence, &reason);
        let due_at = world.tender.milestones(&1).get_unchecked(0).due_at;
        assert_eq!(due_at, world.now() + 3 * DAY);
        world.at(due_at);
    }
    world.tender.submit_evidence(&1, &0, &evidence);
    world.tender.reject(&1, &0, &evidence, &reason);
    assert_eq!(world.tender.try_terminate(&1, &reason), Err(Ok(TenderError::NotInDefault)));
    world.pass(1);
    world.tender.terminate(&1, &reason);
}

#[test]
fn a_contractor_who_is_late_is_replaced_and_what_is_left_tendered_again() {
    let (world, contractor) = World::works();
    world.build(0);
    let paid = world.usd.balance(&contractor);
    world.certify(1);
    world.pass(87 * DAY);
    assert_eq!(world.tender.try_terminate(&1, &hash(&world.e, 1)), Err(Ok(TenderError::NotInDefault)));
    world.pass(1);
    // The last milestone and what was withheld of the first.
    assert_eq!(world.tender.terminate(&1, &hash(&world.e, 1)), 48_000 * UNIT + 7_999_2000000);
    world.assert_whole();
    assert_eq!(world.tender.settle_bond(&1, &contractor), BOND);
    assert_eq!(world.usd.balance(&world.forfeits_to), BOND);

    // What is certified stays payable, less what is withheld, and is no money for another contract.
    let claimed = 112_008 * UNIT;
    assert_eq!(world.tender.committed(), claimed);
    let now = world.now();
    let later = |mut terms: crate::types::Terms| {
        for time in [&mut terms.withdraw_by, &mut terms.commit_by, &mut terms.score_by, &mut terms.reveal_by] {
            *time = *time - super::fixture::T0 + now;
        }
        terms
    };
    let mut terms = later(world.terms());
    terms.ceiling = world.town.construction() - claimed + 1;
    assert_eq!(world.tender.try_open(&terms), Err(Ok(TenderError::OverBudget)));
    terms.ceiling -= 1;
    assert_eq!(world.tender.open(&terms), 2);
    assert_eq!(world.tender.release(&1, &1), 100_807_2000000);
    assert_eq!(world.usd.balance(&contractor), paid + 100_807_2000000);
    assert_eq!(world.tender.committed(), 0);
    world.assert_whole();

    let next = world.bid(5, 90_000);
    world.reveal(5, &next, 90_000);
    world.contract(&next);
    assert_eq!(world.tender.committed(), 90_000 * UNIT);
    world.assert_whole();
}

#[test]
fn evidence_in_time_goes_to_the_arbiter_when_another_milestone_ends_the_contract() {
    let (world, contractor) = World::works();
    world.tender.submit_evidence(&1, &1, &hash(&world.e, 1));
    world.pass(30 * DAY + 1);
    let freed = world.tender.terminate(&1, &hash(&world.e, 1));
    assert_eq!(freed, 79_992 * UNIT + 48_000 * UNIT);
    assert_eq!(
        [0, 1, 2, 3].map(|at| progress(&world, at)),
        [Progress::Void, Progress::Disputed, Progress::Void, Progress::Void]
    );
    world.assert_whole();
    world.tender.decide(&1, &1, &5_000);
    assert_eq!(world.tender.release(&1, &1), 50_403_6000000);
    assert_eq!(world.usd.balance(&contractor), 50_403_6000000);
    assert_eq!(world.tender.committed(), 0);
    world.assert_whole();
}

#[test]
fn late_evidence_does_not_keep_a_contract_alive() {
    let (world, _) = World::works();
    world.pass(30 * DAY + 1);
    world.tender.submit_evidence(&1, &0, &hash(&world.e, 1));
    world.tender.terminate(&1, &hash(&world.e, 1));
    assert_eq!(progress(&world, 0), Progress::Void);
    assert_eq!(world.tender.committed(), 0);
    let again = world.tender.try_submit_evidence(&1, &0, &hash(&world.e, 1));
    assert_eq!(again, Err(Ok(TenderError::WrongStage)));
}

#[test]
fn a_test_not_passed_in_time_ends_the_contract_with_the_last_milestone_unpaid() {
    let (world, _) = World::works();
    for milestone in 0..3 {
        world.certify(milestone);
    }
    world.pass(120 * DAY + 1);
    assert_eq!(world.tender.terminate(&1, &hash(&world.e, 1)), 48_000 * UNIT);
    assert_eq!(progress(&world, 2), Progress::Void);
    world.tender.release(&1, &0);
    world.tender.release(&1, &1);
    assert_eq!(world.tender.committed(), 0);
    world.assert_whole();
}
