//! Who the oracles are. New ones wait as long as an upgrade does; a bad one goes at once, as long as enough are left.

use crate::{
    error::EnergyError,
    events::{OraclesCancelled, OraclesChanged, OraclesProposed},
    storage,
    types::OracleChange,
};
use heliobond_common::{
    governance::{roles, ADMIN, TRUSTEE},
    ttl,
};
use soroban_sdk::{Address, Env, Vec};

pub const MAX_ORACLES: u32 = 16;

/// Whether so many of these oracles can be asked to say the same.
///
/// # Errors
/// * [`EnergyError::BadOracles`] - When there are not 1 to 16 different ones.
/// * [`EnergyError::BadThreshold`] - When the threshold is 0 or above their number.
pub fn check(oracles: &Vec<Address>, threshold: u32) -> Result<(), EnergyError> {
    let repeated =
        oracles.iter().enumerate().any(|(n, oracle)| oracles.iter().skip(n + 1).any(|other| other == oracle));
    if oracles.is_empty() || oracles.len() > MAX_ORACLES || repeated {
        return Err(EnergyError::BadOracles);
    }
    if threshold == 0 || threshold > oracles.len() {
        return Err(EnergyError::BadThreshold);
    }
    Ok(())
}

/// `who` signs and is administrator or trustee.
///
/// # Errors
/// * [`EnergyError::NotPermitted`] - When it is neither.
pub fn require_overseer(e: &Env, who: &Address) -> Result<(), EnergyError> {
    who.require_auth();
    if [ADMIN, TRUSTEE].iter().any(|role| roles::holder(e, role) == *who) {
        return Ok(());
    }
    Err(EnergyError::NotPermitted)
}

pub fn propose(e: &Env, oracles: Vec<Address>, threshold: u32) -> Result<(), EnergyError> {
    roles::require(e, &ADMIN);
    check(&oracles, threshold)?;
    let delay = roles::governance(e).upgrade_delay;
    let ready_at = e.ledger().timestamp().checked_add(delay).ok_or(EnergyError::Overflow)?;
    storage::set_oracle_change(e, &OracleChange { oracles: oracles.clone(), threshold, ready_at });
    ttl::extend_instance(e);
    OraclesProposed { oracles, threshold, ready_at }.publish(e);
    Ok(())
}

pub fn cancel(e: &Env, who: Address) -> Result<(), EnergyError> {
    require_overseer(e, &who)?;
    storage::oracle_change(e).ok_or(EnergyError::NoOracleChange)?;
    storage::remove_oracle_change(e);
    ttl::extend_instance(e);
    OraclesCancelled { by: who }.publish(e);
    Ok(())
}

pub fn change(e: &Env) -> Result<(), EnergyError> {
    roles::require(e, &ADMIN);
    let OracleChange { oracles, threshold, ready_at } = storage::oracle_change(e).ok_or(EnergyError::NoOracleChange)?;
    if e.ledger().timestamp() < ready_at {
        return Err(EnergyError::TooEarly);
    }
    storage::remove_oracle_change(e);
    set(e, oracles, threshold);
    Ok(())
}

pub fn remove(e: &Env, who: Address, oracle: Address) -> Result<(), EnergyError> {
    require_overseer(e, &who)?;
    let mut oracles = storage::oracles(e);
    let index = oracles.first_index_of(&oracle).ok_or(EnergyError::NotOracle)?;
    oracles.remove(index);
    let threshold = storage::config(e).threshold;
    check(&oracles, threshold)?;
    set(e, oracles, threshold);
    Ok(())
}

fn set(e: &Env, oracles: Vec<Address>, threshold: u32) {
    let mut config = storage::config(e);
    config.threshold = threshold;
    storage::set_config(e, &config, &oracles);
    ttl::extend_instance(e);
    OraclesChanged { oracles, threshold }.publish(e);
}
