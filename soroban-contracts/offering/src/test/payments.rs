extern crate std;

use super::fixture::{period, Wish, World, FIRST_START, UNIT};
use crate::error::OfferingError;
use crate::types::{Loan, Receipt, EXPORT};
use soroban_sdk::testutils::Address as _;
use soroban_sdk::Address;

/// What came in equals where it went.
fn assert_conserved(receipt: &Receipt) {
    let went = receipt.operations
        + receipt.coupon
        + receipt.reserve
        + receipt.renewal
        + receipt.principal
        + receipt.loan_returned
        + receipt.surplus;
    assert_eq!(receipt.pulled + receipt.credit_used, went);
}

/// No operations budget, no reserves, no coupon: everything applied is principal.
fn principal_only() -> Wish {
    Wish {
        terms: |terms| {
            terms.rate_bps = 0;
            terms.operations_budget = 0;
            terms.reserve_requirement = 0;
            terms.reserve_from_proceeds = 0;
            terms.capitalized_interest = 0;
            terms.renewal_requirement = 0;
        },
        ..Wish::default()
    }
}

#[test]
fn a_payment_runs_down_the_waterfall() {
    let world = World::live();
    // The coupon of 400,000 at 6 % for half a year is 12,000, of which 2,000 are capitalized.
    assert_eq!(world.offering.required_coupon(), 10_000 * UNIT);
    let receipt = world.earn(0, 30_000 * UNIT);
    let expected = Receipt {
        party: 0,
        pulled: 30_000 * UNIT,
        credit_used: 0,
        operations: 1_000 * UNIT,
        coupon: 10_000 * UNIT,
        reserve: 15_000 * UNIT,
        renewal: 1_500 * UNIT,
        principal: 2_500 * UNIT,
        loan_returned: 0,
        surplus: 0,
    };
    assert_eq!(receipt, expected);
    assert_eq!(world.offering.required_coupon(), 0);
    assert_eq!(world.offering.party_account(&0).own, 2_500 * UNIT);
    world.assert_whole();
}

#[test]
fn the_operations_budget_is_fresh_in_each_period() {
    let world = World::live();
    assert_eq!(world.earn(0, 5_000 * UNIT).operations, 1_000 * UNIT);
    assert_eq!(world.earn(0, 5_000 * UNIT).operations, 0);
    world.at(period(2).start);
    assert_eq!(world.earn(0, 5_000 * UNIT).operations, 1_000 * UNIT);

    let operator = world.roles.operator.clone();
    world.offering.draw_operations(&(1_500 * UNIT));
    assert_eq!(world.e.auths()[0].0, operator);
    assert_eq!(world.usd.balance(&operator), 1_500 * UNIT);
    assert_eq!(world.offering.try_draw_operations(&(501 * UNIT)), Err(Ok(OfferingError::BucketTooSmall)));
    assert_eq!(world.offering.try_draw_operations(&0), Err(Ok(OfferingError::BadAmount)));
    world.assert_whole();
}

#[test]
fn collect_pulls_the_whole_account_and_keeps_what_no_bill_takes() {
    let world = World::live();
    world.utility.bill(&1, &(600 * UNIT));
    world.fund(&world.collections[1], 1_000 * UNIT);
    world.e.set_auths(&[]);
    let receipt = world.offering.collect(&1);
    assert_conserved(&receipt);
    assert_eq!((receipt.pulled, receipt.operations, receipt.surplus), (1_000 * UNIT, 600 * UNIT, 400 * UNIT));
    assert_eq!(world.usd.balance(&world.collections[1]), 0);
    assert_eq!(world.offering.party_account(&1).credit, 400 * UNIT);
    world.assert_whole();

    // Credit alone pays the next bill; without a bill there is nothing to do.
    assert_eq!(world.offering.try_collect(&1), Err(Ok(OfferingError::NothingToCollect)));
    world.utility.bill(&1, &(300 * UNIT));
    let receipt = world.offering.collect(&1);
    assert_conserved(&receipt);
    assert_eq!((receipt.pulled, receipt.credit_used, receipt.surplus), (0, 400 * UNIT, 100 * UNIT));
    assert_eq!(world.energy.outstanding(&world.system, &1), 0);
    assert_eq!(world.offering.try_collect(&2), Err(Ok(OfferingError::NothingToCollect)));
    assert_eq!(world.offering.try_collect(&3), Err(Ok(OfferingError::UnknownParty)));
    world.assert_whole();
}

#[test]
fn collect_says_so_when_the_allowance_is_gone() {
    let world = World::live();
    world.fund(&world.collections[0], UNIT);
    world.usd.approve(&world.collections[0], &world.offering.address, &0, &0);
    assert_eq!(world.offering.try_collect(&0), Err(Ok(OfferingError::TransferRefused)));
    assert_eq!(world.usd.balance(&world.collections[0]), UNIT);
}

#[test]
fn a_new_collection_account_without_a_line_holds_nothing() {
    let world = World::live();
    world.offering.set_collection(&0, &super::fixture::account(&world.e, 77));
    assert_eq!(world.offering.try_collect(&0), Err(Ok(OfferingError::NothingToCollect)));
}

#[test]
fn anyone_may_pay_for_a_party() {
    let world = World::live();
    world.utility.bill(&2, &(100 * UNIT));
    let donor = Address::generate(&world.e);
    world.fund(&donor, 150 * UNIT);
    let receipt = world.offering.pay(&donor, &2, &(150 * UNIT));
    assert_eq!(world.e.auths()[0].0, donor);
    assert_conserved(&receipt);
    assert_eq!((receipt.operations, receipt.surplus), (100 * UNIT, 50 * UNIT));
    assert_eq!(world.offering.try_pay(&donor, &2, &UNIT), Err(Ok(OfferingError::TransferRefused)));
    assert_eq!(world.offering.try_pay(&donor, &2, &0), Err(Ok(OfferingError::BadAmount)));
    assert_eq!(world.offering.try_pay(&donor, &3, &UNIT), Err(Ok(OfferingError::UnknownParty)));
    world.assert_whole();
}

#[test]
fn nobody_pays_before_closing() {
    let world = World::funding();
    let donor = Address::generate(&world.e);
    world.fund(&donor, UNIT);
    assert_eq!(world.offering.try_pay(&donor, &0, &UNIT), Err(Ok(OfferingError::WrongState)));
    assert_eq!(world.offering.try_pay_export(&donor, &UNIT), Err(Ok(OfferingError::WrongState)));
    assert_eq!(world.offering.try_collect(&0), Err(Ok(OfferingError::WrongState)));
}

#[test]
fn help_is_a_loan_that_comes_back_as_credit() {
    let world = World::live_with(principal_only());
    // Accounts of 200,000, 120,000 and 80,000. Party 2 fills its own and helps with 32,000.
    let receipt = world.earn(2, 112_000 * UNIT);
    assert_conserved(&receipt);
    assert_eq!(receipt.principal, 112_000 * UNIT);
    let helped = world.offering.party_account(&0);
    assert_eq!((helped.own, helped.filled), (0, 20_000 * UNIT));
    assert_eq!(helped.loans.iter().collect::<std::vec::Vec<_>>(), [Loan { lender: 2, amount: 20_000 * UNIT }]);
    assert_eq!(world.offering.party_account(&1).filled, 12_000 * UNIT);
    assert_eq!(owned(&world), [0, 0, 2_000], "help buys nothing for the helped");

    let receipt = world.earn(0, 15_000 * UNIT);
    assert_conserved(&receipt);
    assert_eq!((receipt.loan_returned, receipt.principal), (15_000 * UNIT, 0));
    assert_eq!(world.offering.party_account(&2).credit, 15_000 * UNIT);
    assert_eq!(world.offering.party_account(&0).own, 15_000 * UNIT);
    assert_eq!(owned(&world), [375, 0, 2_000]); // 5,000 x 15,000 / 200,000

    let receipt = world.earn(0, 15_000 * UNIT);
    assert_eq!((receipt.loan_returned, receipt.principal), (5_000 * UNIT, 10_000 * UNIT));
    assert!(world.offering.party_account(&0).loans.is_empty());
    assert_eq!(world.offering.buckets().principal, 122_000 * UNIT);
    world.assert_whole();
}

#[test]
fn a_borrower_is_asked_for_its_loans_even_when_principal_is_full() {
    let world = World::live_with(principal_only());
    world.earn(2, 400_000 * UNIT);
    assert_eq!(world.offering.buckets().principal, 400_000 * UNIT);
    let receipt = world.earn(1, 130_000 * UNIT);
    assert_conserved(&receipt);
    assert_eq!((receipt.loan_returned, receipt.principal, receipt.surplus), (120_000 * UNIT, 0, 10_000 * UNIT));
    assert_eq!(world.offering.party_account(&1).credit, 10_000 * UNIT);
    assert_eq!(owned(&world), [0, 3_000, 2_000]);
    world.assert_whole();
}

#[test]
fn ownership_follows_a_party_whose_portion_changed_hands() {
    let world = World::live_with(principal_only());
    world.earn(0, 100_000 * UNIT);
    assert_eq!(owned(&world), [2_500, 0, 0]);
    world.registry.transfer_portion(&world.system, &0, &1, &4_000);
    assert_eq!(owned(&world), [500, 2_000, 0]);
    // The portion of party 0 is 1,000 by now: its payments go on and never fail.
    world.earn(0, 100_000 * UNIT);
    assert_eq!(owned(&world), [1_000, 2_000, 0]);
}

#[test]
fn export_money_belongs_to_all_by_portion() {
    let world = World::live_with(principal_only());
    let utility = Address::generate(&world.e);
    world.fund(&utility, 1_000_000 * UNIT);
    world.utility.bill_export(&(100_000 * UNIT));
    let too_much = world.offering.try_pay_export(&utility, &(100_001 * UNIT));
    assert_eq!(too_much, Err(Ok(OfferingError::ExceedsExportDue)));
    assert_eq!(world.offering.try_pay_export(&utility, &0), Err(Ok(OfferingError::BadAmount)));

    let receipt = world.offering.pay_export(&utility, &(100_000 * UNIT));
    assert_eq!(world.e.auths()[0].0, utility);
    assert_conserved(&receipt);
    assert_eq!((receipt.party, receipt.principal), (EXPORT, 100_000 * UNIT));
    assert_eq!(owned(&world), [1_250, 750, 500]);
    assert_eq!(world.energy.export_due(&world.system), 0);

    world.utility.bill_export(&(300_001 * UNIT + 3));
    let receipt = world.offering.pay_export(&utility, &(300_001 * UNIT + 3));
    assert_conserved(&receipt);
    assert_eq!(receipt.surplus, UNIT + 3);
    let credits = [0, 1, 2].map(|party| world.offering.party_account(&party).credit);
    assert_eq!(credits, [5_000_003, 3_000_000, 2_000_000]);
    assert_eq!(owned(&world), [5_000, 3_000, 2_000]);
    world.assert_whole();
}

#[test]
fn credit_stays_until_maturity() {
    let world = World::live();
    world.fund(&world.collections[1], UNIT);
    world.offering.collect(&1);
    assert_eq!(world.offering.try_withdraw_credit(&1, &UNIT), Err(Ok(OfferingError::WrongState)));
    assert_eq!(world.offering.try_withdraw_credit(&3, &UNIT), Err(Ok(OfferingError::UnknownParty)));
}

#[test]
fn capitalized_interest_pays_coupons_before_revenue_does() {
    let world = World::live_with(Wish { terms: |terms| terms.capitalized_interest = 20_000 * UNIT, ..Wish::default() });
    assert_eq!(world.offering.required_coupon(), 0);
    assert_eq!(world.earn(0, 5_000 * UNIT).coupon, 0);
    world.at(period(2).start);
    // 24,000 for two periods, 20,000 are there.
    assert_eq!(world.offering.required_coupon(), 4_000 * UNIT);
    assert_eq!(world.earn(0, 10_000 * UNIT).coupon, 4_000 * UNIT);
}

#[test]
fn a_period_counts_from_its_start_on() {
    let world = World::live();
    // Live already, but no period runs: nothing is required and the capitalized interest waits.
    world.at(FIRST_START - 1);
    assert_eq!(world.offering.required_coupon(), 0);
    world.at(FIRST_START);
    assert_eq!(world.offering.required_coupon(), 10_000 * UNIT);
}

#[test]
fn a_frozen_payer_pays_nothing() {
    let world = World::live();
    let payer = super::fixture::account(&world.e, 50);
    world.fund(&payer, UNIT);
    world.usd_admin.set_authorized(&payer, &false);
    assert_eq!(world.offering.try_pay(&payer, &0, &UNIT), Err(Ok(OfferingError::TransferRefused)));
}

fn owned(world: &World) -> [u32; 3] {
    let parties = world.system().parties;
    [0, 1, 2].map(|at| parties.get(at).unwrap().owned_bps)
}
