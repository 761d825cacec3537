//! From a statement of energy to the last bond, with every contract real.

extern crate std;

use super::fixture::{period, Wish, World, FIRST_START, T0, UNIT};
use crate::types::State;
use heliobond_common::api::tariff::Asset;
use heliobond_common::governance::{Governance, MIN_UPGRADE_DELAY};
use heliobond_common::testing::register;
use heliobond_energy::{Config, Energy, EnergyClient, Exports, Settings, Source, Statement};
use heliobond_tariff::{Tariff, TariffClient};
use soroban_sdk::testutils::Address as _;
use soroban_sdk::{vec, Address, BytesN, Env, Vec};

const HOUR: u64 = 60 * 60;

/// One oracle, which is whoever signs here; 2 a kWh, 1 for exports.
fn energy(e: &Env, registry: &Address) -> Address {
    let someone = Address::generate(e);
    let [retail, export, base] =
        ["RETAIL", "EXPORT", "USDC"].map(|name| Asset::Other(soroban_sdk::Symbol::new(e, name)));
    let feeders = vec![e, someone.clone()];
    let office = Governance { admin: someone.clone(), trustee: Address::generate(e), upgrade_delay: MIN_UPGRADE_DELAY };
    let tariff = register(e, "tariff", Tariff, (&office, base, feeders.clone(), 1_000 * 24 * HOUR, 2_500_u32));
    let prices = TariffClient::new(e, &tariff);
    prices.set_price(&someone, &retail, &(2 * UNIT), &T0);
    prices.set_price(&someone, &export, &UNIT, &T0);
    let config = Config {
        registry: registry.clone(),
        tariff,
        retail,
        export,
        threshold: 1,
        due_secs: 20 * 24 * HOUR,
        grace_secs: 30 * 24 * HOUR,
        default_secs: 180 * 24 * HOUR,
        interval_secs: 24 * HOUR,
    };
    register(e, "energy", Energy, (&office, config, oracles(e)))
}

/// Always the same one.
fn oracles(e: &Env) -> Vec<Address> {
    vec![e, super::fixture::account(e, 150)]
}

fn report(world: &World, energy: &EnergyClient, index: u32, from: u64, consumed_wh: [u64; 3], exported_wh: u64) {
    let statement = Statement {
        system: world.system,
        index,
        from,
        to: from + 1_000 * HOUR,
        generated_wh: consumed_wh.iter().sum::<u64>() + exported_wh,
        exported_wh,
        consumed_wh: Vec::from_array(&world.e, consumed_wh),
        readings_root: BytesN::from_array(&world.e, &[0; 32]),
        quality: 0,
        generated_correction_wh: 0,
        exported_correction_wh: 0,
    };
    let oracle = oracles(&world.e).get(0).unwrap();
    assert!(energy.propose(&oracle, &statement).is_some(), "final at once");
}

#[test]
fn energy_becomes_money_becomes_property() {
    let world = World::live_with(Wish {
        periods: 1,
        terms: |terms| {
            // A small issue, so that one system's energy can repay it.
            (terms.rate_bps, terms.operations_budget, terms.cap) = (0, 0, 4_000_000 * UNIT);
            (terms.reserve_requirement, terms.reserve_from_proceeds) = (395_000 * UNIT, 395_000 * UNIT);
            (terms.minimum, terms.price_bps, terms.capitalized_interest) = (400_000 * UNIT, 10_000, 0);
            terms.renewal_requirement = 0;
        },
        energy: Some(energy),
        ..Wish::default()
    });
    let energy = EnergyClient::new(&world.e, &world.offering.links().energy);
    let settings = Settings {
        source: Source::Server,
        exports: Exports::CashFeedIn,
        critical_floor_w: Vec::from_array(&world.e, [0; 3]),
    };
    energy.open_system(&world.system, &FIRST_START, &settings);
    world.at(FIRST_START + 1_000 * HOUR);
    // 1,000, 1,500 and 500 kWh at 2, and 600 kWh exported at 1.
    report(&world, &energy, 1, FIRST_START, [1_000_000, 1_500_000, 500_000], 600_000);
    assert_eq!(energy.outstanding(&world.system, &1), 3_000 * UNIT);

    for (party, paid) in [(0_u32, 2_000), (1, 3_100), (2, 400)] {
        world.fund(&world.collections[party as usize], paid * UNIT);
        world.offering.collect(&party);
    }
    assert_eq!(energy.outstanding(&world.system, &1), 0);
    assert_eq!(energy.outstanding(&world.system, &2), 600 * UNIT);
    assert_eq!(world.offering.party_account(&1).credit, 100 * UNIT);
    assert_eq!(world.offering.buckets().principal, 5_400 * UNIT);

    let utility = Address::generate(&world.e);
    world.fund(&utility, 600 * UNIT);
    world.offering.pay_export(&utility, &(600 * UNIT));
    assert_eq!(energy.export_due(&world.system), 0);
    let owned: std::vec::Vec<u32> = world.system().parties.iter().map(|party| party.owned_bps).collect();
    // Of 200,000, 120,000 and 80,000: 2,300, 3,180 and 520 by own and export money.
    assert_eq!(owned, [57, 79, 13]);
    world.assert_whole();

    world.at(period(1).record + 1);
    let tree = world.propose(1, &[], 0);
    world.attest(1, &tree);
    world.at(period(1).pay);
    world.offering.fund_coupon(&1);
    world.offering.mature();
    assert_eq!(world.offering.state(), State::Matured);
    assert_eq!(energy.system_state(&world.system).concluded_at, Some(period(1).pay));
    let owned: u32 = world.system().parties.iter().map(|party| party.owned_bps).sum();
    assert_eq!(owned, 10_000);
    world.offering.redeem(&Vec::from_array(&world.e, world.holders()));
    assert_eq!(world.offering.state(), State::Closed);
    world.assert_whole();

    // Energy is free from now on; what was billed before is still owed, and paid money belongs to who paid it.
    world.fund(&world.collections[2], 700 * UNIT);
    let receipt = world.offering.collect(&2);
    // 1,000 were left at maturity, a fifth of it for party 2.
    assert_eq!((receipt.credit_used, receipt.surplus), (200 * UNIT, 900 * UNIT));
    assert_eq!(energy.outstanding(&world.system, &2), 0);
    let owner = world.owners[2].clone();
    let credit = world.offering.party_account(&2).credit;
    world.offering.withdraw_credit(&2, &credit);
    assert_eq!(world.usd.balance(&owner), credit);
    world.assert_whole();
}
