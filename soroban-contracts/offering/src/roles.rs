//! Who may do what.

use crate::error::OfferingError;
use soroban_sdk::Address;

/// Asks for the signature of `who`, who must be one of `holders`.
///
/// # Errors
/// * [`OfferingError::NotPermitted`] - When `who` is none of them.
pub fn require_one_of(who: &Address, holders: &[&Address]) -> Result<(), OfferingError> {
    who.require_auth();
    if holders.contains(&who) {
        Ok(())
    } else {
        Err(OfferingError::NotPermitted)
    }
}
