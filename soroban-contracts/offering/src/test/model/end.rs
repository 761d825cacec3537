//! Coupons, the call, maturity and redemption.

use super::{Model, Phase};

impl Model {
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
