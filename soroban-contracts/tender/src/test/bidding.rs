//! Opening, sealed bids, scores, prices; and those who try to get around them.

extern crate std;

use super::doubles::Hostile;
use super::fixture::{hash, World, BOND, COMMIT_BY, DAY, REVEAL_BY, SCORE_BY, UNIT, WITHDRAW_BY};
use crate::error::TenderError;
use crate::types::{Pricing, Standing, Terms};
use heliobond_common::testing::register;
use soroban_sdk::testutils::{Address as _, Ledger as _};
use soroban_sdk::{vec, Address, Vec};

fn refused(wish: fn(&mut Terms)) -> TenderError {
    let world = World::new();
    let mut terms = world.terms();
    wish(&mut terms);
    world.tender.try_open(&terms).unwrap_err().unwrap()
}

#[test]
fn terms_that_contradict_themselves_are_refused() {
    for wish in [
        (|terms| terms.ceiling = 0) as fn(&mut Terms),
        |terms| terms.bond = 0,
        |terms| terms.bond = crate::terms::MAX_AMOUNT + 1,
        |terms| (terms.price_weight_bps, terms.quality_weight_bps) = (0, 10_000),
        |terms| terms.quality_weight_bps = 3_001,
        |terms| terms.quality_weight_bps = u32::MAX,
        |terms| terms.retention_bps = 2_001,
        |terms| terms.required_wh = 0,
        |terms| terms.milestones = terms.milestones.slice(1..),
        |terms| {
            let mut milestone = terms.milestones.get_unchecked(0);
            milestone.share_bps = 0;
            terms.milestones.push_back(milestone);
        },
        |terms| {
            let mut milestone = terms.milestones.get_unchecked(0);
            milestone.share_bps = 588;
            terms.milestones = Vec::new(terms.milestones.env());
            for _ in 0..16 {
                terms.milestones.push_back(milestone.clone());
            }
            milestone.share_bps = 592;
            terms.milestones.push_back(milestone);
        },
    ] {
        assert_eq!(refused(wish), TenderError::BadTerms);
    }
}

/// As many milestones of as much each.
fn milestones(terms: &mut Terms, count: u32, share_bps: u32) {
    let mut milestone = terms.milestones.get_unchecked(0);
    milestone.share_bps = share_bps;
    terms.milestones = Vec::new(terms.milestones.env());
    (0..count).for_each(|_| terms.milestones.push_back(milestone.clone()));
}

#[test]
fn terms_at_the_edge_of_what_is_sound_are_taken() {
    for wish in [
        (|terms| milestones(terms, 1, 10_000)) as fn(&mut Terms),
        |terms| milestones(terms, 16, 625),
        |terms| terms.bond = 1,
        |terms| terms.bond = crate::terms::MAX_AMOUNT,
        |terms| terms.ceiling = 1,
        |terms| (terms.price_weight_bps, terms.quality_weight_bps) = (1, 9_999),
        |terms| (terms.retention_bps, terms.retention_secs) = (2_000, 0),
        |terms| terms.retention_secs = crate::terms::MAX_SECS,
        |terms| terms.withdraw_by = super::fixture::T0,
        |terms| terms.withdraw_by = COMMIT_BY,
        |terms| (terms.withdraw_by, terms.commit_by) = (super::fixture::T0, super::fixture::T0 + 3_600),
        |terms| terms.score_by = COMMIT_BY + 3_600,
        |terms| {
            (terms.price_weight_bps, terms.quality_weight_bps) = (10_000, 0);
            terms.score_by = COMMIT_BY;
        },
        |terms| terms.reveal_by = SCORE_BY + 3_600,
        |terms| (terms.award_secs, terms.accept_secs) = (3_600, 3_600),
        |terms| (terms.objection_secs, terms.arbiter_secs) = (3_600, 3_600),
        |terms| (terms.window_secs, terms.commission_secs) = (1, 1),
    ] {
        World::open_with(wish);
    }
}

#[test]
fn times_out_of_order_too_short_or_too_long_are_refused() {
    for wish in [
        (|terms| terms.withdraw_by = COMMIT_BY + 1) as fn(&mut Terms),
        |terms| terms.withdraw_by = super::fixture::T0 - 1,
        |terms| terms.commit_by = SCORE_BY + 1,
        |terms| terms.score_by = COMMIT_BY,
        |terms| terms.reveal_by = SCORE_BY + 3_599,
        |terms| terms.award_secs = 3_599,
        |terms| terms.accept_secs = 0,
        |terms| terms.objection_secs = 0,
        |terms| terms.arbiter_secs = u64::MAX,
        |terms| terms.retention_secs = crate::terms::MAX_SECS + 1,
        |terms| terms.window_secs = 0,
        |terms| terms.commission_secs = 0,
        |terms| {
            let mut milestone = terms.milestones.get_unchecked(0);
            milestone.due_secs = 0;
            terms.milestones.set(0, milestone);
        },
    ] {
        assert_eq!(refused(wish), TenderError::BadTimes);
    }
}

#[test]
fn a_ceiling_above_the_construction_money_is_refused() {
    assert_eq!(refused(|terms| terms.ceiling = 400_000 * UNIT + 1), TenderError::OverBudget);
}

#[test]
fn one_tender_runs_at_a_time_and_for_its_own_offering_only() {
    let world = World::open();
    assert_eq!(world.tender.try_open(&world.terms()), Err(Ok(TenderError::TenderRunning)));
    let other = World::new();
    other.town.set_works(&Address::generate(&other.e));
    assert_eq!(other.tender.try_open(&other.terms()), Err(Ok(TenderError::NotWorks)));
    let own = World::new();
    let terms = Terms { forfeits_to: own.tender.address.clone(), ..own.terms() };
    assert_eq!(own.tender.try_open(&terms), Err(Ok(TenderError::BadTerms)));
}

#[test]
fn tenders_are_bounded() {
    let world = World::new();
    for number in 1..=64 {
        assert_eq!(world.tender.open(&world.terms()), number);
        world.tender.cancel(&number, &hash(&world.e, 1));
    }
    assert_eq!(world.tender.try_open(&world.terms()), Err(Ok(TenderError::TooManyTenders)));
}

#[test]
fn a_bid_is_sealed_scored_and_revealed_in_its_own_time_each() {
    let world = World::open();
    let tender = &world.tender;
    let bidder = world.bid(1, 240_000);
    let salt = world.salt(1);
    let scores = vec![&world.e, 8_000];
    assert_eq!(world.usd.balance(&bidder), 0);
    assert_eq!(tender.bonds_held(), BOND);

    assert_eq!(tender.try_score(&1, &scores), Err(Ok(TenderError::TooSoon)));
    assert_eq!(tender.try_reveal(&1, &bidder, &(240_000 * UNIT), &salt), Err(Ok(TenderError::TooSoon)));
    world.at(COMMIT_BY);
    let late = world.bidder();
    assert_eq!(tender.try_commit(&1, &late, &hash(&world.e, 1), &hash(&world.e, 1)), Err(Ok(TenderError::TooLate)));
    tender.score(&1, &vec![&world.e, 7_000]);
    tender.score(&1, &scores);
    assert_eq!(tender.try_reveal(&1, &bidder, &(240_000 * UNIT), &salt), Err(Ok(TenderError::TooSoon)));

    world.at(SCORE_BY);
    assert_eq!(tender.try_score(&1, &scores), Err(Ok(TenderError::TooLate)), "an evaluator after the first price");
    assert_eq!(tender.try_approve(&1, &bidder), Err(Ok(TenderError::TooSoon)));
    tender.reveal(&1, &bidder, &(240_000 * UNIT), &salt);
    let bid = tender.bids(&1).get_unchecked(0);
    assert_eq!((bid.amount, bid.quality_bps, bid.standing), (240_000 * UNIT, 8_000, Standing::Revealed));
    assert_eq!(tender.try_reveal(&1, &bidder, &(240_000 * UNIT), &salt), Err(Ok(TenderError::AlreadyRevealed)));
    world.assert_whole();
}

#[test]
fn a_late_reveal_is_refused_and_forfeits_the_bond() {
    let world = World::open();
    let bidder = world.bid(1, 240_000);
    world.at(REVEAL_BY - 1);
    assert_eq!(world.tender.try_settle_bond(&1, &bidder), Err(Ok(TenderError::NoBondDue)));
    world.at(REVEAL_BY);
    let late = world.tender.try_reveal(&1, &bidder, &(240_000 * UNIT), &world.salt(1));
    assert_eq!(late, Err(Ok(TenderError::TooLate)));
    assert_eq!(world.tender.settle_bond(&1, &bidder), BOND);
    assert_eq!(world.usd.balance(&world.forfeits_to), BOND);
    assert_eq!(world.tender.try_settle_bond(&1, &bidder), Err(Ok(TenderError::NoBondDue)));
    world.assert_whole();
}

#[test]
fn a_copied_commitment_cannot_be_revealed_by_the_copier() {
    let world = World::open();
    let honest = world.bid(1, 240_000);
    let copier = world.bidder();
    let copied = world.tender.bids(&1).get_unchecked(0);
    world.tender.commit(&1, &copier, &copied.commitment, &copied.proposal);
    world.reveal(1, &honest, 240_000);
    let copy = world.tender.try_reveal(&1, &copier, &(240_000 * UNIT), &world.salt(1));
    assert_eq!(copy, Err(Ok(TenderError::WrongReveal)));
}

#[test]
fn a_reveal_seen_on_its_way_serves_its_bidder_alone_and_cannot_be_changed() {
    let world = World::open();
    let honest = world.bid(1, 240_000);
    world.at(SCORE_BY);
    world.e.set_auths(&[]);
    for (amount, salt) in [(239_999, 1), (240_000, 2)] {
        let changed = world.tender.try_reveal(&1, &honest, &(amount * UNIT), &world.salt(salt));
        assert_eq!(changed, Err(Ok(TenderError::WrongReveal)));
    }
    world.tender.reveal(&1, &honest, &(240_000 * UNIT), &world.salt(1));
    let bid = world.tender.bids(&1).get_unchecked(0);
    assert_eq!((bid.bidder, bid.amount), (honest, 240_000 * UNIT));
}

#[test]
fn a_commitment_of_another_tender_contract_or_network_opens_nothing() {
    let world = World::open();
    let e = &world.e;
    let bidder = world.bidder();
    let of_tender_two = world.commitment(2, 1, &bidder, 240_000);
    let of_other_contract = e.as_contract(&elsewhere(&world), || {
        crate::commitment::of(e, 1, &bidder, 240_000 * UNIT, &hash(e, 1), &world.salt(1))
    });
    e.ledger().set_network_id([9; 32]);
    let of_other_network = world.commitment(1, 1, &bidder, 240_000);
    e.ledger().set_network_id([0; 32]);
    let mine = world.commitment(1, 1, &bidder, 240_000);
    for commitment in [of_tender_two, of_other_contract, of_other_network] {
        assert_ne!(commitment, mine);
        world.at(super::fixture::T0);
        world.tender.commit(&1, &bidder, &commitment, &hash(e, 1));
        world.at(SCORE_BY);
        let replayed = world.tender.try_reveal(&1, &bidder, &(240_000 * UNIT), &world.salt(1));
        assert_eq!(replayed, Err(Ok(TenderError::WrongReveal)));
        world.at(super::fixture::T0);
        world.tender.withdraw(&1, &bidder);
    }
}

/// Another contract of the same code.
fn elsewhere(world: &World) -> Address {
    register(&world.e, "tender", crate::Tender, (world.governance.clone(), &world.town.address, world.roles.clone()))
}

#[test]
fn a_bid_is_withdrawn_early_only_and_frees_its_place() {
    let world = World::open();
    let mut bidders = std::vec::Vec::new();
    for seed in 0..32 {
        bidders.push(world.bid(seed, 240_000));
    }
    let outsider = world.bidder();
    let commit = || world.tender.try_commit(&1, &outsider, &hash(&world.e, 1), &hash(&world.e, 1));
    assert_eq!(commit(), Err(Ok(TenderError::TooManyBids)));
    world.at(WITHDRAW_BY - 1);
    world.tender.withdraw(&1, &bidders[3]);
    assert_eq!(world.usd.balance(&bidders[3]), BOND);
    assert_eq!(world.tender.try_withdraw(&1, &bidders[3]), Err(Ok(TenderError::UnknownBid)));
    world.at(WITHDRAW_BY);
    assert_eq!(world.tender.try_withdraw(&1, &bidders[4]), Err(Ok(TenderError::TooLate)), "squatters stay");
    assert_eq!(commit(), Ok(Ok(())));
    world.assert_whole();
}

#[test]
fn who_has_a_bid_or_a_part_in_judging_bids_no_more() {
    let world = World::open();
    let e = &world.e;
    let bidder = world.bid(1, 240_000);
    let commit = |who: &Address| world.tender.try_commit(&1, who, &hash(e, 1), &hash(e, 1)).unwrap_err().unwrap();
    assert_eq!(commit(&bidder), TenderError::AlreadyBid);
    let roles = &world.roles;
    let judges = [&roles.approver, &roles.certifier, &roles.arbiter, &roles.evaluator, &world.governance.admin];
    for judge in judges.into_iter().chain([&world.governance.trustee, &world.forfeits_to, &world.tender.address]) {
        assert_eq!(commit(judge), TenderError::BidderNotEligible);
    }
}

#[test]
fn a_bid_without_its_bond_is_no_bid() {
    let world = World::open();
    let poor = Address::generate(&world.e);
    let commit = world.tender.try_commit(&1, &poor, &hash(&world.e, 1), &hash(&world.e, 1));
    assert_eq!(commit, Err(Ok(TenderError::TransferRefused)));
    assert!(world.tender.bids(&1).is_empty());
    world.assert_whole();
}

#[test]
fn a_price_above_the_ceiling_or_of_nothing_cannot_be_revealed() {
    let world = World::open();
    let (dear, free) = (world.bid(1, 300_001), world.bid(2, 0));
    world.at(SCORE_BY);
    let reveal = |bidder: &Address, units: i128, seed| {
        world.tender.try_reveal(&1, bidder, &(units * UNIT), &world.salt(seed)).unwrap_err().unwrap()
    };
    assert_eq!(reveal(&dear, 300_001, 1), TenderError::BadPrice);
    assert_eq!(reveal(&free, 0, 2), TenderError::BadPrice);
    assert_eq!(reveal(&Address::generate(&world.e), 1, 2), TenderError::UnknownBid);
}

#[test]
fn scores_are_one_for_each_bid_and_within_bounds() {
    let world = World::open();
    world.bid(1, 240_000);
    world.at(COMMIT_BY);
    for scores in [vec![&world.e], vec![&world.e, 1, 1], vec![&world.e, 10_001]] {
        assert_eq!(world.tender.try_score(&1, &scores), Err(Ok(TenderError::BadScores)));
    }
}

#[test]
fn a_pause_stops_opening_and_committing_and_nothing_else() {
    let world = World::open();
    let (winner, loser) = (world.bid(1, 240_000), world.bid(2, 250_000));
    world.tender.pause(&world.roles.approver);
    let late = world.bidder();
    let commit = world.tender.try_commit(&1, &late, &hash(&world.e, 1), &hash(&world.e, 1));
    assert_eq!(commit, Err(Ok(TenderError::Paused)));
    world.reveal(1, &winner, 240_000);
    world.reveal(2, &loser, 250_000);
    world.contract(&winner);
    world.tender.settle_bond(&1, &loser);
    world.build(0);
    world.certify(1);
    world.tender.dispute(&1, &winner, &1, &hash(&world.e, 1));
    world.tender.decide(&1, &1, &10_000);
    world.commission();
    world.assert_whole();

    let other = World::new();
    other.tender.pause(&other.governance.trustee);
    assert_eq!(other.tender.try_open(&other.terms()), Err(Ok(TenderError::Paused)));
    other.tender.unpause(&other.governance.admin);
    assert_eq!(other.tender.open(&other.terms()), 1);
}

#[test]
fn a_token_that_calls_back_moves_nothing() {
    let world = World::new();
    let hostile = world.e.register(Hostile, (&world.tender.address,));
    world.town.set_settlement(&hostile);
    world.tender.open(&world.terms());
    let first = world.bid(1, 240_000);
    super::doubles::HostileClient::new(&world.e, &hostile).arm();
    let second = world.bidder();
    let commit = world.tender.try_commit(&1, &second, &hash(&world.e, 1), &hash(&world.e, 1));
    assert_eq!(commit, Err(Ok(TenderError::TransferRefused)));
    world.at(REVEAL_BY);
    assert_eq!(world.tender.try_settle_bond(&1, &first), Err(Ok(TenderError::TransferRefused)));
    assert_eq!(world.tender.bonds_held(), BOND);
}

#[test]
fn unknown_tenders_and_bids_are_refused() {
    let world = World::open();
    let who = world.bidder();
    assert_eq!(world.tender.try_terms(&2), Err(Ok(TenderError::UnknownTender)));
    assert_eq!(world.tender.try_settle_bond(&1, &who), Err(Ok(TenderError::UnknownBid)));
    assert_eq!(world.tender.try_best(&1), Err(Ok(TenderError::NotBest)));
}

#[test]
fn the_second_price_is_known_when_the_prices_are() {
    let world = World::open_with(|terms| {
        terms.pricing = Pricing::Vickrey;
        (terms.price_weight_bps, terms.quality_weight_bps) = (10_000, 0);
        terms.score_by = COMMIT_BY;
    });
    let (cheap, dear) = (world.bid(1, 240_000), world.bid(2, 250_000));
    world.reveal(1, &cheap, 240_000);
    assert_eq!(world.tender.best(&1), (cheap.clone(), 300_000 * UNIT));
    world.pass(DAY / 2);
    world.reveal(2, &dear, 250_000);
    assert_eq!(world.tender.best(&1), (cheap.clone(), 250_000 * UNIT));
    assert_eq!(world.award(&cheap), 250_000 * UNIT);
}
