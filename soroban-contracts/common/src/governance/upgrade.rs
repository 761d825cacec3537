//! New code: announced by its hash, vetoed or installed, and the storage brought to its form.

use super::events::{Migrated, UpgradeCancelled, UpgradeProposed, Upgraded};
use super::roles::{self, ADMIN, TRUSTEE};
use super::storage::{self, GovernanceKey};
use super::{GovernanceError, WINDOW};
use crate::ttl;
use soroban_sdk::{contracttype, Address, BytesN, Env};

/// Code that was announced and is not installed yet.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PendingUpgrade {
    /// Hash of the code, which is uploaded apart.
    pub wasm_hash: BytesN<32>,
    /// From when on it may be installed, Unix seconds.
    pub ready_at: u64,
    /// After which it may not be installed any more, Unix seconds.
    pub expires_at: u64,
}

/// Announces new code; the administrator signs. A later announcement replaces an earlier one and waits anew.
///
/// # Events
/// * [`UpgradeProposed`]
pub fn propose(e: &Env, wasm_hash: BytesN<32>) {
    roles::require(e, &ADMIN);
    let ready_at = e.ledger().timestamp().saturating_add(storage::upgrade_delay(e));
    let expires_at = ready_at.saturating_add(WINDOW);
    let pending = PendingUpgrade { wasm_hash: wasm_hash.clone(), ready_at, expires_at };
    storage::set(e, &GovernanceKey::Upgrade, &pending);
    ttl::extend_instance(e);
    UpgradeProposed { wasm_hash, ready_at, expires_at }.publish(e);
}

/// Drops the announced code; `who` signs and is the administrator or, that is the veto, the trustee.
///
/// # Errors
/// * [`GovernanceError::NotPermitted`] - When `who` is neither.
/// * [`GovernanceError::NoUpgrade`] - When nothing is announced.
///
/// # Events
/// * [`UpgradeCancelled`]
pub fn cancel(e: &Env, who: Address) -> Result<(), GovernanceError> {
    who.require_auth();
    if who != roles::holder(e, &ADMIN) && who != roles::holder(e, &TRUSTEE) {
        return Err(GovernanceError::NotPermitted);
    }
    let PendingUpgrade { wasm_hash, .. } = storage::pending(e).ok_or(GovernanceError::NoUpgrade)?;
    storage::remove(e, &GovernanceKey::Upgrade);
    ttl::extend_instance(e);
    UpgradeCancelled { wasm_hash, by: who }.publish(e);
    Ok(())
}

/// Installs the announced code, which runs from the next call on; the administrator signs.
///
/// # Errors
/// * [`GovernanceError::NoUpgrade`] - When nothing is announced or its time has passed.
/// * [`GovernanceError::TooEarly`] - Before the delay passed.
///
/// # Events
/// * [`Upgraded`]
///
/// # Panics
/// In the host, if no code with that hash is uploaded; nothing changes then.
pub fn upgrade(e: &Env) -> Result<(), GovernanceError> {
    roles::require(e, &ADMIN);
    let PendingUpgrade { wasm_hash, ready_at, expires_at } = storage::pending(e).ok_or(GovernanceError::NoUpgrade)?;
    let now = e.ledger().timestamp();
    if now < ready_at {
        return Err(GovernanceError::TooEarly);
    }
    if now > expires_at {
        return Err(GovernanceError::NoUpgrade);
    }
    storage::remove(e, &GovernanceKey::Upgrade);
    ttl::extend_instance(e);
    e.deployer().update_current_contract_wasm(wasm_hash.clone());
    Upgraded { wasm_hash }.publish(e);
    Ok(())
}

/// Seconds for which an announced upgrade waits; contracts use the same delay for what else must be announced.
pub fn delay(e: &Env) -> u64 {
    storage::upgrade_delay(e)
}

/// The announced code, also after its time has passed.
pub fn pending(e: &Env) -> Option<PendingUpgrade> {
    storage::pending(e)
}

/// Whether the storage has the form of this version.
pub fn is_migrated(e: &Env, version: u32) -> bool {
    storage::get(e, &GovernanceKey::Version) == Some(version)
}

/// Brings the storage from the version that wrote it to `version`, once; nobody has to sign.
///
/// # Errors
/// * [`GovernanceError::NothingToMigrate`] - When this version or a later one wrote it.
///
/// # Events
/// * [`Migrated`]
pub fn migrate(e: &Env, version: u32, run: impl FnOnce(&Env, u32)) -> Result<(), GovernanceError> {
    let from: u32 = storage::get(e, &GovernanceKey::Version).unwrap_or(0);
    if from >= version {
        return Err(GovernanceError::NothingToMigrate);
    }
    run(e, from);
    storage::set(e, &GovernanceKey::Version, &version);
    ttl::extend_instance(e);
    Migrated { from, to: version }.publish(e);
    Ok(())
}

/// The migration of a version that stores everything as the one before did.
pub fn as_is(_e: &Env, _from: u32) {}
