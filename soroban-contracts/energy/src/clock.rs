//! A system's clock, which force majeure makes stand still: due times and periods of grace are counted by it.

use crate::error::EnergyError;
use heliobond_common::api::energy::Mode;
use soroban_sdk::{contracttype, Env, Vec};

/// The longest act of force majeure, seconds from its signature: 90 days. It can be extended by another one.
pub const MAX_ACT_SECS: u64 = 90 * 24 * 60 * 60;
/// How many acts are kept one by one; of older ones the sum of their time.
pub const MAX_ACTS: u32 = 12;

/// An act of force majeure: the clocks stand still from `from` on until `until`, Unix seconds.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Suspension {
    pub from: u64,
    pub until: u64,
    /// What devices do meanwhile: `Normal`, `Shed` or `Island`.
    pub mode: Mode,
}

/// A clock that counts seconds but for the suspended ones.
#[contracttype(export = false)]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Clock {
    /// Suspended seconds of acts that are not kept any more.
    folded_secs: u64,
    /// Oldest first; they do not overlap.
    acts: Vec<Suspension>,
}

impl Clock {
    pub fn new(e: &Env) -> Self {
        Self { folded_secs: 0, acts: Vec::new(e) }
    }

    /// What the clock shows at `now`: Unix seconds less all suspended ones. It never falls and never runs faster than
    /// time. Only for times since the oldest act that is kept.
    pub fn running(&self, now: u64) -> u64 {
        let kept = self.acts.iter().map(|act| act.until.min(now).saturating_sub(act.from)).fold(0, u64::saturating_add);
        now.saturating_sub(self.folded_secs.saturating_add(kept))
    }

    /// The first time at which the clock shows `running`, as far as the acts are known.
    pub fn time_of(&self, running: u64) -> u64 {
        let mut time = running.saturating_add(self.folded_secs);
        for act in self.acts.iter() {
            if time > act.from {
                time = time.saturating_add(act.until.saturating_sub(act.from));
            }
        }
        time
    }

    /// The act that makes the clock stand still at `now`.
    pub fn current(&self, now: u64) -> Option<Suspension> {
        self.acts.last().filter(|act| act.from <= now && now < act.until)
    }

    /// The acts that are kept, oldest first.
    pub fn acts(&self) -> &Vec<Suspension> {
        &self.acts
    }

    /// Stops the clock from `now` on until `until`; what runs already is extended, or goes on in another mode.
    ///
    /// # Errors
    /// * [`EnergyError::BadSuspension`] - When it ends by now, is longer than 90 days from now, would shorten what runs
    ///   or asks to sell.
    pub fn suspend(&mut self, now: u64, until: u64, mode: Mode) -> Result<Suspension, EnergyError> {
        let current = self.current(now);
        let is_shorter = current.as_ref().is_some_and(|act| until < act.until);
        if until <= now || until - now > MAX_ACT_SECS || is_shorter || mode == Mode::SellToGrid {
            return Err(EnergyError::BadSuspension);
        }
        let mut act = Suspension { from: now, until, mode };
        if let Some(mut running) = current {
            self.acts.pop_back();
            if running.mode == mode {
                act.from = running.from;
            } else if running.from < now {
                running.until = now;
                self.acts.push_back(running);
            }
        }
        if self.acts.len() >= MAX_ACTS {
            if let Some(oldest) = self.acts.pop_front() {
                self.folded_secs = self.folded_secs.saturating_add(oldest.until - oldest.from);
            }
        }
        self.acts.push_back(act.clone());
        Ok(act)
    }

    /// Lets the clock run again from `now` on.
    ///
    /// # Errors
    /// * [`EnergyError::NotSuspended`] - When it runs.
    pub fn resume(&mut self, now: u64) -> Result<(), EnergyError> {
        let mut act = self.current(now).ok_or(EnergyError::NotSuspended)?;
        self.acts.pop_back();
        if act.from < now {
            act.until = now;
            self.acts.push_back(act);
        }
        Ok(())
    }
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn suspended_time_does_not_count_and_is_not_counted_twice() {
        let e = Env::default();
        let mut clock = Clock::new(&e);
        assert_eq!((clock.running(100), clock.time_of(100)), (100, 100));
        clock.suspend(100, 150, Mode::Island).unwrap();
        assert_eq!([99, 100, 120, 150, 160].map(|now| clock.running(now)), [99, 100, 100, 100, 110]);
        assert_eq!([100, 101, 110].map(|running| clock.time_of(running)), [100, 151, 160]);
        clock.suspend(120, 200, Mode::Island).unwrap();
        assert_eq!((clock.running(210), clock.acts().len()), (110, 1), "extended, not added");
        clock.suspend(130, 200, Mode::Shed).unwrap();
        assert_eq!((clock.running(210), clock.acts().len()), (110, 2), "the same time in another mode");
        clock.resume(180).unwrap();
        assert_eq!((clock.running(210), clock.time_of(110)), (130, 190));
        assert_eq!(clock.resume(180), Err(EnergyError::NotSuspended));
    }

    #[test]
    fn an_act_is_bounded_starts_now_and_shortens_nothing() {
        let e = Env::default();
        let mut clock = Clock::new(&e);
        for (until, mode) in [(99, Mode::Normal), (100, Mode::Normal), (101 + MAX_ACT_SECS, Mode::Normal)] {
            assert_eq!(clock.suspend(100, until, mode), Err(EnergyError::BadSuspension));
        }
        assert_eq!(clock.suspend(100, 101, Mode::SellToGrid), Err(EnergyError::BadSuspension));
        clock.suspend(100, 200, Mode::Normal).unwrap();
        assert_eq!(clock.suspend(110, 199, Mode::Normal), Err(EnergyError::BadSuspension));
        clock.resume(100).unwrap();
        assert_eq!(clock, Clock::new(&e));
    }

    #[test]
    fn many_acts_cost_no_second_and_no_space() {
        let e = Env::default();
        let mut clock = Clock::new(&e);
        for n in 1..=100 {
            clock.suspend(n * 100, n * 100 + 40, Mode::Normal).unwrap();
        }
        assert_eq!(clock.acts().len(), MAX_ACTS);
        assert_eq!(clock.running(20_000), 20_000 - 100 * 40);
        assert_eq!(clock.time_of(clock.running(9_950)), 9_950, "exact as far back as acts are kept");
    }
}
