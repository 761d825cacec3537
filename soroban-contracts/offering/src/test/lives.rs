//! Random lives of a bond against [`Model`].
//!
//! After every step: each bucket is what the model says, the buckets add up to what the escrow holds, no token is made or
//! lost, every holder and party has exactly what the model says. Calls that the model refuses are refused; a call without
//! its signature always is. `HELIOBOND_LIVES` lives are lived (default below) from `HELIOBOND_SEED` on.

extern crate std;

use super::fixture::{total, Wish, World, DAY, UNIT};
use super::model::{CouponState, Model, Phase};
use super::tree::Tree;
use crate::types::{Buckets, State, Terms};
use soroban_sdk::testutils::Address as _;
use soroban_sdk::{Address, Vec};
use std::vec::Vec as StdVec;
use std::{env, format, println, vec};

const LIVES: u64 = 16;
const SEED: u64 = 20_261_123;
const STEPS: usize = 110;

/// xorshift64*: the same lives from the same seed, everywhere.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound).unwrap()).unwrap()
    }

    /// 1 to `most`, small numbers as often as big ones.
    fn amount(&mut self, most: i128) -> i128 {
        let scale = [1_000, 1_000_000, 1_000_000_000, most.max(1)][self.below(4)];
        1 + i128::from(self.next()) % scale.min(most.max(1))
    }

    fn one_in(&mut self, bound: usize) -> bool {
        self.below(bound) == 0
    }
}

const TERMS: [fn(&mut Terms); 4] = [
    |_| (),
    |terms| {
        (terms.denomination, terms.min_ticket, terms.price_bps, terms.rate_bps) = (1, 1, 9_973, 731);
        (terms.attestations, terms.capitalized_interest) = (1, 14_321_7654321);
    },
    |terms| {
        (terms.operations_budget, terms.reserve_requirement, terms.reserve_from_proceeds) = (0, 0, 0);
        (terms.renewal_requirement, terms.capitalized_interest) = (0, 0);
    },
    |terms| {
        (terms.price_bps, terms.rate_bps, terms.reserve_requirement) = (10_111, 333, 90_000 * UNIT);
        terms.call_notice = 200 * DAY;
    },
];

struct Life {
    world: World,
    model: Model,
    chance: Chance,
    holders: StdVec<Address>,
    trees: StdVec<Tree>,
    usd_made: i128,
    payer: Address,
}

fn env_number(name: &str, default: u64) -> u64 {
    env::var(name).ok().map_or(default, |text| text.parse().unwrap())
}

#[test]
fn every_life_keeps_every_stroop() {
    let (lives, seed) = (env_number("HELIOBOND_LIVES", LIVES), env_number("HELIOBOND_SEED", SEED));
    let mut ended = [0; 3];
    for at in 0..lives {
        let seed = seed + at;
        println!("life {seed}");
        let mut life = Life::begin(seed);
        for _ in 0..STEPS {
            life.step();
        }
        ended[life.end()] += 1;
    }
    println!("{lives} lives from seed {seed}: {} redeemed, {} refunded, {} never sold", ended[0], ended[1], ended[2]);
}

impl Life {
    fn begin(seed: u64) -> Self {
        let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let portions: StdVec<u32> = match chance.below(4) {
            0 => vec![10_000],
            1 => vec![5_000, 3_000, 2_000],
            2 => vec![3_333, 3_333, 3_334],
            _ => vec![1, 4_999, 2_500, 1_250, 1_250],
        };
        let terms = TERMS[chance.below(TERMS.len())];
        let world = World::funding_with(Wish { portions: portions.clone(), terms, ..Wish::default() });
        let mut holders = StdVec::from(world.holders());
        holders.push(world.wallet(4));
        for holder in &holders {
            world.offering.set_allowed(holder, &true);
            world.usd_admin.trust(holder);
            if !matches!(chance.below(3), 0) {
                world.bond.trust(holder);
            }
        }
        let schedule = world.offering.schedule().iter().collect();
        let mut model = Model::new(world.offering.terms(), schedule, &portions, holders.len());
        model.now = world.e.ledger().timestamp();
        let payer = Address::generate(&world.e);
        let mut life = Self { world, model, chance, holders, trees: StdVec::new(), usd_made: 0, payer };
        // Most lives sell enough to begin.
        for at in 0..if life.chance.one_in(4) { 0 } else { life.holders.len() } {
            let bonds = [20_000, 60_000][life.chance.below(2)] * UNIT;
            life.buy(at, bonds);
        }
        life
    }

    fn step(&mut self) {
        match self.chance.below(20) {
            0..=2 => self.pass_time(),
            3..=5 => self.invest(),
            6 => self.close(),
            7 => self.open(),
            8..=9 => self.pay(),
            10 => self.export(),
            11 => self.transfer(),
            12 => self.propose(),
            13 => self.fund(),
            14..=15 => self.claim(),
            16 => self.freeze(),
            17 => self.spend(),
            18 => self.finish(),
            _ => self.try_without_signature(),
        }
        self.compare();
    }

    fn pass_time(&mut self) {
        let days = if self.model.phase == Phase::Funding { 9 } else { 45 };
        let later = self.model.now + self.chance.next() % (days * DAY);
        self.to(later);
    }

    fn to(&mut self, now: u64) {
        self.model.now = now;
        self.world.at(now);
        self.model.tick();
    }

    fn give(&mut self, who: &Address, stroops: i128) {
        self.world.usd_admin.mint(who, &stroops);
        self.usd_made += stroops;
    }

    fn invest(&mut self) {
        let at = self.chance.below(self.holders.len());
        let step = self.model.terms.denomination;
        let mut bonds = self.chance.amount(400_000 * UNIT);
        if !self.chance.one_in(10) {
            bonds += (step - bonds % step) % step;
        }
        self.buy(at, bonds);
    }

    /// Tries to buy `bonds` with just enough money.
    fn buy(&mut self, at: usize, bonds: i128) {
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

    fn close(&mut self) {
        // Seldom: most lives are to sell something first.
        if self.model.now < self.model.terms.funding_deadline && !self.chance.one_in(3) {
            return;
        }
        let expected = self.model.close();
        assert_eq!(self.world.offering.try_close_funding().is_ok(), expected);
        self.model.tick();
    }

    fn open(&mut self) {
        let everybody = Vec::from_slice(&self.world.e, &self.holders);
        match self.model.phase {
            Phase::Building => {
                self.world.offering.release(&everybody);
                self.world.offering.go_live();
                self.model.phase = Phase::Live;
            }
            Phase::Refunding => {
                let at = self.chance.below(self.holders.len());
                self.refund(at);
            }
            _ => assert!(self.world.offering.try_go_live().is_err()),
        }
    }

    fn refund(&mut self, at: usize) {
        let result = self.world.offering.try_refund(&self.holders[at]);
        let who = &mut self.model.holders[at];
        if who.bonds == 0 || who.frozen {
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

    fn pays(&self) -> bool {
        self.model.sold
    }

    fn pay(&mut self) {
        let party = self.chance.below(self.model.parties.len());
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

    fn export(&mut self) {
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

    fn transfer(&mut self) {
        let (from, to) = (self.chance.below(self.holders.len()), self.chance.below(self.holders.len()));
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

    fn propose(&mut self) {
        let number = self.model.coupons.len() + 1;
        if !matches!(self.model.phase, Phase::Building | Phase::Live) || number > self.model.periods.len() {
            return;
        }
        let period = self.model.periods[number - 1];
        if self.model.call_date > 0 && period.start >= self.model.call_date {
            return;
        }
        if self.model.now <= period.record {
            // On to the record time, so that coupons do come up.
            let later = period.record + 1 + self.chance.next() % (20 * DAY);
            self.to(later);
        }
        let without = if self.chance.one_in(4) { self.chance.below(self.holders.len()) } else { usize::MAX };
        let mut lines = StdVec::new();
        let mut unattributed = self.model.outstanding;
        for (at, holder) in self.model.holders.iter().enumerate() {
            let amount = self.model.coupon_of(holder.bonds, number);
            if at != without && holder.bonds > 0 {
                unattributed -= holder.bonds;
                if amount > 0 {
                    lines.push((at, amount, 0));
                }
            }
        }
        let named: StdVec<_> = lines.iter().map(|line| (self.holders[line.0].clone(), line.1)).collect();
        let number_u32 = u32::try_from(number).unwrap();
        if self.chance.one_in(3) {
            // A first proposal that the trustee rejects.
            self.world.propose(number_u32, &named, unattributed);
            self.world.offering.void_coupon(&number_u32);
        }
        let tree = self.world.propose(number_u32, &named, unattributed);
        self.world.attest(number_u32, &tree);
        let total = tree.total();
        let final_at = self.model.now + self.model.terms.challenge_delay;
        self.model.coupons.push(CouponState { total, lines, funded: 0, final_at });
        self.trees.push(tree);
    }

    fn fund(&mut self) {
        let number = 1 + self.chance.below(self.model.coupons.len() + 1);
        let result = self.world.offering.try_fund_coupon(&u32::try_from(number).unwrap());
        match self.model.fund(number) {
            Some(amount) => assert_eq!(result, Ok(Ok(amount))),
            None => assert!(result.is_err()),
        }
    }

    fn claim(&mut self) {
        if self.trees.is_empty() {
            return;
        }
        let at = self.chance.below(self.trees.len());
        let number = u32::try_from(at + 1).unwrap();
        let count = self.model.coupons[at].lines.len();
        if count == 0 {
            return;
        }
        let picks: StdVec<usize> = (0..=self.chance.below(6)).map(|_| self.chance.below(count)).collect();
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

    fn freeze(&mut self) {
        let at = self.chance.below(self.holders.len());
        let frozen = self.chance.one_in(2);
        self.world.usd_admin.set_authorized(&self.holders[at], &!frozen);
        self.model.holders[at].frozen = frozen;
    }

    fn spend(&mut self) {
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
        let party = self.chance.below(self.model.parties.len());
        let credit = self.model.parties[party].credit;
        let amount = self.chance.amount(2 * credit + 1);
        let matured = self.model.phase == Phase::Matured || (self.model.phase == Phase::Closed && self.pays());
        let expected = matured && amount <= credit;
        let result = offering.try_withdraw_credit(&u32::try_from(party).unwrap(), &amount);
        assert_eq!(result.is_ok(), expected);
        if expected {
            self.model.parties[party].credit -= amount;
            self.usd_made -= amount;
        }
    }

    fn finish(&mut self) {
        if self.chance.one_in(3) {
            let expected = self.model.call();
            let result = self.world.offering.try_call(&self.world.roles.trustee);
            assert_eq!(result.is_ok(), expected.is_some());
            assert!(expected.is_none_or(|date| result == Ok(Ok(date))));
        } else if self.model.phase == Phase::Matured {
            let picks: StdVec<usize> = (0..3).map(|_| self.chance.below(self.holders.len())).collect();
            self.redeem(&picks);
        } else {
            let expected = self.model.mature();
            assert_eq!(self.world.offering.try_mature().is_ok(), expected);
        }
    }

    fn redeem(&mut self, picks: &[usize]) {
        let mut batch = Vec::new(&self.world.e);
        picks.iter().for_each(|at| batch.push_back(self.holders[*at].clone()));
        let paid: StdVec<i128> = self.world.offering.redeem(&batch).iter().collect();
        let expected: StdVec<i128> = picks.iter().map(|at| self.model.redeem(*at)).collect();
        assert_eq!(paid, expected);
        if self.model.outstanding == 0 {
            self.model.phase = Phase::Closed;
        }
    }

    /// Nothing that needs a signature is done without.
    fn try_without_signature(&mut self) {
        let world = &self.world;
        let (offering, roles) = (&world.offering, &world.roles);
        let someone = &self.holders[self.chance.below(self.holders.len())];
        let root = soroban_sdk::BytesN::from_array(&world.e, &[5; 32]);
        world.e.set_auths(&[]);
        let refused = match self.chance.below(12) {
            0 => offering.try_set_allowed(someone, &true).is_err(),
            1 => offering.try_invest(someone, &(1_000 * UNIT)).is_err(),
            2 => offering.try_disburse(someone, &1).is_err(),
            3 => offering.try_go_live().is_err(),
            4 => offering.try_draw_operations(&1).is_err(),
            5 => offering.try_pay(someone, &0, &1).is_err(),
            6 => offering.try_withdraw_credit(&0, &1).is_err(),
            7 => offering.try_set_collection(&0, someone).is_err(),
            8 => offering.try_propose_coupon(&roles.issuer, &1, &root, &0, &0, &0, &0, &root).is_err(),
            9 => offering.try_attest_coupon(&roles.issuer, &1, &root).is_err(),
            10 => offering.try_void_coupon(&1).is_err(),
            _ => offering.try_call(&roles.trustee).is_err(),
        };
        world.e.mock_all_auths();
        assert!(refused);
    }

    fn compare(&self) {
        let (world, model) = (&self.world, &self.model);
        let buckets = world.offering.buckets();
        assert_eq!(format!("{buckets:?}"), format!("{:?}", self.expected_buckets()));
        assert_eq!(total(&buckets), model.total());
        assert_eq!(world.usd.balance(&world.offering.address), model.total(), "escrow and buckets");

        let mut usd = model.total() + world.usd.balance(&self.payer);
        usd += world.collections.iter().map(|account| world.usd.balance(account)).sum::<i128>();
        let mut bonds = 0;
        for (holder, expected) in self.holders.iter().zip(&model.holders) {
            assert_eq!(world.usd.balance(holder), expected.usd, "stablecoin of a holder");
            let balance = world.bond.try_balance(holder).map_or(0, |balance| balance.unwrap());
            assert_eq!(balance, expected.bonds, "bonds of a holder");
            (usd, bonds) = (usd + expected.usd, bonds + expected.bonds);
        }
        assert_eq!(usd, self.usd_made, "stablecoin made or lost");
        assert_eq!(bonds, world.offering.outstanding(), "bonds made or lost");
        assert_eq!((world.offering.minted(), model.outstanding), (model.minted, bonds));
        self.compare_parties();
        if matches!(model.phase, Phase::Building | Phase::Live) {
            assert_eq!(world.offering.required_coupon(), model.coupon_need());
        }
    }

    fn compare_parties(&self) {
        let registered = self.world.system().parties;
        for (at, expected) in self.model.parties.iter().enumerate() {
            let number = u32::try_from(at).unwrap();
            let party = self.world.offering.party_account(&number);
            let loans: StdVec<_> =
                party.loans.iter().map(|loan| (usize::try_from(loan.lender).unwrap(), loan.amount)).collect();
            assert_eq!(loans, expected.loans);
            let numbers = (party.account, party.filled, party.own, party.credit);
            assert_eq!(numbers, (expected.account, expected.filled, expected.own, expected.credit));
            let whole = matches!(self.model.phase, Phase::Matured | Phase::Closed) && self.pays();
            let owned = if whole { expected.portion } else { self.model.owned(at) };
            assert_eq!(i128::from(registered.get(number).unwrap().owned_bps), owned);
        }
    }

    fn expected_buckets(&self) -> Buckets {
        let pots = &self.model.pots;
        let mut credits = Vec::new(&self.world.e);
        self.model.parties.iter().for_each(|party| credits.push_back(party.credit));
        Buckets {
            construction: pots.construction,
            operations: pots.operations,
            coupon: pots.coupon,
            reserve: pots.reserve,
            renewal: pots.renewal,
            principal: pots.principal,
            redemption: pots.redemption,
            credits,
            coupons_unclaimed: pots.unclaimed,
            export_credit: 0,
            deposits: pots.deposits,
        }
    }

    /// Lives on until nobody is owed anything. 0: redeemed, 1: refunded, 2: never sold.
    fn end(&mut self) -> usize {
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

    fn redeem_all(&mut self) {
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
