//! How time makes coupons due: what the periods of the schedule add to the running totals.

use crate::coupon;
use crate::error::OfferingError;
use crate::types::{Book, Period, Terms};
use crate::waterfall::Needs;
use crate::{storage, types::Buckets};
use soroban_sdk::{Env, Vec};

/// Whether a period belongs to the bond's life: one that starts at or after the call date does not.
fn is_owed(period: &Period, call_date: u64) -> bool {
    call_date == 0 || period.start < call_date
}

/// Adds the whole coupon of each period that has started by `now`, and notes which operations budget is running.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When a coupon leaves `i128`.
pub fn advance(book: &mut Book, terms: &Terms, schedule: &Vec<Period>, now: u64) -> Result<(), OfferingError> {
    while let Some(period) = schedule.get(book.accrued) {
        if period.start > now || !is_owed(&period, book.call_date) {
            break;
        }
        book.required += coupon::coupon(book.outstanding(), terms.rate_bps, period.days, period.basis)?;
        book.accrued += 1;
    }
    while schedule.get(book.started).is_some_and(|period| period.start <= now) {
        book.started += 1;
        book.budget_taken = 0;
    }
    Ok(())
}

/// What the coupon bucket lacks for every period that starts before `date`.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When a coupon leaves `i128`.
pub fn coupon_need_until(book: &Book, terms: &Terms, schedule: &Vec<Period>, date: u64) -> Result<i128, OfferingError> {
    let mut until = book.clone();
    advance(&mut until, terms, schedule, date.saturating_sub(1))?;
    Ok(until.coupon_need())
}

/// What a payment can be used for now. `owed` are the loans the payer has to return.
pub fn needs(book: &Book, terms: &Terms, buckets: &Buckets, owed: i128) -> Needs {
    let operations = terms.operations_budget - book.budget_taken;
    if book.matured_at > 0 {
        return Needs { operations, ..Needs::default() };
    }
    Needs {
        operations,
        coupon: book.coupon_need(),
        reserve: terms.reserve_requirement - buckets.reserve,
        renewal: terms.renewal_requirement - buckets.renewal,
        principal: book.outstanding() - buckets.principal + owed,
    }
}

/// The running totals as of now.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When a coupon leaves `i128`.
pub fn book_now(e: &Env, terms: &Terms) -> Result<Book, OfferingError> {
    let mut book = storage::book(e);
    if book.closed_at > 0 {
        advance(&mut book, terms, &storage::schedule(e), e.ledger().timestamp())?;
    }
    Ok(book)
}
