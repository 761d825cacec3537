use super::fixture::{account, period, total, Wish, World, DAY, HALF_YEAR, UNIT};
use crate::error::OfferingError;
use crate::events::{Matured, Redeemed};
use crate::types::{Loan, State};
use soroban_sdk::testutils::{Address as _, Events as _};
use soroban_sdk::{vec, Address, Event as _, Vec};

/// Pays what the whole issue needs and funds the coupons up to `number`.
fn pay_off(world: &World, number: u32) {
    for coupon in 1..=number {
        world.due_coupon(coupon);
        world.earn(0, 13_000 * UNIT);
        world.offering.fund_coupon(&coupon);
    }
}

fn matured() -> World {
    let world = World::live();
    world.earn(0, 440_000 * UNIT);
    pay_off(&world, 4);
    world.offering.mature();
    world
}

#[test]
fn the_last_pay_time_closes_the_debt() {
    let world = World::live();
    world.earn(0, 440_000 * UNIT);
    pay_off(&world, 3);
    assert_eq!(world.offering.try_mature(), Err(Ok(OfferingError::BeforeMaturity)));
    world.due_coupon(4);
    assert_eq!(world.offering.try_mature(), Err(Ok(OfferingError::CouponsOutstanding)));
    world.earn(0, 13_000 * UNIT);
    world.offering.fund_coupon(&4);
    let before = world.offering.buckets();
    world.e.set_auths(&[]);
    world.offering.mature();
    let told = world.e.events().all().filter_by_contract(&world.offering.address);
    let matured = Matured {
        date: period(4).pay,
        redemption: 400_000 * UNIT,
        returned: total(&before)
            - before.construction
            - before.operations
            - before.coupons_unclaimed
            - before.credits.iter().sum::<i128>()
            - 400_000 * UNIT,
    };
    let matured = matured.to_xdr(&world.e, &world.offering.address);
    assert_eq!(told.events().last(), Some(&matured), "its bonds are still out: it is not closed");

    assert_eq!(world.offering.state(), State::Matured);
    let buckets = world.offering.buckets();
    assert_eq!(buckets.redemption, 400_000 * UNIT);
    assert_eq!((buckets.principal, buckets.reserve, buckets.renewal, buckets.coupon), (0, 0, 0, 0));
    assert_eq!(total(&buckets), total(&before));
    assert_eq!(buckets.construction, before.construction);
    let owned: i128 = world.system().parties.iter().map(|party| i128::from(party.owned_bps)).sum();
    assert_eq!(owned, 10_000, "the parties own everything");
    assert_eq!(world.utility.concluded_at(), Some(period(4).pay));
    world.assert_whole();
    assert_eq!(world.offering.try_mature(), Err(Ok(OfferingError::WrongState)));
}

#[test]
fn without_the_principal_the_debt_stays_open() {
    let world = World::live();
    pay_off(&world, 4);
    assert_eq!(world.offering.try_mature(), Err(Ok(OfferingError::NotCovered)));
    assert_eq!(world.offering.state(), State::Live);
    world.earn(0, 400_000 * UNIT);
    world.offering.mature();
    assert_eq!(world.offering.state(), State::Matured);
}

#[test]
fn a_call_ends_the_bond_on_a_pay_date_after_the_notice() {
    let world = World::live();
    let trustee = world.roles.trustee.clone();
    assert_eq!(world.offering.try_call(&trustee), Err(Ok(OfferingError::NotCovered)));
    // Operations 1,000, coupon 10,000, reserve 15,000, renewal 1,500, principal 380,000: with the reserve that is par.
    world.earn(0, 407_500 * UNIT - 1);
    assert_eq!(world.offering.try_call(&trustee), Err(Ok(OfferingError::NotCovered)), "a stroop is missing");
    world.earn(0, 1);
    assert_eq!(world.offering.call_date(), None);
    assert_eq!(world.offering.call(&trustee), period(1).pay);
    assert_eq!(world.e.auths()[0].0, trustee);
    assert_eq!(world.offering.call_date(), Some(period(1).pay));
    assert_eq!(world.offering.try_call(&trustee), Err(Ok(OfferingError::AlreadyCalled)));
    let outsider = Address::generate(&world.e);
    assert_eq!(world.offering.try_call(&outsider), Err(Ok(OfferingError::NotPermitted)));

    world.due_coupon(1);
    assert_eq!(world.offering.required_coupon(), 0, "no coupon runs after the call date");
    world.offering.fund_coupon(&1);
    world.at(period(1).pay - 1);
    assert_eq!(world.offering.try_mature(), Err(Ok(OfferingError::BeforeMaturity)));
    world.at(period(2).record + 1);
    let root = soroban_sdk::BytesN::from_array(&world.e, &[0; 32]);
    let late = world.offering.try_propose_coupon(&trustee, &2, &root, &(12_000 * UNIT), &1, &0, &0, &1, &root);
    assert_eq!(late, Err(Ok(OfferingError::AfterCallDate)));
    world.offering.mature();
    assert_eq!(world.utility.concluded_at(), Some(period(1).pay));
    world.assert_whole();
}

#[test]
fn a_call_covers_every_coupon_until_its_date() {
    let world = World::live();
    world.earn(0, 407_500 * UNIT);
    // Too late for the notice of the first pay date: the second coupon has to be covered as well.
    world.at(period(1).pay - 29 * DAY);
    let issuer = world.roles.issuer.clone();
    assert_eq!(world.offering.try_call(&issuer), Err(Ok(OfferingError::NotCovered)));
    world.earn(0, 12_000 * UNIT);
    assert_eq!(world.offering.call(&issuer), period(2).pay);
}

#[test]
fn there_is_no_call_without_a_pay_date_left() {
    let world = World::live();
    world.earn(0, 500_000 * UNIT);
    world.at(period(4).pay - 29 * DAY);
    assert_eq!(world.offering.try_call(&world.roles.issuer), Err(Ok(OfferingError::NoCallDate)));
}

#[test]
fn what_is_left_at_maturity_returns_loans_and_goes_by_portion() {
    let world = World::live_with(Wish {
        terms: |terms| {
            terms.rate_bps = 0;
            terms.operations_budget = 0;
            terms.capitalized_interest = 0;
        },
        periods: 1,
        ..Wish::default()
    });
    // 15,000 fill the reserve, 1,500 the renewal; party 2 pays all the principal and lends 320,000.
    world.earn(2, 416_500 * UNIT);
    assert_eq!(world.offering.party_account(&0).filled, 200_000 * UNIT);
    world.at(period(1).record + 1);
    let tree = world.propose(1, &[], 0);
    world.attest(1, &tree);
    world.at(period(1).pay);
    world.offering.fund_coupon(&1);
    world.offering.mature();

    // 21,500 are left: 10,750, 6,450 and 4,300 by portion; the borrowers' shares return loans.
    let credits = [0, 1, 2].map(|party| world.offering.party_account(&party).credit);
    assert_eq!(credits, [0, 0, 21_500 * UNIT]);
    let loans = world.offering.party_account(&0).loans;
    assert_eq!(loans, vec![&world.e, Loan { lender: 2, amount: 189_250 * UNIT }]);
    assert_eq!(world.offering.party_account(&0).own, 10_750 * UNIT);
    world.assert_whole();

    let owner = world.owners[2].clone();
    world.offering.withdraw_credit(&2, &(21_000 * UNIT));
    assert_eq!(world.e.auths()[0].0, owner);
    assert_eq!(world.usd.balance(&owner), 21_000 * UNIT);
    let more = world.offering.try_withdraw_credit(&2, &(501 * UNIT));
    assert_eq!(more, Err(Ok(OfferingError::BucketTooSmall)));
    assert_eq!(world.offering.try_withdraw_credit(&2, &0), Err(Ok(OfferingError::BadAmount)));
    world.assert_whole();
}

#[test]
fn after_maturity_payments_are_credit_but_for_operations() {
    let world = matured();
    world.at(period(4).pay + HALF_YEAR);
    let receipt = world.earn(1, 5_000 * UNIT);
    // The budget of the last period was taken; no new period starts.
    assert_eq!((receipt.operations, receipt.surplus), (0, 5_000 * UNIT));
    world.offering.disburse(&Address::generate(&world.e), &UNIT);
    world.assert_whole();
}

#[test]
fn bonds_are_redeemed_at_par_and_the_offering_closes() {
    let world = matured();
    let [alice, bob, cleo] = world.holders();
    world.bond.transfer(&alice, &bob, &(25_000 * UNIT));
    let before = [&alice, &bob, &cleo].map(|who| world.usd.balance(who));
    let stranger = account(&world.e, 9);
    let batch = vec![&world.e, stranger, alice.clone(), bob.clone(), alice.clone()];
    world.e.set_auths(&[]);
    assert_eq!(world.offering.redeem(&batch), vec![&world.e, 0, 175_000 * UNIT, 175_000 * UNIT, 0]);
    assert_eq!(world.offering.outstanding(), 50_000 * UNIT);
    assert_eq!(world.offering.buckets().redemption, 50_000 * UNIT);
    world.assert_whole();
    world.offering.redeem(&vec![&world.e, cleo.clone()]);
    assert_eq!(world.offering.state(), State::Closed);
    let gained = [&alice, &bob, &cleo].map(|who| world.usd.balance(who));
    let expected = [175_000 * UNIT, 175_000 * UNIT, 50_000 * UNIT];
    for at in 0..3 {
        assert_eq!(gained[at] - before[at], expected[at]);
    }
    assert_eq!(world.offering.try_redeem(&batch), Err(Ok(OfferingError::WrongState)));
}

#[test]
fn a_line_without_bonds_is_no_redemption() {
    let world = matured();
    let [alice, bob, _] = world.holders();
    world.bond.transfer(&bob, &alice, &(150_000 * UNIT));
    let paid = world.offering.redeem(&vec![&world.e, bob.clone(), alice.clone()]);
    let address = &world.offering.address;
    let told = world.e.events().all().filter_by_contract(address);
    assert_eq!(paid, vec![&world.e, 0, 350_000 * UNIT]);
    let only = Redeemed { holders: vec![&world.e, alice], amounts: vec![&world.e, 350_000 * UNIT] };
    assert_eq!(told, [only.to_xdr(&world.e, address)]);
    world.offering.redeem(&vec![&world.e, bob]);
    assert!(world.e.events().all().filter_by_contract(address).events().is_empty(), "nothing redeemed, nothing told");
    assert_eq!(world.offering.outstanding(), 50_000 * UNIT);
}

#[test]
fn a_holder_who_cannot_be_paid_keeps_the_bonds_and_blocks_nobody() {
    let world = matured();
    let [alice, bob, cleo] = world.holders();
    world.usd_admin.set_authorized(&alice, &false);
    // A holder off the list is frozen, but still paid.
    world.offering.set_allowed(&bob, &false);
    let batch = vec![&world.e, alice.clone(), bob.clone(), cleo];
    assert_eq!(world.offering.redeem(&batch), vec![&world.e, 0, 150_000 * UNIT, 50_000 * UNIT]);
    assert_eq!(world.bond.balance(&alice), 200_000 * UNIT);
    assert!(world.bond.authorized(&alice), "the line is as it was");
    assert_eq!(world.offering.outstanding(), 200_000 * UNIT);
    world.assert_whole();

    // The same for a frozen line of bonds: it is still frozen afterwards.
    world.offering.set_allowed(&alice, &false);
    assert_eq!(world.offering.redeem(&vec![&world.e, alice.clone()]), vec![&world.e, 0]);
    assert_eq!((world.bond.balance(&alice), world.bond.authorized(&alice)), (200_000 * UNIT, false));

    world.usd_admin.set_authorized(&alice, &true);
    assert_eq!(world.offering.redeem(&vec![&world.e, alice]), vec![&world.e, 200_000 * UNIT]);
    assert_eq!(world.offering.state(), State::Closed);
}

#[test]
fn nothing_is_redeemed_before_maturity() {
    let world = World::live();
    let holders = Vec::from_array(&world.e, world.holders());
    assert_eq!(world.offering.try_redeem(&holders), Err(Ok(OfferingError::WrongState)));
}

#[test]
fn coupons_and_credits_are_paid_after_the_last_bond() {
    let world = World::live();
    world.earn(0, 440_000 * UNIT);
    let tree = world.due_coupon(1);
    world.offering.fund_coupon(&1);
    for coupon in 2..=4 {
        world.due_coupon(coupon);
        world.earn(0, 13_000 * UNIT);
        world.offering.fund_coupon(&coupon);
    }
    world.offering.mature();
    world.offering.redeem(&Vec::from_array(&world.e, world.holders()));
    assert_eq!(world.offering.state(), State::Closed);
    assert_eq!(world.offering.claim(&1, &tree.leaf(&world.e, 2)), 1_500 * UNIT);
    let credit = world.offering.party_account(&0).credit;
    world.offering.withdraw_credit(&0, &credit);
    assert_eq!(world.usd.balance(&world.owners[0]), credit);
    world.assert_whole();
}
