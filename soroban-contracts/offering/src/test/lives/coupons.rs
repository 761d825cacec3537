//! Coupons in a life.

extern crate std;

use super::Life;
use crate::test::fixture::DAY;
use crate::test::model::CouponState;
use crate::types::{Kind, Leaf};
use soroban_sdk::Vec;
use std::vec::Vec as StdVec;

impl Life {
    pub fn propose(&mut self) {
        let number = self.model.coupons.len() + 1;
        let Some(period) = self.model.period(number - 1) else {
            return;
        };
        if !self.model.is_open() || (self.model.call_date > 0 && period.start >= self.model.call_date) {
            return;
        }
        if self.model.now <= period.record {
            // On to the record time, so that coupons do come up.
            let later = period.record + 1 + self.chance.word() % (20 * DAY);
            self.to(later);
        }
        if let Some(before) = self.model.coupons.last() {
            self.to(self.model.now.max(before.final_at));
        }
        let most = self.model.besides();
        let besides = if self.chance.one_in(2) { most } else { self.chance.amount(most).min(most) };
        let interest = self.model.coupon_of(self.model.outstanding - self.model.passed, number);
        let whole = interest + besides;
        let in_parts = self.model.passed + besides > 0 || self.model.terms.kind == Kind::Equity;
        let without = if self.chance.one_in(4) { self.chance.pick(self.holders.len()) } else { usize::MAX };
        let mut lines = StdVec::new();
        let mut unattributed = self.model.outstanding;
        for (at, holder) in self.model.holders.iter().enumerate() {
            let amount = if in_parts {
                holder.bonds * whole / self.model.outstanding
            } else {
                self.model.coupon_of(holder.bonds, number)
            };
            // Who would get less than a stroop is no leaf; so many would leave more than a proposal may.
            if at != without && amount > 0 {
                unattributed -= holder.bonds;
                lines.push((at, amount, 0));
            }
        }
        let named: StdVec<_> = lines.iter().map(|line| (self.holders[line.0].clone(), line.1)).collect();
        let number_u32 = u32::try_from(number).unwrap();
        if self.chance.one_in(3) {
            // A first proposal that the trustee rejects.
            self.world.propose_with(number_u32, &named, unattributed, besides);
            self.world.offering.void_coupon(&number_u32);
        }
        let tree = self.world.propose_with(number_u32, &named, unattributed, besides);
        self.world.attest(number_u32, &tree);
        let total = tree.total();
        let final_at = self.model.now + self.model.terms.challenge_delay;
        self.model.promised += besides;
        self.model.passed += if self.model.is_bond() { besides } else { 0 };
        self.model.coupons.push(CouponState { total, whole, besides, begun: false, lines, funded: 0, final_at });
        self.trees.push(tree);
    }

    pub fn fund(&mut self) {
        let number = 1 + self.chance.pick(self.model.coupons.len() + 1);
        self.fund_one(number);
    }

    pub fn fund_one(&mut self, number: usize) {
        let result = self.world.offering.try_fund_coupon(&u32::try_from(number).unwrap());
        match self.model.fund(number) {
            Some(amount) => assert_eq!(result, Ok(Ok(amount))),
            None => assert!(result.is_err()),
        }
    }

    pub fn claim(&mut self) {
        if self.trees.is_empty() {
            return;
        }
        let at = self.chance.pick(self.trees.len());
        let number = u32::try_from(at + 1).unwrap();
        let count = self.model.coupons[at].lines.len();
        if count == 0 {
            return;
        }
        let mut picks: StdVec<usize> = (0..=self.chance.pick(6)).map(|_| self.chance.pick(count)).collect();
        if self.chance.one_in(2) {
            // In order, each once: proven together.
            picks.sort_unstable();
            picks.dedup();
        }
        let leaf = |pick: usize| self.trees[at].leaf(&self.world.e, u32::try_from(pick).unwrap());
        if self.chance.one_in(3) {
            let expected = self.model.claim(at + 1, picks[0]);
            let result = self.world.offering.try_claim(&number, &leaf(picks[0]));
            assert_eq!(result.is_ok(), expected > 0);
            assert!(expected == 0 || result == Ok(Ok(expected)));
        } else {
            let mut leaves = Vec::new(&self.world.e);
            picks.iter().for_each(|pick| leaves.push_back(leaf(*pick)));
            let paid: StdVec<i128> = self.world.offering.pay_claims(&number, &leaves).iter().collect();
            let expected: StdVec<i128> = picks.iter().map(|pick| self.model.claim(at + 1, *pick)).collect();
            assert_eq!(paid, expected);
        }
    }

    /// Leaves that are not in the tree, alone and among true ones: too much, another's, another place, another coupon's.
    pub fn forge(&mut self) {
        let Some(at) = self.trees.len().checked_sub(1) else {
            return;
        };
        let count = self.model.coupons[at].lines.len();
        if count == 0 {
            return;
        }
        let number = u32::try_from(at + 1).unwrap();
        let pick = self.chance.pick(count);
        let thief = self.holders[self.chance.pick(self.holders.len())].clone();
        let true_leaf = self.trees[at].leaf(&self.world.e, u32::try_from(pick).unwrap());
        let forged = match self.chance.below(4) {
            0 => Leaf { amount: true_leaf.amount + 1, ..true_leaf.clone() },
            1 if thief != true_leaf.holder => Leaf { holder: thief, ..true_leaf.clone() },
            2 if self.is_leaf_of_before(at) => self.trees[at - 1].leaf(&self.world.e, 0),
            _ => Leaf { index: true_leaf.index + 1, ..true_leaf.clone() },
        };
        assert!(self.world.offering.try_claim(&number, &forged).is_err());
        let batch = Vec::from_array(&self.world.e, [forged.clone(), true_leaf, forged]);
        let paid: StdVec<i128> = self.world.offering.pay_claims(&number, &batch).iter().collect();
        assert_eq!(paid, [0, self.model.claim(at + 1, pick), 0]);
    }

    /// Whether the first leaf of the coupon before says something else than this coupon's own: alone in its tree it has no proof, and where the
    /// holder and the amount are the same, it is the true one.
    fn is_leaf_of_before(&self, at: usize) -> bool {
        let e = &self.world.e;
        at > 0
            && !self.model.coupons[at - 1].lines.is_empty()
            && self.trees[at - 1].leaf(e, 0) != self.trees[at].leaf(e, 0)
    }
}
