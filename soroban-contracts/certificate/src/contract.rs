//! The calls: authorise, hand over to the module that does it.

use crate::error::CertificateError;
use crate::types::{Account, Announced, Assets, Claim, DonorLeaf, Factor, Kind, Links, Minted, Policy, Pot, Totals};
use crate::{donors, minting, opening, retiring, storage};
use heliobond_common::governance::{self, require_running, Governance, ADMIN};
use heliobond_common::{governed, ttl};
use soroban_sdk::{contract, contractimpl, symbol_short, Address, BytesN, Env, Symbol, Vec};

/// The interface of this build. Grows when a call changes its meaning.
const VERSION: u32 = 1;

/// The role that sets emission factors.
const FACTORS: Symbol = symbol_short!("factors");

/// Certificates of renewable energy.
#[contract]
pub struct Certificate;

#[contractimpl]
impl Certificate {
    /// Names who governs, who sets emission factors, and the contracts that are read.
    ///
    /// # Errors
    /// * [`CertificateError::BadGovernance`]
    pub fn __constructor(
        e: &Env,
        governance: Governance,
        factors: Address,
        registry: Address,
        energy: Address,
    ) -> Result<(), CertificateError> {
        governance::init(e, &governance, VERSION)?;
        governance::roles::set_holder(e, FACTORS, &factors);
        storage::set_links(e, &Links { registry, energy });
        Ok(())
    }

    /// Begins to certify an approved system, under a policy; the administrator signs. What was measured before is never
    /// certified. This contract must be the administrator of both assets' contracts; their issuers must have no flags set
    /// and be locked.
    ///
    /// # Errors
    /// * [`CertificateError::Paused`], [`CertificateError::AlreadyOpen`], [`CertificateError::NotApproved`]
    /// * [`CertificateError::BadPolicy`], [`CertificateError::NoFactor`] - As for `announce_policy`.
    /// * [`CertificateError::NotAssetAdmin`], [`CertificateError::BadAssetFlags`], [`CertificateError::AssetTaken`]
    ///
    /// # Events
    /// * [`SystemOpened`](crate::events::SystemOpened)
    pub fn open(e: &Env, system: u32, assets: Assets, policy: Policy) -> Result<(), CertificateError> {
        governance::require(e, &ADMIN);
        require_running(e)?;
        ttl::extend_instance(e);
        opening::open(e, system, &assets, policy)
    }

    /// Announces what is to be sold and whose it is; the administrator signs. It is in force once `mint_due` has certified
    /// all that was generated until now under the policy of now; a later announcement replaces it until then.
    ///
    /// # Errors
    /// * [`CertificateError::Paused`], [`CertificateError::SystemNotOpen`]
    /// * [`CertificateError::BadPolicy`] - When the shares do not add up to 10,000, or donors are told by halves.
    /// * [`CertificateError::NoFactor`] - When it sells carbon and there is no factor.
    /// * [`CertificateError::DonorsDiffer`] - When the root is known with other units.
    ///
    /// # Events
    /// * [`PolicyAnnounced`](crate::events::PolicyAnnounced)
    pub fn announce_policy(e: &Env, system: u32, policy: Policy) -> Result<(), CertificateError> {
        governance::require(e, &ADMIN);
        require_running(e)?;
        ttl::extend_instance(e);
        opening::announce(e, system, policy)
    }

    /// Sets the emission factor, grams of CO2e per MWh, from a time not past on, and returns its version; who holds the
    /// role `factors` signs. The first one may reach back.
    ///
    /// # Errors
    /// * [`CertificateError::Paused`], [`CertificateError::BadFactor`], [`CertificateError::NotLater`]
    /// * [`CertificateError::TooManyFactors`]
    ///
    /// # Events
    /// * [`FactorSet`](crate::events::FactorSet)
    pub fn set_factor(
        e: &Env,
        grams: u64,
        effective_at: u64,
        source_hash: BytesN<32>,
    ) -> Result<u32, CertificateError> {
        governance::require(e, &FACTORS);
        require_running(e)?;
        ttl::extend_instance(e);
        opening::set_factor(e, grams, effective_at, source_hash)
    }

    /// Certifies what was measured and attested since the last time: whole MWh of the carry and the new Wh, to those whom
    /// the policy names. An announced policy comes into force when all that was generated before it is certified. Anyone
    /// may call it.
    ///
    /// # Errors
    /// * [`CertificateError::Paused`], [`CertificateError::SystemNotOpen`], [`CertificateError::NoFactor`]
    ///
    /// # Events
    /// * [`Certified`](crate::events::Certified) - When something was measured.
    /// * [`PolicyInForce`](crate::events::PolicyInForce) - When a policy changed.
    pub fn mint_due(e: &Env, system: u32) -> Result<Minted, CertificateError> {
        require_running(e)?;
        ttl::extend_instance(e);
        minting::mint_due(e, system)
    }

    /// Mints to each holder what is due; 0 for who has no line that takes it, whose units stay due. Anyone may call it.
    ///
    /// # Errors
    /// * [`CertificateError::SystemNotOpen`], [`CertificateError::NoCertificates`]
    ///
    /// # Events
    /// * [`Claimed`](crate::events::Claimed) for each holder that got something.
    pub fn claim(e: &Env, system: u32, kind: Kind, holders: Vec<Address>) -> Result<Vec<i128>, CertificateError> {
        ttl::extend_instance(e);
        minting::claim(e, system, kind, holders)
    }

    /// Mints to donors their share of what was certified so far: `floor(units x certified / all units)` less what they
    /// got. Anyone may call it, as often as they like.
    ///
    /// # Errors
    /// * [`CertificateError::SystemNotOpen`], [`CertificateError::NoCertificates`], [`CertificateError::NoDonors`]
    /// * [`CertificateError::BadProof`] - When a leaf is not in the tree: then nobody gets anything.
    ///
    /// # Events
    /// * [`DonorClaimed`](crate::events::DonorClaimed) for each leaf that got something.
    pub fn claim_units(
        e: &Env,
        system: u32,
        kind: Kind,
        root: BytesN<32>,
        leaves: Vec<DonorLeaf>,
    ) -> Result<Vec<i128>, CertificateError> {
        ttl::extend_instance(e);
        donors::claim(e, system, kind, root, leaves)
    }

    /// Retires certificates for ever and returns the number of the retirement; the holder signs.
    ///
    /// # Errors
    /// * [`CertificateError::SystemNotOpen`], [`CertificateError::NoCertificates`]
    /// * [`CertificateError::BadAmount`], [`CertificateError::BadText`]
    ///
    /// # Events
    /// * [`Retired`](crate::events::Retired)
    pub fn retire(
        e: &Env,
        holder: Address,
        system: u32,
        kind: Kind,
        units: i128,
        claim: Claim,
    ) -> Result<u64, CertificateError> {
        holder.require_auth();
        ttl::extend_instance(e);
        retiring::retire(e, holder, system, kind, units, claim)
    }

    /// What a system measured and what became of it.
    ///
    /// # Errors
    /// * [`CertificateError::SystemNotOpen`]
    pub fn account(e: &Env, system: u32) -> Result<Account, CertificateError> {
        storage::account(e, system)
    }

    /// The policy in force.
    ///
    /// # Errors
    /// * [`CertificateError::SystemNotOpen`]
    pub fn policy(e: &Env, system: u32) -> Result<Policy, CertificateError> {
        storage::policy(e, system)
    }

    /// The policy announced and not in force yet.
    pub fn announced(e: &Env, system: u32) -> Option<Announced> {
        storage::announced(e, system)
    }

    /// The emission factors, oldest first; at most 32.
    pub fn factors(e: &Env) -> Vec<Factor> {
        storage::factors(e)
    }

    /// Certificates of one kind of a system: certified, minted, retired.
    pub fn totals(e: &Env, system: u32, kind: Kind) -> Totals {
        storage::totals(e, system, kind)
    }

    /// What a holder may claim, stroops.
    pub fn due(e: &Env, system: u32, kind: Kind, holder: Address) -> i128 {
        storage::due(e, system, kind, &holder)
    }

    /// What was certified for the donors of a root, and what they claimed.
    pub fn donors(e: &Env, system: u32, kind: Kind, root: BytesN<32>) -> Option<Pot> {
        storage::pot(e, system, kind, &root)
    }

    /// What a donor's leaf got so far, stroops.
    pub fn donor_got(e: &Env, system: u32, kind: Kind, root: BytesN<32>, index: u32) -> i128 {
        storage::got(e, system, kind, &root, index)
    }

    /// The contracts that are read.
    pub fn links(e: &Env) -> Links {
        storage::links(e)
    }
}

governed!(Certificate, CertificateError, version = VERSION, guardians = []);
