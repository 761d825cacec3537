//! Laws that hold whatever happens, on many lives by chance.

extern crate std;
use super::direct::pi;
use super::*;
use crate::Reading;
use heliobond_common::api::energy::{Ladder, Mode};
use heliobond_common::testing::{Chance, Lives};

const SEED: u64 = 20_261_123;

/// -bound to bound - 1.
fn signed(dice: &mut Chance, bound: u64) -> i64 {
    dice.below(2 * bound) as i64 - bound as i64
}

/// What the laws are checked against: sums of what was said, billed and paid.
#[derive(Default)]
struct Sums {
    net_wh: i128,
    lines_milli: [i128; 2],
    export_wh: i128,
    paid: [i128; 2],
}

fn check(s: &Setup, sums: &Sums, exports: Exports) {
    let state = s.energy.system_state(&1);
    let delivered: u64 = state.parties.iter().map(|party| party.delivered_wh).sum();
    let shared = i128::from(delivered) + i128::from(state.unattributed_wh) - i128::from(state.negative_wh);
    assert_eq!(shared, sums.net_wh, "every watt-hour is somebody's, nobody's or carried");
    assert_eq!(i128::from(state.exported_wh), sums.export_wh);
    for (party, totals) in state.parties.iter().enumerate() {
        let billed = 1_000 * totals.billed + totals.remainder_milli;
        assert_eq!(billed, sums.lines_milli[party], "no stroop is lost to rounding, credit or true-up");
        assert_eq!(totals.paid, sums.paid[party]);
        let open: i128 = s.energy.open_bills(&1, &(party as u32)).iter().map(|bill| bill.due - bill.paid).sum();
        assert_eq!(totals.billed, totals.paid + open, "billed is paid or open");
    }
    if exports == Exports::CashFeedIn {
        assert_eq!(1_000 * state.export_billed + state.export_remainder_milli, sums.export_wh * EXPORT);
    } else {
        assert_eq!((state.export_billed, s.energy.export_credit(&1).credited_wh), (0, sums.export_wh));
    }
}

fn live(mut world: Chance, steps: &[u64]) {
    let exports = [Exports::CashFeedIn, Exports::NetMeteringCredit(1)][world.pick(2)];
    let s = with_settings(1, &[6_000, 4_000], Source::Server, exports);
    let mut sums = Sums::default();
    let mut now = START + 24 * HOUR + MAX_AGE - 30 * HOUR;
    let mut from = START;
    for (index, word) in (1..).zip(steps) {
        let mut dice = Chance::of(*word);
        now += 1 + dice.below(3 * HOUR);
        s.at(now);
        let random = Statement {
            from,
            to: (from + 1 + dice.below(2 * (now - from))).min(now),
            ..s.statement(index, dice.below(50_000), dice.below(20_000), &[dice.below(40_000), dice.below(40_000)])
        };
        let corrected = Statement {
            generated_correction_wh: signed(&mut dice, 20_000),
            exported_correction_wh: signed(&mut dice, 5_000),
            ..random.clone()
        };
        // What is not believable is refused whole.
        let empty = Statement { from, to: random.to, ..s.statement(index, 0, 0, &[0, 0]) };
        let change = s.tariff.next_change(&s.retail, &from).unwrap_or(now);
        let until_change = Statement { to: change, ..empty.clone() };
        let made = [corrected, random, empty, until_change].into_iter().find_map(|statement| {
            let bills = s.energy.try_propose(&s.oracles[0], &statement).ok()?.unwrap().unwrap();
            Some((statement, bills))
        });
        let (statement, bills) = made.expect("one of them is believable");
        book(&mut sums, &statement, &bills);
        from = statement.to;
        for party in 0..2_u32 {
            let paid = s.energy.settle(&1, &party, &i128::from(dice.below(200_000_000)));
            sums.paid[party as usize] += paid;
            if dice.below(4) == 0 {
                s.energy.true_up(&1, &party);
            }
        }
        match dice.below(12) {
            0 => s.tariff.reaffirm(&s.feeder, &s.retail),
            1 => {
                let at = from + dice.below(now - from + 1);
                let _ =
                    s.tariff.try_set_price(&s.feeder, &s.retail, &(RETAIL + i128::from(signed(&mut dice, 9_000))), &at);
            }
            _ => {}
        }
        check(&s, &sums, exports);
    }
}

fn book(sums: &mut Sums, statement: &Statement, bills: &Vec<Bill>) {
    let export_wh = i128::from(statement.exported_wh) + i128::from(statement.exported_correction_wh);
    sums.export_wh += export_wh;
    sums.net_wh += i128::from(statement.generated_wh) + i128::from(statement.generated_correction_wh) - export_wh;
    for bill in bills.iter() {
        sums.lines_milli[bill.party as usize] += i128::from(bill.delivered_wh) * bill.price
            + i128::from(bill.credited_wh) * bill.credited_price
            + bill.adjustment_milli;
    }
}

#[test]
fn billed_is_paid_or_open_and_no_watt_hour_and_no_stroop_is_lost() {
    Lives::of(10, 70, SEED).live("lives of bills", live);
}

// Reports of three meters, each with its own pace, some repeated, some late, some lost.
#[test]
fn whatever_order_reports_arrive_in_no_watt_hour_is_billed_twice_or_lost() {
    Lives::of(6, 220, SEED).live("reports in any order", |_, steps| {
        let pi = pi();
        pi.all(1, START, [0, 0, 0]);
        let mut reports: StdVec<(u64, Reading)> = StdVec::new();
        let mut clocks = [(START, 0, 1); 3];
        for word in steps {
            let mut dice = Chance::of(*word);
            let meter = dice.pick(3);
            let (at, wh, seq) = &mut clocks[meter];
            (*at, *wh, *seq) = (*at + 60 + dice.below(2_000), *wh + dice.below(300), *seq + 1);
            if !dice.one_in(5) {
                let reading = pi.reading(meter as u32 + 1, *seq, *at, *wh);
                reports.push((*at + dice.below(3) * dice.below(3_000), reading.clone()));
                if dice.one_in(4) {
                    reports.push((*at + dice.below(4_000), reading));
                }
            }
        }
        reports.sort_by_key(|(arrives_at, reading)| (*arrives_at, reading.meter));
        for (_, reading) in &reports {
            let signature = pi.sign(reading.meter as usize - 1, &pi.signed_bytes(reading));
            let _ = pi.s.energy.try_report(reading, &signature);
            let state = pi.s.energy.system_state(&1);
            let generated = pi.s.energy.meter_head(&1, &1).unwrap().generated_wh;
            assert!(state.generated_wh <= generated, "never more than was measured");
        }
        let end = (1..=3).map(|meter| pi.s.energy.meter_head(&1, &meter).unwrap().at).max().unwrap();
        let end = end - end % HOUR + HOUR;
        let last = [1, 2, 3].map(|meter| {
            let head = pi.s.energy.meter_head(&1, &meter).unwrap();
            head.generated_wh + head.consumed_wh
        });
        pi.all(1_000, end, last);
        pi.all(1_001, end + HOUR, last);
        let state = pi.s.energy.system_state(&1);
        assert_eq!((state.next_from, state.generated_wh), (end + HOUR, last[0]), "all of it, once");
        let delivered = pi.delivered();
        assert_eq!(delivered[0] + delivered[1] + state.unattributed_wh, last[0]);
        assert!(delivered[0] <= last[1] && delivered[1] <= last[2], "never more than a party consumed");
    });
}

#[test]
fn a_party_s_state_only_worsens_with_time_and_only_payment_cures_it() {
    Lives::of(10, 160, SEED).live("the ladder", |_, steps| {
        let s = setup(1);
        let (mut now, mut from) = (START + 24 * HOUR, START);
        let mut before = Ladder::Current;
        for (index, word) in (1..).zip(steps) {
            let mut dice = Chance::of(*word);
            now += 1 + dice.below(12 * 24 * HOUR);
            s.at(now);
            let state = s.energy.status(&1, &0).state;
            assert!(state >= before, "time alone cures nothing");
            match dice.below(4) {
                0 => {
                    let owed = s.energy.outstanding(&1, &0);
                    s.energy.settle(&1, &0, &(owed * i128::from(dice.below(3)) / 2));
                }
                1 => {
                    let until = now + 1 + dice.below(60 * 24 * HOUR);
                    let _ = s.energy.try_suspend(&s.admin, &1, &until, &Mode::Normal);
                }
                _ => {
                    let index = s.energy.system_state(&1).next_index;
                    s.bill(&Statement { from, to: now, ..s.statement(index, 500, 0, &[500, 0]) });
                    from = now;
                }
            }
            let status = s.energy.status(&1, &0);
            assert!(status.state == state || (status.state == Ladder::Current && status.arrears == 0), "{index}");
            assert_eq!(status.arrears == 0, status.state == Ladder::Current);
            before = status.state;
        }
    });
}
