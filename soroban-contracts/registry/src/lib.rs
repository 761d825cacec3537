//! Registry of solar systems: who takes part, what each owns by now, and which meters count.
//!
//! # States
//! ```text
//! system  Proposed --approve--> Approved --bind_offering--> Bound, for ever
//! party   its owner --step_in--> the trustee stands in --restore--> its owner
//! meter   Counting (epoch 1, 2, ...) --revoke_meter--> Revoked, for ever
//! ```
//! Opening an epoch makes earlier readings of a meter invalid.
//!
//! # Who may call what
//!
//! | who signs | calls |
//! | --- | --- |
//! | anyone, as proposer | `propose` |
//! | approver | `approve`, `bind_offering`, `register_meter`, `revoke_meter`, `new_epoch` |
//! | approver and two owners | `transfer_portion`, `transfer_party` |
//! | the bound offering | `accrue_ownership`, `step_in`, `restore` |
//! | administrator, trustee, approver | the calls of [`heliobond_common::governance`]; each may `pause` |
//! | nobody | every reading call |
//!
//! A pause stops new systems, bindings, meters, epochs and transfers. It never stops `accrue_ownership`, `step_in` and
//! `restore`, which are part of settlement, nor `revoke_meter`, which protects.
//!
//! # Invariants
//! - The portions of a system add up to 10,000.
//! - `0 <= owned <= portion` for every party; what the parties do not own the trustee holds.
//! - Accrual never lowers what a party owns; a transfer of portions conserves the sum owned, to the basis point.
//! - Where the trustee stepped in, the owner is whoever holds that role now, and the former owner stays known.
//! - A key belongs to one meter, for ever.
//! - Ids count from 1 and are never reused; a system has at most 16 parties and 32 meters.
#![no_std]

heliobond_common::describe!("Solar systems, their parties, what each owns, and the meters that count.");

mod contract;
mod error;
mod events;
mod portions;
mod storage;
#[cfg(test)]
mod test;

pub use contract::{Registry, RegistryClient};
pub use error::RegistryError;
