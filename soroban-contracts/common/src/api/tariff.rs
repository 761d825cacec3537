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

/// The price in force at some time.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PriceAt {
    /// Stroops of the base per kWh.
    pub price: i128,
    /// Unix seconds since which it is in force.
    pub effective_at: u64,
    /// Whether nobody had confirmed it for longer than the maximum age.
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
