//! From the last price revealed to a contract, or to none.

use crate::bidding::{find, require_before, require_open, require_reached, require_stage};
use crate::error::TenderError;
use crate::events::{Accepted, AwardApproved, AwardLapsed, Awarded, BondForfeited, BondReturned, Cancelled};
use crate::roles::{self, APPROVER};
use crate::score::{self, Candidate};
use crate::types::{Bid, Course, Milestone, Pricing, Progress, Stage, Standing, Terms};
use crate::{split, storage, token};
use heliobond_common::api::offering::OfferingClient;
use heliobond_common::governance::{self, ADMIN};
use soroban_sdk::{Address, BytesN, Env, Vec};

/// Approves the award to the best bid. The approver signs.
pub fn approve(e: &Env, number: u32, bidder: Address) -> Result<(), TenderError> {
    let approver = roles::require_apart_from(e, &APPROVER, &bidder)?;
    let mut tender = require_awarding(e, number)?;
    let terms = storage::terms(e, number)?;
    if best(&terms, &storage::bids(e, number))?.0.bidder != bidder {
        return Err(TenderError::NotBest);
    }
    tender.approved = Some(bidder.clone());
    storage::set_tender(e, number, &tender);
    AwardApproved { tender: number, bidder, approver }.publish(e);
    Ok(())
}

/// Awards to the best bid, which the approver approved. The administrator signs. Returns the price.
pub fn award(e: &Env, number: u32) -> Result<i128, TenderError> {
    roles::require(e, &ADMIN)?;
    let mut tender = require_awarding(e, number)?;
    let terms = storage::terms(e, number)?;
    let (Bid { bidder, amount, .. }, price) = best(&terms, &storage::bids(e, number))?;
    if tender.approved.as_ref() != Some(&bidder) {
        return Err(TenderError::NotApproved);
    }
    if !is_funded(e, price) {
        return Err(TenderError::OverBudget);
    }
    let accept_by = e.ledger().timestamp() + terms.accept_secs;
    tender.stage = Stage::Awarded;
    tender.winner = Some(bidder.clone());
    tender.price = price;
    tender.accept_by = accept_by;
    storage::set_tender(e, number, &tender);
    Awarded { tender: number, bidder, bid: amount, price, accept_by }.publish(e);
    Ok(price)
}

/// Makes the award a contract: the bond secures the works from now on. The winner signs.
pub fn accept(e: &Env, number: u32) -> Result<(), TenderError> {
    let mut tender = require_stage(e, number, &[Stage::Awarded])?;
    let contractor = tender.winner.clone().ok_or(TenderError::WrongStage)?;
    contractor.require_auth();
    require_before(e, tender.accept_by)?;
    let price = tender.price;
    if !is_funded(e, price) {
        return Err(TenderError::OverBudget);
    }
    let now = e.ledger().timestamp();
    let milestones = milestones(e, &storage::terms(e, number)?, price, now)?;
    let mut parts = Vec::new(e);
    for milestone in milestones.iter().take(milestones.len() as usize - 1) {
        parts.push_back(milestone.amount);
    }
    tender.accepted_at = now;
    tender.stage = Stage::Works;
    storage::set_tender(e, number, &tender);
    storage::set_milestones(e, number, &milestones);
    storage::move_committed(e, price);
    Accepted { tender: number, contractor, price, milestones: parts }.publish(e);
    Ok(())
}

/// Ends an award that was not accepted in time: the winner's bond is forfeited and the next best may be awarded. Anyone
/// may call it. When the construction money was missing the winner is not to blame and keeps its bid.
pub fn lapse(e: &Env, number: u32) -> Result<(), TenderError> {
    let mut tender = require_stage(e, number, &[Stage::Awarded])?;
    let bidder = tender.winner.take().ok_or(TenderError::WrongStage)?;
    require_reached(e, tender.accept_by)?;
    let forfeited = is_funded(e, tender.price);
    if forfeited {
        let mut bids = storage::bids(e, number);
        let (at, mut bid) = find(&bids, &bidder)?;
        bid.standing = Standing::Walked;
        bids.set(at, bid);
        storage::set_bids(e, number, &bids);
    }
    tender.stage = Stage::Open;
    tender.approved = None;
    tender.price = 0;
    tender.accept_by = 0;
    tender.award_by = e.ledger().timestamp() + storage::terms(e, number)?.award_secs;
    storage::set_tender(e, number, &tender);
    AwardLapsed { tender: number, bidder, forfeited }.publish(e);
    Ok(())
}

/// Ends a tender without a contract, for published reasons. The administrator signs.
pub fn cancel(e: &Env, number: u32, reason: BytesN<32>) -> Result<(), TenderError> {
    governance::require(e, &ADMIN);
    end(e, number, require_open(e, number)?, Some(reason));
    Ok(())
}

/// Ends a tender that has no valid bid left, or whose award was not made in time. Anyone may call it.
pub fn expire(e: &Env, number: u32) -> Result<(), TenderError> {
    let tender = require_open(e, number)?;
    let terms = storage::terms(e, number)?;
    require_reached(e, terms.reveal_by)?;
    let awardable = storage::bids(e, number).iter().any(|bid| bid.standing == Standing::Revealed);
    if awardable && e.ledger().timestamp() < tender.award_by {
        return Err(TenderError::StillAwardable);
    }
    end(e, number, tender, None);
    Ok(())
}

fn end(e: &Env, number: u32, mut tender: Course, reason: Option<BytesN<32>>) {
    tender.stage = Stage::Cancelled;
    tender.ended_at = e.ledger().timestamp();
    storage::set_tender(e, number, &tender);
    Cancelled { tender: number, reason }.publish(e);
}

/// Pays a bond that is no longer needed: back to its bidder, or, when it is forfeited, to whom the terms name. Anyone
/// may call it. Each bond is pulled by itself, so that one frozen line keeps back nobody else's.
pub fn settle_bond(e: &Env, number: u32, bidder: Address) -> Result<i128, TenderError> {
    let tender = storage::tender(e, number)?;
    let terms = storage::terms(e, number)?;
    let mut bids = storage::bids(e, number);
    let (at, mut bid) = find(&bids, &bidder)?;
    let amount = bid.bond;
    let fate = fate(&tender, &terms, &bid, e.ledger().timestamp()).filter(|_| amount > 0);
    let fate = fate.ok_or(TenderError::NoBondDue)?;
    bid.bond = 0;
    bids.set(at, bid);
    storage::set_bids(e, number, &bids);
    match fate {
        Fate::Returned => {
            token::pay_bond(e, &tender.settlement, &bidder, amount)?;
            BondReturned { tender: number, bidder, amount }.publish(e);
        }
        Fate::Forfeited => {
            let to = terms.forfeits_to;
            token::pay_bond(e, &tender.settlement, &to, amount)?;
            BondForfeited { tender: number, bidder, to, amount }.publish(e);
        }
    }
    Ok(amount)
}

enum Fate {
    Returned,
    Forfeited,
}

/// What becomes of a bond; nothing as long as it is needed.
fn fate(tender: &Course, terms: &Terms, bid: &Bid, now: u64) -> Option<Fate> {
    // A tender that was cancelled before revealing was over blames nobody for a sealed bid.
    let until = if tender.stage == Stage::Cancelled { tender.ended_at } else { now };
    let at_fault = match bid.standing {
        Standing::Sealed => until >= terms.reveal_by,
        Standing::Revealed => false,
        Standing::Walked => true,
    };
    if at_fault {
        return Some(Fate::Forfeited);
    }
    let is_contractor = tender.winner.as_ref() == Some(&bid.bidder);
    match (tender.stage, is_contractor) {
        (Stage::Open | Stage::Awarded, _) | (Stage::Works, true) => None,
        (Stage::Terminated, true) => Some(Fate::Forfeited),
        _ => Some(Fate::Returned),
    }
}

/// # Errors
/// * [`TenderError::TooSoon`], [`TenderError::TooLate`] - When it is not the time to award.
fn require_awarding(e: &Env, number: u32) -> Result<Course, TenderError> {
    let tender = require_open(e, number)?;
    require_reached(e, storage::terms(e, number)?.reveal_by)?;
    require_before(e, tender.award_by)?;
    Ok(tender)
}

/// The best bid and what it would be paid.
///
/// # Errors
/// * [`TenderError::NotBest`] - When no bid is valid.
/// * [`TenderError::Overflow`] - Impossible for bids under the bounds of the terms.
pub fn best(terms: &Terms, bids: &Vec<Bid>) -> Result<(Bid, i128), TenderError> {
    let rule = terms.rule();
    let candidates = || (0..).zip(bids.iter()).filter_map(|(order, bid)| bid.candidate(order));
    let Some(winner) = score::best(&rule, candidates()) else {
        return Err(TenderError::NotBest);
    };
    let price = match terms.pricing {
        Pricing::FirstPrice => winner.price,
        Pricing::Vickrey => {
            let others = candidates().filter(|Candidate { order, .. }| *order != winner.order);
            let rival = score::best(&rule, others);
            score::second_price(&rule, &winner, rival.as_ref()).ok_or(TenderError::Overflow)?
        }
    };
    Ok((bids.get_unchecked(winner.order), price))
}

/// Whether the construction money that no contract has claimed covers a price.
fn is_funded(e: &Env, price: i128) -> bool {
    let offering = OfferingClient::new(e, &storage::offering(e));
    price <= offering.construction() - storage::committed(e)
}

/// The milestones of a contract and, last, the empty one for what will be withheld.
fn milestones(e: &Env, terms: &Terms, price: i128, now: u64) -> Result<Vec<Milestone>, TenderError> {
    let mut shares = [0; split::MAX_MILESTONES];
    let mut parts = [0; split::MAX_MILESTONES];
    let count = terms.milestones.len() as usize;
    let (Some(shares), Some(parts)) = (shares.get_mut(..count), parts.get_mut(..count)) else {
        return Err(TenderError::BadTerms);
    };
    for (share, milestone) in shares.iter_mut().zip(terms.milestones.iter()) {
        *share = milestone.share_bps;
    }
    split::milestones(price, shares, parts).ok_or(TenderError::Overflow)?;
    let mut milestones = Vec::new(e);
    for (part, milestone) in parts.iter().zip(terms.milestones.iter()) {
        milestones.push_back(Milestone::new(*part, now + milestone.due_secs));
    }
    milestones.push_back(Milestone::new(0, 0));
    Ok(milestones)
}

impl Milestone {
    fn new(amount: i128, due_at: u64) -> Self {
        Self {
            amount,
            progress: Progress::Open,
            due_at,
            evidence: None,
            submitted_at: 0,
            rejections: 0,
            payable_at: 0,
            disputed_by: None,
            decide_by: 0,
            disputed_at: Progress::Open,
        }
    }
}
