//! Arithmetic of portions. No `Env`: everything here is a function of its arguments.

use crate::error::RegistryError;

/// The whole of a system, basis points.
pub const WHOLE_BPS: u32 = 10_000;

/// What a party is to own and what it owns by now, basis points of the system.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Holding {
    pub portion_bps: u32,
    pub owned_bps: u32,
}

/// Whether portions are all above 0 and add up to the whole.
pub fn are_whole(portions_bps: impl Iterator<Item = u32>) -> bool {
    let mut total: u32 = 0;
    for portion_bps in portions_bps {
        match total.checked_add(portion_bps) {
            Some(sum) if portion_bps > 0 => total = sum,
            _ => return false,
        }
    }
    total == WHOLE_BPS
}

/// Moves `moved_bps` of `from`'s portion to `to`. What is owned moves in proportion, rounded down, so that `to` never
/// gains more than its share of what was repaid.
///
/// Laws: the sums of portions and of what is owned stay the same; owned stays at most the portion on both sides.
///
/// # Errors
/// * [`RegistryError::BadTransfer`] - When `moved_bps` is 0 or more than `from` has.
/// * [`RegistryError::Overflow`] - When a holding is beyond the whole (impossible for holdings of one system).
pub fn transfer(from: Holding, to: Holding, moved_bps: u32) -> Result<(Holding, Holding), RegistryError> {
    if moved_bps == 0 || moved_bps > from.portion_bps {
        return Err(RegistryError::BadTransfer);
    }
    let moved_owned = u64::from(from.owned_bps) * u64::from(moved_bps) / u64::from(from.portion_bps);
    let moved_owned_bps = u32::try_from(moved_owned).map_err(|_| RegistryError::Overflow)?;
    let lowered = Holding {
        portion_bps: from.portion_bps - moved_bps,
        owned_bps: from.owned_bps.checked_sub(moved_owned_bps).ok_or(RegistryError::Overflow)?,
    };
    let raised = Holding {
        portion_bps: to.portion_bps.checked_add(moved_bps).ok_or(RegistryError::Overflow)?,
        owned_bps: to.owned_bps.checked_add(moved_owned_bps).ok_or(RegistryError::Overflow)?,
    };
    Ok((lowered, raised))
}

/// What a party owns after its offering reported `reported_bps`: never less than before, never more than its portion.
///
/// A report outside these bounds is no fault: after a transfer of portions an offering's own figure may lag, and a
/// collection of money must not fail for it.
pub fn accrue(holding: Holding, reported_bps: u32) -> u32 {
    reported_bps.min(holding.portion_bps).max(holding.owned_bps)
}

#[cfg(test)]
mod test {
    use super::*;

    const fn holding(portion_bps: u32, owned_bps: u32) -> Holding {
        Holding { portion_bps, owned_bps }
    }

    #[test]
    fn portions_are_positive_and_make_the_whole() {
        assert!(are_whole([10_000].into_iter()));
        assert!(are_whole([9_999, 1].into_iter()));
        assert!(!are_whole([10_000, 0].into_iter()));
        assert!(!are_whole([5_000, 4_999].into_iter()));
        assert!(!are_whole([5_000, 5_001].into_iter()));
        assert!(!are_whole([u32::MAX, 10_001].into_iter()));
        assert!(!are_whole([].into_iter()));
    }

    #[test]
    fn owned_moves_in_proportion_rounded_down() {
        let moved = transfer(holding(5_000, 2_501), holding(5_000, 0), 1_000);
        assert_eq!(moved, Ok((holding(4_000, 2_001), holding(6_000, 500))));
    }

    #[test]
    fn a_whole_portion_takes_all_that_is_owned_with_it() {
        let moved = transfer(holding(3_333, 777), holding(6_667, 1), 3_333);
        assert_eq!(moved, Ok((holding(0, 0), holding(10_000, 778))));
    }

    #[test]
    fn nothing_and_more_than_there_is_are_refused() {
        assert_eq!(transfer(holding(5, 0), holding(5, 0), 0), Err(RegistryError::BadTransfer));
        assert_eq!(transfer(holding(5, 0), holding(5, 0), 6), Err(RegistryError::BadTransfer));
        assert_eq!(transfer(holding(0, 0), holding(5, 0), 1), Err(RegistryError::BadTransfer));
    }

    #[test]
    fn every_transfer_conserves_both_sums_and_keeps_owned_within_the_portion() {
        for portion_bps in 1..=40 {
            for owned_bps in 0..=portion_bps {
                for moved_bps in 1..=portion_bps {
                    let before = (holding(portion_bps, owned_bps), holding(60, 17));
                    let (from, to) = transfer(before.0, before.1, moved_bps).unwrap();
                    assert_eq!(from.portion_bps + to.portion_bps, portion_bps + 60);
                    assert_eq!(from.owned_bps + to.owned_bps, owned_bps + 17);
                    assert!(from.owned_bps <= from.portion_bps && to.owned_bps <= to.portion_bps);
                }
            }
        }
    }

    #[test]
    fn accrual_never_falls_and_never_exceeds_the_portion() {
        assert_eq!(accrue(holding(5_000, 100), 250), 250);
        assert_eq!(accrue(holding(5_000, 100), 50), 100);
        assert_eq!(accrue(holding(5_000, 100), 9_000), 5_000);
        assert_eq!(accrue(holding(0, 0), 1), 0);
    }
}
