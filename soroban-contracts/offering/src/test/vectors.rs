//! The engine's own vectors: what it computed, the contract's arithmetic repeats to the stroop.

extern crate std;

use super::fixture::env;
use crate::loans::{Loans, MAX_PARTIES};
use crate::types::{Account, Period};
use crate::waterfall::{self, Needs, Split};
use crate::{coupon, leaf, ownership, principal, reserve};
use serde_json::Value;
use soroban_sdk::testutils::Ledger as _;
use soroban_sdk::xdr::{ReadXdr, ScAddress};
use soroban_sdk::{Address, TryFromVal};
use std::string::{String, ToString};
use std::vec::Vec;

pub fn number<T: core::str::FromStr>(value: &Value) -> T {
    let text: String = value.as_str().map_or_else(|| value.to_string(), String::from);
    text.parse().unwrap_or_else(|_| panic!("no number: {text}"))
}

pub fn numbers<T: core::str::FromStr>(value: &Value) -> Vec<T> {
    list(value).iter().map(number).collect()
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn bytes(value: &Value) -> Vec<u8> {
    let text = value.as_str().unwrap();
    (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap()).collect()
}

fn bytes_32(value: &Value) -> [u8; 32] {
    bytes(value).try_into().unwrap()
}

pub fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn coupons_proposals_and_claims() {
    let vectors = read(include_str!("../../../../packages/domain/vectors/coupon.json"));
    let coupon_of = |case: &Value, units: &str| {
        let (rate_bps, days, basis) = (number(&case["rateBps"]), number(&case["days"]), number(&case["basis"]));
        coupon::coupon(number(&case[units]), rate_bps, days, basis).unwrap()
    };
    for case in list(&vectors["coupons"]) {
        assert_eq!(coupon_of(case, "holding"), number::<i128>(&case["coupon"]), "{case}");
    }
    let mut outcomes = [0; 2];
    for case in list(&vectors["proposals"]) {
        let (outstanding, unattributed): (i128, i128) = (number(&case["outstanding"]), number(&case["unattributed"]));
        let sound = unattributed <= outstanding
            && coupon::is_sound(
                coupon_of(case, "outstanding"),
                number(&case["total"]),
                coupon_of(case, "unattributed"),
                number(&case["leafCount"]),
            );
        assert_eq!(sound, case["outcome"] == "OK", "{case}");
        outcomes[usize::from(sound)] += 1;
    }
    for case in list(&vectors["claims"]) {
        let of = |field: &str| number::<i128>(&case[field]);
        let claimable = coupon::claimable(of("amount"), of("funded"), of("total"), of("paid"));
        assert_eq!(claimable, Ok(of("claimable")), "{case}");
    }
    assert!(outcomes.iter().all(|count| *count > 5), "{outcomes:?}");
}

#[test]
fn coupons_that_pass_principal_through() {
    let vectors = read(include_str!("../../../../packages/domain/vectors/pass-through.json"));
    let mut outcomes = [0; 2];
    for case in list(&vectors["coupons"]) {
        let of = |field: &str| number::<i128>(&case[field]);
        let (rate_bps, days, basis) = (number(&case["rateBps"]), number(&case["days"]), number(&case["basis"]));
        let interest = coupon::coupon(of("outstanding") - of("passed"), rate_bps, days, basis).unwrap();
        let (whole, outstanding) = (interest + of("besides"), of("outstanding"));
        assert_eq!(whole, of("whole"), "{case}");
        // With nothing outstanding there is no coupon to the contract, and no part to the engine.
        let part = |units: i128| if outstanding == 0 { 0 } else { coupon::part(units, whole, outstanding).unwrap() };
        for (units, leaf) in list(&case["units"]).iter().zip(list(&case["leaves"])) {
            assert_eq!(part(number(units)), number::<i128>(leaf), "{case}");
        }
        let (total, unattributed) = (of("total"), of("unattributed"));
        if whole > 0 {
            assert_eq!(coupon::part(total, of("besides"), whole), Ok(of("principalOfTotal")), "{case}");
        }
        let sound = unattributed <= outstanding && {
            coupon::is_sound(whole, total, part(unattributed), number(&case["leafCount"]))
        };
        assert_eq!(sound, case["outcome"] == "OK", "{case}");
        outcomes[usize::from(sound)] += 1;
    }
    assert!(outcomes.iter().all(|count| *count > 5), "{outcomes:?}");
}

#[test]
fn leaves() {
    let vectors = read(include_str!("../../../../packages/domain/vectors/coupon-leaf.json"));
    let e = env();
    e.ledger().set_network_id(bytes_32(&vectors["networkId"]));
    let id = soroban_sdk::xdr::ContractId(soroban_sdk::xdr::Hash(bytes_32(&vectors["offeringId"])));
    let offering = Address::try_from_val(&e, &ScAddress::Contract(id)).unwrap();
    e.register_at(&offering, Bystander, ());
    let cases = list(&vectors["leaves"]);
    for case in cases {
        let holder = ScAddress::from_xdr(bytes(&case["holder"]), soroban_sdk::xdr::Limits::none()).unwrap();
        let holder = Address::try_from_val(&e, &holder).unwrap();
        let (number_of_coupon, index, amount) =
            (number(&case["coupon"]), number(&case["leafIndex"]), number(&case["amountStroops"]));
        let (leaf, hash) = e.as_contract(&offering, || {
            let mut leaf = leaf::LeafBytes::of_coupon(&e, number_of_coupon);
            (leaf.prefixed(&e, index, &holder, amount).to_vec(), leaf.hash(&e, index, &holder, amount))
        });
        assert_eq!(leaf[1..].to_vec(), bytes(&case["bytes"]), "{case}");
        assert_eq!(hash, bytes_32(&case["leaf"]), "{case}");
    }
    assert!(cases.len() > 5);
}

/// Lends its address to the vectors' offering.
#[soroban_sdk::contract]
struct Bystander;

#[soroban_sdk::contractimpl]
impl Bystander {}

#[test]
fn reserves() {
    let vectors = read(include_str!("../../../../packages/domain/vectors/reserve.json"));
    let bonds = list(&vectors["bonds"]);
    for bond in bonds {
        let periods = list(&bond["periods"]).iter().map(|period| {
            let (start, pay) = (number(&period["start"]), number(&period["pay"]));
            Period { start, record: start, pay, days: number(&period["days"]), basis: number(&period["basis"]) }
        });
        let bound = reserve::bound(number(&bond["principal"]), number(&bond["rateBps"]), periods);
        assert_eq!(bound, Ok(number(&bond["bound"])), "{bond}");
    }
    assert!(bonds.len() > 10);
}

#[test]
fn splits() {
    let vectors = read(include_str!("../../../../packages/domain/vectors/waterfall.json"));
    let cases = list(&vectors["splits"]);
    let mut without_instalment = 0;
    for case in cases {
        let (need, got) = (|step: &str| number(&case["needs"][step]), |step: &str| number(&case["allocation"][step]));
        if need("instalment") != 0 {
            // These terms have no instalment.
            continue;
        }
        let needs = Needs {
            operations: need("operations"),
            coupon: need("coupon"),
            reserve: need("reserve"),
            renewal: need("renewal"),
            principal: need("principal"),
        };
        let expected = Split {
            operations: got("operations"),
            coupon: got("coupon"),
            reserve: got("reserve"),
            renewal: got("renewal"),
            principal: got("principal"),
            surplus: got("surplus"),
        };
        assert_eq!(waterfall::split(number(&case["amount"]), &needs), expected, "{case}");
        without_instalment += 1;
    }
    assert!(without_instalment > 10, "{without_instalment} of {}", cases.len());
}

/// The accounts and loans of one offering, as the contract's pure functions change them.
struct Ledger {
    accounts: Vec<Account>,
    loans: Vec<Loans>,
}

impl Ledger {
    fn step(&mut self, step: &Value) -> (i128, Vec<i128>) {
        let amount: i128 = number(&step["amount"]);
        let count = self.accounts.len();
        let mut returned = [0; MAX_PARTIES];
        if step["from"] == "joint" {
            principal::repay_jointly(&mut self.accounts, amount).unwrap();
            return (amount, returned[..count].to_vec());
        }
        let party: usize = number(&step["party"]);
        let given_back = self.loans[party].give_back(amount, &mut returned);
        self.accounts[party].own += given_back;
        let mut lent = std::vec![0; count];
        principal::repay(&mut self.accounts, party, amount - given_back, &mut lent).unwrap();
        for (borrower, part) in lent.iter().enumerate() {
            self.loans[borrower].lend(u32::try_from(party).unwrap(), *part);
        }
        (amount - given_back, returned[..count].to_vec())
    }
}

#[test]
fn principal_accounts_and_loans() {
    let vectors = read(include_str!("../../../../packages/domain/vectors/principal.json"));
    let mut lent = 0;
    for offering in list(&vectors["offerings"]) {
        let portions: Vec<u32> = numbers(&offering["portionsBps"]);
        let accounts = portions.iter().map(|portion_bps| Account { portion_bps: *portion_bps, ..Account::default() });
        let mut ledger = Ledger { accounts: accounts.collect(), loans: std::vec![Loans::none(); portions.len()] };
        principal::open(number(&offering["principal"]), &mut ledger.accounts).unwrap();
        let opened: Vec<i128> = ledger.accounts.iter().map(|account| account.account).collect();
        assert_eq!(opened, numbers::<i128>(&offering["accounts"]));
        for step in list(&offering["steps"]) {
            let (to_principal, returned) = ledger.step(step);
            assert_eq!(to_principal, number::<i128>(&step["toPrincipal"]), "{step}");
            assert_eq!(returned, numbers::<i128>(&step["returned"]), "{step}");
            for ((account, loans), expected) in ledger.accounts.iter().zip(&ledger.loans).zip(list(&step["accounts"])) {
                assert_eq!(account.filled, number::<i128>(&expected["filled"]), "{step}");
                assert_eq!(account.own, number::<i128>(&expected["own"]), "{step}");
                assert_eq!(ownership::owned_bps(account), number::<u32>(&expected["ownedBps"]), "{step}");
                let owed: Vec<(u32, i128)> = loans.as_slice().iter().map(|loan| (loan.lender, loan.amount)).collect();
                assert_eq!(owed, expected_loans(&expected["loans"]), "{step}");
                assert_eq!(account.owed(), owed.iter().map(|loan| loan.1).sum::<i128>());
                lent += owed.len();
            }
        }
    }
    assert!(lent > 20, "{lent} loans seen");
}

pub fn expected_loans<L: core::str::FromStr>(loans: &Value) -> Vec<(L, i128)> {
    list(loans).iter().map(|loan| (number(&loan[0]), number(&loan[1]))).collect()
}
