//! From prices to a contract, and every bond on its way home.

extern crate std;

use super::fixture::{hash, World, AWARD_BY, BOND, COMMIT_BY, DAY, REVEAL_BY, SCORE_BY, UNIT};
use crate::error::TenderError;
use crate::events::Accepted;
use crate::types::{Pricing, Stage};
use soroban_sdk::testutils::Events as _;
use soroban_sdk::{vec, Address, Event as _};

/// Three bids, revealed: 240,000, 250,000, 260,000.
fn revealed() -> (World, [Address; 3]) {
    let world = World::open();
    let bids = [(1, 240_000), (2, 250_000), (3, 260_000)];
    let bidders = bids.map(|(seed, units)| world.bid(seed, units));
    for ((seed, units), bidder) in bids.iter().zip(&bidders) {
        world.reveal(*seed, bidder, *units);
    }
    (world, bidders)
}

#[test]
fn the_best_bid_alone_is_approved_and_awarded() {
    let (world, [best, second, _]) = revealed();
    world.at(REVEAL_BY);
    assert_eq!(world.tender.try_award(&1), Err(Ok(TenderError::NotApproved)));
    assert_eq!(world.tender.try_approve(&1, &second), Err(Ok(TenderError::NotBest)));
    world.tender.approve(&1, &best);
    assert_eq!(world.tender.award(&1), 240_000 * UNIT);
    assert_eq!(world.tender.try_award(&1), Err(Ok(TenderError::WrongStage)));
    assert_eq!(world.tender.try_cancel(&1, &hash(&world.e, 1)), Err(Ok(TenderError::WrongStage)));
    world.tender.accept(&1);
    let told = world.e.events().all().filter_by_contract(&world.tender.address);
    // What is withheld is no milestone, and announced as none.
    let milestones = vec![&world.e, 79_992 * UNIT, 112_008 * UNIT, 48_000 * UNIT];
    let accepted = Accepted { tender: 1, contractor: best, price: 240_000 * UNIT, milestones };
    assert_eq!(told, [accepted.to_xdr(&world.e, &world.tender.address)]);
    assert_eq!(world.tender.committed(), 240_000 * UNIT);
    let parts = world.tender.milestones(&1).iter().map(|part| part.amount).collect::<std::vec::Vec<_>>();
    assert_eq!(parts, [79_992 * UNIT, 112_008 * UNIT, 48_000 * UNIT, 0]);
    world.assert_whole();
}

#[test]
fn quality_scored_before_the_prices_decides_with_them() {
    let world = World::open();
    let (cheap, good) = (world.bid(1, 240_000), world.bid(2, 250_000));
    world.at(COMMIT_BY);
    world.tender.score(&1, &vec![&world.e, 5_000, 6_000]);
    world.reveal(1, &cheap, 240_000);
    world.reveal(2, &good, 250_000);
    // 300 points of quality against 233 of price.
    assert_eq!(world.tender.best(&1), (good.clone(), 250_000 * UNIT));
    assert_eq!(world.award(&good), 250_000 * UNIT);
}

#[test]
fn a_silent_evaluator_leaves_it_to_the_price() {
    let (world, [best, ..]) = revealed();
    assert_eq!(world.award(&best), 240_000 * UNIT);
}

#[test]
fn losers_get_their_bonds_once_there_is_a_contract_and_the_winner_after_the_works() {
    let (world, [best, second, third]) = revealed();
    world.award(&best);
    assert_eq!(world.tender.try_settle_bond(&1, &second), Err(Ok(TenderError::NoBondDue)), "may still be awarded");
    world.tender.accept(&1);
    world.freeze(&second);
    assert_eq!(world.tender.try_settle_bond(&1, &second), Err(Ok(TenderError::TransferRefused)));
    assert_eq!(world.tender.settle_bond(&1, &third), BOND, "a frozen line keeps back nobody else's");
    assert_eq!(world.tender.try_settle_bond(&1, &best), Err(Ok(TenderError::NoBondDue)));
    world.usd_admin.set_authorized(&second, &true);
    assert_eq!(world.tender.settle_bond(&1, &second), BOND);
    world.assert_whole();
    for milestone in 0..2 {
        world.build(milestone);
    }
    world.commission();
    world.build(2);
    assert_eq!(world.tender.settle_bond(&1, &best), BOND);
    assert_eq!(world.tender.bonds_held(), 0);
    world.assert_whole();
}

#[test]
fn a_winner_who_does_not_accept_loses_the_bond_and_the_next_best_is_awarded() {
    let (world, [best, second, _]) = revealed();
    world.award(&best);
    assert_eq!(world.tender.try_lapse_award(&1), Err(Ok(TenderError::TooSoon)));
    world.pass(5 * DAY);
    assert_eq!(world.tender.try_accept(&1), Err(Ok(TenderError::TooLate)));
    world.tender.lapse_award(&1);
    assert_eq!(world.tender.try_lapse_award(&1), Err(Ok(TenderError::WrongStage)));
    assert_eq!(world.tender.try_approve(&1, &best), Err(Ok(TenderError::NotBest)));
    assert_eq!(world.tender.try_award(&1), Err(Ok(TenderError::NotApproved)), "each award is approved by itself");
    assert_eq!(world.tender.settle_bond(&1, &best), BOND);
    assert_eq!(world.usd.balance(&world.forfeits_to), BOND);
    assert_eq!(world.award(&second), 250_000 * UNIT);
    world.tender.accept(&1);
    world.assert_whole();
}

#[test]
fn the_second_price_follows_the_bids_that_are_left() {
    let world = World::open_with(|terms| terms.pricing = Pricing::Vickrey);
    let bidders = [(1, 240_000), (2, 250_000), (3, 260_000)].map(|(seed, units)| (seed, units, world.bid(seed, units)));
    for (seed, units, bidder) in &bidders {
        world.reveal(*seed, bidder, *units);
    }
    assert_eq!(world.award(&bidders[0].2), 250_000 * UNIT);
    world.pass(5 * DAY);
    world.tender.lapse_award(&1);
    assert_eq!(world.award(&bidders[1].2), 260_000 * UNIT);
}

#[test]
fn an_award_not_made_in_time_frees_all_bonds() {
    let (world, bidders) = revealed();
    world.at(AWARD_BY - 1);
    assert_eq!(world.tender.try_expire(&1), Err(Ok(TenderError::StillAwardable)));
    world.at(AWARD_BY);
    assert_eq!(world.tender.try_approve(&1, &bidders[0]), Err(Ok(TenderError::TooLate)));
    world.tender.expire(&1);
    for bidder in &bidders {
        world.tender.settle_bond(&1, bidder);
        assert_eq!(world.usd.balance(bidder), BOND);
    }
    assert_eq!(world.stage(), Stage::Cancelled);
    world.assert_whole();
}

#[test]
fn a_tender_without_a_valid_bid_ends_and_another_follows() {
    let world = World::open();
    let silent = world.bid(1, 240_000);
    world.at(SCORE_BY);
    assert_eq!(world.tender.try_expire(&1), Err(Ok(TenderError::TooSoon)));
    world.at(REVEAL_BY);
    world.tender.expire(&1);
    world.tender.settle_bond(&1, &silent);
    assert_eq!(world.usd.balance(&world.forfeits_to), BOND, "expiry does not excuse who did not reveal");
    world.at(super::fixture::T0);
    assert_eq!(world.tender.open(&world.terms()), 2);
}

#[test]
fn a_cancelled_tender_blames_nobody_whose_time_to_reveal_was_not_over() {
    let world = World::open();
    let (sealed, other) = (world.bid(1, 240_000), world.bid(2, 250_000));
    world.reveal(2, &other, 250_000);
    world.tender.cancel(&1, &hash(&world.e, 9));
    world.at(REVEAL_BY);
    for bidder in [&sealed, &other] {
        world.tender.settle_bond(&1, bidder);
        assert_eq!(world.usd.balance(bidder), BOND);
    }
    assert_eq!(world.tender.try_reveal(&1, &sealed, &1, &world.salt(1)), Err(Ok(TenderError::WrongStage)));
}

#[test]
fn a_winner_is_not_blamed_for_money_that_is_gone() {
    let (world, [best, ..]) = revealed();
    world.award(&best);
    world.town.set_construction(&(239_999 * UNIT));
    assert_eq!(world.tender.try_accept(&1), Err(Ok(TenderError::OverBudget)));
    world.pass(5 * DAY);
    world.tender.lapse_award(&1);
    assert_eq!(world.tender.try_settle_bond(&1, &best), Err(Ok(TenderError::NoBondDue)));
    world.tender.approve(&1, &best);
    assert_eq!(world.tender.try_award(&1), Err(Ok(TenderError::OverBudget)));
    world.pass(10 * DAY);
    world.tender.expire(&1);
    world.tender.settle_bond(&1, &best);
    assert_eq!(world.usd.balance(&best), BOND);
}

#[test]
fn a_price_is_not_paid_from_what_another_contract_has_claimed() {
    let (world, contractor) = World::works();
    world.build(0);
    world.certify(1);
    world.pass(88 * DAY);
    world.tender.terminate(&1, &hash(&world.e, 1));
    world.tender.settle_bond(&1, &contractor);
    let claimed = world.tender.committed();
    assert!(claimed > 0, "what was certified stays payable");

    let mut terms = world.terms();
    for time in [&mut terms.withdraw_by, &mut terms.commit_by, &mut terms.score_by, &mut terms.reveal_by] {
        *time = *time - super::fixture::T0 + world.now();
    }
    terms.ceiling = 100_000 * UNIT;
    world.tender.open(&terms);
    let next = world.bid(5, 90_000);
    world.reveal(5, &next, 90_000);
    world.at(terms.reveal_by);
    world.tender.approve(&2, &next);
    // The bond has less left by now, as after an unwinding: a stroop too little besides what is claimed.
    world.town.set_construction(&(90_000 * UNIT + claimed - 1));
    assert_eq!(world.tender.try_award(&2), Err(Ok(TenderError::OverBudget)));
    world.town.set_construction(&(90_000 * UNIT + claimed));
    assert_eq!(world.tender.award(&2), 90_000 * UNIT);
    world.tender.accept(&2);
    assert_eq!(world.tender.committed(), 90_000 * UNIT + claimed);
}
