//! What the energy contract announces: every change of state.

use crate::types::PaidBill;
use soroban_sdk::{contractevent, Address, BytesN, Vec};

/// A system's statements start at `from`.
#[contractevent]
pub struct SystemOpened {
    #[topic]
    pub system: u32,
    pub from: u64,
}

/// An oracle proposed a statement or said the same as one before; not final yet.
#[contractevent]
pub struct StatementProposed {
    #[topic]
    pub system: u32,
    #[topic]
    pub index: u32,
    pub hash: BytesN<32>,
    pub oracle: Address,
}

/// A statement is final. The whole of it is in the transaction that proposed it.
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
    pub unattributed_wh: u64,
    pub root: BytesN<32>,
    pub quality: u32,
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
    pub due: i128,
    pub due_at: u64,
    pub provisional: bool,
}

/// The utility was billed for exports.
#[contractevent(topics = ["export"])]
pub struct ExportIssued {
    #[topic]
    pub system: u32,
    #[topic]
    pub index: u32,
    pub wh: u64,
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
