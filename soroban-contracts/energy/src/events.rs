//! What the energy contract announces: every change of state.

use crate::types::{Exports, PaidBill, Source};
use heliobond_common::api::energy::{Ladder, Mode};
use soroban_sdk::{contractevent, Address, BytesN, Vec};

/// A system's statements start at `from`.
#[contractevent]
pub struct SystemOpened {
    #[topic]
    pub system: u32,
    pub from: u64,
    pub source: Source,
    pub exports: Exports,
    pub critical_floor_w: Vec<u64>,
}

/// How exports are settled from the next statement on.
#[contractevent]
pub struct ExportsSet {
    #[topic]
    pub system: u32,
    pub exports: Exports,
}

/// A party's critical loads.
#[contractevent]
pub struct CriticalFloorSet {
    #[topic]
    pub system: u32,
    #[topic]
    pub party: u32,
    pub watts: u64,
}

/// An oracle proposed a statement or said the same as one before; not final yet. Disputed: others say differently.
#[contractevent]
pub struct StatementProposed {
    #[topic]
    pub system: u32,
    #[topic]
    pub index: u32,
    pub hash: BytesN<32>,
    pub oracle: Address,
    pub disputed: bool,
}

/// A statement is final. This is the whole of it, and what nobody consumed.
#[contractevent(topics = ["statement"])]
pub struct StatementFinal {
    #[topic]
    pub system: u32,
    #[topic]
    pub index: u32,
    pub hash: BytesN<32>,
    pub from: u64,
    pub to: u64,
    pub generated_wh: u64,
    pub exported_wh: u64,
    pub generated_correction_wh: i64,
    pub exported_correction_wh: i64,
    pub consumed_wh: Vec<u64>,
    pub unattributed_wh: u64,
    pub root: BytesN<32>,
    pub quality: u32,
}

/// The meters' reports reached the end of an interval, and no statement could be made of them: `code` is the refusal.
/// Their registers are cumulative, so a later statement covers the time.
#[contractevent]
pub struct StatementRefused {
    #[topic]
    pub system: u32,
    #[topic]
    pub index: u32,
    pub to: u64,
    pub code: u32,
}

/// A meter reported. The reading itself is in the transaction.
#[contractevent]
pub struct Reported {
    #[topic]
    pub system: u32,
    #[topic]
    pub meter: u32,
    pub epoch: u32,
    pub seq: u64,
    pub at: u64,
}

/// A party was billed. Interval and statement are in the `statement` event before it.
#[contractevent(topics = ["bill"])]
pub struct BillIssued {
    #[topic]
    pub system: u32,
    #[topic]
    pub party: u32,
    #[topic]
    pub number: u64,
    pub index: u32,
    pub delivered_wh: u64,
    pub price: i128,
    pub credited_wh: i64,
    pub credited_price: i128,
    pub adjustment_milli: i128,
    pub due: i128,
    pub due_at: u64,
    pub provisional: bool,
}

/// An interval that was priced provisionally has its price: by how much the parties' next bills change for it,
/// thousandths of a stroop by party index.
#[contractevent]
pub struct TruedUp {
    #[topic]
    pub system: u32,
    #[topic]
    pub index: u32,
    pub provisional_price: i128,
    pub price: i128,
    pub adjustments_milli: Vec<i128>,
}

/// The utility was billed for exports, corrections included.
#[contractevent(topics = ["export"])]
pub struct ExportIssued {
    #[topic]
    pub system: u32,
    #[topic]
    pub index: u32,
    pub wh: i64,
    pub price: i128,
    pub due: i128,
}

/// Bills of a party were paid, oldest first.
#[contractevent]
pub struct BillsPaid {
    #[topic]
    pub system: u32,
    #[topic]
    pub party: u32,
    pub amount: i128,
    pub bills: Vec<PaidBill>,
}

/// The utility paid for exports.
#[contractevent]
pub struct ExportPaid {
    #[topic]
    pub system: u32,
    pub amount: i128,
    pub remaining: i128,
}

/// Energy is free from `at` on.
#[contractevent]
pub struct Concluded {
    #[topic]
    pub system: u32,
    pub at: u64,
}

/// A party's state changed since the last time that somebody noted it.
#[contractevent]
pub struct LadderChanged {
    #[topic]
    pub system: u32,
    #[topic]
    pub party: u32,
    pub from: Ladder,
    pub to: Ladder,
    /// Since when, Unix seconds; 0 when it is `Current`.
    pub since: u64,
    pub arrears: i128,
}

/// Force majeure: a system's clocks stand still from `from` on until `until`.
#[contractevent]
pub struct ClocksSuspended {
    #[topic]
    pub system: u32,
    pub by: Address,
    pub from: u64,
    pub until: u64,
    pub mode: Mode,
}

/// A system's clocks run again.
#[contractevent]
pub struct ClocksResumed {
    #[topic]
    pub system: u32,
    pub by: Address,
}

/// Other oracles were announced.
#[contractevent]
pub struct OraclesProposed {
    pub oracles: Vec<Address>,
    pub threshold: u32,
    pub ready_at: u64,
}

/// The announced oracles were dropped.
#[contractevent]
pub struct OraclesCancelled {
    pub by: Address,
}

/// Who may propose and countersign from now on, and how many of them must say the same.
#[contractevent]
pub struct OraclesChanged {
    pub oracles: Vec<Address>,
    pub threshold: u32,
}
