//! What other contracts know of the registry.

use soroban_sdk::{contractclient, contracttype, Address, BytesN, Env, String, Vec};

/// What a party is to own of a system, as proposed. The portions of one system add up to 10,000.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PartyShare {
    /// Who uses the energy and pays for it.
    pub owner: Address,
    /// Basis points of the system.
    pub portion_bps: u32,
}

/// A party of a system. The trustee holds what the parties do not own yet.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Party {
    /// Who uses the energy and pays for it.
    pub owner: Address,
    /// What the party is to own, basis points of the system.
    pub portion_bps: u32,
    /// What it owns so far; at most the portion.
    pub owned_bps: u32,
    /// Who owned it before the bondholders' trustee stepped in; nothing: nobody stepped in.
    pub former: Option<Address>,
}

/// Which registers of a meter count.
#[contracttype]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum MeterKind {
    /// Generation and export of the system.
    Site,
    /// Consumption of one party.
    Load,
    /// Generation, export, and consumption of one party.
    Combined,
}

/// A meter that signs its readings.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Meter {
    /// The system it belongs to.
    pub system: u32,
    /// Which of its registers count.
    pub kind: MeterKind,
    /// Index of the party whose consumption it measures; 0 for a site meter.
    pub party: u32,
    /// Its Ed25519 public key.
    pub key: BytesN<32>,
    /// Grows when the meter is replaced or reset: readings of an earlier epoch no longer count.
    pub epoch: u32,
    /// The most it can measure, watts.
    pub capacity_w: u64,
    /// Whether its readings no longer count at all.
    pub revoked: bool,
}

/// A solar system, its parties and its meters.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct System {
    /// For people, at most 64 bytes.
    pub name: String,
    /// Rated power, watts.
    pub capacity_w: u64,
    /// Whether the approver let it in.
    pub approved: bool,
    /// Who proposed it.
    pub proposer: Address,
    /// The offering that finances it; bound once.
    pub offering: Option<Address>,
    /// By party index.
    pub parties: Vec<Party>,
    /// Ids of its meters, revoked ones too.
    pub meters: Vec<u32>,
}

/// What other contracts call.
#[contractclient(name = "RegistryClient")]
pub trait Registry {
    /// The system with that id.
    fn system(e: Env, system: u32) -> System;
    /// A party by its index.
    fn party(e: Env, system: u32, index: u32) -> Party;
    /// A meter by its id.
    fn meter(e: Env, meter: u32) -> Meter;
    /// The offering bound to a system.
    fn offering_of(e: Env, system: u32) -> Option<Address>;
    /// Who holds what the parties do not own yet.
    fn trustee(e: Env) -> Address;
    /// Sets what each party owns by now, by party index; the bound offering signs.
    fn accrue_ownership(e: Env, system: u32, owned_bps: Vec<u32>);
    /// Puts the bondholders' trustee in the place of a party's owner, who is remembered; the bound offering signs.
    fn step_in(e: Env, system: u32, party: u32);
    /// Puts the former owner of a party back in place; the bound offering signs.
    fn restore(e: Env, system: u32, party: u32);
}
