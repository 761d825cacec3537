//! Registry of solar systems: who takes part, what each owns by now, and which meters count.
//!
//! # States
//! A system is proposed, then approved; then one offering is bound to it, for ever. A meter counts from its
//! registration until it is revoked; opening an epoch makes earlier readings of it invalid.
//!
//! # Who may call what
//! - anyone: `propose` (signs as proposer), and every reading call;
//! - the approver: `approve`, `bind_offering`, `register_meter`, `revoke_meter`, `new_epoch`;
//! - two parties' owners and the approver together: `transfer_portion`;
//! - the bound offering: `accrue_ownership`;
//! - the administrator: `transfer_admin`; whom it names: `accept_admin`; administrator or approver: `pause`, `unpause`.
//!
//! A pause stops new systems, bindings, meters, epochs and transfers. It never stops `accrue_ownership`, which is part
//! of settlement, nor `revoke_meter`, which protects.
//!
//! # Invariants
//! - The portions of a system add up to 10,000.
//! - `0 <= owned <= portion` for every party; what the parties do not own the trustee holds.
//! - Accrual never lowers what a party owns; a transfer of portions conserves the sum owned, to the floor.
//! - A key belongs to one meter, for ever.
//! - Ids count from 1 and are never reused.
#![no_std]

mod contract;
mod error;
mod events;
mod portions;
mod storage;
#[cfg(test)]
mod test;

pub use contract::{Registry, RegistryClient};
pub use error::RegistryError;
