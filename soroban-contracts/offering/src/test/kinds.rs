//! Equity, donations, and bonds that pass principal through.

use super::fixture::{by_holding, period, total, Wish, World, UNIT};
use crate::error::OfferingError;
use crate::events::Closed;
use crate::types::{Kind, Principal, State, Terms};
use soroban_sdk::testutils::Events as _;
use soroban_sdk::{BytesN, Event as _, Vec};

fn equity(terms: &mut Terms) {
    (terms.kind, terms.share_bps, terms.rate_bps) = (Kind::Equity, 4_000, 0);
    (terms.capitalized_interest, terms.reserve_from_proceeds, terms.reserve_requirement) = (0, 0, 0);
}

fn donation(terms: &mut Terms) {
    (terms.kind, terms.rate_bps, terms.capitalized_interest) = (Kind::Donation, 0, 0);
}

fn pass_through(terms: &mut Terms) {
    terms.principal = Principal::PassThrough;
}

fn live(terms: fn(&mut Terms)) -> World {
    World::live_with(Wish { terms, ..Wish::default() })
}

#[test]
fn equity_gets_its_share_of_what_operations_leave_and_no_principal() {
    let world = live(equity);
    let receipt = world.earn(0, 11_000 * UNIT);
    // 1,000 are for operations; 40 % of 10,000; 1,500 for renewal; the rest is the party's.
    assert_eq!((receipt.operations, receipt.coupon), (1_000 * UNIT, 4_000 * UNIT));
    assert_eq!((receipt.renewal, receipt.principal), (1_500 * UNIT, 0));
    assert_eq!(receipt.surplus, 4_500 * UNIT);
    assert_eq!((world.offering.principal_left(), world.offering.required_coupon()), (0, 0));
    world.pay_coupon(1, 4_000 * UNIT, 4_000 * UNIT);
    let [alice, ..] = world.holders();
    // 200,000 bonds at 99.5 had cost 1,000 less than what it was given.
    assert_eq!(world.usd.balance(&alice), (1_000 + 2_000) * UNIT);
    assert_eq!(world.system().parties.iter().map(|party| party.owned_bps).sum::<u32>(), 0, "not before the end");
}

#[test]
fn equity_is_never_promised_more_than_came_in_nor_twice() {
    let world = live(equity);
    world.earn(0, 11_000 * UNIT);
    world.at(period(1).record + 1);
    let root = BytesN::from_array(&world.e, &[1; 32]);
    let propose = |number: u32, share: i128| {
        let operator = &world.roles.operator;
        world.offering.try_propose_coupon(operator, &number, &root, &share, &3, &0, &share, &1, &root)
    };
    assert_eq!(propose(1, 4_000 * UNIT + 1), Err(Ok(OfferingError::BadPrincipal)));
    assert_eq!(propose(1, -1), Err(Ok(OfferingError::BadPrincipal)));
    assert_eq!(propose(1, 4_000 * UNIT), Ok(Ok(())));
    for who in [&world.roles.issuer, &world.roles.trustee] {
        world.offering.attest_coupon(who, &1, &root);
    }
    world.at(period(2).record + 1);
    assert_eq!(propose(2, 1), Err(Ok(OfferingError::BadPrincipal)), "promised to the first");
}

#[test]
fn a_voided_share_is_free_again() {
    let world = live(equity);
    world.earn(0, 11_000 * UNIT);
    world.at(period(1).record + 1);
    world.propose_with(1, &by_holding(&world, 4_000 * UNIT), 0, 4_000 * UNIT);
    world.offering.void_coupon(&1);
    world.pay_coupon(1, 4_000 * UNIT, 4_000 * UNIT);
}

#[test]
fn equity_ends_with_ownership_and_the_share_since_the_last_coupon_is_the_holders() {
    let world = live(equity);
    for number in 1..=4 {
        world.earn(0, 11_000 * UNIT);
        world.pay_coupon(number, 4_000 * UNIT, 4_000 * UNIT);
    }
    world.at(period(4).pay + 1);
    let late = world.earn(0, 1_000 * UNIT).coupon;
    assert!(late > 0);
    world.offering.mature();
    assert_eq!(world.offering.state(), State::Matured);
    assert_eq!(world.offering.buckets().redemption, late);
    assert_eq!(world.system().parties.iter().map(|party| party.owned_bps).sum::<u32>(), 10_000);
    let paid = world.offering.redeem(&Vec::from_array(&world.e, world.holders()));
    assert_eq!(paid.iter().sum::<i128>(), late);
    assert_eq!(world.offering.state(), State::Closed);
    world.assert_whole();
}

#[test]
fn a_donation_makes_the_parties_owners_at_once_and_pays_for_upkeep_only() {
    let world = live(donation);
    assert_eq!(world.system().parties.iter().map(|party| party.owned_bps).sum::<u32>(), 10_000);
    let receipt = world.earn(1, 30_000 * UNIT);
    assert_eq!((receipt.operations, receipt.coupon, receipt.principal), (1_000 * UNIT, 0, 0));
    assert_eq!((receipt.reserve, receipt.renewal), (15_000 * UNIT, 1_500 * UNIT));
    assert_eq!(receipt.surplus, 12_500 * UNIT);
    world.at(period(1).record + 1);
    let root = BytesN::from_array(&world.e, &[1; 32]);
    let coupon = world.offering.try_propose_coupon(&world.roles.operator, &1, &root, &1, &1, &0, &1, &1, &root);
    assert_eq!(coupon, Err(Ok(OfferingError::BadPrincipal)), "a donor gets nothing back");
    world.at(period(4).pay);
    world.offering.mature();
    let told = world.e.events().all().filter_by_contract(&world.offering.address);
    let closed = Closed { minted: 400_000 * UNIT }.to_xdr(&world.e, &world.offering.address);
    assert_eq!(told.events().last(), Some(&closed), "nothing is to be redeemed");
    assert_eq!((world.offering.state(), world.offering.buckets().redemption), (State::Closed, 0));
    world.assert_whole();
}

#[test]
fn principal_goes_out_with_the_coupons_and_interest_is_on_what_is_left() {
    let world = live(pass_through);
    world.earn(0, 129_500 * UNIT);
    // 1,000, 10,000 besides the capitalized 2,000, 15,000, 1,500; the rest is principal.
    assert_eq!(world.offering.buckets().principal, 102_000 * UNIT);
    world.pay_coupon(1, (12_000 + 100_000) * UNIT, 100_000 * UNIT);
    assert_eq!(world.offering.buckets().principal, 2_000 * UNIT);
    assert_eq!(world.offering.principal_left(), 300_000 * UNIT);
    assert_eq!(world.offering.outstanding(), 400_000 * UNIT, "no bond is burnt");
    assert_eq!(world.offering.required_coupon(), 9_000 * UNIT);
    // A quarter of the principal is repaid; ownership follows what was put in.
    world.earn(1, 10_000 * UNIT + 298_000 * UNIT);
    assert_eq!(world.offering.buckets().principal, 300_000 * UNIT);
    assert_eq!(world.offering.try_mature(), Err(Ok(OfferingError::BeforeMaturity)));
    world.pay_coupon(2, (9_000 + 300_000) * UNIT, 300_000 * UNIT);
    assert_eq!((world.offering.principal_left(), world.offering.required_coupon()), (0, 0));
    world.e.set_auths(&[]);
    world.offering.mature();
    assert_eq!(world.offering.state(), State::Closed, "nothing is owed");
    assert_eq!(world.utility.concluded_at(), Some(period(2).pay), "at once, not at the last pay time");
    assert_eq!(world.system().parties.iter().map(|party| party.owned_bps).sum::<u32>(), 10_000);
    world.assert_whole();
}

#[test]
fn a_period_counted_before_principal_went_out_is_put_right_when_its_coupon_is_funded() {
    let world = live(pass_through);
    world.earn(0, 129_500 * UNIT);
    // The second period starts, and is counted on everything, before the first coupon is proposed.
    world.at(period(2).start + 1);
    assert_eq!(world.offering.buckets().coupon, 12_000 * UNIT);
    world.earn(0, 13_000 * UNIT);
    assert_eq!(world.offering.buckets().coupon, 24_000 * UNIT);
    let tree = world.propose_with(1, &by_holding(&world, 112_000 * UNIT), 0, 100_000 * UNIT);
    world.attest(1, &tree);
    world.at(period(2).record + 1);
    world.offering.fund_coupon(&1);
    let tree = world.propose_with(2, &by_holding(&world, 9_000 * UNIT), 0, 0);
    world.attest(2, &tree);
    world.at(period(2).pay);
    world.offering.fund_coupon(&2);
    // 24,000 came in and 21,000 were needed: the third period, of 9,000, lacks 6,000.
    assert_eq!(world.offering.required_coupon(), 6_000 * UNIT);
    world.assert_whole();
}

#[test]
fn what_is_proposed_can_be_called_by_nobody_for_a_second_use() {
    let world = live(pass_through);
    world.earn(0, 450_000 * UNIT);
    world.at(period(1).record + 1);
    let there = world.offering.buckets().principal;
    let tree = world.propose_with(1, &by_holding(&world, 12_000 * UNIT + there), 0, there);
    world.attest(1, &tree);
    assert_eq!(world.offering.try_mature(), Err(Ok(OfferingError::CouponsOutstanding)));
    world.at(period(1).pay);
    let before = total(&world.offering.buckets());
    world.offering.fund_coupon(&1);
    assert_eq!(total(&world.offering.buckets()), before);
    assert_eq!(world.offering.buckets().principal, 0);
    world.offering.mature();
    assert_eq!(world.offering.state(), State::Closed);
    assert_eq!(world.offering.pay_claims(&1, &tree.leaves(&world.e)).iter().sum::<i128>(), tree.total());
    world.assert_whole();
}

#[test]
fn a_sinking_fund_passes_nothing_through() {
    let world = World::live();
    world.earn(0, 129_500 * UNIT);
    world.at(period(1).record + 1);
    let root = BytesN::from_array(&world.e, &[1; 32]);
    let coupon =
        world.offering.try_propose_coupon(&world.roles.operator, &1, &root, &(12_001 * UNIT), &3, &0, &UNIT, &1, &root);
    assert_eq!(coupon, Err(Ok(OfferingError::BadPrincipal)));
}
