//! An asset's changes of price, in the order in which they come into force. Decides; stores nothing.

use crate::{deviation, error::TariffError};
use heliobond_common::api::tariff::Components;
use soroban_sdk::{contracttype, Address, Vec};

/// How many changes of an asset are kept.
pub const MAX_CHANGES: u32 = 120;

/// A change of price: when it comes into force, the price, and whether two feeders said so. Stored as a tuple, which
/// makes the history half as long.
#[contracttype(export = false)]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Change(pub u64, pub i128, pub bool);

impl Change {
    pub const fn effective_at(&self) -> u64 {
        self.0
    }

    pub const fn price(&self) -> i128 {
        self.1
    }

    pub const fn is_confirmed(&self) -> bool {
        self.2
    }
}

/// A change that waits for a second feeder.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Waiting {
    /// Who said so.
    pub feeder: Address,
    /// Stroops per kWh.
    pub price: i128,
    /// When it is to come into force, Unix seconds.
    pub effective_at: u64,
    /// What the price is made of; none: it was told as a whole.
    pub components: Vec<Components>,
}

/// What is known of an asset's price.
#[contracttype(export = false)]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct History {
    /// In the order in which they come into force; at most [`MAX_CHANGES`].
    pub changes: Vec<Change>,
    /// When a feeder last said that the last price holds.
    pub confirmed_at: u64,
}

/// How many changes came into force at or before `timestamp`.
pub fn count_in_force(changes: &Vec<Change>, timestamp: u64) -> u32 {
    let (mut low, mut high) = (0, changes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        match changes.get(middle) {
            Some(change) if change.effective_at() <= timestamp => low = middle + 1,
            _ => high = middle,
        }
    }
    low
}

/// The change in force at `timestamp`.
pub fn in_force(changes: &Vec<Change>, timestamp: u64) -> Option<Change> {
    changes.get(count_in_force(changes, timestamp).checked_sub(1)?)
}

/// Whether the price in force at `timestamp` had gone unconfirmed for longer than `max_age`. A price with a successor
/// is known to hold until then, so only the last one gets stale.
pub fn is_stale(history: &History, timestamp: u64, max_age: u64) -> bool {
    let changes = &history.changes;
    if count_in_force(changes, timestamp) < changes.len() {
        return false;
    }
    let since = changes.last().map_or(0, |last| last.effective_at()).max(history.confirmed_at);
    timestamp > since.saturating_add(max_age)
}

/// Whether one feeder alone may set `price` from `effective_at` on: it is within the bound of every price in force
/// during the `max_age` before, back to the last one that two feeders confirmed. So small steps do not add up to a large
/// one. The first price of an asset has nothing to deviate from.
///
/// # Errors
/// * [`TariffError::Overflow`] - When a product exceeds `i128`.
pub fn is_within_bound(
    changes: &Vec<Change>,
    price: i128,
    effective_at: u64,
    max_age: u64,
    bound_bps: u32,
) -> Result<bool, TariffError> {
    let window_start = effective_at.saturating_sub(max_age);
    for change in changes.iter().rev() {
        if !deviation::is_within(change.price(), price, bound_bps)? {
            return Ok(false);
        }
        if change.is_confirmed() || change.effective_at() <= window_start {
            break;
        }
    }
    Ok(true)
}

/// Adds a change at the end and forgets the oldest one beyond the bound, which it names.
///
/// # Errors
/// * [`TariffError::TooManyChanges`] - When the price in force now would be forgotten.
pub fn push(changes: &mut Vec<Change>, change: Change, now: u64) -> Result<Option<Change>, TariffError> {
    changes.push_back(change);
    if changes.len() > MAX_CHANGES {
        if count_in_force(changes, now) < 2 {
            return Err(TariffError::TooManyChanges);
        }
        return Ok(changes.pop_front());
    }
    Ok(None)
}
