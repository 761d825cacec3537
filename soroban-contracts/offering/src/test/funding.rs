use super::fixture::{account, total, Wish, World, DEADLINE, UNIT};
use crate::error::OfferingError;
use crate::types::{Deposit, State};
use soroban_sdk::testutils::{Address as _, AuthorizedFunction};
use soroban_sdk::{vec, Address, Symbol, Vec};

#[test]
fn investing_opens_the_line_pays_and_locks_the_bonds() {
    let world = World::funding();
    let alice = account(&world.e, 1);
    world.offering.set_allowed(&alice, &true);
    assert_eq!(world.e.auths()[0].0, world.roles.compliance);
    world.fund(&alice, 1_000 * UNIT);

    // 99.5 % of 1,000.
    assert_eq!(world.offering.invest(&alice, &(1_000 * UNIT)), 995 * UNIT);
    let auths = world.e.auths();
    assert_eq!(auths.len(), 1, "the investor signs once");
    let (signer, tree) = &auths[0];
    assert_eq!(*signer, alice);
    let named = |name: &str| {
        tree.sub_invocations.iter().any(|call| match &call.function {
            AuthorizedFunction::Contract((_, function, _)) => *function == Symbol::new(&world.e, name),
            _ => false,
        })
    };
    assert!(named("trust") && named("transfer") && tree.sub_invocations.len() == 2);

    assert_eq!(world.bond.balance(&alice), 1_000 * UNIT);
    assert!(!world.bond.authorized(&alice), "bonds cannot move before closing");
    assert_eq!(world.usd.balance(&alice), 5 * UNIT);
    assert_eq!(world.offering.minted(), 1_000 * UNIT);
    assert_eq!(world.offering.deposit(&alice), Deposit { bonds: 1_000 * UNIT, paid: 995 * UNIT });
    assert_eq!(world.offering.buckets().deposits, 995 * UNIT);
    world.assert_whole();

    // A second purchase finds the line.
    world.fund(&alice, 1_000 * UNIT);
    world.offering.invest(&alice, &(200 * UNIT));
    assert_eq!(world.e.auths()[0].1.sub_invocations.len(), 1, "no second trustline");
    assert_eq!(world.bond.balance(&alice), 1_200 * UNIT);
}

#[test]
fn the_cost_is_rounded_up() {
    let world = World::funding_with(Wish {
        terms: |terms| {
            terms.denomination = 1;
            terms.min_ticket = 1;
        },
        ..Wish::default()
    });
    let alice = account(&world.e, 1);
    world.offering.set_allowed(&alice, &true);
    world.fund(&alice, 10);
    assert_eq!(world.offering.invest(&alice, &3), 3); // 2.985
}

#[test]
fn investing_is_refused_outside_the_terms() {
    let world = World::funding();
    let alice = account(&world.e, 1);
    world.fund(&alice, 2_000_000 * UNIT);
    let refusal = |amount: i128| world.offering.try_invest(&alice, &amount).unwrap_err().unwrap();
    assert_eq!(refusal(1_000 * UNIT), OfferingError::NotAllowed);
    world.offering.set_allowed(&alice, &true);
    assert_eq!(refusal(0), OfferingError::BadAmount);
    assert_eq!(refusal(-100 * UNIT), OfferingError::BadAmount);
    assert_eq!(refusal(100 * UNIT), OfferingError::BelowMinTicket);
    assert_eq!(refusal(250 * UNIT), OfferingError::OffDenomination);
    assert_eq!(refusal(600_100 * UNIT), OfferingError::AboveMaxTicket);

    world.offering.invest(&alice, &(600_000 * UNIT));
    assert_eq!(refusal(200 * UNIT), OfferingError::AboveMaxTicket);
    world.invest(&account(&world.e, 2), 300_000);
    let carol = account(&world.e, 3);
    world.offering.set_allowed(&carol, &true);
    world.fund(&carol, 1_000_000 * UNIT);
    let over = world.offering.try_invest(&carol, &(100_100 * UNIT));
    assert_eq!(over, Err(Ok(OfferingError::OverCap)));

    world.offering.set_allowed(&carol, &false);
    assert_eq!(world.offering.try_invest(&carol, &(200 * UNIT)), Err(Ok(OfferingError::NotAllowed)));
    world.offering.set_allowed(&carol, &true);
    world.at(DEADLINE);
    assert_eq!(world.offering.try_invest(&carol, &(200 * UNIT)), Err(Ok(OfferingError::FundingOver)));
    world.offering.close_funding();
    assert_eq!(world.offering.try_invest(&carol, &(200 * UNIT)), Err(Ok(OfferingError::WrongState)));
    assert_eq!(world.offering.minted(), 900_000 * UNIT);
}

#[test]
fn an_investor_without_money_gets_nothing() {
    let world = World::funding();
    let alice = account(&world.e, 1);
    world.offering.set_allowed(&alice, &true);
    world.fund(&alice, 198 * UNIT);
    let invest = world.offering.try_invest(&alice, &(200 * UNIT));
    assert_eq!(invest, Err(Ok(OfferingError::TransferRefused)));
    assert_eq!((world.offering.minted(), world.offering.deposit(&alice).bonds), (0, 0));
    assert!(world.bond.try_balance(&alice).is_err(), "not even a line is left behind");
}

#[test]
fn a_pause_stops_new_money_and_nothing_else() {
    let world = World::funding();
    let alice = account(&world.e, 1);
    world.invest(&alice, 1_000);
    world.offering.pause(&world.roles.trustee);
    assert_eq!(world.e.auths()[0].0, world.roles.trustee);
    assert!(world.offering.paused());
    assert_eq!(world.offering.try_invest(&alice, &(200 * UNIT)), Err(Ok(OfferingError::Paused)));
    let outsider = Address::generate(&world.e);
    assert_eq!(world.offering.try_unpause(&outsider), Err(Ok(OfferingError::NotGuardian)));

    world.at(DEADLINE);
    world.offering.close_funding();
    assert_eq!(world.offering.refund(&alice), 995 * UNIT);
}

#[test]
fn the_issuer_closes_once_the_minimum_is_sold() {
    let world = World::funding();
    world.invest(&account(&world.e, 1), 99_900);
    assert_eq!(world.offering.try_close_funding(), Err(Ok(OfferingError::MinimumNotReached)));
    world.invest(&account(&world.e, 2), 300);
    world.offering.close_funding();
    assert_eq!(world.e.auths()[0].0, world.roles.issuer);
    assert_eq!(world.offering.state(), State::Building);

    // 100,200 bonds at 99.5 %: reserve and capitalized interest first, the rest builds.
    let buckets = world.offering.buckets();
    assert_eq!((buckets.reserve, buckets.coupon, buckets.deposits), (5_000 * UNIT, 2_000 * UNIT, 0));
    assert_eq!(buckets.construction, 99_699 * UNIT - 7_000 * UNIT);
    world.assert_whole();
    let account_1 = world.offering.party_account(&1);
    assert_eq!((account_1.portion_bps, account_1.account), (3_000, 30_060 * UNIT));
}

#[test]
fn anyone_closes_after_the_deadline() {
    let world = World::funding();
    world.invest(&account(&world.e, 1), 100_000);
    world.at(DEADLINE);
    world.e.set_auths(&[]);
    world.offering.close_funding();
    assert_eq!(world.offering.state(), State::Building);
    assert_eq!(world.offering.try_close_funding(), Err(Ok(OfferingError::WrongState)));
}

#[test]
fn an_offering_that_sold_nothing_is_closed_at_once() {
    let world = World::funding();
    world.at(DEADLINE);
    world.offering.close_funding();
    assert_eq!(world.offering.state(), State::Closed);
}

#[test]
fn below_the_minimum_everybody_gets_the_deposit_back_against_the_bonds() {
    let world = World::funding();
    let [alice, bob, cleo] = world.holders();
    for (who, bonds) in [(&alice, 1_000), (&bob, 2_000), (&cleo, 500)] {
        world.invest(who, bonds);
    }
    assert_eq!(world.offering.try_refund(&alice), Err(Ok(OfferingError::WrongState)));
    world.at(DEADLINE);
    world.offering.close_funding();
    assert_eq!(world.offering.state(), State::Refunding);
    world.offering.set_allowed(&alice, &true);
    assert!(!world.bond.authorized(&alice), "bonds stay locked while deposits go back");

    world.e.set_auths(&[]);
    assert_eq!(world.offering.refund(&alice), 995 * UNIT);
    assert_eq!((world.usd.balance(&alice), world.bond.balance(&alice)), (1_000 * UNIT, 0));
    assert_eq!(world.offering.try_refund(&alice), Err(Ok(OfferingError::NothingDeposited)));
    world.assert_whole();
    world.offering.refund(&bob);
    assert_eq!(world.offering.state(), State::Refunding);
    world.offering.refund(&cleo);
    assert_eq!(world.offering.state(), State::Closed);
    assert_eq!((total(&world.offering.buckets()), world.usd.balance(&world.offering.address)), (0, 0));
    assert_eq!(world.offering.outstanding(), 0);
    assert_eq!(world.offering.try_collect(&0), Err(Ok(OfferingError::WrongState)));
}

#[test]
fn a_refund_that_cannot_be_paid_leaves_the_bonds() {
    let world = World::funding();
    let alice = account(&world.e, 1);
    world.invest(&alice, 1_000);
    world.at(DEADLINE);
    world.offering.close_funding();
    world.usd_admin.set_authorized(&alice, &false);
    assert_eq!(world.offering.try_refund(&alice), Err(Ok(OfferingError::RefundBlocked)));
    assert_eq!(world.bond.balance(&alice), 1_000 * UNIT);
    world.usd_admin.set_authorized(&alice, &true);
    assert_eq!(world.offering.refund(&alice), 995 * UNIT);
}

#[test]
fn release_authorizes_allowed_holders_with_a_line() {
    let world = World::funding();
    let [alice, bob, cleo] = world.holders();
    world.invest(&alice, 60_000);
    world.invest(&bob, 60_000);
    world.invest(&cleo, 60_000);
    let stranger = account(&world.e, 9);
    world.offering.set_allowed(&stranger, &true);
    let everybody = vec![&world.e, alice.clone(), bob.clone(), cleo.clone(), stranger];
    assert_eq!(world.offering.try_release(&everybody), Err(Ok(OfferingError::WrongState)));
    world.offering.close_funding();
    world.offering.set_allowed(&bob, &false);

    world.e.set_auths(&[]);
    assert_eq!(world.offering.release(&everybody), 2);
    assert!(world.bond.authorized(&alice) && world.bond.authorized(&cleo));
    assert!(!world.bond.authorized(&bob), "off the list");
    assert_eq!(world.offering.release(&everybody), 0);
}

#[test]
fn the_allow_list_moves_lines_after_funding_only() {
    let world = World::live();
    let [alice, bob, _] = world.holders();
    world.bond.transfer(&alice, &bob, &(10 * UNIT));
    world.offering.set_allowed(&alice, &false);
    assert!(world.bond.try_transfer(&alice, &bob, &(10 * UNIT)).is_err(), "frozen");
    world.offering.set_allowed(&alice, &true);
    world.bond.transfer(&alice, &bob, &(10 * UNIT));

    let newcomer = account(&world.e, 9);
    world.offering.set_allowed(&newcomer, &true);
    world.bond.trust(&newcomer);
    assert_eq!(world.offering.release(&Vec::from_array(&world.e, [newcomer.clone()])), 1);
    world.bond.transfer(&alice, &newcomer, &(10 * UNIT));
    assert_eq!(world.bond.balance(&newcomer), 10 * UNIT);
}

#[test]
fn construction_money_goes_out_by_works_alone() {
    let world = World::live();
    let builder = account(&world.e, 9);
    world.fund(&builder, 0);
    let before = world.offering.buckets().construction;
    world.offering.disburse(&builder, &(10_000 * UNIT));
    assert_eq!(world.e.auths()[0].0, world.roles.works);
    assert_eq!(world.usd.balance(&builder), 10_000 * UNIT);
    assert_eq!(world.offering.buckets().construction, before - 10_000 * UNIT);
    world.assert_whole();
    assert_eq!(world.offering.try_disburse(&builder, &before), Err(Ok(OfferingError::BucketTooSmall)));
    assert_eq!(world.offering.try_disburse(&builder, &0), Err(Ok(OfferingError::BadAmount)));
    let without_line = account(&world.e, 10);
    let refused = world.offering.try_disburse(&without_line, &UNIT);
    assert_eq!(refused, Err(Ok(OfferingError::TransferRefused)));
    world.assert_whole();
}

#[test]
fn works_announces_the_system_once() {
    let world = World::funding();
    assert_eq!(world.offering.try_go_live(), Err(Ok(OfferingError::WrongState)));
    assert_eq!(
        world.offering.try_disburse(&world.roles.works, &UNIT),
        Err(Ok(OfferingError::WrongState)),
        "deposits are not construction money"
    );
    world.invest(&account(&world.e, 1), 100_000);
    world.offering.close_funding();
    world.offering.go_live();
    assert_eq!(world.e.auths()[0].0, world.roles.works);
    assert_eq!(world.offering.try_go_live(), Err(Ok(OfferingError::WrongState)));
}
