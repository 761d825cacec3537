//! A certificate is used once, in public.

extern crate std;
use super::fixture::{World, MWH, NOW, ONE, SYSTEM};
use crate::{CertificateError, Claim, Kind};
use soroban_sdk::testutils::Address as _;
use soroban_sdk::{Address, String};

pub fn purpose(w: &World) -> Claim {
    let text = |text| String::from_str(&w.e, text);
    Claim { beneficiary: text("Clinica del Pueblo"), purpose: text("Scope 2 of 2027"), period: text("2027") }
}

#[test]
fn retired_units_are_gone_numbered_and_in_the_totals() {
    let w = World::open();
    w.measure(3 * MWH, NOW);
    w.claim(Kind::Rec, &w.owner);
    let buyer = Address::generate(&w.e);
    w.recs().transfer(&w.owner, &buyer, &(2 * ONE));
    let retire = |who: &Address, units: i128| w.certificate.retire(who, &SYSTEM, &Kind::Rec, &units, &purpose(&w));
    assert_eq!(retire(&buyer, ONE / 2), 1);
    assert_eq!((w.signers(), w.announces()), (std::vec![buyer.clone()], 1));
    assert_eq!(retire(&w.owner, ONE), 2);
    assert_eq!(w.recs().balance(&buyer), 3 * ONE / 2);
    let totals = w.certificate.totals(&SYSTEM, &Kind::Rec);
    assert_eq!((totals.certified, totals.minted, totals.retired), (3 * ONE, 3 * ONE, 3 * ONE / 2));
    let outstanding = w.recs().balance(&buyer) + w.recs().balance(&w.owner);
    assert_eq!(totals.minted, totals.retired + outstanding);
    w.recs().burn(&buyer, &1);
    assert_eq!(w.certificate.totals(&SYSTEM, &Kind::Rec).retired, 3 * ONE / 2, "burnt otherwise is not retired");
    w.assert_whole();
}

#[test]
fn nobody_retires_what_is_not_theirs() {
    let w = World::open();
    w.measure(MWH, NOW);
    w.claim(Kind::Rec, &w.owner);
    for thief in [&w.admin, &w.trustee] {
        w.only(thief, "retire", (&w.owner, SYSTEM, Kind::Rec, ONE, purpose(&w)));
        assert!(w.certificate.try_retire(&w.owner, &SYSTEM, &Kind::Rec, &ONE, &purpose(&w)).is_err());
    }
    w.e.mock_all_auths();
    assert!(w.certificate.try_retire(&w.admin, &SYSTEM, &Kind::Rec, &ONE, &purpose(&w)).is_err(), "has none");
    assert!(w.certificate.try_retire(&w.owner, &SYSTEM, &Kind::Rec, &(ONE + 1), &purpose(&w)).is_err());
    assert_eq!(w.certificate.totals(&SYSTEM, &Kind::Rec).retired, 0);
    assert_eq!(w.certificate.retire(&w.owner, &SYSTEM, &Kind::Rec, &ONE, &purpose(&w)), 1, "a failure takes no number");
}

#[test]
fn a_retirement_says_for_whom_and_why_within_bounds() {
    let w = World::open();
    let refusal = |kind: Kind, units: i128, claim: Claim| {
        w.certificate.try_retire(&w.owner, &SYSTEM, &kind, &units, &claim).unwrap_err().unwrap()
    };
    assert_eq!(refusal(Kind::Retained, 1, purpose(&w)), CertificateError::NoCertificates);
    assert_eq!(refusal(Kind::Rec, 0, purpose(&w)), CertificateError::BadAmount);
    assert_eq!(refusal(Kind::Rec, -1, purpose(&w)), CertificateError::BadAmount);
    let long = String::from_str(&w.e, core::str::from_utf8(&[b'x'; 129]).unwrap());
    for bad in [String::from_str(&w.e, ""), long] {
        let whole = purpose(&w);
        assert_eq!(
            refusal(Kind::Rec, 1, Claim { beneficiary: bad.clone(), ..whole.clone() }),
            CertificateError::BadText
        );
        assert_eq!(refusal(Kind::Rec, 1, Claim { purpose: bad.clone(), ..whole.clone() }), CertificateError::BadText);
        assert_eq!(refusal(Kind::Rec, 1, Claim { period: bad.clone(), ..whole }), CertificateError::BadText);
    }
}
