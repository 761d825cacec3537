//! From attested generation to certificates that are due, and from there into their holders' lines.

use crate::counting;
use crate::error::CertificateError;
use crate::events::{Certified, Claimed, PolicyInForce, SharedOut};
use crate::opening::factor_at;
use crate::storage;
use crate::types::{Account, Kind, Minted, Policy, Pot};
use heliobond_common::api::energy::{Attested, EnergyClient};
use heliobond_common::api::registry::RegistryClient;
use heliobond_common::apportion::{apportion, MAX_PARTS};
use soroban_sdk::token::StellarAssetClient;
use soroban_sdk::{Address, Env, Vec};

/// Certifies what was measured since the last time.
pub fn mint_due(e: &Env, system: u32) -> Result<Minted, CertificateError> {
    let mut account = storage::account(e, system)?;
    let policy = storage::policy(e, system)?;
    let Attested { index, measured_wh, measured_to, .. } =
        EnergyClient::new(e, &storage::links(e).energy).attested(&system);
    let (from, new_wh) = (account.counted_to, i128::from(measured_wh) - i128::from(account.counted_wh));
    let (mwh, carry_wh) = counting::count(account.carry_wh, new_wh).ok_or(CertificateError::Overflow)?;
    let (units, factor) = units_of(e, policy.kind, mwh, from)?;

    if new_wh != 0 || measured_to != from {
        account.counted_wh = measured_wh;
        account.counted_to = measured_to;
        account.carry_wh = carry_wh;
        let certified = match policy.kind {
            Kind::Retained => &mut account.retained_mwh,
            Kind::Rec => &mut account.rec_mwh,
            Kind::Carbon => &mut account.carbon_mwh,
        };
        *certified = certified.checked_add(mwh).ok_or(CertificateError::Overflow)?;
        storage::set_account(e, system, &account);
        let (kind, to) = (policy.kind, measured_to);
        Certified { system, kind, index, from, to, new_wh, mwh, units, carry_wh, factor }.publish(e);
        if units > 0 {
            share_out(e, system, &policy, units)?;
        }
    }
    if let Some(announced) = storage::announced(e, system).filter(|announced| announced.at <= measured_to) {
        storage::set_policy(e, system, &announced.policy);
        storage::remove_announced(e, system);
        PolicyInForce { system, policy: announced.policy, from: measured_to }.publish(e);
    }
    Ok(Minted { kind: policy.kind, mwh, units })
}

/// Mints what holders are due into their lines; who has none, or a full one, gets 0 now and keeps what is due.
pub fn claim(e: &Env, system: u32, kind: Kind, holders: Vec<Address>) -> Result<Vec<i128>, CertificateError> {
    let asset = asset(e, &storage::account(e, system)?, kind)?;
    let mut paid = Vec::new(e);
    for holder in holders.iter() {
        let units = storage::due(e, system, kind, &holder);
        let is_paid = units > 0 && deliver(e, system, kind, &asset, &holder, units)?;
        if is_paid {
            storage::set_due(e, system, kind, &holder, 0);
            Claimed { system, kind, holder, units }.publish(e);
        }
        paid.push_back(if is_paid { units } else { 0 });
    }
    Ok(paid)
}

/// The asset contract of a kind.
pub fn asset<'a>(e: &Env, account: &Account, kind: Kind) -> Result<StellarAssetClient<'a>, CertificateError> {
    match kind {
        Kind::Retained => Err(CertificateError::NoCertificates),
        Kind::Rec => Ok(StellarAssetClient::new(e, &account.rec)),
        Kind::Carbon => Ok(StellarAssetClient::new(e, &account.carbon)),
    }
}

/// Mints units that are somebody's, and says whether the line took them.
pub fn deliver(
    e: &Env,
    system: u32,
    kind: Kind,
    asset: &StellarAssetClient,
    holder: &Address,
    units: i128,
) -> Result<bool, CertificateError> {
    if !matches!(asset.try_mint(holder, &units), Ok(Ok(()))) {
        return Ok(false);
    }
    let mut totals = storage::totals(e, system, kind);
    totals.minted = totals.minted.checked_add(units).ok_or(CertificateError::Overflow)?;
    storage::set_totals(e, system, kind, &totals);
    Ok(true)
}

/// Stroops for whole MWh, and the version of the factor that made them. The factor is that of the period's start: it was
/// in force before anything of the period was generated.
fn units_of(e: &Env, kind: Kind, mwh: u64, from: u64) -> Result<(i128, u32), CertificateError> {
    match kind {
        Kind::Retained => Ok((0, 0)),
        Kind::Rec => Ok((counting::rec_units(mwh), 0)),
        Kind::Carbon => {
            let factor = factor_at(e, from)?;
            let units = counting::carbon_units(mwh, factor.grams).ok_or(CertificateError::Overflow)?;
            Ok((units, factor.version))
        }
    }
}

/// Splits certificates among owner, parties and donors, to the last stroop.
fn share_out(e: &Env, system: u32, policy: &Policy, units: i128) -> Result<(), CertificateError> {
    let kind = policy.kind;
    let mut totals = storage::totals(e, system, kind);
    totals.certified = totals.certified.checked_add(units).ok_or(CertificateError::Overflow)?;
    storage::set_totals(e, system, kind, &totals);

    let weights = [policy.owner_bps.into(), policy.parties_bps.into(), policy.donors_bps.into()];
    let mut shares = [0; 3];
    apportion(units, &weights, &mut shares).ok_or(CertificateError::Overflow)?;
    let [owner_units, parties_units, donors] = shares;
    add_due(e, system, kind, &policy.owner, owner_units)?;
    let parties = share_among_parties(e, system, kind, parties_units)?;
    if donors > 0 {
        let mut pot = storage::pot(e, system, kind, &policy.donors_root).unwrap_or(Pot {
            units: policy.donors_units,
            count: policy.donors_count,
            certified: 0,
            claimed: 0,
        });
        pot.certified = pot.certified.checked_add(donors).ok_or(CertificateError::Overflow)?;
        storage::set_pot(e, system, kind, &policy.donors_root, &pot);
    }
    let (owner, donors_root) = (policy.owner.clone(), policy.donors_root.clone());
    SharedOut { system, kind, owner, owner_units, parties, donors_root, donors_units: donors }.publish(e);
    Ok(())
}

/// Returns what each party got, by its index; nothing where the parties have no share.
fn share_among_parties(e: &Env, system: u32, kind: Kind, units: i128) -> Result<Vec<i128>, CertificateError> {
    let mut shared = Vec::new(e);
    if units == 0 {
        return Ok(shared);
    }
    let parties = RegistryClient::new(e, &storage::links(e).registry).system(&system).parties;
    let (mut weights, mut parts) = ([0_i128; MAX_PARTS], [0_i128; MAX_PARTS]);
    for (weight, party) in weights.iter_mut().zip(parties.iter()) {
        *weight = party.portion_bps.into();
    }
    apportion(units, &weights, &mut parts).ok_or(CertificateError::Overflow)?;
    for (party, part) in parties.iter().zip(parts) {
        add_due(e, system, kind, &party.owner, part)?;
        shared.push_back(part);
    }
    Ok(shared)
}

fn add_due(e: &Env, system: u32, kind: Kind, holder: &Address, units: i128) -> Result<(), CertificateError> {
    if units == 0 {
        return Ok(());
    }
    let due = storage::due(e, system, kind, holder).checked_add(units).ok_or(CertificateError::Overflow)?;
    storage::set_due(e, system, kind, holder, due);
    Ok(())
}
