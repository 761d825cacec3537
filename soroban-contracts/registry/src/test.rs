//! The registry's guarantees, through its calls.

extern crate std;
use crate::{Registry, RegistryClient, RegistryError};
use heliobond_common::{
    api::registry::{MeterKind, Party, PartyShare},
    governance::{Governance, MIN_UPGRADE_DELAY},
    testing::register,
};
use soroban_sdk::{
    symbol_short,
    testutils::{Address as _, Events as _, Ledger as _, MockAuth, MockAuthInvoke},
    vec, Address, BytesN, Env, IntoVal, String, Val, Vec,
};
use std::vec::Vec as StdVec;

/// Above 32 bits: a network whose clock runs fast moves a year's energy in minutes.
const CAPACITY_W: u64 = 22_000_000_000;

struct Setup {
    e: Env,
    admin: Address,
    trustee: Address,
    approver: Address,
    owners: [Address; 2],
    registry: RegistryClient<'static>,
}

fn setup() -> Setup {
    let e = Env::default();
    let [admin, approver, trustee] = core::array::from_fn(|_| Address::generate(&e));
    let governance = Governance { admin: admin.clone(), trustee: trustee.clone(), upgrade_delay: MIN_UPGRADE_DELAY };
    let id = register(&e, "registry", Registry, (governance, &approver));
    let registry = RegistryClient::new(&e, &id);
    let owners = core::array::from_fn(|_| Address::generate(&e));
    e.mock_all_auths();
    Setup { e, admin, trustee, approver, owners, registry }
}

impl Setup {
    fn shares(&self, portions_bps: &[u32]) -> Vec<PartyShare> {
        let mut shares = vec![&self.e];
        for (n, portion_bps) in portions_bps.iter().enumerate() {
            shares.push_back(PartyShare { owner: self.owners[n % 2].clone(), portion_bps: *portion_bps });
        }
        shares
    }

    fn name(&self) -> String {
        String::from_str(&self.e, "Escuela Segunda Unidad")
    }

    fn proposed(&self) -> u32 {
        self.registry.propose(&self.owners[0], &self.name(), &CAPACITY_W, &self.shares(&[6_000, 4_000]))
    }

    fn approved(&self) -> u32 {
        let system = self.proposed();
        self.registry.approve(&system);
        system
    }

    fn bound(&self) -> (u32, Address) {
        let (system, offering) = (self.approved(), Address::generate(&self.e));
        self.registry.bind_offering(&system, &offering);
        (system, offering)
    }

    fn key(&self, n: u8) -> BytesN<32> {
        BytesN::from_array(&self.e, &[n; 32])
    }

    fn owned(&self, system: u32) -> StdVec<(u32, u32)> {
        let parties: Vec<Party> = self.registry.system(&system).parties;
        parties.iter().map(|party| (party.portion_bps, party.owned_bps)).collect()
    }

    /// Lets exactly one address sign exactly one call.
    fn only(&self, who: &Address, fn_name: &str, args: impl IntoVal<Env, Vec<Val>>) {
        let args = args.into_val(&self.e);
        let invoke = MockAuthInvoke { contract: &self.registry.address, fn_name, args, sub_invokes: &[] };
        self.e.mock_auths(&[MockAuth { address: who, invoke: &invoke }]);
    }

    /// The last call asked for the signature of this address and of no other.
    fn assert_signed_by(&self, who: &Address) {
        assert_eq!(self.signers(), core::slice::from_ref(who));
    }

    fn signers(&self) -> StdVec<Address> {
        self.e.auths().into_iter().map(|(address, _)| address).collect()
    }
}

#[test]
fn a_system_is_proposed_approved_and_bound_once() {
    let s = setup();
    assert_eq!(s.proposed(), 1, "ids start at 1");
    s.assert_signed_by(&s.owners[0]);
    assert_eq!(s.proposed(), 2);
    let offering = Address::generate(&s.e);
    assert_eq!(s.registry.try_bind_offering(&1, &offering), Err(Ok(RegistryError::NotApproved)));
    s.registry.approve(&1);
    s.assert_signed_by(&s.approver);
    assert_eq!(s.registry.try_approve(&1), Err(Ok(RegistryError::AlreadyApproved)));
    assert_eq!(s.registry.offering_of(&1), None);
    s.registry.bind_offering(&1, &offering);
    s.assert_signed_by(&s.approver);
    assert_eq!(s.registry.offering_of(&1), Some(offering.clone()));
    assert_eq!(s.registry.try_bind_offering(&1, &offering), Err(Ok(RegistryError::AlreadyBound)));
    let system = s.registry.system(&1);
    assert!(system.approved && system.offering == Some(offering) && system.capacity_w == CAPACITY_W);
    assert_eq!(
        system.parties.get(1),
        Some(Party { owner: s.owners[1].clone(), portion_bps: 4_000, owned_bps: 0, former: None })
    );
    assert_eq!(s.registry.party(&1, &0).portion_bps, 6_000);
}

#[test]
fn a_proposal_is_refused_by_the_first_thing_wrong_with_it() {
    let s = setup();
    let (name, shares) = (s.name(), s.shares(&[10_000]));
    let refusal = |name: &String, capacity_w: u64, shares: &Vec<PartyShare>| {
        s.registry.try_propose(&s.owners[0], name, &capacity_w, shares).unwrap_err().unwrap()
    };
    let long = String::from_str(&s.e, core::str::from_utf8(&[b'x'; 65]).unwrap());
    assert_eq!(refusal(&String::from_str(&s.e, ""), 1, &shares), RegistryError::BadName);
    assert_eq!(refusal(&long, 1, &shares), RegistryError::BadName);
    assert_eq!(refusal(&name, 0, &shares), RegistryError::BadCapacity);
    assert_eq!(refusal(&name, 1, &vec![&s.e]), RegistryError::BadPartyCount);
    assert_eq!(refusal(&name, 1, &s.shares(&[588; 17])), RegistryError::BadPartyCount);
    assert_eq!(refusal(&name, 1, &s.shares(&[5_000, 4_999])), RegistryError::BadPortions);
    assert_eq!(s.registry.propose(&s.owners[0], &name, &1, &s.shares(&[625; 16])), 1);
}

#[test]
fn what_does_not_exist_is_named() {
    let s = setup();
    assert_eq!(s.registry.try_system(&1), Err(Ok(RegistryError::SystemNotFound)));
    assert_eq!(s.registry.try_approve(&1), Err(Ok(RegistryError::SystemNotFound)));
    assert_eq!(s.registry.try_meter(&1), Err(Ok(RegistryError::MeterNotFound)));
    assert_eq!(s.registry.try_party(&s.proposed(), &2), Err(Ok(RegistryError::PartyNotFound)));
}

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
