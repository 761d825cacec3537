//! Rehearsals of upgrades. No contract of the house: nothing here is deployed.
//!
//! The tests deploy the previous release's .wasm of a contract (`wasm/previous`), fill it, announce today's build
//! (`packages/contracts/wasm`), wait, upgrade, migrate where the versions differ, and compare every reading call. After a
//! release its files replace those of `wasm/previous`.
//!
//! [`Next`] is what a registry whose storage changes looks like: version 2, which keeps both counters in one entry. It
//! shows the rule of [`heliobond_common::governance`]: until `migrate` was called it refuses, after that it answers. Its
//! .wasm is `wasm/next.wasm`, built by `npm run contracts:build -- --rehearsal`.
#![no_std]

use heliobond_common::governance::upgrade::is_migrated;
use heliobond_common::{governance_errors, governed};
use soroban_sdk::{contract, contracterror, contractimpl, contracttype, Env};

#[cfg(test)]
mod test;

const VERSION: u32 = 2;

/// Why it refuses: the registry's codes.
#[contracterror]
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
#[repr(u32)]
pub enum NextError {
    /// The storage has the form of version 1 still.
    NotMigrated = 1030,
    /// The role is not on offer, or the offer lapsed.
    NoRoleOffer = 1080,
    /// The contract is paused.
    Paused = 1081,
    /// Only administrator, trustee and approver may pause and unpause.
    NotGuardian = 1082,
    /// There is no such role.
    UnknownRole = 1083,
    /// The caller may not do this.
    NotPermitted = 1084,
    /// Somebody else's offer is open.
    OfferPending = 1085,
    /// The delay has not passed yet.
    TooEarly = 1086,
    /// No upgrade is announced, or its time has passed.
    NoUpgrade = 1087,
    /// The storage is as this build needs it.
    NothingToMigrate = 1088,
    /// Administrator and trustee are two, and the upgrade delay is 30 days to two years.
    BadGovernance = 1089,
}
governance_errors!(NextError);

/// The keys of version 1 that change, by the same names, and the one that takes their place.
#[contracttype(export = false)]
#[derive(Clone)]
enum Key {
    SystemCount,
    MeterCount,
    Counts,
}

/// How many there are.
#[contracttype]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Counts {
    /// Systems proposed so far.
    pub systems: u32,
    /// Meters registered so far.
    pub meters: u32,
}

/// The registry's next version, as far as a rehearsal needs it.
#[contract]
pub struct Next;

#[contractimpl]
impl Next {
    /// How many systems and meters there are.
    ///
    /// # Errors
    /// * [`NextError::NotMigrated`]
    pub fn counts(e: &Env) -> Result<Counts, NextError> {
        if !is_migrated(e, VERSION) {
            return Err(NextError::NotMigrated);
        }
        Ok(e.storage().instance().get(&Key::Counts).unwrap_or_default())
    }
}

governed!(Next, NextError, version = VERSION, guardians = ["approver"], migrate = merge_counters);

fn merge_counters(e: &Env, _from: u32) {
    let instance = e.storage().instance();
    let count = |key: &Key| instance.get(key).unwrap_or(0_u32);
    let counts = Counts { systems: count(&Key::SystemCount), meters: count(&Key::MeterCount) };
    instance.set(&Key::Counts, &counts);
    instance.remove(&Key::SystemCount);
    instance.remove(&Key::MeterCount);
}
