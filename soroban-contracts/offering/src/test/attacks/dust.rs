//! Rounding, and who is first.

extern crate std;

use crate::error::OfferingError;
use crate::test::fixture::{account, period, Wish, World, UNIT};
use crate::types::{Principal, State};
use crate::{coupon, terms};
use soroban_sdk::Vec;

// Purchases round up, coupons and parts round down: splitting never pays.
#[test]
fn splitting_a_purchase_or_a_holding_earns_nothing() {
    for price_bps in [1, 9_950, 9_973, 10_111, 19_999] {
        for bonds in [2, 3, 7, 999, 1_0000001, 12_345_6789012] {
            let half = bonds / 2;
            let in_parts = terms::cost(half, price_bps).unwrap() + terms::cost(bonds - half, price_bps).unwrap();
            assert!(in_parts >= terms::cost(bonds, price_bps).unwrap(), "cheaper in parts");
        }
    }
    for units in [2, 3, 7, 999, 1_0000001, 12_345_6789012_i128] {
        let half = units / 2;
        let interest = |units| coupon::coupon(units, 431, 181, 365).unwrap();
        assert!(interest(half) + interest(units - half) <= interest(units));
        let part = |units| coupon::part(units, 777_777_7777777, 20_000_000_0000000).unwrap();
        assert!(part(half) + part(units - half) <= part(units));
    }
}

#[test]
fn a_stroop_sent_beside_the_contract_changes_no_price_and_no_part() {
    let donated = |stroops: i128| {
        let world = World::funding_with(Wish { terms: |terms| terms.denomination = 1, ..Wish::default() });
        // The first depositor inflates nothing: a bond costs what the terms say, whatever the escrow holds.
        world.fund(&world.offering.address, stroops);
        let first = world.invest(&account(&world.e, 1), 200);
        world.fund(&world.offering.address, stroops);
        let second = world.invest(&account(&world.e, 2), 100_000);
        (first, second, world.offering.buckets())
    };
    assert_eq!(donated(0), donated(1_000_000 * UNIT));
}

#[test]
fn payments_of_one_stroop_add_up_to_the_same_buckets() {
    let [once, often] = [1, 60].map(|times: i128| {
        let world = World::live_with(Wish { terms: |terms| terms.operations_budget = 7, ..Wish::default() });
        for _ in 0..times {
            world.earn(1, 60 / times);
        }
        world.assert_whole();
        world.offering.buckets()
    });
    assert_eq!(once, often);
}

// Roundings of principal never reach anybody else's money, and end as the parties'.
#[test]
fn odd_principal_passed_through_leaves_less_than_a_stroop_a_leaf() {
    let world = World::live_with(Wish { terms: |terms| terms.principal = Principal::PassThrough, ..Wish::default() });
    world.earn(0, 460_000 * UNIT);
    let mut number = 0;
    let mut dust = 0;
    for besides in [1, 77_777_7777777, 123_456_7890123] {
        number += 1;
        world.earn(0, 14_000 * UNIT);
        world.at(period(number.into()).record + 1);
        let left = world.offering.principal_left();
        let whole = coupon::coupon(left, 600, 180, 360).unwrap() + besides;
        let units = [200_000, 150_000, 50_000].map(|bonds| bonds * UNIT);
        let holders = world.holders();
        let lines: std::vec::Vec<_> = holders
            .iter()
            .zip(units)
            .map(|(holder, units)| (holder.clone(), coupon::part(units, whole, 400_000 * UNIT).unwrap()))
            .collect();
        let tree = world.propose_with(number, &lines, 0, besides);
        dust += whole - tree.total();
        world.attest(number, &tree);
        world.at(period(number.into()).pay);
        assert_eq!(world.offering.fund_coupon(&number), tree.total());
        assert_eq!(world.offering.pay_claims(&number, &tree.leaves(&world.e)).iter().sum::<i128>(), tree.total());
        world.assert_whole();
    }
    assert!(dust < 9, "{dust}");
}

#[test]
fn redeeming_in_many_pieces_pays_no_more_than_at_once() {
    let world = World::funding();
    let holders = world.holders();
    for (holder, bonds) in holders.iter().zip([200_000, 150_000, 50_000]) {
        world.invest(holder, bonds);
    }
    world.offering.close_funding();
    world.offering.disburse(&world.wallet(9), &(123_456_7654321));
    world.offering.release(&Vec::from_array(&world.e, holders.clone()));
    world.at(world.offering.terms().long_stop);
    world.offering.unwind();
    let pot = world.offering.buckets().redemption;
    // One bond's smallest part at a time to a second wallet, redeemed there.
    let second = world.wallet(44);
    world.offering.set_allowed(&second, &true);
    world.bond.set_authorized(&second, &true);
    world.usd_admin.trust(&second);
    let mut got = 0;
    for piece in [1, 1, 3, 7] {
        world.bond.transfer(&holders[2], &second, &piece);
        got += world.offering.redeem(&Vec::from_array(&world.e, [second.clone()])).get_unchecked(0);
    }
    assert!(got <= coupon::part(12, pot, 400_000 * UNIT).unwrap());
    world.offering.redeem(&Vec::from_array(&world.e, holders));
    assert_eq!(world.offering.state(), State::Closed);
    assert!(world.offering.party_account(&0).credit < 8, "less than a stroop for each redemption");
    assert_eq!(world.offering.try_redeem(&Vec::new(&world.e)), Err(Ok(OfferingError::WrongState)));
    world.assert_whole();
}
