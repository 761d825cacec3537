//! How a price comes into force: on one feeder's word within the deviation bound, on two beyond it.

use crate::error::TariffError;
use crate::events::{PriceSet, PriceWaiting};
use crate::history::{self, Change, History, Waiting};
use crate::storage::{self, Settings};
use heliobond_common::api::tariff::{Asset, Components};
use heliobond_common::governance::{self, ADMIN};
use heliobond_common::ttl;
use soroban_sdk::{Env, Vec};

const MAX_ASSETS: u32 = 16;
/// A million a kWh: nothing priced so could be a mistake of a decimal only.
const MAX_PRICE: i128 = 1_000_000 * 10_000_000;
/// A slip of the pen in a far future would block every earlier change.
const MAX_AHEAD_SECONDS: u64 = 366 * 24 * 60 * 60;

/// What components add up to.
///
/// # Errors
/// * [`TariffError::Overflow`]
pub fn total(components: &Components) -> Result<i128, TariffError> {
    let Components { base, fuel, purchase } = components;
    base.checked_add(*fuel).and_then(|sum| sum.checked_add(*purchase)).ok_or(TariffError::Overflow)
}

/// Sets a price or lets it wait for a second feeder. `said.feeder` signed.
pub fn set(e: &Env, settings: &Settings, asset: Asset, said: Waiting) -> Result<(), TariffError> {
    let history = load(e, &asset, &said)?;
    let is_confirmed = storage::waiting(e, &asset).is_some_and(|first| {
        first.feeder != said.feeder
            && settings.feeders.contains(&first.feeder)
            && Waiting { feeder: said.feeder.clone(), ..first } == said
    });
    if !is_confirmed && !may_alone(settings, &history.changes, &said)? {
        storage::set_waiting(e, &asset, &said);
        ttl::extend_instance(e);
        let Waiting { feeder, price, effective_at, components } = said;
        PriceWaiting { asset, feeder, price, effective_at, components: components.first() }.publish(e);
        return Ok(());
    }
    store(e, asset, history, said, is_confirmed)
}

/// Puts into force what the only feeder said beyond the bound; the administrator signs in place of a second feeder.
pub fn confirm(e: &Env, asset: Asset, price: i128, effective_at: u64) -> Result<(), TariffError> {
    let admin = governance::require(e, &ADMIN);
    governance::require_running(e)?;
    let said = storage::waiting(e, &asset).ok_or(TariffError::NothingWaits)?;
    let feeders = storage::settings(e).feeders;
    if said.price != price || said.effective_at != effective_at || !feeders.contains(&said.feeder) {
        return Err(TariffError::NothingWaits);
    }
    // Two different signatures in any case: an administrator who is the only feeder cannot confirm itself.
    if feeders.len() != 1 || said.feeder == admin {
        return Err(TariffError::NotSoleFeeder);
    }
    let history = load(e, &asset, &said)?;
    store(e, asset, history, Waiting { feeder: admin, ..said }, true)
}

/// The asset's history, where what was said may follow.
fn load(e: &Env, asset: &Asset, said: &Waiting) -> Result<History, TariffError> {
    let now = e.ledger().timestamp();
    if said.price <= 0 || said.price > MAX_PRICE {
        return Err(TariffError::BadPrice);
    }
    if said.effective_at > now.saturating_add(MAX_AHEAD_SECONDS) {
        return Err(TariffError::TooFarAhead);
    }
    let Some(history) = storage::history(e, asset) else {
        if storage::assets(e).len() >= MAX_ASSETS {
            return Err(TariffError::TooManyAssets);
        }
        return Ok(History { changes: Vec::new(e), confirmed_at: now });
    };
    if history.changes.last().is_some_and(|last| last.effective_at() >= said.effective_at) {
        return Err(TariffError::NotLater);
    }
    Ok(history)
}

/// Whether one feeder's word is enough. The first price of an asset has nothing to deviate from: it needs a second
/// feeder where there is one.
fn may_alone(settings: &Settings, changes: &Vec<Change>, said: &Waiting) -> Result<bool, TariffError> {
    if changes.is_empty() {
        return Ok(settings.feeders.len() == 1);
    }
    history::is_within_bound(changes, said.price, said.effective_at, settings.max_age, settings.deviation_bps)
}

fn store(e: &Env, asset: Asset, mut history: History, said: Waiting, confirmed: bool) -> Result<(), TariffError> {
    let now = e.ledger().timestamp();
    let Waiting { feeder, price, effective_at, components } = said;
    if history.changes.is_empty() {
        let mut assets = storage::assets(e);
        assets.push_back(asset.clone());
        storage::set_assets(e, &assets);
    }
    if let Some(forgotten) = history::push(&mut history.changes, Change(effective_at, price, confirmed), now)? {
        storage::remove_components(e, &asset, forgotten.effective_at());
    }
    history.confirmed_at = now;
    storage::set_history(e, &asset, &history);
    storage::remove_waiting(e, &asset);
    let components = components.first();
    if let Some(components) = &components {
        storage::set_components(e, &asset, effective_at, components);
    }
    ttl::extend_instance(e);
    PriceSet { asset, feeder, price, effective_at, confirmed, components }.publish(e);
    Ok(())
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn components_add_up_and_may_be_credits() {
        let parts = |base, fuel, purchase| total(&Components { base, fuel, purchase });
        assert_eq!(parts(1_500_000, 700_000, -200_000), Ok(2_000_000));
        assert_eq!(parts(i128::MAX, 1, 0), Err(TariffError::Overflow));
        assert_eq!(parts(i128::MIN, 0, -1), Err(TariffError::Overflow));
    }
}
