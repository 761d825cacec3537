//! What the energy contract takes and gives.

use heliobond_common::api::tariff::Asset;
use soroban_sdk::{contracttype, Address, BytesN, Vec};

/// What the constructor set; `threshold` changes with the oracles.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Config {
    /// The registry: systems, parties, offerings.
    pub registry: Address,
    /// The tariff: prices.
    pub tariff: Address,
    /// What the parties pay.
    pub retail: Asset,
    /// What the utility pays or credits for exports.
    pub export: Asset,
    /// How many oracles must say the same.
    pub threshold: u32,
    /// Seconds from a bill's issue to its due time.
    pub due_secs: u64,
    /// Seconds from there to a breach.
    pub grace_secs: u64,
    /// Seconds from there to a default.
    pub default_secs: u64,
    /// Length of the intervals that the contract closes itself, in direct mode: seconds, aligned to Unix time.
    pub interval_secs: u64,
}

/// Who says what a system's meters measured.
#[contracttype]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Source {
    /// Oracles, by `propose` and `countersign`.
    Server,
    /// The meters themselves, by `report`.
    Direct,
}

/// What a system's exports are worth to whom.
#[contracttype]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Exports {
    /// The utility pays cash: it is billed.
    CashFeedIn,
    /// The utility credits the account of the party with that index: the party is billed for it, as a line of its own.
    NetMeteringCredit(u32),
}

/// How a system is run.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Settings {
    /// Never changes.
    pub source: Source,
    pub exports: Exports,
    /// Watts of each party's critical loads, by party index, which are fed whatever happens.
    pub critical_floor_w: Vec<u64>,
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
    /// Watt-hours by which what was generated before `from` is corrected.
    pub generated_correction_wh: i64,
    /// Watt-hours by which what was exported before `from` is corrected.
    pub exported_correction_wh: i64,
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
    /// Exports that the utility credited to the party's account, corrections included, watt-hours; a line of its own.
    pub credited_wh: i64,
    /// What they are worth, stroops per kWh.
    pub credited_price: i128,
    /// Differences of earlier bills that were priced provisionally, thousandths of a stroop; a line of its own.
    pub adjustment_milli: i128,
    /// Stroops: the three lines and the remainder or credit of the bill before, rounded down, at least 0.
    pub due: i128,
    /// When it is to be paid, Unix seconds.
    pub due_at: u64,
    /// Whether the price was stale: the difference to the true one stands on a later bill.
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
    /// Thousandths of a stroop kept for the next bill: 0 to 999, or, below 0, a credit.
    pub remainder_milli: i128,
    /// Differences of provisional bills that the next bill will state, thousandths of a stroop.
    pub adjustment_milli: i128,
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

/// A change of the oracles that was announced.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OracleChange {
    pub oracles: Vec<Address>,
    pub threshold: u32,
    /// From when on it may be made, Unix seconds.
    pub ready_at: u64,
}

/// What the utility credits instead of paying.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ExportCredit {
    /// How exports are settled from the next statement on.
    pub exports: Exports,
    /// Watt-hours credited so far.
    pub credited_wh: i128,
    /// What parties were billed for them, thousandths of a stroop.
    pub credited_milli: i128,
}

/// What a meter measured: the content of a signed reading.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reading {
    pub system: u32,
    pub meter: u32,
    pub epoch: u32,
    pub seq: u64,
    /// Unix seconds.
    pub at: u64,
    /// Cumulative registers, watt-hours.
    pub generated_wh: u64,
    pub consumed_wh: u64,
    pub exported_wh: u64,
}

/// The last reading of a meter that the contract took.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct MeterHead {
    pub epoch: u32,
    pub seq: u64,
    /// Unix seconds.
    pub at: u64,
    /// Cumulative registers, watt-hours.
    pub generated_wh: u64,
    pub consumed_wh: u64,
    pub exported_wh: u64,
}

/// A system's state.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SystemState {
    pub source: Source,
    pub exports: Exports,
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
    /// By how much exports and corrections exceeded generation: made good by the next intervals first.
    pub negative_wh: u64,
    /// Watt-hours that exceeded all consumption, in total.
    pub unattributed_wh: u64,
    /// By party index.
    pub parties: Vec<PartyTotals>,
    /// Watt-hours generated, in total.
    pub generated_wh: u64,
    /// Watt-hours exported, in total.
    pub exported_wh: u64,
    /// Stroops billed to the utility for exports.
    pub export_billed: i128,
    /// Stroops of it paid.
    pub export_paid: i128,
    /// Thousandths of a stroop kept for the next export: 0 to 999, or, below 0, a credit.
    pub export_remainder_milli: i128,
}
