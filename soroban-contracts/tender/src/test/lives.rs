//! Whole lives of tenders by chance: whatever is called, in whatever order, the laws hold.

extern crate std;

use super::fixture::{hash, World, BOND, CEILING, DAY, REQUIRED_WH, UNIT};
use crate::types::{Pricing, Stage};
use heliobond_common::testing::{Chance, Lives};
use soroban_sdk::{vec, Address, Vec};
use std::cell::RefCell;
use std::println;

const HOUR: u64 = 60 * 60;
const LIVES: u32 = 18;
const STEPS: usize = 200;
const SEED: u64 = 0x5eed_0003;

/// A call with arguments of chance; many are refused, and time passes.
fn act(world: &World, next: &mut impl FnMut(i128) -> i128, bidders: &[Address], hours: u64) {
    let tender = &world.tender;
    let number = tender.tenders();
    let mut below = |bound: u8| u8::try_from(next(bound.into())).unwrap();
    let milestone = u32::from(below(4));
    let who = &bidders[usize::from(below(3))];
    let (evidence, any) = (hash(&world.e, below(2)), hash(&world.e, 9));
    let contracted = !matches!(world.stage(), Stage::Open | Stage::Awarded);
    let done = match if contracted { 5 + below(13) } else { below(7) } {
        0 => tender.try_approve(&number, who).is_ok(),
        1 => tender.try_award(&number).is_ok(),
        2 => tender.try_accept(&number).is_ok(),
        3 => tender.try_lapse_award(&number).is_ok(),
        4 => tender.try_expire(&number).is_ok(),
        5 => tender.try_settle_bond(&number, who).is_ok(),
        6..=8 => tender.try_submit_evidence(&number, &milestone, &evidence).is_ok(),
        9 | 10 => tender.try_certify(&number, &milestone, &evidence).is_ok(),
        11 => tender.try_reject(&number, &milestone, &evidence, &any).is_ok(),
        12 | 13 => tender.try_release(&number, &milestone).is_ok(),
        14 => tender.try_dispute(&number, &world.governance.admin, &milestone, &any).is_ok(),
        15 => tender.try_decide(&number, &milestone, &(u32::from(below(11)) * 1_000)).is_ok(),
        16 => tender.try_lapse_dispute(&number, &milestone).is_ok(),
        _ => tender.try_terminate(&number, &any).is_ok(),
    };
    if done {
        world.assert_whole();
    } else {
        world.pass(u64::from(below(3)) * hours * HOUR);
    }
}

/// Bids of three, of which some are not revealed.
fn bids(world: &World, next: &mut impl FnMut(i128) -> i128) -> [Address; 3] {
    let units: [i128; 3] = core::array::from_fn(|_| 1 + next(CEILING / UNIT));
    let bidders = [0, 1, 2].map(|at| world.bid(at, units[usize::from(at)]));
    world.at(world.current().commit_by);
    let scores: Vec<u32> = vec![&world.e, 0, 0, 0];
    world.tender.score(&world.tender.tenders(), &scores);
    for (at, bidder) in (0..).zip(&bidders) {
        if next(4) > 0 {
            world.reveal(at, bidder, units[usize::from(at)]);
        }
    }
    world.at(world.current().reveal_by);
    bidders
}

/// What is left to do when the contractor builds, or nobody does anything any more.
fn finish(world: &World, bidders: &[Address], builds: bool) {
    for _ in 0..2 {
        for milestone in 0..if builds { 3 } else { 0 } {
            let evidence = hash(&world.e, 7);
            let _ = world.tender.try_submit_evidence(&1, &milestone, &evidence);
            let _ = world.tender.try_certify(&1, &milestone, &evidence);
        }
        world.pass(730 * DAY);
        let _ = world.tender.try_lapse_award(&1);
        for milestone in 0..4 {
            let _ = world.tender.try_lapse_dispute(&1, &milestone);
            let _ = world.tender.try_release(&1, &milestone);
        }
        if !builds {
            let _ = world.tender.try_terminate(&1, &hash(&world.e, 9));
        }
    }
    let _ = world.tender.try_expire(&1);
    for bidder in bidders {
        let _ = world.tender.try_settle_bond(&1, bidder);
    }
    world.assert_whole();
}

#[test]
fn money_is_conserved_in_every_life() {
    let budget = Lives::of(LIVES, STEPS, SEED);
    let ends = RefCell::new([0; 3]);
    budget.live("lives of tenders", |mut chance, steps| {
        let pricing = [Pricing::FirstPrice, Pricing::Vickrey][chance.pick(2)];
        let world = World::open_with(|terms| terms.pricing = pricing);
        let bidders = bids(&world, &mut numbers(chance));
        // Some tenders nobody awards in time, some contractors are slow, some build.
        let pace = chance.pick(3);
        let (hours, builds) = ([24, 1, 4][pace], pace == 1);
        for (step, word) in steps.iter().enumerate() {
            act(&world, &mut numbers(Chance::of(*word)), &bidders, hours);
            if step == 60 && builds && world.stage() == Stage::Works {
                world.measure(world.now(), 500);
                world.tender.start_commissioning(&1);
                world.measure(world.now() + DAY, 500 + REQUIRED_WH);
                world.tender.commission(&1);
            }
        }
        finish(&world, &bidders, builds);
        let tender = world.tender.tender(&1);
        let paid = 400_000 * UNIT - world.town.construction();
        assert!(paid + world.tender.committed() <= tender.price.max(0), "never above the price");
        match tender.stage {
            Stage::Done => ends.borrow_mut()[0] += 1,
            Stage::Cancelled => ends.borrow_mut()[1] += 1,
            Stage::Terminated => ends.borrow_mut()[2] += 1,
            _ => (),
        }
        let everywhere: i128 = bidders.iter().map(|bidder| world.usd.balance(bidder)).sum::<i128>()
            + world.usd.balance(&world.forfeits_to)
            + world.usd.balance(&world.tender.address)
            + world.usd.balance(&world.town.address);
        assert_eq!(everywhere, 400_000 * UNIT + 3 * BOND);
    });
    let [done, cancelled, terminated] = ends.into_inner();
    println!("{done} done, {cancelled} cancelled, {terminated} terminated");
    if budget.lives >= LIVES && budget.steps >= STEPS {
        assert!(done > 0 && cancelled > 0 && terminated > 0, "every end is reached");
    }
}

/// Numbers from 0 to below a bound.
fn numbers(mut chance: Chance) -> impl FnMut(i128) -> i128 {
    move |bound| i128::from(chance.word()) % bound
}
