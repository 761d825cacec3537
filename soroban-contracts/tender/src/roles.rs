//! Who does what, and that no two of it are in one hand.

use crate::error::TenderError;
use heliobond_common::governance::{self, ADMIN, TRUSTEE};
use soroban_sdk::{symbol_short, Address, Env, Symbol};

pub const APPROVER: Symbol = symbol_short!("approver");
pub const CERTIFIER: Symbol = symbol_short!("certifier");
pub const ARBITER: Symbol = symbol_short!("arbiter");
pub const EVALUATOR: Symbol = symbol_short!("evaluator");

/// All roles of the contract. The administrator is the issuer.
const ALL: [Symbol; 6] = [ADMIN, TRUSTEE, APPROVER, CERTIFIER, ARBITER, EVALUATOR];

/// Asks for the signature of a role's holder, who must hold no other role: roles are handed over one by one, so it is
/// asked whenever one is used.
///
/// # Errors
/// * [`TenderError::RolesNotApart`] - When the holder has another role too.
pub fn require(e: &Env, role: &Symbol) -> Result<Address, TenderError> {
    let holder = governance::require(e, role);
    for other in ALL {
        if other != *role && governance::holder(e, &other) == holder {
            return Err(TenderError::RolesNotApart);
        }
    }
    Ok(holder)
}

/// The same, when `contractor` must not be the holder.
///
/// # Errors
/// * [`TenderError::RolesNotApart`]
pub fn require_apart_from(e: &Env, role: &Symbol, contractor: &Address) -> Result<Address, TenderError> {
    let holder = require(e, role)?;
    if holder == *contractor {
        return Err(TenderError::RolesNotApart);
    }
    Ok(holder)
}

/// Whether somebody holds a role.
pub fn holds_any(e: &Env, who: &Address) -> bool {
    ALL.iter().any(|role| governance::holder(e, role) == *who)
}

/// Whether all roles are in different hands.
pub fn are_apart(e: &Env) -> bool {
    let mut rest = &ALL[..];
    while let [role, others @ ..] = rest {
        let holder = governance::holder(e, role);
        if others.iter().any(|other| governance::holder(e, other) == holder) {
            return false;
        }
        rest = others;
    }
    true
}
