//! A tender with every contract real: bonds pay for the works, statements of the oracle make the system live.

extern crate std;

use super::fixture::{env, governance, hash, roles, terms, BOND, DAY, REVEAL_BY, SCORE_BY, T0, UNIT};
use crate::error::TenderError;
use crate::types::{Pricing, Stage};
use crate::{commitment, Tender, TenderClient};
use heliobond_common::api::registry::PartyShare;
use heliobond_common::api::tariff::Asset;
use heliobond_common::governance::Governance;
use heliobond_common::testing::register;
use heliobond_energy::{Config, Energy, EnergyClient, Exports, Settings, Source, Statement};
use heliobond_offering::types::{Kind, Period, Principal, Roles as Offices, State, Terms as Bond};
use heliobond_offering::{Offering, OfferingClient};
use heliobond_registry::{Registry, RegistryClient};
use heliobond_tariff::{Tariff, TariffClient};
use soroban_sdk::testutils::{Address as _, IssuerFlags, Ledger as _};
use soroban_sdk::token::{StellarAssetClient, TokenClient};
use soroban_sdk::xdr::{Limits, WriteXdr};
use soroban_sdk::{symbol_short, vec, Address, Bytes, BytesN, Env, String};

const HOUR: u64 = 60 * 60;
const CAPACITY_W: u64 = 100_000;
const SYSTEM: u32 = 1;
/// What the bond raises.
const FUNDED: i128 = 400_000 * UNIT;

struct Plant {
    registry: RegistryClient<'static>,
    energy: EnergyClient<'static>,
    oracle: Address,
    index: u32,
    to: u64,
}

impl Plant {
    /// One system of one party, opened at [`T0`].
    fn new(e: &Env) -> Self {
        let governance = governance(e);
        let [approver, owner, oracle] = core::array::from_fn(|_| Address::generate(e));
        let registry = RegistryClient::new(e, &register(e, "registry", Registry, (governance.clone(), &approver)));
        let shares = vec![e, PartyShare { owner: owner.clone(), portion_bps: 10_000 }];
        let system = registry.propose(&owner, &String::from_str(e, "School roof"), &CAPACITY_W, &shares);
        registry.approve(&system);
        let [retail, export] = [symbol_short!("RETAIL"), symbol_short!("EXPORT")].map(Asset::Other);
        let base = Asset::Other(symbol_short!("USDC"));
        let feeders = vec![e, oracle.clone()];
        let tariff = register(e, "tariff", Tariff, (governance.clone(), base, feeders, 100 * DAY, 2_500_u32));
        for asset in [&retail, &export] {
            TariffClient::new(e, &tariff).set_price(&oracle, asset, &2_000_000, &T0);
        }
        let config = Config {
            registry: registry.address.clone(),
            tariff,
            retail,
            export,
            threshold: 1,
            due_secs: 20 * DAY,
            grace_secs: 30 * DAY,
            default_secs: 180 * DAY,
            interval_secs: HOUR,
        };
        let energy = register(e, "energy", Energy, (governance, config, vec![e, oracle.clone()]));
        let energy = EnergyClient::new(e, &energy);
        let settings = Settings { source: Source::Server, exports: Exports::CashFeedIn, critical_floor_w: vec![e, 0] };
        energy.open_system(&system, &T0, &settings);
        Self { registry, energy, oracle, index: 0, to: T0 }
    }

    /// A statement up to a time, by which the clock stands.
    fn state(&mut self, to: u64, generated_wh: u64, quality: u32) {
        let e = &self.energy.env;
        e.ledger().set_timestamp(to);
        self.index += 1;
        let statement = Statement {
            system: 1,
            index: self.index,
            from: self.to,
            to,
            generated_wh,
            exported_wh: 0,
            consumed_wh: vec![e, generated_wh],
            readings_root: BytesN::from_array(e, &[0; 32]),
            quality,
            generated_correction_wh: 0,
            exported_correction_wh: 0,
        };
        self.energy.propose(&self.oracle, &statement);
        self.to = to;
    }
}

/// What one investor's 400,000 bonds pay for; the tender is its works.
fn town(e: &Env, plant: &Plant, governance: &Governance, id: &Address, works: &Address, usd: &StellarAssetClient) {
    let [compliance, operator, unclaimed_to, collection, investor] = core::array::from_fn(|_| Address::generate(e));
    let offices = Offices {
        issuer: governance.admin.clone(),
        trustee: governance.trustee.clone(),
        compliance,
        operator,
        works: works.clone(),
    };
    let bond = Bond {
        settlement: usd.address.clone(),
        cap: FUNDED,
        minimum: FUNDED,
        denomination: UNIT,
        min_ticket: UNIT,
        max_ticket: FUNDED,
        price_bps: 10_000,
        rate_bps: 600,
        funding_deadline: T0 + 30 * DAY,
        operations_budget: 0,
        reserve_requirement: 0,
        reserve_from_proceeds: 0,
        capitalized_interest: 0,
        renewal_requirement: 0,
        kind: Kind::Bond,
        principal: Principal::SinkingFund,
        share_bps: 0,
        default_grace: 90 * DAY,
        long_stop: T0 + 365 * DAY,
        unclaimed_after: 3 * 365 * DAY,
        unclaimed_to,
        upgrade_delay: governance.upgrade_delay,
        call_notice: 30 * DAY,
        challenge_delay: 2 * DAY,
        attestations: 2,
        documents_hash: hash(e, 7),
    };
    let start = T0 + 40 * DAY;
    let schedule = vec![e, Period { start, record: start + 165 * DAY, pay: start + 180 * DAY, days: 180, basis: 360 }];
    let links = (plant.registry.address.clone(), plant.energy.address.clone(), SYSTEM);
    let args = (offices, links.0, links.1, links.2, bond, schedule, vec![e, collection]);
    e.register_at(id, Offering, args);
    plant.registry.bind_offering(&SYSTEM, id);

    let asset = e.register_stellar_asset_contract_v2(id.clone());
    for flag in [IssuerFlags::RequiredFlag, IssuerFlags::RevocableFlag, IssuerFlags::ClawbackEnabledFlag] {
        asset.issuer().set_flag(flag);
    }
    let town = OfferingClient::new(e, id);
    town.launch(&Bytes::from_slice(e, &asset.asset().to_xdr(Limits::none()).unwrap()));
    town.set_allowed(&investor, &true);
    usd.mint(&investor, &FUNDED);
    town.invest(&investor, &FUNDED);
    town.close_funding();
}

#[test]
fn two_bidders_one_contract_and_a_system_that_generates() {
    let e = env();
    let contract = e.register_stellar_asset_contract_v2(Address::generate(&e));
    let usd = StellarAssetClient::new(&e, &contract.address());
    let mut plant = Plant::new(&e);
    let (office, town_id) = (governance(&e), Address::generate(&e));
    let tender_id = register(&e, "tender", Tender, (office.clone(), &town_id, roles(&e)));
    let tender = TenderClient::new(&e, &tender_id);
    town(&e, &plant, &office, &town_id, &tender_id, &usd);
    let town = OfferingClient::new(&e, &town_id);
    assert_eq!((town.state(), town.construction()), (State::Building, FUNDED));

    let mut terms = terms(&e, &Address::generate(&e));
    terms.pricing = Pricing::Vickrey;
    assert_eq!(tender.open(&terms), 1);
    let offers = [240_000, 250_000].map(|units| {
        let bidder = Address::generate(&e);
        usd.mint(&bidder, &BOND);
        let of = || commitment::of(&e, 1, &bidder, units * UNIT, &hash(&e, 1), &hash(&e, 2));
        tender.commit(&1, &bidder, &e.as_contract(&tender_id, of), &hash(&e, 1));
        (bidder, units * UNIT)
    });
    e.ledger().set_timestamp(SCORE_BY);
    for (bidder, amount) in &offers {
        tender.reveal(&1, bidder, amount, &hash(&e, 2));
    }
    e.ledger().set_timestamp(REVEAL_BY);
    let winner = &offers[0].0;
    tender.approve(&1, winner);
    assert_eq!(tender.award(&1), 250_000 * UNIT, "the second price");
    tender.accept(&1);
    assert_eq!(tender.settle_bond(&1, &offers[1].0), BOND);

    // Until then the roof is bare: a statement of nothing is where the test starts.
    plant.state(REVEAL_BY + DAY, 0, 0);
    tender.start_commissioning(&1);
    plant.state(REVEAL_BY + 2 * DAY, 600_000, 0);
    assert_eq!(tender.try_commission(&1), Err(Ok(TenderError::NotEnoughEnergy)));
    plant.state(REVEAL_BY + 3 * DAY, 400_000, 1);
    assert_eq!(tender.try_commission(&1), Err(Ok(TenderError::NotEnoughEnergy)), "an estimate proves nothing");
    plant.state(REVEAL_BY + 4 * DAY, 0, 0);
    e.set_auths(&[]);
    tender.commission(&1);
    assert_eq!(town.state(), State::Live);
    e.mock_all_auths();

    for milestone in 0..3 {
        tender.submit_evidence(&1, &milestone, &hash(&e, 3));
        tender.certify(&1, &milestone, &hash(&e, 3));
    }
    e.ledger().set_timestamp(REVEAL_BY + 7 * DAY);
    for milestone in 0..3 {
        tender.release(&1, &milestone);
    }
    assert_eq!(tender.tender(&1).stage, Stage::Done);
    assert_eq!(tender.settle_bond(&1, winner), BOND);
    e.ledger().set_timestamp(REVEAL_BY + 187 * DAY);
    tender.release(&1, &3);
    let usd = TokenClient::new(&e, &contract.address());
    assert_eq!(usd.balance(winner), 250_000 * UNIT + BOND);
    assert_eq!((usd.balance(&town_id), town.construction()), (150_000 * UNIT, 150_000 * UNIT));
    assert_eq!((usd.balance(&tender_id), tender.bonds_held(), tender.committed()), (0, 0, 0));
}
