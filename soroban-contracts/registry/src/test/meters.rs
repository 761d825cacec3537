//! Meters: registered, replaced, revoked, refused.

use super::*;

#[test]
fn a_meter_is_registered_replaced_and_revoked() {
    let s = setup();
    let system = s.approved();
    let meter = s.registry.register_meter(&system, &MeterKind::Load, &1, &s.key(7), &5_000);
    s.assert_signed_by(&s.approver);
    let record = s.registry.meter(&meter);
    assert_eq!((meter, record.party, record.epoch, record.revoked), (1, 1, 1, false));
    assert_eq!(record.key, s.key(7));
    assert_eq!(s.registry.new_epoch(&meter), 2);
    s.assert_signed_by(&s.approver);
    s.registry.revoke_meter(&meter);
    s.assert_signed_by(&s.approver);
    assert!(s.registry.meter(&meter).revoked);
    assert_eq!(s.registry.try_new_epoch(&meter), Err(Ok(RegistryError::MeterRevoked)));
    assert_eq!(s.registry.try_revoke_meter(&meter), Err(Ok(RegistryError::MeterRevoked)));
    assert_eq!(s.registry.system(&system).meters, vec![&s.e, meter]);
}

#[test]
fn a_meter_is_refused_by_the_first_thing_wrong_with_it() {
    let s = setup();
    let [proposed, system] = [s.proposed(), s.approved()];
    let refusal = |system: u32, kind: MeterKind, party: u32, key: u8, capacity_w: u64| {
        s.registry.try_register_meter(&system, &kind, &party, &s.key(key), &capacity_w).unwrap_err().unwrap()
    };
    assert_eq!(refusal(proposed, MeterKind::Site, 0, 1, 1), RegistryError::NotApproved);
    assert_eq!(refusal(system, MeterKind::Load, 2, 1, 1), RegistryError::PartyNotFound);
    assert_eq!(refusal(system, MeterKind::Site, 1, 1, 1), RegistryError::SiteMeterHasParty);
    assert_eq!(refusal(system, MeterKind::Site, 0, 1, 0), RegistryError::BadCapacity);
    for n in 1..=32 {
        assert_eq!(s.registry.register_meter(&system, &MeterKind::Combined, &0, &s.key(n), &1), u32::from(n));
    }
    assert_eq!(refusal(system, MeterKind::Site, 0, 33, 1), RegistryError::TooManyMeters);
    let other = s.approved();
    s.registry.revoke_meter(&1);
    assert_eq!(refusal(other, MeterKind::Site, 0, 1, 1), RegistryError::KeyTaken, "a revoked key stays taken");
}
