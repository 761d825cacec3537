//! One administrator, handed over in two steps, and a pause.
//!
//! Every contract keeps the administrator and the pause in its instance under [`AccessKey`] and offers the calls
//! `admin`, `transfer_admin`, `accept_admin`, `pause`, `unpause` and `paused` by these functions. A pause stops new
//! business only; what pays, settles, refunds or reads never asks for [`require_running`].

use soroban_sdk::{contractevent, contracttype, Address, Env};

/// The instance entries of this module.
#[contracttype(export = false)]
#[derive(Clone)]
pub enum AccessKey {
    /// The administrator.
    Admin,
    /// Who was offered the administration and has not accepted yet.
    PendingAdmin,
    /// Present while the contract is paused.
    Paused,
}

/// Why a call of this module is refused. Each contract maps it to codes of its own range.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum AccessError {
    /// Nobody was offered the administration.
    NoPendingAdmin,
    /// The contract is paused.
    Paused,
    /// The caller may not pause or unpause.
    NotGuardian,
}

/// The administrator offered the administration to `new_admin`, who has to accept it.
#[contractevent]
pub struct AdminOffered {
    #[topic]
    pub admin: Address,
    pub new_admin: Address,
}

/// `admin` accepted the administration.
#[contractevent]
pub struct AdminAccepted {
    #[topic]
    pub admin: Address,
}

/// `who` stopped new business.
#[contractevent]
pub struct Paused {
    #[topic]
    pub who: Address,
}

/// `who` let new business go on.
#[contractevent]
pub struct Unpaused {
    #[topic]
    pub who: Address,
}

/// Sets the administrator. For constructors only: it asks for nobody's signature.
pub fn init(e: &Env, admin: &Address) {
    e.storage().instance().set(&AccessKey::Admin, admin);
}

/// The administrator.
///
/// # Panics
/// If the constructor did not call [`init`]: a bug.
pub fn admin(e: &Env) -> Address {
    match e.storage().instance().get(&AccessKey::Admin) {
        Some(admin) => admin,
        None => panic!("no administrator"),
    }
}

/// Asks for the administrator's signature and names the administrator.
pub fn require_admin(e: &Env) -> Address {
    let admin = admin(e);
    admin.require_auth();
    admin
}

/// Offers the administration to `new_admin`; the administrator signs. A later offer replaces it.
///
/// # Events
/// * [`AdminOffered`]
pub fn transfer_admin(e: &Env, new_admin: Address) {
    let admin = require_admin(e);
    e.storage().instance().set(&AccessKey::PendingAdmin, &new_admin);
    AdminOffered { admin, new_admin }.publish(e);
}

/// Accepts the administration; who was offered it signs.
///
/// # Errors
/// * [`AccessError::NoPendingAdmin`] - When nobody was offered it.
///
/// # Events
/// * [`AdminAccepted`]
pub fn accept_admin(e: &Env) -> Result<(), AccessError> {
    let instance = e.storage().instance();
    let admin: Address = instance.get(&AccessKey::PendingAdmin).ok_or(AccessError::NoPendingAdmin)?;
    admin.require_auth();
    instance.remove(&AccessKey::PendingAdmin);
    instance.set(&AccessKey::Admin, &admin);
    AdminAccepted { admin }.publish(e);
    Ok(())
}

/// Whether the contract is paused.
pub fn paused(e: &Env) -> bool {
    e.storage().instance().has(&AccessKey::Paused)
}

/// Refuses while the contract is paused.
///
/// # Errors
/// * [`AccessError::Paused`] - When it is.
pub fn require_running(e: &Env) -> Result<(), AccessError> {
    if paused(e) {
        return Err(AccessError::Paused);
    }
    Ok(())
}

/// Stops new business; `who` signs and is the administrator or one of the guardians. Twice is as good as once.
///
/// # Errors
/// * [`AccessError::NotGuardian`] - When `who` is neither.
///
/// # Events
/// * [`Paused`] - When it was not paused.
pub fn pause(e: &Env, who: Address, guardians: &[&Address]) -> Result<(), AccessError> {
    require_guardian(e, &who, guardians)?;
    if !paused(e) {
        e.storage().instance().set(&AccessKey::Paused, &true);
        Paused { who }.publish(e);
    }
    Ok(())
}

/// Lets new business go on; `who` signs and is the administrator or one of the guardians. Twice is as good as once.
///
/// # Errors
/// * [`AccessError::NotGuardian`] - When `who` is neither.
///
/// # Events
/// * [`Unpaused`] - When it was paused.
pub fn unpause(e: &Env, who: Address, guardians: &[&Address]) -> Result<(), AccessError> {
    require_guardian(e, &who, guardians)?;
    if paused(e) {
        e.storage().instance().remove(&AccessKey::Paused);
        Unpaused { who }.publish(e);
    }
    Ok(())
}

fn require_guardian(e: &Env, who: &Address, guardians: &[&Address]) -> Result<(), AccessError> {
    who.require_auth();
    if *who == admin(e) || guardians.contains(&who) {
        return Ok(());
    }
    Err(AccessError::NotGuardian)
}
