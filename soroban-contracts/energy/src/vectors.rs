//! The engine's own vectors: runs of statements whose shares, dues and carries the contract must repeat to the stroop.

extern crate std;
use crate::{billing, sharing};
use serde_json::Value;
use std::{
    string::{String, ToString},
    vec,
    vec::Vec,
};

fn number<T: core::str::FromStr>(value: &Value) -> T {
    let text: String = value.as_str().map_or_else(|| value.to_string(), String::from);
    text.parse().unwrap_or_else(|_| panic!("no number: {text}"))
}

fn numbers<T: core::str::FromStr>(value: &Value) -> Vec<T> {
    value.as_array().unwrap().iter().map(number).collect()
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
            let (generated_wh, exported_wh) = (number(&statement["generatedWh"]), number(&statement["exportedWh"]));
            let consumed_wh: Vec<u64> = numbers(&statement["consumedWh"]);
            let shares = sharing::share(generated_wh, exported_wh, negative_wh, &consumed_wh).unwrap();
            assert_eq!(shares.delivered_wh[..parties], numbers::<u64>(&statement["deliveredWh"]));
            assert_eq!(shares.unattributed_wh, number::<u64>(&statement["unattributedWh"]));
            assert_eq!(shares.negative_wh, number::<u64>(&statement["negativeWh"]));
            negative_wh = shares.negative_wh;

            let retail: i128 = number(&statement["retailStroopsPerKwh"]);
            let priced: Vec<_> = remainders
                .iter()
                .zip(shares.delivered_wh)
                .map(|(remainder, wh)| billing::price(wh, retail, *remainder).unwrap())
                .collect();
            remainders = priced.iter().map(|priced| priced.remainder_milli).collect();
            assert_eq!(priced.iter().map(|p| p.due).collect::<Vec<_>>(), numbers::<i128>(&statement["dueStroops"]));
            assert_eq!(remainders, numbers::<u32>(&statement["remainderMilli"]));

            let export_price = number(&statement["exportStroopsPerKwh"]);
            let export = billing::price(exported_wh, export_price, export_remainder).unwrap();
            export_remainder = export.remainder_milli;
            assert_eq!(export.due, number::<i128>(&statement["exportDueStroops"]));
            assert_eq!(export_remainder, number::<u32>(&statement["exportRemainderMilli"]));
            statements += 1;
        }
    }
    assert!(statements > 50, "{statements} statements");
}
