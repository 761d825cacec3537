//! Intervals that were priced by a stale tariff, and what their true price changes.

use crate::{error::EnergyError, events::TruedUp, storage, types::Config};
use heliobond_common::api::tariff::TariffClient;
use soroban_sdk::{contracttype, Env, Vec};

/// How many provisional intervals a system has. Beyond, the newest one takes the energy of the next: it is then trued up
/// at the price of its own time.
pub const MAX_PROVISIONAL: u32 = 24;
/// How many of them a statement settles by the way; the rest waits for the next one or for `true_up`.
pub const PER_STATEMENT: u32 = 4;
/// How many of them one call of `true_up` settles: each asks the tariff, and that costs memory.
pub const PER_CALL: u32 = 12;

/// A provisional interval: the statement's index, its last second, the price that was used, and the watt-hours of each
/// party that were billed at it and not trued up yet. Stored as a tuple.
#[contracttype(export = false)]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Provisional(pub u32, pub u64, pub i128, pub Vec<u64>);

/// Notes an interval that was billed at a stale price.
///
/// # Errors
/// * [`EnergyError::Overflow`] - When a sum exceeds `u64`.
pub fn note(intervals: &mut Vec<Provisional>, interval: Provisional) -> Result<(), EnergyError> {
    if interval.3.iter().all(|wh| wh == 0) {
        return Ok(());
    }
    match intervals.last() {
        Some(mut newest) if intervals.len() >= MAX_PROVISIONAL => {
            for (party, more) in (0..).zip(interval.3.iter()) {
                let wh = newest.3.get(party).unwrap_or(0).checked_add(more).ok_or(EnergyError::Overflow)?;
                newest.3.set(party, wh);
            }
            intervals.set(intervals.len() - 1, newest);
        }
        _ => intervals.push_back(interval),
    }
    Ok(())
}

/// Takes from the list what has its price by now, oldest first, at most `limit` intervals; for all parties, or for one.
/// Returns by how much each party's next bill changes, thousandths of a stroop by party index.
///
/// A price that the tariff has forgotten can no longer differ: the interval keeps the one it was billed at.
///
/// # Errors
/// * [`EnergyError::Overflow`] - When a sum exceeds `i128`.
///
/// # Events
/// * [`TruedUp`] - For each interval.
pub fn settle(
    e: &Env,
    config: &Config,
    system: u32,
    party_count: u32,
    only: Option<u32>,
    limit: u32,
) -> Result<Vec<i128>, EnergyError> {
    let mut sums = Vec::from_slice(e, &[0; 16]).slice(..party_count);
    let intervals = storage::provisional(e, system);
    if intervals.is_empty() {
        return Ok(sums);
    }
    let tariff = TariffClient::new(e, &config.tariff);
    let mut kept = Vec::new(e);
    let mut settled = 0;
    let mut is_stale = false;
    for Provisional(index, last_second, old, mut delivered_wh) in intervals.iter() {
        let concerned = only.is_none_or(|party| delivered_wh.get(party).unwrap_or(0) > 0);
        if concerned && !is_stale && settled < limit {
            let at = tariff.price_at(&config.retail, &last_second);
            // While this one is stale every later one is.
            is_stale = at.as_ref().is_some_and(|at| at.stale);
            if !is_stale {
                settled += 1;
                let price = at.map_or(old, |at| at.price);
                let change = price.checked_sub(old).ok_or(EnergyError::Overflow)?;
                let mut adjustments_milli = Vec::new(e);
                for party in 0..party_count {
                    let wh = delivered_wh.get(party).filter(|_| only.is_none_or(|one| one == party)).unwrap_or(0);
                    let milli = i128::from(wh).checked_mul(change).ok_or(EnergyError::Overflow)?;
                    adjustments_milli.push_back(milli);
                    let sum = sums.get(party).unwrap_or(0).checked_add(milli).ok_or(EnergyError::Overflow)?;
                    sums.set(party, sum);
                    if wh > 0 {
                        delivered_wh.set(party, 0);
                    }
                }
                TruedUp { system, index, provisional_price: old, price, adjustments_milli }.publish(e);
            }
        }
        if delivered_wh.iter().any(|wh| wh > 0) {
            kept.push_back(Provisional(index, last_second, old, delivered_wh));
        }
    }
    if settled > 0 {
        storage::set_provisional(e, system, &kept);
    }
    Ok(sums)
}
