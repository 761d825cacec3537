//! Coupon arithmetic. No `Env`: everything here is a function of its arguments.

use crate::error::OfferingError;
use heliobond_common::math::{mul_div_floor, BPS};

/// `floor(units x rate_bps x days / (10,000 x basis))`: the coupon of so many bonds for one period.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When the product leaves `i128`, or an operand is out of its range.
pub fn coupon(units: i128, rate_bps: u32, days: u32, basis: u32) -> Result<i128, OfferingError> {
    let rate_days = i128::from(rate_bps) * i128::from(days);
    mul_div_floor(units, rate_days, BPS * i128::from(basis)).ok_or(OfferingError::Overflow)
}

/// `floor(whole x units / outstanding)`: what so many units get of what all get. So each leaf of a coupon that holds
/// principal, or a share of revenue, is computed.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When the product leaves `i128`, or nothing is outstanding.
pub fn part(units: i128, whole: i128, outstanding: i128) -> Result<i128, OfferingError> {
    mul_div_floor(units, whole, outstanding).ok_or(OfferingError::Overflow)
}

/// Whether a proposal leaves no more than the rounding of its leaves: `0 <= whole - total - of_unattributed <
/// leaf_count + 1`.
///
/// `whole` is the coupon of everything outstanding, `of_unattributed` that of the units nobody can claim for.
pub fn is_sound(whole: i128, total: i128, of_unattributed: i128, leaf_count: u32) -> bool {
    let Some(dust) = whole.checked_sub(total).and_then(|rest| rest.checked_sub(of_unattributed)) else {
        return false;
    };
    total >= 0 && dust >= 0 && dust < i128::from(leaf_count) + 1
}

/// What a leaf can be paid now: `floor(amount x funded / total) - paid`, and the whole rest once `funded = total`.
///
/// Law: over any sequence of claims a leaf gets its part of what is funded, never more than `amount`.
///
/// # Errors
/// * [`OfferingError::Overflow`] - When the product leaves `i128`.
pub fn claimable(amount: i128, funded: i128, total: i128, paid: i128) -> Result<i128, OfferingError> {
    if funded == total {
        return Ok(amount - paid);
    }
    let entitled = mul_div_floor(amount, funded, total).ok_or(OfferingError::Overflow)?;
    Ok(entitled - paid)
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn half_a_year_of_30_360_is_half_the_rate() {
        assert_eq!(coupon(100_000_0000000, 400, 180, 360), Ok(2_000_0000000));
    }

    #[test]
    fn rounds_down() {
        // Accrued on 100,000 at 4 % for 131 days of 360: 1,455.55555555...
        assert_eq!(coupon(100_000_0000000, 400, 131, 360), Ok(1_455_5555555));
        assert_eq!(coupon(1, 400, 180, 360), Ok(0));
    }

    #[test]
    fn refuses_what_leaves_i128() {
        assert_eq!(coupon(i128::MAX, 400, 180, 360), Err(OfferingError::Overflow));
        assert_eq!(coupon(-1, 400, 180, 360), Err(OfferingError::Overflow));
        assert_eq!(coupon(1, 400, 180, 0), Err(OfferingError::Overflow));
        assert!(coupon(i64::MAX.into(), 10_000, 366, 365).is_ok());
    }

    #[test]
    fn a_proposal_may_leave_less_than_a_stroop_a_leaf_and_one_for_the_unattributed() {
        assert!(is_sound(100, 100, 0, 0));
        assert!(is_sound(100, 90, 5, 5));
        assert!(!is_sound(100, 90, 5, 4), "five stroops are lost on four leaves");
        assert!(!is_sound(100, 101, 0, 5), "more than the coupon");
        assert!(!is_sound(100, -1, 100, 5));
        assert!(!is_sound(0, i128::MAX, i128::MAX, 5));
    }

    #[test]
    fn short_money_is_shared_and_made_good_later() {
        assert_eq!(claimable(10, 50, 99, 0), Ok(5));
        assert_eq!(claimable(10, 80, 99, 5), Ok(3));
        assert_eq!(claimable(10, 99, 99, 8), Ok(2));
        assert_eq!(claimable(10, 99, 99, 10), Ok(0));
    }
}
