//! A town that tenders, and those who bid.

extern crate std;

use super::doubles::{Meters, MetersClient, Town, TownClient};
use crate::types::{MilestoneTerms, Pricing, Roles, Stage, Terms};
use crate::{Tender, TenderClient};
use heliobond_common::api::energy::Attested;
use heliobond_common::governance::{Governance, MIN_UPGRADE_DELAY};
use heliobond_common::testing::register;
use soroban_sdk::testutils::{Address as _, EnvTestConfig, IssuerFlags, Ledger as _};
use soroban_sdk::token::{StellarAssetClient, TokenClient};
use soroban_sdk::{vec, Address, BytesN, Env};

pub const UNIT: i128 = 1_0000000;
pub const DAY: u64 = 24 * 60 * 60;
/// When the world begins.
pub const T0: u64 = 1_800_000_000;
pub const WITHDRAW_BY: u64 = T0 + 3 * DAY;
pub const COMMIT_BY: u64 = T0 + 10 * DAY;
pub const SCORE_BY: u64 = T0 + 12 * DAY;
pub const REVEAL_BY: u64 = T0 + 14 * DAY;
pub const AWARD_BY: u64 = T0 + 24 * DAY;
pub const BOND: i128 = 1_000 * UNIT;
pub const CEILING: i128 = 300_000 * UNIT;
/// What the system must generate within [`WINDOW`].
pub const REQUIRED_WH: u64 = 1_000_000;
pub const WINDOW: u64 = 7 * DAY;
pub const SYSTEM: u32 = 1;

pub struct World {
    pub e: Env,
    pub tender: TenderClient<'static>,
    pub town: TownClient<'static>,
    pub meters: MetersClient<'static>,
    pub usd: TokenClient<'static>,
    pub usd_admin: StellarAssetClient<'static>,
    pub governance: Governance,
    pub roles: Roles,
    pub forfeits_to: Address,
}

/// An environment without snapshots on disk, at [`T0`].
pub fn env() -> Env {
    let e = Env::new_with_config(EnvTestConfig { capture_snapshot_at_drop: false });
    e.cost_estimate().budget().reset_unlimited();
    e.cost_estimate().disable_resource_limits();
    e.ledger().set_timestamp(T0);
    e.mock_all_auths();
    e
}

pub fn hash(e: &Env, byte: u8) -> BytesN<32> {
    BytesN::from_array(e, &[byte; 32])
}

pub fn governance(e: &Env) -> Governance {
    Governance { admin: Address::generate(e), trustee: Address::generate(e), upgrade_delay: MIN_UPGRADE_DELAY }
}

pub fn roles(e: &Env) -> Roles {
    let who = || Address::generate(e);
    Roles { approver: who(), certifier: who(), arbiter: who(), evaluator: who() }
}

pub fn terms(e: &Env, forfeits_to: &Address) -> Terms {
    let milestone = |byte, share_bps, days: u64| MilestoneTerms {
        description: hash(e, byte),
        required_evidence: hash(e, byte + 100),
        share_bps,
        due_secs: days * DAY,
    };
    Terms {
        ceiling: CEILING,
        bond: BOND,
        pricing: Pricing::FirstPrice,
        price_weight_bps: 7_000,
        quality_weight_bps: 3_000,
        withdraw_by: WITHDRAW_BY,
        commit_by: COMMIT_BY,
        score_by: SCORE_BY,
        reveal_by: REVEAL_BY,
        award_secs: AWARD_BY - REVEAL_BY,
        accept_secs: 5 * DAY,
        objection_secs: 3 * DAY,
        arbiter_secs: 7 * DAY,
        milestones: vec![e, milestone(1, 3_333, 30), milestone(2, 4_667, 60), milestone(3, 2_000, 90)],
        retention_bps: 1_000,
        retention_secs: 180 * DAY,
        required_wh: REQUIRED_WH,
        window_secs: WINDOW,
        commission_secs: 120 * DAY,
        forfeits_to: forfeits_to.clone(),
        documents_hash: hash(e, 42),
    }
}

impl World {
    pub fn new() -> Self {
        let e = env();
        let contract = e.register_stellar_asset_contract_v2(Address::generate(&e));
        contract.issuer().set_flag(IssuerFlags::RevocableFlag);
        let usd_admin = StellarAssetClient::new(&e, &contract.address());
        let meters_id = e.register(Meters, ());
        let town_id = Address::generate(&e);
        let (governance, roles) = (governance(&e), roles(&e));
        let tender_id = register(&e, "tender", Tender, (governance.clone(), &town_id, roles.clone()));
        e.register_at(&town_id, Town, (&tender_id, contract.address(), &meters_id, 400_000 * UNIT));
        usd_admin.mint(&town_id, &(400_000 * UNIT));
        let world = Self {
            tender: TenderClient::new(&e, &tender_id),
            town: TownClient::new(&e, &town_id),
            meters: MetersClient::new(&e, &meters_id),
            usd: TokenClient::new(&e, &contract.address()),
            usd_admin,
            governance,
            roles,
            forfeits_to: Address::generate(&e),
            e,
        };
        world.measure(T0, 500);
        world
    }

    /// One tender, open.
    pub fn open() -> Self {
        Self::open_with(|_| ())
    }

    pub fn open_with(wish: impl Fn(&mut Terms)) -> Self {
        let world = Self::new();
        let mut terms = world.terms();
        wish(&mut terms);
        world.tender.open(&terms);
        world
    }

    /// A contract at 240,000, in its first second; one other bid of 250,000.
    pub fn works() -> (Self, Address) {
        Self::works_with(|_| ())
    }

    pub fn works_with(wish: impl Fn(&mut Terms)) -> (Self, Address) {
        let world = Self::open_with(wish);
        let (winner, loser) = (world.bid(1, 240_000), world.bid(2, 250_000));
        world.reveal(1, &winner, 240_000);
        world.reveal(2, &loser, 250_000);
        world.contract(&winner);
        (world, winner)
    }

    pub fn terms(&self) -> Terms {
        terms(&self.e, &self.forfeits_to)
    }

    pub fn at(&self, timestamp: u64) {
        self.e.ledger().set_timestamp(timestamp);
    }

    pub fn now(&self) -> u64 {
        self.e.ledger().timestamp()
    }

    pub fn pass(&self, secs: u64) {
        self.at(self.now() + secs);
    }

    /// Somebody with a bond's worth of money.
    pub fn bidder(&self) -> Address {
        let bidder = Address::generate(&self.e);
        self.usd_admin.mint(&bidder, &BOND);
        bidder
    }

    /// A bidder whose sealed bid of so many units is in; `seed` makes salt and proposal.
    pub fn bid(&self, seed: u8, units: i128) -> Address {
        let bidder = self.bidder();
        self.commit(seed, &bidder, units);
        bidder
    }

    pub fn commit(&self, seed: u8, bidder: &Address, units: i128) {
        let number = self.tender.tenders();
        let commitment = self.commitment(number, seed, bidder, units);
        self.tender.commit(&number, bidder, &commitment, &hash(&self.e, seed));
    }

    pub fn commitment(&self, number: u32, seed: u8, bidder: &Address, units: i128) -> BytesN<32> {
        let (proposal, salt) = (hash(&self.e, seed), hash(&self.e, 200 + seed % 50));
        let of = || crate::commitment::of(&self.e, number, bidder, units * UNIT, &proposal, &salt);
        self.e.as_contract(&self.tender.address, of)
    }

    pub fn salt(&self, seed: u8) -> BytesN<32> {
        hash(&self.e, 200 + seed % 50)
    }

    pub fn reveal(&self, seed: u8, bidder: &Address, units: i128) {
        self.at(self.now().max(self.current().score_by));
        self.tender.reveal(&self.tender.tenders(), bidder, &(units * UNIT), &self.salt(seed));
    }

    pub fn current(&self) -> Terms {
        self.tender.terms(&self.tender.tenders())
    }

    /// Approves and awards.
    pub fn award(&self, winner: &Address) -> i128 {
        let number = self.tender.tenders();
        self.at(self.now().max(self.current().reveal_by));
        self.tender.approve(&number, winner);
        self.tender.award(&number)
    }

    pub fn contract(&self, winner: &Address) {
        self.award(winner);
        self.tender.accept(&self.tender.tenders());
    }

    /// Evidence in and certified.
    pub fn certify(&self, milestone: u32) {
        let (number, evidence) = (self.tender.tenders(), hash(&self.e, 77));
        self.tender.submit_evidence(&number, &milestone, &evidence);
        self.tender.certify(&number, &milestone, &evidence);
    }

    /// Certified and paid after the time for objections.
    pub fn build(&self, milestone: u32) -> i128 {
        self.certify(milestone);
        self.pass(3 * DAY);
        self.tender.release(&self.tender.tenders(), &milestone)
    }

    /// What is measured by a time.
    pub fn measure(&self, to: u64, wh: u64) {
        let attested = Attested { index: 1, to, generated_wh: wh, measured_wh: wh, measured_to: to };
        self.meters.attest(&SYSTEM, &attested);
    }

    /// The test passed.
    pub fn commission(&self) {
        let number = self.tender.tenders();
        self.measure(self.now(), 1_000);
        self.tender.start_commissioning(&number);
        self.pass(DAY);
        self.measure(self.now(), 1_000 + REQUIRED_WH);
        self.tender.commission(&number);
    }

    pub fn freeze(&self, who: &Address) {
        self.usd_admin.set_authorized(who, &false);
    }

    pub fn stage(&self) -> Stage {
        self.tender.tender(&self.tender.tenders()).stage
    }

    /// The laws that hold between any two calls.
    pub fn assert_whole(&self) {
        let mut bonds = 0;
        let mut claims = 0;
        for number in 1..=self.tender.tenders() {
            bonds += self.tender.bids(&number).iter().map(|bid| bid.bond).sum::<i128>();
            for milestone in self.tender.milestones(&number).iter() {
                if milestone.progress != crate::types::Progress::Paid {
                    claims += milestone.amount;
                }
            }
        }
        assert_eq!(self.tender.bonds_held(), bonds);
        assert_eq!(self.usd.balance(&self.tender.address), bonds);
        assert_eq!(self.tender.committed(), claims);
        assert!(claims <= self.town.construction());
        assert_eq!(self.usd.balance(&self.town.address), self.town.construction());
    }
}
