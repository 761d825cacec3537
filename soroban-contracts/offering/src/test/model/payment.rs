//! Payments, principal accounts and loans.

extern crate std;

use super::{Model, Went};
use crate::types::Kind;
use std::vec;
use std::vec::Vec;

impl Model {
    pub fn by_portion(&self, amount: i128) -> Vec<i128> {
        let mut parts: Vec<i128> = self.parties.iter().map(|party| amount * party.portion / 10_000).collect();
        parts[0] += amount - parts.iter().sum::<i128>();
        parts
    }

    /// By weight, the rest one each by largest remainder, ties to the lower index.
    pub fn by_lack(&self, amount: i128) -> Vec<i128> {
        let weights: Vec<i128> = self.parties.iter().map(|party| party.account - party.filled).collect();
        let sum: i128 = weights.iter().sum();
        if amount == 0 {
            return vec![0; weights.len()];
        }
        let mut parts: Vec<i128> = weights.iter().map(|weight| amount * weight / sum).collect();
        let mut order: Vec<usize> = (0..weights.len()).collect();
        order.sort_by_key(|at| (-(amount * weights[*at] % sum), *at));
        let left = amount - parts.iter().sum::<i128>();
        for at in order.into_iter().take(usize::try_from(left).unwrap()) {
            parts[at] += 1;
        }
        parts
    }

    /// `amount` came in for a party (`None`: for exports).
    pub fn pay(&mut self, payer: Option<usize>, amount: i128) -> Went {
        self.tick();
        let money = amount + payer.map_or(0, |party| self.parties[party].credit);
        let due = payer.map_or(self.export_billed, |party| self.parties[party].billed);
        let applied = money.min(due);
        match payer {
            Some(party) => {
                self.parties[party].billed -= applied;
                self.parties[party].credit = 0;
            }
            None => self.export_billed -= applied,
        }
        let open = self.is_open();
        let after_operations = applied - (self.terms.operations_budget - self.taken).max(0).min(applied);
        let share = after_operations * i128::from(self.terms.share_bps) / 10_000;
        let owed = payer.map_or(0, |party| self.parties[party].loans.iter().map(|loan| loan.1).sum());
        let needs = [
            self.terms.operations_budget - self.taken,
            if self.terms.kind == Kind::Equity { share } else { self.coupon_need() },
            self.terms.reserve_requirement - self.pots.reserve,
            self.terms.renewal_requirement - self.pots.renewal,
            self.left() - self.free_principal() + owed,
        ];
        let mut rest = applied;
        let mut got = [0; 5];
        for step in 0..5 {
            if step == 0 || open {
                got[step] = rest.min(needs[step].max(0));
                rest -= got[step];
            }
        }
        self.taken += got[0];
        self.received += got[1];
        self.pots.operations += got[0];
        self.pots.coupon += got[1];
        self.pots.reserve += got[2];
        self.pots.renewal += got[3];
        let returned = payer.map_or(0, |party| self.return_loans(party, got[4]));
        let kept = got[4] - returned;
        self.pots.principal += kept;
        let surplus = rest + money - applied;
        match payer {
            Some(party) => {
                self.repay(party, kept);
                self.parties[party].credit += surplus;
            }
            None => self.repay_jointly(kept, surplus),
        }
        [got[0], got[1], got[2], got[3], kept, returned, surplus]
    }

    pub fn return_loans(&mut self, borrower: usize, amount: i128) -> i128 {
        let mut rest = amount;
        while rest > 0 && !self.parties[borrower].loans.is_empty() {
            let (lender, owed) = self.parties[borrower].loans[0];
            let part = rest.min(owed);
            rest -= part;
            self.parties[lender].credit += part;
            self.parties[borrower].own += part;
            if part == owed {
                self.parties[borrower].loans.remove(0);
            } else {
                self.parties[borrower].loans[0].1 -= part;
            }
        }
        amount - rest
    }

    pub fn repay(&mut self, party: usize, amount: i128) {
        let own = amount.min(self.parties[party].account - self.parties[party].filled);
        self.parties[party].filled += own;
        self.parties[party].own += own;
        for (borrower, part) in self.by_lack(amount - own).into_iter().enumerate() {
            if part == 0 {
                continue;
            }
            let borrower = &mut self.parties[borrower];
            borrower.filled += part;
            match borrower.loans.last_mut() {
                Some((lender, owed)) if *lender == party => *owed += part,
                _ => borrower.loans.push((party, part)),
            }
        }
    }

    pub fn repay_jointly(&mut self, amount: i128, surplus: i128) {
        let mut rest = amount;
        for (at, part) in self.by_portion(amount).into_iter().enumerate() {
            let party = &mut self.parties[at];
            let put = part.min(party.account - party.filled);
            party.filled += put;
            party.own += put;
            rest -= put;
        }
        for (at, part) in self.by_lack(rest).into_iter().enumerate() {
            self.parties[at].filled += part;
            self.parties[at].own += part;
        }
        for (at, part) in self.by_portion(surplus).into_iter().enumerate() {
            self.parties[at].credit += part;
        }
    }
}
