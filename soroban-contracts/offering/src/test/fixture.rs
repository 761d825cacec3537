//! A town, its investors, its parties and their money.

extern crate std;

use super::tree::Tree;
use super::utility::{Utility, UtilityClient};
use crate::types::{Buckets, Kind, Period, Principal, Roles, Terms};
use crate::{Offering, OfferingClient};
use heliobond_common::api::energy::EnergyClient;
use heliobond_common::api::registry::{PartyShare, System};
use heliobond_common::governance::{Governance, MIN_UPGRADE_DELAY};
use heliobond_common::testing::{built, register};
use heliobond_registry::{Registry, RegistryClient};
use soroban_sdk::testutils::{Address as _, EnvTestConfig, IssuerFlags, Ledger as _, StellarAssetContract};
use soroban_sdk::token::{StellarAssetClient, TokenClient};
use soroban_sdk::xdr::{
    AccountEntry, AccountEntryExt, AccountId, LedgerEntry, LedgerEntryData, LedgerEntryExt, LedgerKey,
    LedgerKeyAccount, Limits, PublicKey, ScAddress, SequenceNumber, Thresholds, Uint256, WriteXdr,
};
use soroban_sdk::{Address, Bytes, BytesN, Env, String, TryFromVal, Vec};
use std::rc::Rc;

/// One bond, one unit of stablecoin.
pub const UNIT: i128 = 1_0000000;
pub const DAY: u64 = 24 * 60 * 60;
/// Half a year of thirty-day months, as ledger time.
pub const HALF_YEAR: u64 = 180 * DAY;
/// When the world begins.
pub const T0: u64 = 1_800_000_000;
pub const DEADLINE: u64 = T0 + 30 * DAY;
/// When the first period starts.
pub const FIRST_START: u64 = T0 + 40 * DAY;
pub const PORTIONS: [u32; 3] = [5_000, 3_000, 2_000];

pub struct World {
    pub e: Env,
    pub offering: OfferingClient<'static>,
    pub registry: RegistryClient<'static>,
    pub utility: UtilityClient<'static>,
    pub energy: EnergyClient<'static>,
    pub usd: TokenClient<'static>,
    pub usd_admin: StellarAssetClient<'static>,
    pub bond: StellarAssetClient<'static>,
    pub bond_contract: StellarAssetContract,
    pub roles: Roles,
    pub owners: std::vec::Vec<Address>,
    pub collections: std::vec::Vec<Address>,
    pub system: u32,
}

/// What a test may want otherwise.
pub struct Wish {
    pub portions: std::vec::Vec<u32>,
    pub periods: u64,
    pub terms: fn(&mut Terms),
    pub schedule: fn(&mut std::vec::Vec<Period>),
    /// Registers the real energy contract for a registry; without it [`Utility`] stands in.
    pub energy: Option<fn(&Env, &Address) -> Address>,
    /// The built contract that is kept with the clients, in place of this source.
    pub is_built: bool,
}

impl Default for Wish {
    fn default() -> Self {
        Self { portions: PORTIONS.to_vec(), periods: 4, terms: |_| (), schedule: |_| (), energy: None, is_built: false }
    }
}

pub fn roles(e: &Env) -> Roles {
    let who = || Address::generate(e);
    Roles { issuer: who(), trustee: who(), compliance: who(), operator: who(), works: who() }
}

pub fn terms(e: &Env, settlement: &Address) -> Terms {
    Terms {
        settlement: settlement.clone(),
        cap: 1_000_000 * UNIT,
        minimum: 100_000 * UNIT,
        denomination: 100 * UNIT,
        min_ticket: 200 * UNIT,
        max_ticket: 600_000 * UNIT,
        price_bps: 9_950,
        rate_bps: 600,
        funding_deadline: DEADLINE,
        operations_budget: 1_000 * UNIT,
        reserve_requirement: 20_000 * UNIT,
        reserve_from_proceeds: 5_000 * UNIT,
        capitalized_interest: 2_000 * UNIT,
        renewal_requirement: 1_500 * UNIT,
        kind: Kind::Bond,
        principal: Principal::SinkingFund,
        share_bps: 0,
        default_grace: 90 * DAY,
        long_stop: DEADLINE + 365 * DAY,
        unclaimed_after: 3 * 365 * DAY,
        unclaimed_to: account(e, 190),
        upgrade_delay: MIN_UPGRADE_DELAY,
        call_notice: 30 * DAY,
        challenge_delay: 2 * DAY,
        attestations: 2,
        documents_hash: BytesN::from_array(e, &[7; 32]),
    }
}

pub fn period(number: u64) -> Period {
    let start = FIRST_START + (number - 1) * HALF_YEAR;
    Period { start, record: start + HALF_YEAR - 15 * DAY, pay: start + HALF_YEAR, days: 180, basis: 360 }
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

/// An asset with the flags of a bond.
pub fn bond_asset(e: &Env, admin: &Address) -> StellarAssetContract {
    let contract = e.register_stellar_asset_contract_v2(admin.clone());
    for flag in [IssuerFlags::RequiredFlag, IssuerFlags::RevocableFlag, IssuerFlags::ClawbackEnabledFlag] {
        contract.issuer().set_flag(flag);
    }
    contract
}

pub fn asset_xdr(e: &Env, contract: &StellarAssetContract) -> Bytes {
    Bytes::from_slice(e, &contract.asset().to_xdr(Limits::none()).unwrap())
}

/// A classic account with lumens for its trustlines.
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

impl World {
    /// Constructed, bound and not launched.
    pub fn draft_with(wish: Wish) -> Self {
        let e = env();
        let usd_contract = e.register_stellar_asset_contract_v2(Address::generate(&e));
        usd_contract.issuer().set_flag(IssuerFlags::RevocableFlag);
        let usd_admin = StellarAssetClient::new(&e, &usd_contract.address());
        let usd = TokenClient::new(&e, &usd_contract.address());
        let roles = roles(&e);

        let office = Governance {
            admin: Address::generate(&e),
            trustee: roles.trustee.clone(),
            upgrade_delay: MIN_UPGRADE_DELAY,
        };
        let registry_id = register(&e, "registry", Registry, (office, Address::generate(&e)));
        let registry = RegistryClient::new(&e, &registry_id);
        let owners: std::vec::Vec<Address> = wish.portions.iter().map(|_| Address::generate(&e)).collect();
        let mut shares = Vec::new(&e);
        for (owner, portion_bps) in owners.iter().zip(&wish.portions) {
            shares.push_back(PartyShare { owner: owner.clone(), portion_bps: *portion_bps });
        }
        let system = registry.propose(&roles.issuer, &String::from_str(&e, "School roof"), &100_000, &shares);
        registry.approve(&system);

        let utility_id = wish.energy.map_or_else(|| e.register(Utility, ()), |real| real(&e, &registry_id));
        let mut terms = terms(&e, &usd.address);
        (wish.terms)(&mut terms);
        let mut periods: std::vec::Vec<Period> = (1..=wish.periods).map(period).collect();
        (wish.schedule)(&mut periods);
        let schedule = Vec::from_slice(&e, &periods);
        let collections: std::vec::Vec<Address> =
            (0..wish.portions.len()).map(|at| account(&e, 200 + u8::try_from(at).unwrap())).collect();
        let arguments = (
            roles.clone(),
            registry_id,
            utility_id.clone(),
            system,
            terms,
            schedule,
            Vec::from_slice(&e, &collections),
        );
        let offering_id = if wish.is_built {
            e.register(built("offering").as_slice(), arguments)
        } else {
            register(&e, "offering", Offering, arguments)
        };
        registry.bind_offering(&system, &offering_id);
        let utility = UtilityClient::new(&e, &utility_id);
        if wish.energy.is_none() {
            utility.bind(&offering_id);
        }
        for collection in &collections {
            usd_admin.trust(collection);
            usd.approve(collection, &offering_id, &i64::MAX.into(), &(e.ledger().sequence() + 1_000));
        }
        let bond_contract = bond_asset(&e, &offering_id);
        Self {
            offering: OfferingClient::new(&e, &offering_id),
            energy: EnergyClient::new(&e, &utility_id),
            bond: StellarAssetClient::new(&e, &bond_contract.address()),
            bond_contract,
            registry,
            utility,
            usd,
            usd_admin,
            roles,
            owners,
            collections,
            system,
            e,
        }
    }

    /// Funding, with the usual terms.
    pub fn funding() -> Self {
        Self::funding_with(Wish::default())
    }

    pub fn funding_with(wish: Wish) -> Self {
        let world = Self::draft_with(wish);
        world.offering.launch(&asset_xdr(&world.e, &world.bond_contract));
        world
    }

    /// Live with 400,000 bonds of [`Self::holders`], in the first period.
    pub fn live() -> Self {
        Self::live_with(Wish::default())
    }

    pub fn live_with(wish: Wish) -> Self {
        let world = Self::funding_with(wish);
        let [alice, bob, cleo] = world.holders();
        world.invest(&alice, 200_000);
        world.invest(&bob, 150_000);
        world.invest(&cleo, 50_000);
        world.offering.close_funding();
        world.offering.release(&Vec::from_slice(&world.e, &[alice, bob, cleo]));
        world.offering.go_live();
        world.at(FIRST_START);
        world
    }

    /// Two accounts and a smart wallet.
    pub fn holders(&self) -> [Address; 3] {
        [account(&self.e, 1), account(&self.e, 2), self.wallet(3)]
    }

    /// The address of a smart wallet, always the same for the same seed.
    pub fn wallet(&self, seed: u8) -> Address {
        let id = soroban_sdk::xdr::ContractId(soroban_sdk::xdr::Hash([seed; 32]));
        Address::try_from_val(&self.e, &ScAddress::Contract(id)).unwrap()
    }

    /// Gives stablecoin to somebody, with a line if need be.
    pub fn fund(&self, who: &Address, stroops: i128) {
        self.usd_admin.trust(who);
        self.usd_admin.mint(who, &stroops);
    }

    /// Allows, funds and lets somebody buy so many bonds.
    pub fn invest(&self, who: &Address, bonds: i128) -> i128 {
        self.offering.set_allowed(who, &true);
        self.fund(who, bonds * UNIT);
        self.offering.invest(who, &(bonds * UNIT))
    }

    pub fn at(&self, timestamp: u64) {
        self.e.ledger().set_timestamp(timestamp);
    }

    pub fn system(&self) -> System {
        self.registry.system(&self.system)
    }

    /// Bills a party and pays the bill from somebody's pocket.
    pub fn earn(&self, party: u32, stroops: i128) -> crate::types::Receipt {
        let payer = self.wallet(99);
        self.fund(&payer, stroops);
        self.utility.bill(&party, &stroops);
        self.offering.pay(&payer, &party, &stroops)
    }

    /// What the buckets say must equal what the escrow holds.
    pub fn assert_whole(&self) {
        assert_eq!(total(&self.offering.buckets()), self.usd.balance(&self.offering.address));
    }

    /// A coupon of these lines, proposed after its record time; not attested.
    pub fn propose(&self, number: u32, lines: &[(Address, i128)], unattributed: i128) -> Tree {
        self.propose_with(number, lines, unattributed, 0)
    }

    /// The same with principal, or a share of revenue.
    pub fn propose_with(&self, number: u32, lines: &[(Address, i128)], unattributed: i128, besides: i128) -> Tree {
        let tree = Tree::new(&self.e, &self.offering.address, number, lines);
        self.offering.propose_coupon(
            &self.roles.operator,
            &number,
            &tree.root(&self.e),
            &tree.total(),
            &tree.count(),
            &unattributed,
            &besides,
            &1_000,
            &BytesN::from_array(&self.e, &[9; 32]),
        );
        tree
    }

    pub fn attest(&self, number: u32, tree: &Tree) {
        self.offering.attest_coupon(&self.roles.issuer, &number, &tree.root(&self.e));
        self.offering.attest_coupon(&self.roles.trustee, &number, &tree.root(&self.e));
    }

    /// A coupon with principal or a share, by what [`Self::holders`] bought: final, at its pay time, funded and paid.
    pub fn pay_coupon(&self, number: u32, whole: i128, besides: i128) {
        self.at(period(number.into()).record + 1);
        let tree = self.propose_with(number, &by_holding(self, whole), 0, besides);
        self.attest(number, &tree);
        self.at(period(number.into()).pay);
        self.offering.fund_coupon(&number);
        let paid = self.offering.pay_claims(&number, &tree.leaves(&self.e));
        assert_eq!(paid.iter().sum::<i128>(), tree.total());
        self.assert_whole();
    }

    /// The whole coupon by what [`Self::holders`] bought, final, at its pay time, not funded.
    pub fn due_coupon(&self, number: u32) -> Tree {
        self.at(period(number.into()).record + 1);
        let [alice, bob, cleo] = self.holders();
        let lines = [(alice, 6_000 * UNIT), (bob, 4_500 * UNIT), (cleo, 1_500 * UNIT)];
        let tree = self.propose(number, &lines, 0);
        self.attest(number, &tree);
        self.at(period(number.into()).pay);
        tree
    }
}

/// A coupon of `whole` by what [`World::holders`] bought: 20, 15 and 5 of 40 parts.
pub fn by_holding(world: &World, whole: i128) -> [(Address, i128); 3] {
    let [alice, bob, cleo] = world.holders();
    [(alice, whole * 20 / 40), (bob, whole * 15 / 40), (cleo, whole * 5 / 40)]
}

/// All money of the buckets.
pub fn total(buckets: &Buckets) -> i128 {
    buckets.construction
        + buckets.operations
        + buckets.coupon
        + buckets.reserve
        + buckets.renewal
        + buckets.principal
        + buckets.redemption
        + buckets.credits.iter().sum::<i128>()
        + buckets.coupons_unclaimed
        + buckets.export_credit
        + buckets.deposits
}
