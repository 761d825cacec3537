//! Calls to the asset contracts, and what their failures mean here.

use crate::error::OfferingError;
use crate::storage;
use crate::types::Links;
use soroban_sdk::token::{StellarAssetClient, TokenClient};
use soroban_sdk::{Address, Env};

/// The stablecoin.
pub fn settlement<'a>(e: &Env, links: &Links) -> TokenClient<'a> {
    TokenClient::new(e, &links.settlement)
}

/// The bond.
///
/// # Errors
/// * [`OfferingError::WrongState`] - Before the launch.
pub fn bond<'a>(e: &Env, links: &Links) -> Result<StellarAssetClient<'a>, OfferingError> {
    let address = links.bond.as_ref().ok_or(OfferingError::WrongState)?;
    Ok(StellarAssetClient::new(e, address))
}

/// Pays stablecoin out of the escrow.
///
/// # Errors
/// * [`OfferingError::TransferRefused`] - When the receiver's line is missing, full or frozen.
pub fn pay_out(e: &Env, to: &Address, amount: i128) -> Result<(), OfferingError> {
    let token = settlement(e, &storage::links(e));
    match token.try_transfer(&e.current_contract_address(), to, &amount) {
        Ok(Ok(())) => Ok(()),
        _ => Err(OfferingError::TransferRefused),
    }
}

/// Whether the bond's line of `holder` is authorized; `None` when there is no line.
///
/// The asset contract traps where an account has no trustline. A contract always has a balance, if only of 0.
pub fn line(bond: &StellarAssetClient, holder: &Address) -> Option<bool> {
    match bond.try_authorized(holder) {
        Ok(Ok(authorized)) => Some(authorized),
        _ => None,
    }
}

/// Delivery against payment: claws back `bonds` from the holder, then pays `amount` of stablecoin, or does neither.
/// Says whether it did. A frozen bond line is no obstacle: the debt is owed to its holder all the same.
///
/// If the payment fails the bonds are minted back into the line, whose authorization is left as it was; there is room,
/// since they just came from there.
pub fn buy_back(
    e: &Env,
    bond: &StellarAssetClient,
    settlement: &TokenClient,
    holder: &Address,
    bonds: i128,
    amount: i128,
) -> bool {
    let Some(authorized) = line(bond, holder) else {
        return false;
    };
    if !matches!(bond.try_clawback(holder, &bonds), Ok(Ok(()))) {
        return false;
    }
    if matches!(settlement.try_transfer(&e.current_contract_address(), holder, &amount), Ok(Ok(()))) {
        return true;
    }
    if !authorized {
        bond.set_authorized(holder, &true);
    }
    bond.mint(holder, &bonds);
    if !authorized {
        bond.set_authorized(holder, &false);
    }
    false
}
