//! Random lives of a bond against [`Model`].
//!
//! After every step: each bucket is what the model says, the buckets add up to what the escrow holds, no token is made or
//! lost, every holder and party has exactly what the model says. Calls that the model refuses are refused; a call without
//! its signature always is. `HELIOBOND_LIVES` lives are lived (default below), each of `HELIOBOND_STEPS` steps, from
//! `HELIOBOND_SEED` on. Every kind, every state entered and left.

extern crate std;

mod acts;
mod check;
mod coupons;
mod end;

use super::fixture::{Wish, World, DAY, UNIT};
use super::model::{Model, Phase};
use super::tree::Tree;
use crate::types::{Kind, Principal, Terms};
use soroban_sdk::testutils::Address as _;
use soroban_sdk::Address;
use std::collections::BTreeSet;
use std::vec::Vec as StdVec;
use std::{env, println, vec};

const LIVES: u64 = 92;
const SEED: u64 = 20_261_123;
const STEPS: u64 = 110;

/// xorshift64*: the same lives from the same seed, everywhere.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound).unwrap()).unwrap()
    }

    /// 1 to `most`, small numbers as often as big ones.
    pub fn amount(&mut self, most: i128) -> i128 {
        let scale = [1_000, 1_000_000, 1_000_000_000, most.max(1)][self.below(4)];
        1 + i128::from(self.next()) % scale.min(most.max(1))
    }

    pub fn one_in(&mut self, bound: usize) -> bool {
        self.below(bound) == 0
    }
}

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
    payer: Address,
    keeper: Address,
    burnt: i128,
    seen: BTreeSet<Phase>,
}

fn env_number(name: &str, default: u64) -> u64 {
    env::var(name).ok().map_or(default, |text| text.parse().unwrap())
}

#[test]
fn every_life_keeps_every_stroop() {
    let (lives, seed) = (env_number("HELIOBOND_LIVES", LIVES), env_number("HELIOBOND_SEED", SEED));
    let steps = env_number("HELIOBOND_STEPS", STEPS);
    let (mut ended, mut seen) = ([0; 3], BTreeSet::new());
    for at in 0..lives {
        let seed = seed + at;
        println!("life {seed}");
        let mut life = Life::begin(seed);
        for _ in 0..steps {
            life.step();
        }
        ended[life.end()] += 1;
        seen.append(&mut life.seen);
    }
    println!("{lives} lives from seed {seed}: {} redeemed, {} refunded, {} never sold", ended[0], ended[1], ended[2]);
    if lives >= LIVES && steps >= STEPS {
        assert_eq!(seen.len(), 8, "states that were lived in: {seen:?}");
    }
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
        let terms = TERMS[usize::try_from(seed).unwrap() % TERMS.len()];
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
        let keeper = world.offering.terms().unclaimed_to;
        world.usd_admin.trust(&keeper);
        let (trees, seen) = (StdVec::new(), BTreeSet::new());
        let mut life = Self { world, model, chance, holders, trees, usd_made: 0, payer, keeper, burnt: 0, seen };
        // Most lives sell enough to begin.
        for at in 0..if life.chance.one_in(2) { 0 } else { life.holders.len() } {
            let bonds = [20_000, 60_000][life.chance.below(2)] * UNIT;
            life.buy(at, bonds);
        }
        life
    }

    fn step(&mut self) {
        match self.chance.below(25) {
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
            _ => self.try_without_signature(),
        }
        self.compare();
    }
}
