//! The energy contract's guarantees, through its calls, with the real registry and the real tariff: what the tests share.

extern crate std;
use crate::{Bill, Config, Energy, EnergyClient, EnergyError, Exports, Settings, Source, Statement};
use heliobond_common::{
    api::{registry::PartyShare, tariff::Asset},
    governance::Governance,
    testing::register,
};
use heliobond_registry::{Registry, RegistryClient};
use heliobond_tariff::{Tariff, TariffClient};
use soroban_sdk::{
    symbol_short,
    testutils::{Address as _, Events as _, Ledger as _, MockAuth, MockAuthInvoke},
    vec,
    xdr::ToXdr,
    Address, BytesN, Env, IntoVal, String, Val, Vec,
};
use std::vec::Vec as StdVec;

mod attacks;
mod direct;
mod ladder;
mod model;
mod oracles;
mod statements;
mod trueup;

const START: u64 = 1_790_000_000;
const HOUR: u64 = 3_600;
const DUE: u64 = 20 * 24 * HOUR;
const GRACE: u64 = 30 * 24 * HOUR;
const DEFAULT: u64 = 6 * 30 * 24 * HOUR;
const DELAY: u64 = 30 * 24 * HOUR;
const MAX_AGE: u64 = 100 * 24 * HOUR;
const RETAIL: i128 = 2_086_003;
const EXPORT: i128 = 1_000_001;
const CAPACITY_W: u64 = 100_000;
const FLOOR_W: u64 = 1_500;

struct Setup {
    e: Env,
    admin: Address,
    trustee: Address,
    feeder: Address,
    oracles: [Address; 3],
    offering: Address,
    registry: RegistryClient<'static>,
    tariff: TariffClient<'static>,
    energy: EnergyClient<'static>,
    retail: Asset,
    export: Asset,
}

/// One system with two parties and an offering, opened at `START`; now is a day later; prices since long before.
fn setup(threshold: u32) -> Setup {
    with_parties(threshold, &[6_000, 4_000])
}

fn with_parties(threshold: u32, portions_bps: &[u32]) -> Setup {
    with_settings(threshold, portions_bps, Source::Server, Exports::CashFeedIn)
}

fn with_settings(threshold: u32, portions_bps: &[u32], source: Source, exports: Exports) -> Setup {
    let e = Env::default();
    e.mock_all_auths();
    e.ledger().set_timestamp(START + 24 * HOUR);
    let [admin, trustee, feeder, offering, approver, proposer] = core::array::from_fn(|_| Address::generate(&e));
    let oracles: [Address; 3] = core::array::from_fn(|_| Address::generate(&e));

    let governance = Governance { admin: admin.clone(), trustee: trustee.clone(), upgrade_delay: DELAY };
    let registry = RegistryClient::new(&e, &register(&e, "registry", Registry, (governance.clone(), &approver)));
    let mut shares = vec![&e];
    for portion_bps in portions_bps {
        shares.push_back(PartyShare { owner: Address::generate(&e), portion_bps: *portion_bps });
    }
    registry.propose(&proposer, &String::from_str(&e, "Escuela"), &CAPACITY_W, &shares);
    registry.approve(&1);
    registry.bind_offering(&1, &offering);

    let [retail, export] = [symbol_short!("RETAIL"), symbol_short!("EXPORT")].map(Asset::Other);
    let base = Asset::Other(symbol_short!("USDC"));
    let tariff =
        register(&e, "tariff", Tariff, (governance.clone(), base, vec![&e, feeder.clone()], MAX_AGE, 2_500_u32));
    let tariff = TariffClient::new(&e, &tariff);
    tariff.set_price(&feeder, &retail, &RETAIL, &(START - HOUR));
    tariff.set_price(&feeder, &export, &EXPORT, &(START - HOUR));

    let voters = Vec::from_array(&e, oracles.clone());
    let config = Config {
        registry: registry.address.clone(),
        tariff: tariff.address.clone(),
        retail: retail.clone(),
        export: export.clone(),
        threshold,
        due_secs: DUE,
        grace_secs: GRACE,
        default_secs: DEFAULT,
        interval_secs: HOUR,
    };
    let energy = EnergyClient::new(&e, &register(&e, "energy", Energy, (governance, config, voters)));
    let mut critical_floor_w = vec![&e];
    for _ in portions_bps {
        critical_floor_w.push_back(FLOOR_W);
    }
    energy.open_system(&1, &START, &Settings { source, exports, critical_floor_w });
    Setup { e, admin, trustee, feeder, oracles, offering, registry, tariff, energy, retail, export }
}

impl Setup {
    fn statement(&self, index: u32, generated_wh: u64, exported_wh: u64, consumed_wh: &[u64]) -> Statement {
        Statement {
            system: 1,
            index,
            from: START + u64::from(index - 1) * HOUR,
            to: START + u64::from(index) * HOUR,
            generated_wh,
            exported_wh,
            consumed_wh: Vec::from_slice(&self.e, consumed_wh),
            readings_root: BytesN::from_array(&self.e, &[9; 32]),
            quality: 0,
            generated_correction_wh: 0,
            exported_correction_wh: 0,
        }
    }

    fn bill(&self, statement: &Statement) -> StdVec<Bill> {
        self.energy.propose(&self.oracles[0], statement).unwrap().iter().collect()
    }

    fn refusal(&self, statement: &Statement) -> EnergyError {
        self.energy.try_propose(&self.oracles[0], statement).unwrap_err().unwrap()
    }

    fn hash(&self, statement: &Statement) -> BytesN<32> {
        self.e.crypto().sha256(&statement.clone().to_xdr(&self.e)).to_bytes()
    }

    /// The last call asked for the signature of this address and of no other.
    fn assert_signed_by(&self, who: &Address) {
        assert_eq!(self.signers(), core::slice::from_ref(who));
    }

    fn signers(&self) -> StdVec<Address> {
        self.e.auths().into_iter().map(|(address, _)| address).collect()
    }

    /// Lets exactly one address sign exactly one call.
    fn only(&self, who: &Address, fn_name: &str, args: impl IntoVal<Env, Vec<Val>>) {
        let args = args.into_val(&self.e);
        let invoke = MockAuthInvoke { contract: &self.energy.address, fn_name, args, sub_invokes: &[] };
        self.e.mock_auths(&[MockAuth { address: who, invoke: &invoke }]);
    }

    /// One party that has the whole.
    fn shares(&self) -> Vec<PartyShare> {
        vec![&self.e, PartyShare { owner: self.admin.clone(), portion_bps: 10_000 }]
    }

    /// How the smallest system is opened.
    fn settings(&self, parties: u32) -> Settings {
        let mut critical_floor_w = vec![&self.e];
        for _ in 0..parties {
            critical_floor_w.push_back(1);
        }
        Settings { source: Source::Server, exports: Exports::CashFeedIn, critical_floor_w }
    }

    fn at(&self, now: u64) {
        self.e.ledger().set_timestamp(now);
    }

    fn events(&self) -> usize {
        self.e.events().all().filter_by_contract(&self.energy.address).events().len()
    }
}
