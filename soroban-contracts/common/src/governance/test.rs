//! The guarantees of governance, through the calls of a contract that has nothing else.

extern crate std;
use super::*;
use crate::{governance_errors, governed, ttl};
use soroban_sdk::{
    contract, contracterror, contractimpl, symbol_short,
    testutils::{storage::Instance as _, Address as _, Events as _, Ledger as _, MockAuth, MockAuthInvoke},
    Address, BytesN, Env, IntoVal, Symbol, Val, Vec,
};
use std::vec::Vec as StdVec;

const NOW: u64 = 1_790_000_000;
const DELAY: u64 = 40 * 24 * 60 * 60;
const KEEPER: Symbol = symbol_short!("keeper");

#[contracterror]
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
#[repr(u32)]
pub enum OfficeError {
    NoRoleOffer = 80,
    Paused = 81,
    NotGuardian = 82,
    UnknownRole = 83,
    NotPermitted = 84,
    OfferPending = 85,
    TooEarly = 86,
    NoUpgrade = 87,
    NothingToMigrate = 88,
    BadGovernance = 89,
}
governance_errors!(OfficeError);

#[contract]
pub struct Office;

#[contractimpl]
impl Office {
    pub fn __constructor(e: &Env, governance: Governance, keeper: Address) -> Result<(), OfficeError> {
        init(e, &governance, 1)?;
        roles::set_holder(e, KEEPER, &keeper);
        Ok(())
    }

    pub fn work(e: &Env) -> Result<(), OfficeError> {
        Ok(require_running(e)?)
    }
}
governed!(Office, OfficeError, version = 1, guardians = ["keeper"]);

struct Setup {
    e: Env,
    admin: Address,
    trustee: Address,
    keeper: Address,
    heir: Address,
    office: OfficeClient<'static>,
}

fn setup() -> Setup {
    let e = Env::default();
    e.ledger().set_timestamp(NOW);
    let [admin, trustee, keeper, heir] = core::array::from_fn(|_| Address::generate(&e));
    let governance = Governance { admin: admin.clone(), trustee: trustee.clone(), upgrade_delay: DELAY };
    let id = e.register(Office, (governance, &keeper));
    let office = OfficeClient::new(&e, &id);
    e.mock_all_auths();
    Setup { e, admin, trustee, keeper, heir, office }
}

impl Setup {
    fn at(&self, timestamp: u64) {
        self.e.ledger().set_timestamp(timestamp);
    }

    /// The last call asked for the signature of this address and of no other.
    fn assert_signed_by(&self, who: &Address) {
        assert_eq!(self.signers(), core::slice::from_ref(who));
    }

    fn signers(&self) -> StdVec<Address> {
        self.e.auths().into_iter().map(|(address, _)| address).collect()
    }

    /// Lets exactly one address sign exactly one call.
    fn only(&self, who: &Address, fn_name: &str, args: impl IntoVal<Env, Vec<Val>>) {
        let args = args.into_val(&self.e);
        let invoke = MockAuthInvoke { contract: &self.office.address, fn_name, args, sub_invokes: &[] };
        self.e.mock_auths(&[MockAuth { address: who, invoke: &invoke }]);
    }

    fn announces(&self) -> usize {
        self.e.events().all().filter_by_contract(&self.office.address).events().len()
    }

    fn hash(&self) -> BytesN<32> {
        BytesN::from_array(&self.e, &[7; 32])
    }
}

#[test]
fn the_constructor_refuses_one_person_in_both_offices_and_delays_out_of_bounds() {
    let e = Env::default();
    let [admin, trustee, keeper] = core::array::from_fn(|_| Address::generate(&e));
    let built = |admin: &Address, trustee: &Address, upgrade_delay: u64| {
        let governance = Governance { admin: admin.clone(), trustee: trustee.clone(), upgrade_delay };
        let built = std::panic::AssertUnwindSafe(|| e.register(Office, (governance, &keeper)));
        std::panic::catch_unwind(built).is_ok()
    };
    assert!(built(&admin, &trustee, MIN_UPGRADE_DELAY));
    assert!(built(&admin, &trustee, MAX_UPGRADE_DELAY));
    assert!(!built(&admin, &trustee, MIN_UPGRADE_DELAY - 1));
    assert!(!built(&admin, &trustee, MAX_UPGRADE_DELAY + 1));
    assert!(!built(&admin, &admin, MIN_UPGRADE_DELAY));
}

#[test]
fn a_holder_hands_a_role_over_at_once_and_the_receiver_has_to_sign() {
    let s = setup();
    s.office.offer_role(&s.keeper, &KEEPER, &s.heir);
    s.assert_signed_by(&s.keeper);
    assert_eq!(s.announces(), 1);
    let offer = RoleOffer { to: s.heir.clone(), by: s.keeper.clone(), ready_at: NOW };
    assert_eq!(s.office.role_offer(&KEEPER), Some(offer));
    assert_eq!(s.office.role(&KEEPER), Some(s.keeper.clone()), "an offer changes nothing");
    for other in [&s.admin, &s.trustee, &s.keeper] {
        s.only(other, "accept_role", (KEEPER,));
        assert!(s.office.try_accept_role(&KEEPER).is_err());
    }
    s.only(&s.heir, "accept_role", (KEEPER,));
    s.office.accept_role(&KEEPER);
    assert_eq!(s.announces(), 1);
    assert_eq!(s.office.role(&KEEPER), Some(s.heir.clone()));
    assert_eq!(s.office.role_offer(&KEEPER), None);
    assert_eq!(s.office.try_accept_role(&KEEPER), Err(Ok(OfficeError::NoRoleOffer)));
}

#[test]
fn a_role_whose_key_is_lost_comes_back_after_the_delay() {
    let s = setup();
    s.office.offer_role(&s.trustee, &symbol_short!("admin"), &s.heir);
    s.assert_signed_by(&s.trustee);
    s.at(NOW + DELAY - 1);
    assert_eq!(s.office.try_accept_role(&ADMIN), Err(Ok(OfficeError::TooEarly)));
    s.at(NOW + DELAY);
    s.office.accept_role(&ADMIN);
    s.assert_signed_by(&s.heir);
    assert_eq!(s.office.governance(), Governance { admin: s.heir, trustee: s.trustee, upgrade_delay: DELAY });
}

#[test]
fn a_holder_in_possession_of_the_key_cancels_what_administrator_or_trustee_offers() {
    let s = setup();
    s.office.offer_role(&s.admin, &TRUSTEE, &s.heir);
    for stranger in [&s.keeper, &s.heir] {
        let refused = s.office.try_cancel_role_offer(stranger, &TRUSTEE);
        assert_eq!(refused, Err(Ok(OfficeError::NotPermitted)));
    }
    s.office.cancel_role_offer(&s.trustee, &TRUSTEE);
    s.assert_signed_by(&s.trustee);
    s.at(NOW + DELAY);
    assert_eq!(s.office.try_accept_role(&TRUSTEE), Err(Ok(OfficeError::NoRoleOffer)));
    assert_eq!(s.office.try_cancel_role_offer(&s.trustee, &TRUSTEE), Err(Ok(OfficeError::NoRoleOffer)));

    s.office.offer_role(&s.admin, &KEEPER, &s.heir);
    s.office.offer_role(&s.keeper, &KEEPER, &s.trustee);
    assert_eq!(
        s.office.role_offer(&KEEPER).map(|offer| offer.to),
        Some(s.trustee),
        "the holder's own offer goes first"
    );
}

#[test]
fn one_overseer_does_not_restart_the_other_s_clock() {
    let s = setup();
    s.office.offer_role(&s.admin, &KEEPER, &s.heir);
    let refused = s.office.try_offer_role(&s.trustee, &KEEPER, &s.trustee);
    assert_eq!(refused, Err(Ok(OfficeError::OfferPending)));
    s.at(NOW + 5);
    s.office.offer_role(&s.admin, &KEEPER, &s.heir);
    assert_eq!(s.office.role_offer(&KEEPER).map(|offer| offer.ready_at), Some(NOW + 5 + DELAY), "their own they do");
}

#[test]
fn an_offer_lapses_with_time_and_with_the_office_of_who_made_it() {
    let s = setup();
    s.office.offer_role(&s.keeper, &KEEPER, &s.heir);
    s.at(NOW + WINDOW);
    assert!(s.office.role_offer(&KEEPER).is_some());
    s.at(NOW + WINDOW + 1);
    assert_eq!(s.office.role_offer(&KEEPER), None);
    assert_eq!(s.office.try_accept_role(&KEEPER), Err(Ok(OfficeError::NoRoleOffer)));

    s.office.offer_role(&s.admin, &KEEPER, &s.admin);
    s.office.offer_role(&s.admin, &ADMIN, &s.heir);
    s.office.accept_role(&ADMIN);
    s.at(NOW + WINDOW + 1 + DELAY);
    assert_eq!(
        s.office.try_accept_role(&KEEPER),
        Err(Ok(OfficeError::NoRoleOffer)),
        "its maker is administrator no more"
    );
}

#[test]
fn nobody_else_offers_a_role_and_there_are_no_others() {
    let s = setup();
    let stranger = Address::generate(&s.e);
    assert_eq!(s.office.try_offer_role(&stranger, &KEEPER, &stranger), Err(Ok(OfficeError::NotPermitted)));
    assert_eq!(s.office.try_offer_role(&s.keeper, &ADMIN, &stranger), Err(Ok(OfficeError::NotPermitted)));
    let unknown = symbol_short!("king");
    assert_eq!(s.office.try_offer_role(&s.admin, &unknown, &s.heir), Err(Ok(OfficeError::UnknownRole)));
    assert_eq!(s.office.role(&unknown), None);
    s.only(&stranger, "offer_role", (&s.keeper, KEEPER, &stranger));
    assert!(s.office.try_offer_role(&s.keeper, &KEEPER, &stranger).is_err());
    s.only(&stranger, "cancel_role_offer", (&s.keeper, KEEPER));
    assert!(s.office.try_cancel_role_offer(&s.keeper, &KEEPER).is_err());
}

#[test]
fn administrator_and_trustee_never_become_one() {
    let s = setup();
    s.office.offer_role(&s.admin, &ADMIN, &s.trustee);
    assert_eq!(s.office.try_accept_role(&ADMIN), Err(Ok(OfficeError::BadGovernance)));
    s.office.offer_role(&s.admin, &TRUSTEE, &s.admin);
    s.at(NOW + DELAY);
    assert_eq!(s.office.try_accept_role(&TRUSTEE), Err(Ok(OfficeError::BadGovernance)));
}

#[test]
fn an_upgrade_waits_and_expires() {
    let s = setup();
    assert_eq!(s.office.try_upgrade(), Err(Ok(OfficeError::NoUpgrade)));
    s.office.propose_upgrade(&s.hash());
    s.assert_signed_by(&s.admin);
    let pending = PendingUpgrade { wasm_hash: s.hash(), ready_at: NOW + DELAY, expires_at: NOW + DELAY + WINDOW };
    assert_eq!(s.office.pending_upgrade(), Some(pending));
    s.at(NOW + DELAY - 1);
    assert_eq!(s.office.try_upgrade(), Err(Ok(OfficeError::TooEarly)));
    s.at(NOW + DELAY + WINDOW + 1);
    assert_eq!(s.office.try_upgrade(), Err(Ok(OfficeError::NoUpgrade)));
    s.at(NOW + DELAY);
    assert!(s.office.try_upgrade().is_err(), "code that nobody uploaded");
    assert!(s.office.pending_upgrade().is_some(), "and nothing changed");
    s.only(&s.trustee, "upgrade", ());
    assert!(s.office.try_upgrade().is_err());
    s.only(&s.trustee, "propose_upgrade", (s.hash(),));
    assert!(s.office.try_propose_upgrade(&s.hash()).is_err());
}

#[test]
fn the_trustee_vetoes_an_upgrade() {
    let s = setup();
    assert_eq!(s.office.try_cancel_upgrade(&s.trustee), Err(Ok(OfficeError::NoUpgrade)));
    s.office.propose_upgrade(&s.hash());
    assert_eq!(s.office.try_cancel_upgrade(&s.keeper), Err(Ok(OfficeError::NotPermitted)));
    s.office.cancel_upgrade(&s.trustee);
    s.assert_signed_by(&s.trustee);
    assert_eq!(s.announces(), 1);
    s.at(NOW + DELAY);
    assert_eq!(s.office.try_upgrade(), Err(Ok(OfficeError::NoUpgrade)));
    s.office.propose_upgrade(&s.hash());
    s.office.cancel_upgrade(&s.admin);
    assert_eq!(s.office.pending_upgrade(), None);
}

#[test]
fn a_new_announcement_waits_anew() {
    let s = setup();
    s.office.propose_upgrade(&s.hash());
    s.at(NOW + DELAY);
    let other = BytesN::from_array(&s.e, &[8; 32]);
    s.office.propose_upgrade(&other);
    assert_eq!(s.office.try_upgrade(), Err(Ok(OfficeError::TooEarly)));
    assert_eq!(s.office.pending_upgrade().map(|pending| pending.wasm_hash), Some(other));
}

#[test]
fn there_is_nothing_to_migrate_in_what_this_build_wrote() {
    let s = setup();
    assert_eq!(s.office.version(), 1);
    assert_eq!(s.office.try_migrate(), Err(Ok(OfficeError::NothingToMigrate)));
    s.e.as_contract(&s.office.address, || {
        assert!(upgrade::is_migrated(&s.e, 1));
        assert!(!upgrade::is_migrated(&s.e, 0) && !upgrade::is_migrated(&s.e, 2), "another version wrote another form");
    });
}

#[test]
fn whatever_changes_keeps_the_contract_alive_for_its_class() {
    let s = setup();
    let left = || s.e.as_contract(&s.office.address, || s.e.storage().instance().get_ttl());
    s.office.pause(&s.keeper);
    assert_eq!(left(), ttl::INSTANCE.extend_to);
    let passed = ttl::INSTANCE.extend_to - ttl::INSTANCE.threshold;
    s.e.ledger().with_mut(|ledger| ledger.sequence_number += passed + 1);
    assert_eq!(left(), ttl::INSTANCE.threshold - 1);
    s.office.unpause(&s.keeper);
    assert_eq!(left(), ttl::INSTANCE.extend_to);
}

#[test]
fn administrator_trustee_and_guardian_pause_and_nobody_else() {
    let s = setup();
    for guardian in [&s.admin, &s.trustee, &s.keeper] {
        s.office.pause(guardian);
        assert_eq!((s.signers(), s.announces()), (StdVec::from([guardian.clone()]), 1));
        s.office.pause(guardian);
        assert_eq!(s.announces(), 0, "twice is as good as once");
        assert!(s.office.paused());
        assert_eq!(s.office.try_work(), Err(Ok(OfficeError::Paused)));
        s.office.unpause(guardian);
        assert_eq!((s.signers(), s.announces()), (StdVec::from([guardian.clone()]), 1));
        assert!(!s.office.paused());
        s.office.work();
    }
    assert_eq!(s.office.try_pause(&s.heir), Err(Ok(OfficeError::NotGuardian)));
    assert_eq!(s.office.try_unpause(&s.heir), Err(Ok(OfficeError::NotGuardian)));
    s.only(&s.heir, "pause", (&s.admin,));
    assert!(s.office.try_pause(&s.admin).is_err());
}
