//! Milestones: evidence, certificate, payment; and the end of a contractor that fails.

use crate::bidding::{require_reached, require_stage};
use crate::error::TenderError;
use crate::events::{Certified, Completed, ContractTerminated, EvidenceRejected, EvidenceSubmitted, MilestonePaid};
use crate::roles::{self, APPROVER, CERTIFIER};
use crate::split::{self, Payment};
use crate::types::{Course, Milestone, Progress, Stage, Terms};
use crate::{disputes, storage};
use heliobond_common::api::offering::OfferingClient;
use heliobond_common::governance::ADMIN;
use soroban_sdk::{Address, BytesN, Env, Vec};

/// Rejections that leave the contractor time to mend. After that the due time stands, so that nobody stalls with
/// evidence of nothing.
const MAX_REJECTIONS: u32 = 3;

/// A contract with its milestones, read once a call.
pub struct Contract {
    pub number: u32,
    pub tender: Course,
    pub terms: Terms,
    pub contractor: Address,
    pub milestones: Vec<Milestone>,
}

impl Contract {
    /// # Errors
    /// * [`TenderError::UnknownTender`]
    /// * [`TenderError::WrongStage`] - When the tender is in none of the stages.
    pub fn read(e: &Env, number: u32, stages: &[Stage]) -> Result<Self, TenderError> {
        let tender = require_stage(e, number, stages)?;
        let contractor = tender.winner.clone().ok_or(TenderError::WrongStage)?;
        let terms = storage::terms(e, number)?;
        Ok(Self { number, tender, terms, contractor, milestones: storage::milestones(e, number) })
    }

    /// # Errors
    /// * [`TenderError::UnknownMilestone`]
    /// * [`TenderError::WrongProgress`] - When it is not so far, or farther.
    pub fn milestone(&self, index: u32, progress: &[Progress]) -> Result<Milestone, TenderError> {
        let milestone = self.milestones.get(index).ok_or(TenderError::UnknownMilestone)?;
        if !progress.contains(&milestone.progress) {
            return Err(TenderError::WrongProgress);
        }
        Ok(milestone)
    }

    pub fn set(&mut self, e: &Env, index: u32, milestone: Milestone) {
        self.milestones.set(index, milestone);
        storage::set_milestones(e, self.number, &self.milestones);
    }

    /// The place of what is withheld: after the last milestone.
    pub fn retention(&self) -> u32 {
        self.terms.milestones.len()
    }
}

/// Hands in evidence of a milestone; again until it is certified or disputed. The contractor signs.
pub fn submit(e: &Env, number: u32, index: u32, evidence: BytesN<32>) -> Result<(), TenderError> {
    let mut contract = Contract::read(e, number, &[Stage::Works])?;
    contract.contractor.require_auth();
    if index == contract.retention() {
        return Err(TenderError::UnknownMilestone);
    }
    let can = [Progress::Open, Progress::Submitted, Progress::Rejected];
    let mut milestone = contract.milestone(index, &can)?;
    // Evidence that was in time stays so when it is completed before the certifier judged.
    if milestone.progress != Progress::Submitted {
        milestone.submitted_at = e.ledger().timestamp();
    }
    milestone.progress = Progress::Submitted;
    milestone.evidence = Some(evidence.clone());
    contract.set(e, index, milestone);
    EvidenceSubmitted { tender: number, milestone: index, evidence }.publish(e);
    Ok(())
}

/// Certifies a milestone on the evidence named. The certifier signs.
pub fn certify(e: &Env, number: u32, index: u32, evidence: BytesN<32>) -> Result<(), TenderError> {
    let (mut contract, mut milestone, certifier) = judge(e, number, index, &evidence)?;
    let payable_at = e.ledger().timestamp() + contract.terms.objection_secs;
    milestone.progress = Progress::Certified;
    milestone.payable_at = payable_at;
    contract.set(e, index, milestone);
    Certified { tender: number, milestone: index, certifier, evidence, payable_at }.publish(e);
    Ok(())
}

/// Sends the evidence named back. The certifier signs. The contractor may mend it or go to the arbiter.
pub fn reject(e: &Env, number: u32, index: u32, evidence: BytesN<32>, reason: BytesN<32>) -> Result<(), TenderError> {
    let (mut contract, mut milestone, certifier) = judge(e, number, index, &evidence)?;
    milestone.progress = Progress::Rejected;
    milestone.rejections += 1;
    if milestone.rejections <= MAX_REJECTIONS && is_in_time(&milestone) {
        milestone.due_at = milestone.due_at.max(e.ledger().timestamp() + contract.terms.objection_secs);
    }
    let due_at = milestone.due_at;
    contract.set(e, index, milestone);
    EvidenceRejected { tender: number, milestone: index, certifier, reason, due_at }.publish(e);
    Ok(())
}

fn judge(
    e: &Env,
    number: u32,
    index: u32,
    evidence: &BytesN<32>,
) -> Result<(Contract, Milestone, Address), TenderError> {
    let contract = Contract::read(e, number, &[Stage::Works])?;
    let certifier = roles::require_apart_from(e, &CERTIFIER, &contract.contractor)?;
    let milestone = contract.milestone(index, &[Progress::Submitted])?;
    if milestone.evidence.as_ref() != Some(evidence) {
        return Err(TenderError::OtherEvidence);
    }
    Ok((contract, milestone, certifier))
}

/// Pays a certified milestone, less what is withheld, or what was withheld itself. Anyone may call it. Returns what was
/// paid.
pub fn release(e: &Env, number: u32, index: u32) -> Result<i128, TenderError> {
    let mut contract = Contract::read(e, number, &[Stage::Works, Stage::Done, Stage::Terminated])?;
    let mut milestone = contract.milestone(index, &[Progress::Certified])?;
    require_reached(e, milestone.payable_at)?;
    let retention = contract.retention();
    if index + 1 == retention && storage::live_at(e).is_none() {
        return Err(TenderError::NotLive);
    }
    let gross = milestone.amount;
    let payment = if index == retention {
        Payment { net: gross, retained: 0 }
    } else {
        split::retention(gross, contract.terms.retention_bps).ok_or(TenderError::Overflow)?
    };
    milestone.progress = Progress::Paid;
    contract.set(e, index, milestone);
    if contract.tender.stage == Stage::Terminated {
        // A contractor that failed loses what is withheld: it stays with the works.
        storage::move_committed(e, -gross);
    } else {
        storage::move_committed(e, -payment.net);
        withhold(e, &mut contract, payment.retained)?;
    }
    complete(e, &mut contract)?;
    disburse(e, &contract.contractor, payment.net)?;
    let contractor = contract.contractor;
    MilestonePaid { tender: number, milestone: index, contractor, gross, net: payment.net }.publish(e);
    Ok(payment.net)
}

fn withhold(e: &Env, contract: &mut Contract, amount: i128) -> Result<(), TenderError> {
    let at = contract.retention();
    let mut retention = contract.milestones.get(at).ok_or(TenderError::UnknownMilestone)?;
    retention.amount += amount;
    contract.set(e, at, retention);
    Ok(())
}

/// Once every milestone is paid, and the last one is only when the system is live, the contract is complete.
fn complete(e: &Env, contract: &mut Contract) -> Result<(), TenderError> {
    let at = contract.retention();
    let settled = contract.milestones.iter().take(at as usize).all(|milestone| milestone.progress == Progress::Paid);
    if contract.tender.stage != Stage::Works || !settled {
        return Ok(());
    }
    let now = e.ledger().timestamp();
    let retention_at = now + contract.terms.retention_secs;
    let mut retention = contract.milestones.get(at).ok_or(TenderError::UnknownMilestone)?;
    let retained = retention.amount;
    retention.progress = Progress::Certified;
    retention.payable_at = retention_at;
    contract.set(e, at, retention);
    contract.tender.stage = Stage::Done;
    contract.tender.ended_at = now;
    storage::set_tender(e, contract.number, &contract.tender);
    Completed { tender: contract.number, retained, retention_at }.publish(e);
    Ok(())
}

/// The offering pays. A refusal undoes the release and nothing else: the money stays the contractor's.
fn disburse(e: &Env, to: &Address, amount: i128) -> Result<(), TenderError> {
    if amount == 0 {
        return Ok(());
    }
    match OfferingClient::new(e, &storage::offering(e)).try_disburse(to, &amount) {
        Ok(Ok(())) => Ok(()),
        _ => Err(TenderError::DisburseRefused),
    }
}

/// Ends the contract of a contractor that is late. Administrator and approver sign. What is certified or before the
/// arbiter stays payable, evidence that was in time goes to the arbiter; the last milestone, what is withheld and the
/// bond are lost. Returns what of the price is free again.
pub fn terminate(e: &Env, number: u32, reason: BytesN<32>) -> Result<i128, TenderError> {
    let mut contract = Contract::read(e, number, &[Stage::Works])?;
    roles::require_apart_from(e, &ADMIN, &contract.contractor)?;
    roles::require_apart_from(e, &APPROVER, &contract.contractor)?;
    let now = e.ledger().timestamp();
    let live = storage::live_at(e).is_some();
    let last = contract.retention() - 1;
    let late = contract.milestones.iter().take(contract.retention() as usize).any(|part| is_late(&part, now));
    if !late && (live || !contract.terms.commissioning_overdue(contract.tender.accepted_at, now)) {
        return Err(TenderError::NotInDefault);
    }
    let mut freed = 0;
    for index in 0..contract.milestones.len() {
        let mut milestone = contract.milestones.get_unchecked(index);
        match milestone.progress {
            Progress::Paid => continue,
            Progress::Certified | Progress::Disputed if live || index != last => continue,
            Progress::Submitted
                if is_in_time(&milestone) && milestone.disputed_by.is_none() && (live || index != last) =>
            {
                let by = contract.contractor.clone();
                disputes::begin(e, &contract, index, &mut milestone, by, reason.clone());
            }
            _ => {
                freed += milestone.amount;
                milestone.progress = Progress::Void;
                milestone.amount = 0;
            }
        }
        contract.milestones.set(index, milestone);
    }
    contract.tender.stage = Stage::Terminated;
    contract.tender.ended_at = now;
    storage::set_milestones(e, number, &contract.milestones);
    storage::set_tender(e, number, &contract.tender);
    storage::move_committed(e, -freed);
    ContractTerminated { tender: number, contractor: contract.contractor, reason, freed }.publish(e);
    Ok(freed)
}

fn is_in_time(milestone: &Milestone) -> bool {
    milestone.submitted_at <= milestone.due_at
}

/// Whether the contractor is late with a milestone. A certifier or an arbiter who takes time is not its fault.
fn is_late(milestone: &Milestone, now: u64) -> bool {
    now > milestone.due_at
        && match milestone.progress {
            Progress::Open | Progress::Rejected => true,
            Progress::Submitted => !is_in_time(milestone),
            _ => false,
        }
}
