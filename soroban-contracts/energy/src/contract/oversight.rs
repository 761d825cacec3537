//! What administrator and trustee do while a system runs: force majeure, and who the oracles are.

use super::{Energy, EnergyArgs, EnergyClient};
use crate::{
    clock::Suspension,
    error::EnergyError,
    events::{ClocksResumed, ClocksSuspended},
    oracles::{self, require_overseer},
    storage,
};
use heliobond_common::{api::energy::Mode, ttl};
use soroban_sdk::{contractimpl, Address, Env, Vec};

#[contractimpl]
impl Energy {
    /// Force majeure: stops a system's clocks from now on until `until`, at most 90 days from now, or extends what runs;
    /// devices do as `mode` says meanwhile. Suspended time counts for no due time and no period. `who` signs and is the
    /// administrator or the trustee.
    ///
    /// # Errors
    /// * [`EnergyError::NotPermitted`], [`EnergyError::SystemNotOpen`]
    /// * [`EnergyError::BadSuspension`] - When `until` is out of bounds, before the end of what runs, or `mode` sells.
    ///
    /// # Events
    /// * [`ClocksSuspended`]
    pub fn suspend(e: &Env, who: Address, system: u32, until: u64, mode: Mode) -> Result<(), EnergyError> {
        require_overseer(e, &who)?;
        storage::system(e, system)?;
        let mut clock = storage::clock(e, system);
        let Suspension { from, until, mode } = clock.suspend(e.ledger().timestamp(), until, mode)?;
        storage::set_clock(e, system, &clock);
        ttl::extend_instance(e);
        ClocksSuspended { system, by: who, from, until, mode }.publish(e);
        Ok(())
    }

    /// Lets a system's clocks run again from now on; `who` signs and is the administrator or the trustee.
    ///
    /// # Errors
    /// * [`EnergyError::NotPermitted`], [`EnergyError::SystemNotOpen`]
    /// * [`EnergyError::NotSuspended`] - When they run.
    ///
    /// # Events
    /// * [`ClocksResumed`]
    pub fn resume(e: &Env, who: Address, system: u32) -> Result<(), EnergyError> {
        require_overseer(e, &who)?;
        storage::system(e, system)?;
        let mut clock = storage::clock(e, system);
        clock.resume(e.ledger().timestamp())?;
        storage::set_clock(e, system, &clock);
        ttl::extend_instance(e);
        ClocksResumed { system, by: who }.publish(e);
        Ok(())
    }

    /// Announces other oracles, and how many must say the same; they are made so by `change_oracles` after the upgrade
    /// delay. A later announcement replaces it and waits anew. The administrator signs.
    ///
    /// # Errors
    /// * [`EnergyError::BadOracles`], [`EnergyError::BadThreshold`]
    ///
    /// # Events
    /// * `oracles_proposed`
    pub fn propose_oracles(e: &Env, oracles: Vec<Address>, threshold: u32) -> Result<(), EnergyError> {
        oracles::propose(e, oracles, threshold)
    }

    /// Drops the announced oracles; `who` signs and is the administrator or, that is the veto, the trustee.
    ///
    /// # Errors
    /// * [`EnergyError::NotPermitted`], [`EnergyError::NoOracleChange`]
    ///
    /// # Events
    /// * `oracles_cancelled`
    pub fn cancel_oracles(e: &Env, who: Address) -> Result<(), EnergyError> {
        oracles::cancel(e, who)
    }

    /// Makes the announced oracles the oracles once the delay has passed; the administrator signs. What former ones said
    /// about a statement that is not final no longer counts.
    ///
    /// # Errors
    /// * [`EnergyError::NoOracleChange`], [`EnergyError::TooEarly`]
    ///
    /// # Events
    /// * `oracles_changed`
    pub fn change_oracles(e: &Env) -> Result<(), EnergyError> {
        oracles::change(e)
    }

    /// Ends an oracle at once, as long as the others reach the threshold; `who` signs and is the administrator or the
    /// trustee. What it said about a statement that is not final no longer counts.
    ///
    /// # Errors
    /// * [`EnergyError::NotPermitted`], [`EnergyError::NotOracle`]
    /// * [`EnergyError::BadOracles`], [`EnergyError::BadThreshold`] - When too few would be left.
    ///
    /// # Events
    /// * `oracles_changed`
    pub fn remove_oracle(e: &Env, who: Address, oracle: Address) -> Result<(), EnergyError> {
        oracles::remove(e, who, oracle)
    }
}
