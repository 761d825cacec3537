//! Random lives of a bond, with hostile actors in them, against [`Model`].
//!
//! After every step: each bucket is what the model says, the buckets add up to what the escrow holds, no token is made or
//! lost, every holder and party has exactly what the model says. Calls that the model refuses are refused; a call without
//! its signature always is; forged leaves, leaves of other coupons and money sent beside the contract change nothing. Every
//! kind, every state entered and left. [`Lives`] says how many; what breaks a law is made small.

extern crate std;

mod acts;
mod check;
mod coupons;
mod end;

use super::fixture::{Wish, World, DAY, UNIT};
use super::model::{Model, Phase};
use super::tree::Tree;
use crate::types::{Kind, Principal, Terms};
use heliobond_common::testing::{Chance, Lives};
use soroban_sdk::testutils::Address as _;
use soroban_sdk::Address;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::vec::Vec as StdVec;
use std::{println, vec};

const LIVES: u32 = 120;
const STEPS: usize = 180;
const SEED: u64 = 20_261_123;

const TERMS: [fn(&mut Terms); 9] = [
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
    |terms| {
        (terms.principal, terms.default_grace) = (Principal::PassThrough, 10 * DAY);
        (terms.price_bps, terms.rate_bps, terms.long_stop) = (9_973, 731, terms.funding_deadline + 40 * DAY);
    },
    |terms| {
        (terms.principal, terms.attestations, terms.rate_bps) = (Principal::PassThrough, 1, 219);
        (terms.reserve_requirement, terms.reserve_from_proceeds, terms.capitalized_interest) = (0, 0, 0);
    },
    |terms| {
        (terms.default_grace, terms.capitalized_interest, terms.rate_bps) = (0, 7, 1_913);
        (terms.reserve_requirement, terms.reserve_from_proceeds) = (1_000 * UNIT, 0);
        terms.long_stop = terms.funding_deadline + 20 * DAY;
    },
    |terms| {
        (terms.kind, terms.rate_bps, terms.share_bps) = (Kind::Equity, 0, 3_701);
        terms.long_stop = terms.funding_deadline + 60 * DAY;
    },
    |terms| (terms.kind, terms.rate_bps, terms.capitalized_interest) = (Kind::Donation, 0, 0),
];

struct Life {
    world: World,
    model: Model,
    chance: Chance,
    holders: StdVec<Address>,
    trees: StdVec<Tree>,
    usd_made: i128,
    /// Sent to the escrow beside all calls.
    strays: i128,
    payer: Address,
    keeper: Address,
    burnt: i128,
    seen: BTreeSet<Phase>,
}

#[test]
fn every_life_keeps_every_stroop() {
    let budget = Lives::of(LIVES, STEPS, SEED);
    let (ended, seen) = (RefCell::new([0; 3]), RefCell::new(BTreeSet::new()));
    budget.live("lives of an offering", |world, steps| {
        let mut life = Life::begin(world);
        for word in steps {
            life.step(Chance::of(*word));
        }
        ended.borrow_mut()[life.end()] += 1;
        seen.borrow_mut().append(&mut life.seen);
    });
    let [redeemed, refunded, never_sold] = ended.into_inner();
    println!("{redeemed} redeemed, {refunded} refunded, {never_sold} never sold");
    if budget.lives >= LIVES && budget.steps >= STEPS {
        assert_eq!(seen.borrow().len(), 8, "states that were lived in: {:?}", seen.borrow());
    }
}

impl Life {
    fn begin(mut chance: Chance) -> Self {
        let portions: StdVec<u32> = match chance.pick(4) {
            0 => vec![10_000],
            1 => vec![5_000, 3_000, 2_000],
            2 => vec![3_333, 3_333, 3_334],
            _ => vec![1, 4_999, 2_500, 1_250, 1_250],
        };
        let terms = TERMS[chance.pick(TERMS.len())];
        let world = World::funding_with(Wish { portions: portions.clone(), terms, ..Wish::default() });
        let mut holders = StdVec::from(world.holders());
        holders.push(world.wallet(4));
        for holder in &holders {
            world.offering.set_allowed(holder, &true);
            world.usd_admin.trust(holder);
            if !chance.one_in(3) {
                world.bond.trust(holder);
            }
        }
        let schedule = world.offering.schedule().iter().collect();
        let mut model = Model::new(world.offering.terms(), schedule, &portions, holders.len());
        model.now = world.e.ledger().timestamp();
        let payer = Address::generate(&world.e);
        let keeper = world.offering.terms().unclaimed_to;
        world.usd_admin.trust(&keeper);
        let (trees, seen) = (StdVec::new(), BTreeSet::new());
        let (usd_made, strays, burnt) = (0, 0, 0);
        let mut life = Self { world, model, chance, holders, trees, usd_made, strays, payer, keeper, burnt, seen };
        // Most lives sell enough to begin.
        for at in 0..if life.chance.one_in(2) { 0 } else { life.holders.len() } {
            let bonds = [20_000, 60_000][life.chance.pick(2)] * UNIT;
            life.buy(at, bonds);
        }
        life
    }

    fn step(&mut self, chance: Chance) {
        self.chance = chance;
        match self.chance.below(27) {
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
            19 => self.default(),
            20 => self.unwind(),
            21 => self.burn(),
            22 => self.pause(),
            23 => self.sweep(),
            24 => self.stray(),
            25 => self.forge(),
            _ => self.try_without_signature(),
        }
        self.compare();
    }
}
