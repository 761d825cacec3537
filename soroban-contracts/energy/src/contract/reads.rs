//! The energy contract's reading calls.

use super::{Energy, EnergyArgs, EnergyClient, FIRST_INDEX};
use crate::{
    clock::Suspension,
    error::EnergyError,
    standing,
    storage::{self, PartyLedger, SystemHead},
    types::{Config, ExportCredit, MeterHead, OpenBill, OracleChange, Proposal, SystemState},
};
use heliobond_common::api::energy::{Attested, Decision, PartyStatus};
use soroban_sdk::{contractimpl, Address, Env, Vec};

#[contractimpl]
impl Energy {
    /// What a party has open, stroops.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
    pub fn outstanding(e: &Env, system: u32, party: u32) -> Result<i128, EnergyError> {
        let totals = storage::party(e, system, party)?.totals;
        totals.billed.checked_sub(totals.paid).ok_or(EnergyError::Overflow)
    }

    /// A party's bills that are not paid in full, oldest first; at most 60.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
    pub fn open_bills(e: &Env, system: u32, party: u32) -> Result<Vec<OpenBill>, EnergyError> {
        Ok(storage::party(e, system, party)?.bills.list(e, &storage::clock(e, system)))
    }

    /// What the utility has open for a system's exports, stroops.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`]
    pub fn export_due(e: &Env, system: u32) -> Result<i128, EnergyError> {
        export_open(&storage::system(e, system)?)
    }

    /// A system's state, its parties' totals included.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`]
    pub fn system_state(e: &Env, system: u32) -> Result<SystemState, EnergyError> {
        let head = storage::system(e, system)?;
        let mut parties = Vec::new(e);
        for party in 0..head.party_count {
            parties.push_back(storage::party(e, system, party)?.totals);
        }
        Ok(SystemState {
            source: head.source,
            exports: head.exports,
            next_index: head.next_index,
            next_from: head.next_from,
            last_hash: head.last_hash,
            hash_chain: head.hash_chain,
            concluded_at: head.concluded_at,
            negative_wh: head.negative_wh,
            unattributed_wh: head.unattributed_wh,
            parties,
            generated_wh: head.generated.total_wh(),
            exported_wh: head.exported.total_wh(),
            export_billed: head.export_billed,
            export_paid: head.export_paid,
            export_remainder_milli: head.export_remainder_milli,
        })
    }

    /// The statement of a system that waits for countersignatures, if there is one; of several, the one that most oracles
    /// say.
    pub fn proposal(e: &Env, system: u32) -> Option<Proposal> {
        // `max_by_key` yields the last of equals, and the first one said is meant.
        storage::proposals(e, system).iter().rev().max_by_key(|proposal| proposal.signers.len())
    }

    /// The different statements that oracles say a system's next one is.
    pub fn proposals(e: &Env, system: u32) -> Vec<Proposal> {
        storage::proposals(e, system)
    }

    /// Where a party stands, as of now.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
    pub fn status(e: &Env, system: u32, party: u32) -> Result<PartyStatus, EnergyError> {
        status_of(e, system, &storage::party(e, system, party)?)
    }

    /// What a device does with a party's energy, as of now.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
    pub fn decision(e: &Env, system: u32, party: u32) -> Result<Decision, EnergyError> {
        let (head, ledger) = (storage::system(e, system)?, storage::party(e, system, party)?);
        standing::decision(&head, &ledger, &storage::clock(e, system), &storage::config(e), e.ledger().timestamp())
    }

    /// What the final statements of a system attest.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`]
    pub fn attested(e: &Env, system: u32) -> Result<Attested, EnergyError> {
        let SystemHead { next_index, next_from, generated, measured_wh, measured_to, .. } = storage::system(e, system)?;
        let (index, generated_wh) = (next_index - FIRST_INDEX, generated.total_wh());
        Ok(Attested { index, to: next_from, generated_wh, measured_wh, measured_to })
    }

    /// What the utility credits instead of paying.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`]
    pub fn export_credit(e: &Env, system: u32) -> Result<ExportCredit, EnergyError> {
        let SystemHead { exports, credited_wh, credited_milli, .. } = storage::system(e, system)?;
        Ok(ExportCredit { exports, credited_wh, credited_milli })
    }

    /// Acts of force majeure, oldest first; the last 12.
    pub fn suspensions(e: &Env, system: u32) -> Vec<Suspension> {
        storage::clock(e, system).acts().clone()
    }

    /// The last reading of a meter that the contract took.
    pub fn meter_head(e: &Env, system: u32, meter: u32) -> Option<MeterHead> {
        storage::meters(e, system).iter().find(|slot| slot.meter == meter).map(|slot| slot.head)
    }

    /// The change of the oracles that was announced.
    pub fn oracle_change(e: &Env) -> Option<OracleChange> {
        storage::oracle_change(e)
    }

    /// What the constructor set, and today's threshold.
    pub fn config(e: &Env) -> Config {
        storage::config(e)
    }

    /// Who may propose and countersign.
    pub fn oracles(e: &Env) -> Vec<Address> {
        storage::oracles(e)
    }
}

/// Where a party stands, as of now.
///
/// # Errors
/// * [`EnergyError::Overflow`] - When a sum exceeds `i128`.
pub fn status_of(e: &Env, system: u32, ledger: &PartyLedger) -> Result<PartyStatus, EnergyError> {
    standing::status(ledger, &storage::clock(e, system), &storage::config(e), e.ledger().timestamp())
}

/// What the utility has open.
///
/// # Errors
/// * [`EnergyError::Overflow`] - When the difference leaves `i128`.
pub fn export_open(head: &SystemHead) -> Result<i128, EnergyError> {
    head.export_billed.checked_sub(head.export_paid).ok_or(EnergyError::Overflow)
}
