//! How long each class of data lives, and reads and writes that keep it alive.
//!
//! A coupon period is half a year and a bond lives for decades, both longer than the network lets an entry live at once
//! (about 180 days). So every read and write extends, by class, and a keeper extends what nobody touches. All that
//! matters is persistent: an archived entry is restored, never lost, and cannot be created a second time.

use soroban_sdk::{Env, IntoVal, TryFromVal, Val};

/// Ledgers in a day at five seconds each.
pub const DAY_LEDGERS: u32 = 17_280;

/// When an entry is extended, and how far.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Class {
    /// It is extended when it has fewer ledgers than this left.
    pub threshold: u32,
    /// It then lives for so many ledgers more.
    pub extend_to: u32,
}

/// The contract's instance and code: touched by every call.
pub const INSTANCE: Class = Class { threshold: 60 * DAY_LEDGERS, extend_to: 90 * DAY_LEDGERS };

/// What running business rewrites: totals, open bills, buckets.
pub const STATE: Class = Class { threshold: 90 * DAY_LEDGERS, extend_to: 120 * DAY_LEDGERS };

/// What is written once and read for years: terms, schedules, claims.
pub const RECORD: Class = Class { threshold: 120 * DAY_LEDGERS, extend_to: 170 * DAY_LEDGERS };

/// Extends the instance and the code of the running contract.
pub fn extend_instance(e: &Env) {
    e.storage().instance().extend_ttl(INSTANCE.threshold, INSTANCE.extend_to);
}

/// Reads a persistent entry and extends it.
pub fn read<K, V>(e: &Env, key: &K, class: Class) -> Option<V>
where
    K: IntoVal<Env, Val>,
    V: TryFromVal<Env, Val>,
{
    let value = e.storage().persistent().get(key)?;
    e.storage().persistent().extend_ttl(key, class.threshold, class.extend_to);
    Some(value)
}

/// Writes a persistent entry and extends it.
pub fn write<K, V>(e: &Env, key: &K, value: &V, class: Class)
where
    K: IntoVal<Env, Val>,
    V: IntoVal<Env, Val>,
{
    e.storage().persistent().set(key, value);
    e.storage().persistent().extend_ttl(key, class.threshold, class.extend_to);
}
