//! What one party owes to the others. No `Env`: everything here is a function of its arguments.

use crate::types::Loan;

/// Parties of a system, at most.
pub const MAX_PARTIES: usize = 16;

/// Loans of a borrower kept apart, at most.
pub const MAX_LOANS: usize = 32;

/// The loans of one borrower, oldest first.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Loans {
    items: [Loan; MAX_LOANS],
    len: usize,
}

impl Loans {
    /// A borrower that owes nothing.
    pub const fn none() -> Self {
        Self { items: [Loan { lender: 0, amount: 0 }; MAX_LOANS], len: 0 }
    }

    /// The loans, oldest first.
    pub fn as_slice(&self) -> &[Loan] {
        &self.items[..self.len]
    }

    /// Adds a loan as the newest, as storage kept it. Past [`MAX_LOANS`] it panics: more were never kept.
    pub fn append(&mut self, loan: Loan) {
        self.items[self.len] = loan;
        self.len += 1;
    }

    /// Records a loan: it is added to the newest one when that has the same lender, or else becomes the newest.
    ///
    /// A full list is merged per lender first, in the order of each lender's oldest loan, so that it stays bounded.
    pub fn lend(&mut self, lender: u32, amount: i128) {
        if amount == 0 {
            return;
        }
        if let Some(newest) = self.items[..self.len].last_mut() {
            if newest.lender == lender {
                newest.amount += amount;
                return;
            }
        }
        if self.len == MAX_LOANS {
            self.merge_by_lender();
        }
        self.append(Loan { lender, amount });
    }

    /// Returns up to `amount`, oldest loan first: `to[lender]` grows by what the lender gets. Says how much was returned.
    ///
    /// Law: `returned = min(amount, sum of the loans)`, and what the lenders got adds up to it.
    pub fn give_back(&mut self, amount: i128, to: &mut [i128]) -> i128 {
        let mut rest = amount;
        let mut paid_off = 0;
        for loan in &mut self.items[..self.len] {
            let part = loan.amount.min(rest);
            loan.amount -= part;
            rest -= part;
            to[loan.lender as usize] += part;
            if loan.amount > 0 {
                break;
            }
            paid_off += 1;
        }
        self.items.copy_within(paid_off..self.len, 0);
        self.len -= paid_off;
        amount - rest
    }

    fn merge_by_lender(&mut self) {
        let mut kept = 0;
        for at in 0..self.len {
            let loan = self.items[at];
            match self.items[..kept].iter_mut().find(|earlier| earlier.lender == loan.lender) {
                Some(earlier) => earlier.amount += loan.amount,
                None => {
                    self.items[kept] = loan;
                    kept += 1;
                }
            }
        }
        self.len = kept;
    }
}

#[cfg(test)]
mod test {
    use super::*;

    fn total(loans: &Loans) -> i128 {
        loans.as_slice().iter().map(|loan| loan.amount).sum()
    }

    #[test]
    fn merges_only_with_the_newest() {
        let mut loans = Loans::none();
        loans.lend(1, 5);
        loans.lend(1, 5);
        loans.lend(2, 7);
        loans.lend(1, 3);
        loans.lend(3, 0);
        let expected = [Loan { lender: 1, amount: 10 }, Loan { lender: 2, amount: 7 }, Loan { lender: 1, amount: 3 }];
        assert_eq!(loans.as_slice(), expected);
    }

    #[test]
    fn gives_back_the_oldest_first() {
        let mut loans = Loans::none();
        loans.lend(1, 10);
        loans.lend(2, 7);
        let mut to = [0; 3];
        assert_eq!(loans.give_back(12, &mut to), 12);
        assert_eq!(to, [0, 10, 2]);
        assert_eq!(loans.as_slice(), [Loan { lender: 2, amount: 5 }]);
        assert_eq!(loans.give_back(100, &mut to), 5);
        assert_eq!(to, [0, 10, 7]);
        assert_eq!(loans.as_slice(), []);
        assert_eq!(loans.give_back(100, &mut to), 0);
    }

    #[test]
    fn a_full_list_is_merged_per_lender_and_loses_nothing() {
        let mut loans = Loans::none();
        for round in 0..200_u32 {
            loans.lend(15 - round % 15, 1);
            assert!(loans.as_slice().len() <= MAX_LOANS);
            assert_eq!(total(&loans), i128::from(round) + 1);
        }
        // Lender 15 lent first and is still first in line.
        assert_eq!(loans.as_slice()[0].lender, 15);
    }
}
