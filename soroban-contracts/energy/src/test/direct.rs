//! Direct mode: signed readings, the statements that follow from them, and every reading that is not believed.

extern crate std;
use super::*;
use crate::{MeterHead, Reading};
use ed25519_dalek::{Signer as _, SigningKey};
use heliobond_common::{
    api::{
        energy::{Ladder, Mode},
        registry::MeterKind,
    },
    merkle,
};
use soroban_sdk::Bytes;

/// What one meter can measure, watts.
const METER_W: u64 = 50_000;

pub struct Pi {
    pub s: Setup,
    keys: StdVec<SigningKey>,
}

/// A system that its meters report for: 1 is the site's, 2 and 3 the loads of the two parties. Opened at an end of an
/// interval; now is that time.
pub fn pi() -> Pi {
    let s = with_settings(1, &[6_000, 4_000], Source::Direct, Exports::CashFeedIn);
    let kinds = [(MeterKind::Site, 0), (MeterKind::Load, 0), (MeterKind::Load, 1)];
    let keys: StdVec<_> = (1..=3).map(|seed| SigningKey::from_bytes(&[seed; 32])).collect();
    for ((kind, party), key) in kinds.iter().zip(&keys) {
        let key = BytesN::from_array(&s.e, key.verifying_key().as_bytes());
        s.registry.register_meter(&1, kind, party, &key, &METER_W);
    }
    s.at(START + 100 * HOUR);
    Pi { s, keys }
}

impl Pi {
    /// A reading of meter 1, 2 or 3: its one register at `at`.
    pub fn reading(&self, meter: u32, seq: u64, at: u64, wh: u64) -> Reading {
        let (generated_wh, consumed_wh) = if meter == 1 { (wh, 0) } else { (0, wh) };
        Reading { system: 1, meter, epoch: 1, seq, at, generated_wh, consumed_wh, exported_wh: 0 }
    }

    pub fn signed_bytes(&self, reading: &Reading) -> StdVec<u8> {
        let contract = self.s.energy.address.clone().to_xdr(&self.s.e).slice(8..);
        let mut bytes = StdVec::from(*b"HBREAD01");
        bytes.extend(self.s.e.ledger().network_id().to_array());
        bytes.extend(contract.iter());
        for field in [reading.system, reading.meter, reading.epoch] {
            bytes.extend(field.to_be_bytes());
        }
        for field in [reading.seq, reading.at, reading.generated_wh, reading.consumed_wh, reading.exported_wh] {
            bytes.extend(field.to_be_bytes());
        }
        bytes
    }

    pub fn sign(&self, key: usize, bytes: &[u8]) -> BytesN<64> {
        BytesN::from_array(&self.s.e, &self.keys[key].sign(bytes).to_bytes())
    }

    fn signature(&self, reading: &Reading) -> BytesN<64> {
        self.sign(reading.meter as usize - 1, &self.signed_bytes(reading))
    }

    pub fn report(&self, reading: &Reading) -> heliobond_common::api::energy::Decision {
        self.s.energy.report(reading, &self.signature(reading))
    }

    pub fn refusal(&self, reading: &Reading) -> EnergyError {
        let key = (reading.meter as usize).clamp(1, 3) - 1;
        let signature = self.sign(key, &self.signed_bytes(reading));
        self.s.energy.try_report(reading, &signature).unwrap_err().unwrap()
    }

    /// All three meters at `at`.
    pub fn all(&self, seq: u64, at: u64, wh: [u64; 3]) {
        for (meter, wh) in (1..).zip(wh) {
            self.report(&self.reading(meter, seq, at, wh));
        }
    }

    pub fn index(&self) -> u32 {
        self.s.energy.system_state(&1).next_index
    }

    pub fn delivered(&self) -> [u64; 2] {
        [0, 1].map(|party| self.s.energy.system_state(&1).parties.get(party).unwrap().delivered_wh)
    }
}

/// The first end of an interval after `START`.
fn edge() -> u64 {
    START - START % HOUR + HOUR
}

#[test]
fn anyone_reports_a_signed_reading_and_learns_what_to_do() {
    let pi = pi();
    pi.s.e.mock_auths(&[]);
    let decision = pi.report(&pi.reading(2, 7, edge(), 5));
    assert!(pi.s.signers().is_empty(), "the meter's signature is all");
    assert_eq!((decision.mode, decision.critical_floor_w, decision.state), (Mode::Normal, FLOOR_W, Ladder::Current));
    let head = MeterHead { epoch: 1, seq: 7, at: edge(), generated_wh: 0, consumed_wh: 5, exported_wh: 0 };
    assert_eq!(pi.s.energy.meter_head(&1, &2), Some(head));
    assert_eq!(pi.s.energy.meter_head(&1, &1), None);
}

#[test]
fn an_interval_closes_once_every_meter_has_reported_its_end() {
    let pi = pi();
    pi.all(1, START, [1_000, 2_000, 3_000]);
    assert_eq!(pi.index(), 1, "where the counting begins");
    pi.report(&pi.reading(1, 2, edge(), 7_000));
    pi.report(&pi.reading(2, 2, edge(), 4_000));
    assert_eq!(pi.index(), 1, "one is missing");
    pi.report(&pi.reading(3, 2, edge(), 7_000));
    assert_eq!(pi.s.events(), 4, "reported, statement, two bills");
    let state = pi.s.energy.system_state(&1);
    assert_eq!((state.next_index, state.next_from, state.generated_wh), (2, edge(), 6_000));
    assert_eq!(pi.delivered(), [2_000, 4_000]);
    let attested = pi.s.energy.attested(&1);
    assert_eq!((attested.measured_wh, attested.measured_to), (6_000, edge()), "what meters signed is measured");
}

#[test]
fn a_meter_that_was_read_past_the_end_counts_by_time_and_the_rest_later() {
    let pi = pi();
    pi.all(1, START, [0, 0, 0]);
    pi.report(&pi.reading(1, 2, edge() - 300, 1_000));
    pi.report(&pi.reading(1, 3, edge() + 300, 2_001));
    pi.report(&pi.reading(2, 2, edge() + 100, 5_000));
    pi.report(&pi.reading(3, 2, edge(), 0));
    // Half of the way from 1,000 to 2,001.
    assert_eq!(pi.s.energy.system_state(&1).generated_wh, 1_500);
    pi.all(4, edge() + HOUR, [3_000, 9_000, 0]);
    let state = pi.s.energy.system_state(&1);
    assert_eq!((state.next_index, state.generated_wh), (3, 3_000), "nothing is lost");
    assert_eq!(pi.delivered()[0] + state.unattributed_wh, 3_000);
}

#[test]
fn a_silence_ends_in_one_statement_over_all_of_it() {
    let pi = pi();
    pi.all(1, START, [0, 0, 0]);
    pi.all(2, edge() + 5 * HOUR + 60, [12_060, 24_120, 0]);
    let state = pi.s.energy.system_state(&1);
    assert_eq!((state.next_index, state.next_from), (2, edge() + 5 * HOUR));
    assert!(state.generated_wh > 11_900 && state.generated_wh < 12_060, "{}", state.generated_wh);
}

#[test]
fn an_interval_ends_where_a_price_changes_or_energy_becomes_free() {
    let pi = pi();
    let change = edge() + HOUR / 2;
    pi.s.tariff.set_price(&pi.s.feeder, &pi.s.retail, &(RETAIL + 1), &change);
    pi.s.energy.conclude(&1, &(change + HOUR));
    pi.all(1, START, [0, 0, 0]);
    pi.all(2, edge(), [1_000, 1_000, 0]);
    pi.all(3, edge() + HOUR, [3_000, 3_000, 0]);
    let state = pi.s.energy.system_state(&1);
    assert_eq!((state.next_from, state.generated_wh), (change, 2_000));
    pi.all(4, edge() + 2 * HOUR, [3_000, 3_000, 0]);
    assert_eq!(pi.s.energy.system_state(&1).next_from, change + HOUR);
    let owed = pi.s.energy.outstanding(&1, &0);
    pi.all(5, edge() + 3 * HOUR, [9_000, 9_000, 0]);
    assert_eq!(pi.s.energy.outstanding(&1, &0), owed, "free");
}

#[test]
fn a_new_epoch_goes_on_where_the_old_one_stopped() {
    let pi = pi();
    pi.all(1, START, [0, 0, 0]);
    pi.report(&pi.reading(1, 2, START + 10, 100));
    assert_eq!(pi.s.registry.new_epoch(&1), 2);
    assert_eq!(pi.refusal(&pi.reading(1, 3, START + 20, 120)), EnergyError::WrongEpoch);
    pi.report(&Reading { epoch: 2, ..pi.reading(1, 0, START + 30, 0) });
    pi.report(&Reading { epoch: 2, ..pi.reading(1, 1, edge(), 50) });
    pi.report(&pi.reading(2, 2, edge(), 500));
    pi.report(&pi.reading(3, 2, edge(), 0));
    assert_eq!(pi.s.energy.system_state(&1).generated_wh, 150, "100 of the old meter, 50 of the new one");
}

#[test]
fn a_revoked_meter_neither_counts_nor_blocks() {
    let pi = pi();
    pi.all(1, START, [0, 0, 0]);
    pi.report(&pi.reading(3, 2, START + 10, 100));
    pi.s.registry.revoke_meter(&3);
    assert_eq!(pi.refusal(&pi.reading(3, 3, edge(), 200)), EnergyError::MeterRevoked);
    pi.report(&pi.reading(1, 2, edge(), 1_000));
    pi.report(&pi.reading(2, 2, edge(), 1_000));
    assert_eq!((pi.index(), pi.delivered()), (2, [1_000, 0]));
}

#[test]
fn many_revoked_meters_hold_an_interval_open_for_a_few_reports_at_most() {
    let pi = pi();
    for seed in 100..120 {
        let key = SigningKey::from_bytes(&[seed; 32]);
        let key = BytesN::from_array(&pi.s.e, key.verifying_key().as_bytes());
        let meter = pi.s.registry.register_meter(&1, &MeterKind::Load, &0, &key, &METER_W);
        pi.s.registry.revoke_meter(&meter);
    }
    pi.all(1, START, [0, 0, 0]);
    pi.all(2, edge(), [1_000, 1_000, 0]);
    pi.report(&pi.reading(1, 3, edge(), 1_000));
    assert_eq!(pi.index(), 1);
    pi.report(&pi.reading(1, 4, edge(), 1_000));
    assert_eq!((pi.index(), pi.delivered()[0]), (2, 1_000));
}

#[test]
fn a_pause_answers_devices_and_leaves_the_interval_open() {
    let pi = pi();
    pi.all(1, START, [0, 0, 0]);
    pi.s.energy.pause(&pi.s.trustee);
    pi.all(2, edge(), [1_000, 1_000, 0]);
    assert_eq!(pi.index(), 1);
    pi.s.energy.unpause(&pi.s.trustee);
    pi.report(&pi.reading(1, 3, edge() + 1, 1_000));
    assert_eq!((pi.index(), pi.delivered()[0]), (2, 1_000));
}

#[test]
fn energy_beyond_the_system_s_capacity_stays_unbilled_until_time_makes_it_possible() {
    let pi = pi();
    let more: StdVec<_> = (4..=8).map(|seed| SigningKey::from_bytes(&[seed; 32])).collect();
    for key in &more {
        let key = BytesN::from_array(&pi.s.e, key.verifying_key().as_bytes());
        pi.s.registry.register_meter(&1, &MeterKind::Site, &0, &key, &METER_W);
    }
    let pi = Pi { s: pi.s, keys: pi.keys.into_iter().chain(more).collect() };
    let report = |meter: u32, seq: u64, at: u64, wh: u64| {
        let mut reading = pi.reading(1, seq, at, wh);
        reading.meter = meter;
        pi.report(&reading);
    };
    pi.all(1, edge(), [0, 0, 0]);
    (4..=8).for_each(|meter| report(meter, 1, edge(), 0));
    pi.all(2, edge() + HOUR, [50_000, 50_000, 50_000]);
    (4..=7).for_each(|meter| report(meter, 2, edge() + HOUR, 50_000));
    report(8, 2, edge() + HOUR, 50_000);
    assert_eq!(pi.s.events(), 2, "reported, and no statement of 300 kWh in an hour of 110 at most");
    assert_eq!(pi.index(), 2, "the empty one until then");
    pi.all(3, edge() + 3 * HOUR, [50_000, 50_000, 50_000]);
    (4..=8).for_each(|meter| report(meter, 3, edge() + 3 * HOUR, 50_000));
    assert_eq!((pi.index(), pi.delivered()), (3, [50_000, 50_000]));
}

#[test]
fn a_reading_that_is_not_believed_changes_nothing() {
    let pi = pi();
    pi.all(5, START, [1_000, 2_000, 3_000]);
    let now = START + 100 * HOUR;
    let good = pi.reading(1, 6, edge(), 1_100);
    let refused = |change: fn(&mut Reading)| {
        let mut reading = good.clone();
        change(&mut reading);
        pi.refusal(&reading)
    };
    assert_eq!(refused(|r| r.system = 2), EnergyError::SystemNotOpen);
    assert_eq!(refused(|r| r.meter = 9), EnergyError::UnknownMeter);
    assert_eq!(refused(|r| r.epoch = 0), EnergyError::WrongEpoch);
    assert_eq!(refused(|r| r.epoch = 2), EnergyError::WrongEpoch);
    assert_eq!(refused(|r| r.seq = 5), EnergyError::SeqNotGrowing);
    assert_eq!(refused(|r| r.seq = 4), EnergyError::SeqNotGrowing);
    assert_eq!(refused(|r| r.at = START - 1), EnergyError::TimeFell);
    assert_eq!(refused(|r| r.generated_wh = 999), EnergyError::RegisterFell);
    assert_eq!(refused(|r| r.generated_wh = 1_100_000), EnergyError::ImpossibleJump);
    assert_eq!(refused(|r| r.consumed_wh = 1), EnergyError::ForeignRegister);
    assert_eq!(
        pi.refusal(&Reading { generated_wh: 1, ..pi.reading(2, 6, edge(), 2_000) }),
        EnergyError::ForeignRegister
    );
    assert_eq!(pi.refusal(&Reading { at: now + 61, ..good.clone() }), EnergyError::ReadingInFuture);
    assert_eq!(pi.s.energy.meter_head(&1, &1).unwrap().seq, 5);
    pi.report(&Reading { at: now + 60, ..good });
}

#[test]
fn what_was_measured_before_the_open_interval_is_nobody_s_bill() {
    let pi = pi();
    assert_eq!(pi.refusal(&pi.reading(1, 1, START - 1, 0)), EnergyError::TimeFell);
    pi.report(&pi.reading(1, 1, START, 1_000_000));
    assert_eq!(pi.s.energy.meter_head(&1, &1).unwrap().generated_wh, 1_000_000);
    pi.all(2, edge(), [1_000_100, 0, 0]);
    pi.all(3, edge() + HOUR, [1_000_200, 10, 10]);
    assert_eq!(pi.s.energy.system_state(&1).generated_wh, 200);
}

#[test]
fn a_system_is_run_one_way_only() {
    let pi = pi();
    assert_eq!(pi.s.refusal(&pi.s.statement(1, 0, 0, &[0, 0])), EnergyError::WrongSource);
    let s = setup(1);
    let reading = pi.reading(1, 1, START, 0);
    let refused = s.energy.try_report(&reading, &BytesN::from_array(&s.e, &[0; 64]));
    assert_eq!(refused, Err(Ok(EnergyError::WrongSource)));
}

#[test]
fn the_root_stands_for_the_readings_in_order_of_meter() {
    let pi = pi();
    let leaf = |reading: &Reading| {
        let mut bytes = Bytes::from_slice(&pi.s.e, &pi.signed_bytes(reading));
        bytes.append(&Bytes::from(pi.signature(reading)));
        merkle::leaf(&pi.s.e, &bytes)
    };
    pi.all(1, START, [0, 0, 0]);
    let last = [3, 1, 2].map(|meter| pi.reading(meter, 2, edge(), 0));
    for reading in &last {
        pi.report(reading);
    }
    let [c, a, b] = last.map(|reading| leaf(&reading));
    let e = &pi.s.e;
    let statement = Statement {
        from: START,
        to: edge(),
        readings_root: merkle::node(e, &merkle::node(e, &a, &b), &c),
        ..pi.s.statement(1, 0, 0, &[0, 0])
    };
    assert_eq!(pi.s.energy.system_state(&1).last_hash, pi.s.hash(&statement));
}

// Thirty-two meters of sixteen parties: the report that closes an interval reads and rewrites them all.
#[test]
fn the_largest_report_fits_a_transaction() {
    let s = with_settings(1, &[625; 16], Source::Direct, Exports::CashFeedIn);
    let keys: StdVec<_> = (1..=32).map(|seed| SigningKey::from_bytes(&[seed; 32])).collect();
    for (n, key) in (0..).zip(&keys) {
        let key = BytesN::from_array(&s.e, key.verifying_key().as_bytes());
        s.registry.register_meter(&1, &MeterKind::Combined, &(n % 16), &key, &METER_W);
    }
    s.at(START + 100 * HOUR);
    let pi = Pi { s, keys };
    let mut used = pi.s.e.cost_estimate().resources();
    for (seq, at) in [(1, START), (2, edge())] {
        for meter in 1..=32 {
            let wh = seq * 1_000;
            let reading = Reading {
                system: 1,
                meter,
                epoch: 1,
                seq,
                at,
                generated_wh: wh,
                consumed_wh: wh,
                exported_wh: 10 * seq,
            };
            // The test host's own bookkeeping of so many calls exceeds its default budget; what counts is asserted.
            pi.s.e.cost_estimate().budget().reset_unlimited();
            pi.s.energy.report(&reading, &pi.sign(meter as usize - 1, &pi.signed_bytes(&reading)));
            used = pi.s.e.cost_estimate().resources();
        }
    }
    assert_eq!(pi.index(), 2);
    assert!(used.contract_events_size_bytes < 9_000 && used.write_entries <= 24, "{used:?}");
    assert!(used.write_bytes < 40_000 && used.instructions < 60_000_000, "{used:?}");
}
