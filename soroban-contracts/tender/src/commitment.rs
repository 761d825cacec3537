//! What a bidder commits to.

use crate::types::Bid;
use soroban_sdk::{xdr::ToXdr, Address, Bytes, BytesN, Env};

/// Keeps a commitment from being read as anything else that is hashed.
const TAG: &[u8] = b"heliobond tender bid v1";

/// Where the address begins in the XDR of an address value: after the type of the value.
const SC_ADDRESS: u32 = 4;

/// Where the id begins in the XDR of a contract's address value: after the types of the value and of the address.
const CONTRACT_ID: u32 = 8;

/// SHA-256 of the tag (ASCII, 23 bytes), SHA-256 of the network's passphrase (32), this contract's id (32), tender u32,
/// bidder as XDR `ScAddress`, amount i128 (16), the proposal's hash (32), salt (32); integers big-endian.
///
/// So a commitment counts on one network, in one contract, for one tender, one bidder, one price and one proposal: a
/// copied one cannot be opened by the copier, and an opening seen on its way can only be submitted for its bidder.
pub fn of(
    e: &Env,
    tender: u32,
    bidder: &Address,
    amount: i128,
    proposal: &BytesN<32>,
    salt: &BytesN<32>,
) -> BytesN<32> {
    let mut bytes = Bytes::from_slice(e, TAG);
    bytes.append(&Bytes::from(e.ledger().network_id()));
    bytes.append(&e.current_contract_address().to_xdr(e).slice(CONTRACT_ID..));
    bytes.extend_from_array(&tender.to_be_bytes());
    bytes.append(&bidder.to_xdr(e).slice(SC_ADDRESS..));
    bytes.extend_from_array(&amount.to_be_bytes());
    bytes.append(&Bytes::from(proposal.clone()));
    bytes.append(&Bytes::from(salt.clone()));
    e.crypto().sha256(&bytes).to_bytes()
}

/// Whether amount and salt open the bid's commitment.
pub fn opens(e: &Env, tender: u32, bid: &Bid, amount: i128, salt: &BytesN<32>) -> bool {
    of(e, tender, &bid.bidder, amount, &bid.proposal, salt) == bid.commitment
}
