//! What somebody might try against the files that are deployed: each attempt fails, or gains nothing.

extern crate std;
use super::rehearsal::{built, next, Stage, NOW};
use super::town::{bond_args, Town, CAPACITY_W, DAY, DIRECT, HOUR, SYSTEM, UNIT};
use crate::NextError;
use heliobond_certificate::{Assets, Kind, Policy};
use heliobond_common::api::registry::PartyShare;
use heliobond_common::governance::MIN_UPGRADE_DELAY;
use heliobond_common::ttl;
use heliobond_energy::{EnergyError, Reading};
use heliobond_offering::error::OfferingError;
use heliobond_offering::OfferingClient;
use heliobond_tender::error::TenderError;
use soroban_sdk::testutils::{Address as _, Ledger as _};
use soroban_sdk::xdr::{Limits, WriteXdr};
use soroban_sdk::{symbol_short, vec, Address, Bytes, InvokeError, String};

fn town(stage: &Stage) -> Town {
    Town::new(stage, built)
}

#[test]
fn a_replayed_or_reordered_report_bills_nothing() {
    let stage = Stage::new();
    let town = town(&stage);
    stage.at(NOW + 5 * HOUR);
    let readings = [(1, 0, 0), (2, 1, 900), (3, 2, 1_900)].map(|(seq, hours, wh)| {
        let reading = town.reading(seq, NOW + hours * HOUR, wh);
        town.energy.report(&reading, &town.signed(&reading));
        reading
    });
    let owed = town.energy.outstanding(&DIRECT, &0);
    assert!(owed > 0);
    for reading in readings {
        assert!(town.energy.try_report(&reading, &town.signed(&reading)).is_err());
    }
    assert_eq!(town.energy.outstanding(&DIRECT, &0), owed);
}

#[test]
fn a_reading_of_another_network_contract_or_system_counts_nowhere() {
    let stage = Stage::new();
    let town = town(&stage);
    let (network, contract) = (stage.e.ledger().network_id().to_array(), town.energy.address.clone());
    let reading = town.reading(1, NOW, 0);
    let other_network = town.signed_for(&reading, [1; 32], &contract);
    let other_contract = town.signed_for(&reading, network, &town.tariff.address);
    for signature in [other_network, other_contract] {
        assert!(town.energy.try_report(&reading, &signature).is_err());
    }
    let elsewhere = Reading { system: SYSTEM, ..town.reading(1, NOW, 0) };
    assert!(town.energy.try_report(&elsewhere, &town.signed(&elsewhere)).is_err());
    assert_eq!(town.energy.meter_head(&DIRECT, &1), None);
    town.energy.report(&reading, &town.signed(&reading));
    assert!(town.energy.meter_head(&DIRECT, &1).is_some(), "the right one counts");
}

#[test]
fn a_jump_of_the_price_waits_and_a_stale_one_bills_provisionally() {
    let stage = Stage::new();
    let town = town(&stage);
    stage.at(NOW + HOUR);
    town.tariff.set_price(&town.someone, &town.retail, &(6 * UNIT), &(NOW + HOUR));
    stage.at(NOW + 2 * HOUR);
    let bills = town.energy.propose(&town.someone, &town.statement(1, NOW, NOW + 2 * HOUR, 1_000)).unwrap();
    assert_eq!((bills.get_unchecked(0).price, bills.get_unchecked(0).provisional), (2 * UNIT, false));
    stage.at(NOW + 120 * DAY);
    let late = town.statement(2, NOW + 2 * HOUR, NOW + 120 * DAY, 1_000);
    let bills = town.energy.propose(&town.someone, &late).unwrap();
    assert_eq!((bills.get_unchecked(0).price, bills.get_unchecked(0).provisional), (2 * UNIT, true));
}

#[test]
fn energy_beyond_the_plant_is_no_statement() {
    let stage = Stage::new();
    let town = town(&stage);
    stage.at(NOW + HOUR);
    let most = CAPACITY_W * 11 / 10;
    let statement = town.statement(1, NOW, NOW + HOUR, most + 1);
    let refused = town.energy.try_propose(&town.someone, &statement);
    assert_eq!(refused.unwrap_err().unwrap(), EnergyError::BeyondCapacity);
    assert!(town.energy.propose(&town.someone, &town.statement(1, NOW, NOW + HOUR, most)).is_some());
}

#[test]
fn who_copies_a_commitment_or_runs_ahead_of_a_reveal_gains_nothing() {
    let stage = Stage::new();
    let town = town(&stage);
    let (bidder, copier) = (town.bidder(), town.bidder());
    let price = 250_000 * UNIT;
    let commitment = town.commitment(&bidder, price);
    town.tender.commit(&1, &bidder, &commitment, &town.hash(1));
    town.tender.commit(&1, &copier, &commitment, &town.hash(1));
    stage.at(NOW + 2 * DAY);
    let stolen = town.tender.try_reveal(&1, &copier, &price, &town.hash(2));
    assert_eq!(stolen.unwrap_err().unwrap(), TenderError::WrongReveal);
    let changed = town.tender.try_reveal(&1, &bidder, &(price - 1), &town.hash(2));
    assert_eq!(changed.unwrap_err().unwrap(), TenderError::WrongReveal);
    town.e.set_auths(&[]);
    town.tender.reveal(&1, &bidder, &price, &town.hash(2));
    assert_eq!(town.tender.best(&1), (bidder, price));
}

#[test]
fn what_does_not_exist_takes_no_storage_and_lists_are_bounded() {
    let stage = Stage::new();
    let town = town(&stage);
    assert!(town.energy.try_advance(&999, &0).is_err());
    assert!(town.energy.try_true_up(&999, &0).is_err());
    assert!(town.registry.try_new_epoch(&999).is_err());
    assert!(town.tender.try_settle_bond(&999, &town.someone).is_err());
    for _ in 0..32 {
        let bidder = town.bidder();
        town.tender.commit(&1, &bidder, &town.hash(3), &town.hash(1));
    }
    let late = town.bidder();
    let refused = town.tender.try_commit(&1, &late, &town.hash(3), &town.hash(1));
    assert_eq!(refused.unwrap_err().unwrap(), TenderError::TooManyBids);
}

#[test]
fn a_lost_key_of_the_administrator_comes_back_after_the_delay_in_every_contract() {
    let stage = Stage::new();
    let town = town(&stage);
    let (admin, heir) = (symbol_short!("admin"), Address::generate(&stage.e));
    let contracts = town.contracts();
    for contract in &contracts {
        let governed = stage.governed(contract);
        governed.offer_role(&town.governance.trustee, &admin, &heir);
        assert!(governed.try_accept_role(&admin).is_err(), "not before the delay");
    }
    stage.at(NOW + MIN_UPGRADE_DELAY);
    for contract in &contracts {
        let governed = stage.governed(contract);
        governed.accept_role(&admin);
        assert_eq!(stage.e.auths()[0].0, heir);
        assert_eq!(governed.role(&admin), Some(heir.clone()));
    }
}

#[test]
fn no_contract_takes_other_code_before_its_time_or_against_the_veto() {
    let stage = Stage::new();
    let town = town(&stage);
    let hash = stage.upload(&next());
    let contracts = town.contracts();
    let refusal = |contract: &Address| match stage.governed(contract).try_upgrade() {
        Err(Err(InvokeError::Contract(code))) => code % 100,
        Err(Ok(NextError::TooEarly)) => 86,
        Err(Ok(NextError::NoUpgrade)) => 87,
        other => panic!("{other:?}"),
    };
    for contract in &contracts {
        stage.governed(contract).propose_upgrade(&hash);
        assert_eq!(refusal(contract), 86, "too early");
    }
    stage.at(NOW + MIN_UPGRADE_DELAY);
    for contract in &contracts {
        stage.governed(contract).cancel_upgrade(&town.governance.trustee);
        assert_eq!(refusal(contract), 87, "vetoed");
    }
}

#[test]
fn money_that_is_no_stellar_asset_is_no_settlement() {
    let stage = Stage::new();
    let town = town(&stage);
    // A contract of somebody's own, which could lie about balances or call back.
    let links = [&town.registry.address, &town.energy.address];
    let args = bond_args(&stage.e, &town.governance, links, DIRECT, &town.tariff.address, &town.someone);
    let offering = OfferingClient::new(&stage.e, &stage.deploy(&built("offering"), args));
    town.registry.bind_offering(&DIRECT, &offering.address);
    let bond = stage.e.register_stellar_asset_contract_v2(offering.address.clone()).asset();
    let refused = offering.try_launch(&Bytes::from_slice(&stage.e, &bond.to_xdr(Limits::none()).unwrap()));
    assert_eq!(refused.unwrap_err().unwrap(), OfferingError::BadSettlement);
}

#[test]
fn a_watt_hour_is_certified_once() {
    let stage = Stage::new();
    let town = town(&stage);
    let e = &stage.e;
    let (certificate, id) = (&town.certificate, &town.certificate.address);
    let asset = || {
        let asset = e.register_stellar_asset_contract_v2(id.clone()).asset();
        Bytes::from_slice(e, &asset.to_xdr(Limits::none()).unwrap())
    };
    let policy = Policy {
        kind: Kind::Rec,
        owner: town.someone.clone(),
        owner_bps: 10_000,
        parties_bps: 0,
        donors_bps: 0,
        donors_root: town.hash(0),
        donors_units: 0,
        donors_count: 0,
    };
    let assets = Assets { rec: asset(), carbon: asset() };
    certificate.open(&SYSTEM, &assets, &policy);
    assert!(certificate.try_open(&DIRECT, &assets, &policy).is_err(), "nobody else's assets");
    stage.at(NOW + 30 * HOUR);
    town.energy.propose(&town.someone, &town.statement(1, NOW, NOW + 30 * HOUR, 2_500_000));
    assert_eq!(certificate.mint_due(&SYSTEM).mwh, 2);
    assert_eq!(certificate.mint_due(&SYSTEM).mwh, 0);
    let holders = vec![e, town.someone.clone(), town.someone.clone()];
    let minted = certificate.claim(&SYSTEM, &Kind::Rec, &holders);
    assert_eq!(minted, vec![e, 2 * UNIT, 0]);
    assert_eq!(certificate.claim(&SYSTEM, &Kind::Carbon, &holders), vec![e, 0, 0]);
}

#[test]
fn an_archived_entry_comes_back_as_it_was() {
    let stage = Stage::new();
    let town = town(&stage);
    let before = (town.registry.system(&SYSTEM), town.offering.buckets(), town.offering.terms(), town.tender.terms(&1));
    let year = 365 * ttl::DAY_LEDGERS;
    assert!(ttl::RECORD.extend_to < year, "nothing lives that long by itself");
    stage.e.ledger().set_sequence_number(stage.e.ledger().sequence() + year);
    let restored = || {
        town.tariff.prices(&town.retail, &1);
        stage.e.cost_estimate().resources().disk_read_entries
    };
    assert!(restored() > 0, "read from the archive");
    assert_eq!(restored(), 0, "and live again");
    let after = (town.registry.system(&SYSTEM), town.offering.buckets(), town.offering.terms(), town.tender.terms(&1));
    assert_eq!(after, before);
    // A key that was taken stays taken: nobody makes a second system or bid out of an archived one.
    assert!(town.registry.try_bind_offering(&SYSTEM, &town.someone).is_err());
    let shares = vec![&stage.e, PartyShare { owner: town.someone.clone(), portion_bps: 10_000 }];
    let name = String::from_str(&stage.e, "Third");
    assert_eq!(town.registry.propose(&town.someone, &name, &CAPACITY_W, &shares), DIRECT + 1);
}
