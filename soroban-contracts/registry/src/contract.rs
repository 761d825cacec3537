//! The registry's calls: authorise, load, decide, store, announce.

use crate::{
    error::RegistryError,
    events::{
        EpochOpened, MeterRegistered, MeterRevoked, OfferingBound, OwnershipAccrued, PartyTransferred,
        PortionTransferred, Restored, SteppedIn, SystemApproved, SystemProposed,
    },
    portions::{self, Holding},
    storage::{self, SystemHead},
};
use heliobond_common::{
    api::registry::{Meter, MeterKind, Party, PartyShare, System},
    governance::{self, require_running, Governance, TRUSTEE},
    governed, ttl,
};
use soroban_sdk::{contract, contractimpl, symbol_short, Address, BytesN, Env, String, Symbol, Vec};

/// The interface of this build. Grows when a call changes its meaning.
const VERSION: u32 = 1;
const MAX_NAME_BYTES: u32 = 64;
const MAX_PARTIES: u32 = 16;
const MAX_METERS: u32 = 32;
const FIRST_EPOCH: u32 = 1;
/// The role that lets systems and meters in.
const APPROVER: Symbol = symbol_short!("approver");

/// Solar systems, their parties and their meters.
#[contract]
pub struct Registry;

#[contractimpl]
impl Registry {
    /// Names who governs, and the approver, who alone lets systems and meters in. What the parties do not own yet the
    /// trustee of the governance holds.
    ///
    /// # Errors
    /// * [`RegistryError::BadGovernance`]
    pub fn __constructor(e: &Env, governance: Governance, approver: Address) -> Result<(), RegistryError> {
        governance::init(e, &governance, VERSION)?;
        governance::roles::set_holder(e, APPROVER, &approver);
        Ok(())
    }

    /// Proposes a system and returns its id; the proposer signs.
    ///
    /// # Errors
    /// * [`RegistryError::Paused`] - When the contract is paused.
    /// * [`RegistryError::BadName`] - When the name has not 1 to 64 bytes.
    /// * [`RegistryError::BadCapacity`] - When the rated power is 0.
    /// * [`RegistryError::BadPartyCount`] - When there are not 1 to 16 parties.
    /// * [`RegistryError::BadPortions`] - When a portion is 0 or they do not add up to 10,000.
    ///
    /// # Events
    /// * [`SystemProposed`]
    pub fn propose(
        e: &Env,
        proposer: Address,
        name: String,
        capacity_w: u64,
        shares: Vec<PartyShare>,
    ) -> Result<u32, RegistryError> {
        proposer.require_auth();
        require_running(e)?;
        if name.is_empty() || name.len() > MAX_NAME_BYTES {
            return Err(RegistryError::BadName);
        }
        if capacity_w == 0 {
            return Err(RegistryError::BadCapacity);
        }
        if shares.is_empty() || shares.len() > MAX_PARTIES {
            return Err(RegistryError::BadPartyCount);
        }
        if !portions::are_whole(shares.iter().map(|share| share.portion_bps)) {
            return Err(RegistryError::BadPortions);
        }

        let system = storage::next_system_id(e)?;
        let mut parties = Vec::new(e);
        for PartyShare { owner, portion_bps } in shares.iter() {
            parties.push_back(Party { owner, portion_bps, owned_bps: 0, former: None });
        }
        let head = SystemHead {
            name: name.clone(),
            capacity_w,
            approved: false,
            proposer: proposer.clone(),
            offering: None,
            meters: Vec::new(e),
        };
        storage::set_system(e, system, &head);
        storage::set_parties(e, system, &parties);
        ttl::extend_instance(e);
        SystemProposed { system, proposer, name, capacity_w, shares }.publish(e);
        Ok(system)
    }

    /// Lets a proposed system in; the approver signs.
    ///
    /// # Errors
    /// * [`RegistryError::Paused`], [`RegistryError::SystemNotFound`], [`RegistryError::AlreadyApproved`]
    ///
    /// # Events
    /// * [`SystemApproved`]
    pub fn approve(e: &Env, system: u32) -> Result<(), RegistryError> {
        governance::require(e, &APPROVER);
        require_running(e)?;
        let mut head = storage::system(e, system)?;
        if head.approved {
            return Err(RegistryError::AlreadyApproved);
        }
        head.approved = true;
        storage::set_system(e, system, &head);
        ttl::extend_instance(e);
        SystemApproved { system }.publish(e);
        Ok(())
    }

    /// Binds the offering that finances an approved system, once and for ever; the approver signs.
    ///
    /// # Errors
    /// * [`RegistryError::Paused`], [`RegistryError::SystemNotFound`], [`RegistryError::NotApproved`]
    /// * [`RegistryError::AlreadyBound`] - When it has an offering.
    ///
    /// # Events
    /// * [`OfferingBound`]
    pub fn bind_offering(e: &Env, system: u32, offering: Address) -> Result<(), RegistryError> {
        governance::require(e, &APPROVER);
        require_running(e)?;
        let mut head = approved_system(e, system)?;
        if head.offering.is_some() {
            return Err(RegistryError::AlreadyBound);
        }
        head.offering = Some(offering.clone());
        storage::set_system(e, system, &head);
        ttl::extend_instance(e);
        OfferingBound { system, offering }.publish(e);
        Ok(())
    }

    /// Registers a meter of an approved system and returns its id; the approver signs. Its epoch starts at 1.
    ///
    /// `party` is the party whose consumption it measures, and 0 for a site meter. `capacity_w` bounds what it can
    /// measure.
    ///
    /// # Errors
    /// * [`RegistryError::Paused`], [`RegistryError::SystemNotFound`], [`RegistryError::NotApproved`]
    /// * [`RegistryError::PartyNotFound`] - When the system has no such party.
    /// * [`RegistryError::SiteMeterHasParty`] - When a site meter names a party other than 0.
    /// * [`RegistryError::BadCapacity`] - When the capacity is 0.
    /// * [`RegistryError::TooManyMeters`] - When the system has 32 meters.
    /// * [`RegistryError::KeyTaken`] - When the key was ever registered before.
    ///
    /// # Events
    /// * [`MeterRegistered`]
    pub fn register_meter(
        e: &Env,
        system: u32,
        kind: MeterKind,
        party: u32,
        key: BytesN<32>,
        capacity_w: u64,
    ) -> Result<u32, RegistryError> {
        governance::require(e, &APPROVER);
        require_running(e)?;
        let mut head = approved_system(e, system)?;
        if party >= storage::parties(e, system)?.len() {
            return Err(RegistryError::PartyNotFound);
        }
        if kind == MeterKind::Site && party != 0 {
            return Err(RegistryError::SiteMeterHasParty);
        }
        if capacity_w == 0 {
            return Err(RegistryError::BadCapacity);
        }
        if head.meters.len() >= MAX_METERS {
            return Err(RegistryError::TooManyMeters);
        }
        if storage::is_key_taken(e, &key) {
            return Err(RegistryError::KeyTaken);
        }

        let meter = storage::next_meter_id(e)?;
        let epoch = FIRST_EPOCH;
        head.meters.push_back(meter);
        storage::set_system(e, system, &head);
        storage::set_meter(
            e,
            meter,
            &Meter { system, kind, party, key: key.clone(), epoch, capacity_w, revoked: false },
        );
        storage::take_key(e, &key, meter);
        ttl::extend_instance(e);
        MeterRegistered { system, meter, kind, party, key, epoch, capacity_w }.publish(e);
        Ok(meter)
    }

    /// Ends a meter for ever, paused or not; the approver signs.
    ///
    /// # Errors
    /// * [`RegistryError::MeterNotFound`], [`RegistryError::MeterRevoked`]
    ///
    /// # Events
    /// * [`MeterRevoked`]
    pub fn revoke_meter(e: &Env, meter: u32) -> Result<(), RegistryError> {
        governance::require(e, &APPROVER);
        let mut record = live_meter(e, meter)?;
        record.revoked = true;
        storage::set_meter(e, meter, &record);
        ttl::extend_instance(e);
        MeterRevoked { system: record.system, meter }.publish(e);
        Ok(())
    }

    /// Opens the next epoch of a meter that was replaced or reset and returns it; the approver signs.
    ///
    /// # Errors
    /// * [`RegistryError::Paused`], [`RegistryError::MeterNotFound`], [`RegistryError::MeterRevoked`]
    /// * [`RegistryError::Overflow`] - When there is no next epoch.
    ///
    /// # Events
    /// * [`EpochOpened`]
    pub fn new_epoch(e: &Env, meter: u32) -> Result<u32, RegistryError> {
        governance::require(e, &APPROVER);
        require_running(e)?;
        let mut record = live_meter(e, meter)?;
        let epoch = record.epoch.checked_add(1).ok_or(RegistryError::Overflow)?;
        record.epoch = epoch;
        storage::set_meter(e, meter, &record);
        ttl::extend_instance(e);
        EpochOpened { system: record.system, meter, epoch }.publish(e);
        Ok(epoch)
    }

    /// Moves a part of a portion from one party to another, and what is owned of it in proportion (floor); both owners
    /// and the approver sign.
    ///
    /// # Errors
    /// * [`RegistryError::Paused`], [`RegistryError::SystemNotFound`], [`RegistryError::NotApproved`]
    /// * [`RegistryError::PartyNotFound`], [`RegistryError::SameParty`]
    /// * [`RegistryError::BadTransfer`] - When the part is 0 or more than the party has.
    ///
    /// # Events
    /// * [`PortionTransferred`]
    pub fn transfer_portion(
        e: &Env,
        system: u32,
        from_party: u32,
        to_party: u32,
        portion_bps: u32,
    ) -> Result<(), RegistryError> {
        let mut parties = storage::parties(e, system)?;
        let mut from = parties.get(from_party).ok_or(RegistryError::PartyNotFound)?;
        let mut to = parties.get(to_party).ok_or(RegistryError::PartyNotFound)?;
        require_each(e, [&from.owner, &to.owner]);
        require_running(e)?;
        approved_system(e, system)?;
        if from_party == to_party {
            return Err(RegistryError::SameParty);
        }

        let (lowered, raised) = portions::transfer(holding(&from), holding(&to), portion_bps)?;
        let owned_bps = from.owned_bps.saturating_sub(lowered.owned_bps);
        from.portion_bps = lowered.portion_bps;
        from.owned_bps = lowered.owned_bps;
        to.portion_bps = raised.portion_bps;
        to.owned_bps = raised.owned_bps;
        parties.set(from_party, from);
        parties.set(to_party, to);
        storage::set_parties(e, system, &parties);
        ttl::extend_instance(e);
        PortionTransferred { system, from_party, to_party, portion_bps, owned_bps }.publish(e);
        Ok(())
    }

    /// Gives a whole party, its portion and what it owns of it, another owner: a home is sold. The owner, who takes over
    /// and the approver sign.
    ///
    /// # Errors
    /// * [`RegistryError::Paused`], [`RegistryError::SystemNotFound`], [`RegistryError::NotApproved`]
    /// * [`RegistryError::PartyNotFound`], [`RegistryError::SameOwner`]
    /// * [`RegistryError::SteppedIn`] - When the trustee stands in for the owner.
    ///
    /// # Events
    /// * [`PartyTransferred`]
    pub fn transfer_party(e: &Env, system: u32, party: u32, to: Address) -> Result<(), RegistryError> {
        let mut parties = storage::parties(e, system)?;
        let mut record = parties.get(party).ok_or(RegistryError::PartyNotFound)?;
        let from = record.owner.clone();
        require_each(e, [&from, &to]);
        require_running(e)?;
        approved_system(e, system)?;
        if record.former.is_some() {
            return Err(RegistryError::SteppedIn);
        }
        if from == to {
            return Err(RegistryError::SameOwner);
        }
        record.owner = to.clone();
        parties.set(party, record);
        storage::set_parties(e, system, &parties);
        ttl::extend_instance(e);
        PartyTransferred { system, party, from, to }.publish(e);
        Ok(())
    }

    /// Sets what each party owns by now, by party index, paused or not; the bound offering signs.
    ///
    /// A value below what the party owns leaves it as it is, one above its portion counts as the portion: a transfer of
    /// portions never makes a collection fail.
    ///
    /// # Errors
    /// * [`RegistryError::SystemNotFound`], [`RegistryError::NotBound`]
    /// * [`RegistryError::WrongLength`] - When there is not one value for each party.
    ///
    /// # Events
    /// * [`OwnershipAccrued`] - When something changed.
    pub fn accrue_ownership(e: &Env, system: u32, owned_bps: Vec<u32>) -> Result<(), RegistryError> {
        let head = storage::system(e, system)?;
        head.offering.ok_or(RegistryError::NotBound)?.require_auth();
        let before = storage::parties(e, system)?;
        if owned_bps.len() != before.len() {
            return Err(RegistryError::WrongLength);
        }
        let mut parties = Vec::new(e);
        let mut accrued = Vec::new(e);
        for (mut party, reported_bps) in before.iter().zip(owned_bps.iter()) {
            party.owned_bps = portions::accrue(holding(&party), reported_bps);
            accrued.push_back(party.owned_bps);
            parties.push_back(party);
        }
        ttl::extend_instance(e);
        if parties != before {
            storage::set_parties(e, system, &parties);
            OwnershipAccrued { system, owned_bps: accrued }.publish(e);
        }
        Ok(())
    }

    /// Puts the bondholders' trustee in the place of a party's owner after a default, paused or not; the bound offering
    /// signs. The owner is remembered; portion and what is owned of it stay with the party.
    ///
    /// # Errors
    /// * [`RegistryError::SystemNotFound`], [`RegistryError::NotBound`], [`RegistryError::PartyNotFound`]
    /// * [`RegistryError::SteppedIn`] - When the trustee did so already.
    ///
    /// # Events
    /// * [`SteppedIn`]
    pub fn step_in(e: &Env, system: u32, party: u32) -> Result<(), RegistryError> {
        let (mut parties, mut record) = bound_party(e, system, party)?;
        if record.former.is_some() {
            return Err(RegistryError::SteppedIn);
        }
        let former = record.owner.clone();
        record.owner = governance::holder(e, &TRUSTEE);
        record.former = Some(former.clone());
        parties.set(party, record);
        storage::set_parties(e, system, &parties);
        ttl::extend_instance(e);
        SteppedIn { system, party, former }.publish(e);
        Ok(())
    }

    /// Puts the former owner of a party back in place once the default is cured, paused or not; the bound offering signs.
    ///
    /// # Errors
    /// * [`RegistryError::SystemNotFound`], [`RegistryError::NotBound`], [`RegistryError::PartyNotFound`]
    /// * [`RegistryError::NotSteppedIn`] - When nobody stepped in.
    ///
    /// # Events
    /// * [`Restored`]
    pub fn restore(e: &Env, system: u32, party: u32) -> Result<(), RegistryError> {
        let (mut parties, mut record) = bound_party(e, system, party)?;
        let owner = record.former.take().ok_or(RegistryError::NotSteppedIn)?;
        record.owner = owner.clone();
        parties.set(party, record);
        storage::set_parties(e, system, &parties);
        ttl::extend_instance(e);
        Restored { system, party, owner }.publish(e);
        Ok(())
    }

    /// The system with that id.
    ///
    /// # Errors
    /// * [`RegistryError::SystemNotFound`]
    pub fn system(e: &Env, system: u32) -> Result<System, RegistryError> {
        let SystemHead { name, capacity_w, approved, proposer, offering, meters } = storage::system(e, system)?;
        let parties = storage::parties(e, system)?;
        Ok(System { name, capacity_w, approved, proposer, offering, parties, meters })
    }

    /// A party of a system by its index.
    ///
    /// # Errors
    /// * [`RegistryError::SystemNotFound`], [`RegistryError::PartyNotFound`]
    pub fn party(e: &Env, system: u32, index: u32) -> Result<Party, RegistryError> {
        storage::parties(e, system)?.get(index).ok_or(RegistryError::PartyNotFound)
    }

    /// The meter with that id.
    ///
    /// # Errors
    /// * [`RegistryError::MeterNotFound`]
    pub fn meter(e: &Env, meter: u32) -> Result<Meter, RegistryError> {
        storage::meter(e, meter)
    }

    /// The offering bound to a system, if there is one.
    ///
    /// # Errors
    /// * [`RegistryError::SystemNotFound`]
    pub fn offering_of(e: &Env, system: u32) -> Result<Option<Address>, RegistryError> {
        Ok(storage::system(e, system)?.offering)
    }

    /// Who lets systems and meters in.
    pub fn approver(e: &Env) -> Address {
        governance::holder(e, &APPROVER)
    }

    /// Who holds what the parties do not own yet.
    pub fn trustee(e: &Env) -> Address {
        governance::holder(e, &TRUSTEE)
    }
}

governed!(Registry, RegistryError, version = VERSION, guardians = ["approver"]);

fn approved_system(e: &Env, system: u32) -> Result<SystemHead, RegistryError> {
    let head = storage::system(e, system)?;
    if !head.approved {
        return Err(RegistryError::NotApproved);
    }
    Ok(head)
}

/// Asks the approver and two owners for their signatures. An address that stands in several of the roles signs once: the
/// host refuses to ask it twice in a call.
fn require_each(e: &Env, [from, to]: [&Address; 2]) {
    let approver = governance::require(e, &APPROVER);
    if *from != approver {
        from.require_auth();
    }
    if *to != approver && to != from {
        to.require_auth();
    }
}

/// A party whose bound offering signs, among all parties of the system.
fn bound_party(e: &Env, system: u32, party: u32) -> Result<(Vec<Party>, Party), RegistryError> {
    storage::system(e, system)?.offering.ok_or(RegistryError::NotBound)?.require_auth();
    let parties = storage::parties(e, system)?;
    let record = parties.get(party).ok_or(RegistryError::PartyNotFound)?;
    Ok((parties, record))
}

fn live_meter(e: &Env, meter: u32) -> Result<Meter, RegistryError> {
    let record = storage::meter(e, meter)?;
    if record.revoked {
        return Err(RegistryError::MeterRevoked);
    }
    Ok(record)
}

fn holding(party: &Party) -> Holding {
    Holding { portion_bps: party.portion_bps, owned_bps: party.owned_bps }
}
