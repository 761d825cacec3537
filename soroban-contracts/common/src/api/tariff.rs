//! What other contracts know of the tariff.

use soroban_sdk::{contractclient, contracttype, Address, Env, Symbol};

/// What a price is of (SEP-40).
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Asset {
    /// A Stellar asset, by its contract.
    Stellar(Address),
    /// Anything else, by its symbol: a utility's retail or export tariff.
    Other(Symbol),
}

/// A price and the time since which it is in force (SEP-40).
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PriceData {
    /// Stroops of the base per kWh.
    pub price: i128,
    /// Unix seconds.
    pub timestamp: u64,
}

/// What a utility's price is made of; the parts add up to it. Adjustments may be credits, below 0.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Components {
    /// The base rate, stroops per kWh.
    pub base: i128,
    /// The adjustment for fuel, stroops per kWh.
    pub fuel: i128,
    /// The adjustment for purchased power, stroops per kWh.
    pub purchase: i128,
}

/// The price in force at some time.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PriceAt {
    /// Stroops of the base per kWh.
    pub price: i128,
    /// Unix seconds since which it is in force. A late correction comes into force after this time, never at or before.
    pub effective_at: u64,
    /// Whether nobody had confirmed it for longer than the maximum age: a bill at it is provisional. No longer stale: it
    /// was confirmed since, or the price that followed it is known.
    pub stale: bool,
}

/// What other contracts call.
#[contractclient(name = "TariffClient")]
pub trait Tariff {
    /// The price in force at a time.
    fn price_at(e: Env, asset: Asset, timestamp: u64) -> Option<PriceAt>;
    /// The first time after `after` at which another price comes into force.
    fn next_change(e: Env, asset: Asset, after: u64) -> Option<u64>;
}
