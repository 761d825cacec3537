//! Systems, assets, policies and factors.

extern crate std;
use super::fixture::{asset_xdr, World, DAY, MWH, NOW, SYSTEM};
use crate::{Assets, CertificateError, Kind, Policy};
use soroban_sdk::testutils::{Address as _, IssuerFlags};
use soroban_sdk::{Address, Bytes, BytesN};

#[test]
fn a_system_is_opened_once_by_the_administrator_and_starts_from_what_was_measured() {
    let w = World::new();
    w.certificate.open(&SYSTEM, &w.assets(), &w.policy());
    assert_eq!((w.signers(), w.announces()), (std::vec![w.admin.clone()], 1));
    let account = w.certificate.account(&SYSTEM);
    assert_eq!((account.start_wh, account.counted_wh, account.counted_to), (5 * MWH, 5 * MWH, NOW - DAY));
    assert_eq!(w.certificate.mint_due(&SYSTEM).mwh, 0, "what was measured before is never certified");
    let again = w.certificate.try_open(&SYSTEM, &w.assets(), &w.policy());
    assert_eq!(again, Err(Ok(CertificateError::AlreadyOpen)));
    assert_eq!(w.certificate.try_mint_due(&2), Err(Ok(CertificateError::SystemNotOpen)));
}

#[test]
fn a_system_that_the_approver_did_not_let_in_is_not_certified() {
    let w = World::new();
    let shares = w.registry.system(&SYSTEM).parties;
    let share = |n: u32| heliobond_common::api::registry::PartyShare {
        owner: shares.get(n).unwrap().owner,
        portion_bps: shares.get(n).unwrap().portion_bps,
    };
    let name = soroban_sdk::String::from_str(&w.e, "Other");
    let other = w.registry.propose(&w.admin, &name, &1, &soroban_sdk::vec![&w.e, share(0), share(1)]);
    let refused = w.certificate.try_open(&other, &w.assets(), &w.policy());
    assert_eq!(refused, Err(Ok(CertificateError::NotApproved)));
}

#[test]
fn only_assets_that_this_contract_mints_and_nobody_freezes_are_taken() {
    let w = World::new();
    let try_open =
        |rec: Bytes, carbon: Bytes| match w.certificate.try_open(&SYSTEM, &Assets { rec, carbon }, &w.policy()) {
            Err(Ok(error)) => error,
            other => panic!("{other:?}"),
        };
    let Assets { rec, carbon } = w.assets();
    let foreign = w.e.register_stellar_asset_contract_v2(w.admin.clone());
    assert_eq!(try_open(asset_xdr(&w.e, &foreign), carbon.clone()), CertificateError::NotAssetAdmin);
    assert_eq!(try_open(rec.clone(), asset_xdr(&w.e, &foreign)), CertificateError::NotAssetAdmin);
    assert_eq!(try_open(rec.clone(), rec.clone()), CertificateError::AssetTaken, "a REC is no carbon certificate");
    for flags in [
        std::vec![IssuerFlags::RequiredFlag],
        std::vec![IssuerFlags::RevocableFlag],
        std::vec![IssuerFlags::RevocableFlag, IssuerFlags::ClawbackEnabledFlag],
    ] {
        let asset = w.e.register_stellar_asset_contract_v2(w.certificate.address.clone());
        for flag in flags {
            asset.issuer().set_flag(flag);
        }
        assert_eq!(try_open(asset_xdr(&w.e, &asset), carbon.clone()), CertificateError::BadAssetFlags);
    }
    w.certificate.open(&SYSTEM, &w.assets(), &w.policy());
}

#[test]
fn a_policy_is_whole_or_refused() {
    let w = World::open();
    let refusal = |change: &dyn Fn(&mut Policy)| {
        let mut policy = w.policy();
        change(&mut policy);
        match w.certificate.try_announce_policy(&SYSTEM, &policy) {
            Err(Ok(error)) => Some(error),
            _ => None,
        }
    };
    let bad = Some(CertificateError::BadPolicy);
    assert_eq!(refusal(&|policy| policy.owner_bps = 9_999), bad);
    assert_eq!(refusal(&|policy| policy.parties_bps = 1), bad);
    assert_eq!(refusal(&|policy| (policy.owner_bps, policy.parties_bps) = (u32::MAX, 10_001)), bad);
    assert_eq!(refusal(&|policy| policy.donors_units = 1), bad);
    assert_eq!(refusal(&|policy| (policy.owner_bps, policy.donors_bps) = (0, 10_000)), bad);
    // Donors are a root, units and a count; any of them alone missing is a fault.
    let donors = |root: u8, units: i128, count: u32| {
        refusal(&|policy| {
            (policy.owner_bps, policy.donors_bps) = (0, 10_000);
            policy.donors_root = BytesN::from_array(&w.e, &[root; 32]);
            (policy.donors_units, policy.donors_count) = (units, count);
        })
    };
    assert_eq!([donors(0, 1, 1), donors(1, 0, 1), donors(1, 1, 0)], [bad; 3]);
    assert_eq!(donors(1, 1, 1), None);
    assert_eq!(refusal(&|policy| policy.kind = Kind::Carbon), Some(CertificateError::NoFactor));
    assert_eq!(refusal(&|policy| (policy.owner_bps, policy.parties_bps) = (1, 9_999)), None);
    assert_eq!(w.signers(), std::vec![w.admin.clone()]);
    let unknown = w.certificate.try_announce_policy(&2, &w.policy());
    assert_eq!(unknown, Err(Ok(CertificateError::SystemNotOpen)));
}

#[test]
fn a_factor_has_a_version_and_never_reaches_back_behind_another() {
    let w = World::new();
    let hash = BytesN::from_array(&w.e, &[3; 32]);
    let set = |grams: u64, at: u64| w.certificate.try_set_factor(&grams, &at, &hash);
    assert_eq!(set(0, NOW), Err(Ok(CertificateError::BadFactor)));
    assert_eq!(set(2_000_001, NOW), Err(Ok(CertificateError::BadFactor)));
    assert_eq!(w.certificate.set_factor(&726_000, &(NOW - 300 * DAY), &hash), 1, "the first may");
    assert_eq!(w.signers(), std::vec![w.factors.clone()]);
    assert_eq!(set(700_000, NOW - 1), Err(Ok(CertificateError::NotLater)));
    assert_eq!(w.certificate.set_factor(&700_000, &(NOW + DAY), &hash), 2);
    assert_eq!(set(700_000, NOW + DAY), Err(Ok(CertificateError::NotLater)));
    for n in 3..=32 {
        assert_eq!(w.certificate.set_factor(&700_000, &(NOW + u64::from(n) * DAY), &hash), n);
    }
    assert_eq!(set(1, NOW + 33 * DAY), Err(Ok(CertificateError::TooManyFactors)));
    w.at(NOW + DAY);
    assert_eq!(w.certificate.set_factor(&1, &(NOW + 33 * DAY), &hash), 33);
    let factors = w.certificate.factors();
    assert_eq!((factors.len(), factors.first().map(|factor| factor.version)), (32, Some(2)));
}

#[test]
fn nothing_happens_without_the_signature_of_who_acts() {
    let w = World::open();
    let stranger = Address::generate(&w.e);
    let hash = BytesN::from_array(&w.e, &[3; 32]);
    for who in [&stranger, &w.trustee, &w.owner] {
        w.only(who, "announce_policy", (SYSTEM, w.policy()));
        assert!(w.certificate.try_announce_policy(&SYSTEM, &w.policy()).is_err());
        w.only(who, "set_factor", (1_u64, NOW, &hash));
        assert!(w.certificate.try_set_factor(&1, &NOW, &hash).is_err());
        w.only(who, "open", (2_u32, w.assets(), w.policy()));
        assert!(w.certificate.try_open(&2, &w.assets(), &w.policy()).is_err());
    }
    w.only(&w.admin, "set_factor", (1_u64, NOW, &hash));
    assert!(w.certificate.try_set_factor(&1, &NOW, &hash).is_err(), "not even the administrator");
}
