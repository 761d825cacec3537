//! What the tariff announces: every change of state.

use heliobond_common::api::tariff::Asset;
use soroban_sdk::{contractevent, Address};

/// A price comes into force at `effective_at`. `feeder` is who said so last, `confirmed` whether a second one did too.
#[contractevent]
pub struct PriceSet {
    #[topic]
    pub asset: Asset,
    pub feeder: Address,
    pub price: i128,
    pub effective_at: u64,
    pub confirmed: bool,
}

/// A price beyond the deviation bound waits for a second feeder.
#[contractevent]
pub struct PriceWaiting {
    #[topic]
    pub asset: Asset,
    pub feeder: Address,
    pub price: i128,
    pub effective_at: u64,
}

/// A feeder said that the last price still holds.
#[contractevent]
pub struct PriceReaffirmed {
    #[topic]
    pub asset: Asset,
    pub feeder: Address,
}
