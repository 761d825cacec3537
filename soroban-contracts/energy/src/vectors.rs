//! The engine's own vectors: runs of statements whose shares, dues and carries the contract must repeat to the stroop.

extern crate std;
use crate::{
    billing::{self, Billed},
    report, sharing, Reading,
};
use ed25519_dalek::{Signer as _, SigningKey};
use heliobond_common::merkle;
use serde_json::Value;
use soroban_sdk::{
    contract,
    testutils::Ledger as _,
    xdr::{ContractId, Hash, ScAddress},
    Address, Bytes, Env, TryFromVal as _,
};
use std::{
    string::{String, ToString},
    vec,
    vec::Vec,
};

/// A contract to be at the address of the vectors: what is signed depends on nothing else of it.
#[contract]
struct Bare;

fn number<T: core::str::FromStr>(value: &Value) -> T {
    let text: String = value.as_str().map_or_else(|| value.to_string(), String::from);
    text.parse().unwrap_or_else(|_| panic!("no number: {text}"))
}

/// What a case states only where it is not 0.
fn optional(value: &Value) -> i128 {
    if value.is_null() {
        0
    } else {
        number(value)
    }
}

fn numbers<T: core::str::FromStr>(value: &Value) -> Vec<T> {
    value.as_array().unwrap().iter().map(number).collect()
}

fn price(wh: i128, price: i128, carry_milli: i128) -> Billed {
    billing::bill(&[billing::cost_milli(wh, price).unwrap()], carry_milli).unwrap()
}

#[test]
fn shares_dues_and_carries_are_the_engine_s() {
    let vectors: Value = serde_json::from_str(include_str!("../../../packages/domain/vectors/billing.json")).unwrap();
    let mut statements = 0;
    for system in vectors["systems"].as_array().unwrap() {
        let parties: usize = number(&system["parties"]);
        let mut negative_wh = 0;
        let mut export_remainder = 0;
        let mut remainders = vec![0; parties];
        for statement in system["statements"].as_array().unwrap() {
            let generated_wh: i128 = number(&statement["generatedWh"]);
            let exported_wh: i128 = number(&statement["exportedWh"]);
            let exported_wh = exported_wh + optional(&statement["exportedCorrectionWh"]);
            let net_wh = generated_wh + optional(&statement["generatedCorrectionWh"]) - exported_wh;
            let consumed_wh: Vec<u64> = numbers(&statement["consumedWh"]);
            let shares = sharing::share(net_wh, negative_wh, &consumed_wh).unwrap();
            assert_eq!(shares.delivered_wh[..parties], numbers::<u64>(&statement["deliveredWh"]));
            assert_eq!(shares.unattributed_wh, number::<u64>(&statement["unattributedWh"]));
            assert_eq!(shares.negative_wh, number::<u64>(&statement["negativeWh"]));
            negative_wh = shares.negative_wh;

            let retail: i128 = number(&statement["retailStroopsPerKwh"]);
            let priced: Vec<_> = remainders
                .iter()
                .zip(shares.delivered_wh)
                .enumerate()
                .map(|(party, (remainder, wh))| {
                    let lines = [
                        billing::cost_milli(wh.into(), retail).unwrap(),
                        optional(&statement["adjustmentMilli"][party]),
                    ];
                    billing::bill(&lines, *remainder).unwrap()
                })
                .collect();
            remainders = priced.iter().map(|priced| priced.carry_milli).collect();
            assert_eq!(priced.iter().map(|p| p.due).collect::<Vec<_>>(), numbers::<i128>(&statement["dueStroops"]));
            assert_eq!(remainders, numbers::<i128>(&statement["remainderMilli"]));

            let export_price = number(&statement["exportStroopsPerKwh"]);
            let export = price(exported_wh, export_price, export_remainder);
            export_remainder = export.carry_milli;
            assert_eq!(export.due, number::<i128>(&statement["exportDueStroops"]));
            assert_eq!(export_remainder, number::<i128>(&statement["exportRemainderMilli"]));
            statements += 1;
        }
    }
    assert!(statements > 50, "{statements} statements");
}

fn bytes(hex: &Value) -> Vec<u8> {
    let hex = hex.as_str().unwrap();
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn signed_bytes_signatures_and_leaves_of_readings_are_the_engine_s() {
    let vectors: Value =
        serde_json::from_str(include_str!("../../../packages/domain/vectors/reading-bytes.json")).unwrap();
    let e = Env::default();
    e.ledger().set_network_id(bytes(&vectors["networkId"]).try_into().unwrap());
    let id = ContractId(Hash(bytes(&vectors["energyContractId"]).try_into().unwrap()));
    let contract = Address::try_from_val(&e, &ScAddress::Contract(id)).unwrap();
    e.register_at(&contract, Bare, ());
    let key = SigningKey::from_bytes(&bytes(&vectors["privateKey"]).try_into().unwrap());
    let readings = vectors["readings"].as_array().unwrap();
    for case in readings {
        let reading = Reading {
            system: number(&case["system"]),
            meter: number(&case["meter"]),
            epoch: number(&case["epoch"]),
            seq: number(&case["seq"]),
            at: number(&case["at"]),
            generated_wh: number(&case["generatedWh"]),
            consumed_wh: number(&case["consumedWh"]),
            exported_wh: number(&case["exportedWh"]),
        };
        let mut signed = e.as_contract(&contract, || report::signed_bytes(&e, &reading));
        assert_eq!(signed.iter().collect::<Vec<_>>(), bytes(&case["signedBytes"]));
        let signature = key.sign(&bytes(&case["signedBytes"])).to_bytes();
        assert_eq!(signature.to_vec(), bytes(&case["signature"]));
        signed.append(&Bytes::from_array(&e, &signature));
        assert_eq!(merkle::leaf(&e, &signed).to_array().to_vec(), bytes(&case["leaf"]));
    }
    assert!(readings.len() > 5, "{} readings", readings.len());
}
