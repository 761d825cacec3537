//! What each party has and owns, and how it changes hands.

use super::*;

#[test]
fn ownership_accrues_by_the_bound_offering_only_and_never_falls() {
    let s = setup();
    let unbound = s.approved();
    assert_eq!(s.registry.try_accrue_ownership(&unbound, &vec![&s.e, 1, 1]), Err(Ok(RegistryError::NotBound)));
    let (system, offering) = s.bound();
    s.registry.accrue_ownership(&system, &vec![&s.e, 600, 100]);
    s.assert_signed_by(&offering);
    assert_eq!(s.owned(system), [(6_000, 600), (4_000, 100)]);
    s.registry.accrue_ownership(&system, &vec![&s.e, 599, 5_000]);
    assert_eq!(s.owned(system), [(6_000, 600), (4_000, 4_000)]);
    s.registry.accrue_ownership(&system, &vec![&s.e, 0, 0]);
    assert!(s.e.events().all().filter_by_contract(&s.registry.address).events().is_empty(), "no change, no event");
    let wrong = s.registry.try_accrue_ownership(&system, &vec![&s.e, 1]);
    assert_eq!(wrong, Err(Ok(RegistryError::WrongLength)));

    let stranger = Address::generate(&s.e);
    s.only(&stranger, "accrue_ownership", (system, vec![&s.e, 6_000_u32, 4_000_u32]));
    assert!(s.registry.try_accrue_ownership(&system, &vec![&s.e, 6_000, 4_000]).is_err());
    s.only(&s.approver, "accrue_ownership", (system, vec![&s.e, 6_000_u32, 4_000_u32]));
    assert!(s.registry.try_accrue_ownership(&system, &vec![&s.e, 6_000, 4_000]).is_err());
    assert_eq!(s.owned(system)[0], (6_000, 600));
}

#[test]
fn a_portion_moves_with_three_signatures_and_takes_what_is_owned_along() {
    let s = setup();
    let (system, _) = s.bound();
    s.registry.accrue_ownership(&system, &vec![&s.e, 3_001, 0]);
    s.registry.transfer_portion(&system, &0, &1, &2_000);
    let signers = s.signers();
    assert_eq!(signers.len(), 3);
    assert!([&s.approver, &s.owners[0], &s.owners[1]].iter().all(|who| signers.contains(who)));
    assert_eq!(s.owned(system), [(4_000, 2_001), (6_000, 1_000)]);

    assert_eq!(s.registry.try_transfer_portion(&system, &0, &0, &1), Err(Ok(RegistryError::SameParty)));
    assert_eq!(s.registry.try_transfer_portion(&system, &0, &2, &1), Err(Ok(RegistryError::PartyNotFound)));
    assert_eq!(s.registry.try_transfer_portion(&system, &0, &1, &4_001), Err(Ok(RegistryError::BadTransfer)));
    let proposed = s.proposed();
    assert_eq!(s.registry.try_transfer_portion(&proposed, &0, &1, &1), Err(Ok(RegistryError::NotApproved)));
}

#[test]
fn each_of_the_three_signatures_of_a_transfer_is_needed() {
    let s = setup();
    let (system, _) = s.bound();
    let three = [&s.approver, &s.owners[0], &s.owners[1]];
    for missing in 0..3 {
        let args: Vec<Val> = (system, 0_u32, 1_u32, 1_u32).into_val(&s.e);
        let invoke =
            MockAuthInvoke { contract: &s.registry.address, fn_name: "transfer_portion", args, sub_invokes: &[] };
        let auths: StdVec<MockAuth> = three
            .iter()
            .enumerate()
            .filter(|(n, _)| *n != missing)
            .map(|(_, address)| MockAuth { address, invoke: &invoke })
            .collect();
        s.e.mock_auths(&auths);
        assert!(s.registry.try_transfer_portion(&system, &0, &1, &1).is_err(), "without signature {missing}");
    }
}

#[test]
fn one_owner_of_two_parties_signs_once() {
    let s = setup();
    let system = s.registry.propose(&s.owners[0], &s.name(), &1, &s.shares(&[2_000, 3_000, 5_000]));
    s.registry.approve(&system);
    s.registry.transfer_portion(&system, &0, &2, &500);
    assert_eq!(s.signers().len(), 2);
    assert_eq!(s.owned(system), [(1_500, 0), (3_000, 0), (5_500, 0)]);
}

#[test]
fn a_party_is_sold_with_three_signatures() {
    let s = setup();
    let (system, buyer) = (s.proposed(), Address::generate(&s.e));
    assert_eq!(s.registry.try_transfer_party(&system, &0, &buyer), Err(Ok(RegistryError::NotApproved)));
    s.registry.approve(&system);
    s.registry.transfer_party(&system, &0, &buyer);
    let signers = s.signers();
    assert_eq!(signers.len(), 3);
    assert!([&s.approver, &s.owners[0], &buyer].iter().all(|who| signers.contains(who)));
    assert_eq!(s.registry.party(&system, &0).owner, buyer);
    assert_eq!(s.registry.try_transfer_party(&system, &0, &buyer), Err(Ok(RegistryError::SameOwner)));
    assert_eq!(s.registry.try_transfer_party(&system, &2, &buyer), Err(Ok(RegistryError::PartyNotFound)));
    s.registry.bind_offering(&system, &s.admin);
    s.registry.step_in(&system, &0);
    assert_eq!(s.registry.try_transfer_party(&system, &0, &s.owners[0]), Err(Ok(RegistryError::SteppedIn)));
    s.registry.pause(&s.admin);
    assert_eq!(s.registry.try_transfer_party(&system, &1, &buyer), Err(Ok(RegistryError::Paused)));
    s.registry.unpause(&s.admin);
    for missing in [&s.approver, &s.owners[1], &buyer] {
        let args: Vec<Val> = (system, 1_u32, &buyer).into_val(&s.e);
        let invoke =
            MockAuthInvoke { contract: &s.registry.address, fn_name: "transfer_party", args, sub_invokes: &[] };
        let auths: StdVec<MockAuth> = [&s.approver, &s.owners[1], &buyer]
            .into_iter()
            .filter(|who| *who != missing)
            .map(|address| MockAuth { address, invoke: &invoke })
            .collect();
        s.e.mock_auths(&auths);
        assert!(s.registry.try_transfer_party(&system, &1, &buyer).is_err());
    }
}
