//! Where a party stands on the ladder, and what its devices do: functions of what is stored and of the time, so that a
//! state never waits for anybody to note it.

use crate::{
    clock::Clock,
    error::EnergyError,
    events::LadderChanged,
    storage::{self, PartyLedger, SystemHead},
    types::Config,
};
use heliobond_common::api::energy::{Decision, Ladder, Mode, PartyStatus};
use soroban_sdk::Env;

/// Where a party stands at `now`.
///
/// The ladder counts from when the oldest bill of this run of arrears was due, by the clock that force majeure stops:
/// paying some bills does not begin it anew, only paying all that is overdue ends it.
///
/// # Errors
/// * [`EnergyError::Overflow`] - When a sum exceeds `i128`.
pub fn status(ledger: &PartyLedger, clock: &Clock, config: &Config, now: u64) -> Result<PartyStatus, EnergyError> {
    let running = clock.running(now);
    let arrears = ledger.bills.overdue(running)?;
    let oldest_due = ledger.bills.oldest_due();
    let suspended = clock.current(now).is_some();
    let oldest_due_at = oldest_due.map_or(0, |due| clock.time_of(due));
    let Some(behind) = ledger.behind.or(oldest_due).filter(|_| arrears > 0) else {
        let next_at = oldest_due.map(|_| oldest_due_at);
        return Ok(PartyStatus { state: Ladder::Current, arrears, since: 0, oldest_due_at, next_at, suspended });
    };
    let breach = behind.saturating_add(config.grace_secs);
    let default = breach.saturating_add(config.default_secs);
    let (state, since, next) = if running < breach {
        (Ladder::Grace, behind, Some(breach))
    } else if running < default {
        (Ladder::Breach, breach, Some(default))
    } else {
        (Ladder::Default, default, None)
    };
    let next_at = next.map(|at| clock.time_of(at));
    Ok(PartyStatus { state, arrears, since: clock.time_of(since), oldest_due_at, next_at, suspended })
}

/// What a party's devices do at `now`: free once the system is concluded; as the act of force majeure says while there
/// is one; else sold to the grid from a breach on.
///
/// # Errors
/// * [`EnergyError::Overflow`] - When a sum exceeds `i128`.
pub fn decision(
    head: &SystemHead,
    ledger: &PartyLedger,
    clock: &Clock,
    config: &Config,
    now: u64,
) -> Result<Decision, EnergyError> {
    let PartyStatus { state, since, .. } = status(ledger, clock, config, now)?;
    let concluded_at = head.concluded_at.filter(|at| *at <= now);
    let (mode, since) = match (concluded_at, clock.current(now)) {
        (Some(at), _) => (Mode::Normal, at),
        (None, Some(act)) => (act.mode, act.from),
        (None, None) => match state {
            Ladder::Current | Ladder::Grace => (Mode::Normal, 0),
            Ladder::Breach => (Mode::SellToGrid, since),
            // Sold since the breach that came before.
            Ladder::Default => {
                (Mode::SellToGrid, clock.time_of(clock_of_breach(ledger, config).unwrap_or_else(|| clock.running(now))))
            }
        },
    };
    Ok(Decision { mode, critical_floor_w: ledger.critical_floor_w, since, state })
}

fn clock_of_breach(ledger: &PartyLedger, config: &Config) -> Option<u64> {
    Some(ledger.behind.or(ledger.bills.oldest_due())?.saturating_add(config.grace_secs))
}

/// When the party fell behind, by the clock; `None` when nothing is overdue. To be kept before a payment.
///
/// # Errors
/// * [`EnergyError::Overflow`] - When a sum exceeds `i128`.
pub fn behind(ledger: &PartyLedger, running: u64) -> Result<Option<u64>, EnergyError> {
    if ledger.bills.overdue(running)? == 0 {
        return Ok(None);
    }
    Ok(ledger.behind.or(ledger.bills.oldest_due()))
}

/// Announces a state that differs from the one announced last; says whether it did. The ledger is to be stored then.
///
/// # Errors
/// * [`EnergyError::Overflow`] - When a sum exceeds `i128`.
///
/// # Events
/// * [`LadderChanged`]
pub fn announce(
    e: &Env,
    system: u32,
    party: u32,
    ledger: &mut PartyLedger,
    clock: &Clock,
) -> Result<bool, EnergyError> {
    let config = storage::config(e);
    let PartyStatus { state: to, since, arrears, .. } = status(ledger, clock, &config, e.ledger().timestamp())?;
    let from = core::mem::replace(&mut ledger.announced, to);
    if from == to {
        return Ok(false);
    }
    LadderChanged { system, party, from, to, since, arrears }.publish(e);
    Ok(true)
}
