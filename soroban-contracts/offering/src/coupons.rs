//! Coupons until they can be claimed: proposed, attested, final, funded.

use crate::coupon;
use crate::error::OfferingError;
use crate::events::{CouponAttested, CouponFunded, CouponProposed, CouponVoided};
use crate::types::{Book, Coupon, Kind, Period, Principal, State, Terms};
use crate::{maturity, need, roles, storage};
use soroban_sdk::{Address, BytesN, Env, Vec};

/// What a proposal says.
pub struct Proposal {
    pub root: BytesN<32>,
    pub total: i128,
    pub leaf_count: u32,
    pub unattributed: i128,
    /// What goes out besides interest: principal, or equity's share of the revenue.
    pub besides: i128,
    pub record_ledger: u32,
    pub snapshot_hash: BytesN<32>,
}

/// Proposes coupon `number`; issuer, trustee or operator signs. It replaces a voided proposal of the same number.
pub fn propose(e: &Env, who: Address, number: u32, proposal: Proposal) -> Result<(), OfferingError> {
    roles::require_one_of(e, &who, &[roles::ISSUER, roles::TRUSTEE, roles::OPERATOR])?;
    storage::require_state(e, &[State::Building, State::Live, State::Defaulted])?;
    let terms = storage::terms(e);
    let mut book = need::book_now(e, &terms)?;
    let period = period(e, &book, number)?;
    let now = e.ledger().timestamp();
    if now <= period.record {
        return Err(OfferingError::BeforeRecord);
    }
    if book.call_date > 0 && period.start >= book.call_date {
        return Err(OfferingError::AfterCallDate);
    }
    if number > book.coupons + 1 || (number <= book.coupons && !storage::coupon(e, number)?.voided) {
        return Err(OfferingError::CouponOutOfOrder);
    }
    // What an earlier coupon passes through lowers this one's interest: it must be certain.
    if number > 1 && !is_final(e, &storage::coupon(e, number - 1)?, &terms) {
        return Err(OfferingError::CouponNotFinal);
    }
    let Proposal { root, total, leaf_count, unattributed, besides, record_ledger, snapshot_hash } = proposal;
    check_besides(e, &terms, &book, besides)?;
    if !(0..=book.outstanding()).contains(&unattributed) {
        return Err(OfferingError::UnsoundProposal);
    }
    let interest = coupon::coupon(book.left(), terms.rate_bps, period.days, period.basis)?;
    let whole = interest + besides;
    let of_unattributed = if book.passed + besides > 0 || terms.kind == Kind::Equity {
        coupon::part(unattributed, whole, book.outstanding())?
    } else {
        coupon::coupon(unattributed, terms.rate_bps, period.days, period.basis)?
    };
    if !coupon::is_sound(whole, total, of_unattributed, leaf_count) {
        return Err(OfferingError::UnsoundProposal);
    }

    book.coupons = book.coupons.max(number);
    book.promised += besides;
    let principal = if terms.kind == Kind::Bond { besides } else { 0 };
    book.passed += principal;
    storage::set_book(e, &book);
    storage::set_coupon(
        e,
        number,
        &Coupon {
            root: root.clone(),
            total,
            leaf_count,
            unattributed,
            whole,
            principal,
            record_ledger,
            snapshot_hash: snapshot_hash.clone(),
            proposed_at: now,
            attested_by: Vec::new(e),
            voided: false,
            dust_released: false,
            funded: 0,
            paid: 0,
        },
    );
    CouponProposed {
        number,
        who,
        root,
        total,
        leaf_count,
        unattributed,
        whole,
        principal,
        record_ledger,
        snapshot_hash,
    }
    .publish(e);
    Ok(())
}

/// What goes out besides interest must be there and not promised to an earlier coupon: principal where the terms or a
/// default pay it through, equity's share.
fn check_besides(e: &Env, terms: &Terms, book: &Book, besides: i128) -> Result<(), OfferingError> {
    let buckets = storage::buckets(e);
    let passes_through = terms.principal == Principal::PassThrough || book.endless;
    let there = match terms.kind {
        Kind::Equity => buckets.coupon,
        Kind::Bond if passes_through => buckets.principal.min(book.left() + book.promised),
        _ => 0,
    };
    if besides < 0 || besides > (there - book.promised).max(0) {
        return Err(OfferingError::BadPrincipal);
    }
    Ok(())
}

/// Confirms a proposal; issuer or trustee signs, each once.
pub fn attest(e: &Env, who: Address, number: u32, root: BytesN<32>) -> Result<(), OfferingError> {
    roles::require_one_of(e, &who, &[roles::ISSUER, roles::TRUSTEE])?;
    let mut coupon = storage::coupon(e, number)?;
    if coupon.voided {
        return Err(OfferingError::CouponVoided);
    }
    if coupon.root != root {
        return Err(OfferingError::WrongRoot);
    }
    if coupon.attested_by.contains(&who) {
        return Err(OfferingError::AlreadyAttested);
    }
    coupon.attested_by.push_back(who.clone());
    storage::set_coupon(e, number, &coupon);
    CouponAttested { number, who, root }.publish(e);
    Ok(())
}

/// Rejects a proposal that is not final; the trustee signs.
pub fn void(e: &Env, number: u32) -> Result<(), OfferingError> {
    roles::require(e, roles::TRUSTEE);
    let mut coupon = storage::coupon(e, number)?;
    if coupon.voided {
        return Err(OfferingError::CouponVoided);
    }
    let terms = storage::terms(e);
    if is_final(e, &coupon, &terms) {
        return Err(OfferingError::CouponFinal);
    }
    coupon.voided = true;
    storage::set_coupon(e, number, &coupon);
    let mut book = need::book_now(e, &terms)?;
    book.promised -= promised(&terms, &coupon);
    book.passed -= coupon.principal;
    storage::set_book(e, &book);
    CouponVoided { number }.publish(e);
    Ok(())
}

/// Whether nobody can void it any more: attested by enough, and the challenge delay has passed since the proposal.
fn is_final(e: &Env, coupon: &Coupon, terms: &Terms) -> bool {
    !coupon.voided
        && coupon.attested_by.len() >= terms.attestations
        && e.ledger().timestamp() >= coupon.proposed_at.saturating_add(terms.challenge_delay)
}

/// What was promised to a coupon when it was proposed.
fn promised(terms: &Terms, coupon: &Coupon) -> i128 {
    if terms.kind == Kind::Equity {
        coupon.whole
    } else {
        coupon.principal
    }
}

/// Sets money aside for a final coupon that is due: the coupon bucket, then the reserve; the principal in it from the
/// principal bucket. Anyone may call it, and again for arrears. Coupons are funded in order, so that arrears come first.
///
/// A draw of the reserve goes through the coupon bucket: it counts as received, so that revenue refills the reserve and
/// does not fill the coupon bucket a second time. When arrears are made good before the end, the default is over.
pub fn fund(e: &Env, number: u32) -> Result<i128, OfferingError> {
    let mut coupon = storage::coupon(e, number)?;
    let terms = storage::terms(e);
    if coupon.voided {
        return Err(OfferingError::CouponVoided);
    }
    if !is_final(e, &coupon, &terms) {
        return Err(OfferingError::CouponNotFinal);
    }
    let mut book = need::book_now(e, &terms)?;
    if terms.kind == Kind::Bond && book.matured_at > 0 {
        // What was promised to it went to the holders when the works were given up.
        return Err(OfferingError::WrongState);
    }
    let period = period(e, &book, number)?;
    if e.ledger().timestamp() < period.pay {
        return Err(OfferingError::BeforePay);
    }
    if number <= book.funded_through {
        return Err(OfferingError::AlreadyFunded);
    }
    if number > book.funded_through + 1 {
        return Err(OfferingError::EarlierCouponShort);
    }
    let mut buckets = storage::buckets(e);
    let mut amount = 0;
    if !coupon.dust_released {
        // What no leaf can claim was counted when the period started; nobody is asked for it twice.
        let principal = coupon::part(coupon.total, coupon.principal, coupon.whole.max(1))?;
        let counted = storage::counted(e, number).unwrap_or(coupon.whole - coupon.principal);
        if terms.kind == Kind::Bond && number <= book.accrued {
            book.required -= counted - (coupon.total - principal);
        }
        book.promised -= promised(&terms, &coupon);
        buckets.principal -= principal;
        amount = principal;
        coupon.dust_released = true;
    }
    let missing = coupon.total - coupon.funded - amount;
    let drawn = if terms.kind == Kind::Bond { (missing - buckets.coupon).clamp(0, buckets.reserve) } else { 0 };
    let interest = missing.min(buckets.coupon + drawn);
    amount += interest;
    if amount == 0 && missing > 0 {
        return Err(OfferingError::NothingToFund);
    }
    buckets.reserve -= drawn;
    book.received += drawn;
    buckets.coupon -= interest - drawn;
    buckets.coupons_unclaimed += amount;
    coupon.funded += amount;
    if coupon.funded == coupon.total {
        book.funded_through = number;
    }
    maturity::end_default(e, &mut book);
    storage::set_book(e, &book);
    storage::set_buckets(e, &buckets);
    storage::set_coupon(e, number, &coupon);
    CouponFunded { number, amount, drawn, funded: coupon.funded, total: coupon.total }.publish(e);
    Ok(amount)
}

/// Whether the next coupon to be funded has been short for longer than the terms' grace, and nothing is there to fund it.
/// One that nobody proposed counts with all its interest: silence puts off no default.
pub fn is_short(e: &Env, book: &Book, terms: &Terms) -> Result<bool, OfferingError> {
    let number = book.funded_through + 1;
    let Ok(period) = period(e, book, number) else {
        return Ok(false);
    };
    let missing = match storage::coupon(e, number) {
        // Principal is there for sure until it is moved with the first funding.
        Ok(coupon) if is_final(e, &coupon, terms) && coupon.dust_released => coupon.total - coupon.funded,
        Ok(coupon) if is_final(e, &coupon, terms) => coupon.total - coupon.principal,
        _ => coupon::coupon(book.left(), terms.rate_bps, period.days, period.basis)?,
    };
    let buckets = storage::buckets(e);
    Ok(e.ledger().timestamp() > period.pay.saturating_add(terms.default_grace)
        && missing > buckets.coupon + buckets.reserve)
}

/// The period that coupon `number` is of; numbers count from 1.
fn period(e: &Env, book: &Book, number: u32) -> Result<Period, OfferingError> {
    let at = number.checked_sub(1).ok_or(OfferingError::UnknownCoupon)?;
    need::period_at(&storage::schedule(e), at, book.endless).ok_or(OfferingError::UnknownCoupon)
}
