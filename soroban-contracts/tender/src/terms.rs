//! What terms a tender may have.

use crate::error::TenderError;
use crate::score::{Candidate, Rule};
use crate::split::MAX_MILESTONES;
use crate::types::{Bid, Standing, Terms};

/// The highest ceiling and bond: 10^11 units of the stablecoin. Points of a bid then fit `i128` with room to spare.
pub const MAX_AMOUNT: i128 = 1_000_000_000_000_000_000;

/// The most that may be withheld, basis points.
pub const MAX_RETENTION_BPS: u32 = 2_000;

/// The least time for committing, scoring, revealing, accepting, objecting and deciding: nobody is shut out by a ledger.
pub const MIN_SECS: u64 = 60 * 60;

/// The longest of any time: ten years.
pub const MAX_SECS: u64 = 3_653 * 24 * 60 * 60;

/// How many basis points are the whole.
const WHOLE_BPS: u32 = 10_000;

/// Refuses terms that contradict themselves.
///
/// # Errors
/// * [`TenderError::BadTerms`] - Amounts, weights, shares or the test.
/// * [`TenderError::BadTimes`] - Times out of order, shorter than [`MIN_SECS`] or longer than [`MAX_SECS`].
pub fn check(terms: &Terms, now: u64, live: bool) -> Result<(), TenderError> {
    check_amounts(terms)?;
    check_milestones(terms)?;
    // A system is commissioned once: before that a tender asks for a test, after that for none.
    if live != (terms.required_wh == 0) {
        return Err(TenderError::BadTerms);
    }
    check_times(terms, now)
}

fn check_amounts(terms: &Terms) -> Result<(), TenderError> {
    let amounts = [terms.ceiling, terms.bond];
    let weights = terms.price_weight_bps.checked_add(terms.quality_weight_bps);
    let sound = amounts.iter().all(|amount| (1..=MAX_AMOUNT).contains(amount))
        && terms.price_weight_bps > 0
        && weights == Some(WHOLE_BPS)
        && terms.retention_bps <= MAX_RETENTION_BPS;
    sound.then_some(()).ok_or(TenderError::BadTerms)
}

fn check_milestones(terms: &Terms) -> Result<(), TenderError> {
    let count = terms.milestones.len() as usize;
    let mut total: u32 = 0;
    for milestone in terms.milestones.iter() {
        if milestone.share_bps == 0 || milestone.share_bps > WHOLE_BPS {
            return Err(TenderError::BadTerms);
        }
        total = total.saturating_add(milestone.share_bps);
        require_between(milestone.due_secs, MIN_SECS)?;
    }
    let sound = count <= MAX_MILESTONES && total == WHOLE_BPS;
    sound.then_some(()).ok_or(TenderError::BadTerms)
}

fn check_times(terms: &Terms, now: u64) -> Result<(), TenderError> {
    let Terms { withdraw_by, commit_by, score_by, reveal_by, .. } = *terms;
    let in_order = now <= withdraw_by && withdraw_by <= commit_by && commit_by <= score_by && score_by < reveal_by;
    if !in_order {
        return Err(TenderError::BadTimes);
    }
    require_between(commit_by - now, MIN_SECS)?;
    require_between(score_by - commit_by, if terms.quality_weight_bps > 0 { MIN_SECS } else { 0 })?;
    require_between(reveal_by - score_by, MIN_SECS)?;
    for secs in [terms.award_secs, terms.accept_secs, terms.objection_secs, terms.arbiter_secs] {
        require_between(secs, MIN_SECS)?;
    }
    require_between(terms.retention_secs, 0)?;
    let test_secs = if terms.required_wh > 0 { 1 } else { 0 };
    require_between(terms.window_secs, test_secs)?;
    require_between(terms.commission_secs, test_secs)
}

fn require_between(secs: u64, least: u64) -> Result<(), TenderError> {
    (least..=MAX_SECS).contains(&secs).then_some(()).ok_or(TenderError::BadTimes)
}

impl Terms {
    /// How bids are judged.
    pub fn rule(&self) -> Rule {
        Rule {
            ceiling: self.ceiling,
            price_weight_bps: self.price_weight_bps,
            quality_weight_bps: self.quality_weight_bps,
        }
    }

    /// Whether a contractor that accepted then had to be done with the test by now.
    pub fn commissioning_overdue(&self, accepted_at: u64, now: u64) -> bool {
        self.required_wh > 0 && now > accepted_at + self.commission_secs
    }
}

impl Bid {
    /// What the bid brings to the comparison; nothing unless it is revealed and not walked away from.
    pub fn candidate(&self, order: u32) -> Option<Candidate> {
        let valid = self.standing == Standing::Revealed;
        valid.then_some(Candidate { price: self.amount, quality_bps: self.quality_bps, order })
    }
}
