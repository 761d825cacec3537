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

mod meters;
mod offices;
mod portions;

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
    let text = |bytes: &[u8]| String::from_str(&s.e, core::str::from_utf8(bytes).unwrap());
    let long = text(&[b'x'; 65]);
    assert_eq!(refusal(&String::from_str(&s.e, ""), 1, &shares), RegistryError::BadName);
    assert_eq!(refusal(&long, 1, &shares), RegistryError::BadName);
    assert_eq!(refusal(&name, 0, &shares), RegistryError::BadCapacity);
    assert_eq!(refusal(&name, 1, &vec![&s.e]), RegistryError::BadPartyCount);
    assert_eq!(refusal(&name, 1, &s.shares(&[588; 17])), RegistryError::BadPartyCount);
    assert_eq!(refusal(&name, 1, &s.shares(&[5_000, 4_999])), RegistryError::BadPortions);
    assert_eq!(s.registry.propose(&s.owners[0], &text(&[b'x'; 64]), &1, &s.shares(&[625; 16])), 1);
}

#[test]
fn what_does_not_exist_is_named() {
    let s = setup();
    assert_eq!(s.registry.try_system(&1), Err(Ok(RegistryError::SystemNotFound)));
    assert_eq!(s.registry.try_approve(&1), Err(Ok(RegistryError::SystemNotFound)));
    assert_eq!(s.registry.try_meter(&1), Err(Ok(RegistryError::MeterNotFound)));
    assert_eq!(s.registry.try_party(&s.proposed(), &2), Err(Ok(RegistryError::PartyNotFound)));
}
