//! The end: called, matured, redeemed.

use crate::error::OfferingError;
use crate::events::{Called, Closed, Cured, Defaulted, Matured, Redeemed, UnclaimedSwept, Unwound};
use crate::loans::MAX_PARTIES;
use crate::storage::Accounts;
use crate::types::{Book, Buckets, Kind, Period, State};
use crate::{coupon, coupons, funding, lending, need, principal, roles, storage, token};
use heliobond_common::api::energy::{EnergyClient, Ladder};
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
    roles::require_one_of(e, &who, &[roles::ISSUER, roles::TRUSTEE])?;
    storage::require_state(e, &[State::Live])?;
    let terms = storage::terms(e);
    let schedule = storage::schedule(e);
    let mut book = need::book_now(e, &terms)?;
    if terms.kind != Kind::Bond {
        // There is no price at which a share or a gift could be bought back.
        return Err(OfferingError::NoCallDate);
    }
    if book.call_date > 0 {
        return Err(OfferingError::AlreadyCalled);
    }
    let earliest = e.ledger().timestamp().saturating_add(terms.call_notice);
    let date =
        schedule.iter().map(|period| period.pay).find(|pay| *pay >= earliest).ok_or(OfferingError::NoCallDate)?;
    let buckets = storage::buckets(e);
    let coupons = need::coupon_need_until(&book, &terms, &schedule, date)?;
    if need::free_principal(&book, &terms, &buckets) + buckets.reserve < need::left(&book, &terms) + coupons {
        return Err(OfferingError::NotCovered);
    }
    book.call_date = date;
    storage::set_book(e, &book);
    Called { date }.publish(e);
    Ok(date)
}

/// Closes the debt: what is owed is set aside, the rest goes to the parties, the registry learns that they own
/// everything and the energy contract that energy is free. At the call date or the last pay time; a bond whose principal
/// was passed through whole, at once; one in default, once all is paid. Anyone may call it.
///
/// In default the end may lie within a period: what the coupon bucket holds of its interest is the holders', and so is
/// equity's share since the last coupon.
pub fn mature(e: &Env) -> Result<(), OfferingError> {
    let state = storage::require_state(e, &[State::Live, State::Defaulted])?;
    let terms = storage::terms(e);
    let schedule = storage::schedule(e);
    let mut book = need::book_now(e, &terms)?;
    let now = e.ledger().timestamp();
    let owed = need::left(&book, &terms);
    let is_repaid = terms.kind == Kind::Bond && owed == 0;
    let end_date = maturity_date(&book, &schedule);
    if now < end_date && !is_repaid {
        return Err(OfferingError::BeforeMaturity);
    }
    let date = if state == State::Defaulted || is_repaid { now } else { end_date };
    let is_bond = terms.kind == Kind::Bond;
    // With nothing left no coupon to come holds anything: those proposed are all there will be.
    let due = if is_repaid { book.coupons } else { coupons_due(&schedule, &book, date) };
    let is_short = terms.kind != Kind::Donation && book.funded_through < due;
    if is_short || is_bond && book.promised > 0 {
        return Err(OfferingError::CouponsOutstanding);
    }
    let mut buckets = storage::buckets(e);
    let available = buckets.principal + buckets.reserve;
    if available < owed {
        return Err(OfferingError::NotCovered);
    }
    // Shares of equity that were proposed stay promised; what came in since the last one is for redemption.
    let kept = book.promised;
    let is_holders = state == State::Defaulted || terms.kind == Kind::Equity;
    let accrued = if is_holders { buckets.coupon - kept } else { 0 };
    let redemption = owed + accrued;
    let returned = available - owed + buckets.renewal + buckets.coupon - accrued - kept;
    (buckets.principal, buckets.reserve, buckets.renewal, buckets.coupon) = (0, 0, 0, kept);
    let mut accounts = storage::accounts(e).ok_or(OfferingError::WrongState)?;
    return_rest(e, &mut accounts, &mut buckets, returned)?;
    give_whole(e, &mut accounts);
    end(&mut book, &mut buckets, redemption, now);
    storage::set_book(e, &book);
    storage::set_buckets(e, &buckets);
    storage::set_accounts(e, &accounts);
    storage::set_state(e, if redemption == 0 { State::Closed } else { State::Matured });

    let links = storage::links(e);
    EnergyClient::new(e, &links.energy).conclude(&links.system, &date);
    Matured { date, redemption, returned }.publish(e);
    if redemption == 0 {
        Closed { minted: book.minted }.publish(e);
    }
    Ok(())
}

/// Sets money aside for every bond that is outstanding.
fn end(book: &mut Book, buckets: &mut Buckets, pot: i128, now: u64) {
    book.matured_at = now;
    book.pot = pot;
    book.pot_units = book.outstanding();
    buckets.redemption = pot;
}

/// Tells the registry that each party owns its whole portion, whatever that is by now.
pub fn give_whole(e: &Env, accounts: &mut Accounts) {
    let mut whole = Vec::new(e);
    for account in accounts.as_mut_slice() {
        account.owned_bps = account.portion_bps;
        whole.push_back(WHOLE_BPS);
    }
    let links = storage::links(e);
    RegistryClient::new(e, &links.registry).accrue_ownership(&links.system, &whole);
}

/// Gives the works up after the long-stop date: Building -> Unwinding. What no party has as credit and no coupon was
/// funded with is for the holders, pro rata. Anyone may call it.
pub fn unwind(e: &Env) -> Result<(), OfferingError> {
    storage::require_state(e, &[State::Building])?;
    let now = e.ledger().timestamp();
    if now < storage::terms(e).long_stop {
        return Err(OfferingError::BeforeLongStop);
    }
    let mut book = storage::book(e);
    let mut buckets = storage::buckets(e);
    let Buckets { construction, operations, coupon, reserve, renewal, principal, .. } = buckets;
    end(&mut book, &mut buckets, construction + operations + coupon + reserve + renewal + principal, now);
    (buckets.construction, buckets.operations, buckets.coupon) = (0, 0, 0);
    (buckets.reserve, buckets.renewal, buckets.principal) = (0, 0, 0);
    book.promised = 0;
    storage::set_book(e, &book);
    storage::set_buckets(e, &buckets);
    storage::set_state(e, if book.pot == 0 { State::Closed } else { State::Unwinding });
    Unwound { redemption: book.pot }.publish(e);
    Ok(())
}

/// Live -> Defaulted: a coupon is short for longer than the grace with coupon bucket and reserve empty, or the principal
/// is short for longer than the grace at the end. From then on principal is passed through. Anyone may call it.
pub fn declare_default(e: &Env) -> Result<(), OfferingError> {
    storage::require_state(e, &[State::Live])?;
    let terms = storage::terms(e);
    let mut book = need::book_now(e, &terms)?;
    let now = e.ledger().timestamp();
    let buckets = storage::buckets(e);
    let end = maturity_date(&book, &storage::schedule(e)).saturating_add(terms.default_grace);
    let there = need::free_principal(&book, &terms, &buckets) + buckets.reserve;
    let is_principal_short = now > end && there < need::left(&book, &terms);
    if !is_principal_short && !coupons::is_short(e, &book, &terms)? {
        return Err(OfferingError::NotInDefault);
    }
    // A call that could not be kept is off.
    book.call_date = 0;
    book.endless = true;
    storage::set_book(e, &book);
    storage::set_state(e, State::Defaulted);
    Defaulted { at: now }.publish(e);
    Ok(())
}

/// Defaulted -> Live, once every coupon that is due is funded in full and the end has not come.
pub fn end_default(e: &Env, book: &mut Book) {
    let schedule = storage::schedule(e);
    let now = e.ledger().timestamp();
    if book.endless && now < maturity_date(book, &schedule) && book.funded_through >= coupons_due(&schedule, book, now)
    {
        book.endless = false;
        storage::set_state(e, State::Live);
        Cured { at: now }.publish(e);
    }
}

/// The call date, or the last pay time.
fn maturity_date(book: &Book, schedule: &Vec<Period>) -> u64 {
    if book.call_date > 0 {
        return book.call_date;
    }
    schedule.last().map_or(u64::MAX, |period| period.pay)
}

/// How many coupons are due by `date`.
fn coupons_due(schedule: &Vec<Period>, book: &Book, date: u64) -> u32 {
    let mut due = book.funded_through;
    while need::period_at(schedule, due, book.endless).is_some_and(|period| period.pay <= date) {
        due += 1;
    }
    due
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

/// Redeems, per holder wholly or not at all: claws back the whole balance and pays its part of what was set aside, which
/// is par for a bond that nothing was passed through of. A holder who cannot be paid, or whose bonds lie in offers, gets
/// 0 this time and blocks nobody. Anyone may call it.
///
/// What the holders' roundings leave over is party 0's credit once nothing is outstanding.
pub fn redeem(e: &Env, holders: Vec<Address>) -> Result<Vec<i128>, OfferingError> {
    storage::require_state(e, &[State::Matured, State::Unwinding])?;
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
        let price = coupon::part(balance, book.pot, book.pot_units)?;
        let possible = 0 < balance && balance <= book.outstanding() && price <= buckets.redemption;
        if possible && token::buy_back(e, &bond, &settlement, &holder, balance, price) {
            buckets.redemption -= price;
            book.clawed_back += balance;
            redeemed.push_back(holder);
            amounts.push_back(price);
            results.push_back(price);
        } else {
            results.push_back(0);
        }
    }
    let is_over = book.outstanding() == 0;
    if is_over {
        buckets.add_credit(0, buckets.redemption);
        buckets.redemption = 0;
    }
    storage::set_book(e, &book);
    storage::set_buckets(e, &buckets);
    if !redeemed.is_empty() {
        Redeemed { holders: redeemed, amounts }.publish(e);
    }
    if is_over {
        storage::set_state(e, State::Closed);
        Closed { minted: book.minted }.publish(e);
    }
    Ok(results)
}

/// Hands what nobody claimed, redeemed or took back to who keeps it for its owners, once the terms' time has passed: -> Closed. So
/// burnt bonds hold up no end. Anyone may call it.
pub fn sweep_unclaimed(e: &Env) -> Result<i128, OfferingError> {
    storage::require_state(e, &[State::Refunding, State::Matured, State::Unwinding, State::Closed])?;
    let terms = storage::terms(e);
    let book = storage::book(e);
    let mut buckets = storage::buckets(e);
    let (redemption, coupons) = (buckets.redemption + buckets.deposits, buckets.coupons_unclaimed);
    let ended = e.ledger().timestamp() > book.matured_at.saturating_add(terms.unclaimed_after);
    if !ended || redemption + coupons == 0 {
        return Err(OfferingError::NothingUnclaimed);
    }
    (buckets.redemption, buckets.deposits, buckets.coupons_unclaimed) = (0, 0, 0);
    storage::set_buckets(e, &buckets);
    storage::set_state(e, State::Closed);
    token::pay_out(e, &terms.unclaimed_to, redemption + coupons)?;
    UnclaimedSwept { to: terms.unclaimed_to, redemption, coupons }.publish(e);
    Ok(redemption + coupons)
}

/// The trustee steps in for a party in default, or steps back once its arrears are gone. Anyone may call it.
pub fn step_in(e: &Env, party: u32, back: bool) -> Result<(), OfferingError> {
    funding::require_closed_with_success(e)?;
    let links = storage::links(e);
    let registry = RegistryClient::new(e, &links.registry);
    let stepped_in = registry.party(&links.system, &party).former.is_some();
    let arrears = EnergyClient::new(e, &links.energy).status(&links.system, &party);
    let owed = if back { arrears.arrears == 0 } else { arrears.state == Ladder::Default };
    let is_over = !back && storage::book(e).matured_at > 0;
    if stepped_in != back || !owed || is_over {
        return Err(OfferingError::NoStepIn);
    }
    if back {
        registry.restore(&links.system, &party);
    } else {
        registry.step_in(&links.system, &party);
    }
    Ok(())
}
