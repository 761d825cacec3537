//! Roles and upgrades of the offering: what is refused, and that nobody's key is the only one.

use super::fixture::{World, T0};
use crate::error::OfferingError;
use heliobond_common::governance::MIN_UPGRADE_DELAY;
use soroban_sdk::testutils::Address as _;
use soroban_sdk::{Address, BytesN, Symbol};

#[test]
fn an_upgrade_waits_for_its_delay_and_the_trustee_ends_it() {
    let world = World::funding();
    let (offering, roles) = (&world.offering, &world.roles);
    assert_eq!((offering.version(), offering.try_migrate()), (3, Err(Ok(OfferingError::NothingToMigrate))));
    assert_eq!(offering.try_upgrade(), Err(Ok(OfferingError::NoUpgrade)));
    offering.propose_upgrade(&BytesN::from_array(&world.e, &[1; 32]));
    assert_eq!(world.e.auths()[0].0, roles.issuer, "the issuer is the administrator");
    world.at(T0 + MIN_UPGRADE_DELAY - 1);
    assert_eq!(offering.try_upgrade(), Err(Ok(OfferingError::TooEarly)));
    offering.cancel_upgrade(&roles.trustee);
    assert_eq!(world.e.auths()[0].0, roles.trustee);
    assert_eq!((offering.pending_upgrade(), offering.try_upgrade()), (None, Err(Ok(OfferingError::NoUpgrade))));
    assert_eq!(offering.try_cancel_upgrade(&roles.works), Err(Ok(OfferingError::NotPermitted)));
}

#[test]
fn a_lost_key_is_replaced_after_the_delay_unless_its_holder_objects() {
    let world = World::funding();
    let (offering, roles) = (&world.offering, &world.roles);
    let next = Address::generate(&world.e);
    let role = |name: &str| Symbol::new(&world.e, name);
    assert_eq!(offering.try_offer_role(&roles.issuer, &role("king"), &next), Err(Ok(OfferingError::UnknownRole)));
    for name in ["operator", "works", "compliance"] {
        offering.offer_role(&roles.trustee, &role(name), &next);
        let replaced = offering.try_offer_role(&roles.issuer, &role(name), &next);
        assert_eq!(replaced, Err(Ok(OfferingError::OfferPending)));
        assert_eq!(offering.try_accept_role(&role(name)), Err(Ok(OfferingError::TooEarly)));
    }
    offering.cancel_role_offer(&roles.works, &role("works"));
    world.at(T0 + MIN_UPGRADE_DELAY);
    assert_eq!(offering.try_accept_role(&role("works")), Err(Ok(OfferingError::NoRoleOffer)));
    offering.accept_role(&role("operator"));
    assert_eq!((offering.roles().operator, offering.roles().works), (next, roles.works.clone()));
}
