//! How time makes coupons due: what the periods of the schedule add to the running totals.

use crate::coupon;
use crate::error::OfferingError;
use crate::storage;
use crate::types::{Book, Buckets, Kind, Period, Terms};
use crate::waterfall::Needs;
use heliobond_common::math::BPS;
use soroban_sdk::{Env, Vec};

/// Whether a period belongs to the bond's life: one that starts at or after the call date does not.
fn is_owed(period: &Period, call_date: u64) -> bool {
    call_date == 0 || period.start < call_date
}

/// The period at `index`, from 0. In default periods go on after the last one, each as long as that.
pub fn period_at(schedule: &Vec<Period>, index: u32, endless: bool) -> Option<Period> {
    if let Some(period) = schedule.get(index) {
        return Some(period);
    }
    let last = schedule.last()?;
    if !endless {
        return None;
    }
    let later = (u64::from(index) + 1 - u64::from(schedule.len())).checked_mul(last.pay - last.start)?;
    Some(Period {
        start: last.start.checked_add(later)?,
        record: last.record.checked_add(later)?,
        pay: last.pay.checked_add(later)?,
        ..last
    })
}

/// Adds the interest of each period that has started by `now`, and notes which operations budget is running. `count`
/// learns the number of each such period and its interest.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When the interest leaves `i128`.
pub fn advance(
    book: &mut Book,
    terms: &Terms,
    schedule: &Vec<Period>,
    now: u64,
    count: impl Fn(u32, i128),
) -> Result<(), OfferingError> {
    while let Some(period) = period_at(schedule, book.accrued, book.endless) {
        if period.start > now || !is_owed(&period, book.call_date) {
            break;
        }
        let interest = coupon::coupon(book.left(), terms.rate_bps, period.days, period.basis)?;
        book.required += interest;
        book.accrued += 1;
        count(book.accrued, interest);
    }
    while period_at(schedule, book.started, book.endless).is_some_and(|period| period.start <= now) {
        book.started += 1;
        book.budget_taken = 0;
    }
    Ok(())
}

/// What the coupon bucket lacks for every period that starts before `date`.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When the interest leaves `i128`.
pub fn coupon_need_until(book: &Book, terms: &Terms, schedule: &Vec<Period>, date: u64) -> Result<i128, OfferingError> {
    let mut until = book.clone();
    advance(&mut until, terms, schedule, date.saturating_sub(1), |_, _| ())?;
    Ok(until.coupon_need())
}

/// Principal that has to be paid yet. Equity and donations have none.
pub fn left(book: &Book, terms: &Terms) -> i128 {
    if terms.kind == Kind::Bond {
        book.left()
    } else {
        0
    }
}

/// What of the principal bucket is not promised to a coupon.
pub fn free_principal(book: &Book, terms: &Terms, buckets: &Buckets) -> i128 {
    buckets.principal - if terms.kind == Kind::Bond { book.promised } else { 0 }
}

/// What a payment of `amount` can be used for now. `owed` are the loans the payer has to return.
pub fn needs(book: &Book, terms: &Terms, buckets: &Buckets, amount: i128, owed: i128) -> Needs {
    let operations = terms.operations_budget - book.budget_taken;
    if book.matured_at > 0 {
        return Needs { operations, ..Needs::default() };
    }
    // A share of what operations leave: it is the holders' whatever it comes to.
    let shared = (amount - operations.clamp(0, amount)) * i128::from(terms.share_bps) / BPS;
    Needs {
        operations,
        coupon: if terms.kind == Kind::Equity { shared } else { book.coupon_need() },
        reserve: terms.reserve_requirement - buckets.reserve,
        renewal: terms.renewal_requirement - buckets.renewal,
        principal: left(book, terms) - free_principal(book, terms, buckets) + owed,
    }
}

/// The running totals as of now, for a call that keeps them.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When the interest leaves `i128`.
pub fn book_now(e: &Env, terms: &Terms) -> Result<Book, OfferingError> {
    book_of(e, terms, |number, interest| storage::set_counted(e, number, interest))
}

/// The same for a call that only reads.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When the interest leaves `i128`.
pub fn book_read(e: &Env, terms: &Terms) -> Result<Book, OfferingError> {
    book_of(e, terms, |_, _| ())
}

fn book_of(e: &Env, terms: &Terms, count: impl Fn(u32, i128)) -> Result<Book, OfferingError> {
    let mut book = storage::book(e);
    if book.closed_at > 0 {
        advance(&mut book, terms, &storage::schedule(e), e.ledger().timestamp(), count)?;
    }
    Ok(book)
}
