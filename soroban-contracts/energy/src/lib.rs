//! Energy: what was delivered, what it costs, what of it is paid, and what follows if it is not.
//!
//! # States
//! A system is opened once, run by oracles or directly by its meters; statements then follow each other without a gap.
//!
//! ```text
//! system     opened --> statement 1 --> statement 2 --> ... --> concluded: statements go on, energy is free
//! statement  said by an oracle --> final when the threshold says the same (each oracle has one word)
//!            reported by every meter --> final, closed by the contract itself
//! bill       provisional, if the tariff was stale --> trued up as a line of a later bill
//! party      Current --due--> Grace --grace period--> Breach --default period--> Default
//!               ^________________ nothing overdue is open any more ________________|
//! clocks     run --suspend (at most 90 days an act)--> stand still --resume, or its end--> run
//! ```
//!
//! # Direct mode
//! A meter's reading is believed by its own Ed25519 signature; its registers are cumulative, so repeated, late and lost
//! reports cost nothing. The open interval ends at a multiple of `interval_secs`. It closes with the first report after
//! which every meter of the system that is not revoked was read at or after that end; its end is then the last such
//! multiple that all of them have reached and that has passed, or the first change of a price before it. Each meter
//! counts what its registers showed at the end: the reading taken then, or the straight line, rounded down, between the
//! readings before and after. The rest counts later; so nothing is billed twice and nothing is lost. A first reading is
//! where a meter's counting begins; a new epoch goes on where the old one stopped; a revoked meter counts up to the last
//! end that it reported. A
//! silent meter holds the interval open until it reports or the approver revokes it: a party cannot lower its share by
//! silence. The root stands for the last reading of each meter that counts, in order of meter.
//!
//! # Who may call what
//! - the administrator: `open_system`, `set_exports`, `set_critical_floor`, `propose_oracles`, `change_oracles`;
//! - administrator or trustee: `suspend`, `resume`, `remove_oracle`, `cancel_oracles`; and governance, see
//!   [`heliobond_common::governance`];
//! - an oracle: `propose`, `countersign`;
//! - the offering bound to the system in the registry: `settle`, `settle_export`, `conclude`;
//! - anyone: `report` (the meter signed), `true_up`, `advance`, and every reading call.
//!
//! A pause stops `open_system`, `propose`, `countersign` and the closing of reported intervals; never `settle`,
//! `settle_export`, `conclude`, `true_up`, `report` with its answer, or a reading call.
//!
//! # Invariants
//! - Every second since a system was opened belongs to at most one final statement.
//! - `sum(delivered) + unattributed - carried negative = sum(generated - exported, corrections included)`, and nobody is
//!   delivered more than it consumed.
//! - What is recorded, corrections included, stays within the capacity of the time it is about; a correction reaches back
//!   31 days.
//! - Per party: `1,000 x billed + remainder = sum(delivered x price + credited x export price + adjustment)`: no stroop is
//!   lost to rounding, credit or true-up. The adjustments are `delivered x (true price - provisional price)`, once.
//! - `billed - paid` of a party is the sum of what its open bills lack.
//! - A party's state is a function of its open bills and the clock: it worsens by time alone, is cured by payment alone,
//!   and never waits for a call. Its critical loads are fed in every state.
//! - Bill numbers count from 1 and are never reused; a statement's bills follow each other by party.
//! - No entry grows with time: parties, open bills, provisional intervals, suspensions, proposals and meters are bounded;
//!   paid bills live in events and in the hash chain.
#![no_std]

heliobond_common::describe!("What was delivered, what it costs, what of it is paid, and what follows if it is not.");

mod billing;
mod bills;
mod clock;
mod contract;
mod error;
mod events;
mod meters;
mod oracles;
mod register;
mod report;
mod sharing;
mod standing;
mod statement;
mod storage;
#[cfg(test)]
mod test;
mod trueup;
mod types;
#[cfg(test)]
mod vectors;
mod voting;

pub use clock::Suspension;
pub use contract::{Energy, EnergyClient};
pub use error::EnergyError;
pub use types::{
    Bill, Config, ExportCredit, Exports, MeterHead, OpenBill, OracleChange, PaidBill, PartyTotals, Proposal, Reading,
    Settings, Source, Statement, SystemState,
};
