//! The tariff's calls: authorise, load, decide, store, announce.

use crate::{
    error::TariffError,
    events::{PriceReaffirmed, PriceSet, PriceWaiting},
    history::{self, Change, History, Waiting, MAX_CHANGES},
    storage::{self, Settings},
};
use heliobond_common::{
    access,
    api::tariff::{Asset, PriceAt, PriceData},
    ttl,
};
use soroban_sdk::{contract, contractimpl, Address, Env, Vec};

/// The interface of this build. Grows when a call changes its meaning.
const VERSION: u32 = 1;
/// Prices are in stroops: 7 decimals.
const DECIMALS: u32 = 7;
const MAX_FEEDERS: u32 = 8;
const MAX_ASSETS: u32 = 16;
const MAX_DEVIATION_BPS: u32 = 10_000;
/// A slip of the pen in a far future would block every earlier change.
const MAX_AHEAD_SECONDS: u64 = 366 * 24 * 60 * 60;

/// What a kWh costs.
#[contract]
pub struct Tariff;

#[contractimpl]
impl Tariff {
    /// `base` is what prices are in, `max_age` the seconds after which an unconfirmed price is stale, `deviation_bps`
    /// how far one feeder alone may move a price within that time.
    ///
    /// # Errors
    /// * [`TariffError::BadFeeders`] - When there are not 1 to 8 different feeders.
    /// * [`TariffError::BadMaxAge`] - When the maximum age is 0 or beyond 32 bits.
    /// * [`TariffError::BadDeviation`] - When the bound is 0 or above 10,000.
    pub fn __constructor(
        e: &Env,
        admin: Address,
        base: Asset,
        feeders: Vec<Address>,
        max_age: u64,
        deviation_bps: u32,
    ) -> Result<(), TariffError> {
        let repeated = feeders.iter().enumerate().any(|(n, feeder)| feeders.iter().skip(n + 1).any(|f| f == feeder));
        if feeders.is_empty() || feeders.len() > MAX_FEEDERS || repeated {
            return Err(TariffError::BadFeeders);
        }
        if max_age == 0 || u32::try_from(max_age).is_err() {
            return Err(TariffError::BadMaxAge);
        }
        if deviation_bps == 0 || deviation_bps > MAX_DEVIATION_BPS {
            return Err(TariffError::BadDeviation);
        }
        access::init(e, &admin);
        storage::set_settings(e, &Settings { base, feeders, max_age, deviation_bps });
        Ok(())
    }

    /// Sets the price of an asset, stroops per kWh, from `effective_at` on (Unix seconds, past or future); the feeder
    /// signs.
    ///
    /// A price beyond the deviation bound waits until a second feeder makes the same call; another price replaces what
    /// waits. The first price of an asset needs one feeder.
    ///
    /// # Errors
    /// * [`TariffError::NotFeeder`], [`TariffError::Paused`]
    /// * [`TariffError::BadPrice`] - When the price is not above 0.
    /// * [`TariffError::NotLater`] - When the asset has a change at or after that time.
    /// * [`TariffError::TooFarAhead`] - When that time is more than 366 days from now.
    /// * [`TariffError::TooManyAssets`] - When it would be the 17th asset.
    /// * [`TariffError::TooManyChanges`] - When so many are announced that the price in force would be forgotten.
    /// * [`TariffError::Overflow`] - When the price is beyond any sense.
    ///
    /// # Events
    /// * [`PriceSet`], or [`PriceWaiting`] when it waits.
    pub fn set_price(
        e: &Env,
        feeder: Address,
        asset: Asset,
        price: i128,
        effective_at: u64,
    ) -> Result<(), TariffError> {
        let settings = require_feeder(e, &feeder)?;
        let now = e.ledger().timestamp();
        if price <= 0 {
            return Err(TariffError::BadPrice);
        }
        if effective_at > now.saturating_add(MAX_AHEAD_SECONDS) {
            return Err(TariffError::TooFarAhead);
        }
        let mut history = match storage::history(e, &asset) {
            Some(history) => history,
            None => {
                list_asset(e, &asset)?;
                History { changes: Vec::new(e), confirmed_at: now }
            }
        };
        if history.changes.last().is_some_and(|last| last.effective_at() >= effective_at) {
            return Err(TariffError::NotLater);
        }

        let Settings { max_age, deviation_bps, .. } = settings;
        let is_within = history::is_within_bound(&history.changes, price, effective_at, max_age, deviation_bps)?;
        let is_confirmed = storage::waiting(e, &asset).is_some_and(|waiting| {
            waiting.feeder != feeder && waiting.price == price && waiting.effective_at == effective_at
        });
        ttl::extend_instance(e);
        if !is_within && !is_confirmed {
            storage::set_waiting(e, &asset, &Waiting { feeder: feeder.clone(), price, effective_at });
            PriceWaiting { asset, feeder, price, effective_at }.publish(e);
            return Ok(());
        }
        history::push(&mut history.changes, Change(effective_at, price, is_confirmed), now)?;
        history.confirmed_at = now;
        storage::set_history(e, &asset, &history);
        storage::remove_waiting(e, &asset);
        PriceSet { asset, feeder, price, effective_at, confirmed: is_confirmed }.publish(e);
        Ok(())
    }

    /// Says that the asset's last price still holds, which makes it fresh again; the feeder signs.
    ///
    /// # Errors
    /// * [`TariffError::NotFeeder`], [`TariffError::Paused`]
    /// * [`TariffError::NoPrice`] - When the asset has no price.
    ///
    /// # Events
    /// * [`PriceReaffirmed`]
    pub fn reaffirm(e: &Env, feeder: Address, asset: Asset) -> Result<(), TariffError> {
        require_feeder(e, &feeder)?;
        let mut history = storage::history(e, &asset).ok_or(TariffError::NoPrice)?;
        if history.changes.is_empty() {
            return Err(TariffError::NoPrice);
        }
        history.confirmed_at = e.ledger().timestamp();
        storage::set_history(e, &asset, &history);
        ttl::extend_instance(e);
        PriceReaffirmed { asset, feeder }.publish(e);
        Ok(())
    }

    /// What prices are in (SEP-40).
    pub fn base(e: &Env) -> Asset {
        storage::settings(e).base
    }

    /// What has a price (SEP-40).
    pub fn assets(e: &Env) -> Vec<Asset> {
        storage::assets(e)
    }

    /// Decimals of prices: 7 (SEP-40).
    pub fn decimals(_e: &Env) -> u32 {
        DECIMALS
    }

    /// Seconds within which a price is confirmed anew (SEP-40): the maximum age.
    pub fn resolution(e: &Env) -> u32 {
        u32::try_from(storage::settings(e).max_age).unwrap_or(u32::MAX)
    }

    /// The price in force now and the time since which it is (SEP-40).
    pub fn lastprice(e: &Env, asset: Asset) -> Option<PriceData> {
        Self::price(e, asset, e.ledger().timestamp())
    }

    /// The price in force at a time not after now (SEP-40).
    pub fn price(e: &Env, asset: Asset, timestamp: u64) -> Option<PriceData> {
        if timestamp > e.ledger().timestamp() {
            return None;
        }
        history::in_force(&storage::history(e, &asset)?.changes, timestamp).map(price_data)
    }

    /// The last prices in force, newest first, as many as asked for and kept; none: no price yet (SEP-40).
    pub fn prices(e: &Env, asset: Asset, records: u32) -> Option<Vec<PriceData>> {
        let changes = storage::history(e, &asset)?.changes;
        let in_force = history::count_in_force(&changes, e.ledger().timestamp());
        if in_force == 0 {
            return None;
        }
        let mut prices = Vec::new(e);
        for n in 0..records.min(in_force).min(MAX_CHANGES) {
            prices.push_back(price_data(changes.get(in_force - 1 - n)?));
        }
        Some(prices)
    }

    /// The price in force at a time, an announced one too, and whether it was stale by then.
    pub fn price_at(e: &Env, asset: Asset, timestamp: u64) -> Option<PriceAt> {
        let history = storage::history(e, &asset)?;
        let change = history::in_force(&history.changes, timestamp)?;
        let stale = history::is_stale(&history, timestamp, storage::settings(e).max_age);
        Some(PriceAt { price: change.price(), effective_at: change.effective_at(), stale })
    }

    /// The first time after `after` at which another price comes into force, as far as is announced.
    pub fn next_change(e: &Env, asset: Asset, after: u64) -> Option<u64> {
        let changes = storage::history(e, &asset)?.changes;
        changes.get(history::count_in_force(&changes, after)).map(|change| change.effective_at())
    }

    /// Who may set prices.
    pub fn feeders(e: &Env) -> Vec<Address> {
        storage::settings(e).feeders
    }

    /// The administrator.
    pub fn admin(e: &Env) -> Address {
        access::admin(e)
    }

    /// Offers the administration to `new_admin`; the administrator signs.
    pub fn transfer_admin(e: &Env, new_admin: Address) {
        access::transfer_admin(e, new_admin);
    }

    /// Accepts the administration; who was offered it signs.
    ///
    /// # Errors
    /// * [`TariffError::NoPendingAdmin`]
    pub fn accept_admin(e: &Env) -> Result<(), TariffError> {
        Ok(access::accept_admin(e)?)
    }

    /// Stops new prices; `who` signs and is the administrator.
    ///
    /// # Errors
    /// * [`TariffError::NotGuardian`]
    pub fn pause(e: &Env, who: Address) -> Result<(), TariffError> {
        Ok(access::pause(e, who, &[])?)
    }

    /// Lets new prices in again; `who` signs and is the administrator.
    ///
    /// # Errors
    /// * [`TariffError::NotGuardian`]
    pub fn unpause(e: &Env, who: Address) -> Result<(), TariffError> {
        Ok(access::unpause(e, who, &[])?)
    }

    /// Whether new prices are stopped.
    pub fn paused(e: &Env) -> bool {
        access::paused(e)
    }

    /// The interface of this build.
    pub fn version(_e: &Env) -> u32 {
        VERSION
    }
}

fn require_feeder(e: &Env, feeder: &Address) -> Result<Settings, TariffError> {
    feeder.require_auth();
    access::require_running(e)?;
    let settings = storage::settings(e);
    if !settings.feeders.contains(feeder) {
        return Err(TariffError::NotFeeder);
    }
    Ok(settings)
}

fn list_asset(e: &Env, asset: &Asset) -> Result<(), TariffError> {
    let mut assets = storage::assets(e);
    if assets.len() >= MAX_ASSETS {
        return Err(TariffError::TooManyAssets);
    }
    assets.push_back(asset.clone());
    storage::set_assets(e, &assets);
    Ok(())
}

fn price_data(change: Change) -> PriceData {
    PriceData { price: change.price(), timestamp: change.effective_at() }
}
