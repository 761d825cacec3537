//! Who sets prices: 1 to 8 feeders. A new one is announced, can be vetoed, and has to sign; one that misbehaves goes at
//! once, but never the last: without a feeder every bill would stay provisional for ever.

use crate::error::TariffError;
use crate::events::{FeederAccepted, FeederOfferCancelled, FeederOffered, FeederRemoved};
use crate::storage::{self, FeederOffer, Settings};
use heliobond_common::governance::{self, ADMIN, TRUSTEE, WINDOW};
use heliobond_common::ttl;
use soroban_sdk::{Address, Env, Vec};

const MAX_FEEDERS: u32 = 8;

/// Whether there are 1 to 8 of them, each once.
pub fn are_valid(feeders: &Vec<Address>) -> bool {
    let is_repeated = |(n, feeder): (u32, Address)| feeders.last_index_of(&feeder) != Some(n);
    !feeders.is_empty() && feeders.len() <= MAX_FEEDERS && !(0..).zip(feeders.iter()).any(is_repeated)
}

/// The running settings; `feeder` signs and is a feeder, and the contract is not paused.
///
/// # Errors
/// * [`TariffError::Paused`], [`TariffError::NotFeeder`]
pub fn require(e: &Env, feeder: &Address) -> Result<Settings, TariffError> {
    feeder.require_auth();
    governance::require_running(e)?;
    let settings = storage::settings(e);
    if !settings.feeders.contains(feeder) {
        return Err(TariffError::NotFeeder);
    }
    Ok(settings)
}

/// Announces a feeder; the administrator signs. A later offer replaces it and waits anew.
pub fn offer(e: &Env, feeder: Address) -> Result<(), TariffError> {
    governance::require(e, &ADMIN);
    let mut feeders = storage::settings(e).feeders;
    feeders.push_back(feeder.clone());
    if !are_valid(&feeders) {
        return Err(TariffError::BadFeeders);
    }
    let ready_at = e.ledger().timestamp().saturating_add(governance::delay(e));
    storage::set_feeder_offer(e, &FeederOffer { feeder: feeder.clone(), ready_at });
    ttl::extend_instance(e);
    FeederOffered { feeder, ready_at }.publish(e);
    Ok(())
}

/// Makes who was offered it a feeder, who signs.
pub fn accept(e: &Env) -> Result<(), TariffError> {
    let FeederOffer { feeder, ready_at } = storage::feeder_offer(e).ok_or(TariffError::NoFeederOffer)?;
    feeder.require_auth();
    let now = e.ledger().timestamp();
    if now < ready_at {
        return Err(TariffError::TooEarly);
    }
    if now > ready_at.saturating_add(WINDOW) {
        return Err(TariffError::NoFeederOffer);
    }
    let mut settings = storage::settings(e);
    settings.feeders.push_back(feeder.clone());
    storage::set_settings(e, &settings);
    storage::remove_feeder_offer(e);
    ttl::extend_instance(e);
    FeederAccepted { feeder }.publish(e);
    Ok(())
}

/// Withdraws the offer; `who` signs and is the administrator or, that is the veto, the trustee.
pub fn cancel(e: &Env, who: Address) -> Result<(), TariffError> {
    who.require_auth();
    if who != governance::holder(e, &ADMIN) && who != governance::holder(e, &TRUSTEE) {
        return Err(TariffError::NotPermitted);
    }
    let FeederOffer { feeder, .. } = storage::feeder_offer(e).ok_or(TariffError::NoFeederOffer)?;
    storage::remove_feeder_offer(e);
    ttl::extend_instance(e);
    FeederOfferCancelled { feeder, by: who }.publish(e);
    Ok(())
}

/// Removes a feeder at once; the administrator signs. What the feeder said and nobody confirmed counts no more.
pub fn remove(e: &Env, feeder: Address) -> Result<(), TariffError> {
    governance::require(e, &ADMIN);
    let mut settings = storage::settings(e);
    let place = settings.feeders.first_index_of(&feeder).ok_or(TariffError::NotFeeder)?;
    if settings.feeders.len() == 1 {
        return Err(TariffError::LastFeeder);
    }
    settings.feeders.remove(place);
    storage::set_settings(e, &settings);
    ttl::extend_instance(e);
    FeederRemoved { feeder }.publish(e);
    Ok(())
}
