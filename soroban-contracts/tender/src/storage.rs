//! Where things are kept. Nothing that is rewritten grows with tenders or years; lists are bounded.

use crate::error::TenderError;
use crate::types::{Bid, Course, Milestone, Terms};
use heliobond_common::ttl;
use soroban_sdk::{contracttype, Address, Env, Vec};

/// Keys of the instance.
#[contracttype]
enum InstanceKey {
    Offering,
    /// How many tenders were opened; the last one's number.
    Count,
    /// Stroops of bonds held.
    BondsHeld,
    /// Stroops of construction money that contracts may still claim.
    Committed,
    /// When the system went live.
    LiveAt,
}

/// Keys of persistent entries, by tender.
#[contracttype]
enum Key {
    Terms(u32),
    Tender(u32),
    Bids(u32),
    Milestones(u32),
}

pub fn set_offering(e: &Env, offering: &Address) {
    e.storage().instance().set(&InstanceKey::Offering, offering);
}

/// # Panics
/// Without a constructor's write: a bug.
pub fn offering(e: &Env) -> Address {
    match e.storage().instance().get(&InstanceKey::Offering) {
        Some(offering) => offering,
        None => panic!("no offering"),
    }
}

pub fn count(e: &Env) -> u32 {
    e.storage().instance().get(&InstanceKey::Count).unwrap_or(0)
}

pub fn set_count(e: &Env, count: u32) {
    e.storage().instance().set(&InstanceKey::Count, &count);
}

pub fn bonds_held(e: &Env) -> i128 {
    e.storage().instance().get(&InstanceKey::BondsHeld).unwrap_or(0)
}

/// Books bonds that come in, or go out when `change` is negative.
pub fn move_bonds(e: &Env, change: i128) {
    e.storage().instance().set(&InstanceKey::BondsHeld, &(bonds_held(e) + change));
}

pub fn committed(e: &Env) -> i128 {
    e.storage().instance().get(&InstanceKey::Committed).unwrap_or(0)
}

/// Books what contracts may claim more, or less when `change` is negative.
pub fn move_committed(e: &Env, change: i128) {
    e.storage().instance().set(&InstanceKey::Committed, &(committed(e) + change));
}

/// When the system went live.
pub fn live_at(e: &Env) -> Option<u64> {
    e.storage().instance().get(&InstanceKey::LiveAt)
}

pub fn set_live(e: &Env) {
    e.storage().instance().set(&InstanceKey::LiveAt, &e.ledger().timestamp());
}

/// # Errors
/// * [`TenderError::UnknownTender`]
pub fn terms(e: &Env, tender: u32) -> Result<Terms, TenderError> {
    ttl::read(e, &Key::Terms(tender), ttl::RECORD).ok_or(TenderError::UnknownTender)
}

pub fn set_terms(e: &Env, tender: u32, terms: &Terms) {
    ttl::write(e, &Key::Terms(tender), terms, ttl::RECORD);
}

/// Every call on a tender begins here, so here the instance is extended too.
///
/// # Errors
/// * [`TenderError::UnknownTender`]
pub fn tender(e: &Env, tender: u32) -> Result<Course, TenderError> {
    ttl::extend_instance(e);
    ttl::read(e, &Key::Tender(tender), ttl::STATE).ok_or(TenderError::UnknownTender)
}

pub fn set_tender(e: &Env, number: u32, tender: &Course) {
    ttl::write(e, &Key::Tender(number), tender, ttl::STATE);
}

/// The bids in the order of their commitments.
pub fn bids(e: &Env, tender: u32) -> Vec<Bid> {
    ttl::read(e, &Key::Bids(tender), ttl::STATE).unwrap_or_else(|| Vec::new(e))
}

pub fn set_bids(e: &Env, tender: u32, bids: &Vec<Bid>) {
    ttl::write(e, &Key::Bids(tender), bids, ttl::STATE);
}

/// The milestones and, last, what is withheld; none before a contract.
pub fn milestones(e: &Env, tender: u32) -> Vec<Milestone> {
    ttl::read(e, &Key::Milestones(tender), ttl::STATE).unwrap_or_else(|| Vec::new(e))
}

pub fn set_milestones(e: &Env, tender: u32, milestones: &Vec<Milestone>) {
    ttl::write(e, &Key::Milestones(tender), milestones, ttl::STATE);
}
