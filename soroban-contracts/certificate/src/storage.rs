//! Where the certificate contract keeps what. The instance holds links and factors; a system's account, its policy, its
//! totals by kind, what each holder is due and what each donor claimed are entries of their own.

use crate::{
    error::CertificateError,
    types::{Account, Announced, Factor, Kind, Links, Policy, Pot, Totals},
};
use heliobond_common::ttl;
use soroban_sdk::{contracttype, Address, BytesN, Env, Vec};

#[contracttype(export = false)]
#[derive(Clone)]
enum Key {
    Links,
    Factors,
    /// Retirements so far: the last number.
    Retirements,
    Account(u32),
    Policy(u32),
    Announced(u32),
    Totals(u32, Kind),
    /// What a holder may claim.
    Due(u32, Kind, Address),
    /// By system, kind and root.
    Pot(u32, Kind, BytesN<32>),
    /// What a donor's leaf got: by system, kind, root and index.
    Got(u32, Kind, BytesN<32>, u32),
    /// The asset certifies something.
    Asset(Address),
}

pub fn set_links(e: &Env, links: &Links) {
    e.storage().instance().set(&Key::Links, links);
}

pub fn links(e: &Env) -> Links {
    match e.storage().instance().get(&Key::Links) {
        Some(links) => links,
        None => panic!("the constructor sets them"),
    }
}

pub fn factors(e: &Env) -> Vec<Factor> {
    e.storage().instance().get(&Key::Factors).unwrap_or_else(|| Vec::new(e))
}

pub fn set_factors(e: &Env, factors: &Vec<Factor>) {
    e.storage().instance().set(&Key::Factors, factors);
}

/// Takes the next number of a retirement.
pub fn next_retirement(e: &Env) -> Result<u64, CertificateError> {
    let last: u64 = ttl::read(e, &Key::Retirements, ttl::STATE).unwrap_or(0);
    let number = last.checked_add(1).ok_or(CertificateError::Overflow)?;
    ttl::write(e, &Key::Retirements, &number, ttl::STATE);
    Ok(number)
}

pub fn account(e: &Env, system: u32) -> Result<Account, CertificateError> {
    ttl::read(e, &Key::Account(system), ttl::STATE).ok_or(CertificateError::SystemNotOpen)
}

pub fn set_account(e: &Env, system: u32, account: &Account) {
    ttl::write(e, &Key::Account(system), account, ttl::STATE);
}

pub fn policy(e: &Env, system: u32) -> Result<Policy, CertificateError> {
    ttl::read(e, &Key::Policy(system), ttl::STATE).ok_or(CertificateError::SystemNotOpen)
}

pub fn set_policy(e: &Env, system: u32, policy: &Policy) {
    ttl::write(e, &Key::Policy(system), policy, ttl::STATE);
}

pub fn announced(e: &Env, system: u32) -> Option<Announced> {
    ttl::read(e, &Key::Announced(system), ttl::STATE)
}

pub fn set_announced(e: &Env, system: u32, announced: &Announced) {
    ttl::write(e, &Key::Announced(system), announced, ttl::STATE);
}

pub fn remove_announced(e: &Env, system: u32) {
    e.storage().persistent().remove(&Key::Announced(system));
}

pub fn totals(e: &Env, system: u32, kind: Kind) -> Totals {
    ttl::read(e, &Key::Totals(system, kind), ttl::STATE).unwrap_or_default()
}

pub fn set_totals(e: &Env, system: u32, kind: Kind, totals: &Totals) {
    ttl::write(e, &Key::Totals(system, kind), totals, ttl::STATE);
}

pub fn due(e: &Env, system: u32, kind: Kind, holder: &Address) -> i128 {
    ttl::read(e, &Key::Due(system, kind, holder.clone()), ttl::RECORD).unwrap_or(0)
}

/// Nothing due needs no entry.
pub fn set_due(e: &Env, system: u32, kind: Kind, holder: &Address, units: i128) {
    let key = Key::Due(system, kind, holder.clone());
    if units == 0 {
        e.storage().persistent().remove(&key);
    } else {
        ttl::write(e, &key, &units, ttl::RECORD);
    }
}

pub fn pot(e: &Env, system: u32, kind: Kind, root: &BytesN<32>) -> Option<Pot> {
    ttl::read(e, &Key::Pot(system, kind, root.clone()), ttl::RECORD)
}

pub fn set_pot(e: &Env, system: u32, kind: Kind, root: &BytesN<32>, pot: &Pot) {
    ttl::write(e, &Key::Pot(system, kind, root.clone()), pot, ttl::RECORD);
}

pub fn got(e: &Env, system: u32, kind: Kind, root: &BytesN<32>, index: u32) -> i128 {
    ttl::read(e, &Key::Got(system, kind, root.clone(), index), ttl::RECORD).unwrap_or(0)
}

pub fn set_got(e: &Env, system: u32, kind: Kind, root: &BytesN<32>, index: u32, units: i128) {
    ttl::write(e, &Key::Got(system, kind, root.clone(), index), &units, ttl::RECORD);
}

pub fn is_asset_taken(e: &Env, asset: &Address) -> bool {
    e.storage().persistent().has(&Key::Asset(asset.clone()))
}

pub fn take_asset(e: &Env, asset: &Address, system: u32) {
    ttl::write(e, &Key::Asset(asset.clone()), &system, ttl::RECORD);
}
