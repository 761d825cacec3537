//! From watt-hours to certificates.

extern crate std;
use super::fixture::{World, DAY, MWH, NOW, ONE, SYSTEM};
use crate::{CertificateError, Kind, Minted};
use soroban_sdk::{symbol_short, BytesN};

#[test]
fn whole_mwh_become_recs_and_the_rest_is_carried() {
    let w = World::open();
    w.only(&w.owner, "nothing", ());
    assert_eq!(w.measure(2 * MWH + 999_999, NOW), Minted { kind: Kind::Rec, mwh: 2, units: 2 * ONE });
    assert_eq!(w.announces(), 2, "nobody signs, everybody hears");
    assert_eq!(w.certificate.account(&SYSTEM).carry_wh, 999_999);
    assert_eq!(w.certificate.mint_due(&SYSTEM).mwh, 0);
    assert_eq!(w.announces(), 0, "the same statement certifies nothing twice");
    assert_eq!(w.measure(3 * MWH, NOW + 1).mwh, 1);
    assert_eq!(w.due(Kind::Rec, &w.owner), 3 * ONE);
    w.assert_whole();
}

#[test]
fn a_correction_is_made_good_before_anything_is_minted() {
    let w = World::open();
    w.measure(4 * MWH, NOW);
    assert_eq!(w.measure(2 * MWH + 1, NOW + 1).mwh, 0);
    assert_eq!(w.certificate.account(&SYSTEM).carry_wh, -1_999_999);
    w.assert_whole();
    assert_eq!(w.measure(4 * MWH + 1, NOW + 2).mwh, 0, "measured again is not generated again");
    assert_eq!(w.measure(5 * MWH, NOW + 3).mwh, 1);
    assert_eq!(w.due(Kind::Rec, &w.owner), 5 * ONE);
    w.assert_whole();
}

#[test]
fn a_mwh_is_a_rec_or_carbon_or_retained_and_never_two_of_them() {
    let w = World::open();
    let hash = BytesN::from_array(&w.e, &[3; 32]);
    w.certificate.set_factor(&726_000, &(NOW - DAY), &hash);
    let switch = |kind: Kind, at: u64| {
        w.at(at);
        let mut policy = w.policy();
        policy.kind = kind;
        w.certificate.announce_policy(&SYSTEM, &policy);
    };
    w.measure(MWH, NOW);
    switch(Kind::Carbon, NOW + 10);
    assert_eq!(w.measure(2 * MWH, NOW + 9), Minted { kind: Kind::Rec, mwh: 1, units: ONE });
    assert_eq!(w.measure(4 * MWH, NOW + 20).kind, Kind::Rec, "generated in part before the announcement");
    assert_eq!(w.measure(7 * MWH, NOW + 30), Minted { kind: Kind::Carbon, mwh: 3, units: 3 * 7_260_000 });
    switch(Kind::Retained, NOW + 30);
    assert_eq!(w.certificate.mint_due(&SYSTEM), Minted { kind: Kind::Carbon, mwh: 0, units: 0 });
    assert_eq!(w.certificate.announced(&SYSTEM), None);
    assert_eq!(w.measure(9 * MWH, NOW + 40), Minted { kind: Kind::Retained, mwh: 2, units: 0 });
    let account = w.certificate.account(&SYSTEM);
    assert_eq!((account.rec_mwh, account.carbon_mwh, account.retained_mwh), (4, 3, 2));
    w.assert_whole();
    let refused = w.certificate.try_claim(&SYSTEM, &Kind::Retained, &soroban_sdk::vec![&w.e]);
    assert_eq!(refused, Err(Ok(CertificateError::NoCertificates)));
}

#[test]
fn nobody_changes_the_policy_of_what_was_generated_already() {
    let w = World::open();
    w.at(NOW + 100);
    w.meter.attest(&(25 * MWH), &(NOW + 50));
    let mut mine = w.policy();
    mine.owner = w.trustee.clone();
    w.certificate.announce_policy(&SYSTEM, &mine);
    w.certificate.mint_due(&SYSTEM);
    assert_eq!((w.due(Kind::Rec, &w.owner), w.due(Kind::Rec, &w.trustee)), (20 * ONE, 0));
    assert_eq!(w.certificate.policy(&SYSTEM).owner, w.owner, "the night between is the old policy's too");
    w.measure(21 * MWH, NOW + 100);
    assert_eq!(w.due(Kind::Rec, &w.owner), 21 * ONE);
    w.measure(22 * MWH, NOW + 150);
    assert_eq!((w.due(Kind::Rec, &w.owner), w.due(Kind::Rec, &w.trustee)), (21 * ONE, ONE));
}

#[test]
fn the_factor_is_the_one_in_force_where_the_period_starts() {
    let w = World::new();
    let hash = BytesN::from_array(&w.e, &[3; 32]);
    w.certificate.set_factor(&726_000, &(NOW - 2 * DAY), &hash);
    w.certificate.set_factor(&100_000, &(NOW + DAY), &hash);
    let mut policy = w.policy();
    policy.kind = Kind::Carbon;
    w.certificate.open(&SYSTEM, &w.assets(), &policy);
    assert_eq!(w.measure(MWH, NOW + DAY).units, 7_260_000);
    assert_eq!(w.measure(2 * MWH, NOW + 2 * DAY).units, 1_000_000);
    w.assert_whole();
}

#[test]
fn owner_and_parties_share_to_the_last_stroop() {
    let w = World::open_under(|_, policy| (policy.owner_bps, policy.parties_bps) = (3_333, 6_667));
    w.measure(MWH, NOW);
    let [school, clinic] = &w.parties;
    let shares = [&w.owner, school, clinic].map(|who| w.due(Kind::Rec, who));
    assert_eq!(shares, [3_333_000, 4_666_900, 2_000_100]);
    assert_eq!(shares.iter().sum::<i128>(), ONE);

    w.registry.transfer_portion(&SYSTEM, &0, &1, &7_000);
    w.measure(2 * MWH, NOW + 1);
    assert_eq!(w.due(Kind::Rec, clinic), 2_000_100 + 6_667_000, "by the portions when it is minted");
}

#[test]
fn a_pause_stops_minting_and_policies_and_never_what_is_somebody_s() {
    let w = World::open();
    w.measure(MWH, NOW);
    w.certificate.pause(&w.trustee);
    let paused = Err(Ok(CertificateError::Paused));
    assert_eq!(w.certificate.try_mint_due(&SYSTEM), Err(Ok(CertificateError::Paused)));
    assert_eq!(w.certificate.try_announce_policy(&SYSTEM, &w.policy()), paused);
    assert_eq!(w.certificate.try_open(&2, &w.assets(), &w.policy()), paused);
    let hash = BytesN::from_array(&w.e, &[3; 32]);
    assert_eq!(w.certificate.try_set_factor(&1, &NOW, &hash), Err(Ok(CertificateError::Paused)));
    assert_eq!(w.claim(Kind::Rec, &w.owner), ONE);
    w.certificate.retire(&w.owner, &SYSTEM, &Kind::Rec, &ONE, &super::retiring::purpose(&w));
    w.certificate.unpause(&w.admin);
    w.measure(2 * MWH, NOW + 1);
}

#[test]
fn a_lost_key_of_the_factors_office_comes_back_after_the_delay() {
    let w = World::new();
    w.certificate.offer_role(&w.trustee, &symbol_short!("factors"), &w.owner);
    assert_eq!(w.certificate.try_accept_role(&symbol_short!("factors")), Err(Ok(CertificateError::TooEarly)));
    w.at(NOW + 30 * DAY);
    w.certificate.accept_role(&symbol_short!("factors"));
    let hash = BytesN::from_array(&w.e, &[3; 32]);
    w.certificate.set_factor(&1, &(NOW + 31 * DAY), &hash);
    assert_eq!(w.signers(), std::vec![w.owner.clone()]);
}
