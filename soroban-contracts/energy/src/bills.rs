//! A party's open bills, oldest first: adding one, paying them. Decides; stores nothing.

use crate::{
    clock::Clock,
    error::EnergyError,
    types::{OpenBill, PaidBill},
};
use soroban_sdk::{contracttype, Env, Vec};

/// How many entries a party's list has. Beyond, the newest takes the new amount and keeps its number and due time.
pub const MAX_OPEN: u32 = 60;

/// An open bill: number, stroops due, and what the system's clock shows when it is due. Stored as a tuple: one statement rewrites the lists of all parties, and
/// sixteen full lists with names of fields in them would not fit a transaction.
#[contracttype(export = false)]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Rung(u64, i128, u64);

/// A party's open bills. Only the oldest can be paid in part.
#[contracttype(export = false)]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OpenBills {
    /// Oldest first.
    rungs: Vec<Rung>,
    /// Stroops paid of the oldest, below what is due.
    oldest_paid: i128,
}

impl OpenBills {
    pub fn new(e: &Env) -> Self {
        Self { rungs: Vec::new(e), oldest_paid: 0 }
    }

    /// The bills as they are shown, each due when the clock will show its time.
    pub fn list(&self, e: &Env, clock: &Clock) -> Vec<OpenBill> {
        let mut bills = Vec::new(e);
        let mut paid = self.oldest_paid;
        for Rung(number, due, due_clock) in self.rungs.iter() {
            bills.push_back(OpenBill { number, due, paid, due_at: clock.time_of(due_clock) });
            paid = 0;
        }
        bills
    }

    /// What the clock shows when the oldest bill is due.
    pub fn oldest_due(&self) -> Option<u64> {
        self.rungs.first().map(|Rung(_, _, due_clock)| due_clock)
    }

    /// Stroops open of the bills that are due when the clock shows `running`.
    ///
    /// # Errors
    /// * [`EnergyError::Overflow`] - When a sum exceeds `i128`.
    pub fn overdue(&self, running: u64) -> Result<i128, EnergyError> {
        let mut sum: i128 = 0;
        for Rung(_, due, due_clock) in self.rungs.iter() {
            // Bills are due in the order in which they are listed.
            if due_clock > running {
                break;
            }
            sum = sum.checked_add(due).ok_or(EnergyError::Overflow)?;
        }
        Ok(if sum == 0 { 0 } else { sum - self.oldest_paid })
    }

    /// Adds a bill at the end. A bill of 0 is not listed.
    ///
    /// # Errors
    /// * [`EnergyError::Overflow`] - When a sum exceeds `i128`.
    pub fn add(&mut self, number: u64, due: i128, due_clock: u64) -> Result<(), EnergyError> {
        if due == 0 {
            return Ok(());
        }
        match self.rungs.last() {
            Some(mut newest) if self.rungs.len() >= MAX_OPEN => {
                newest.1 = newest.1.checked_add(due).ok_or(EnergyError::Overflow)?;
                self.rungs.set(self.rungs.len() - 1, newest);
            }
            _ => self.rungs.push_back(Rung(number, due, due_clock)),
        }
        Ok(())
    }

    /// Pays bills oldest first, each in full before the next; what was paid of which, and the sum of it.
    ///
    /// Law: what was paid is the lesser of `amount` and all that was open.
    ///
    /// # Errors
    /// * [`EnergyError::Overflow`] - When a sum exceeds `i128`.
    pub fn pay(&mut self, e: &Env, amount: i128) -> Result<(Vec<PaidBill>, i128), EnergyError> {
        let mut left = amount;
        let mut payments = Vec::new(e);
        while left > 0 {
            let Some(Rung(number, due, _)) = self.rungs.first() else {
                break;
            };
            let lacking = due.checked_sub(self.oldest_paid).ok_or(EnergyError::Overflow)?;
            let paid = lacking.min(left);
            left -= paid;
            payments.push_back(PaidBill { number, amount: paid, remaining: lacking - paid });
            if paid < lacking {
                self.oldest_paid = self.oldest_paid.checked_add(paid).ok_or(EnergyError::Overflow)?;
            } else {
                self.oldest_paid = 0;
                self.rungs.pop_front();
            }
        }
        Ok((payments, amount - left))
    }
}

#[cfg(test)]
mod test {
    extern crate std;
    use super::*;
    use soroban_sdk::vec;
    use std::vec::Vec as StdVec;

    fn bills(e: &Env, dues: &[i128]) -> OpenBills {
        let mut bills = OpenBills::new(e);
        for (number, due) in (1..).zip(dues) {
            bills.add(number, *due, number * 100).unwrap();
        }
        bills
    }

    #[test]
    fn the_oldest_bill_is_paid_in_full_before_the_next() {
        let e = Env::default();
        let mut bills = bills(&e, &[10, 20, 30]);
        let (payments, applied) = bills.pay(&e, 25).unwrap();
        assert_eq!(applied, 25);
        let paid: StdVec<_> = payments.iter().map(|p| (p.number, p.amount, p.remaining)).collect();
        assert_eq!(paid, [(1, 10, 0), (2, 15, 5)]);
        let second = OpenBill { number: 2, due: 20, paid: 15, due_at: 200 };
        let third = OpenBill { number: 3, due: 30, paid: 0, due_at: 300 };
        assert_eq!(bills.list(&e, &Clock::new(&e)), vec![&e, second, third]);
        assert_eq!(bills.pay(&e, 2).unwrap().1, 2);
        assert_eq!(bills.list(&e, &Clock::new(&e)).first().unwrap().paid, 17);
        assert_eq!(bills.pay(&e, 100).unwrap().1, 33);
        assert_eq!(bills, OpenBills::new(&e));
    }

    #[test]
    fn overdue_is_what_the_clock_has_passed_less_what_was_paid() {
        let e = Env::default();
        let mut bills = bills(&e, &[10, 20, 30]);
        bills.pay(&e, 4).unwrap();
        assert_eq!([99, 100, 199, 200, 300].map(|at| bills.overdue(at).unwrap()), [0, 6, 6, 26, 56]);
        assert_eq!(bills.oldest_due(), Some(100));
        assert_eq!(OpenBills::new(&e).oldest_due(), None);
    }

    #[test]
    fn no_money_changes_nothing() {
        let e = Env::default();
        let mut paid = bills(&e, &[10]);
        assert_eq!(paid.pay(&e, 0).unwrap(), (vec![&e], 0));
        assert_eq!(paid, bills(&e, &[10]));
    }

    #[test]
    fn a_full_list_grows_in_amount_only() {
        let e = Env::default();
        let mut bills = bills(&e, &[10; 70]);
        let open = bills.list(&e, &Clock::new(&e));
        assert_eq!(open.len(), MAX_OPEN);
        assert_eq!(open.last(), Some(OpenBill { number: 60, due: 110, paid: 0, due_at: 6_000 }));
        assert_eq!(bills.pay(&e, 10_000).unwrap().1, 700);
    }

    #[test]
    fn a_bill_of_nothing_is_not_listed() {
        let e = Env::default();
        assert_eq!(bills(&e, &[0, 0]), OpenBills::new(&e));
    }
}
