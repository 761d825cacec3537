//! Draft -> Funding: the terms are fixed and the bond's asset is tied to the escrow.

use crate::error::OfferingError;
use crate::events::{CollectionSet, Launched};
use crate::types::{Book, Buckets, Links, Period, Roles, State, Terms};
use crate::{contract, roles, storage, terms};
use heliobond_common::api::registry::RegistryClient;
use heliobond_common::governance::{self, Governance};
use soroban_sdk::token::{StellarAssetClient, TokenClient};
use soroban_sdk::{Address, Bytes, Env, Executable, Symbol, Vec};

/// Decimals of every Stellar asset.
const DECIMALS: u32 = 7;

/// Everything the constructor is given.
pub struct Setup {
    pub roles: Roles,
    pub registry: Address,
    pub energy: Address,
    pub system: u32,
    pub terms: Terms,
    pub schedule: Vec<Period>,
    pub collections: Vec<Address>,
}

/// Checks and stores the terms. The issuer is the first administrator.
pub fn construct(e: &Env, setup: Setup) -> Result<(), OfferingError> {
    terms::check_terms(&setup.terms, e.ledger().timestamp())?;
    terms::check_schedule(&setup.schedule, &setup.terms)?;
    terms::check_reserve(&setup.schedule, &setup.terms)?;
    terms::check_collections(&setup.collections, &e.current_contract_address())?;

    let Roles { issuer, trustee, compliance, operator, works } = &setup.roles;
    let upgrade_delay = setup.terms.upgrade_delay;
    let office = Governance { admin: issuer.clone(), trustee: trustee.clone(), upgrade_delay };
    governance::init(e, &office, contract::VERSION)?;
    let own =
        [(roles::ISSUER, issuer), (roles::COMPLIANCE, compliance), (roles::OPERATOR, operator), (roles::WORKS, works)];
    for (role, holder) in own {
        governance::roles::set_holder(e, Symbol::new(e, role), holder);
    }
    storage::set_state(e, State::Draft);
    storage::set_links(
        e,
        &Links {
            registry: setup.registry,
            energy: setup.energy,
            system: setup.system,
            settlement: setup.terms.settlement.clone(),
            bond: None,
        },
    );
    storage::set_terms(e, &setup.terms);
    storage::set_schedule(e, &setup.schedule);
    storage::set_collections(e, &setup.collections);
    storage::set_book(e, &Book::default());

    let mut credits = Vec::new(e);
    for _ in 0..setup.collections.len() {
        credits.push_back(0);
    }
    storage::set_buckets(
        e,
        &Buckets {
            construction: 0,
            operations: 0,
            coupon: 0,
            reserve: 0,
            renewal: 0,
            principal: 0,
            redemption: 0,
            credits,
            coupons_unclaimed: 0,
            export_credit: 0,
            deposits: 0,
        },
    );
    Ok(())
}

/// Ties the bond's asset to the escrow and opens the sale. The issuer signs.
pub fn launch(e: &Env, serialized_asset: Bytes) -> Result<(), OfferingError> {
    roles::require(e, roles::ISSUER);
    storage::require_state(e, &[State::Draft])?;
    let mut links = storage::links(e);

    check_settlement(e, &links)?;
    let bond = e.deployer().with_stellar_asset(serialized_asset).deployed_address();
    check_bond(e, &links, &bond)?;
    check_binding(e, &links)?;

    links.bond = Some(bond.clone());
    storage::set_links(e, &links);
    storage::set_state(e, State::Funding);
    Launched { bond }.publish(e);
    Ok(())
}

/// Replaces a party's collection account. The trustee signs.
pub fn set_collection(e: &Env, party: u32, account: Address) -> Result<(), OfferingError> {
    roles::require(e, roles::TRUSTEE);
    let mut collections = storage::collections(e);
    if party >= collections.len() {
        return Err(OfferingError::UnknownParty);
    }
    collections.set(party, account.clone());
    terms::check_collections(&collections, &e.current_contract_address())?;
    storage::set_collections(e, &collections);
    CollectionSet { party, account }.publish(e);
    Ok(())
}

/// The settlement token must be a Stellar asset: its contract is the network's own, so that it neither lies nor calls back.
fn check_settlement(e: &Env, links: &Links) -> Result<(), OfferingError> {
    if links.settlement.executable() != Some(Executable::StellarAsset)
        || TokenClient::new(e, &links.settlement).decimals() != DECIMALS
    {
        return Err(OfferingError::BadSettlement);
    }
    Ok(())
}

/// This contract must be the bond's administrator, and the issuer's flags must let it do its work.
///
/// The flags of an account cannot be read from a contract, but each shows in what the asset contract does: without
/// AUTH_REQUIRED a balance that never was is authorized; without AUTH_REVOCABLE nothing can be de-authorized; without
/// AUTH_CLAWBACK_ENABLED the balance that this creates cannot be clawed back. The balance is of 0 and stays so.
fn check_bond(e: &Env, links: &Links, bond: &Address) -> Result<(), OfferingError> {
    let contract = e.current_contract_address();
    if *bond == links.settlement || bond.executable() != Some(Executable::StellarAsset) {
        return Err(OfferingError::NotBondAdmin);
    }
    let asset = StellarAssetClient::new(e, bond);
    match asset.try_admin() {
        Ok(Ok(admin)) if admin == contract => (),
        _ => return Err(OfferingError::NotBondAdmin),
    }
    let required = matches!(asset.try_authorized(&contract), Ok(Ok(false)));
    let revocable = matches!(asset.try_set_authorized(&contract, &false), Ok(Ok(())));
    let clawback = matches!(asset.try_clawback(&contract, &0), Ok(Ok(())));
    if required && revocable && clawback {
        Ok(())
    } else {
        Err(OfferingError::BadBondFlags)
    }
}

/// The registry must have bound the system to this offering, and each party needs its collection account.
fn check_binding(e: &Env, links: &Links) -> Result<(), OfferingError> {
    let system = RegistryClient::new(e, &links.registry).system(&links.system);
    if system.offering != Some(e.current_contract_address()) {
        return Err(OfferingError::NotBound);
    }
    if system.parties.len() != storage::collections(e).len() {
        return Err(OfferingError::BadCollections);
    }
    Ok(())
}
