//! How a life ends: nobody is owed anything.

extern crate std;

use super::Life;
use crate::test::fixture::{DAY, UNIT};
use crate::test::model::Phase;
use crate::types::State;
use std::vec::Vec as StdVec;

impl Life {
    /// Lives on until nobody is owed anything. 0: redeemed, 1: refunded, 2: never sold.
    pub fn end(&mut self) -> usize {
        for at in 0..self.holders.len() {
            self.world.usd_admin.set_authorized(&self.holders[at], &true);
            self.model.holders[at].frozen = false;
        }
        if self.model.phase == Phase::Funding {
            self.to(self.model.now.max(self.model.terms.funding_deadline));
            assert!(self.model.close());
            self.world.offering.close_funding();
            self.model.tick();
            self.compare();
        }
        if self.model.minted == 0 {
            assert_eq!(self.world.offering.state(), State::Closed);
            return 2;
        }
        if self.model.minted < self.model.terms.minimum {
            (0..self.holders.len()).for_each(|at| self.refund(at));
            self.compare();
            assert_eq!((self.world.offering.state(), self.model.total()), (State::Closed, 0));
            return 1;
        }
        self.redeem_all();
        0
    }

    pub fn redeem_all(&mut self) {
        if self.model.phase == Phase::Building && self.chance.one_in(2) {
            self.to(self.model.now.max(self.model.terms.long_stop));
            self.unwind();
        }
        if self.model.phase == Phase::Building {
            self.open();
        }
        let mut rounds = 0;
        while matches!(self.model.phase, Phase::Live | Phase::Defaulted) {
            rounds += 1;
            assert!(rounds < 200, "no end of {:?}", self.model.pots);
            self.propose();
            self.to(self.model.now + 31 * DAY);
            self.pay();
            let bill = 300_000 * UNIT;
            self.world.earn(0, bill);
            self.usd_made += bill;
            self.model.parties[0].billed += bill;
            // The payer's bill was the newest: what was open before is paid first.
            self.model.pay(Some(0), bill);
            (0..4).for_each(|_| self.fund_one(self.model.funded_through + 1));
            self.default();
            if self.model.mature() {
                self.world.offering.mature();
            }
            self.compare();
        }
        let everybody: StdVec<usize> = (0..self.holders.len()).collect();
        if matches!(self.model.phase, Phase::Matured | Phase::Unwinding) {
            self.redeem(&everybody);
        }
        // Equity's last coupons are funded after the end.
        (0..4).for_each(|_| self.fund_one(self.model.funded_through + 1));
        let swept = self.model.ended_at + self.model.terms.unclaimed_after < self.model.now;
        for at in 0..self.trees.len() {
            let number = u32::try_from(at + 1).unwrap();
            self.world.offering.pay_claims(&number, &self.trees[at].leaves(&self.world.e));
            (0..self.model.coupons[at].lines.len()).for_each(|leaf| {
                self.model.claim(at + 1, leaf);
            });
            let whole = |(_, amount, paid): &(usize, i128, i128)| amount == paid;
            let owed = swept || self.model.ended_at > 0 && self.model.funded_through <= at;
            assert!(owed || self.model.coupons[at].lines.iter().all(whole));
        }
        self.compare();
        if self.burnt == 0 {
            assert!(swept || self.model.phase == Phase::Closed);
            assert_eq!(self.model.pots.redemption, 0);
        } else {
            // What was burnt is nobody's: its keeper gets it, and the offering is over.
            self.to(self.model.ended_at + self.model.terms.unclaimed_after + 1);
            self.sweep();
        }
        self.compare();
        assert_eq!(self.world.offering.state(), State::Closed);
    }
}
