//! Which periods a bond owes interest for.

extern crate std;

use super::fixture::{env, period, terms, UNIT};
use crate::need::advance;
use crate::types::Book;
use soroban_sdk::testutils::Address as _;
use soroban_sdk::{Address, Vec};
use std::cell::RefCell;
use std::vec::Vec as StdVec;

#[test]
fn a_bond_called_for_a_pay_date_owes_every_period_before_it_and_none_from_it_on() {
    let e = env();
    let terms = terms(&e, &Address::generate(&e));
    let schedule = Vec::from_slice(&e, &[period(1), period(2), period(3), period(4)]);
    let mut book = Book { minted: 400_000 * UNIT, call_date: period(2).pay, ..Book::default() };
    let counted = RefCell::new(StdVec::new());
    let count = |number: u32, interest: i128| counted.borrow_mut().push((number, interest));
    advance(&mut book, &terms, &schedule, period(4).start, count).unwrap();
    assert_eq!(counted.into_inner(), [(1, 12_000 * UNIT), (2, 12_000 * UNIT)]);
    assert_eq!((book.accrued, book.required), (2, 24_000 * UNIT));
}
