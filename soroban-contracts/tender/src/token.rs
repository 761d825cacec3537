//! Bonds in and out. Each is booked before it moves; a refused transfer undoes the whole call.

use crate::error::TenderError;
use crate::storage;
use soroban_sdk::token::TokenClient;
use soroban_sdk::{Address, Env};

/// Takes a bond from a bidder who signs.
///
/// # Errors
/// * [`TenderError::TransferRefused`] - When the balance, the line or the authorization is missing.
pub fn take_bond(e: &Env, settlement: &Address, from: &Address, amount: i128) -> Result<(), TenderError> {
    storage::move_bonds(e, amount);
    transfer(e, settlement, from, &e.current_contract_address(), amount)
}

/// Pays a bond out.
///
/// # Errors
/// * [`TenderError::TransferRefused`] - When the receiver's line is missing, full or frozen.
pub fn pay_bond(e: &Env, settlement: &Address, to: &Address, amount: i128) -> Result<(), TenderError> {
    storage::move_bonds(e, -amount);
    transfer(e, settlement, &e.current_contract_address(), to, amount)
}

fn transfer(e: &Env, settlement: &Address, from: &Address, to: &Address, amount: i128) -> Result<(), TenderError> {
    match TokenClient::new(e, settlement).try_transfer(from, to, &amount) {
        Ok(Ok(())) => Ok(()),
        _ => Err(TenderError::TransferRefused),
    }
}
