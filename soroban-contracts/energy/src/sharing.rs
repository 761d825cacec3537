//! Whose the energy of an interval is. No `Env`: everything here is a function of its arguments.

use crate::error::EnergyError;
use heliobond_common::apportion::apportion;

/// The most parties of a system.
pub const MAX_PARTIES: usize = 16;

/// Whose the energy of an interval is, watt-hours.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Shares {
    /// Solar energy delivered to each party: what it is billed for. Beyond the parties: 0.
    pub delivered_wh: [u64; MAX_PARTIES],
    /// What exceeds all consumption: recorded, billed to nobody.
    pub unattributed_wh: u64,
    /// By how much exports exceeded generation, or a correction took away: made good by the next intervals first.
    pub negative_wh: u64,
}

/// Shares the solar energy delivered in an interval among the parties by what each consumed: largest remainder, ties to
/// the lower index, never more than it consumed.
///
/// `net_wh` is what was generated less what was exported, corrections of both included.
///
/// Law: `sum(delivered) + unattributed - negative = net - carried`.
///
/// # Errors
/// * [`EnergyError::WrongParties`] - When there are more than 16 parties.
/// * [`EnergyError::Overflow`] - When what is carried leaves `u64`.
pub fn share(net_wh: i128, carried_negative_wh: u64, consumed_wh: &[u64]) -> Result<Shares, EnergyError> {
    let mut shares = Shares { delivered_wh: [0; MAX_PARTIES], unattributed_wh: 0, negative_wh: 0 };
    let delivered_wh = shares.delivered_wh.get_mut(..consumed_wh.len()).ok_or(EnergyError::WrongParties)?;
    let pool = net_wh.checked_sub(carried_negative_wh.into()).ok_or(EnergyError::Overflow)?;
    // Sixteen u64: far inside i128.
    let total_consumed: i128 = consumed_wh.iter().copied().map(i128::from).sum();
    if pool <= 0 {
        shares.negative_wh = narrow(-pool)?;
        return Ok(shares);
    }
    if pool >= total_consumed {
        delivered_wh.copy_from_slice(consumed_wh);
        shares.unattributed_wh = narrow(pool - total_consumed)?;
        return Ok(shares);
    }
    let mut weights = [0; MAX_PARTIES];
    let mut parts = [0; MAX_PARTIES];
    for (weight, consumed) in weights.iter_mut().zip(consumed_wh) {
        *weight = i128::from(*consumed);
    }
    apportion(pool, &weights, &mut parts).ok_or(EnergyError::Overflow)?;
    for (delivered, part) in delivered_wh.iter_mut().zip(parts) {
        *delivered = narrow(part)?;
    }
    Ok(shares)
}

fn narrow(wh: i128) -> Result<u64, EnergyError> {
    u64::try_from(wh).map_err(|_| EnergyError::Overflow)
}

#[cfg(test)]
mod test {
    use super::*;

    fn delivered<const N: usize>(
        generated: u64,
        exported: u64,
        carried: u64,
        consumed: [u64; N],
    ) -> ([u64; N], u64, u64) {
        let shares = share(i128::from(generated) - i128::from(exported), carried, &consumed).unwrap();
        (core::array::from_fn(|n| shares.delivered_wh[n]), shares.unattributed_wh, shares.negative_wh)
    }

    #[test]
    fn what_is_left_goes_by_largest_remainder_then_by_index() {
        assert_eq!(delivered(100, 0, 0, [100, 100, 100]), ([34, 33, 33], 0, 0));
        assert_eq!(delivered(101, 0, 0, [100, 100, 100]), ([34, 34, 33], 0, 0));
        assert_eq!(delivered(10, 3, 1, [30, 60]), ([2, 4], 0, 0));
    }

    #[test]
    fn nobody_is_delivered_more_than_it_consumed() {
        assert_eq!(delivered(100, 0, 0, [10, 0, 20]), ([10, 0, 20], 70, 0));
        assert_eq!(delivered(30, 0, 0, [10, 0, 20]), ([10, 0, 20], 0, 0));
        assert_eq!(delivered(5, 0, 0, [0, 0]), ([0, 0], 5, 0));
    }

    #[test]
    fn a_negative_difference_is_carried_on() {
        assert_eq!(delivered(5, 9, 3, [1, 1]), ([0, 0], 0, 7));
        assert_eq!(delivered(10, 0, 7, [1, 1]), ([1, 1], 1, 0));
        assert_eq!(delivered(7, 0, 7, [1, 1]), ([0, 0], 0, 0));
    }

    #[test]
    fn the_extremes_are_exact_or_refused() {
        assert_eq!(delivered(u64::MAX, 0, 0, [u64::MAX, u64::MAX]).0, [u64::MAX / 2 + 1, u64::MAX / 2]);
        assert_eq!(share(-i128::from(u64::MAX), 1, &[1]), Err(EnergyError::Overflow));
        assert_eq!(share(0, 0, &[0; 17]), Err(EnergyError::WrongParties));
    }
}
