//! What the contract should hold, in plain arithmetic written a second time: lists and loops, without regard to cost.

extern crate std;

mod end;
mod payment;

use crate::types::{Kind, Period, Principal, Terms};
use std::vec;
use std::vec::Vec;

#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Phase {
    Funding,
    Refunding,
    Building,
    Live,
    Defaulted,
    Unwinding,
    Matured,
    Closed,
}

#[derive(Clone, Debug, Default)]
pub struct Party {
    pub portion: i128,
    pub account: i128,
    pub filled: i128,
    pub own: i128,
    pub loans: Vec<(usize, i128)>,
    pub credit: i128,
    pub billed: i128,
}

#[derive(Clone, Debug)]
pub struct CouponState {
    pub total: i128,
    pub whole: i128,
    pub besides: i128,
    /// Funded for the first time.
    pub begun: bool,
    /// (holder, amount, paid)
    pub lines: Vec<(usize, i128, i128)>,
    pub funded: i128,
    pub final_at: u64,
}

#[derive(Clone, Debug, Default)]
pub struct Pots {
    pub construction: i128,
    pub operations: i128,
    pub coupon: i128,
    pub reserve: i128,
    pub renewal: i128,
    pub principal: i128,
    pub redemption: i128,
    pub deposits: i128,
    pub unclaimed: i128,
}

#[derive(Clone, Debug)]
pub struct Holder {
    pub bonds: i128,
    pub usd: i128,
    pub paid_in: i128,
    pub frozen: bool,
}

pub struct Model {
    pub terms: Terms,
    pub periods: Vec<Period>,
    pub phase: Phase,
    /// Funding closed with success.
    pub sold: bool,
    pub now: u64,
    pub holders: Vec<Holder>,
    pub parties: Vec<Party>,
    pub export_billed: i128,
    pub pots: Pots,
    pub minted: i128,
    pub outstanding: i128,
    pub required: i128,
    pub received: i128,
    pub counted: usize,
    pub started: usize,
    pub taken: i128,
    pub coupons: Vec<CouponState>,
    pub funded_through: usize,
    pub call_date: u64,
    /// Principal given to coupons so far, and what of the buckets is for coupons not begun yet.
    pub passed: i128,
    pub promised: i128,
    pub endless: bool,
    /// What each period counted as interest.
    pub interests: Vec<i128>,
    pub pot: i128,
    pub pot_units: i128,
    pub ended_at: u64,
    pub owns_all: bool,
    pub paused: bool,
}

/// Where a payment went: operations, coupon, reserve, renewal, principal, loans returned, surplus.
pub type Went = [i128; 7];

impl Model {
    /// Before the first purchase.
    pub fn new(terms: Terms, periods: Vec<Period>, portions: &[u32], holders: usize) -> Self {
        let holder = Holder { bonds: 0, usd: 0, paid_in: 0, frozen: false };
        Self {
            terms,
            periods,
            phase: Phase::Funding,
            sold: false,
            now: 0,
            holders: vec![holder; holders],
            parties: portions.iter().map(|at| Party { portion: i128::from(*at), ..Party::default() }).collect(),
            export_billed: 0,
            pots: Pots::default(),
            minted: 0,
            outstanding: 0,
            required: 0,
            received: 0,
            counted: 0,
            started: 0,
            taken: 0,
            coupons: Vec::new(),
            funded_through: 0,
            call_date: 0,
            passed: 0,
            promised: 0,
            endless: false,
            interests: Vec::new(),
            pot: 0,
            pot_units: 0,
            ended_at: 0,
            owns_all: false,
            paused: false,
        }
    }

    pub fn total(&self) -> i128 {
        let p = &self.pots;
        let pots = [
            p.construction,
            p.operations,
            p.coupon,
            p.reserve,
            p.renewal,
            p.principal,
            p.redemption,
            p.deposits,
            p.unclaimed,
        ];
        pots.iter().sum::<i128>() + self.parties.iter().map(|party| party.credit).sum::<i128>()
    }

    pub fn cost(&self, bonds: i128) -> i128 {
        let product = bonds * i128::from(self.terms.price_bps);
        (product + 9_999) / 10_000
    }

    pub fn coupon_of(&self, units: i128, number: usize) -> i128 {
        let period = self.period(number - 1).unwrap();
        units * i128::from(self.terms.rate_bps) * i128::from(period.days) / (10_000 * i128::from(period.basis))
    }

    pub fn can_invest(&self, holder: usize, bonds: i128) -> bool {
        self.phase == Phase::Funding
            && !self.paused
            && self.now < self.terms.funding_deadline
            && bonds > 0
            && bonds % self.terms.denomination == 0
            && bonds >= self.terms.min_ticket
            && self.holders[holder].bonds + bonds <= self.terms.max_ticket
            && self.minted + bonds <= self.terms.cap
    }

    pub fn invest(&mut self, holder: usize, bonds: i128) {
        let cost = self.cost(bonds);
        let who = &mut self.holders[holder];
        who.bonds += bonds;
        who.usd -= cost;
        who.paid_in += cost;
        self.minted += bonds;
        self.outstanding += bonds;
        self.pots.deposits += cost;
    }

    pub fn close(&mut self) -> bool {
        let reached = self.minted >= self.terms.minimum;
        if self.phase != Phase::Funding || (self.now < self.terms.funding_deadline && !reached) {
            return false;
        }
        if !reached {
            self.phase = if self.minted == 0 { Phase::Closed } else { Phase::Refunding };
            self.ended_at = self.now;
            return true;
        }
        self.phase = Phase::Building;
        self.sold = true;
        self.pots.construction =
            self.pots.deposits - self.terms.reserve_from_proceeds - self.terms.capitalized_interest;
        self.pots.deposits = 0;
        self.open();
        true
    }

    /// Fills the reserve and the coupon bucket from the proceeds and opens the accounts.
    pub fn open(&mut self) {
        self.pots.reserve = self.terms.reserve_from_proceeds;
        self.pots.coupon = self.terms.capitalized_interest;
        self.received = self.pots.coupon;
        let accounts = self.by_portion(self.left());
        for (party, account) in self.parties.iter_mut().zip(accounts) {
            party.account = account;
        }
    }

    pub fn is_bond(&self) -> bool {
        self.terms.kind == Kind::Bond
    }

    /// Principal that no coupon was given yet.
    pub fn left(&self) -> i128 {
        if self.is_bond() {
            self.outstanding - self.passed
        } else {
            0
        }
    }

    pub fn free_principal(&self) -> i128 {
        if self.is_bond() {
            self.pots.principal - self.promised
        } else {
            self.pots.principal
        }
    }

    /// What the next coupon can pay besides interest.
    pub fn besides(&self) -> i128 {
        let passes = self.endless || self.terms.principal == Principal::PassThrough;
        match self.terms.kind {
            Kind::Equity => (self.pots.coupon - self.promised).max(0),
            Kind::Bond if passes => (self.pots.principal - self.promised).min(self.left()).max(0),
            _ => 0,
        }
    }

    pub fn is_open(&self) -> bool {
        matches!(self.phase, Phase::Building | Phase::Live | Phase::Defaulted)
    }

    /// The period at an index from 0; the last one repeats in default.
    pub fn period(&self, at: usize) -> Option<Period> {
        if at < self.periods.len() {
            return Some(self.periods[at]);
        }
        let last = *self.periods.last()?;
        let shift = u64::try_from(at + 1 - self.periods.len()).unwrap() * (last.pay - last.start);
        self.endless.then_some(Period {
            start: last.start + shift,
            record: last.record + shift,
            pay: last.pay + shift,
            ..last
        })
    }

    /// Lets time count what has started.
    pub fn tick(&mut self) {
        if !self.sold {
            return;
        }
        while self.period(self.started).is_some_and(|period| period.start <= self.now) {
            self.started += 1;
            self.taken = 0;
        }
        if self.is_open() {
            self.count_until(self.now + 1);
        }
    }

    pub fn count_until(&mut self, before: u64) {
        while let Some(period) = self.period(self.counted) {
            if period.start >= before || (self.call_date > 0 && period.start >= self.call_date) {
                break;
            }
            self.counted += 1;
            let interest = self.coupon_of(self.outstanding - self.passed, self.counted);
            self.interests.push(interest);
            self.required += interest;
        }
    }

    pub fn coupon_need(&self) -> i128 {
        (self.required - self.received).max(0)
    }
}
