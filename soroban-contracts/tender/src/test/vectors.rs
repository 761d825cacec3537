//! The commitment against another implementation.

use super::fixture::{env, governance, roles};
use crate::{commitment, Tender};
use soroban_sdk::testutils::{Address as _, Ledger as _};
use soroban_sdk::xdr::{AccountId, ContractId, Hash, PublicKey, ScAddress, Uint256};
use soroban_sdk::{Address, BytesN, TryFromVal};

// Computed with Python's hashlib over the bytes that the doc comment of `commitment::of` lists: network 11.., contract
// 22.., tender 3, bidder the account 44.., amount 2,400,000,000,000, proposal 55.., salt 66...
#[rustfmt::skip]
const COMMITMENT: [u8; 32] = [
    0xb8, 0xe1, 0x23, 0x71, 0x35, 0x6b, 0x15, 0xbb, 0x2d, 0x36, 0xa6, 0x48, 0xaf, 0x93, 0xfd, 0x43,
    0x99, 0x57, 0xa6, 0xb2, 0xbc, 0x0e, 0x1f, 0xc2, 0x7c, 0x91, 0x89, 0x6f, 0x0d, 0xe4, 0x71, 0x55,
];

#[test]
fn the_commitment_is_the_published_one() {
    let e = env();
    e.ledger().set_network_id([0x11; 32]);
    let address = |address| Address::try_from_val(&e, &address).unwrap();
    let contract = address(ScAddress::Contract(ContractId(Hash([0x22; 32]))));
    let bidder = address(ScAddress::Account(AccountId(PublicKey::PublicKeyTypeEd25519(Uint256([0x44; 32])))));
    e.register_at(&contract, Tender, (governance(&e), Address::generate(&e), roles(&e)));
    let (proposal, salt) = (BytesN::from_array(&e, &[0x55; 32]), BytesN::from_array(&e, &[0x66; 32]));
    let computed = e.as_contract(&contract, || commitment::of(&e, 3, &bidder, 2_400_000_000_000, &proposal, &salt));
    assert_eq!(computed.to_array(), COMMITMENT);
}
