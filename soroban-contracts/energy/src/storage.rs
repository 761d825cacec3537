//! Where the energy contract keeps what. The instance holds what the constructor set and is not rewritten by business;
//! a system's head and each party's ledger are entries of their own, so that settling one party rewrites one of them.

use crate::{
    error::EnergyError,
    ladder::Ladder,
    types::{Config, PartyTotals, Proposal},
};
use heliobond_common::ttl;
use soroban_sdk::{contracttype, Address, BytesN, Env, Vec};

#[contracttype(export = false)]
#[derive(Clone)]
enum Key {
    Config,
    Oracles,
    /// Bills issued so far: the last number.
    BillCount,
    System(u32),
    /// By system and party.
    Party(u32, u32),
    /// The statement of a system that waits for countersignatures.
    Proposal(u32),
}

/// A system without its parties.
#[contracttype(export = false)]
#[derive(Clone)]
pub struct SystemHead {
    /// From the registry, where it never changes.
    pub capacity_w: u64,
    /// From the registry, where it never changes.
    pub party_count: u32,
    pub next_index: u32,
    pub next_from: u64,
    pub last_hash: BytesN<32>,
    pub hash_chain: BytesN<32>,
    pub concluded_at: Option<u64>,
    pub negative_wh: u64,
    pub unattributed_wh: u64,
    pub exported_wh: u64,
    pub export_billed: i128,
    pub export_paid: i128,
    pub export_remainder_milli: u32,
}

/// A party's totals and its open bills.
#[contracttype(export = false)]
#[derive(Clone)]
pub struct PartyLedger {
    pub totals: PartyTotals,
    pub ladder: Ladder,
}

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

pub fn proposal(e: &Env, system: u32) -> Option<Proposal> {
    ttl::read(e, &Key::Proposal(system), ttl::STATE)
}

pub fn set_proposal(e: &Env, system: u32, proposal: &Proposal) {
    ttl::write(e, &Key::Proposal(system), proposal, ttl::STATE);
}

pub fn remove_proposal(e: &Env, system: u32) {
    e.storage().persistent().remove(&Key::Proposal(system));
}
