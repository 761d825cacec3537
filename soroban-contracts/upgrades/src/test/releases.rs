//! Each contract from its previous release to today's build: every reading call answers as before.

extern crate std;
use super::rehearsal::{built, next, previous, Stage, NOW};
use crate::{Counts, NextError};
use heliobond_certificate::{Assets, CertificateClient, Kind, Policy};
use heliobond_common::api::energy::Attested;
use heliobond_common::api::registry::{MeterKind, PartyShare};
use heliobond_common::api::tariff::{Asset, Components};
use heliobond_registry::RegistryClient;
use heliobond_tariff::TariffClient;
use soroban_sdk::testutils::Address as _;
use soroban_sdk::xdr::{Limits, WriteXdr};
use soroban_sdk::{
    contract, contractimpl, symbol_short, vec, Address, Bytes, BytesN, ConstructorArgs, Env, InvokeError, String,
};
use std::{format, string::String as StdString};

/// Fills a contract, upgrades it, migrates where the versions differ, and compares what `reads` says before and after.
fn rehearse(
    stage: &Stage,
    name: &str,
    args: impl ConstructorArgs,
    fill: impl FnOnce(&Address),
    reads: impl Fn(&Address) -> StdString,
) -> Address {
    let contract = stage.deploy(&previous(name), args);
    fill(&contract);
    let governed = stage.governed(&contract);
    let (version, before, governance) = (governed.version(), reads(&contract), governed.governance());
    stage.upgrade(&contract, &built(name));
    if governed.version() != version {
        governed.migrate();
    }
    // Each contract has the code in its own range.
    let is_refused = match governed.try_migrate() {
        Err(Ok(refusal)) => refusal == NextError::NothingToMigrate,
        Err(Err(InvokeError::Contract(code))) => code % 1_000 == 88,
        _ => false,
    };
    assert!(is_refused, "{name}: nothing is migrated twice");
    assert_eq!(reads(&contract), before, "{name}");
    assert_eq!(governed.governance(), governance, "{name}");
    assert_eq!(governed.pending_upgrade(), None, "{name}");
    contract
}

fn fill_registry(stage: &Stage, contract: &Address) {
    let (e, registry) = (&stage.e, RegistryClient::new(&stage.e, contract));
    let shares = vec![
        e,
        PartyShare { owner: Address::generate(e), portion_bps: 6_000 },
        PartyShare { owner: Address::generate(e), portion_bps: 4_000 },
    ];
    registry.propose(&stage.governance.admin, &String::from_str(e, "School roof"), &100_000, &shares);
    registry.approve(&1);
    registry.bind_offering(&1, &Address::generate(e));
    registry.register_meter(&1, &MeterKind::Site, &0, &BytesN::from_array(e, &[1; 32]), &100_000);
    registry.register_meter(&1, &MeterKind::Load, &1, &BytesN::from_array(e, &[2; 32]), &100_000);
    registry.new_epoch(&1);
    registry.accrue_ownership(&1, &vec![e, 100, 4_000]);
    registry.step_in(&1, &1);
    registry.propose(&stage.governance.admin, &String::from_str(e, "Clinic"), &1, &shares);
}

fn read_registry(stage: &Stage, contract: &Address) -> StdString {
    let registry = RegistryClient::new(&stage.e, contract);
    let systems = [1, 2].map(|system| (registry.system(&system), registry.offering_of(&system)));
    let parties = [0, 1].map(|party| registry.party(&1, &party));
    let meters = [1, 2].map(|meter| registry.meter(&meter));
    format!("{systems:?} {parties:?} {meters:?} {:?} {:?}", registry.approver(), registry.trustee())
}

#[test]
fn the_registry_keeps_its_systems_parties_and_meters() {
    let stage = Stage::new();
    let args = (stage.governance.clone(), Address::generate(&stage.e));
    let fill = |contract: &Address| fill_registry(&stage, contract);
    let contract = rehearse(&stage, "registry", args, fill, |contract| read_registry(&stage, contract));
    let registry = RegistryClient::new(&stage.e, &contract);
    registry.approve(&2);
    assert!(registry.system(&2).approved, "and goes on");
}

#[test]
fn the_tariff_keeps_its_prices() {
    let stage = Stage::new();
    let e = &stage.e;
    let [feeder, second, base] = core::array::from_fn(|_| Address::generate(e));
    let (retail, export) = (Asset::Other(symbol_short!("RETAIL")), Asset::Other(symbol_short!("EXPORT")));
    let args = (stage.governance.clone(), Asset::Stellar(base), vec![e, feeder.clone()], 3_000_000_u64, 2_500_u32);
    let fill = |contract: &Address| {
        let tariff = TariffClient::new(e, contract);
        tariff.set_price(&feeder, &retail, &2_000_000, &(NOW - 100));
        let parts = Components { base: 1_500_000, fuel: 800_000, purchase: -200_000 };
        tariff.set_components(&feeder, &retail, &parts, &NOW);
        tariff.set_price(&feeder, &retail, &9_000_000, &(NOW + 1));
        tariff.set_price(&feeder, &export, &1_000_000, &NOW);
        tariff.reaffirm(&feeder, &export);
        tariff.offer_feeder(&second);
    };
    let reads = |contract: &Address| {
        let tariff = TariffClient::new(e, contract);
        let of = |asset: &Asset| {
            let at = [NOW - 100, NOW, NOW + 5_000_000]
                .map(|at| (tariff.price_at(asset, &at), tariff.components(asset, &at)));
            (at, tariff.prices(asset, &9), tariff.waiting(asset), tariff.next_change(asset, &(NOW - 1)))
        };
        let settings = (tariff.base(), tariff.assets(), tariff.resolution(), tariff.deviation_bps());
        format!("{:?} {:?} {settings:?} {:?} {:?}", of(&retail), of(&export), tariff.feeders(), tariff.feeder_offer())
    };
    let contract = rehearse(&stage, "tariff", args, fill, reads);
    let tariff = TariffClient::new(e, &contract);
    tariff.confirm_price(&retail, &9_000_000, &(NOW + 1));
    assert_eq!(tariff.lastprice(&retail).map(|last| last.price), Some(9_000_000), "and goes on");
}

/// Attests 10 MWh more each time it is asked.
#[contract]
struct Meter;

#[contractimpl]
impl Meter {
    pub fn attested(e: &Env, _system: u32) -> Attested {
        let index = e.storage().instance().get::<_, u32>(&symbol_short!("index")).unwrap_or(0) + 1;
        e.storage().instance().set(&symbol_short!("index"), &index);
        let wh = u64::from(index) * 10_400_000;
        let to = e.ledger().timestamp();
        Attested { index, to, generated_wh: wh, measured_wh: wh, measured_to: to }
    }
}

#[test]
fn the_certificates_keep_their_accounts() {
    let stage = Stage::new();
    let e = &stage.e;
    let [owner, factors] = core::array::from_fn(|_| Address::generate(e));
    let registry_args = (stage.governance.clone(), Address::generate(e));
    let registry = stage.deploy(&built("registry"), registry_args);
    fill_registry(&stage, &registry);
    let meter = e.register(Meter, ());
    let policy = Policy {
        kind: Kind::Rec,
        owner: owner.clone(),
        owner_bps: 9_000,
        parties_bps: 1_000,
        donors_bps: 0,
        donors_root: BytesN::from_array(e, &[0; 32]),
        donors_units: 0,
        donors_count: 0,
    };
    let fill = |contract: &Address| {
        let certificate = CertificateClient::new(e, contract);
        let asset = || {
            let asset = e.register_stellar_asset_contract_v2(contract.clone()).asset();
            Bytes::from_slice(e, &asset.to_xdr(Limits::none()).unwrap())
        };
        certificate.open(&1, &Assets { rec: asset(), carbon: asset() }, &policy);
        certificate.set_factor(&726_000, &NOW, &BytesN::from_array(e, &[3; 32]));
        certificate.mint_due(&1);
        certificate.claim(&1, &Kind::Rec, &vec![e, owner.clone()]);
        stage.at(NOW + 10);
        certificate.announce_policy(&1, &Policy { kind: Kind::Carbon, ..policy.clone() });
    };
    let reads = |contract: &Address| {
        let certificate = CertificateClient::new(e, contract);
        let account = (certificate.account(&1), certificate.policy(&1), certificate.announced(&1));
        let totals = [Kind::Rec, Kind::Carbon].map(|kind| certificate.totals(&1, &kind));
        let due = certificate.due(&1, &Kind::Rec, &stage.governance.trustee);
        format!("{account:?} {totals:?} {due} {:?} {:?}", certificate.factors(), certificate.links())
    };
    let args = (stage.governance.clone(), factors, registry, meter);
    let contract = rehearse(&stage, "certificate", args, fill, reads);
    let certificate = CertificateClient::new(e, &contract);
    assert_eq!(certificate.mint_due(&1).mwh, 10, "and goes on");
    assert_eq!(certificate.policy(&1).kind, Kind::Carbon);
}

#[test]
fn a_build_whose_storage_differs_refuses_until_it_was_migrated_once() {
    let stage = Stage::new();
    let args = (stage.governance.clone(), Address::generate(&stage.e));
    let contract = stage.deploy(&previous("registry"), args);
    fill_registry(&stage, &contract);
    stage.upgrade(&contract, &next());
    let registry = stage.governed(&contract);
    assert_eq!(registry.version(), 2);
    assert_eq!(registry.try_counts(), Err(Ok(NextError::NotMigrated)));
    stage.e.mock_auths(&[]);
    registry.migrate();
    assert!(stage.e.auths().is_empty(), "anyone");
    assert_eq!(registry.counts(), Counts { systems: 2, meters: 2 });
    assert_eq!(registry.try_migrate(), Err(Ok(NextError::NothingToMigrate)));
    assert_eq!(registry.counts(), Counts { systems: 2, meters: 2 });
    assert_eq!(registry.governance(), stage.governance);
}
