//! From the opening of a tender to the last price revealed.

use crate::error::TenderError;
use crate::events::{Committed, Opened, Revealed, Scored, Withdrawn};
use crate::roles::{self, EVALUATOR};
use crate::types::{Bid, Course, Stage, Standing, Terms};
use crate::{commitment, storage, terms, token};
use heliobond_common::api::offering::OfferingClient;
use heliobond_common::governance::{self, ADMIN};
use heliobond_common::ttl;
use soroban_sdk::{symbol_short, Address, BytesN, Env, Symbol, Vec};

/// The most bids of a tender.
pub const MAX_BIDS: u32 = 32;

/// The most tenders of an offering.
pub const MAX_TENDERS: u32 = 64;

/// Which role of the offering this contract holds.
const WORKS: Symbol = symbol_short!("works");

/// Opens a tender. The administrator signs.
pub fn open(e: &Env, terms: Terms) -> Result<u32, TenderError> {
    ttl::extend_instance(e);
    governance::require(e, &ADMIN);
    governance::require_running(e)?;
    if !roles::are_apart(e) {
        return Err(TenderError::RolesNotApart);
    }
    let now = e.ledger().timestamp();
    terms::check(&terms, now, storage::live_at(e).is_some())?;
    let number = next_number(e)?;

    let this = e.current_contract_address();
    let offering = OfferingClient::new(e, &storage::offering(e));
    if offering.role(&WORKS).as_ref() != Some(&this) {
        return Err(TenderError::NotWorks);
    }
    if terms.ceiling > offering.construction() - storage::committed(e) {
        return Err(TenderError::OverBudget);
    }
    if terms.forfeits_to == this {
        return Err(TenderError::BadTerms);
    }
    let tender = Course {
        stage: Stage::Open,
        settlement: offering.links().settlement,
        award_by: terms.reveal_by + terms.award_secs,
        approved: None,
        winner: None,
        price: 0,
        accept_by: 0,
        accepted_at: 0,
        test_from: None,
        test_from_wh: 0,
        ended_at: 0,
    };
    storage::set_count(e, number);
    storage::set_terms(e, number, &terms);
    storage::set_tender(e, number, &tender);
    let Terms { ceiling, bond, commit_by, reveal_by, documents_hash, .. } = terms;
    Opened { tender: number, ceiling, bond, commit_by, reveal_by, documents_hash }.publish(e);
    Ok(number)
}

/// The number of a new tender, when the one before came to nothing.
fn next_number(e: &Env) -> Result<u32, TenderError> {
    let count = storage::count(e);
    if count >= MAX_TENDERS {
        return Err(TenderError::TooManyTenders);
    }
    if count > 0 && !matches!(storage::tender(e, count)?.stage, Stage::Cancelled | Stage::Terminated) {
        return Err(TenderError::TenderRunning);
    }
    Ok(count + 1)
}

/// Takes a sealed bid and its bond. The bidder signs.
pub fn commit(
    e: &Env,
    number: u32,
    bidder: Address,
    commitment: BytesN<32>,
    proposal: BytesN<32>,
) -> Result<(), TenderError> {
    bidder.require_auth();
    governance::require_running(e)?;
    let tender = require_open(e, number)?;
    let terms = storage::terms(e, number)?;
    require_before(e, terms.commit_by)?;
    if bidder == terms.forfeits_to || bidder == e.current_contract_address() || roles::holds_any(e, &bidder) {
        return Err(TenderError::BidderNotEligible);
    }
    let mut bids = storage::bids(e, number);
    if find(&bids, &bidder).is_ok() {
        return Err(TenderError::AlreadyBid);
    }
    if bids.len() >= MAX_BIDS {
        return Err(TenderError::TooManyBids);
    }
    bids.push_back(Bid {
        bidder: bidder.clone(),
        commitment: commitment.clone(),
        proposal: proposal.clone(),
        bond: terms.bond,
        amount: 0,
        quality_bps: 0,
        standing: Standing::Sealed,
    });
    storage::set_bids(e, number, &bids);
    token::take_bond(e, &tender.settlement, &bidder, terms.bond)?;
    Committed { tender: number, bidder, commitment, proposal, bond: terms.bond }.publish(e);
    Ok(())
}

/// Takes a bid back and frees its place. The bidder signs.
pub fn withdraw(e: &Env, number: u32, bidder: Address) -> Result<(), TenderError> {
    bidder.require_auth();
    let tender = require_open(e, number)?;
    require_before(e, storage::terms(e, number)?.withdraw_by)?;
    let mut bids = storage::bids(e, number);
    let (at, Bid { bond, .. }) = find(&bids, &bidder)?;
    bids.remove(at);
    storage::set_bids(e, number, &bids);
    token::pay_bond(e, &tender.settlement, &bidder, bond)?;
    Withdrawn { tender: number, bidder, bond }.publish(e);
    Ok(())
}

/// Scores all proposals at once, before any price is known. The evaluator signs.
pub fn score(e: &Env, number: u32, quality_bps: Vec<u32>) -> Result<(), TenderError> {
    let evaluator = roles::require(e, &EVALUATOR)?;
    require_open(e, number)?;
    let terms = storage::terms(e, number)?;
    require_reached(e, terms.commit_by)?;
    require_before(e, terms.score_by)?;
    let mut bids = storage::bids(e, number);
    if quality_bps.len() != bids.len() || quality_bps.iter().any(|score| score > 10_000) {
        return Err(TenderError::BadScores);
    }
    for (at, score) in (0..).zip(quality_bps.iter()) {
        let mut bid = bids.get_unchecked(at);
        bid.quality_bps = score;
        bids.set(at, bid);
    }
    storage::set_bids(e, number, &bids);
    Scored { tender: number, evaluator, quality_bps }.publish(e);
    Ok(())
}

/// Makes a bid's price known. Anyone who knows price and salt may call it.
pub fn reveal(e: &Env, number: u32, bidder: Address, amount: i128, salt: BytesN<32>) -> Result<(), TenderError> {
    require_open(e, number)?;
    let terms = storage::terms(e, number)?;
    require_reached(e, terms.score_by)?;
    require_before(e, terms.reveal_by)?;
    let mut bids = storage::bids(e, number);
    let (at, mut bid) = find(&bids, &bidder)?;
    if bid.standing != Standing::Sealed {
        return Err(TenderError::AlreadyRevealed);
    }
    if !(1..=terms.ceiling).contains(&amount) {
        return Err(TenderError::BadPrice);
    }
    if !commitment::opens(e, number, &bid, amount, &salt) {
        return Err(TenderError::WrongReveal);
    }
    bid.amount = amount;
    bid.standing = Standing::Revealed;
    bids.set(at, bid);
    storage::set_bids(e, number, &bids);
    Revealed { tender: number, bidder, amount }.publish(e);
    Ok(())
}

/// A bidder's bid and its place.
///
/// # Errors
/// * [`TenderError::UnknownBid`]
pub fn find(bids: &Vec<Bid>, bidder: &Address) -> Result<(u32, Bid), TenderError> {
    (0..).zip(bids.iter()).find(|(_, bid)| bid.bidder == *bidder).ok_or(TenderError::UnknownBid)
}

/// # Errors
/// * [`TenderError::UnknownTender`]
/// * [`TenderError::WrongStage`] - When it is not open.
pub fn require_open(e: &Env, number: u32) -> Result<Course, TenderError> {
    require_stage(e, number, &[Stage::Open])
}

/// # Errors
/// * [`TenderError::UnknownTender`]
/// * [`TenderError::WrongStage`] - When it is in none of the stages.
pub fn require_stage(e: &Env, number: u32, stages: &[Stage]) -> Result<Course, TenderError> {
    let tender = storage::tender(e, number)?;
    if !stages.contains(&tender.stage) {
        return Err(TenderError::WrongStage);
    }
    Ok(tender)
}

/// # Errors
/// * [`TenderError::TooLate`] - At that time and after.
pub fn require_before(e: &Env, time: u64) -> Result<(), TenderError> {
    if e.ledger().timestamp() >= time {
        return Err(TenderError::TooLate);
    }
    Ok(())
}

/// # Errors
/// * [`TenderError::TooSoon`] - Before that time.
pub fn require_reached(e: &Env, time: u64) -> Result<(), TenderError> {
    if e.ledger().timestamp() < time {
        return Err(TenderError::TooSoon);
    }
    Ok(())
}
