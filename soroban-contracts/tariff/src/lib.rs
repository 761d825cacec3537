//! Tariff: what a kWh costs, by utility symbol, with an effective-dated history. The reading calls have the shape of
//! SEP-40, 7 decimals.
//!
//! # States
//! ```text
//! price   said by one feeder --within the bound, or said by a second one--> announced --time--> in force --time--> past
//!                            --else--> waiting --a second feeder, or the administrator where there is one feeder--> announced
//! feeder  offered --30 days or more, no veto, its signature--> feeder --remove_feeder--> nobody
//! ```
//! Each asset has a list of changes in the order in which they come into force. The last one that is in force by now is
//! the price. It is stale once no feeder set or reaffirmed it for longer than the maximum age; a later word of a feeder
//! makes it fresh again, also for the time between.
//!
//! # Who may call what
//!
//! | who signs | calls |
//! | --- | --- |
//! | a feeder | `set_price`, `set_components`, `reaffirm` |
//! | administrator | `confirm_price` (with one feeder only), `offer_feeder`, `remove_feeder` |
//! | who was offered it | `accept_feeder` |
//! | administrator or trustee | `cancel_feeder`, `pause`, `unpause`, and the calls of [`heliobond_common::governance`] |
//! | nobody | every reading call |
//!
//! A pause stops what sets or reaffirms a price, never a reading call.
//!
//! # Invariants
//! - Effective times grow, and no change reaches back to or before an earlier one. A late correction changes no bill that
//!   was final: the bill names its price; it settles what was billed provisionally.
//! - Within one maximum age, no single signature moves a price by more than the deviation bound: beyond it there are
//!   always two, of two feeders, or of the only feeder and the administrator.
//! - The price in force now is always kept, however many changes are announced.
//! - `lastprice`, `price` and `prices` never show a price before it is in force.
//! - There is always a feeder, at most 8; at most 16 assets, 120 changes of each, one waiting price of each.
//! - The components of a price, if told, add up to it.
#![no_std]

heliobond_common::describe!("What a kWh costs, by utility, with its history.", sep = "40");

mod contract;
mod deviation;
mod error;
mod events;
mod feeders;
mod history;
mod pricing;
mod storage;
#[cfg(test)]
mod test;

pub use contract::{Tariff, TariffClient};
pub use error::TariffError;
