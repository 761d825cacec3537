//! Donors: a fixed tree of units, and cumulative claims of what was certified for all of them.

use crate::counting;
use crate::error::CertificateError;
use crate::events::DonorClaimed;
use crate::minting::{asset, deliver};
use crate::storage;
use crate::types::{DonorLeaf, Kind, Pot};
use heliobond_common::merkle;
use soroban_sdk::{xdr::ToXdr, Address, Bytes, BytesN, Env, Vec};

/// Where the address begins in the XDR of an address value: after the type of the value.
const SC_ADDRESS: u32 = 4;

/// Where the id begins in the XDR of a contract's address value: after the types of the value and of the address.
const CONTRACT_ID: u32 = 8;

/// Mints what donors have coming; a leaf whose holder cannot take it gets 0 now and keeps it.
pub fn claim(
    e: &Env,
    system: u32,
    kind: Kind,
    root: BytesN<32>,
    leaves: Vec<DonorLeaf>,
) -> Result<Vec<i128>, CertificateError> {
    let asset = asset(e, &storage::account(e, system)?, kind)?;
    let mut pot = storage::pot(e, system, kind, &root).ok_or(CertificateError::NoDonors)?;
    let mut paid = Vec::new(e);
    for DonorLeaf { holder, index, units, proof } in leaves.iter() {
        let bytes = leaf_bytes(e, system, index, &holder, units);
        if units <= 0 || !merkle::verify(e, &root, &bytes, index, pot.count, &proof) {
            return Err(CertificateError::BadProof);
        }
        let got = storage::got(e, system, kind, &root, index);
        let due = claimable(&pot, units, got)?;
        let is_paid = due > 0 && deliver(e, system, kind, &asset, &holder, due)?;
        if is_paid {
            let now_got = got.checked_add(due).ok_or(CertificateError::Overflow)?;
            storage::set_got(e, system, kind, &root, index, now_got);
            pot.claimed = pot.claimed.checked_add(due).ok_or(CertificateError::Overflow)?;
            DonorClaimed { system, kind, holder, root: root.clone(), index, units: due }.publish(e);
        }
        paid.push_back(if is_paid { due } else { 0 });
    }
    storage::set_pot(e, system, kind, &root, &pot);
    Ok(paid)
}

/// What a leaf may claim; never more than is left, should the leaves' units exceed what was announced of them.
fn claimable(pot: &Pot, units: i128, got: i128) -> Result<i128, CertificateError> {
    let due = counting::claimable(units.min(pot.units), pot.certified, pot.units, got);
    Ok(due.ok_or(CertificateError::Overflow)?.min(pot.certified - pot.claimed))
}

/// SHA-256 of the network's passphrase (32), this contract's id (32), system u32, leaf index u32, holder as XDR
/// `ScAddress`, units i128 big-endian (16): a leaf counts on one network, in one contract, for one system.
fn leaf_bytes(e: &Env, system: u32, index: u32, holder: &Address, units: i128) -> Bytes {
    let mut bytes = Bytes::from(e.ledger().network_id());
    bytes.append(&e.current_contract_address().to_xdr(e).slice(CONTRACT_ID..));
    bytes.extend_from_array(&system.to_be_bytes());
    bytes.extend_from_array(&index.to_be_bytes());
    bytes.append(&holder.to_xdr(e).slice(SC_ADDRESS..));
    bytes.extend_from_array(&units.to_be_bytes());
    bytes
}
