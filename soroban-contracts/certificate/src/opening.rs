//! A system begins to be certified: its assets are checked, its policy is fixed; later policies and factors are announced.

use crate::error::CertificateError;
use crate::events::{FactorSet, PolicyAnnounced, SystemOpened};
use crate::storage;
use crate::types::{Account, Announced, Assets, Factor, Kind, Policy, Pot};
use heliobond_common::api::energy::EnergyClient;
use heliobond_common::api::registry::RegistryClient;
use heliobond_common::ttl;
use soroban_sdk::token::StellarAssetClient;
use soroban_sdk::{Address, Bytes, BytesN, Env, Executable};

const WHOLE_BPS: u32 = 10_000;
const MAX_FACTORS: u32 = 32;
/// Two tonnes a MWh is more than any grid has.
const MAX_GRAMS: u64 = 2_000_000;

/// Opens a system. Its administrator signed.
pub fn open(e: &Env, system: u32, assets: &Assets, policy: Policy) -> Result<(), CertificateError> {
    if storage::account(e, system).is_ok() {
        return Err(CertificateError::AlreadyOpen);
    }
    let links = storage::links(e);
    if !RegistryClient::new(e, &links.registry).system(&system).approved {
        return Err(CertificateError::NotApproved);
    }
    check_policy(e, system, &policy)?;
    let rec = check_asset(e, system, &assets.rec)?;
    let carbon = check_asset(e, system, &assets.carbon)?;
    let attested = EnergyClient::new(e, &links.energy).attested(&system);
    let account = Account {
        rec: rec.clone(),
        carbon: carbon.clone(),
        start_wh: attested.measured_wh,
        counted_wh: attested.measured_wh,
        counted_to: attested.measured_to,
        carry_wh: 0,
        rec_mwh: 0,
        carbon_mwh: 0,
        retained_mwh: 0,
    };
    storage::set_account(e, system, &account);
    storage::set_policy(e, system, &policy);
    let (start_wh, start_at) = (account.start_wh, account.counted_to);
    SystemOpened { system, rec, carbon, start_wh, start_at, policy }.publish(e);
    Ok(())
}

/// Announces a policy; a later announcement replaces one that is not in force. The administrator signed.
pub fn announce(e: &Env, system: u32, policy: Policy) -> Result<(), CertificateError> {
    storage::account(e, system)?;
    check_policy(e, system, &policy)?;
    let at = e.ledger().timestamp();
    storage::set_announced(e, system, &Announced { policy: policy.clone(), at });
    PolicyAnnounced { system, policy, at }.publish(e);
    Ok(())
}

/// Adds an emission factor and forgets the oldest beyond 32. Who holds the role `factors` signed.
pub fn set_factor(e: &Env, grams: u64, effective_at: u64, source_hash: BytesN<32>) -> Result<u32, CertificateError> {
    if grams == 0 || grams > MAX_GRAMS {
        return Err(CertificateError::BadFactor);
    }
    let mut factors = storage::factors(e);
    // The first one may reach back: nothing was minted by another.
    let last = factors.last();
    if last.as_ref().is_some_and(|last| effective_at <= last.effective_at || effective_at < e.ledger().timestamp()) {
        return Err(CertificateError::NotLater);
    }
    let version = last.map_or(0, |last| last.version).checked_add(1).ok_or(CertificateError::Overflow)?;
    factors.push_back(Factor { version, grams, effective_at, source_hash: source_hash.clone() });
    if factors.len() > MAX_FACTORS {
        if factors.get(1).is_none_or(|second| second.effective_at > e.ledger().timestamp()) {
            return Err(CertificateError::TooManyFactors);
        }
        factors.pop_front();
    }
    storage::set_factors(e, &factors);
    FactorSet { version, grams, effective_at, source_hash }.publish(e);
    Ok(version)
}

/// The factor in force at a time; the oldest kept for what lies before it.
pub fn factor_at(e: &Env, timestamp: u64) -> Result<Factor, CertificateError> {
    let factors = storage::factors(e);
    let in_force = factors.iter().rev().find(|factor| factor.effective_at <= timestamp);
    in_force.or_else(|| factors.first()).ok_or(CertificateError::NoFactor)
}

fn check_policy(e: &Env, system: u32, policy: &Policy) -> Result<(), CertificateError> {
    let shares = [policy.owner_bps, policy.parties_bps, policy.donors_bps];
    let total = shares.iter().try_fold(0_u32, |sum, bps| sum.checked_add(*bps));
    let zero = BytesN::from_array(e, &[0; 32]);
    let are_donors_whole = if policy.donors_bps == 0 {
        policy.donors_root == zero && policy.donors_units == 0 && policy.donors_count == 0
    } else {
        policy.donors_root != zero && policy.donors_units > 0 && policy.donors_count > 0
    };
    if total != Some(WHOLE_BPS) || !are_donors_whole {
        return Err(CertificateError::BadPolicy);
    }
    if policy.kind == Kind::Carbon && storage::factors(e).is_empty() {
        return Err(CertificateError::NoFactor);
    }
    match storage::pot(e, system, policy.kind, &policy.donors_root) {
        Some(Pot { units, count, .. }) if units != policy.donors_units || count != policy.donors_count => {
            Err(CertificateError::DonorsDiffer)
        }
        _ => Ok(()),
    }
}

/// This contract must be the asset's administrator, and its issuer must be able neither to freeze nor to claw back.
///
/// The flags of an account cannot be read from a contract, but each shows in what the asset contract does with a balance
/// of this contract, which is of 0 and stays so: under AUTH_REQUIRED one that never was is not authorized; without
/// AUTH_REVOCABLE it cannot be de-authorized; without AUTH_CLAWBACK_ENABLED nothing can be clawed back.
fn check_asset(e: &Env, system: u32, serialized_asset: &Bytes) -> Result<Address, CertificateError> {
    let contract = e.current_contract_address();
    let address = e.deployer().with_stellar_asset(serialized_asset.clone()).deployed_address();
    if address.executable() != Some(Executable::StellarAsset) {
        return Err(CertificateError::NotAssetAdmin);
    }
    let asset = StellarAssetClient::new(e, &address);
    match asset.try_admin() {
        Ok(Ok(admin)) if admin == contract => (),
        _ => return Err(CertificateError::NotAssetAdmin),
    }
    let required = !matches!(asset.try_authorized(&contract), Ok(Ok(true)));
    let revocable = matches!(asset.try_set_authorized(&contract, &false), Ok(Ok(())));
    let clawback = matches!(asset.try_clawback(&contract, &0), Ok(Ok(())));
    if required || revocable || clawback {
        return Err(CertificateError::BadAssetFlags);
    }
    if storage::is_asset_taken(e, &address) {
        return Err(CertificateError::AssetTaken);
    }
    storage::take_asset(e, &address, system);
    ttl::extend_instance(e);
    Ok(address)
}
