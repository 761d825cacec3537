//! What the energy contract takes and gives.

use heliobond_common::api::tariff::Asset;
use soroban_sdk::{contracttype, Address, BytesN, Vec};

/// What the constructor set. Exports are paid in cash by the utility (feed-in), at a tariff of their own.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Config {
    /// The registry: systems, parties, offerings.
    pub registry: Address,
    /// The tariff: prices.
    pub tariff: Address,
    /// What the parties pay.
    pub retail: Asset,
    /// What the utility pays for exports.
    pub export: Asset,
    /// How many oracles must say the same.
    pub threshold: u32,
    /// Seconds from a bill's issue to its due time.
    pub due_secs: u64,
}

/// What a system's meters measured in an interval, as an oracle says.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Statement {
    /// The system's id in the registry.
    pub system: u32,
    /// Counts from 1.
    pub index: u32,
    /// Where the statement before ended, Unix seconds.
    pub from: u64,
    /// Where the next one starts, Unix seconds.
    pub to: u64,
    /// Watt-hours generated.
    pub generated_wh: u64,
    /// Watt-hours fed into the grid.
    pub exported_wh: u64,
    /// Watt-hours each party consumed, from any source, by party index.
    pub consumed_wh: Vec<u64>,
    /// Merkle root over the interval's readings in order of (meter, epoch, seq); 32 zero bytes if there is none.
    pub readings_root: BytesN<32>,
    /// 0: measured. 1: estimated.
    pub quality: u32,
}

/// What a party owes for an interval.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Bill {
    /// Counts from 1 over all bills of the contract.
    pub number: u64,
    /// The party's index.
    pub party: u32,
    /// The statement's index.
    pub index: u32,
    /// Start of the interval, Unix seconds.
    pub from: u64,
    /// End of the interval, Unix seconds.
    pub to: u64,
    /// Solar energy delivered, watt-hours.
    pub delivered_wh: u64,
    /// Stroops per kWh.
    pub price: i128,
    /// Stroops.
    pub due: i128,
    /// When it is to be paid, Unix seconds.
    pub due_at: u64,
    /// Whether the price was stale.
    pub provisional: bool,
}

/// A bill that is not paid in full.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OpenBill {
    /// The bill's number; of several bills under one entry, the first one's.
    pub number: u64,
    /// Stroops billed.
    pub due: i128,
    /// Stroops paid.
    pub paid: i128,
    /// When it is to be paid, Unix seconds.
    pub due_at: u64,
}

/// What a settlement paid of one bill.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PaidBill {
    /// The bill's number.
    pub number: u64,
    /// Stroops paid now.
    pub amount: i128,
    /// Stroops still open.
    pub remaining: i128,
}

/// A party's running totals.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PartyTotals {
    /// Watt-hours.
    pub delivered_wh: u64,
    /// Stroops.
    pub billed: i128,
    /// Stroops.
    pub paid: i128,
    /// Thousandths of a stroop kept for the next bill.
    pub remainder_milli: u32,
}

/// A statement that waits for countersignatures.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Proposal {
    /// SHA-256 of the statement's XDR.
    pub hash: BytesN<32>,
    /// What was proposed.
    pub statement: Statement,
    /// Oracles that said so, the proposer first.
    pub signers: Vec<Address>,
}

/// A system's state.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SystemState {
    /// Index of the next statement.
    pub next_index: u32,
    /// Where the next statement starts, Unix seconds.
    pub next_from: u64,
    /// Hash of the last final statement; 32 zero bytes before the first.
    pub last_hash: BytesN<32>,
    /// SHA-256(chain before || hash of the statement), from 32 zero bytes on.
    pub hash_chain: BytesN<32>,
    /// From when on energy is free, Unix seconds.
    pub concluded_at: Option<u64>,
    /// By how much exports exceeded generation: made good by the next intervals first.
    pub negative_wh: u64,
    /// Watt-hours that exceeded all consumption, in total.
    pub unattributed_wh: u64,
    /// By party index.
    pub parties: Vec<PartyTotals>,
    /// Watt-hours exported, in total.
    pub exported_wh: u64,
    /// Stroops billed to the utility for exports.
    pub export_billed: i128,
    /// Stroops of it paid.
    pub export_paid: i128,
    /// Thousandths of a stroop kept for the next export.
    pub export_remainder_milli: u32,
}
