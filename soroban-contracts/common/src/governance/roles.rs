//! Roles: one holder each, handed over in two steps.

use super::events::{RoleAccepted, RoleOfferCancelled, RoleOffered};
use super::storage::{self, GovernanceKey};
use super::{GovernanceError, MAX_UPGRADE_DELAY, MIN_UPGRADE_DELAY, WINDOW};
use crate::ttl;
use soroban_sdk::{contracttype, symbol_short, Address, Env, Symbol};

/// The role that announces upgrades.
pub const ADMIN: Symbol = symbol_short!("admin");

/// The role that stands for the bondholders and can veto upgrades.
pub const TRUSTEE: Symbol = symbol_short!("trustee");

/// What the constructor of every contract is told.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Governance {
    /// Announces upgrades and runs the contract's settings.
    pub admin: Address,
    /// Stands for the bondholders; can veto upgrades.
    pub trustee: Address,
    /// Seconds for which an upgrade, and a role offered for its holder, waits: 30 days to two years.
    pub upgrade_delay: u64,
}

/// A role on offer.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RoleOffer {
    /// Who may accept it.
    pub to: Address,
    /// Who offered it.
    pub by: Address,
    /// From when on it may be accepted, Unix seconds; 30 days later the offer lapses.
    pub ready_at: u64,
}

/// Sets administrator, trustee, delay, and the version that writes the storage. For constructors only: it asks for
/// nobody's signature.
///
/// # Errors
/// * [`GovernanceError::BadGovernance`] - When administrator and trustee are one, or the delay is out of bounds.
pub fn init(e: &Env, governance: &Governance, version: u32) -> Result<(), GovernanceError> {
    let Governance { admin, trustee, upgrade_delay } = governance;
    if admin == trustee || !(MIN_UPGRADE_DELAY..=MAX_UPGRADE_DELAY).contains(upgrade_delay) {
        return Err(GovernanceError::BadGovernance);
    }
    set_holder(e, ADMIN, admin);
    set_holder(e, TRUSTEE, trustee);
    storage::set(e, &GovernanceKey::UpgradeDelay, upgrade_delay);
    storage::set(e, &GovernanceKey::Version, &version);
    Ok(())
}

/// Gives a role its first holder. For constructors only.
pub fn set_holder(e: &Env, role: Symbol, holder: &Address) {
    storage::set(e, &GovernanceKey::Holder(role), holder);
}

/// Administrator, trustee and delay as they are now.
pub fn governance(e: &Env) -> Governance {
    Governance { admin: holder(e, &ADMIN), trustee: holder(e, &TRUSTEE), upgrade_delay: storage::upgrade_delay(e) }
}

/// Who holds a role; nothing: the contract has no such role.
pub fn find(e: &Env, role: &Symbol) -> Option<Address> {
    storage::holder(e, role)
}

/// Who holds a role that the contract has.
///
/// # Panics
/// If the constructor gave it no holder: a bug.
pub fn holder(e: &Env, role: &Symbol) -> Address {
    match find(e, role) {
        Some(holder) => holder,
        None => panic!("the constructor gives every role a holder"),
    }
}

/// Asks for the signature of a role's holder and names the holder.
pub fn require(e: &Env, role: &Symbol) -> Address {
    let holder = holder(e, role);
    holder.require_auth();
    holder
}

/// Offers a role; `who` signs: its holder, and then `to` may accept at once, or administrator or trustee, and then `to`
/// may accept after the upgrade delay, unless the holder cancels. A new offer of the holder replaces any, one of
/// administrator or trustee only their own or the holder's.
///
/// # Errors
/// * [`GovernanceError::UnknownRole`]
/// * [`GovernanceError::NotPermitted`] - When `who` is none of them.
/// * [`GovernanceError::OfferPending`] - When the other one of administrator and trustee made an offer.
///
/// # Events
/// * [`RoleOffered`]
pub fn offer(e: &Env, who: Address, role: Symbol, to: Address) -> Result<(), GovernanceError> {
    who.require_auth();
    let holder = storage::holder(e, &role).ok_or(GovernanceError::UnknownRole)?;
    let now = e.ledger().timestamp();
    let ready_at = if who == holder {
        now
    } else if is_overseer(e, &who) {
        if open_offer(e, &role).is_some_and(|open| open.by != who && open.by != holder) {
            return Err(GovernanceError::OfferPending);
        }
        now.saturating_add(storage::upgrade_delay(e))
    } else {
        return Err(GovernanceError::NotPermitted);
    };
    storage::set(e, &GovernanceKey::Offer(role.clone()), &RoleOffer { to: to.clone(), by: who.clone(), ready_at });
    ttl::extend_instance(e);
    RoleOffered { role, to, by: who, ready_at }.publish(e);
    Ok(())
}

/// Takes over a role; who was offered it signs.
///
/// # Errors
/// * [`GovernanceError::NoRoleOffer`] - When it is not on offer, the offer is older than 30 days, or who made it holds no
///   office any more.
/// * [`GovernanceError::TooEarly`] - Before the delay of an offer by administrator or trustee passed.
/// * [`GovernanceError::BadGovernance`] - When administrator and trustee would be one.
///
/// # Events
/// * [`RoleAccepted`]
pub fn accept(e: &Env, role: Symbol) -> Result<(), GovernanceError> {
    let RoleOffer { to, ready_at, .. } = open_offer(e, &role).ok_or(GovernanceError::NoRoleOffer)?;
    to.require_auth();
    if e.ledger().timestamp() < ready_at {
        return Err(GovernanceError::TooEarly);
    }
    if role == ADMIN && to == holder(e, &TRUSTEE) || role == TRUSTEE && to == holder(e, &ADMIN) {
        return Err(GovernanceError::BadGovernance);
    }
    let former = holder(e, &role);
    storage::remove(e, &GovernanceKey::Offer(role.clone()));
    set_holder(e, role.clone(), &to);
    ttl::extend_instance(e);
    RoleAccepted { role, holder: to, former }.publish(e);
    Ok(())
}

/// Withdraws the offer of a role; `who` signs and holds the role or made the offer.
///
/// # Errors
/// * [`GovernanceError::NoRoleOffer`]
/// * [`GovernanceError::NotPermitted`] - When `who` is neither.
///
/// # Events
/// * [`RoleOfferCancelled`]
pub fn cancel(e: &Env, who: Address, role: Symbol) -> Result<(), GovernanceError> {
    who.require_auth();
    let offer = open_offer(e, &role).ok_or(GovernanceError::NoRoleOffer)?;
    if who != offer.by && who != holder(e, &role) {
        return Err(GovernanceError::NotPermitted);
    }
    storage::remove(e, &GovernanceKey::Offer(role.clone()));
    ttl::extend_instance(e);
    RoleOfferCancelled { role, by: who }.publish(e);
    Ok(())
}

/// The offer of a role, unless it lapsed: 30 days after it could be accepted, and when who made it is neither the role's
/// holder nor administrator nor trustee any more, so that an office lost takes its offers along.
pub fn open_offer(e: &Env, role: &Symbol) -> Option<RoleOffer> {
    let offer = storage::offer(e, role)?;
    let in_time = e.ledger().timestamp() <= offer.ready_at.saturating_add(WINDOW);
    let in_office = is_overseer(e, &offer.by) || storage::holder(e, role).as_ref() == Some(&offer.by);
    (in_time && in_office).then_some(offer)
}

fn is_overseer(e: &Env, who: &Address) -> bool {
    *who == holder(e, &ADMIN) || *who == holder(e, &TRUSTEE)
}
