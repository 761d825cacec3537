//! With the real energy contract: statements that oracles attest become certificates, estimates only once measured.

extern crate std;
use super::fixture::{asset_xdr, DAY, MWH, NOW, ONE};
use crate::{Assets, Certificate, CertificateClient, Kind, Policy};
use heliobond_common::api::{registry::PartyShare, tariff::Asset};
use heliobond_common::governance::{Governance, MIN_UPGRADE_DELAY};
use heliobond_common::testing::register;
use heliobond_energy::{Config, Energy, EnergyClient, Exports, Settings, Source, Statement};
use heliobond_registry::{Registry, RegistryClient};
use heliobond_tariff::{Tariff, TariffClient};
use soroban_sdk::testutils::{Address as _, Ledger as _};
use soroban_sdk::{symbol_short, vec, Address, BytesN, Env, String};

struct Plant {
    e: Env,
    owner: Address,
    oracle: Address,
    energy: EnergyClient<'static>,
    certificate: CertificateClient<'static>,
}

fn plant() -> Plant {
    let e = Env::default();
    e.mock_all_auths();
    e.ledger().set_timestamp(NOW);
    let [admin, trustee, feeder, oracle, owner] = core::array::from_fn(|_| Address::generate(&e));
    let governance = Governance { admin: admin.clone(), trustee, upgrade_delay: MIN_UPGRADE_DELAY };
    let registry = RegistryClient::new(&e, &register(&e, "registry", Registry, (governance.clone(), &admin)));
    let shares = vec![&e, PartyShare { owner: Address::generate(&e), portion_bps: 10_000 }];
    registry.propose(&admin, &String::from_str(&e, "School roof"), &1_000_000, &shares);
    registry.approve(&1);

    let [retail, export] = [symbol_short!("RETAIL"), symbol_short!("EXPORT")].map(Asset::Other);
    let base = Asset::Other(symbol_short!("USDC"));
    let feeders = vec![&e, feeder.clone()];
    let tariff = register(&e, "tariff", Tariff, (governance.clone(), base, feeders, 300 * DAY, 2_500_u32));
    TariffClient::new(&e, &tariff).set_price(&feeder, &retail, &2_000_000, &0);
    let config = Config {
        registry: registry.address.clone(),
        tariff,
        retail,
        export,
        threshold: 1,
        due_secs: 20 * DAY,
        grace_secs: 30 * DAY,
        default_secs: 180 * DAY,
        interval_secs: 3_600,
    };
    let oracles = vec![&e, oracle.clone()];
    let energy = EnergyClient::new(&e, &register(&e, "energy", Energy, (governance.clone(), config, oracles)));
    let settings = Settings { source: Source::Server, exports: Exports::CashFeedIn, critical_floor_w: vec![&e, 0] };
    energy.open_system(&1, &NOW, &settings);

    let id = register(&e, "certificate", Certificate, (governance, &admin, &registry.address, &energy.address));
    let certificate = CertificateClient::new(&e, &id);
    let [rec, carbon] = core::array::from_fn(|_| asset_xdr(&e, &e.register_stellar_asset_contract_v2(id.clone())));
    let policy = Policy {
        kind: Kind::Rec,
        owner: owner.clone(),
        owner_bps: 10_000,
        parties_bps: 0,
        donors_bps: 0,
        donors_root: BytesN::from_array(&e, &[0; 32]),
        donors_units: 0,
        donors_count: 0,
    };
    certificate.open(&1, &Assets { rec, carbon }, &policy);
    Plant { e, owner, oracle, energy, certificate }
}

impl Plant {
    /// A day's statement; certifies what is due after it.
    fn day(&self, index: u32, generated_wh: u64, quality: u32, correction_wh: i64) -> u64 {
        let to = NOW + u64::from(index) * DAY;
        self.e.ledger().set_timestamp(to);
        let statement = Statement {
            system: 1,
            index,
            from: to - DAY,
            to,
            generated_wh,
            exported_wh: 0,
            consumed_wh: vec![&self.e, generated_wh],
            readings_root: BytesN::from_array(&self.e, &[0; 32]),
            quality,
            generated_correction_wh: correction_wh,
            exported_correction_wh: 0,
        };
        self.energy.propose(&self.oracle, &statement);
        self.certificate.mint_due(&1).mwh
    }
}

#[test]
fn what_oracles_attest_as_measured_is_certified_and_an_estimate_only_once_measured() {
    let plant = plant();
    assert_eq!(plant.day(1, 5 * MWH / 2, 0, 0), 2);
    assert_eq!(plant.day(2, 4 * MWH, 1, 0), 0, "an estimate proves nothing");
    assert_eq!(plant.day(3, MWH, 0, -1_000_000), 4, "the register at the end proves 2.5 + 4 - 1 + 1 MWh");
    let account = plant.certificate.account(&1);
    assert_eq!((account.rec_mwh, account.carry_wh, account.counted_to), (6, 500_000, NOW + 3 * DAY));
    assert_eq!(account.counted_wh, plant.energy.attested(&1).measured_wh);
    assert_eq!(plant.certificate.due(&1, &Kind::Rec, &plant.owner), 6 * ONE);
}
