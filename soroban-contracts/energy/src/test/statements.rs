//! Statements, bills and settlement.

extern crate std;
use super::*;
use crate::OpenBill;
use soroban_sdk::Bytes;

#[test]
fn a_final_statement_bills_every_party_for_the_solar_energy_delivered() {
    let s = setup(1);
    let bills = s.bill(&s.statement(1, 50_000, 10_001, &[30_000, 60_000]));
    s.assert_signed_by(&s.oracles[0]);
    assert_eq!(s.events(), 4, "statement, two bills, export");
    // 39,999 Wh by 1 : 2 is 13,333 and 26,666; at 2,086,003 a kWh 27,812.677999 and 55,625.355998 thousand stroops.
    let due_at = START + 24 * HOUR + DUE;
    let expected = |number, party, delivered_wh, due| Bill {
        number,
        party,
        index: 1,
        from: START,
        to: START + HOUR,
        delivered_wh,
        price: RETAIL,
        credited_wh: 0,
        credited_price: 0,
        adjustment_milli: 0,
        due,
        due_at,
        provisional: false,
    };
    assert_eq!(bills, [expected(1, 0, 13_333, 27_812_677), expected(2, 1, 26_666, 55_625_355)]);
    assert_eq!(s.energy.outstanding(&1, &0), 27_812_677);
    let open = OpenBill { number: 2, due: 55_625_355, paid: 0, due_at };
    assert_eq!(s.energy.open_bills(&1, &1), vec![&s.e, open]);
    assert_eq!(s.energy.export_due(&1), 10_001_010);

    let state = s.energy.system_state(&1);
    assert_eq!((state.next_index, state.next_from), (2, START + HOUR));
    assert_eq!(state.parties.get(0).unwrap().remainder_milli, 999);
    assert_eq!((state.exported_wh, state.export_billed, state.export_remainder_milli), (10_001, 10_001_010, 1));
}

#[test]
fn remainders_and_carries_go_on_to_the_next_statement() {
    let s = setup(1);
    s.bill(&s.statement(1, 1, 3, &[5, 5]));
    assert_eq!(s.energy.system_state(&1).negative_wh, 2);
    let bills = s.bill(&s.statement(2, 9, 0, &[2, 3]));
    // A pool of 7 against 5 consumed.
    assert_eq!(bills.iter().map(|bill| (bill.number, bill.delivered_wh)).collect::<StdVec<_>>(), [(3, 2), (4, 3)]);
    let state = s.energy.system_state(&1);
    assert_eq!((state.negative_wh, state.unattributed_wh), (0, 2));
    s.bill(&s.statement(3, 5, 0, &[2, 3]));
    let totals = s.energy.system_state(&1).parties.get(1).unwrap();
    assert_eq!(totals.delivered_wh, 6);
    assert_eq!(totals.billed * 1_000 + totals.remainder_milli, 6 * RETAIL);
}

#[test]
fn a_bill_of_nothing_has_a_number_and_is_not_open() {
    let s = setup(1);
    let bills = s.bill(&s.statement(1, 0, 0, &[10, 20]));
    assert_eq!(bills.iter().map(|bill| (bill.number, bill.due)).collect::<StdVec<_>>(), [(1, 0), (2, 0)]);
    assert_eq!(s.events(), 3, "nothing was exported");
    assert!(s.energy.open_bills(&1, &0).is_empty());
}

#[test]
fn a_statement_is_refused_by_the_first_thing_wrong_with_it() {
    let s = setup(1);
    let good = s.statement(1, 10, 0, &[5, 5]);
    let refused = |change: fn(&mut Statement)| {
        let mut statement = good.clone();
        change(&mut statement);
        s.refusal(&statement)
    };
    assert_eq!(refused(|s| s.system = 2), EnergyError::SystemNotOpen);
    assert_eq!(refused(|s| s.index = 2), EnergyError::WrongIndex);
    assert_eq!(refused(|s| s.from += 1), EnergyError::WrongStart);
    assert_eq!(refused(|s| s.to = s.from), EnergyError::EmptyInterval);
    assert_eq!(refused(|s| s.to = START + 24 * HOUR + 1), EnergyError::InFuture);
    assert_eq!(refused(|s| s.consumed_wh.push_back(1)), EnergyError::WrongParties);
    assert_eq!(refused(|s| s.quality = 2), EnergyError::BadQuality);
    assert_eq!(refused(|s| s.generated_wh = 110_001), EnergyError::BeyondCapacity);
    assert_eq!(refused(|s| s.exported_wh = 110_001), EnergyError::BeyondCapacity);
    let stranger = Address::generate(&s.e);
    assert_eq!(s.energy.try_propose(&stranger, &good), Err(Ok(EnergyError::NotOracle)));
    let mut brink = good.clone();
    brink.generated_wh = 110_000;
    assert_eq!(s.bill(&brink).len(), 2);
    assert_eq!(s.refusal(&good), EnergyError::WrongIndex, "a final statement is never changed");
}

#[test]
fn with_a_threshold_a_statement_is_final_once_enough_oracles_said_the_same() {
    let s = setup(2);
    let statement = s.statement(1, 10_000, 0, &[5_000, 5_000]);
    let hash = s.hash(&statement);
    let sign = |oracle: usize| s.energy.try_countersign(&s.oracles[oracle], &1, &1, &hash);
    assert_eq!(sign(1), Err(Ok(EnergyError::NoProposal)));
    assert_eq!(s.energy.propose(&s.oracles[0], &statement), None);
    assert_eq!(s.energy.proposal(&1).unwrap().hash, hash);
    assert_eq!(sign(0), Err(Ok(EnergyError::AlreadySigned)));
    assert_eq!(s.refusal(&statement), EnergyError::AlreadySigned);
    let other = BytesN::from_array(&s.e, &[1; 32]);
    let refused = s.energy.try_countersign(&s.oracles[1], &1, &1, &other);
    assert_eq!(refused, Err(Ok(EnergyError::HashDiffers)));
    let refused = s.energy.try_countersign(&s.oracles[1], &1, &2, &hash);
    assert_eq!(refused, Err(Ok(EnergyError::NoProposal)));
    assert_eq!(s.energy.outstanding(&1, &0), 0, "nothing is billed yet");

    let bills = s.energy.countersign(&s.oracles[1], &1, &1, &hash).unwrap();
    s.assert_signed_by(&s.oracles[1]);
    assert_eq!(bills.len(), 2);
    assert_eq!(s.energy.proposal(&1), None);
    let state = s.energy.system_state(&1);
    assert_eq!(state.last_hash, hash);
    let mut chained = Bytes::from_array(&s.e, &[0; 32]);
    chained.append(&Bytes::from(hash.clone()));
    assert_eq!(state.hash_chain, s.e.crypto().sha256(&chained).to_bytes());
    assert_eq!(sign(2), Err(Ok(EnergyError::NoProposal)));
}

#[test]
fn different_statements_wait_side_by_side_and_each_oracle_has_one_word() {
    let s = setup(2);
    let (wrong, right) = (s.statement(1, 9, 0, &[5, 5]), s.statement(1, 10, 0, &[5, 5]));
    let [a, b, c] = &s.oracles;
    assert_eq!(s.energy.propose(a, &right), None);
    assert_eq!(s.energy.propose(b, &wrong), None);
    assert_eq!(s.energy.proposals(&1).len(), 2, "nobody's word was taken away");
    assert_eq!(s.energy.proposal(&1).unwrap().hash, s.hash(&right), "the first one said, of equals");
    assert_eq!(s.energy.propose(a, &wrong.clone()).map(|bills| bills.len()), Some(2), "a changed its mind");
    let (wrong, right) = (s.statement(2, 9, 0, &[5, 5]), s.statement(2, 10, 0, &[5, 5]));
    s.energy.propose(a, &wrong);
    s.energy.propose(b, &right);
    s.energy.propose(a, &s.statement(2, 8, 0, &[5, 5]));
    assert_eq!(s.energy.proposals(&1).len(), 2, "its former word is gone");
    assert_eq!(s.energy.try_countersign(c, &1, &2, &s.hash(&wrong)), Err(Ok(EnergyError::HashDiffers)));
    assert!(s.energy.propose(c, &right).is_some(), "saying the same is countersigning");
    assert!(s.energy.proposals(&1).is_empty());
}

#[test]
fn a_statement_is_judged_again_when_it_becomes_final() {
    let s = setup(2);
    let statement = s.statement(1, 10, 0, &[5, 5]);
    s.energy.propose(&s.oracles[0], &statement);
    s.tariff.set_price(&s.feeder, &s.retail, &RETAIL, &(START + 1));
    let refused = s.energy.try_countersign(&s.oracles[1], &1, &1, &s.hash(&statement));
    assert_eq!(refused, Err(Ok(EnergyError::TariffChangesWithin)));
}

#[test]
fn no_statement_straddles_a_change_of_a_price_that_it_uses() {
    let s = setup(1);
    s.tariff.set_price(&s.feeder, &s.export, &EXPORT, &(START + 1));
    s.tariff.set_price(&s.feeder, &s.retail, &2_100_000, &(START + HOUR));
    assert_eq!(s.refusal(&s.statement(1, 10, 1, &[5, 5])), EnergyError::TariffChangesWithin);
    let mut both = s.statement(1, 10, 0, &[5, 5]);
    both.to += 1;
    assert_eq!(s.refusal(&both), EnergyError::TariffChangesWithin);
    let before = s.bill(&s.statement(1, 10, 0, &[5, 5]));
    assert_eq!(before[0].price, RETAIL, "a change at the end is after it; without exports theirs does not count");
    assert_eq!(s.bill(&s.statement(2, 10, 0, &[5, 5]))[0].price, 2_100_000);
}

#[test]
fn without_a_price_nothing_is_billed() {
    let s = setup(1);
    let old = HOUR + START - MAX_AGE;
    s.registry.propose(&s.admin, &String::from_str(&s.e, "Clinic"), &1, &s.shares());
    s.registry.approve(&2);
    s.energy.open_system(&2, &old, &s.settings(1));
    let mut statement = s.statement(1, 0, 0, &[0]);
    statement.system = 2;
    (statement.from, statement.to) = (old, old + 1);
    assert_eq!(s.refusal(&statement), EnergyError::NoPrice);
}

#[test]
fn a_stale_price_makes_a_provisional_bill() {
    let s = setup(1);
    let confirmed_at = START + 24 * HOUR;
    s.e.ledger().set_timestamp(confirmed_at + MAX_AGE + 10);
    let mut statement = s.statement(1, 10, 0, &[5, 5]);
    statement.to = confirmed_at + MAX_AGE + 1;
    assert!(!s.bill(&statement)[0].provisional);
    let mut next = s.statement(2, 10, 0, &[5, 5]);
    (next.from, next.to) = (statement.to, statement.to + 1);
    assert!(s.bill(&next)[0].provisional);
    assert!(s.energy.outstanding(&1, &0) > 0, "it is due all the same");
}

#[test]
fn settlement_pays_oldest_first_and_returns_what_it_applied() {
    let s = setup(1);
    s.bill(&s.statement(1, 1_000, 0, &[1_000, 0]));
    s.bill(&s.statement(2, 2_000, 0, &[2_000, 0]));
    assert_eq!(s.energy.outstanding(&1, &0), 3 * RETAIL);
    assert_eq!(s.energy.settle(&1, &0, &(RETAIL + 5)), RETAIL + 5);
    s.assert_signed_by(&s.offering);
    assert_eq!(s.events(), 1);
    let open = s.energy.open_bills(&1, &0);
    assert_eq!(open.iter().map(|bill| (bill.number, bill.paid)).collect::<StdVec<_>>(), [(3, 5)]);
    assert_eq!(s.energy.settle(&1, &0, &0), 0);
    assert_eq!(s.energy.settle(&1, &0, &(10 * RETAIL)), 2 * RETAIL - 5, "never more than was open");
    assert_eq!(s.energy.outstanding(&1, &0), 0);
    assert_eq!(s.energy.settle(&1, &0, &1), 0);
    assert_eq!(s.energy.try_settle(&1, &0, &-1), Err(Ok(EnergyError::NegativeAmount)));
    assert_eq!(s.energy.try_settle(&1, &2, &1), Err(Ok(EnergyError::PartyNotFound)));
    assert_eq!(s.energy.try_settle(&2, &0, &1), Err(Ok(EnergyError::SystemNotOpen)));
}

#[test]
fn exports_are_settled_up_to_what_is_due() {
    let s = setup(1);
    s.bill(&s.statement(1, 5_000, 1_000, &[0, 0]));
    assert_eq!(s.energy.settle_export(&1, &400), 400);
    s.assert_signed_by(&s.offering);
    assert_eq!(s.energy.export_due(&1), EXPORT - 400);
    assert_eq!(s.energy.settle_export(&1, &(2 * EXPORT)), EXPORT - 400);
    assert_eq!(s.energy.settle_export(&1, &1), 0);
    assert_eq!(s.energy.try_settle_export(&1, &-1), Err(Ok(EnergyError::NegativeAmount)));
}

#[test]
fn once_concluded_energy_is_free_and_what_was_billed_stays_due() {
    let s = setup(1);
    s.bill(&s.statement(1, 1_000, 500, &[500, 0]));
    s.energy.conclude(&1, &(START + 2 * HOUR));
    s.assert_signed_by(&s.offering);
    assert_eq!(s.energy.try_conclude(&1, &0), Err(Ok(EnergyError::AlreadyConcluded)));
    let mut across = s.statement(2, 10, 0, &[5, 5]);
    across.to += 1;
    assert_eq!(s.refusal(&across), EnergyError::TariffChangesWithin);
    assert!(s.bill(&s.statement(2, 1_000, 0, &[1_000, 0]))[0].due > 0, "the last hour before is paid");
    let (owed, export_owed) = (s.energy.outstanding(&1, &0), s.energy.export_due(&1));
    let free = s.bill(&s.statement(3, 1_000, 500, &[500, 0]));
    assert_eq!((free[0].price, free[0].due, free[0].delivered_wh), (0, 0, 500));
    assert_eq!((s.energy.outstanding(&1, &0), s.energy.export_due(&1)), (owed, export_owed));
    assert_eq!(s.energy.settle(&1, &0, &owed), owed);
}

#[test]
fn a_pause_stops_statements_and_never_settlement() {
    let s = setup(1);
    s.bill(&s.statement(1, 1_000, 500, &[500, 0]));
    s.energy.pause(&s.admin);
    let statement = s.statement(2, 10, 0, &[5, 5]);
    assert_eq!(s.refusal(&statement), EnergyError::Paused);
    let refused = s.energy.try_countersign(&s.oracles[1], &1, &2, &s.hash(&statement));
    assert_eq!(refused, Err(Ok(EnergyError::Paused)));
    assert_eq!(s.energy.try_open_system(&2, &START, &s.settings(1)), Err(Ok(EnergyError::Paused)));
    assert_eq!(s.energy.settle(&1, &0, &7), 7);
    assert_eq!(s.energy.settle_export(&1, &7), 7);
    s.energy.conclude(&1, &(START + HOUR));
    assert_eq!(s.energy.try_unpause(&s.oracles[0]), Err(Ok(EnergyError::NotGuardian)));
    s.energy.unpause(&s.admin);
    s.bill(&statement);
}

#[test]
fn nothing_happens_without_the_signature_of_who_acts() {
    let s = setup(1);
    let statement = s.statement(1, 1_000, 500, &[500, 0]);
    let (honest, stranger) = (&s.oracles[0], &s.oracles[1]);
    s.only(stranger, "propose", (honest, &statement));
    assert!(s.energy.try_propose(honest, &statement).is_err());
    s.only(honest, "propose", (honest, &statement));
    s.energy.propose(honest, &statement);
    s.only(stranger, "settle", (1_u32, 0_u32, 1_i128));
    assert!(s.energy.try_settle(&1, &0, &1).is_err());
    s.only(&s.admin, "settle_export", (1_u32, 1_i128));
    assert!(s.energy.try_settle_export(&1, &1).is_err());
    s.only(&s.admin, "conclude", (1_u32, START));
    assert!(s.energy.try_conclude(&1, &START).is_err());
    s.only(&s.offering, "settle", (1_u32, 0_u32, 1_i128));
    assert_eq!(s.energy.settle(&1, &0, &1), 1);
    s.only(stranger, "open_system", (2_u32, START, s.settings(1)));
    assert!(s.energy.try_open_system(&2, &START, &s.settings(1)).is_err());
    s.only(stranger, "countersign", (honest, 1_u32, 2_u32, s.hash(&statement)));
    assert!(s.energy.try_countersign(honest, &1, &2, &s.hash(&statement)).is_err());
    s.only(stranger, "pause", (&s.admin,));
    assert!(s.energy.try_pause(&s.admin).is_err());
}

#[test]
fn a_system_is_opened_once_and_only_when_approved() {
    let s = setup(1);
    assert_eq!(s.energy.try_open_system(&1, &START, &s.settings(2)), Err(Ok(EnergyError::AlreadyOpen)));
    s.registry.propose(&s.admin, &String::from_str(&s.e, "Clinic"), &1, &s.shares());
    assert_eq!(s.energy.try_open_system(&2, &START, &s.settings(1)), Err(Ok(EnergyError::NotApproved)));
    s.registry.approve(&2);
    s.energy.open_system(&2, &START, &s.settings(1));
    s.assert_signed_by(&s.admin);
    assert_eq!(s.energy.try_settle(&2, &0, &1), Err(Ok(EnergyError::NotBound)));
    assert_eq!(s.energy.try_system_state(&3), Err(Ok(EnergyError::SystemNotOpen)));
}

#[test]
fn the_constructor_refuses_senseless_oracles_thresholds_and_periods() {
    let s = setup(1);
    let governance =
        |trustee: &Address| Governance { admin: s.admin.clone(), trustee: trustee.clone(), upgrade_delay: DELAY };
    let good = s.energy.config();
    let built = |governance: Governance, oracles: &[Address], config: Config| {
        let args = (governance, config, Vec::from_slice(&s.e, oracles));
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| s.e.register(Energy, args))).is_ok()
    };
    let with = |oracles: &[Address], threshold: u32| {
        built(governance(&s.trustee), oracles, Config { threshold, ..good.clone() })
    };
    let [a, b, _] = &s.oracles;
    assert!(with(&[a.clone(), b.clone()], 2));
    assert!(!with(&[], 0));
    assert!(!with(&[a.clone(), a.clone()], 1));
    assert!(!with(core::slice::from_ref(a), 0));
    assert!(!with(core::slice::from_ref(a), 2));
    assert!(!built(governance(&s.admin), core::slice::from_ref(a), good.clone()), "administrator and trustee are two");
    let periods: [fn(&mut Config); 6] = [
        |c| c.due_secs = 0,
        |c| c.grace_secs = 0,
        |c| c.default_secs = 0,
        |c| c.interval_secs = 0,
        |c| c.interval_secs = 31 * 24 * HOUR + 1,
        |c| c.grace_secs = 20 * 366 * 24 * HOUR,
    ];
    for change in periods {
        let mut config = good.clone();
        change(&mut config);
        assert!(!built(governance(&s.trustee), core::slice::from_ref(a), config));
    }
}

// The test host refuses what exceeds the network's limits. Of the events' 16,384 bytes a collection needs a part for the
// offering and for the transfer; a statement with sixteen full lists of open bills once exceeded the written bytes.
#[test]
fn the_largest_calls_fit_a_transaction() {
    let s = with_parties(1, &[625; 16]);
    let mut written_bytes = 0;
    for index in 1..=62 {
        let statement = s.statement(index, 18_000, 8_000, &[u64::MAX / 64; 16]);
        let (from, to) = (START + u64::from(index - 1) * 600, START + u64::from(index) * 600);
        s.bill(&Statement { from, to, ..statement });
        let used = s.e.cost_estimate().resources();
        written_bytes = used.write_bytes.max(written_bytes);
        assert!(used.contract_events_size_bytes < 9_000 && used.write_entries <= 20, "{used:?}");
    }
    assert!(written_bytes < 80_000, "{written_bytes} bytes written");

    let owed = s.energy.outstanding(&1, &0);
    assert_eq!(s.energy.open_bills(&1, &0).len(), 60);
    assert_eq!(s.energy.settle(&1, &0, &owed), owed);
    let used = s.e.cost_estimate().resources();
    assert!(used.contract_events_size_bytes < 8_000 && used.write_entries <= 2, "{used:?}");
}

// The same statement and hash stand in the tests of packages/contracts.
#[test]
fn a_statement_has_the_hash_that_its_readers_compute() {
    let s = setup(1);
    let statement = Statement {
        system: 3,
        index: 7,
        from: 1_790_000_000,
        to: 1_790_003_600,
        generated_wh: 50_000,
        exported_wh: u64::MAX,
        consumed_wh: vec![&s.e, 30_000, 0],
        readings_root: BytesN::from_array(&s.e, &[9; 32]),
        quality: 1,
        generated_correction_wh: -12,
        exported_correction_wh: 34,
    };
    let hex: StdVec<_> = s.hash(&statement).to_array().iter().map(|byte| std::format!("{byte:02x}")).collect();
    assert_eq!(hex.concat(), "853674e07e22e7c99f690c2c233a64dbdfeeb7c9bdd88dc522fe1f1cd275cdcf");
}
