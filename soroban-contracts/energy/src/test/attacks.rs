//! What somebody might try: each attempt fails, or gains nothing.

extern crate std;
use super::direct::pi;
use super::*;
use crate::Reading;
use heliobond_common::api::energy::{Ladder, Mode};

#[test]
fn a_reading_of_another_network_contract_or_meter_is_no_reading_here() {
    let pi = pi();
    let reading = pi.reading(1, 1, START, 0);
    let bytes = pi.signed_bytes(&reading);
    let attempt = |key: usize, bytes: &[u8]| pi.s.energy.try_report(&reading, &pi.sign(key, bytes)).is_ok();
    // Network id, contract id, meter, register: one changed bit each.
    for offset in [0, 8, 40, 79, 80, 84, 124 - 1] {
        let mut forged = bytes.clone();
        forged[offset] ^= 1;
        assert!(!attempt(0, &forged), "byte {offset}");
    }
    assert!(!attempt(1, &bytes), "another meter's key");
    assert_eq!(pi.s.energy.meter_head(&1, &1), None);
    assert!(attempt(0, &bytes));
}

#[test]
fn a_reading_of_another_system_s_meter_counts_nowhere() {
    let pi = pi();
    let s = &pi.s;
    s.registry.propose(&s.admin, &String::from_str(&s.e, "Clinic"), &CAPACITY_W, &s.shares());
    s.registry.approve(&2);
    s.energy.open_system(&2, &START, &Settings { source: Source::Direct, ..s.settings(1) });
    assert_eq!(pi.refusal(&Reading { system: 2, ..pi.reading(1, 1, START, 0) }), EnergyError::UnknownMeter);
}

#[test]
fn repeated_and_reordered_reports_bill_nothing_twice() {
    let pi = pi();
    pi.all(1, START, [0, 0, 0]);
    let next = START - START % HOUR + HOUR;
    let late = pi.reading(1, 2, START + 60, 500);
    pi.report(&pi.reading(1, 3, next, 1_000));
    for _ in 0..2 {
        assert_eq!(pi.refusal(&late), EnergyError::SeqNotGrowing);
        assert_eq!(pi.refusal(&pi.reading(1, 3, next, 1_000)), EnergyError::SeqNotGrowing);
    }
    pi.report(&pi.reading(2, 2, next, 4_000));
    pi.report(&pi.reading(3, 2, next, 0));
    assert_eq!(pi.s.energy.system_state(&1).generated_wh, 1_000);
    assert_eq!(pi.delivered(), [1_000, 0]);
}

#[test]
fn oracles_cannot_invent_energy_by_corrections() {
    let s = setup(1);
    s.at(START + 2_000 * HOUR);
    let full = |index: u32, correction: i64| Statement {
        generated_correction_wh: correction,
        ..s.statement(index, 110_000, 0, &[u64::MAX / 64, 0])
    };
    assert_eq!(s.refusal(&full(1, 1)), EnergyError::BeyondCorrection);
    s.bill(&full(1, 0));
    assert_eq!(s.refusal(&full(2, 1)), EnergyError::BeyondCorrection, "the hour before was full");
    assert_eq!(s.refusal(&full(2, -110_001)), EnergyError::BeyondCorrection, "nor take away what never was");
    assert_eq!(s.refusal(&full(2, i64::MIN)), EnergyError::BeyondCorrection);
    assert_eq!(s.refusal(&full(2, i64::MAX)), EnergyError::BeyondCorrection);
    let idle = Statement { to: START + 1_900 * HOUR, ..s.statement(2, 0, 0, &[0, 0]) };
    s.bill(&idle);
    let next = Statement { from: idle.to, to: idle.to + HOUR, ..full(3, 31 * 24 * 110_000 + 1) };
    assert_eq!(s.refusal(&next), EnergyError::BeyondCorrection, "what is older than 31 days is closed for good");
    s.bill(&Statement { generated_correction_wh: 31 * 24 * 110_000, ..next });
    let again = Statement { from: idle.to + HOUR, to: idle.to + 2 * HOUR, ..full(4, 1) };
    assert_eq!(s.refusal(&again), EnergyError::BeyondCorrection, "and the same hours are not filled twice");
    let exported = Statement { exported_correction_wh: i64::MAX, ..s.statement(4, 0, 0, &[0, 0]) };
    let exported = Statement { from: again.from, to: again.to, ..exported };
    assert_eq!(s.refusal(&exported), EnergyError::BeyondCorrection);
}

#[test]
fn a_correction_is_taken_from_nobody_s_paid_bills() {
    let s = setup(1);
    s.bill(&s.statement(1, 10_000, 0, &[10_000, 0]));
    let paid = s.energy.outstanding(&1, &0);
    s.energy.settle(&1, &0, &paid);
    s.bill(&Statement { generated_correction_wh: -10_000, ..s.statement(2, 0, 0, &[10_000, 0]) });
    assert_eq!((s.energy.outstanding(&1, &0), s.energy.system_state(&1).negative_wh), (0, 10_000));
    assert_eq!(s.bill(&s.statement(3, 15_000, 0, &[10_000, 0]))[0].delivered_wh, 5_000, "made good in energy");
}

#[test]
fn suspending_again_and_again_is_on_record_and_cures_nothing() {
    let s = setup(1);
    s.bill(&s.statement(1, 1_000, 0, &[1_000, 0]));
    let due_at = s.energy.open_bills(&1, &0).first().unwrap().due_at;
    s.at(due_at + GRACE);
    for n in 0..40 {
        let now = due_at + GRACE + n * 90 * 24 * HOUR;
        s.at(now);
        s.energy.suspend(&s.admin, &1, &(now + 90 * 24 * HOUR), &Mode::Normal);
        assert_eq!(s.events(), 1);
        let status = s.energy.status(&1, &0);
        assert_eq!((status.state, status.arrears), (Ladder::Breach, RETAIL));
    }
    assert_eq!(s.energy.suspensions(&1).len(), 12, "bounded");
    s.energy.resume(&s.trustee, &1);
    assert_eq!(s.energy.decision(&1, &0).mode, Mode::SellToGrid, "the trustee ends it");
    assert_eq!(s.energy.settle(&1, &0, &RETAIL), RETAIL, "and money cures at any time");
    assert_eq!(s.energy.status(&1, &0).state, Ladder::Current);
}

#[test]
fn what_the_registry_never_knew_takes_no_storage() {
    let pi = pi();
    for meter in 4..40 {
        assert_eq!(pi.refusal(&pi.reading(meter, 1, START, 0)), EnergyError::UnknownMeter);
    }
    for meter in 4..40 {
        assert_eq!(pi.s.energy.meter_head(&1, &meter), None);
    }
}

#[test]
fn floors_and_accounts_are_checked_when_a_system_opens() {
    let s = setup(1);
    s.registry.propose(&s.admin, &String::from_str(&s.e, "Clinic"), &CAPACITY_W, &s.shares());
    s.registry.approve(&2);
    let open = |settings: Settings| s.energy.try_open_system(&2, &START, &settings);
    let good = s.settings(1);
    assert_eq!(open(s.settings(2)), Err(Ok(EnergyError::BadFloor)));
    let high = Settings { critical_floor_w: vec![&s.e, CAPACITY_W + 1], ..good.clone() };
    assert_eq!(open(high), Err(Ok(EnergyError::BadFloor)));
    let account = Settings { exports: Exports::NetMeteringCredit(1), ..good.clone() };
    assert_eq!(open(account), Err(Ok(EnergyError::PartyNotFound)));
    assert_eq!(open(good), Ok(Ok(())));
}
