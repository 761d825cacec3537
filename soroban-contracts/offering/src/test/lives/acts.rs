//! What happens in a life: each act is done to contract and model, and both must say the same.

extern crate std;

use super::Life;
use crate::test::fixture::{DAY, UNIT};
use crate::test::model::Phase;
use crate::types::Kind;
use soroban_sdk::testutils::Address as _;
use soroban_sdk::{Address, Vec};
use std::vec::Vec as StdVec;

impl Life {
    pub fn pass_time(&mut self) {
        let days = if self.model.phase == Phase::Funding { 9 } else { 45 };
        let later = self.model.now + self.chance.word() % (days * DAY);
        self.to(later);
    }

    pub fn to(&mut self, now: u64) {
        self.model.now = now;
        self.world.at(now);
        self.model.tick();
    }

    pub fn give(&mut self, who: &Address, stroops: i128) {
        self.world.usd_admin.mint(who, &stroops);
        self.usd_made += stroops;
    }

    pub fn invest(&mut self) {
        let at = self.chance.pick(self.holders.len());
        let step = self.model.terms.denomination;
        let mut bonds = self.chance.amount(400_000 * UNIT);
        if !self.chance.one_in(10) {
            bonds += (step - bonds % step) % step;
        }
        self.buy(at, bonds);
    }

    /// Tries to buy `bonds` with just enough money.
    pub fn buy(&mut self, at: usize, bonds: i128) {
        let holder = self.holders[at].clone();
        if !self.model.holders[at].frozen {
            let cost = self.model.cost(bonds);
            self.give(&holder, cost);
            self.model.holders[at].usd += cost;
        }
        let expected = self.model.can_invest(at, bonds) && self.model.holders[at].usd >= self.model.cost(bonds);
        let expected = expected && !self.model.holders[at].frozen;
        let result = self.world.offering.try_invest(&holder, &bonds);
        assert_eq!(result.is_ok(), expected);
        if expected {
            assert_eq!(result, Ok(Ok(self.model.cost(bonds))));
            self.model.invest(at, bonds);
        }
    }

    pub fn close(&mut self) {
        // Seldom: most lives are to sell something first.
        if self.model.now < self.model.terms.funding_deadline && !self.chance.one_in(3) {
            return;
        }
        let expected = self.model.close();
        assert_eq!(self.world.offering.try_close_funding().is_ok(), expected);
        self.model.tick();
    }

    pub fn open(&mut self) {
        let everybody = Vec::from_slice(&self.world.e, &self.holders);
        match self.model.phase {
            Phase::Building => {
                self.world.offering.release(&everybody);
                self.world.offering.go_live();
                self.model.phase = Phase::Live;
                self.model.owns_all = self.model.terms.kind == Kind::Donation;
            }
            Phase::Refunding => {
                let at = self.chance.pick(self.holders.len());
                self.refund(at);
            }
            _ => assert!(self.world.offering.try_go_live().is_err()),
        }
    }

    pub fn refund(&mut self, at: usize) {
        let result = self.world.offering.try_refund(&self.holders[at]);
        let who = &mut self.model.holders[at];
        if who.bonds == 0 || who.frozen || self.model.phase != Phase::Refunding {
            assert!(result.is_err());
            return;
        }
        assert_eq!(result, Ok(Ok(who.paid_in)));
        self.model.pots.deposits -= who.paid_in;
        who.usd += who.paid_in;
        self.model.outstanding -= who.bonds;
        who.bonds = 0;
        if self.model.outstanding == 0 {
            self.model.phase = Phase::Closed;
        }
    }

    pub fn pays(&self) -> bool {
        self.model.sold
    }

    pub fn pay(&mut self) {
        let party = self.chance.pick(self.model.parties.len());
        let number = u32::try_from(party).unwrap();
        let bill = self.chance.amount(200_000 * UNIT);
        self.model.parties[party].billed += bill;
        self.world.utility.bill(&number, &bill);
        let amount = if self.chance.one_in(3) { self.chance.amount(2 * bill) } else { bill };
        let result = if self.chance.one_in(2) {
            self.give(&self.payer.clone(), amount);
            self.world.offering.try_pay(&self.payer, &number, &amount)
        } else {
            self.give(&self.world.collections[party].clone(), amount);
            self.world.offering.try_collect(&number)
        };
        assert_eq!(result.is_ok(), self.pays());
        let Ok(Ok(receipt)) = result else {
            return;
        };
        // Whatever waited in the account was pulled as well; the model is told what came in.
        let went = self.model.pay(Some(party), receipt.pulled);
        let got = [receipt.operations, receipt.coupon, receipt.reserve, receipt.renewal, receipt.principal];
        assert_eq!(got, went[..5]);
        assert_eq!([receipt.loan_returned, receipt.surplus], went[5..]);
        assert_eq!(receipt.pulled + receipt.credit_used, went.iter().sum::<i128>());
        assert!(receipt.pulled >= amount);
    }

    pub fn export(&mut self) {
        let bill = self.chance.amount(100_000 * UNIT);
        self.model.export_billed += bill;
        self.world.utility.bill_export(&bill);
        let amount = self.chance.amount(2 * bill);
        self.give(&self.payer.clone(), amount);
        let expected = self.pays() && amount <= self.model.export_billed;
        let result = self.world.offering.try_pay_export(&self.payer, &amount);
        assert_eq!(result.is_ok(), expected);
        if let Ok(Ok(receipt)) = result {
            let went = self.model.pay(None, amount);
            assert_eq!((receipt.principal, receipt.surplus), (went[4], went[6]));
        }
    }

    pub fn transfer(&mut self) {
        let (from, to) = (self.chance.pick(self.holders.len()), self.chance.pick(self.holders.len()));
        let most = self.model.holders[from].bonds;
        if from == to || most == 0 {
            return;
        }
        let amount = self.chance.amount(most).min(most);
        let moved = self.world.bond.try_transfer(&self.holders[from], &self.holders[to], &amount).is_ok();
        assert!(!moved || !matches!(self.model.phase, Phase::Funding | Phase::Refunding), "locked bonds moved");
        if moved {
            self.model.holders[from].bonds -= amount;
            self.model.holders[to].bonds += amount;
        }
    }

    pub fn freeze(&mut self) {
        let at = self.chance.pick(self.holders.len());
        let frozen = self.chance.one_in(2);
        self.world.usd_admin.set_authorized(&self.holders[at], &!frozen);
        self.model.holders[at].frozen = frozen;
    }

    pub fn spend(&mut self) {
        let offering = &self.world.offering;
        let builder = Address::generate(&self.world.e);
        let amount = self.chance.amount(50_000 * UNIT);
        if self.chance.one_in(2) {
            let expected = self.pays() && amount <= self.model.pots.construction;
            assert_eq!(offering.try_disburse(&builder, &amount).is_ok(), expected);
            if expected {
                self.model.pots.construction -= amount;
                self.usd_made -= amount;
            }
        } else {
            let expected = amount <= self.model.pots.operations;
            assert_eq!(offering.try_draw_operations(&amount).is_ok(), expected);
            if expected {
                self.model.pots.operations -= amount;
                self.usd_made -= amount;
            }
        }
        let party = self.chance.pick(self.model.parties.len());
        let credit = self.model.parties[party].credit;
        let amount = self.chance.amount(2 * credit + 1);
        let expected = self.pays() && self.model.ended_at > 0 && amount <= credit;
        let result = offering.try_withdraw_credit(&u32::try_from(party).unwrap(), &amount);
        assert_eq!(result.is_ok(), expected);
        if expected {
            self.model.parties[party].credit -= amount;
            self.usd_made -= amount;
        }
    }

    pub fn finish(&mut self) {
        if self.chance.one_in(3) {
            let expected = self.model.call();
            let result = self.world.offering.try_call(&self.world.roles.trustee);
            assert_eq!(result.is_ok(), expected.is_some());
            assert!(expected.is_none_or(|date| result == Ok(Ok(date))));
        } else if matches!(self.model.phase, Phase::Matured | Phase::Unwinding) {
            let picks: StdVec<usize> = (0..3).map(|_| self.chance.pick(self.holders.len())).collect();
            self.redeem(&picks);
        } else {
            let expected = self.model.mature();
            assert_eq!(self.world.offering.try_mature().is_ok(), expected);
        }
    }

    pub fn redeem(&mut self, picks: &[usize]) {
        let mut batch = Vec::new(&self.world.e);
        picks.iter().for_each(|at| batch.push_back(self.holders[*at].clone()));
        let paid: StdVec<i128> = self.world.offering.redeem(&batch).iter().collect();
        let expected: StdVec<i128> = picks.iter().map(|at| self.model.redeem(*at)).collect();
        assert_eq!(paid, expected);
        self.model.close_when_over();
    }

    pub fn default(&mut self) {
        let expected = self.model.default();
        assert_eq!(self.world.offering.try_declare_default().is_ok(), expected);
    }

    pub fn unwind(&mut self) {
        let expected = self.model.unwind();
        assert_eq!(self.world.offering.try_unwind().is_ok(), expected);
    }

    /// Somebody destroys bonds, which the offering learns from nobody.
    pub fn burn(&mut self) {
        let at = self.chance.pick(self.holders.len());
        let most = self.model.holders[at].bonds;
        if most == 0 {
            return;
        }
        let amount = self.chance.amount(most).min(most);
        if self.world.bond.try_burn(&self.holders[at], &amount).is_ok() {
            assert!(!matches!(self.model.phase, Phase::Funding | Phase::Refunding), "locked bonds were burnt");
            self.model.holders[at].bonds -= amount;
            self.burnt += amount;
        }
    }

    pub fn pause(&mut self) {
        let offering = &self.world.offering;
        if self.model.paused {
            offering.unpause(&self.world.roles.issuer);
        } else {
            offering.pause(&self.world.roles.trustee);
        }
        self.model.paused = !self.model.paused;
    }

    pub fn sweep(&mut self) {
        let expected = self.model.sweep();
        let result = self.world.offering.try_sweep_unclaimed();
        assert_eq!(result.is_ok(), expected > 0);
        assert!(expected == 0 || result == Ok(Ok(expected)));
    }

    /// Money that nobody asked for: the contract never learns of it.
    pub fn stray(&mut self) {
        let amount = self.chance.amount(1_000_000 * UNIT);
        self.give(&self.world.offering.address.clone(), amount);
        self.strays += amount;
    }
}
