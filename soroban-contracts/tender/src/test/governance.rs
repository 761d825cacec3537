//! Governance as this contract offers it, and roles that stay apart.

use super::fixture::{env, governance, hash, roles, World, COMMIT_BY, DAY, REVEAL_BY};
use crate::error::TenderError;
use crate::types::Roles;
use crate::Tender;
use heliobond_common::governance::Governance;
use soroban_sdk::testutils::Address as _;
use soroban_sdk::{symbol_short, vec, Address, Symbol};

#[test]
#[should_panic(expected = "#5005")]
fn a_constructor_with_two_roles_in_one_hand_is_refused() {
    let e = env();
    let roles = roles(&e);
    let one = Roles { certifier: roles.approver.clone(), ..roles };
    e.register(Tender, (governance(&e), Address::generate(&e), one));
}

#[test]
#[should_panic(expected = "#5089")]
fn a_constructor_without_time_to_veto_is_refused() {
    let e = env();
    e.register(Tender, (Governance { upgrade_delay: DAY, ..governance(&e) }, Address::generate(&e), roles(&e)));
}

#[test]
fn roles_that_came_into_one_hand_open_score_approve_award_and_end_nothing() {
    let world = World::open();
    let (admin, approver) = (world.governance.admin.clone(), world.roles.approver.clone());
    let bidder = world.bid(1, 240_000);
    let hand = |role: &Symbol, from: &Address, to: &Address| {
        world.tender.offer_role(from, role, to);
        world.tender.accept_role(role);
    };
    let (evaluates, approves) = (symbol_short!("evaluator"), symbol_short!("approver"));
    let apart = TenderError::RolesNotApart;
    hand(&evaluates, &world.roles.evaluator, &admin);
    world.at(COMMIT_BY);
    assert_eq!(world.tender.try_score(&1, &vec![&world.e, 1]), Err(Ok(apart)));
    world.reveal(1, &bidder, 240_000);
    world.at(REVEAL_BY);
    world.tender.approve(&1, &bidder);
    assert_eq!(world.tender.try_award(&1), Err(Ok(apart)), "an issuer who scores");
    hand(&evaluates, &admin, &world.roles.evaluator);
    hand(&approves, &approver, &bidder);
    assert_eq!(world.tender.try_approve(&1, &bidder), Err(Ok(apart)), "a bidder who approves");
    hand(&approves, &bidder, &approver);
    world.tender.award(&1);
    world.tender.accept(&1);
    world.pass(31 * DAY);
    hand(&approves, &approver, &admin);
    assert_eq!(world.tender.try_terminate(&1, &hash(&world.e, 1)), Err(Ok(apart)), "one who is both pairs of eyes");
    assert_eq!(world.tender.try_open(&world.terms()), Err(Ok(apart)));
}

#[test]
fn every_refusal_of_governance_has_its_code() {
    let world = World::open();
    let tender = &world.tender;
    let (admin, trustee) = (&world.governance.admin, &world.governance.trustee);
    let stranger = Address::generate(&world.e);
    let approver = symbol_short!("approver");
    let refused = |error| Err(Ok(error));
    assert_eq!(tender.try_accept_role(&approver), refused(TenderError::NoRoleOffer));
    assert_eq!(tender.try_offer_role(admin, &symbol_short!("mayor"), &stranger), refused(TenderError::UnknownRole));
    assert_eq!(tender.try_offer_role(&stranger, &approver, &stranger), refused(TenderError::NotPermitted));
    tender.offer_role(trustee, &approver, &stranger);
    assert_eq!(tender.try_offer_role(admin, &approver, admin), refused(TenderError::OfferPending));
    assert_eq!(tender.try_accept_role(&approver), refused(TenderError::TooEarly));
    assert_eq!(tender.try_upgrade(), refused(TenderError::NoUpgrade));
    assert_eq!(tender.try_migrate(), refused(TenderError::NothingToMigrate));
    assert_eq!(tender.version(), 1);
    assert_eq!(tender.role(&approver), Some(world.roles.approver.clone()));
}
