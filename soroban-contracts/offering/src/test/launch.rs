extern crate std;

use super::fixture::{asset_xdr, bond_asset, period, Wish, World, DAY, T0, UNIT};
use crate::error::OfferingError;
use crate::types::{Kind, Principal, State, Terms};
use crate::{Offering, OfferingClient};
use heliobond_common::testing::register;
use soroban_sdk::testutils::{Address as _, IssuerFlags};
use soroban_sdk::{Address, Vec};
use std::format;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::string::String;

#[test]
fn launch_ties_the_bond_and_opens_the_sale() {
    let world = World::draft_with(Wish::default());
    assert_eq!(world.offering.state(), State::Draft);
    assert_eq!(world.offering.bond(), None);
    world.offering.launch(&asset_xdr(&world.e, &world.bond_contract));
    assert_eq!(world.e.auths()[0].0, world.roles.issuer);
    assert_eq!(world.offering.state(), State::Funding);
    assert_eq!(world.offering.bond(), Some(world.bond.address.clone()));
    assert_eq!(
        world.offering.try_launch(&asset_xdr(&world.e, &world.bond_contract)),
        Err(Ok(OfferingError::WrongState))
    );
}

#[test]
fn launch_refuses_a_bond_that_somebody_else_can_mint() {
    let world = World::draft_with(Wish::default());
    let foreign = bond_asset(&world.e, &Address::generate(&world.e));
    let launch = world.offering.try_launch(&asset_xdr(&world.e, &foreign));
    assert_eq!(launch, Err(Ok(OfferingError::NotBondAdmin)));
}

#[test]
fn launch_refuses_a_bond_without_each_of_the_three_flags() {
    for flag in [IssuerFlags::RequiredFlag, IssuerFlags::RevocableFlag, IssuerFlags::ClawbackEnabledFlag] {
        let world = World::draft_with(Wish::default());
        world.bond_contract.issuer().clear_flag(flag);
        let launch = world.offering.try_launch(&asset_xdr(&world.e, &world.bond_contract));
        assert_eq!(launch, Err(Ok(OfferingError::BadBondFlags)));
    }
}

#[test]
fn launch_refuses_a_settlement_token_that_is_no_stellar_asset() {
    let world = World::draft_with(Wish::default());
    let mut terms = world.offering.terms();
    terms.settlement = world.utility.address.clone();
    let other = construct(&world, terms);
    let launch = other.try_launch(&asset_xdr(&world.e, &bond_asset(&world.e, &other.address)));
    assert_eq!(launch, Err(Ok(OfferingError::BadSettlement)));
}

#[test]
fn launch_refuses_a_system_that_is_bound_to_another_offering() {
    let world = World::draft_with(Wish::default());
    let other = construct(&world, world.offering.terms());
    let launch = other.try_launch(&asset_xdr(&world.e, &bond_asset(&world.e, &other.address)));
    assert_eq!(launch, Err(Ok(OfferingError::NotBound)));
}

/// A second offering for the same system.
fn construct(world: &World, terms: Terms) -> OfferingClient<'static> {
    let links = world.offering.links();
    let collections = Vec::from_slice(&world.e, &world.collections);
    let args = (
        world.roles.clone(),
        links.registry,
        links.energy,
        world.system,
        terms,
        world.offering.schedule(),
        collections,
    );
    OfferingClient::new(&world.e, &register(&world.e, "offering", Offering, args))
}

/// Whether the constructor refuses with that code. It cannot be called by a client: the host's panic names the code.
fn refused(code: OfferingError, wish: Wish) -> bool {
    match catch_unwind(AssertUnwindSafe(|| World::draft_with(wish))) {
        Ok(_) => false,
        Err(panic) => panic
            .downcast_ref::<String>()
            .is_some_and(|message| message.contains(&format!("Error(Contract, #{})", code as u32))),
    }
}

#[test]
fn the_constructor_refuses_terms_that_contradict_each_other() {
    let faults: [fn(&mut Terms); 31] = [
        |terms| terms.cap = 0,
        |terms| terms.cap = i128::MAX,
        |terms| terms.cap += 1,
        |terms| terms.minimum = 0,
        |terms| terms.minimum = terms.cap + 1,
        |terms| terms.denomination = 0,
        |terms| terms.min_ticket = 0,
        |terms| terms.max_ticket = terms.min_ticket - 1,
        |terms| terms.price_bps = 0,
        |terms| terms.rate_bps = 10_001,
        |terms| terms.funding_deadline = 0,
        |terms| terms.funding_deadline = T0,
        |terms| terms.operations_budget = -1,
        |terms| terms.reserve_from_proceeds = terms.reserve_requirement + 1,
        |terms| terms.capitalized_interest = 99_500 * UNIT,
        |terms| terms.attestations = 0,
        |terms| terms.attestations = 3,
        |terms| terms.share_bps = 1,
        |terms| (terms.kind, terms.rate_bps) = (Kind::Equity, 0),
        |terms| (terms.kind, terms.share_bps) = (Kind::Equity, 10_001),
        |terms| (terms.kind, terms.share_bps, terms.rate_bps) = (Kind::Equity, 1, 1),
        |terms| (terms.kind, terms.capitalized_interest) = (Kind::Donation, 0),
        |terms| (terms.kind, terms.rate_bps) = (Kind::Donation, 0),
        |terms| {
            (terms.kind, terms.rate_bps, terms.share_bps) = (Kind::Equity, 0, 1);
            terms.principal = Principal::PassThrough;
        },
        |terms| terms.long_stop = terms.funding_deadline,
        |terms| terms.long_stop = terms.funding_deadline + 10 * 365 * DAY + 1,
        |terms| terms.default_grace = 365 * DAY + 1,
        |terms| terms.unclaimed_after = 365 * DAY - 1,
        |terms| terms.unclaimed_after = 30 * 365 * DAY + 1,
        // A tenth of the principal.
        |terms| terms.reserve_requirement = 100_000 * UNIT + 1,
        |terms| terms.unclaimed_after = u64::MAX,
    ];
    for (at, terms) in faults.into_iter().enumerate() {
        assert!(refused(OfferingError::BadTerms, Wish { terms, ..Wish::default() }), "fault {at} passed");
    }
}

#[test]
fn terms_at_the_edge_of_what_is_sound_are_taken() {
    let edges: [fn(&mut Terms); 21] = [
        |terms| terms.minimum = terms.cap,
        |terms| terms.max_ticket = terms.min_ticket,
        |terms| (terms.denomination, terms.cap) = (1, i64::MAX.into()),
        |terms| (terms.price_bps, terms.reserve_from_proceeds, terms.capitalized_interest) = (1, 0, 0),
        |terms| terms.price_bps = 20_000,
        |terms| terms.rate_bps = 10_000,
        |terms| terms.funding_deadline = T0 + 1,
        |terms| terms.funding_deadline = period(1).record,
        |terms| (terms.operations_budget, terms.renewal_requirement) = (i64::MAX.into(), 0),
        |terms| (terms.operations_budget, terms.renewal_requirement) = (0, i64::MAX.into()),
        |terms| terms.reserve_from_proceeds = terms.reserve_requirement,
        |terms| terms.capitalized_interest = 94_500 * UNIT,
        |terms| terms.attestations = 1,
        |terms| (terms.kind, terms.rate_bps, terms.share_bps) = (Kind::Equity, 0, 1),
        |terms| (terms.kind, terms.rate_bps, terms.share_bps) = (Kind::Equity, 0, 10_000),
        |terms| (terms.kind, terms.rate_bps, terms.capitalized_interest) = (Kind::Donation, 0, 0),
        |terms| terms.long_stop = terms.funding_deadline + 1,
        |terms| terms.long_stop = terms.funding_deadline + 10 * 365 * DAY,
        |terms| terms.default_grace = 365 * DAY,
        |terms| terms.unclaimed_after = 365 * DAY,
        |terms| terms.unclaimed_after = 30 * 365 * DAY,
    ];
    for terms in edges {
        World::draft_with(Wish { terms, ..Wish::default() });
    }
    let promised = Wish { terms: |terms| terms.capitalized_interest = 94_500 * UNIT + 1, ..Wish::default() };
    assert!(refused(OfferingError::BadTerms, promised), "more than the least proceeds, with the reserve");
}

// Thirty years at 6 %: 60,000 and a thirtieth of 1,000,000 in an average year, 125 % of which are 116,666, so a tenth of
// the principal is the bound. At 0.1 %: 1,000 and a thirtieth of 1,000,000, 125 % of which are 42,916.
#[test]
fn the_reserve_is_bounded_by_the_least_of_three() {
    let thirty_years = |periods: &mut std::vec::Vec<crate::types::Period>| {
        *periods = (1..=60).map(period).collect();
        let last = periods.len() - 1;
        // From 24 February 2027 to 24 February 2057, over eight leap days.
        periods[last].pay = periods[0].start + (30 * 365 + 8) * DAY;
        periods[last].record = periods[last].pay - 15 * DAY;
    };
    let wish = |terms: fn(&mut Terms)| Wish { terms, schedule: thirty_years, ..Wish::default() };
    let accepted = |terms: fn(&mut Terms)| World::draft_with(wish(terms)).offering.terms().reserve_requirement;
    assert_eq!(accepted(|terms| terms.reserve_requirement = 100_000 * UNIT), 100_000 * UNIT);
    assert!(refused(OfferingError::BadTerms, wish(|terms| terms.reserve_requirement = 100_000 * UNIT + 1)));
    // 60 coupons of 500 and the principal: 1,030,000 x 1.25 / 30.
    let low = 42_916_6666666;
    assert_eq!(accepted(|terms| (terms.rate_bps, terms.reserve_requirement) = (10, 42_916_6666666)), low);
    assert!(refused(
        OfferingError::BadTerms,
        wish(|terms| (terms.rate_bps, terms.reserve_requirement) = (10, 42_916_6666667))
    ));
}

#[test]
fn the_constructor_refuses_an_upgrade_delay_of_less_than_thirty_days() {
    let hasty = Wish { terms: |terms| terms.upgrade_delay = 30 * DAY - 1, ..Wish::default() };
    assert!(refused(OfferingError::BadGovernance, hasty));
}

#[test]
fn the_constructor_refuses_a_schedule_with_gaps_or_without_time() {
    let faults: [fn(&mut std::vec::Vec<crate::types::Period>); 8] = [
        |periods| periods.clear(),
        |periods| periods[1].start += 1,
        |periods| periods[1].record = periods[1].start,
        |periods| periods[3].pay = periods[3].record,
        |periods| periods[0].days = 0,
        |periods| periods[0].basis = 0,
        |periods| periods[2].record = periods[2].pay - 2 * DAY,
        |periods| periods.extend((5..=121).map(period)),
    ];
    for (at, schedule) in faults.into_iter().enumerate() {
        assert!(refused(OfferingError::BadSchedule, Wish { schedule, ..Wish::default() }), "fault {at} passed");
    }
    let late = Wish { terms: |terms| terms.funding_deadline = period(1).record + 1, ..Wish::default() };
    assert!(refused(OfferingError::BadSchedule, late));
    let edges: [fn(&mut std::vec::Vec<crate::types::Period>); 3] = [
        |periods| periods[2].record = periods[2].pay - 2 * DAY - 1,
        |periods| periods[1].record = periods[1].start + 1,
        |periods| periods.extend((5..=120).map(period)),
    ];
    for schedule in edges {
        World::draft_with(Wish { schedule, ..Wish::default() });
    }
}

#[test]
fn collection_accounts_are_one_a_party() {
    let world = World::draft_with(Wish::default());
    let account = Address::generate(&world.e);
    world.offering.set_collection(&1, &account);
    assert_eq!(world.e.auths()[0].0, world.roles.trustee);
    assert_eq!(world.offering.party_account(&1).collection, account);
    let twice = world.offering.try_set_collection(&0, &account);
    assert_eq!(twice, Err(Ok(OfferingError::BadCollections)));
    let itself = world.offering.try_set_collection(&0, &world.offering.address);
    assert_eq!(itself, Err(Ok(OfferingError::BadCollections)));
    assert_eq!(world.offering.try_set_collection(&3, &account), Err(Ok(OfferingError::UnknownParty)));
}
