//! Long random lives: whatever is measured, corrected, announced, claimed and retired, in whatever order, every Wh is
//! certified at most once and every certificate is somebody's.

use super::fixture::{World, MWH, NOW, ONE, SYSTEM};
use super::retiring::purpose;
use crate::Kind;
use heliobond_common::testing::{Chance, Lives};
use soroban_sdk::BytesN;

const LIVES: u32 = 40;
const STEPS: usize = 120;
const SEED: u64 = 20_261_123;

fn live(mut world: Chance, steps: &[u64]) {
    let w = World::open();
    w.certificate.set_factor(&(1 + world.below(1_000_000)), &0, &BytesN::from_array(&w.e, &[3; 32]));
    let (mut measured, mut now) = (0, NOW);
    let holders = [&w.owner, &w.parties[0], &w.parties[1]];
    for word in steps {
        let mut dice = Chance::of(*word);
        now += 1 + dice.below(10_000);
        w.at(now);
        match dice.below(8) {
            0 => {
                let mut policy = w.policy();
                policy.kind = [Kind::Retained, Kind::Rec, Kind::Carbon][dice.below(3) as usize];
                policy.owner_bps = u32::try_from(dice.below(10_001)).unwrap();
                policy.parties_bps = 10_000 - policy.owner_bps;
                w.certificate.announce_policy(&SYSTEM, &policy);
            }
            1 => {
                measured -= dice.below(2 * MWH).min(measured);
                w.measure(measured, now);
            }
            2 => {
                for kind in [Kind::Rec, Kind::Carbon] {
                    w.claim(kind, holders[dice.below(3) as usize]);
                }
            }
            3 => {
                let holder = holders[dice.below(3) as usize];
                let units = w.recs().balance(holder).min(i128::from(dice.below(20_000_000)));
                if units > 0 {
                    w.certificate.retire(holder, &SYSTEM, &Kind::Rec, &units, &purpose(&w));
                }
            }
            _ => {
                measured += dice.below(3 * MWH);
                w.measure(measured, now);
            }
        }
        w.assert_whole();
        let totals = w.certificate.totals(&SYSTEM, &Kind::Rec);
        let due: i128 = holders.iter().map(|holder| w.due(Kind::Rec, holder)).sum();
        let held: i128 = holders.iter().map(|holder| w.recs().balance(holder)).sum();
        assert_eq!(totals.certified, due + held + totals.retired);
        assert_eq!(totals.minted, held + totals.retired);
        let account = w.certificate.account(&SYSTEM);
        let claims = account.rec_mwh + account.carbon_mwh;
        assert!(account.carry_wh < 0 || claims * MWH <= measured);
        assert_eq!(totals.certified % ONE, 0);
    }
}

#[test]
fn every_wh_is_certified_at_most_once_and_every_certificate_is_somebody_s() {
    Lives::of(LIVES, STEPS, SEED).live("lives of certificates", live);
}
