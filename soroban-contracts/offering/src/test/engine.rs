//! The engine's lives of a ledger, lived by [`Model`]: engine and model agree, and [`super::lives`] shows that model and
//! contract do.

extern crate std;

use super::fixture::{env, terms};
use super::model::{Model, Phase, Went};
use super::vectors::{expected_loans, list, number, numbers, read};
use serde_json::Value;
use soroban_sdk::testutils::Address as _;
use soroban_sdk::Address;
use std::vec::Vec;

fn open(life: &Value) -> Model {
    let e = env();
    let mut terms = terms(&e, &Address::generate(&e));
    terms.operations_budget = number(&life["operationsBudgetStroops"]);
    terms.reserve_requirement = number(&life["reserveRequirementStroops"]);
    terms.renewal_requirement = number(&life["renewalRequirementStroops"]);
    terms.reserve_from_proceeds = number(&life["reserveFromProceedsStroops"]);
    terms.capitalized_interest = number(&life["capitalizedInterestStroops"]);
    let portions: Vec<u32> = numbers(&life["portionsBps"]);
    let mut model = Model::new(terms, Vec::new(), &portions, 0);
    model.outstanding = number(&life["outstandingStroops"]);
    // Live without a schedule: the vectors say when a period starts.
    model.phase = Phase::Live;
    model.open();
    let accounts: Vec<i128> = model.parties.iter().map(|party| party.account).collect();
    assert_eq!(accounts, numbers::<i128>(&life["opened"]["accounts"]));
    model
}

fn step(model: &mut Model, step: &Value) {
    let of = |field: &str| number::<i128>(&step[field]);
    match step["do"].as_str().unwrap() {
        "start_period" => {
            model.taken = 0;
            model.required += of("coupon");
        }
        "collect" => {
            let party: usize = number(&step["party"]);
            model.parties[party].billed = of("applied");
            let went = model.pay(Some(party), of("pulled"));
            assert_receipt(went, &step["receipt"]);
        }
        "export" => {
            model.export_billed = of("amount");
            let went = model.pay(None, of("amount"));
            assert_receipt(went, &step["receipt"]);
        }
        "finalize_coupon" => model.required -= of("whole") - of("total"),
        "fund_coupon" => assert_eq!(model.set_aside(of("lacking")), of("moved")),
        "mature" => assert_eq!(model.settle_debt(), step["refused"].is_null(), "{step}"),
        other => panic!("no step {other}"),
    }
}

fn assert_receipt(went: Went, receipt: &Value) {
    let fields = ["operations", "coupon", "reserve", "renewal", "principal", "loanReturned", "surplus"];
    assert_eq!(went, fields.map(|field| number::<i128>(&receipt[field])), "{receipt}");
}

fn assert_after(model: &Model, after: &Value) {
    assert_eq!(model.taken, number::<i128>(&after["operationsTaken"]));
    assert_eq!(model.required, number::<i128>(&after["couponRequired"]));
    assert_eq!(model.received, number::<i128>(&after["couponReceived"]));
    let (pots, buckets) = (&model.pots, &after["buckets"]);
    let bucket = |name: &str| number::<i128>(&buckets[name]);
    assert_eq!((pots.operations, pots.coupon), (bucket("operations"), bucket("coupon")));
    assert_eq!((pots.reserve, pots.renewal), (bucket("reserve"), bucket("renewal")));
    assert_eq!((pots.principal, pots.redemption), (bucket("principal"), bucket("redemption")));
    assert_eq!(pots.unclaimed, bucket("couponsUnclaimed"));
    let credits: Vec<i128> = model.parties.iter().map(|party| party.credit).collect();
    assert_eq!(credits, numbers::<i128>(&buckets["credits"]));
    for (at, expected) in list(&after["accounts"]).iter().enumerate() {
        let party = &model.parties[at];
        assert_eq!((party.filled, party.own), (number::<i128>(&expected["filled"]), number::<i128>(&expected["own"])));
        assert_eq!(party.loans, expected_loans(&expected["loans"]));
        let owned = if model.phase == Phase::Matured { party.portion } else { model.owned(at) };
        assert_eq!(owned, number::<i128>(&expected["ownedBps"]));
    }
}

#[test]
fn the_engine_s_lives_are_the_model_s() {
    let vectors = read(include_str!("../../../../packages/domain/vectors/waterfall.json"));
    let mut steps = 0;
    for life in list(&vectors["lives"]) {
        let mut model = open(life);
        for at in list(&life["steps"]) {
            step(&mut model, at);
            if !at["after"].is_null() {
                assert_after(&model, &at["after"]);
            }
            steps += 1;
        }
    }
    assert!(steps > 40, "{steps} steps");
}
