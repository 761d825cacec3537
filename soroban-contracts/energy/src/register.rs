//! What a system generated or exported in total, corrections included, and how much more is believable about the past.

use crate::{billing, error::EnergyError};
use soroban_sdk::contracttype;

/// How far back a correction can reach, seconds: 31 days.
pub const WINDOW_SECS: u64 = 31 * 24 * 60 * 60;

/// A cumulative register: its total, and by how much later corrections may still raise it. Stored as a tuple.
///
/// The slack grows by what each interval's capacity bound left unused and falls by what corrections used, up to the
/// bound of [`WINDOW_SECS`]: so all that is ever recorded stays within the capacity of the time it is about.
#[contracttype(export = false)]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Register(pub u64, pub u64);

impl Register {
    pub const fn total_wh(&self) -> u64 {
        self.0
    }

    /// The register after an interval of `seconds` in which `wh` were measured, with a correction of what was recorded
    /// before it.
    ///
    /// # Errors
    /// * [`EnergyError::BeyondCapacity`] - When the interval exceeds its capacity bound.
    /// * [`EnergyError::BeyondCorrection`] - When the correction exceeds what the window left, upwards, or what the
    ///   window can hold or was recorded at all, downwards.
    /// * [`EnergyError::Overflow`] - When the total leaves `u64`.
    pub fn advance(self, wh: u64, correction_wh: i64, capacity_w: u64, seconds: u64) -> Result<Self, EnergyError> {
        if !billing::is_possible(wh, capacity_w, seconds) {
            return Err(EnergyError::BeyondCapacity);
        }
        let Self(total, slack) = self;
        let window = billing::bound_wh(capacity_w, WINDOW_SECS);
        let size = correction_wh.unsigned_abs();
        let (total, slack) = if correction_wh > 0 {
            let slack = slack.checked_sub(size).ok_or(EnergyError::BeyondCorrection)?;
            (total.checked_add(size).ok_or(EnergyError::Overflow)?, slack)
        } else {
            if size > window {
                return Err(EnergyError::BeyondCorrection);
            }
            (total.checked_sub(size).ok_or(EnergyError::BeyondCorrection)?, slack.saturating_add(size))
        };
        let unused = billing::bound_wh(capacity_w, seconds).saturating_sub(wh);
        let total = total.checked_add(wh).ok_or(EnergyError::Overflow)?;
        Ok(Self(total, slack.saturating_add(unused).min(window)))
    }
}

#[cfg(test)]
mod test {
    use super::*;

    const W: u64 = 100_000;
    const HOUR: u64 = 3_600;

    #[test]
    fn corrections_fill_up_what_the_past_left_and_no_more() {
        let register = Register::default().advance(100_000, 0, W, HOUR).unwrap();
        assert_eq!(register, Register(100_000, 10_000));
        assert_eq!(register.advance(0, 10_001, W, HOUR), Err(EnergyError::BeyondCorrection));
        assert_eq!(register.advance(0, 10_000, W, HOUR), Ok(Register(110_000, 110_000)));
        assert_eq!(Register::default().advance(0, 1, W, HOUR), Err(EnergyError::BeyondCorrection));
        assert_eq!(register.advance(110_001, 0, W, HOUR), Err(EnergyError::BeyondCapacity));
    }

    #[test]
    fn a_correction_takes_away_no_more_than_was_recorded_or_the_window_holds() {
        let register = Register(100, 0);
        assert_eq!(register.advance(0, -101, W, HOUR), Err(EnergyError::BeyondCorrection));
        assert_eq!(register.advance(0, -100, W, HOUR), Ok(Register(0, 110_100)));
        let bound = i64::try_from(billing::bound_wh(W, WINDOW_SECS)).unwrap();
        let old = Register(u64::MAX, 0);
        assert_eq!(old.advance(0, -bound - 1, W, HOUR), Err(EnergyError::BeyondCorrection));
        assert_eq!(old.advance(0, i64::MIN, W, HOUR), Err(EnergyError::BeyondCorrection));
        assert!(old.advance(0, -bound, W, HOUR).is_ok());
        assert_eq!(old.advance(1, 0, W, HOUR), Err(EnergyError::Overflow));
    }

    #[test]
    fn the_slack_forgets_what_is_older_than_the_window() {
        let month = WINDOW_SECS;
        let register = Register::default().advance(0, 0, W, month).unwrap().advance(0, 0, W, month).unwrap();
        assert_eq!(register.1, billing::bound_wh(W, month));
    }
}
