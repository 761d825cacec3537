//! A town from .wasm files: a system of one party, its prices, its energy, its bond and the tender of its works.

extern crate std;
use super::rehearsal::{Stage, NOW};
use ed25519_dalek::{Signer as _, SigningKey};
use heliobond_certificate::CertificateClient;
use heliobond_common::api::registry::{MeterKind, PartyShare};
use heliobond_common::api::tariff::Asset;
use heliobond_common::governance::Governance;
use heliobond_common::merkle;
use heliobond_energy::{Config, EnergyClient, Exports, Reading, Settings, Source, Statement};
use heliobond_offering::types::{Kind, Period, Principal, Roles as Offices, Terms};
use heliobond_offering::OfferingClient;
use heliobond_registry::RegistryClient;
use heliobond_tariff::TariffClient;
use heliobond_tender::types::{MilestoneTerms, Pricing, Roles, Terms as TenderTerms};
use heliobond_tender::TenderClient;
use soroban_sdk::testutils::{Address as _, IssuerFlags};
use soroban_sdk::token::StellarAssetClient;
use soroban_sdk::xdr::{Limits, WriteXdr};
use soroban_sdk::{symbol_short, vec, Address, Bytes, BytesN, Env, String, Vec};
use std::vec::Vec as StdVec;

pub const UNIT: i128 = 1_0000000;
pub const HOUR: u64 = 60 * 60;
pub const DAY: u64 = 24 * HOUR;
/// The party's system, which oracles speak for.
pub const SYSTEM: u32 = 1;
/// Another one, whose only meter speaks for itself.
pub const DIRECT: u32 = 2;
/// What the bond raises.
pub const FUNDED: i128 = 400_000 * UNIT;
pub const CAPACITY_W: u64 = 100_000;
const BOND: i128 = 1_000 * UNIT;

pub struct Town {
    pub e: Env,
    pub registry: RegistryClient<'static>,
    pub tariff: TariffClient<'static>,
    pub energy: EnergyClient<'static>,
    pub offering: OfferingClient<'static>,
    pub tender: TenderClient<'static>,
    pub certificate: CertificateClient<'static>,
    pub usd: StellarAssetClient<'static>,
    pub governance: Governance,
    pub someone: Address,
    pub retail: Asset,
    key: SigningKey,
}

impl Town {
    /// Building, with its construction money; `code` gives each contract's .wasm.
    pub fn new(stage: &Stage, code: impl Fn(&str) -> StdVec<u8>) -> Self {
        let e = stage.e.clone();
        let governance = stage.governance.clone();
        let someone = Address::generate(&e);
        let usd_contract = e.register_stellar_asset_contract_v2(Address::generate(&e));
        let usd = StellarAssetClient::new(&e, &usd_contract.address());

        let args = (governance.clone(), Address::generate(&e));
        let registry = RegistryClient::new(&e, &stage.deploy(&code("registry"), args));
        let shares = vec![&e, PartyShare { owner: someone.clone(), portion_bps: 10_000 }];
        for (system, name) in [(SYSTEM, "School roof"), (DIRECT, "Clinic")] {
            registry.propose(&someone, &String::from_str(&e, name), &CAPACITY_W, &shares);
            registry.approve(&system);
        }
        let key = SigningKey::from_bytes(&[7; 32]);
        let public = BytesN::from_array(&e, key.verifying_key().as_bytes());
        registry.register_meter(&DIRECT, &MeterKind::Combined, &0, &public, &CAPACITY_W);

        let [retail, export] = [symbol_short!("RETAIL"), symbol_short!("EXPORT")].map(Asset::Other);
        let base = Asset::Stellar(usd.address.clone());
        let args = (governance.clone(), base, vec![&e, someone.clone()], 100 * DAY, 2_500_u32);
        let tariff = TariffClient::new(&e, &stage.deploy(&code("tariff"), args));
        for asset in [&retail, &export] {
            tariff.set_price(&someone, asset, &(2 * UNIT), &NOW);
        }
        let config = Config {
            registry: registry.address.clone(),
            tariff: tariff.address.clone(),
            retail: retail.clone(),
            export,
            threshold: 1,
            due_secs: 20 * DAY,
            grace_secs: 30 * DAY,
            default_secs: 180 * DAY,
            interval_secs: HOUR,
        };
        let args = (governance.clone(), config, vec![&e, someone.clone()]);
        let energy = EnergyClient::new(&e, &stage.deploy(&code("energy"), args));
        for (system, source) in [(SYSTEM, Source::Server), (DIRECT, Source::Direct)] {
            let settings = Settings { source, exports: Exports::CashFeedIn, critical_floor_w: vec![&e, 100] };
            energy.open_system(&system, &NOW, &settings);
        }

        let args = (governance.clone(), someone.clone(), registry.address.clone(), energy.address.clone());
        let certificate = CertificateClient::new(&e, &stage.deploy(&code("certificate"), args));

        let [offering_id, tender_id] = [(); 2].map(|()| Address::generate(&e));
        let links = [&registry.address, &energy.address];
        let args = bond_args(&e, &governance, links, SYSTEM, &usd.address, &tender_id);
        e.register_at(&offering_id, code("offering").as_slice(), args);
        registry.bind_offering(&SYSTEM, &offering_id);
        let offering = OfferingClient::new(&e, &offering_id);
        let bond = e.register_stellar_asset_contract_v2(offering_id.clone());
        for flag in [IssuerFlags::RequiredFlag, IssuerFlags::RevocableFlag, IssuerFlags::ClawbackEnabledFlag] {
            bond.issuer().set_flag(flag);
        }
        offering.launch(&Bytes::from_slice(&e, &bond.asset().to_xdr(Limits::none()).unwrap()));
        let investor = Address::generate(&e);
        offering.set_allowed(&investor, &true);
        usd.mint(&investor, &FUNDED);
        offering.invest(&investor, &FUNDED);
        offering.close_funding();

        let [approver, certifier, arbiter, evaluator] = [(); 4].map(|()| Address::generate(&e));
        let roles = Roles { approver, certifier, arbiter, evaluator };
        e.register_at(&tender_id, code("tender").as_slice(), (governance.clone(), offering_id, roles));
        let tender = TenderClient::new(&e, &tender_id);
        tender.open(&tender_terms(&e));
        Self { e, registry, tariff, energy, offering, tender, certificate, usd, governance, someone, retail, key }
    }

    pub fn contracts(&self) -> [Address; 6] {
        let (registry, tariff, energy) = (&self.registry.address, &self.tariff.address, &self.energy.address);
        let (offering, tender, certificate) = (&self.offering.address, &self.tender.address, &self.certificate.address);
        [registry, tariff, energy, offering, tender, certificate].map(Address::clone)
    }

    /// A coupon's leaf, by its published bytes.
    pub fn leaf(&self, coupon: u32, index: u32, holder: &Address, amount: i128) -> BytesN<32> {
        let mut bytes = Bytes::from(self.e.ledger().network_id());
        bytes.append(&sc_val(&self.e, &self.offering.address).slice(8..));
        bytes.extend_from_array(&coupon.to_be_bytes());
        bytes.extend_from_array(&index.to_be_bytes());
        bytes.append(&sc_val(&self.e, holder).slice(4..));
        bytes.extend_from_array(&amount.to_be_bytes());
        merkle::leaf(&self.e, &bytes)
    }

    /// A statement of the school's roof over the hours since the last one.
    pub fn statement(&self, index: u32, from: u64, to: u64, wh: u64) -> Statement {
        Statement {
            system: SYSTEM,
            index,
            from,
            to,
            generated_wh: wh,
            exported_wh: 0,
            consumed_wh: vec![&self.e, wh],
            readings_root: self.hash(0),
            quality: 0,
            generated_correction_wh: 0,
            exported_correction_wh: 0,
        }
    }

    /// A reading of the clinic's meter, all of it consumed there.
    pub fn reading(&self, seq: u64, at: u64, wh: u64) -> Reading {
        let (meter, epoch) = (1, 1);
        Reading { system: DIRECT, meter, epoch, seq, at, generated_wh: wh, consumed_wh: wh, exported_wh: 0 }
    }

    /// The meter's signature for a network and a contract.
    pub fn signed_for(&self, reading: &Reading, network: [u8; 32], contract: &Address) -> BytesN<64> {
        let mut bytes = StdVec::from(*b"HBREAD01");
        bytes.extend(network);
        bytes.extend(sc_val(&self.e, contract).slice(8..).iter());
        for field in [reading.system, reading.meter, reading.epoch] {
            bytes.extend(field.to_be_bytes());
        }
        for field in [reading.seq, reading.at, reading.generated_wh, reading.consumed_wh, reading.exported_wh] {
            bytes.extend(field.to_be_bytes());
        }
        BytesN::from_array(&self.e, &self.key.sign(&bytes).to_bytes())
    }

    pub fn signed(&self, reading: &Reading) -> BytesN<64> {
        self.signed_for(reading, self.e.ledger().network_id().to_array(), &self.energy.address)
    }

    /// Somebody with a bond's worth of money.
    pub fn bidder(&self) -> Address {
        let bidder = Address::generate(&self.e);
        self.usd.mint(&bidder, &BOND);
        bidder
    }

    /// What a bidder commits to, as everybody can compute it; proposal and salt are hashes of 1 and 2.
    pub fn commitment(&self, bidder: &Address, amount: i128) -> BytesN<32> {
        let mut bytes = Bytes::from_slice(&self.e, b"heliobond tender bid v1");
        bytes.append(&Bytes::from(self.e.ledger().network_id()));
        bytes.append(&sc_val(&self.e, &self.tender.address).slice(8..));
        bytes.extend_from_array(&1_u32.to_be_bytes());
        bytes.append(&sc_val(&self.e, bidder).slice(4..));
        bytes.extend_from_array(&amount.to_be_bytes());
        bytes.append(&Bytes::from(self.hash(1)));
        bytes.append(&Bytes::from(self.hash(2)));
        self.e.crypto().sha256(&bytes).to_bytes()
    }

    pub fn hash(&self, byte: u8) -> BytesN<32> {
        BytesN::from_array(&self.e, &[byte; 32])
    }
}

/// What a bond's constructor takes.
pub fn bond_args(
    e: &Env,
    governance: &Governance,
    [registry, energy]: [&Address; 2],
    system: u32,
    settlement: &Address,
    works: &Address,
) -> (Offices, Address, Address, u32, Terms, Vec<Period>, Vec<Address>) {
    let offices = Offices {
        issuer: governance.admin.clone(),
        trustee: governance.trustee.clone(),
        compliance: Address::generate(e),
        operator: Address::generate(e),
        works: works.clone(),
    };
    let start = NOW + 40 * DAY;
    let period = |number: u64| Period {
        start: start + number * 180 * DAY,
        record: start + number * 180 * DAY + 165 * DAY,
        pay: start + (number + 1) * 180 * DAY,
        days: 180,
        basis: 360,
    };
    let schedule = vec![e, period(0), period(1)];
    let collections = vec![e, Address::generate(e)];
    let terms = bond_terms(e, settlement, governance);
    (offices, registry.clone(), energy.clone(), system, terms, schedule, collections)
}

fn bond_terms(e: &Env, settlement: &Address, governance: &Governance) -> Terms {
    Terms {
        settlement: settlement.clone(),
        cap: FUNDED,
        minimum: FUNDED,
        denomination: UNIT,
        min_ticket: UNIT,
        max_ticket: FUNDED,
        price_bps: 10_000,
        rate_bps: 600,
        funding_deadline: NOW + 30 * DAY,
        operations_budget: 10 * UNIT,
        reserve_requirement: 1_000 * UNIT,
        reserve_from_proceeds: 1_000 * UNIT,
        capitalized_interest: 0,
        renewal_requirement: 0,
        kind: Kind::Bond,
        principal: Principal::SinkingFund,
        share_bps: 0,
        default_grace: 90 * DAY,
        long_stop: NOW + 365 * DAY,
        unclaimed_after: 3 * 365 * DAY,
        unclaimed_to: Address::generate(e),
        upgrade_delay: governance.upgrade_delay,
        call_notice: 30 * DAY,
        challenge_delay: 2 * DAY,
        attestations: 2,
        documents_hash: BytesN::from_array(e, &[7; 32]),
    }
}

fn tender_terms(e: &Env) -> TenderTerms {
    let hash = |byte| BytesN::from_array(e, &[byte; 32]);
    let milestone =
        MilestoneTerms { description: hash(1), required_evidence: hash(2), share_bps: 10_000, due_secs: 60 * DAY };
    TenderTerms {
        ceiling: 300_000 * UNIT,
        bond: BOND,
        pricing: Pricing::FirstPrice,
        price_weight_bps: 10_000,
        quality_weight_bps: 0,
        withdraw_by: NOW + DAY,
        commit_by: NOW + 2 * DAY,
        score_by: NOW + 2 * DAY,
        reveal_by: NOW + 4 * DAY,
        award_secs: 10 * DAY,
        accept_secs: 5 * DAY,
        objection_secs: 3 * DAY,
        arbiter_secs: 7 * DAY,
        milestones: vec![e, milestone],
        retention_bps: 1_000,
        retention_secs: 180 * DAY,
        required_wh: 1_000,
        window_secs: 7 * DAY,
        commission_secs: 120 * DAY,
        forfeits_to: Address::generate(e),
        documents_hash: hash(42),
    }
}

/// An address as XDR of the value that contracts pass around.
fn sc_val(e: &Env, address: &Address) -> Bytes {
    soroban_sdk::xdr::ToXdr::to_xdr(address.clone(), e)
}
