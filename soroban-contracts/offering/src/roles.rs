//! Who may do what. The roles are the contract's own besides administrator and trustee: see [`heliobond_common::governance`].

use crate::error::OfferingError;
use heliobond_common::governance;
use soroban_sdk::{Address, Env, Symbol};

/// The municipality.
pub const ISSUER: &str = "issuer";
/// Keeps the allow-list.
pub const COMPLIANCE: &str = "compliance";
/// Proposes coupons and receives the operations budget.
pub const OPERATOR: &str = "operator";
/// Disburses, and announces that the system is live.
pub const WORKS: &str = "works";
/// The bondholders' trustee, a role of every contract.
pub const TRUSTEE: &str = "trustee";

/// Asks for the signature of a role's holder and names the holder.
pub fn require(e: &Env, role: &str) -> Address {
    governance::require(e, &Symbol::new(e, role))
}

/// Asks for the signature of `who`, who must hold one of `roles`.
///
/// # Errors
/// * [`OfferingError::NotPermitted`] - When `who` holds none of them.
pub fn require_one_of(e: &Env, who: &Address, roles: &[&str]) -> Result<(), OfferingError> {
    who.require_auth();
    if roles.iter().any(|role| governance::holder(e, &Symbol::new(e, role)) == *who) {
        Ok(())
    } else {
        Err(OfferingError::NotPermitted)
    }
}
