//! A pause of new business.

use super::events::{Paused, Unpaused};
use super::roles::{self, ADMIN, TRUSTEE};
use super::storage::{self, GovernanceKey};
use super::GovernanceError;
use crate::ttl;
use soroban_sdk::{Address, Env, Symbol};

/// Whether the contract is paused.
pub fn paused(e: &Env) -> bool {
    storage::get(e, &GovernanceKey::Halted).unwrap_or(false)
}

/// Refuses while the contract is paused.
///
/// # Errors
/// * [`GovernanceError::Paused`] - When it is.
pub fn require_running(e: &Env) -> Result<(), GovernanceError> {
    if paused(e) {
        return Err(GovernanceError::Paused);
    }
    Ok(())
}

/// Stops new business; `who` signs and is administrator, trustee or holder of one of the guardian roles. Twice is as
/// good as once.
///
/// # Errors
/// * [`GovernanceError::NotGuardian`] - When `who` is none of them.
///
/// # Events
/// * [`Paused`] - When it was not paused.
pub fn pause(e: &Env, who: Address, guardians: &[&str]) -> Result<(), GovernanceError> {
    if switch(e, &who, guardians, true)? {
        Paused { who }.publish(e);
    }
    Ok(())
}

/// Lets new business go on; `who` signs, as for [`pause`]. Twice is as good as once.
///
/// # Errors
/// * [`GovernanceError::NotGuardian`] - When `who` is none of them.
///
/// # Events
/// * [`Unpaused`] - When it was paused.
pub fn unpause(e: &Env, who: Address, guardians: &[&str]) -> Result<(), GovernanceError> {
    if switch(e, &who, guardians, false)? {
        Unpaused { who }.publish(e);
    }
    Ok(())
}

/// Says whether that changed something.
fn switch(e: &Env, who: &Address, guardians: &[&str], halt: bool) -> Result<bool, GovernanceError> {
    who.require_auth();
    let is_guardian = *who == roles::holder(e, &ADMIN)
        || *who == roles::holder(e, &TRUSTEE)
        || guardians.iter().any(|role| *who == roles::holder(e, &Symbol::new(e, role)));
    if !is_guardian {
        return Err(GovernanceError::NotGuardian);
    }
    ttl::extend_instance(e);
    if paused(e) == halt {
        return Ok(false);
    }
    if halt {
        storage::set(e, &GovernanceKey::Halted, &true);
    } else {
        storage::remove(e, &GovernanceKey::Halted);
    }
    Ok(true)
}
