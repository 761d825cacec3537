//! Loans between parties: what a payer owes goes back first, and what helps others is recorded.

use crate::events::{Lent, LoansReturned};
use crate::loans::MAX_PARTIES;
use crate::storage::{self, Accounts};
use crate::types::Buckets;
use soroban_sdk::Env;

/// Uses up to `amount` to return what `borrower` owes, oldest first: the lenders get credit, the borrower's `own` rises.
/// Says how much was returned. Changes accounts and buckets in memory, the loans in storage.
///
/// # Events
/// * [`LoansReturned`] - When anything was returned.
pub fn give_back(e: &Env, accounts: &mut Accounts, buckets: &mut Buckets, borrower: u32, amount: i128) -> i128 {
    let account = &mut accounts.as_mut_slice()[borrower as usize];
    if account.owed() == 0 || amount == 0 {
        return 0;
    }
    let mut loans = storage::loans(e, borrower);
    let mut to_lenders = [0; MAX_PARTIES];
    let returned = loans.give_back(amount, &mut to_lenders);
    account.own += returned;
    for (lender, part) in (0..buckets.credits.len()).zip(to_lenders) {
        if part > 0 {
            buckets.add_credit(lender, part);
        }
    }
    let remaining = storage::set_loans(e, borrower, &loans);
    LoansReturned { borrower, amount: returned, remaining }.publish(e);
    returned
}

/// Records what `lender` put into the accounts of others: `lent[j]` into that of party j.
///
/// # Events
/// * [`Lent`] - For each party that was helped.
pub fn record(e: &Env, lender: u32, lent: &[i128]) {
    for (borrower, amount) in (0_u32..).zip(lent.iter().copied()) {
        if amount > 0 {
            let mut loans = storage::loans(e, borrower);
            loans.lend(lender, amount);
            storage::set_loans(e, borrower, &loans);
            Lent { lender, borrower, amount }.publish(e);
        }
    }
}
