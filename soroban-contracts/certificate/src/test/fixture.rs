//! A school's roof and a clinic, their meter, and the assets of their certificates.

extern crate std;
use crate::{Assets, Certificate, CertificateClient, Kind, Policy};
use heliobond_common::api::energy::Attested;
use heliobond_common::api::registry::PartyShare;
use heliobond_common::governance::{Governance, MIN_UPGRADE_DELAY};
use heliobond_common::testing::register;
use heliobond_registry::{Registry, RegistryClient};
use soroban_sdk::testutils::{
    Address as _, EnvTestConfig, Events as _, Ledger as _, MockAuth, MockAuthInvoke, StellarAssetContract,
};
use soroban_sdk::token::{StellarAssetClient, TokenClient};
use soroban_sdk::xdr::{
    AccountEntry, AccountEntryExt, AccountId, LedgerEntry, LedgerEntryData, LedgerEntryExt, LedgerKey,
    LedgerKeyAccount, Limits, PublicKey, ScAddress, SequenceNumber, Thresholds, Uint256, WriteXdr,
};
use soroban_sdk::{
    contract, contractimpl, symbol_short, Address, Bytes, BytesN, Env, IntoVal, String, TryFromVal, Val, Vec,
};
use std::rc::Rc;
use std::vec::Vec as StdVec;

pub const NOW: u64 = 1_800_000_000;
pub const DAY: u64 = 24 * 60 * 60;
pub const MWH: u64 = 1_000_000;
/// A whole certificate.
pub const ONE: i128 = 10_000_000;

/// Stands in for the energy contract: it attests what a test says.
#[contract]
pub struct Meter;

#[contractimpl]
impl Meter {
    pub fn attest(e: &Env, measured_wh: u64, measured_to: u64) {
        let index = Self::attested(e, 1).index + 1;
        let attested = Attested { index, to: measured_to, generated_wh: measured_wh, measured_wh, measured_to };
        e.storage().instance().set(&symbol_short!("attested"), &attested);
    }

    pub fn attested(e: &Env, _system: u32) -> Attested {
        let zero = Attested { index: 0, to: 0, generated_wh: 0, measured_wh: 0, measured_to: 0 };
        e.storage().instance().get(&symbol_short!("attested")).unwrap_or(zero)
    }
}

pub struct World {
    pub e: Env,
    pub admin: Address,
    pub trustee: Address,
    pub factors: Address,
    pub owner: Address,
    pub parties: [Address; 2],
    pub registry: RegistryClient<'static>,
    pub meter: MeterClient<'static>,
    pub certificate: CertificateClient<'static>,
    pub rec: StellarAssetContract,
    pub carbon: StellarAssetContract,
}

/// The system's id.
pub const SYSTEM: u32 = 1;

impl World {
    /// A system that was approved and measured 5 MWh before anybody thought of certificates.
    pub fn new() -> Self {
        let e = Env::new_with_config(EnvTestConfig { capture_snapshot_at_drop: false });
        e.cost_estimate().budget().reset_unlimited();
        e.ledger().set_timestamp(NOW);
        e.mock_all_auths();
        let [admin, trustee, factors, owner] = core::array::from_fn(|_| Address::generate(&e));
        let parties = core::array::from_fn(|_| Address::generate(&e));
        let governance =
            Governance { admin: admin.clone(), trustee: trustee.clone(), upgrade_delay: MIN_UPGRADE_DELAY };
        let registry_id = e.register(Registry, (governance.clone(), &admin));
        let registry = RegistryClient::new(&e, &registry_id);
        let mut shares = Vec::new(&e);
        for (party, portion_bps) in parties.iter().zip([7_000, 3_000]) {
            shares.push_back(PartyShare { owner: Address::clone(party), portion_bps });
        }
        registry.propose(&admin, &String::from_str(&e, "School roof"), &100_000, &shares);
        registry.approve(&SYSTEM);
        let meter_id = e.register(Meter, ());
        let meter = MeterClient::new(&e, &meter_id);
        meter.attest(&(5 * MWH), &(NOW - DAY));
        let id = register(&e, "certificate", Certificate, (governance, &factors, &registry_id, &meter_id));
        let certificate = CertificateClient::new(&e, &id);
        let [rec, carbon] = core::array::from_fn(|_| e.register_stellar_asset_contract_v2(id.clone()));
        Self { e, admin, trustee, factors, owner, parties, registry, meter, certificate, rec, carbon }
    }

    /// Open under a policy that gives the owner every REC.
    pub fn open() -> Self {
        Self::open_under(|_, _| ())
    }

    pub fn open_under(change: fn(&World, &mut Policy)) -> Self {
        let world = Self::new();
        let mut policy = world.policy();
        change(&world, &mut policy);
        world.certificate.open(&SYSTEM, &world.assets(), &policy);
        world
    }

    pub fn policy(&self) -> Policy {
        Policy {
            kind: Kind::Rec,
            owner: self.owner.clone(),
            owner_bps: 10_000,
            parties_bps: 0,
            donors_bps: 0,
            donors_root: BytesN::from_array(&self.e, &[0; 32]),
            donors_units: 0,
            donors_count: 0,
        }
    }

    pub fn assets(&self) -> Assets {
        Assets { rec: asset_xdr(&self.e, &self.rec), carbon: asset_xdr(&self.e, &self.carbon) }
    }

    /// Measures so much in all and certifies what is due.
    pub fn measure(&self, measured_wh: u64, measured_to: u64) -> crate::Minted {
        self.meter.attest(&(5 * MWH + measured_wh), &measured_to);
        self.certificate.mint_due(&SYSTEM)
    }

    pub fn due(&self, kind: Kind, holder: &Address) -> i128 {
        self.certificate.due(&SYSTEM, &kind, holder)
    }

    pub fn claim(&self, kind: Kind, holder: &Address) -> i128 {
        self.certificate.claim(&SYSTEM, &kind, &Vec::from_slice(&self.e, core::slice::from_ref(holder))).get(0).unwrap()
    }

    pub fn recs(&self) -> TokenClient<'static> {
        TokenClient::new(&self.e, &self.rec.address())
    }

    pub fn rec_admin(&self) -> StellarAssetClient<'static> {
        StellarAssetClient::new(&self.e, &self.rec.address())
    }

    pub fn at(&self, timestamp: u64) {
        self.e.ledger().set_timestamp(timestamp);
    }

    pub fn signers(&self) -> StdVec<Address> {
        self.e.auths().into_iter().map(|(address, _)| address).collect()
    }

    pub fn announces(&self) -> usize {
        self.e.events().all().filter_by_contract(&self.certificate.address).events().len()
    }

    /// Lets exactly one address sign exactly one call.
    pub fn only(&self, who: &Address, fn_name: &str, args: impl IntoVal<Env, Vec<Val>>) {
        let args = args.into_val(&self.e);
        let invoke = MockAuthInvoke { contract: &self.certificate.address, fn_name, args, sub_invokes: &[] };
        self.e.mock_auths(&[MockAuth { address: who, invoke: &invoke }]);
    }

    /// What certificates are always worth: the Wh behind them, once.
    pub fn assert_whole(&self) {
        let account = self.certificate.account(&SYSTEM);
        let mwh = i128::from(account.rec_mwh) + i128::from(account.carbon_mwh) + i128::from(account.retained_mwh);
        let counted = i128::from(account.counted_wh) - i128::from(account.start_wh);
        assert_eq!(mwh * i128::from(MWH) + account.carry_wh, counted);
        assert!(account.carry_wh < i128::from(MWH));
        let recs = self.certificate.totals(&SYSTEM, &Kind::Rec);
        assert_eq!(recs.certified, i128::from(account.rec_mwh) * ONE);
        for kind in [Kind::Rec, Kind::Carbon] {
            let totals = self.certificate.totals(&SYSTEM, &kind);
            assert!(totals.retired <= totals.minted && totals.minted <= totals.certified);
        }
    }
}

pub fn asset_xdr(e: &Env, contract: &StellarAssetContract) -> Bytes {
    Bytes::from_slice(e, &contract.asset().to_xdr(Limits::none()).unwrap())
}

/// A classic account with lumens for its trustlines and no trustline.
pub fn account(e: &Env, seed: u8) -> Address {
    let account_id = AccountId(PublicKey::PublicKeyTypeEd25519(Uint256([seed; 32])));
    let key = Rc::new(LedgerKey::Account(LedgerKeyAccount { account_id: account_id.clone() }));
    let entry = LedgerEntry {
        last_modified_ledger_seq: 0,
        data: LedgerEntryData::Account(AccountEntry {
            account_id: account_id.clone(),
            balance: 100_0000000,
            flags: 0,
            home_domain: Default::default(),
            inflation_dest: None,
            num_sub_entries: 0,
            seq_num: SequenceNumber(0),
            thresholds: Thresholds([1; 4]),
            signers: Default::default(),
            ext: AccountEntryExt::V0,
        }),
        ext: LedgerEntryExt::V0,
    };
    e.host().add_ledger_entry(&key, &Rc::new(entry), None).unwrap();
    Address::try_from_val(e, &ScAddress::Account(account_id)).unwrap()
}
