//! Disputes about one milestone. Whatever is not disputed goes on.

use crate::bidding::{require_before, require_reached};
use crate::error::TenderError;
use crate::events::{DisputeEnded, Disputed};
use crate::roles::{self, ARBITER, CERTIFIER};
use crate::types::{Milestone, Progress, Stage};
use crate::works::Contract;
use crate::{split, storage};
use heliobond_common::governance::{self, ADMIN};
use soroban_sdk::{Address, BytesN, Env};

const WITH_CONTRACT: [Stage; 3] = [Stage::Works, Stage::Done, Stage::Terminated];

/// Brings a milestone, or what is withheld, before the arbiter. Administrator, contractor or certifier signs.
pub fn dispute(e: &Env, number: u32, who: Address, index: u32, reason: BytesN<32>) -> Result<(), TenderError> {
    who.require_auth();
    let mut contract = Contract::read(e, number, &WITH_CONTRACT)?;
    let parties = [governance::holder(e, &ADMIN), governance::holder(e, &CERTIFIER), contract.contractor.clone()];
    if !parties.contains(&who) {
        return Err(TenderError::NotPermitted);
    }
    let can = [Progress::Submitted, Progress::Rejected, Progress::Certified];
    let mut milestone = contract.milestone(index, &can)?;
    if milestone.disputed_by.is_some() {
        return Err(TenderError::AlreadyDisputed);
    }
    if milestone.progress == Progress::Certified {
        require_before(e, milestone.payable_at)?;
    }
    begin(e, &contract, index, &mut milestone, who, reason);
    contract.set(e, index, milestone);
    Ok(())
}

/// Puts a milestone before the arbiter. The caller keeps it.
pub fn begin(e: &Env, contract: &Contract, index: u32, milestone: &mut Milestone, by: Address, reason: BytesN<32>) {
    let decide_by = e.ledger().timestamp() + contract.terms.arbiter_secs;
    milestone.disputed_by = Some(by.clone());
    milestone.disputed_at = milestone.progress;
    milestone.decide_by = decide_by;
    milestone.progress = Progress::Disputed;
    Disputed { tender: contract.number, milestone: index, by, reason, decide_by }.publish(e);
}

/// Grants a fraction of a disputed milestone, rounded down; the rest of it is off the price. The arbiter signs. Final.
pub fn decide(e: &Env, number: u32, index: u32, pay_bps: u32) -> Result<(), TenderError> {
    let mut contract = Contract::read(e, number, &WITH_CONTRACT)?;
    let arbiter = roles::require_apart_from(e, &ARBITER, &contract.contractor)?;
    let mut milestone = contract.milestone(index, &[Progress::Disputed])?;
    require_before(e, milestone.decide_by)?;
    if pay_bps > 10_000 {
        return Err(TenderError::BadShare);
    }
    let granted = split::fraction(milestone.amount, pay_bps).ok_or(TenderError::Overflow)?;
    storage::move_committed(e, granted - milestone.amount);
    milestone.amount = granted;
    make_payable(e, &contract, index, &mut milestone);
    end(e, &mut contract, index, milestone, Some(arbiter));
    Ok(())
}

/// Ends a dispute that the arbiter did not decide in time: the certifier's word stands. What was certified is paid in
/// full; what was not is as if rejected, or void when the contract is terminated. Anyone may call it.
pub fn lapse(e: &Env, number: u32, index: u32) -> Result<(), TenderError> {
    let mut contract = Contract::read(e, number, &WITH_CONTRACT)?;
    let mut milestone = contract.milestone(index, &[Progress::Disputed])?;
    require_reached(e, milestone.decide_by)?;
    if milestone.disputed_at == Progress::Certified {
        make_payable(e, &contract, index, &mut milestone);
    } else if contract.tender.stage == Stage::Terminated {
        storage::move_committed(e, -milestone.amount);
        milestone.amount = 0;
        milestone.progress = Progress::Void;
    } else {
        milestone.progress = Progress::Rejected;
        milestone.due_at = milestone.due_at.max(e.ledger().timestamp() + contract.terms.objection_secs);
    }
    end(e, &mut contract, index, milestone, None);
    Ok(())
}

/// What is withheld keeps its own time; anything else has waited long enough.
fn make_payable(e: &Env, contract: &Contract, index: u32, milestone: &mut Milestone) {
    milestone.progress = Progress::Certified;
    if index != contract.retention() {
        milestone.payable_at = e.ledger().timestamp();
    }
}

fn end(e: &Env, contract: &mut Contract, index: u32, milestone: Milestone, arbiter: Option<Address>) {
    let Milestone { amount, progress, .. } = milestone;
    contract.set(e, index, milestone);
    let payable = progress == Progress::Certified;
    DisputeEnded { tender: contract.number, milestone: index, arbiter, payable, amount }.publish(e);
}
