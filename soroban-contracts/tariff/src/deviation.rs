//! How far a price may move on one feeder's word. No `Env`: everything here is a function of its arguments.

use crate::error::TariffError;

const BPS: i128 = 10_000;

/// Whether `price` is within `bound_bps` of `reference`, either way, the bound itself included.
///
/// # Errors
/// * [`TariffError::Overflow`] - When a product exceeds `i128`.
pub fn is_within(reference: i128, price: i128, bound_bps: u32) -> Result<bool, TariffError> {
    let change = price.checked_sub(reference).and_then(i128::checked_abs).ok_or(TariffError::Overflow)?;
    let scaled = change.checked_mul(BPS).ok_or(TariffError::Overflow)?;
    let bound = reference.checked_mul(bound_bps.into()).ok_or(TariffError::Overflow)?;
    Ok(scaled <= bound)
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn the_bound_holds_both_ways_and_includes_itself() {
        let price = 2_000_000; // 0.20 a kWh
        assert_eq!(is_within(price, 2_500_000, 2_500), Ok(true));
        assert_eq!(is_within(price, 2_500_001, 2_500), Ok(false));
        assert_eq!(is_within(price, 1_500_000, 2_500), Ok(true));
        assert_eq!(is_within(price, 1_499_999, 2_500), Ok(false));
        assert_eq!(is_within(price, price, 1), Ok(true));
    }

    #[test]
    fn a_small_price_has_a_small_bound() {
        assert_eq!(is_within(3, 4, 2_500), Ok(false));
        assert_eq!(is_within(4, 5, 2_500), Ok(true));
    }

    #[test]
    fn what_leaves_the_range_is_an_error_and_no_answer() {
        assert_eq!(is_within(1, i128::MAX, 2_500), Err(TariffError::Overflow));
        assert_eq!(is_within(i128::MAX, i128::MAX, 2_500), Err(TariffError::Overflow));
    }
}
