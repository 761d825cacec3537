//! The ladder, force majeure and decisions.

extern crate std;
use super::*;
use crate::Suspension;
use heliobond_common::api::energy::{Decision, Ladder, Mode};

const DAY: u64 = 24 * HOUR;
/// When the bills of `behind` are due.
const DUE_AT: u64 = START + DAY + DUE;

/// Party 0 owes a bill issued at `START + DAY`.
fn behind() -> Setup {
    let s = setup(1);
    s.bill(&s.statement(1, 1_000, 0, &[1_000, 0]));
    s
}

impl Setup {
    fn state_at(&self, now: u64) -> Ladder {
        self.at(now);
        self.energy.status(&1, &0).state
    }

    fn mode(&self, party: u32) -> Mode {
        self.energy.decision(&1, &party).mode
    }

    fn pay_all(&self) -> i128 {
        self.energy.settle(&1, &0, &self.energy.outstanding(&1, &0))
    }
}

#[test]
fn an_unpaid_bill_leads_from_grace_to_breach_to_default_by_time_alone() {
    let s = behind();
    let status = s.energy.status(&1, &0);
    assert_eq!((status.state, status.arrears, status.since), (Ladder::Current, 0, 0));
    assert_eq!((status.oldest_due_at, status.next_at), (DUE_AT, Some(DUE_AT)));
    let steps = [
        (DUE_AT - 1, Ladder::Current),
        (DUE_AT, Ladder::Grace),
        (DUE_AT + GRACE - 1, Ladder::Grace),
        (DUE_AT + GRACE, Ladder::Breach),
        (DUE_AT + GRACE + DEFAULT - 1, Ladder::Breach),
        (DUE_AT + GRACE + DEFAULT, Ladder::Default),
        (DUE_AT + 100 * DEFAULT, Ladder::Default),
    ];
    for (now, expected) in steps {
        assert_eq!(s.state_at(now), expected, "{} s after the due time", now as i128 - DUE_AT as i128);
    }
    let status = s.energy.status(&1, &0);
    assert_eq!((status.arrears, status.since, status.next_at), (RETAIL, DUE_AT + GRACE + DEFAULT, None));
    s.at(DUE_AT + GRACE);
    let status = s.energy.status(&1, &0);
    assert_eq!((status.since, status.next_at), (DUE_AT + GRACE, Some(DUE_AT + GRACE + DEFAULT)));
    assert_eq!(s.energy.status(&1, &1).state, Ladder::Current, "the other party owes nothing");
}

#[test]
fn a_breach_sells_that_party_s_energy_above_its_critical_floor_until_cured() {
    let s = behind();
    s.at(DUE_AT + GRACE + DEFAULT);
    let sold =
        Decision { mode: Mode::SellToGrid, critical_floor_w: FLOOR_W, since: DUE_AT + GRACE, state: Ladder::Default };
    assert_eq!(s.energy.decision(&1, &0), sold);
    let other = Decision { mode: Mode::Normal, critical_floor_w: FLOOR_W, since: 0, state: Ladder::Current };
    assert_eq!(s.energy.decision(&1, &1), other);
    s.energy.settle(&1, &0, &(RETAIL - 1));
    assert_eq!(s.mode(0), Mode::SellToGrid, "a part is no cure");
    s.energy.settle(&1, &0, &1);
    assert_eq!((s.mode(0), s.energy.status(&1, &0).state), (Mode::Normal, Ladder::Current));
}

#[test]
fn paying_the_oldest_bill_alone_does_not_begin_the_ladder_anew() {
    let s = behind();
    s.at(START + 2 * DAY);
    s.bill(&s.statement(2, 1_000, 0, &[1_000, 0]));
    s.at(DUE_AT + GRACE - 1);
    s.energy.settle(&1, &0, &RETAIL);
    assert_eq!(s.state_at(DUE_AT + GRACE - 1), Ladder::Grace);
    assert_eq!(s.state_at(DUE_AT + GRACE), Ladder::Breach, "a month behind is a month behind");
    assert_eq!(s.energy.status(&1, &0).oldest_due_at, DUE_AT + DAY);
    s.pay_all();
    assert_eq!(s.energy.status(&1, &0).state, Ladder::Current);
    // The next arrears start from their own due time.
    s.bill(&s.statement(3, 1_000, 0, &[1_000, 0]));
    assert_eq!(s.state_at(DUE_AT + GRACE + DUE), Ladder::Grace);
}

#[test]
fn a_state_is_announced_once_and_by_anyone() {
    let s = behind();
    s.at(DUE_AT + GRACE);
    s.e.mock_auths(&[]);
    assert_eq!(s.energy.advance(&1, &0), Ladder::Breach);
    assert_eq!(s.events(), 1);
    assert_eq!(s.energy.advance(&1, &0), Ladder::Breach);
    assert_eq!(s.events(), 0);
    s.e.mock_all_auths();
    s.pay_all();
    assert_eq!(s.events(), 2, "paid, and cured");
    assert_eq!(s.energy.advance(&1, &0), Ladder::Current);
    assert_eq!(s.events(), 0);
}

#[test]
fn force_majeure_stops_every_clock_and_heals_nothing() {
    let s = behind();
    s.at(DUE_AT + GRACE - DAY);
    s.energy.suspend(&s.trustee, &1, &(DUE_AT + GRACE + 9 * DAY), &Mode::Island);
    s.assert_signed_by(&s.trustee);
    assert_eq!(s.events(), 1);
    assert_eq!(s.state_at(DUE_AT + GRACE + 9 * DAY), Ladder::Grace);
    assert_eq!(s.state_at(DUE_AT + GRACE + 10 * DAY - 1), Ladder::Grace);
    assert_eq!(s.state_at(DUE_AT + GRACE + 10 * DAY), Ladder::Breach);
    assert_eq!(s.energy.status(&1, &0).since, DUE_AT + GRACE + 10 * DAY);

    s.energy.suspend(&s.admin, &1, &(DUE_AT + GRACE + 20 * DAY), &Mode::Shed);
    let status = s.energy.status(&1, &0);
    assert_eq!((status.state, status.suspended), (Ladder::Breach, true), "a storm is no cure");
    let decision = s.energy.decision(&1, &0);
    assert_eq!((decision.mode, decision.since), (Mode::Shed, DUE_AT + GRACE + 10 * DAY), "and nothing is sold in it");
    s.energy.resume(&s.admin, &1);
    s.assert_signed_by(&s.admin);
    assert_eq!(s.mode(0), Mode::SellToGrid);
    let acts = s.energy.suspensions(&1);
    let first = Suspension { from: DUE_AT + GRACE - DAY, until: DUE_AT + GRACE + 9 * DAY, mode: Mode::Island };
    assert_eq!((acts.len(), acts.first()), (1, Some(first)), "what ended as it began never was");
}

#[test]
fn a_bill_issued_in_a_storm_is_due_after_it() {
    let s = setup(1);
    s.energy.suspend(&s.admin, &1, &(START + 11 * DAY), &Mode::Normal);
    let bill = &s.bill(&s.statement(1, 1_000, 0, &[1_000, 0]))[0];
    assert_eq!(bill.due_at, START + 11 * DAY + DUE);
    assert_eq!(s.energy.open_bills(&1, &0).first().unwrap().due_at, bill.due_at);
    assert_eq!(s.state_at(bill.due_at - 1), Ladder::Current);
    assert_eq!(s.state_at(bill.due_at), Ladder::Grace);
}

#[test]
fn only_administrator_and_trustee_suspend_and_within_bounds() {
    let s = behind();
    let now = START + DAY;
    let refused = s.energy.try_suspend(&s.offering, &1, &(now + 1), &Mode::Normal);
    assert_eq!(refused, Err(Ok(EnergyError::NotPermitted)));
    assert_eq!(s.energy.try_resume(&s.offering, &1), Err(Ok(EnergyError::NotPermitted)));
    assert_eq!(s.energy.try_resume(&s.admin, &1), Err(Ok(EnergyError::NotSuspended)));
    assert_eq!(s.energy.try_suspend(&s.admin, &2, &(now + 1), &Mode::Normal), Err(Ok(EnergyError::SystemNotOpen)));
    for (until, mode) in [(now, Mode::Normal), (now + 90 * DAY + 1, Mode::Normal), (now + 1, Mode::SellToGrid)] {
        assert_eq!(s.energy.try_suspend(&s.admin, &1, &until, &mode), Err(Ok(EnergyError::BadSuspension)));
    }
    s.only(&s.trustee, "suspend", (&s.admin, 1_u32, now + 1, Mode::Normal));
    assert!(s.energy.try_suspend(&s.admin, &1, &(now + 1), &Mode::Normal).is_err());
    s.e.mock_all_auths();
    s.energy.suspend(&s.admin, &1, &(now + 90 * DAY), &Mode::Normal);
    s.at(now + DAY);
    s.energy.suspend(&s.admin, &1, &(now + 91 * DAY), &Mode::Normal);
    assert_eq!(s.energy.suspensions(&1).len(), 1, "extended");
}

#[test]
fn once_the_debt_is_repaid_energy_is_free_whatever_is_open() {
    let s = behind();
    s.at(DUE_AT + GRACE);
    s.energy.conclude(&1, &(DUE_AT + GRACE + DAY));
    assert_eq!(s.mode(0), Mode::SellToGrid);
    s.at(DUE_AT + GRACE + DAY);
    let decision = s.energy.decision(&1, &0);
    assert_eq!((decision.mode, decision.since), (Mode::Normal, DUE_AT + GRACE + DAY));
    assert_eq!(decision.state, Ladder::Breach, "what was billed stays due");
}

#[test]
fn critical_loads_are_never_cut_deeper_while_a_party_is_behind() {
    let s = behind();
    let set = |watts: u64| s.energy.try_set_critical_floor(&1, &0, &watts);
    assert_eq!(set(FLOOR_W - 1), Ok(Ok(())));
    s.assert_signed_by(&s.admin);
    assert_eq!(set(CAPACITY_W + 1), Err(Ok(EnergyError::BadFloor)));
    assert_eq!(s.energy.try_set_critical_floor(&1, &2, &1), Err(Ok(EnergyError::PartyNotFound)));
    s.at(DUE_AT);
    assert_eq!(set(1), Err(Ok(EnergyError::FloorLocked)));
    assert_eq!(set(CAPACITY_W), Ok(Ok(())));
    assert_eq!(s.energy.decision(&1, &0).critical_floor_w, CAPACITY_W);
    s.only(&s.trustee, "set_critical_floor", (1_u32, 0_u32, CAPACITY_W));
    assert!(s.energy.try_set_critical_floor(&1, &0, &CAPACITY_W).is_err());
}
