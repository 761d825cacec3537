//! The engine's own leaves of donors (`packages/domain/vectors/donor-leaf.json`): what it hashes, the contract takes.

extern crate std;

use super::fixture::{World, MWH, NOW, ONE, SYSTEM};
use crate::{Certificate, CertificateClient, DonorLeaf, Kind};
use heliobond_common::governance::{Governance, MIN_UPGRADE_DELAY};
use heliobond_common::testing::{built, is_built};
use soroban_sdk::testutils::Ledger as _;
use soroban_sdk::xdr::{AccountId, ContractId, Hash, PublicKey, ScAddress, Uint256};
use soroban_sdk::{vec, Address, BytesN, TryFromVal};
use std::vec::Vec;

const VECTORS: &str = include_str!("../../../../packages/domain/vectors/donor-leaf.json");

/// The text between the next `"name":"` and the quote that ends it; what follows stays to be read.
fn next(rest: &mut &str, name: &str) -> std::string::String {
    let from = rest.find(&std::format!("\"{name}\":")).unwrap();
    let value = rest[from..].split_once(':').unwrap().1.trim_start();
    let end = value.find([',', '}']).unwrap();
    *rest = &value[end..];
    value[..end].trim().trim_matches('"').into()
}

fn bytes_32(hex: &str) -> [u8; 32] {
    let bytes: Vec<u8> = (0..32).map(|n| u8::from_str_radix(&hex[2 * n..2 * n + 2], 16).unwrap()).collect();
    bytes.try_into().unwrap()
}

#[test]
fn a_leaf_as_the_engine_hashes_it_is_claimed() {
    let w = World::new();
    let e = &w.e;
    let mut rest = VECTORS;
    e.ledger().set_network_id(bytes_32(&next(&mut rest, "networkId")));
    let id = ScAddress::Contract(ContractId(Hash(bytes_32(&next(&mut rest, "certificateId")))));
    let id = Address::try_from_val(e, &id).unwrap();
    let governance =
        Governance { admin: w.admin.clone(), trustee: w.trustee.clone(), upgrade_delay: MIN_UPGRADE_DELAY };
    let args = (governance, &w.factors, &w.registry.address, &w.meter.address);
    if is_built() {
        e.register_at(&id, built("certificate").as_slice(), args);
    } else {
        e.register_at(&id, Certificate, args);
    }
    let certificate = CertificateClient::new(e, &id);
    let [rec, carbon] = core::array::from_fn(|_| e.register_stellar_asset_contract_v2(id.clone()));
    let assets =
        crate::Assets { rec: super::fixture::asset_xdr(e, &rec), carbon: super::fixture::asset_xdr(e, &carbon) };

    let mut measured = 0;
    for (nth, kind) in ["account", "contract"].into_iter().enumerate() {
        assert_eq!(next(&mut rest, "holderKind"), kind);
        let key = bytes_32(&next(&mut rest, "holderKey"));
        let holder = if kind == "account" {
            ScAddress::Account(AccountId(PublicKey::PublicKeyTypeEd25519(Uint256(key))))
        } else {
            ScAddress::Contract(ContractId(Hash(key)))
        };
        let holder = Address::try_from_val(e, &holder).unwrap();
        assert_eq!(next(&mut rest, "system"), std::format!("{SYSTEM}"));
        assert_eq!(next(&mut rest, "leafIndex"), "0");
        let units: i128 = next(&mut rest, "unitsStroops").parse().unwrap();
        // Alone in its tree, a leaf is the root.
        let root = BytesN::from_array(e, &bytes_32(&next(&mut rest, "leaf")));
        let mut policy = w.policy();
        (policy.owner_bps, policy.donors_bps) = (0, 10_000);
        (policy.donors_root, policy.donors_units, policy.donors_count) = (root.clone(), units, 1);
        if nth == 0 {
            certificate.open(&SYSTEM, &assets, &policy);
        } else {
            certificate.announce_policy(&SYSTEM, &policy);
            certificate.mint_due(&SYSTEM);
        }
        measured += MWH;
        w.meter.attest(&(5 * MWH + measured), &(NOW + measured));
        certificate.mint_due(&SYSTEM);
        let leaves = vec![e, DonorLeaf { holder, index: 0, units, proof: vec![e] }];
        // An account that nobody opened has no line: it is proven all the same.
        let expected = if kind == "account" { 0 } else { ONE };
        assert_eq!(certificate.claim_units(&SYSTEM, &Kind::Rec, &root, &leaves), vec![e, expected]);
    }
}
