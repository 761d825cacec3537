//! What the terms must satisfy before an offering can exist.

use crate::error::OfferingError;
use crate::loans::MAX_PARTIES;
use crate::reserve;
use crate::types::{Kind, Period, Principal, Terms};
use heliobond_common::math::{mul_div_ceil, BPS};
use soroban_sdk::{Address, Vec};

/// Periods of a schedule, at most: thirty years of quarters.
pub const MAX_PERIODS: u32 = 120;

/// Bonds of an offering, at most: what a trustline can hold.
const MAX_BONDS: i128 = i64::MAX as i128;

/// Seconds for which money may be short without being a default, at most: a year.
const MAX_GRACE: u64 = 365 * DAY;

/// Seconds for which unclaimed money waits for its owner, at least: a year.
const MIN_UNCLAIMED: u64 = 365 * DAY;

/// And at most: thirty years, so that no state is for ever.
const MAX_UNCLAIMED: u64 = 30 * 365 * DAY;

/// Seconds from the end of funding to the long-stop date, at most: ten years.
const MAX_WORKS: u64 = 10 * 365 * DAY;

const DAY: u64 = 24 * 60 * 60;

/// What so many bonds cost: `ceil(bonds x price_bps / 10,000)`.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When the product leaves `i128`.
pub fn cost(bonds: i128, price_bps: u32) -> Result<i128, OfferingError> {
    mul_div_ceil(bonds, price_bps.into(), BPS).ok_or(OfferingError::Overflow)
}

/// Checks amounts, rates and times against each other.
///
/// # Errors
/// * [`OfferingError::BadTerms`] - When they contradict each other.
pub fn check_terms(terms: &Terms, now: u64) -> Result<(), OfferingError> {
    let sales = terms.cap <= MAX_BONDS
        && terms.denomination > 0
        && terms.cap % terms.denomination == 0
        && 0 < terms.minimum
        && terms.minimum <= terms.cap
        && 0 < terms.min_ticket
        && terms.min_ticket <= terms.max_ticket;
    let rates = (1..=20_000).contains(&terms.price_bps) && terms.rate_bps <= 10_000 && terms.funding_deadline > now;
    let reserves = [
        terms.operations_budget,
        terms.reserve_requirement,
        terms.reserve_from_proceeds,
        terms.capitalized_interest,
        terms.renewal_requirement,
    ];
    let amounts = reserves.iter().all(|amount| (0..=MAX_BONDS).contains(amount))
        && terms.reserve_from_proceeds <= terms.reserve_requirement;
    // Only a bond bears interest and has principal, only equity a share; a donor gets nothing back.
    let kind = match terms.kind {
        Kind::Bond => terms.share_bps == 0,
        Kind::Equity => (1..=10_000).contains(&terms.share_bps) && terms.rate_bps == 0,
        Kind::Donation => terms.share_bps == 0 && terms.rate_bps == 0 && terms.capitalized_interest == 0,
    } && (terms.kind == Kind::Bond || terms.principal == Principal::SinkingFund);
    let times = terms.long_stop > terms.funding_deadline
        && terms.long_stop - terms.funding_deadline <= MAX_WORKS
        && terms.default_grace <= MAX_GRACE
        && (MIN_UNCLAIMED..=MAX_UNCLAIMED).contains(&terms.unclaimed_after);
    if !(sales && rates && amounts && kind && times && (1..=2).contains(&terms.attestations)) {
        return Err(OfferingError::BadTerms);
    }
    // The smallest proceeds that can close must pay what is promised from them.
    if terms.reserve_from_proceeds + terms.capitalized_interest > cost(terms.minimum, terms.price_bps)? {
        return Err(OfferingError::BadTerms);
    }
    Ok(())
}

/// Checks that the periods are ascending and contiguous, that investing ends before the first record time, and that a
/// coupon can be final before it is due.
///
/// # Errors
/// * [`OfferingError::BadSchedule`] - When they are not, or there are none or too many.
pub fn check_schedule(schedule: &Vec<Period>, terms: &Terms) -> Result<(), OfferingError> {
    let sound = |period: &Period| {
        period.start < period.record
            && period.record < period.pay
            && period.days > 0
            && period.basis > 0
            && period.pay - period.record > terms.challenge_delay
    };
    let first = schedule.first().ok_or(OfferingError::BadSchedule)?;
    if schedule.len() > MAX_PERIODS || terms.funding_deadline > first.record {
        return Err(OfferingError::BadSchedule);
    }
    let mut next_start = first.start;
    for period in schedule.iter() {
        if period.start != next_start || !sound(&period) {
            return Err(OfferingError::BadSchedule);
        }
        next_start = period.pay;
    }
    Ok(())
}

/// Checks a bond's debt service reserve against [`reserve::bound`], with everything sold.
///
/// # Errors
/// * [`OfferingError::BadTerms`] - When the requirement exceeds it.
pub fn check_reserve(schedule: &Vec<Period>, terms: &Terms) -> Result<(), OfferingError> {
    if terms.kind == Kind::Bond
        && terms.reserve_requirement > reserve::bound(terms.cap, terms.rate_bps, schedule.iter())?
    {
        return Err(OfferingError::BadTerms);
    }
    Ok(())
}

/// Checks the collection accounts: 1 to 16, none twice, none the contract itself.
///
/// # Errors
/// * [`OfferingError::BadCollections`] - When they are not so.
pub fn check_collections(collections: &Vec<Address>, contract: &Address) -> Result<(), OfferingError> {
    let count = collections.len();
    let distinct = collections
        .iter()
        .enumerate()
        .all(|(at, account)| account != *contract && collections.first_index_of(&account) == u32::try_from(at).ok());
    if count == 0 || count as usize > MAX_PARTIES || !distinct {
        return Err(OfferingError::BadCollections);
    }
    Ok(())
}
