//! Who may do what: signatures, the pause, the trustee in a party's place, offices that change hands.

use super::*;

#[test]
fn a_pause_stops_new_business_and_neither_settlement_nor_protection() {
    let s = setup();
    let (system, _) = s.bound();
    let meter = s.registry.register_meter(&system, &MeterKind::Site, &0, &s.key(1), &1);
    s.registry.pause(&s.approver);
    assert!(s.registry.paused());
    let paused = RegistryError::Paused;
    let proposal = s.registry.try_propose(&s.owners[0], &s.name(), &1, &s.shares(&[10_000]));
    assert_eq!(proposal, Err(Ok(paused)));
    assert_eq!(s.registry.try_approve(&system), Err(Ok(paused)));
    assert_eq!(s.registry.try_bind_offering(&system, &s.admin), Err(Ok(paused)));
    let meters = s.registry.try_register_meter(&system, &MeterKind::Site, &0, &s.key(2), &1);
    assert_eq!(meters, Err(Ok(paused)));
    assert_eq!(s.registry.try_new_epoch(&meter), Err(Ok(paused)));
    assert_eq!(s.registry.try_transfer_portion(&system, &0, &1, &1), Err(Ok(paused)));
    s.registry.accrue_ownership(&system, &vec![&s.e, 1, 1]);
    s.registry.revoke_meter(&meter);
    assert_eq!(s.registry.try_unpause(&s.owners[0]), Err(Ok(RegistryError::NotGuardian)));
    s.registry.unpause(&s.admin);
    s.registry.transfer_portion(&system, &0, &1, &1);
}

#[test]
fn nothing_happens_without_the_signature_of_who_acts() {
    let s = setup();
    let (system, stranger) = (s.proposed(), Address::generate(&s.e));
    s.only(&stranger, "approve", (system,));
    assert!(s.registry.try_approve(&system).is_err());
    s.only(&s.approver, "approve", (system,));
    s.registry.approve(&system);
    s.only(&stranger, "bind_offering", (system, &stranger));
    assert!(s.registry.try_bind_offering(&system, &stranger).is_err());
    s.only(&stranger, "register_meter", (system, MeterKind::Site, 0_u32, s.key(1), 1_u64));
    assert!(s.registry.try_register_meter(&system, &MeterKind::Site, &0, &s.key(1), &1).is_err());
    s.only(&s.approver, "register_meter", (system, MeterKind::Site, 0_u32, s.key(1), 1_u64));
    let meter = s.registry.register_meter(&system, &MeterKind::Site, &0, &s.key(1), &1);
    s.only(&stranger, "new_epoch", (meter,));
    assert!(s.registry.try_new_epoch(&meter).is_err());
    s.only(&stranger, "revoke_meter", (meter,));
    assert!(s.registry.try_revoke_meter(&meter).is_err());
    s.only(&stranger, "pause", (&s.approver,));
    assert!(s.registry.try_pause(&s.approver).is_err());
    s.only(&stranger, "propose", (&s.owners[0], s.name(), 1_u64, s.shares(&[10_000])));
    assert!(s.registry.try_propose(&s.owners[0], &s.name(), &1, &s.shares(&[10_000])).is_err());
}

#[test]
fn the_trustee_steps_in_for_a_party_and_gives_it_back() {
    let s = setup();
    let unbound = s.approved();
    assert_eq!(s.registry.try_step_in(&unbound, &0), Err(Ok(RegistryError::NotBound)));
    let (system, offering) = s.bound();
    s.registry.accrue_ownership(&system, &vec![&s.e, 600, 100]);
    assert_eq!(s.registry.try_restore(&system, &1), Err(Ok(RegistryError::NotSteppedIn)));
    s.registry.pause(&s.trustee);
    s.registry.step_in(&system, &1);
    s.assert_signed_by(&offering);
    let party = |former: Option<&Address>, owner: &Address| Party {
        owner: owner.clone(),
        portion_bps: 4_000,
        owned_bps: 100,
        former: former.cloned(),
    };
    assert_eq!(s.registry.party(&system, &1), party(Some(&s.owners[1]), &s.trustee));
    assert_eq!(s.registry.try_step_in(&system, &1), Err(Ok(RegistryError::SteppedIn)));
    assert_eq!(s.registry.try_step_in(&system, &2), Err(Ok(RegistryError::PartyNotFound)));
    s.registry.restore(&system, &1);
    s.assert_signed_by(&offering);
    assert_eq!(s.registry.party(&system, &1), party(None, &s.owners[1]));
    assert_eq!(s.registry.party(&system, &0).former, None);
}

#[test]
fn only_the_bound_offering_steps_in_and_restores() {
    let s = setup();
    let (system, offering) = s.bound();
    for other in [&s.trustee, &s.admin, &s.approver] {
        s.only(other, "step_in", (system, 0_u32));
        assert!(s.registry.try_step_in(&system, &0).is_err());
    }
    s.only(&offering, "step_in", (system, 0_u32));
    s.registry.step_in(&system, &0);
    for other in [&s.owners[0], &s.trustee] {
        s.only(other, "restore", (system, 0_u32));
        assert!(s.registry.try_restore(&system, &0).is_err());
    }
}

#[test]
fn who_stands_in_is_who_holds_the_office_now() {
    let s = setup();
    let (system, _) = s.bound();
    s.registry.step_in(&system, &0);
    let heir = Address::generate(&s.e);
    s.registry.offer_role(&s.trustee, &symbol_short!("trustee"), &heir);
    s.registry.accept_role(&symbol_short!("trustee"));
    assert_eq!(s.registry.trustee(), heir);
    assert_eq!(s.registry.party(&system, &0).owner, heir);
    s.registry.transfer_portion(&system, &0, &1, &1_000);
    assert!(s.signers().contains(&heir) && !s.signers().contains(&s.trustee) && !s.signers().contains(&s.owners[0]));
    s.registry.restore(&system, &0);
    assert_eq!(s.registry.party(&system, &0).owner, s.owners[0]);
    assert_eq!(s.owned(system), [(5_000, 0), (5_000, 0)]);
}

#[test]
fn the_approver_s_office_changes_hands_and_comes_back_when_its_key_is_lost() {
    let s = setup();
    let (approver, heir) = (symbol_short!("approver"), Address::generate(&s.e));
    s.registry.offer_role(&s.approver, &approver, &heir);
    s.assert_signed_by(&s.approver);
    s.registry.accept_role(&approver);
    s.assert_signed_by(&heir);
    assert_eq!(s.registry.approver(), heir);
    let system = s.proposed();
    s.only(&s.approver, "approve", (system,));
    assert!(s.registry.try_approve(&system).is_err(), "the former approver is nobody");
    s.only(&s.admin, "approve", (system,));
    assert!(s.registry.try_approve(&system).is_err(), "the approver alone");

    s.e.mock_all_auths();
    s.registry.offer_role(&s.admin, &approver, &s.approver);
    assert_eq!(s.registry.try_accept_role(&approver), Err(Ok(RegistryError::TooEarly)));
    s.e.ledger().set_timestamp(MIN_UPGRADE_DELAY);
    s.registry.accept_role(&approver);
    assert_eq!(s.registry.approver(), s.approver);
}

#[test]
fn the_constructor_refuses_a_governance_without_a_second_person_or_a_delay() {
    let e = Env::default();
    let [admin, approver] = core::array::from_fn(|_| Address::generate(&e));
    let built = |trustee: &Address, upgrade_delay: u64| {
        let governance = Governance { admin: admin.clone(), trustee: trustee.clone(), upgrade_delay };
        let built = std::panic::AssertUnwindSafe(|| e.register(Registry, (governance, &approver)));
        std::panic::catch_unwind(built).is_ok()
    };
    assert!(built(&approver, MIN_UPGRADE_DELAY));
    assert!(!built(&admin, MIN_UPGRADE_DELAY));
    assert!(!built(&approver, MIN_UPGRADE_DELAY - 1));
}
