//! Where the tariff keeps what. The instance holds settings and feeders; each asset's history is an entry, and what a
//! price is made of another, so that billing does not read it.

use crate::history::{History, Waiting};
use heliobond_common::{
    api::tariff::{Asset, Components},
    ttl,
};
use soroban_sdk::{contracttype, Address, Env, Vec};

#[contracttype(export = false)]
#[derive(Clone)]
enum Key {
    Settings,
    /// The assets that have a price.
    Assets,
    History(Asset),
    /// A change that waits for a second feeder.
    Waiting(Asset),
    /// What the price of a change is made of, by its effective time; forgotten with the change.
    Components(Asset, u64),
    FeederOffer,
}

/// Somebody who was offered to become a feeder.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FeederOffer {
    pub feeder: Address,
    /// From when on it may be accepted, Unix seconds; 30 days later the offer lapses.
    pub ready_at: u64,
}

/// What the constructor set; the feeders change.
#[contracttype(export = false)]
#[derive(Clone)]
pub struct Settings {
    pub base: Asset,
    pub feeders: Vec<Address>,
    /// Seconds after which a price that nobody confirmed is stale.
    pub max_age: u64,
    pub deviation_bps: u32,
}

pub fn settings(e: &Env) -> Settings {
    match e.storage().instance().get(&Key::Settings) {
        Some(settings) => settings,
        None => panic!("the constructor sets them"),
    }
}

pub fn set_settings(e: &Env, settings: &Settings) {
    e.storage().instance().set(&Key::Settings, settings);
}

pub fn assets(e: &Env) -> Vec<Asset> {
    ttl::read(e, &Key::Assets, ttl::RECORD).unwrap_or_else(|| Vec::new(e))
}

pub fn set_assets(e: &Env, assets: &Vec<Asset>) {
    ttl::write(e, &Key::Assets, assets, ttl::RECORD);
}

pub fn history(e: &Env, asset: &Asset) -> Option<History> {
    ttl::read(e, &Key::History(asset.clone()), ttl::STATE)
}

pub fn set_history(e: &Env, asset: &Asset, history: &History) {
    ttl::write(e, &Key::History(asset.clone()), history, ttl::STATE);
}

pub fn waiting(e: &Env, asset: &Asset) -> Option<Waiting> {
    ttl::read(e, &Key::Waiting(asset.clone()), ttl::STATE)
}

pub fn set_waiting(e: &Env, asset: &Asset, waiting: &Waiting) {
    ttl::write(e, &Key::Waiting(asset.clone()), waiting, ttl::STATE);
}

pub fn remove_waiting(e: &Env, asset: &Asset) {
    e.storage().persistent().remove(&Key::Waiting(asset.clone()));
}

pub fn components(e: &Env, asset: &Asset, effective_at: u64) -> Option<Components> {
    ttl::read(e, &Key::Components(asset.clone(), effective_at), ttl::RECORD)
}

pub fn set_components(e: &Env, asset: &Asset, effective_at: u64, components: &Components) {
    ttl::write(e, &Key::Components(asset.clone(), effective_at), components, ttl::RECORD);
}

pub fn remove_components(e: &Env, asset: &Asset, effective_at: u64) {
    e.storage().persistent().remove(&Key::Components(asset.clone(), effective_at));
}

pub fn feeder_offer(e: &Env) -> Option<FeederOffer> {
    e.storage().instance().get(&Key::FeederOffer)
}

pub fn set_feeder_offer(e: &Env, offer: &FeederOffer) {
    e.storage().instance().set(&Key::FeederOffer, offer);
}

pub fn remove_feeder_offer(e: &Env) {
    e.storage().instance().remove(&Key::FeederOffer);
}
