//! The tariff's calls: authorise, load, decide, store, announce.

use crate::{
    error::TariffError,
    events::PriceReaffirmed,
    feeders,
    history::{self, Change, Waiting, MAX_CHANGES},
    pricing,
    storage::{self, FeederOffer, Settings},
};
use heliobond_common::{
    api::tariff::{Asset, Components, PriceAt, PriceData},
    governance::{self, Governance},
    governed, ttl,
};
use soroban_sdk::{contract, contractimpl, vec, Address, Env, Vec};

/// The interface of this build. Grows when a call changes its meaning.
const VERSION: u32 = 1;
/// Prices are in stroops: 7 decimals.
const DECIMALS: u32 = 7;
const MAX_DEVIATION_BPS: u32 = 10_000;

/// What a kWh costs.
#[contract]
pub struct Tariff;

#[contractimpl]
impl Tariff {
    /// `base` is what prices are in, `max_age` the seconds after which an unconfirmed price is stale (feeders reaffirm
    /// monthly: some days more than a month), `deviation_bps` how far one feeder alone may move a price within that time.
    ///
    /// # Errors
    /// * [`TariffError::BadGovernance`]
    /// * [`TariffError::BadFeeders`] - When there are not 1 to 8 different feeders.
    /// * [`TariffError::BadMaxAge`] - When the maximum age is 0 or beyond 32 bits.
    /// * [`TariffError::BadDeviation`] - When the bound is 0 or above 10,000.
    pub fn __constructor(
        e: &Env,
        governance: Governance,
        base: Asset,
        feeders: Vec<Address>,
        max_age: u64,
        deviation_bps: u32,
    ) -> Result<(), TariffError> {
        if !feeders::are_valid(&feeders) {
            return Err(TariffError::BadFeeders);
        }
        if max_age == 0 || u32::try_from(max_age).is_err() {
            return Err(TariffError::BadMaxAge);
        }
        if deviation_bps == 0 || deviation_bps > MAX_DEVIATION_BPS {
            return Err(TariffError::BadDeviation);
        }
        governance::init(e, &governance, VERSION)?;
        storage::set_settings(e, &Settings { base, feeders, max_age, deviation_bps });
        Ok(())
    }

    /// Sets the price of an asset, stroops per kWh, from `effective_at` on (Unix seconds); the feeder signs. The time may
    /// lie in the past, after the last effective time: a late correction, by which provisional bills are trued up.
    ///
    /// A price beyond the deviation bound waits until a second feeder makes the same call; another price replaces what
    /// waits. The first price of an asset waits too, where there is a second feeder.
    ///
    /// # Errors
    /// * [`TariffError::NotFeeder`], [`TariffError::Paused`]
    /// * [`TariffError::BadPrice`] - When the price is not above 0, or above a million.
    /// * [`TariffError::NotLater`] - When the asset has a change at or after that time.
    /// * [`TariffError::TooFarAhead`] - When that time is more than 366 days from now.
    /// * [`TariffError::TooManyAssets`] - When it would be the 17th asset.
    /// * [`TariffError::TooManyChanges`] - When so many are announced that the price in force would be forgotten.
    ///
    /// # Events
    /// * [`PriceSet`](crate::events::PriceSet), or [`PriceWaiting`](crate::events::PriceWaiting) when it waits.
    pub fn set_price(
        e: &Env,
        feeder: Address,
        asset: Asset,
        price: i128,
        effective_at: u64,
    ) -> Result<(), TariffError> {
        let settings = feeders::require(e, &feeder)?;
        pricing::set(e, &settings, asset, Waiting { feeder, price, effective_at, components: Vec::new(e) })
    }

    /// The same as `set_price`, with what the price is made of: the components add up to it.
    ///
    /// # Errors
    /// * Those of `set_price`; [`TariffError::Overflow`] - When the sum leaves `i128`.
    ///
    /// # Events
    /// * Those of `set_price`.
    pub fn set_components(
        e: &Env,
        feeder: Address,
        asset: Asset,
        components: Components,
        effective_at: u64,
    ) -> Result<(), TariffError> {
        let settings = feeders::require(e, &feeder)?;
        let price = pricing::total(&components)?;
        pricing::set(e, &settings, asset, Waiting { feeder, price, effective_at, components: vec![e, components] })
    }

    /// Puts into force the price that the only feeder said beyond the bound; the administrator, who is not that feeder,
    /// signs in place of a second feeder.
    ///
    /// # Errors
    /// * [`TariffError::Paused`]
    /// * [`TariffError::NothingWaits`] - When exactly that does not wait.
    /// * [`TariffError::NotSoleFeeder`] - When another feeder could confirm it.
    /// * [`TariffError::NotLater`], [`TariffError::TooManyChanges`] - When that came about since.
    ///
    /// # Events
    /// * [`PriceSet`](crate::events::PriceSet)
    pub fn confirm_price(e: &Env, asset: Asset, price: i128, effective_at: u64) -> Result<(), TariffError> {
        pricing::confirm(e, asset, price, effective_at)
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
        feeders::require(e, &feeder)?;
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

    /// What the price in force at a time is made of; nothing: no price, or it was told as a whole.
    pub fn components(e: &Env, asset: Asset, timestamp: u64) -> Option<Components> {
        let change = history::in_force(&storage::history(e, &asset)?.changes, timestamp)?;
        storage::components(e, &asset, change.effective_at())
    }

    /// The price of an asset that waits for a second feeder.
    pub fn waiting(e: &Env, asset: Asset) -> Option<Waiting> {
        storage::waiting(e, &asset)
    }

    /// How far one feeder alone may move a price within the maximum age, basis points.
    pub fn deviation_bps(e: &Env) -> u32 {
        storage::settings(e).deviation_bps
    }

    /// Who may set prices.
    pub fn feeders(e: &Env) -> Vec<Address> {
        storage::settings(e).feeders
    }

    /// Announces a new feeder, who may accept after the upgrade delay; a later offer replaces it. The administrator signs.
    ///
    /// # Errors
    /// * [`TariffError::BadFeeders`] - When it is a feeder already, or there are 8.
    ///
    /// # Events
    /// * [`FeederOffered`](crate::events::FeederOffered)
    pub fn offer_feeder(e: &Env, feeder: Address) -> Result<(), TariffError> {
        feeders::offer(e, feeder)
    }

    /// Makes who was offered it a feeder, who signs, within 30 days after the delay.
    ///
    /// # Errors
    /// * [`TariffError::NoFeederOffer`], [`TariffError::TooEarly`]
    ///
    /// # Events
    /// * [`FeederAccepted`](crate::events::FeederAccepted)
    pub fn accept_feeder(e: &Env) -> Result<(), TariffError> {
        feeders::accept(e)
    }

    /// Withdraws the offer of a new feeder. Administrator or trustee signs.
    ///
    /// # Errors
    /// * [`TariffError::NotPermitted`], [`TariffError::NoFeederOffer`]
    ///
    /// # Events
    /// * [`FeederOfferCancelled`](crate::events::FeederOfferCancelled)
    pub fn cancel_feeder(e: &Env, who: Address) -> Result<(), TariffError> {
        feeders::cancel(e, who)
    }

    /// The announced feeder.
    pub fn feeder_offer(e: &Env) -> Option<FeederOffer> {
        storage::feeder_offer(e)
    }

    /// Removes a feeder at once, never the last. What only this feeder said and still waits counts no more. The
    /// administrator signs.
    ///
    /// # Errors
    /// * [`TariffError::NotFeeder`], [`TariffError::LastFeeder`]
    ///
    /// # Events
    /// * [`FeederRemoved`](crate::events::FeederRemoved)
    pub fn remove_feeder(e: &Env, feeder: Address) -> Result<(), TariffError> {
        feeders::remove(e, feeder)
    }
}

governed!(Tariff, TariffError, version = VERSION, guardians = []);

fn price_data(change: Change) -> PriceData {
    PriceData { price: change.price(), timestamp: change.effective_at() }
}
