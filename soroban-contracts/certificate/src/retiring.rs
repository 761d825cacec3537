//! A certificate is used once: its units are burnt in somebody's name, numbered, with public totals.

use crate::error::CertificateError;
use crate::events::Retired;
use crate::storage;
use crate::types::{Claim, Kind};
use soroban_sdk::token::TokenClient;
use soroban_sdk::{Address, Env, String};

const MAX_TEXT_BYTES: u32 = 128;

/// Burns units of the holder, who signed, and returns the number of the retirement.
pub fn retire(
    e: &Env,
    holder: Address,
    system: u32,
    kind: Kind,
    units: i128,
    claim: Claim,
) -> Result<u64, CertificateError> {
    let account = storage::account(e, system)?;
    let asset = match kind {
        Kind::Retained => return Err(CertificateError::NoCertificates),
        Kind::Rec => account.rec,
        Kind::Carbon => account.carbon,
    };
    if units <= 0 {
        return Err(CertificateError::BadAmount);
    }
    if [&claim.beneficiary, &claim.purpose, &claim.period].into_iter().any(is_bad) {
        return Err(CertificateError::BadText);
    }
    let number = storage::next_retirement(e)?;
    let mut totals = storage::totals(e, system, kind);
    totals.retired = totals.retired.checked_add(units).ok_or(CertificateError::Overflow)?;
    storage::set_totals(e, system, kind, &totals);
    TokenClient::new(e, &asset).burn(&holder, &units);
    let (retired, minted) = (totals.retired, totals.minted);
    Retired { number, system, kind, holder, units, claim, retired, minted }.publish(e);
    Ok(number)
}

fn is_bad(text: &String) -> bool {
    text.is_empty() || text.len() > MAX_TEXT_BYTES
}
