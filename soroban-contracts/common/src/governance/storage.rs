//! Where governance is kept: in the instance, one small entry each. Nothing grows: a contract's roles are those that its
//! constructor gave a holder, and each has at most one offer.

use super::{PendingUpgrade, RoleOffer};
use soroban_sdk::{contracttype, Address, Env, IntoVal, Symbol, TryFromVal, Val};

/// The instance entries of this module.
#[contracttype(export = false)]
#[derive(Clone)]
pub enum GovernanceKey {
    /// Who holds a role.
    Holder(Symbol),
    /// To whom a role is offered.
    Offer(Symbol),
    /// Seconds for which an upgrade, and a role offered for its holder, waits.
    UpgradeDelay,
    /// The announced upgrade.
    Upgrade,
    /// The version of the build that wrote the storage.
    Version,
    /// Present while the contract is paused.
    Halted,
}

pub fn get<V: TryFromVal<Env, Val>>(e: &Env, key: &GovernanceKey) -> Option<V> {
    e.storage().instance().get(key)
}

pub fn set<V: IntoVal<Env, Val>>(e: &Env, key: &GovernanceKey, value: &V) {
    e.storage().instance().set(key, value);
}

pub fn remove(e: &Env, key: &GovernanceKey) {
    e.storage().instance().remove(key);
}

pub fn upgrade_delay(e: &Env) -> u64 {
    match get(e, &GovernanceKey::UpgradeDelay) {
        Some(seconds) => seconds,
        None => panic!("the constructor sets it"),
    }
}

pub fn holder(e: &Env, role: &Symbol) -> Option<Address> {
    get(e, &GovernanceKey::Holder(role.clone()))
}

pub fn offer(e: &Env, role: &Symbol) -> Option<RoleOffer> {
    get(e, &GovernanceKey::Offer(role.clone()))
}

pub fn pending(e: &Env) -> Option<PendingUpgrade> {
    get(e, &GovernanceKey::Upgrade)
}
