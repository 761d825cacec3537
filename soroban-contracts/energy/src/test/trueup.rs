//! Corrections, provisional bills and their true-up, credited exports.

extern crate std;
use super::*;

/// Where the prices of `setup` begin to be stale.
const STALE_FROM: u64 = START + 24 * HOUR + MAX_AGE;

impl Setup {
    /// A statement of an hour from `from` on, whatever the index before it.
    fn hour(&self, index: u32, from: u64, generated_wh: u64, consumed_wh: &[u64]) -> Statement {
        Statement { from, to: from + HOUR, ..self.statement(index, generated_wh, 0, consumed_wh) }
    }

    /// The billed law: `1,000 x billed + remainder = sum of the lines of all bills`.
    fn assert_billed(&self, party: u32, bills: &[&Bill]) {
        let lines: i128 = bills
            .iter()
            .filter(|bill| bill.party == party)
            .map(|bill| {
                i128::from(bill.delivered_wh) * bill.price
                    + i128::from(bill.credited_wh) * bill.credited_price
                    + bill.adjustment_milli
            })
            .sum();
        let totals = self.energy.system_state(&1).parties.get(party).unwrap();
        assert_eq!(1_000 * totals.billed + totals.remainder_milli, lines);
    }
}

/// Statement 1 closes the time until the tariff is stale, statement 2 an hour at the stale price.
fn provisional() -> (Setup, Bill) {
    let s = setup(1);
    s.at(STALE_FROM + 10 * HOUR);
    s.bill(&Statement { to: STALE_FROM + 1, ..s.statement(1, 0, 0, &[0, 0]) });
    let bills = s.bill(&s.hour(2, STALE_FROM + 1, 5_000, &[1_001, 2_000]));
    assert!(bills[0].provisional && bills[0].price == RETAIL);
    (s, bills[0].clone())
}

#[test]
fn a_provisional_bill_is_trued_up_to_the_stroop_on_the_next_one() {
    let (s, first) = provisional();
    assert_eq!(s.energy.true_up(&1, &0), 0, "still stale");
    s.tariff.set_price(&s.feeder, &s.retail, &(RETAIL + 7), &(STALE_FROM + 1));
    let bills = s.bill(&s.hour(3, STALE_FROM + 1 + HOUR, 0, &[0, 0]));
    assert_eq!(s.events(), 4, "statement, trued up, two bills");
    assert_eq!((bills[0].adjustment_milli, bills[1].adjustment_milli), (7 * 1_001, 7 * 2_000));
    assert_eq!(first.due + bills[0].due, 1_001 * (RETAIL + 7) / 1_000);
    s.assert_billed(0, &[&first, &bills[0]]);
    let again = s.bill(&s.hour(4, STALE_FROM + 1 + 2 * HOUR, 0, &[0, 0]));
    assert_eq!(again[0].adjustment_milli, 0, "once");
}

#[test]
fn a_lower_price_is_a_credit_until_it_is_used_up() {
    let (s, first) = provisional();
    s.tariff.set_price(&s.feeder, &s.retail, &(RETAIL - 1_003), &(STALE_FROM + 1));
    assert_eq!(s.energy.true_up(&1, &0), -1_003 * 1_001);
    assert_eq!(s.events(), 1);
    assert_eq!(s.energy.true_up(&1, &0), 0, "once");
    assert_eq!(s.energy.system_state(&1).parties.get(0).unwrap().adjustment_milli, -1_003 * 1_001);
    let empty = s.bill(&s.hour(3, STALE_FROM + 1 + HOUR, 0, &[0, 0]));
    assert_eq!((empty[0].due, empty[0].adjustment_milli), (0, -1_003 * 1_001));
    assert_eq!(empty[1].adjustment_milli, -1_003 * 2_000, "the other party's, by the statement itself");
    assert!(s.energy.system_state(&1).parties.get(0).unwrap().remainder_milli < 0);
    let next = s.bill(&s.hour(4, STALE_FROM + 1 + 2 * HOUR, 5_000, &[1_000, 0]));
    s.assert_billed(0, &[&first, &empty[0], &next[0]]);
    assert_eq!(first.due + next[0].due, (2_001 * (RETAIL - 1_003)) / 1_000);
    assert_eq!(s.energy.outstanding(&1, &0), first.due + next[0].due, "what was billed before stays billed");
}

#[test]
fn a_price_that_was_confirmed_makes_the_bill_final_as_it_is() {
    let (s, _) = provisional();
    s.tariff.reaffirm(&s.feeder, &s.retail);
    assert_eq!(s.energy.true_up(&1, &0), 0);
    assert_eq!(s.events(), 1, "announced all the same");
    s.at(STALE_FROM + 20 * HOUR);
    s.tariff.set_price(&s.feeder, &s.retail, &(RETAIL + 7), &(STALE_FROM + 2 * HOUR));
    assert_eq!(s.energy.true_up(&1, &0), 0, "and never again");
    assert_eq!(s.energy.try_true_up(&1, &2), Err(Ok(EnergyError::PartyNotFound)));
    assert_eq!(s.energy.try_true_up(&2, &0), Err(Ok(EnergyError::SystemNotOpen)));
}

#[test]
fn only_intervals_that_the_new_price_concerns_change() {
    let (s, _) = provisional();
    s.bill(&s.hour(3, STALE_FROM + 1 + HOUR, 5_000, &[100, 0]));
    s.tariff.set_price(&s.feeder, &s.retail, &(RETAIL + 10), &(STALE_FROM + 1 + HOUR));
    assert_eq!(s.energy.true_up(&1, &0), 100 * 10);
    assert_eq!(s.events(), 2, "both are settled");
}

#[test]
fn a_tariff_left_stale_for_long_stops_no_bill_and_fills_no_storage() {
    let (s, _) = provisional();
    s.at(STALE_FROM + 100 * HOUR);
    for index in 3..=60 {
        s.bill(&s.hour(index, STALE_FROM + 1 + u64::from(index - 2) * HOUR, 5_000, &[1_000, 500]));
    }
    s.tariff.set_price(&s.feeder, &s.retail, &(RETAIL + 1), &(STALE_FROM + 1));
    // The test host's own bookkeeping of so many calls exceeds its default budget; what counts is asserted.
    s.e.cost_estimate().budget().reset_unlimited();
    let first = s.energy.true_up(&1, &0);
    let used = s.e.cost_estimate().resources();
    assert!(used.contract_events_size_bytes < 9_000 && used.instructions < 20_000_000, "{used:?}");
    assert_eq!((first, s.events()), (1_001 + 11 * 1_000, 12), "twelve a call");
    assert_eq!(first + s.energy.true_up(&1, &0), 1_001 + 58 * 1_000, "every watt-hour");
    assert_eq!(s.energy.true_up(&1, &0), 0);
    let mut trued = 0;
    for index in 61..=70 {
        let statement = s.hour(index, STALE_FROM + 1 + u64::from(index - 2) * HOUR, 0, &[0, 0]);
        let bills = s.bill(&statement);
        assert_eq!(bills[0].adjustment_milli, if index == 61 { 1_001 + 58 * 1_000 } else { 0 });
        trued += bills[1].adjustment_milli;
    }
    assert_eq!(trued, 2_000 + 58 * 500, "a few intervals a statement, until all are settled");
}

#[test]
fn what_was_missed_or_too_much_is_corrected_in_the_next_statement() {
    let s = setup(1);
    s.bill(&s.statement(1, 1_000, 0, &[9_000, 0]));
    let more = Statement { generated_correction_wh: 500, ..s.statement(2, 1_000, 0, &[9_000, 0]) };
    assert_eq!(s.bill(&more)[0].delivered_wh, 1_500);
    let less = Statement { generated_correction_wh: -600, ..s.statement(3, 1_000, 0, &[9_000, 0]) };
    assert_eq!(s.bill(&less)[0].delivered_wh, 400);
    let exported = Statement { exported_correction_wh: 300, ..s.statement(4, 1_000, 100, &[9_000, 0]) };
    assert_eq!(s.bill(&exported)[0].delivered_wh, 600);
    assert_eq!(s.energy.export_due(&1), 400 * EXPORT / 1_000);
    let back = Statement { exported_correction_wh: -400, ..s.statement(5, 0, 0, &[9_000, 0]) };
    assert_eq!(s.bill(&back)[0].delivered_wh, 400);
    let state = s.energy.system_state(&1);
    assert_eq!((state.generated_wh, state.exported_wh), (3_900, 0));
    assert_eq!(state.export_remainder_milli, -400 * EXPORT + 400, "a credit against the next export");
    s.bill(&s.statement(6, 1_000, 500, &[0, 0]));
    assert_eq!(s.energy.export_due(&1), 500 * EXPORT / 1_000, "of 900 billed Wh 400 were none");
    let attested = s.energy.attested(&1);
    assert_eq!((attested.index, attested.to, attested.generated_wh), (6, START + 6 * HOUR, 4_900));
}

#[test]
fn only_a_measured_end_proves_what_was_generated() {
    let s = setup(1);
    assert_eq!(s.energy.attested(&1).to, START);
    s.bill(&s.statement(1, 1_000, 0, &[0, 0]));
    s.bill(&Statement { quality: 1, ..s.statement(2, 2_000, 0, &[0, 0]) });
    let attested = s.energy.attested(&1);
    assert_eq!((attested.generated_wh, attested.measured_wh), (3_000, 1_000));
    assert_eq!((attested.to, attested.measured_to), (START + 2 * HOUR, START + HOUR));
    s.bill(&Statement { generated_correction_wh: -500, ..s.statement(3, 1, 0, &[0, 0]) });
    assert_eq!(s.energy.attested(&1).measured_wh, 2_501);
}

#[test]
fn credited_exports_are_billed_to_the_account_s_party_as_a_line_of_its_own() {
    let s = with_settings(1, &[6_000, 4_000], Source::Server, Exports::NetMeteringCredit(1));
    let bills = s.bill(&s.statement(1, 10_000, 3_000, &[1_000, 500]));
    assert_eq!((bills[0].credited_wh, bills[1].credited_wh, bills[1].credited_price), (0, 3_000, EXPORT));
    assert_eq!(bills[1].due, (500 * RETAIL + 3_000 * EXPORT) / 1_000);
    assert_eq!(s.events(), 3, "nothing is billed to the utility");
    assert_eq!(s.energy.export_due(&1), 0);
    let credit = s.energy.export_credit(&1);
    assert_eq!((credit.credited_wh, credit.credited_milli), (3_000, 3_000 * EXPORT));
    let back = s.bill(&Statement { exported_correction_wh: -1_000, ..s.statement(2, 0, 0, &[0, 0]) });
    assert_eq!((back[1].credited_wh, back[1].due), (-1_000, 0));
    s.assert_billed(1, &[&bills[1], &back[1]]);

    s.energy.set_exports(&1, &Exports::CashFeedIn);
    s.assert_signed_by(&s.admin);
    s.bill(&s.statement(3, 1_000, 100, &[0, 0]));
    assert_eq!(s.energy.export_due(&1), 100 * EXPORT / 1_000);
    assert_eq!(s.energy.try_set_exports(&1, &Exports::NetMeteringCredit(2)), Err(Ok(EnergyError::PartyNotFound)));
    assert_eq!(s.energy.try_set_exports(&2, &Exports::CashFeedIn), Err(Ok(EnergyError::SystemNotOpen)));
}

// Bills, four intervals of sixteen adjustments and the returned bills share the 16,384 bytes of events.
#[test]
fn the_largest_true_up_fits_a_transaction() {
    let s = with_settings(1, &[625; 16], Source::Server, Exports::NetMeteringCredit(15));
    s.at(STALE_FROM + 20 * HOUR);
    s.bill(&Statement { to: STALE_FROM + 1, ..s.statement(1, 0, 0, &[0; 16]) });
    for index in 2..=8 {
        s.bill(&s.hour(index, STALE_FROM + 1 + u64::from(index - 2) * HOUR, 90_000, &[u64::MAX / 64; 16]));
    }
    s.tariff.set_price(&s.feeder, &s.retail, &(RETAIL * 5 / 4), &(STALE_FROM + 1));
    let next = s.hour(9, STALE_FROM + 1 + 7 * HOUR, 90_000, &[u64::MAX / 64; 16]);
    let bills = s.bill(&Statement { exported_wh: 9_000, ..next });
    let used = s.e.cost_estimate().resources();
    assert!(bills[15].adjustment_milli > 0 && bills[15].credited_wh > 0);
    assert!(used.contract_events_size_bytes < 14_000 && used.instructions < 40_000_000, "{used:?}");
}
