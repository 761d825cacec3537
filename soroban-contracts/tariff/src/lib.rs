//! Tariff: what a kWh costs, by utility symbol, with an effective-dated history. The reading calls have the shape of
//! SEP-40, 7 decimals.
//!
//! # States
//! Each asset has a list of changes in the order in which they come into force. The last one that is in force by now is
//! the price; later ones are announced. A change beyond the deviation bound waits until a second feeder says the same.
//!
//! # Who may call what
//! - a feeder: `set_price`, `reaffirm`;
//! - anyone: every reading call;
//! - the administrator: `transfer_admin`, `pause`, `unpause`; whom it names: `accept_admin`.
//!
//! A pause stops `set_price` and `reaffirm`, never a reading call.
//!
//! # Invariants
//! - Effective times grow; a price that came into force is never changed.
//! - Within one maximum age, no single feeder moves a price by more than the deviation bound.
//! - The price in force now is always kept, however many changes are announced.
//! - `lastprice`, `price` and `prices` never show a price before it is in force.
#![no_std]

mod contract;
mod deviation;
mod error;
mod events;
mod history;
mod storage;
#[cfg(test)]
mod test;

pub use contract::{Tariff, TariffClient};
pub use error::TariffError;
