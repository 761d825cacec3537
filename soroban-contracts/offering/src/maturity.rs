//! The end: called, matured, redeemed.

use crate::error::OfferingError;
use crate::events::{Called, Closed, Matured, Redeemed};
use crate::loans::MAX_PARTIES;
use crate::storage::Accounts;
use crate::types::{Book, Buckets, Period, State};
use crate::{lending, need, principal, roles, storage, token};
use heliobond_common::api::energy::EnergyClient;
use heliobond_common::api::registry::RegistryClient;
use soroban_sdk::{Address, Env, Vec};

/// What each party is told to own at maturity; the registry lets it own its portion, whatever that is by now.
const WHOLE_BPS: u32 = 10_000;

/// Calls the whole issue for the first pay date that leaves the notice. Issuer or trustee signs.
///
/// The coupon bucket must hold the coupons up to that date, or principal and reserve must make up for what it lacks, on
/// top of everything outstanding. What the bucket holds beyond those coupons does not count: [`mature`] takes par from
/// principal and reserve alone.
pub fn call(e: &Env, who: Address) -> Result<u64, OfferingError> {
    let roles = storage::roles(e);
    roles::require_one_of(&who, &[&roles.issuer, &roles.trustee])?;
    storage::require_state(e, &[State::Live])?;
    let terms = storage::terms(e);
    let schedule = storage::schedule(e);
    let mut book = need::book_now(e, &terms)?;
    if book.call_date > 0 {
        return Err(OfferingError::AlreadyCalled);
    }
    let earliest = e.ledger().timestamp().saturating_add(terms.call_notice);
    let date =
        schedule.iter().map(|period| period.pay).find(|pay| *pay >= earliest).ok_or(OfferingError::NoCallDate)?;
    let buckets = storage::buckets(e);
    let coupons = need::coupon_need_until(&book, &terms, &schedule, date)?;
    if buckets.principal + buckets.reserve < book.outstanding() + coupons {
        return Err(OfferingError::NotCovered);
    }
    book.call_date = date;
    storage::set_book(e, &book);
    Called { date }.publish(e);
    Ok(date)
}

/// Closes the debt: par of what is outstanding is set aside, the rest goes to the parties, the registry learns that
/// they own everything and the energy contract that energy is free. Anyone may call it.
pub fn mature(e: &Env) -> Result<(), OfferingError> {
    storage::require_state(e, &[State::Live])?;
    let terms = storage::terms(e);
    let schedule = storage::schedule(e);
    let mut book = need::book_now(e, &terms)?;
    let now = e.ledger().timestamp();
    let date = maturity_date(&book, &schedule);
    if now < date {
        return Err(OfferingError::BeforeMaturity);
    }
    if book.funded_through < coupons_due(&schedule, date) {
        return Err(OfferingError::CouponsOutstanding);
    }
    let mut buckets = storage::buckets(e);
    let redemption = book.outstanding();
    let available = buckets.principal + buckets.reserve;
    if available < redemption {
        return Err(OfferingError::NotCovered);
    }
    let returned = available - redemption + buckets.renewal + buckets.coupon;
    buckets.redemption = redemption;
    (buckets.principal, buckets.reserve, buckets.renewal, buckets.coupon) = (0, 0, 0, 0);
    let mut accounts = storage::accounts(e).ok_or(OfferingError::WrongState)?;
    return_rest(e, &mut accounts, &mut buckets, returned)?;
    let mut whole = Vec::new(e);
    for account in accounts.as_mut_slice() {
        account.owned_bps = account.portion_bps;
        whole.push_back(WHOLE_BPS);
    }
    book.matured_at = now;
    storage::set_book(e, &book);
    storage::set_buckets(e, &buckets);
    storage::set_accounts(e, &accounts);
    storage::set_state(e, State::Matured);

    let links = storage::links(e);
    RegistryClient::new(e, &links.registry).accrue_ownership(&links.system, &whole);
    EnergyClient::new(e, &links.energy).conclude(&links.system, &date);
    Matured { date, redemption, returned }.publish(e);
    Ok(())
}

/// The call date, or the last pay time.
fn maturity_date(book: &Book, schedule: &Vec<Period>) -> u64 {
    if book.call_date > 0 {
        return book.call_date;
    }
    schedule.last().map_or(u64::MAX, |period| period.pay)
}

/// How many coupons are due by `date`.
fn coupons_due(schedule: &Vec<Period>, date: u64) -> u32 {
    schedule.iter().map_while(|period| (period.pay <= date).then_some(())).map(|()| 1_u32).sum()
}

/// What is left goes to the parties by portion; a borrower's share first returns its loans.
fn return_rest(e: &Env, accounts: &mut Accounts, buckets: &mut Buckets, amount: i128) -> Result<(), OfferingError> {
    let mut shares = [0; MAX_PARTIES];
    let count = accounts.as_slice().len();
    principal::by_portion(amount, accounts.as_slice(), &mut shares[..count])?;
    for (party, share) in (0..buckets.credits.len()).zip(shares) {
        let returned = lending::give_back(e, accounts, buckets, party, share);
        buckets.add_credit(party, share - returned);
    }
    Ok(())
}

/// Redeems at par, per holder wholly or not at all: claws back the whole balance and pays as much stablecoin. A holder
/// who cannot be paid, or whose bonds lie in offers, gets 0 this time and blocks nobody. Anyone may call it.
pub fn redeem(e: &Env, holders: Vec<Address>) -> Result<Vec<i128>, OfferingError> {
    storage::require_state(e, &[State::Matured])?;
    let links = storage::links(e);
    let (bond, settlement) = (token::bond(e, &links)?, token::settlement(e, &links));
    let mut book = storage::book(e);
    let mut buckets = storage::buckets(e);
    let (mut results, mut redeemed, mut amounts) = (Vec::new(e), Vec::new(e), Vec::new(e));
    for holder in holders.iter() {
        // An account without a line traps: it holds nothing.
        let balance = match bond.try_balance(&holder) {
            Ok(Ok(balance)) => balance,
            _ => 0,
        };
        let possible = 0 < balance && balance <= buckets.redemption;
        let amount =
            if possible && token::buy_back(e, &bond, &settlement, &holder, balance, balance) { balance } else { 0 };
        if amount > 0 {
            buckets.redemption -= amount;
            book.clawed_back += amount;
            redeemed.push_back(holder);
            amounts.push_back(amount);
        }
        results.push_back(amount);
    }
    storage::set_book(e, &book);
    storage::set_buckets(e, &buckets);
    if !redeemed.is_empty() {
        Redeemed { holders: redeemed, amounts }.publish(e);
    }
    if book.outstanding() == 0 {
        storage::set_state(e, State::Closed);
        Closed { minted: book.minted }.publish(e);
    }
    Ok(results)
}
