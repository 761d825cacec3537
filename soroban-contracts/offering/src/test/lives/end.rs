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
        if self.model.phase == Phase::Building {
            self.open();
        }
        while matches!(self.model.phase, Phase::Live) {
            self.propose();
            self.to(self.model.now + 31 * DAY);
            self.pay();
            let bill = 300_000 * UNIT;
            self.world.earn(0, bill);
            self.usd_made += bill;
            self.model.parties[0].billed += bill;
            // The payer's bill was the newest: what was open before is paid first.
            self.model.pay(Some(0), bill);
            (0..4).for_each(|_| self.fund());
            if self.model.mature() {
                self.world.offering.mature();
            }
            self.compare();
        }
        let everybody: StdVec<usize> = (0..self.holders.len()).collect();
        if self.model.phase == Phase::Matured {
            self.redeem(&everybody);
        }
        assert_eq!(self.world.offering.state(), State::Closed);
        for at in 0..self.trees.len() {
            let number = u32::try_from(at + 1).unwrap();
            self.world.offering.pay_claims(&number, &self.trees[at].leaves(&self.world.e));
            (0..self.model.coupons[at].lines.len()).for_each(|leaf| {
                self.model.claim(at + 1, leaf);
            });
            assert!(self.model.coupons[at].lines.iter().all(|(_, amount, paid)| amount == paid));
        }
        self.compare();
        assert_eq!(self.model.pots.unclaimed, 0, "every coupon is paid to the last stroop");
    }
}
