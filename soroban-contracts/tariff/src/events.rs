//! What the tariff announces: every change of state.

use heliobond_common::api::tariff::{Asset, Components};
use soroban_sdk::{contractevent, Address};

/// A price comes into force at `effective_at`. `feeder` is who said so last (the administrator, where it confirmed what
/// the only feeder said), `confirmed` whether a second one did too, `components` what the price is made of, if told.
#[contractevent]
pub struct PriceSet {
    #[topic]
    pub asset: Asset,
    pub feeder: Address,
    pub price: i128,
    pub effective_at: u64,
    pub confirmed: bool,
    pub components: Option<Components>,
}

/// A price that one feeder alone may not set waits for a second one.
#[contractevent]
pub struct PriceWaiting {
    #[topic]
    pub asset: Asset,
    pub feeder: Address,
    pub price: i128,
    pub effective_at: u64,
    pub components: Option<Components>,
}

/// A feeder said that the last price still holds.
#[contractevent]
pub struct PriceReaffirmed {
    #[topic]
    pub asset: Asset,
    pub feeder: Address,
}

/// The administrator offered somebody to become a feeder, from `ready_at` on (Unix seconds).
#[contractevent]
pub struct FeederOffered {
    #[topic]
    pub feeder: Address,
    pub ready_at: u64,
}

/// Who was offered it is a feeder.
#[contractevent]
pub struct FeederAccepted {
    #[topic]
    pub feeder: Address,
}

/// `by` withdrew the offer.
#[contractevent]
pub struct FeederOfferCancelled {
    #[topic]
    pub feeder: Address,
    pub by: Address,
}

/// Somebody is a feeder no more.
#[contractevent]
pub struct FeederRemoved {
    #[topic]
    pub feeder: Address,
}
