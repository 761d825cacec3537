//! The tenders of one offering's works: sealed bids, award, milestones, the test that makes the system live.
//!
//! ```text
//!         commit_by     score_by      reveal_by      award_by
//! Open: commit | score     | reveal      | approve, award | expire
//!
//! Open -award-> Awarded -accept-> Works -last release-> Done
//!   ^ |            |                |
//!   | |            |                +--terminate-> Terminated     (what is left may be tendered again)
//!   | |            +--lapse_award--> Open                        (the next best may be awarded)
//!   | +--cancel, expire-> Cancelled                              (may be tendered again)
//!
//! Milestone: Open -submit_evidence-> Submitted -certify-> Certified -release-> Paid
//!                                     ^    |                  ^
//!                                     |    +-reject-> Rejected|
//!            Submitted, Rejected, Certified -dispute-> Disputed -decide-> Certified (a fraction)
//!                                                          +-lapse_dispute-> Certified if it was, else Rejected
//!            what is not earned when the contract is terminated: Void
//! ```
//!
//! Who may call what:
//!
//! | who signs | calls |
//! | --- | --- |
//! | administrator (the issuer) | `open`, `award`, `cancel`; with the approver `terminate` |
//! | approver | `approve` |
//! | bidder | `commit`, `withdraw`; the winner `accept`; the contractor `submit_evidence`, `start_commissioning` |
//! | evaluator | `score` |
//! | certifier | `certify`, `reject` |
//! | arbiter | `decide` |
//! | administrator, certifier or contractor | `dispute` |
//! | administrator, trustee or approver | `pause`, `unpause` |
//! | nobody | `reveal` (price and salt do), `lapse_award`, `expire`, `settle_bond`, `release`, `lapse_dispute`, `commission` |
//!
//! What always holds:
//!
//! - Bonds held are the sum of what is left of the bids' bonds; no call reads the contract's own balance.
//! - What a contract is paid, is withheld, is denied by the arbiter and is freed by termination add up to its price, and
//!   the price is at most the ceiling, which is at most the construction money that no contract has claimed. There are
//!   no change orders: more works are another bond.
//! - Only the best bid is awarded. Its price is not below its bid. The evaluator scores before any price is known.
//! - Issuer, trustee, approver, certifier, arbiter, evaluator and contractor are seven; it is asked whenever it matters,
//!   since roles are handed over.
//! - A milestone is paid once; the last one only after the metered test; the system is announced live once.
//! - Nobody silent blocks anybody: evaluator (price alone decides), issuer and approver (`expire`), winner
//!   (`lapse_award`), certifier (`dispute`), arbiter (`lapse_dispute`). A frozen line keeps back its own holder's money.
//! - A pause stops `open` and `commit` and nothing else.
//! - At most 32 bids, 16 milestones, 64 tenders; every entry is extended when touched.
//!
//! Arithmetic lives in files without `Env`: [`score`], [`split`].
#![no_std]
// In tests 50_0000000 reads as 50 units.
#![cfg_attr(test, allow(clippy::inconsistent_digit_grouping))]

mod awarding;
mod bidding;
mod commissioning;
pub mod commitment;
mod contract;
mod disputes;
pub mod error;
pub mod events;
#[cfg(test)]
mod random;
mod roles;
pub mod score;
pub mod split;
mod storage;
pub mod terms;
#[cfg(test)]
mod test;
mod token;
pub mod types;
mod works;

pub use contract::{Tender, TenderClient};

heliobond_common::describe!("Sealed bids for one offering's works, their award, milestones and commissioning.");
