//! Energy: what was delivered, what it costs, and what of it is paid.
//!
//! # States
//! A system is opened once; from then on statements follow each other without a gap, each from the end of the one
//! before. A statement is proposed by an oracle and final once as many oracles as the threshold say the same; a
//! proposal that is not final can be replaced. A final statement bills every party and is never changed. Bills are open
//! until paid. When the system's debt is settled it is concluded: from then on energy is free.
//!
//! # Who may call what
//! - the administrator: `open_system`, `transfer_admin`, `pause`, `unpause`; whom it names: `accept_admin`;
//! - an oracle: `propose`, `countersign`;
//! - the offering bound to the system in the registry: `settle`, `settle_export`, `conclude`;
//! - anyone: every reading call.
//!
//! A pause stops `open_system`, `propose` and `countersign`; never `settle`, `settle_export`, `conclude` or a reading
//! call.
//!
//! # Invariants
//! - Every second since a system was opened belongs to at most one final statement.
//! - No party is billed for more than it consumed, nor all together for more than was generated less exported.
//! - `sum(1,000 x billed + remainder) = sum(delivered x price)`: no stroop is lost to rounding.
//! - `billed - paid` of a party is the sum of what its open bills lack.
//! - Bill numbers count from 1 and are never reused; a statement's bills follow each other by party.
//! - No entry grows with time: parties and open bills are bounded; paid bills live in events and in the hash chain.
#![no_std]

mod billing;
mod contract;
mod error;
mod events;
mod ladder;
mod sharing;
mod statement;
mod storage;
#[cfg(test)]
mod test;
mod types;
#[cfg(test)]
mod vectors;

pub use contract::{Energy, EnergyClient};
pub use error::EnergyError;
pub use types::{Bill, Config, OpenBill, PaidBill, PartyTotals, Proposal, Statement, SystemState};
