//! Coupons until they can be claimed: proposed, attested, final, funded.

use crate::coupon;
use crate::error::OfferingError;
use crate::events::{CouponAttested, CouponFunded, CouponProposed, CouponVoided};
use crate::types::{Book, Coupon, Period, State, Terms};
use crate::{need, roles, storage};
use soroban_sdk::{Address, BytesN, Env, Vec};

/// What a proposal says.
pub struct Proposal {
    pub root: BytesN<32>,
    pub total: i128,
    pub leaf_count: u32,
    pub unattributed: i128,
    pub record_ledger: u32,
    pub snapshot_hash: BytesN<32>,
}

/// Proposes coupon `number`; issuer, trustee or operator signs. It replaces a voided proposal of the same number.
pub fn propose(e: &Env, who: Address, number: u32, proposal: Proposal) -> Result<(), OfferingError> {
    let roles = storage::roles(e);
    roles::require_one_of(&who, &[&roles.issuer, &roles.trustee, &roles.operator])?;
    storage::require_state(e, &[State::Building, State::Live])?;
    let terms = storage::terms(e);
    let mut book = storage::book(e);
    let period = period(e, number)?;
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
    check_sound(&proposal, &terms, &book, &period)?;

    book.coupons = book.coupons.max(number);
    storage::set_book(e, &book);
    let Proposal { root, total, leaf_count, unattributed, record_ledger, snapshot_hash } = proposal;
    storage::set_coupon(
        e,
        number,
        &Coupon {
            root: root.clone(),
            total,
            leaf_count,
            unattributed,
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
    CouponProposed { number, who, root, total, leaf_count, unattributed, record_ledger, snapshot_hash }.publish(e);
    Ok(())
}

fn check_sound(proposal: &Proposal, terms: &Terms, book: &Book, period: &Period) -> Result<(), OfferingError> {
    if !(0..=book.outstanding()).contains(&proposal.unattributed) {
        return Err(OfferingError::UnsoundProposal);
    }
    let whole = coupon::coupon(book.outstanding(), terms.rate_bps, period.days, period.basis)?;
    let of_unattributed = coupon::coupon(proposal.unattributed, terms.rate_bps, period.days, period.basis)?;
    if !coupon::is_sound(whole, proposal.total, of_unattributed, proposal.leaf_count) {
        return Err(OfferingError::UnsoundProposal);
    }
    Ok(())
}

/// Confirms a proposal; issuer or trustee signs, each once.
pub fn attest(e: &Env, who: Address, number: u32, root: BytesN<32>) -> Result<(), OfferingError> {
    let roles = storage::roles(e);
    roles::require_one_of(&who, &[&roles.issuer, &roles.trustee])?;
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
    storage::roles(e).trustee.require_auth();
    let mut coupon = storage::coupon(e, number)?;
    if coupon.voided {
        return Err(OfferingError::CouponVoided);
    }
    if is_final(e, &coupon, &storage::terms(e)) {
        return Err(OfferingError::CouponFinal);
    }
    coupon.voided = true;
    storage::set_coupon(e, number, &coupon);
    CouponVoided { number }.publish(e);
    Ok(())
}

/// Whether nobody can void it any more: attested by enough, and the challenge delay has passed since the proposal.
fn is_final(e: &Env, coupon: &Coupon, terms: &Terms) -> bool {
    !coupon.voided
        && coupon.attested_by.len() >= terms.attestations
        && e.ledger().timestamp() >= coupon.proposed_at.saturating_add(terms.challenge_delay)
}

/// Sets money aside for a final coupon that is due: the coupon bucket, then the reserve. Anyone may call it, and again
/// for arrears. Coupons are funded in order, so that arrears come first.
///
/// A draw of the reserve goes through the coupon bucket: it counts as received, so that revenue refills the reserve and
/// does not fill the coupon bucket a second time.
pub fn fund(e: &Env, number: u32) -> Result<i128, OfferingError> {
    let mut coupon = storage::coupon(e, number)?;
    let terms = storage::terms(e);
    if coupon.voided {
        return Err(OfferingError::CouponVoided);
    }
    if !is_final(e, &coupon, &terms) {
        return Err(OfferingError::CouponNotFinal);
    }
    let period = period(e, number)?;
    if e.ledger().timestamp() < period.pay {
        return Err(OfferingError::BeforePay);
    }
    let mut book = need::book_now(e, &terms)?;
    if number <= book.funded_through {
        return Err(OfferingError::AlreadyFunded);
    }
    if number > book.funded_through + 1 {
        return Err(OfferingError::EarlierCouponShort);
    }
    if !coupon.dust_released {
        // What no leaf can claim was counted when the period started; nobody is asked for it twice.
        let whole = coupon::coupon(book.outstanding(), terms.rate_bps, period.days, period.basis)?;
        book.required -= whole - coupon.total;
        coupon.dust_released = true;
    }
    let mut buckets = storage::buckets(e);
    let missing = coupon.total - coupon.funded;
    let drawn = (missing - buckets.coupon).clamp(0, buckets.reserve);
    let amount = missing.min(buckets.coupon + drawn);
    if amount == 0 && missing > 0 {
        return Err(OfferingError::NothingToFund);
    }
    buckets.reserve -= drawn;
    book.received += drawn;
    buckets.coupon -= amount - drawn;
    buckets.coupons_unclaimed += amount;
    coupon.funded += amount;
    if coupon.funded == coupon.total {
        book.funded_through = number;
    }
    storage::set_book(e, &book);
    storage::set_buckets(e, &buckets);
    storage::set_coupon(e, number, &coupon);
    CouponFunded { number, amount, drawn, funded: coupon.funded, total: coupon.total }.publish(e);
    Ok(amount)
}

/// The period that coupon `number` is of; numbers count from 1.
fn period(e: &Env, number: u32) -> Result<Period, OfferingError> {
    let at = number.checked_sub(1).ok_or(OfferingError::UnknownCoupon)?;
    storage::schedule(e).get(at).ok_or(OfferingError::UnknownCoupon)
}
