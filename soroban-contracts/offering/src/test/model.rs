//! What the contract should hold, in plain arithmetic written a second time: lists and loops, without regard to cost.

extern crate std;

use crate::types::{Period, Terms};
use std::vec;
use std::vec::Vec;

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Phase {
    Funding,
    Refunding,
    Building,
    Live,
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
        let period = &self.periods[number - 1];
        units * i128::from(self.terms.rate_bps) * i128::from(period.days) / (10_000 * i128::from(period.basis))
    }

    pub fn can_invest(&self, holder: usize, bonds: i128) -> bool {
        self.phase == Phase::Funding
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
        let accounts = self.by_portion(self.outstanding);
        for (party, account) in self.parties.iter_mut().zip(accounts) {
            party.account = account;
        }
    }

    fn by_portion(&self, amount: i128) -> Vec<i128> {
        let mut parts: Vec<i128> = self.parties.iter().map(|party| amount * party.portion / 10_000).collect();
        parts[0] += amount - parts.iter().sum::<i128>();
        parts
    }

    /// By weight, the rest one each by largest remainder, ties to the lower index.
    fn by_lack(&self, amount: i128) -> Vec<i128> {
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

    /// Lets time count what has started.
    pub fn tick(&mut self) {
        if !self.sold {
            return;
        }
        let started = self.periods.iter().filter(|period| period.start <= self.now).count();
        if started != self.started {
            self.started = started;
            self.taken = 0;
        }
        if matches!(self.phase, Phase::Building | Phase::Live) {
            self.count_until(self.now + 1);
        }
    }

    fn count_until(&mut self, before: u64) {
        while self.counted < self.periods.len() {
            let start = self.periods[self.counted].start;
            if start >= before || (self.call_date > 0 && start >= self.call_date) {
                break;
            }
            self.counted += 1;
            self.required += self.coupon_of(self.outstanding, self.counted);
        }
    }

    pub fn coupon_need(&self) -> i128 {
        (self.required - self.received).max(0)
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
        let open = self.phase != Phase::Matured && self.phase != Phase::Closed;
        let owed = payer.map_or(0, |party| self.parties[party].loans.iter().map(|loan| loan.1).sum());
        let needs = [
            self.terms.operations_budget - self.taken,
            self.coupon_need(),
            self.terms.reserve_requirement - self.pots.reserve,
            self.terms.renewal_requirement - self.pots.renewal,
            self.outstanding - self.pots.principal + owed,
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

    fn return_loans(&mut self, borrower: usize, amount: i128) -> i128 {
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

    fn repay(&mut self, party: usize, amount: i128) {
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

    fn repay_jointly(&mut self, amount: i128, surplus: i128) {
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

    /// Funds a coupon; `None` when it is refused.
    pub fn fund(&mut self, number: usize) -> Option<i128> {
        self.tick();
        let coupon = self.coupons.get(number - 1)?.clone();
        if self.now < coupon.final_at || self.now < self.periods[number - 1].pay || number != self.funded_through + 1 {
            return None;
        }
        let missing = coupon.total - coupon.funded;
        if missing > 0 && self.pots.coupon + self.pots.reserve == 0 {
            return None;
        }
        if coupon.funded == 0 {
            self.required -= self.coupon_of(self.outstanding, number) - coupon.total;
        }
        let amount = self.set_aside(missing);
        self.coupons[number - 1].funded += amount;
        if amount == missing {
            self.funded_through = number;
        }
        Some(amount)
    }

    /// Moves what a coupon lacks from the coupon bucket, then from the reserve.
    pub fn set_aside(&mut self, missing: i128) -> i128 {
        let from_bucket = missing.min(self.pots.coupon);
        let drawn = (missing - from_bucket).min(self.pots.reserve);
        self.pots.coupon -= from_bucket;
        self.pots.reserve -= drawn;
        self.received += drawn;
        self.pots.unclaimed += from_bucket + drawn;
        from_bucket + drawn
    }

    /// Pays a leaf; 0 when there is nothing to pay or the holder cannot be paid.
    pub fn claim(&mut self, number: usize, leaf: usize) -> i128 {
        let coupon = &mut self.coupons[number - 1];
        let (holder, amount, paid) = coupon.lines[leaf];
        let entitled = if coupon.total == 0 { 0 } else { amount * coupon.funded / coupon.total };
        let due = entitled - paid;
        if self.holders[holder].frozen {
            return 0;
        }
        coupon.lines[leaf].2 += due;
        self.holders[holder].usd += due;
        self.pots.unclaimed -= due;
        due
    }

    /// The call date; `None` when it is refused.
    pub fn call(&mut self) -> Option<u64> {
        self.tick();
        if self.phase != Phase::Live || self.call_date > 0 {
            return None;
        }
        let date =
            self.periods.iter().map(|period| period.pay).find(|pay| *pay >= self.now + self.terms.call_notice)?;
        let (required, counted) = (self.required, self.counted);
        self.count_until(date);
        let need = self.coupon_need();
        (self.required, self.counted) = (required, counted);
        if self.pots.principal + self.pots.reserve < self.outstanding + need {
            return None;
        }
        self.call_date = date;
        Some(date)
    }

    pub fn mature(&mut self) -> bool {
        self.tick();
        let date = if self.call_date > 0 { self.call_date } else { self.periods[self.periods.len() - 1].pay };
        let due = self.periods.iter().filter(|period| period.pay <= date).count();
        if self.phase != Phase::Live || self.now < date || self.funded_through < due {
            return false;
        }
        self.settle_debt()
    }

    /// Sets par aside and gives the rest back; refused when par is not there.
    pub fn settle_debt(&mut self) -> bool {
        let rest = self.pots.principal + self.pots.reserve - self.outstanding;
        if rest < 0 {
            return false;
        }
        let rest = rest + self.pots.renewal + self.pots.coupon;
        self.pots.redemption = self.outstanding;
        (self.pots.principal, self.pots.reserve, self.pots.renewal, self.pots.coupon) = (0, 0, 0, 0);
        for (party, share) in self.by_portion(rest).into_iter().enumerate() {
            let returned = self.return_loans(party, share);
            self.parties[party].credit += share - returned;
        }
        self.phase = Phase::Matured;
        true
    }

    pub fn redeem(&mut self, holder: usize) -> i128 {
        let who = &mut self.holders[holder];
        if who.frozen {
            return 0;
        }
        let amount = who.bonds;
        who.bonds = 0;
        who.usd += amount;
        self.outstanding -= amount;
        self.pots.redemption -= amount;
        amount
    }

    /// What each party owns, before maturity.
    pub fn owned(&self, party: usize) -> i128 {
        let party = &self.parties[party];
        if party.account == 0 {
            0
        } else {
            party.portion * party.own / party.account
        }
    }
}
