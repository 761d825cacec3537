//! Where the energy contract keeps what. The instance holds what the constructor set and is not rewritten by business;
//! a system's head and each party's ledger are entries of their own, so that settling one party rewrites one of them.

use crate::{
    bills::OpenBills,
    clock::Clock,
    error::EnergyError,
    meters::Slot,
    register::Register,
    trueup::Provisional,
    types::{Config, Exports, OracleChange, PartyTotals, Proposal, Source},
};
use heliobond_common::{api::energy::Ladder, ttl};
use soroban_sdk::{contracttype, Address, BytesN, Env, Vec};

#[contracttype(export = false)]
#[derive(Clone)]
enum Key {
    Config,
    Oracles,
    OracleChange,
    /// Bills issued so far: the last number.
    BillCount,
    System(u32),
    /// By system and party.
    Party(u32, u32),
    /// The statements of a system that wait for countersignatures.
    Proposals(u32),
    /// The intervals of a system that were priced provisionally.
    Provisional(u32),
    /// The clock of a system that was ever suspended.
    Clock(u32),
    /// What a system's meters reported.
    Meters(u32),
    /// Meters of a system that are known to be revoked.
    RevokedMeters(u32),
}

/// A system without its parties.
#[contracttype(export = false)]
#[derive(Clone)]
pub struct SystemHead {
    /// From the registry, where it never changes.
    pub capacity_w: u64,
    /// From the registry, where it never changes.
    pub party_count: u32,
    pub source: Source,
    pub exports: Exports,
    pub next_index: u32,
    pub next_from: u64,
    pub last_hash: BytesN<32>,
    pub hash_chain: BytesN<32>,
    pub concluded_at: Option<u64>,
    pub negative_wh: u64,
    pub unattributed_wh: u64,
    pub generated: Register,
    pub exported: Register,
    /// What was generated, in total, as of the last statement of quality 0, and where that ends.
    pub measured_wh: u64,
    pub measured_to: u64,
    pub export_billed: i128,
    pub export_paid: i128,
    pub export_remainder_milli: i128,
    /// Exports that were credited, and what parties were billed for them.
    pub credited_wh: i128,
    pub credited_milli: i128,
}

/// A party's totals, its open bills and its place on the ladder.
#[contracttype(export = false)]
#[derive(Clone)]
pub struct PartyLedger {
    pub totals: PartyTotals,
    pub bills: OpenBills,
    /// What the clock showed when the party fell behind, if a payment since did not end that.
    pub behind: Option<u64>,
    /// The state that was announced last.
    pub announced: Ladder,
    pub critical_floor_w: u64,
}

/// Sets what every call reads, the threshold included.
pub fn set_config(e: &Env, config: &Config, oracles: &Vec<Address>) {
    e.storage().instance().set(&Key::Config, config);
    e.storage().instance().set(&Key::Oracles, oracles);
}

pub fn config(e: &Env) -> Config {
    match e.storage().instance().get(&Key::Config) {
        Some(config) => config,
        None => panic!("the constructor sets it"),
    }
}

pub fn oracles(e: &Env) -> Vec<Address> {
    e.storage().instance().get(&Key::Oracles).unwrap_or_else(|| Vec::new(e))
}

pub fn oracle_change(e: &Env) -> Option<OracleChange> {
    e.storage().instance().get(&Key::OracleChange)
}

pub fn set_oracle_change(e: &Env, change: &OracleChange) {
    e.storage().instance().set(&Key::OracleChange, change);
}

pub fn remove_oracle_change(e: &Env) {
    e.storage().instance().remove(&Key::OracleChange);
}

/// Takes `count` bill numbers that follow each other and returns the first.
pub fn take_bill_numbers(e: &Env, count: u32) -> Result<u64, EnergyError> {
    let last: u64 = ttl::read(e, &Key::BillCount, ttl::STATE).unwrap_or(0);
    let new_last = last.checked_add(count.into()).ok_or(EnergyError::Overflow)?;
    ttl::write(e, &Key::BillCount, &new_last, ttl::STATE);
    Ok(last + 1)
}

pub fn is_open(e: &Env, system: u32) -> bool {
    e.storage().persistent().has(&Key::System(system))
}

pub fn system(e: &Env, system: u32) -> Result<SystemHead, EnergyError> {
    ttl::read(e, &Key::System(system), ttl::STATE).ok_or(EnergyError::SystemNotOpen)
}

pub fn set_system(e: &Env, system: u32, head: &SystemHead) {
    ttl::write(e, &Key::System(system), head, ttl::STATE);
}

pub fn party(e: &Env, system: u32, party: u32) -> Result<PartyLedger, EnergyError> {
    match ttl::read(e, &Key::Party(system, party), ttl::STATE) {
        Some(ledger) => Ok(ledger),
        None if is_open(e, system) => Err(EnergyError::PartyNotFound),
        None => Err(EnergyError::SystemNotOpen),
    }
}

pub fn set_party(e: &Env, system: u32, party: u32, ledger: &PartyLedger) {
    ttl::write(e, &Key::Party(system, party), ledger, ttl::STATE);
}

pub fn proposals(e: &Env, system: u32) -> Vec<Proposal> {
    ttl::read(e, &Key::Proposals(system), ttl::STATE).unwrap_or_else(|| Vec::new(e))
}

pub fn set_proposals(e: &Env, system: u32, proposals: &Vec<Proposal>) {
    ttl::write(e, &Key::Proposals(system), proposals, ttl::STATE);
}

pub fn remove_proposals(e: &Env, system: u32) {
    e.storage().persistent().remove(&Key::Proposals(system));
}

pub fn provisional(e: &Env, system: u32) -> Vec<Provisional> {
    ttl::read(e, &Key::Provisional(system), ttl::STATE).unwrap_or_else(|| Vec::new(e))
}

pub fn set_provisional(e: &Env, system: u32, intervals: &Vec<Provisional>) {
    if !intervals.is_empty() {
        ttl::write(e, &Key::Provisional(system), intervals, ttl::STATE);
    } else {
        e.storage().persistent().remove(&Key::Provisional(system));
    }
}

pub fn clock(e: &Env, system: u32) -> Clock {
    ttl::read(e, &Key::Clock(system), ttl::STATE).unwrap_or_else(|| Clock::new(e))
}

pub fn set_clock(e: &Env, system: u32, clock: &Clock) {
    ttl::write(e, &Key::Clock(system), clock, ttl::STATE);
}

pub fn meters(e: &Env, system: u32) -> Vec<Slot> {
    ttl::read(e, &Key::Meters(system), ttl::STATE).unwrap_or_else(|| Vec::new(e))
}

pub fn set_meters(e: &Env, system: u32, slots: &Vec<Slot>) {
    ttl::write(e, &Key::Meters(system), slots, ttl::STATE);
}

pub fn revoked_meters(e: &Env, system: u32) -> Vec<u32> {
    ttl::read(e, &Key::RevokedMeters(system), ttl::STATE).unwrap_or_else(|| Vec::new(e))
}

pub fn set_revoked_meters(e: &Env, system: u32, meters: &Vec<u32>) {
    ttl::write(e, &Key::RevokedMeters(system), meters, ttl::STATE);
}
