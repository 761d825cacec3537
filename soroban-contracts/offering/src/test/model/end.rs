//! Coupons, the call, default, maturity, works given up, redemption.

use super::{Model, Phase};
use crate::types::Kind;

impl Model {
    /// Funds a coupon; `None` when it is refused.
    pub fn fund(&mut self, number: usize) -> Option<i128> {
        self.tick();
        let coupon = self.coupons.get(number - 1)?.clone();
        let pay = self.period(number - 1)?.pay;
        let over = self.is_bond() && self.ended_at > 0;
        if over || self.now < coupon.final_at || self.now < pay || number != self.funded_through + 1 {
            return None;
        }
        let is_bond = self.is_bond();
        // Principal goes along in one piece, the first time.
        let principal = match (is_bond && !coupon.begun, coupon.whole) {
            (true, whole) if whole > 0 => coupon.total * coupon.besides / whole,
            _ => 0,
        };
        let missing = coupon.total - coupon.funded - principal;
        let reserve = if is_bond { self.pots.reserve } else { 0 };
        if principal == 0 && missing > 0 && self.pots.coupon + reserve == 0 {
            return None;
        }
        if !coupon.begun {
            if is_bond && number <= self.counted {
                self.required -= self.interests[number - 1] - (coupon.total - principal);
            }
            self.promised -= if is_bond { coupon.besides } else { coupon.whole };
            self.pots.principal -= principal;
            self.pots.unclaimed += principal;
            self.coupons[number - 1].begun = true;
        }
        let amount = principal + self.set_aside(missing);
        self.coupons[number - 1].funded += amount;
        if self.coupons[number - 1].funded == coupon.total {
            self.funded_through = number;
        }
        if self.endless && self.now < self.end_date() && self.funded_through >= self.coupons_due(self.now) {
            self.endless = false;
            self.phase = Phase::Live;
        }
        Some(amount)
    }

    /// Moves what a coupon lacks from the coupon bucket, then from the reserve.
    pub fn set_aside(&mut self, missing: i128) -> i128 {
        let from_bucket = missing.min(self.pots.coupon);
        let reserve = if self.is_bond() { self.pots.reserve } else { 0 };
        let drawn = (missing - from_bucket).min(reserve);
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
        // Less is there than is owed once unclaimed money was handed on.
        if self.holders[holder].frozen || due > self.pots.unclaimed {
            return 0;
        }
        coupon.lines[leaf].2 += due;
        self.holders[holder].usd += due;
        self.pots.unclaimed -= due;
        due
    }

    fn end_date(&self) -> u64 {
        if self.call_date > 0 {
            self.call_date
        } else {
            self.periods[self.periods.len() - 1].pay
        }
    }

    /// Coupons whose pay time has come by a date.
    fn coupons_due(&self, date: u64) -> usize {
        (0..).take_while(|at| self.period(*at).is_some_and(|period| period.pay <= date)).count()
    }

    /// The call date; `None` when it is refused.
    pub fn call(&mut self) -> Option<u64> {
        self.tick();
        if self.phase != Phase::Live || self.call_date > 0 || !self.is_bond() {
            return None;
        }
        let date =
            self.periods.iter().map(|period| period.pay).find(|pay| *pay >= self.now + self.terms.call_notice)?;
        let (required, counted, interests) = (self.required, self.counted, self.interests.len());
        self.count_until(date);
        let need = self.coupon_need();
        (self.required, self.counted) = (required, counted);
        self.interests.truncate(interests);
        if self.free_principal() + self.pots.reserve < self.left() + need {
            return None;
        }
        self.call_date = date;
        Some(date)
    }

    /// Declares a default, if there is one.
    pub fn default(&mut self) -> bool {
        self.tick();
        if self.phase != Phase::Live {
            return false;
        }
        let grace = self.terms.default_grace;
        let principal_short =
            self.now > self.end_date() + grace && self.free_principal() + self.pots.reserve < self.left();
        let next = self.funded_through;
        let coupon_short = self.period(next).is_some_and(|period| {
            let missing = match self.coupons.get(next) {
                Some(coupon) if self.now >= coupon.final_at && coupon.begun => coupon.total - coupon.funded,
                Some(coupon) if self.now >= coupon.final_at => {
                    coupon.total - if self.is_bond() { coupon.besides } else { 0 }
                }
                _ => self.coupon_of(self.outstanding - self.passed, next + 1),
            };
            self.now > period.pay + grace && missing > self.pots.coupon + self.pots.reserve
        });
        if principal_short || coupon_short {
            self.call_date = 0;
            self.endless = true;
            self.phase = Phase::Defaulted;
            // Without a call, and in default, more periods have started than before.
            self.tick();
        }
        principal_short || coupon_short
    }

    pub fn mature(&mut self) -> bool {
        self.tick();
        let repaid = self.is_bond() && self.left() == 0;
        let early = repaid || self.phase == Phase::Defaulted;
        let date = if early { self.now } else { self.end_date() };
        let due = if repaid { self.coupons.len() } else { self.coupons_due(date) };
        let late = self.terms.kind != Kind::Donation && self.funded_through < due;
        let promised = self.is_bond() && self.promised > 0;
        let open = matches!(self.phase, Phase::Live | Phase::Defaulted);
        if !open || (self.now < self.end_date() && !repaid) || late || promised {
            return false;
        }
        self.settle_debt()
    }

    /// Sets aside what is the holders' and gives the rest back; refused when par is not there.
    pub fn settle_debt(&mut self) -> bool {
        let rest = self.pots.principal + self.pots.reserve - self.left();
        if rest < 0 {
            return false;
        }
        let kept = self.promised;
        let holders = self.phase == Phase::Defaulted || self.terms.kind == Kind::Equity;
        let accrued = if holders { self.pots.coupon - kept } else { 0 };
        let rest = rest + self.pots.renewal + self.pots.coupon - accrued - kept;
        let pot = self.left() + accrued;
        (self.pots.principal, self.pots.reserve, self.pots.renewal, self.pots.coupon) = (0, 0, 0, kept);
        for (party, share) in self.by_portion(rest).into_iter().enumerate() {
            let returned = self.return_loans(party, share);
            self.parties[party].credit += share - returned;
        }
        self.owns_all = true;
        self.end(pot, Phase::Matured);
        true
    }

    /// Gives the works up; `false` when it is too early or too late for that.
    pub fn unwind(&mut self) -> bool {
        if self.phase != Phase::Building || self.now < self.terms.long_stop {
            return false;
        }
        let pots = &mut self.pots;
        let unspent =
            [pots.construction, pots.operations, pots.coupon, pots.reserve, pots.renewal, pots.principal].iter().sum();
        (pots.construction, pots.operations, pots.coupon) = (0, 0, 0);
        (pots.reserve, pots.renewal, pots.principal) = (0, 0, 0);
        self.promised = 0;
        self.end(unspent, Phase::Unwinding);
        true
    }

    fn end(&mut self, pot: i128, phase: Phase) {
        (self.pot, self.pot_units, self.ended_at) = (pot, self.outstanding, self.now);
        self.pots.redemption = pot;
        self.phase = if pot == 0 { Phase::Closed } else { phase };
    }

    pub fn redeem(&mut self, holder: usize) -> i128 {
        let who = &mut self.holders[holder];
        if who.frozen {
            return 0;
        }
        let (bonds, price) = (who.bonds, who.bonds * self.pot / self.pot_units);
        who.bonds = 0;
        who.usd += price;
        self.outstanding -= bonds;
        self.pots.redemption -= price;
        price
    }

    /// After a batch: what roundings left over is party 0's once nothing is outstanding.
    pub fn close_when_over(&mut self) {
        if self.outstanding == 0 {
            self.parties[0].credit += self.pots.redemption;
            self.pots.redemption = 0;
            self.phase = Phase::Closed;
        }
    }

    /// What goes to the keeper of unclaimed money now; 0 when it is refused.
    pub fn sweep(&mut self) -> i128 {
        let over = matches!(self.phase, Phase::Refunding | Phase::Matured | Phase::Unwinding | Phase::Closed);
        if !over || self.now <= self.ended_at + self.terms.unclaimed_after {
            return 0;
        }
        let swept = self.pots.redemption + self.pots.deposits + self.pots.unclaimed;
        (self.pots.redemption, self.pots.deposits, self.pots.unclaimed) = (0, 0, 0);
        if swept > 0 {
            self.phase = Phase::Closed;
        }
        swept
    }

    /// What each party owns.
    pub fn owned(&self, party: usize) -> i128 {
        let party = &self.parties[party];
        if self.owns_all {
            party.portion
        } else if party.account == 0 {
            0
        } else {
            party.portion * party.own / party.account
        }
    }
}
