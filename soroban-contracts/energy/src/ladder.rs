//! A party's open bills, oldest first: adding one, paying them. Decides; stores nothing.

use crate::{
    error::EnergyError,
    types::{OpenBill, PaidBill},
};
use soroban_sdk::{contracttype, Env, Vec};

/// How many entries a party's list has. Beyond, the newest takes the new amount and keeps its number and due time.
pub const MAX_OPEN: u32 = 60;

/// An open bill: number, stroops due, due time. Stored as a tuple: one statement rewrites the lists of all parties, and
/// sixteen full lists with names of fields in them would not fit a transaction.
#[contracttype(export = false)]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Rung(u64, i128, u64);

/// A party's open bills. Only the oldest can be paid in part.
#[contracttype(export = false)]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Ladder {
    /// Oldest first.
    rungs: Vec<Rung>,
    /// Stroops paid of the oldest, below what is due.
    oldest_paid: i128,
}

impl Ladder {
    pub fn new(e: &Env) -> Self {
        Self { rungs: Vec::new(e), oldest_paid: 0 }
    }

    /// The bills as they are shown.
    pub fn open_bills(&self, e: &Env) -> Vec<OpenBill> {
        let mut bills = Vec::new(e);
        let mut paid = self.oldest_paid;
        for Rung(number, due, due_at) in self.rungs.iter() {
            bills.push_back(OpenBill { number, due, paid, due_at });
            paid = 0;
        }
        bills
    }

    /// Adds a bill at the end. A bill of 0 is not listed.
    ///
    /// # Errors
    /// * [`EnergyError::Overflow`] - When a sum exceeds `i128`.
    pub fn add(&mut self, number: u64, due: i128, due_at: u64) -> Result<(), EnergyError> {
        if due == 0 {
            return Ok(());
        }
        match self.rungs.last() {
            Some(mut newest) if self.rungs.len() >= MAX_OPEN => {
                newest.1 = newest.1.checked_add(due).ok_or(EnergyError::Overflow)?;
                self.rungs.set(self.rungs.len() - 1, newest);
            }
            _ => self.rungs.push_back(Rung(number, due, due_at)),
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

    fn ladder(e: &Env, dues: &[i128]) -> Ladder {
        let mut ladder = Ladder::new(e);
        for (number, due) in (1..).zip(dues) {
            ladder.add(number, *due, number * 100).unwrap();
        }
        ladder
    }

    #[test]
    fn the_oldest_bill_is_paid_in_full_before_the_next() {
        let e = Env::default();
        let mut ladder = ladder(&e, &[10, 20, 30]);
        let (payments, applied) = ladder.pay(&e, 25).unwrap();
        assert_eq!(applied, 25);
        let paid: StdVec<_> = payments.iter().map(|p| (p.number, p.amount, p.remaining)).collect();
        assert_eq!(paid, [(1, 10, 0), (2, 15, 5)]);
        let second = OpenBill { number: 2, due: 20, paid: 15, due_at: 200 };
        let third = OpenBill { number: 3, due: 30, paid: 0, due_at: 300 };
        assert_eq!(ladder.open_bills(&e), vec![&e, second, third]);
        assert_eq!(ladder.pay(&e, 2).unwrap().1, 2);
        assert_eq!(ladder.open_bills(&e).first().unwrap().paid, 17);
        assert_eq!(ladder.pay(&e, 100).unwrap().1, 33);
        assert_eq!(ladder, Ladder::new(&e));
    }

    #[test]
    fn no_money_changes_nothing() {
        let e = Env::default();
        let mut paid = ladder(&e, &[10]);
        assert_eq!(paid.pay(&e, 0).unwrap(), (vec![&e], 0));
        assert_eq!(paid, ladder(&e, &[10]));
    }

    #[test]
    fn a_full_list_grows_in_amount_only() {
        let e = Env::default();
        let mut ladder = ladder(&e, &[10; 70]);
        let open = ladder.open_bills(&e);
        assert_eq!(open.len(), MAX_OPEN);
        assert_eq!(open.last(), Some(OpenBill { number: 60, due: 110, paid: 0, due_at: 6_000 }));
        assert_eq!(ladder.pay(&e, 10_000).unwrap().1, 700);
    }

    #[test]
    fn a_bill_of_nothing_is_not_listed() {
        let e = Env::default();
        assert_eq!(ladder(&e, &[0, 0]), Ladder::new(&e));
    }
}
