//! What energy costs and what is believable. No `Env`: everything here is a function of its arguments.

use crate::error::EnergyError;

/// Watt-hours in a kilowatt-hour: prices are per kWh, so a watt-hour costs thousandths of a stroop.
const WH_PER_KWH: i128 = 1_000;
const SECONDS_PER_HOUR: u128 = 3_600;
/// Equipment is believed up to 10 % above its rating: 11 / 10.
const MARGIN_NUMERATOR: u128 = 11;
const MARGIN_DENOMINATOR: u128 = 10;

/// What energy costs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Priced {
    /// Whole stroops.
    pub due: i128,
    /// Thousandths of a stroop, below 1,000, kept for the next bill.
    pub remainder_milli: u32,
}

/// Prices energy at `price` stroops per kWh; the remainder of the bill before is added, the new one kept.
///
/// Law: `1,000 x due + remainder = energy x price + remainder before`.
///
/// # Errors
/// * [`EnergyError::Overflow`] - When the product exceeds `i128`.
pub fn price(energy_wh: u64, price: i128, remainder_milli: u32) -> Result<Priced, EnergyError> {
    let milli = i128::from(energy_wh)
        .checked_mul(price)
        .and_then(|product| product.checked_add(remainder_milli.into()))
        .filter(|milli| *milli >= 0)
        .ok_or(EnergyError::Overflow)?;
    let remainder_milli = u32::try_from(milli % WH_PER_KWH).map_err(|_| EnergyError::Overflow)?;
    Ok(Priced { due: milli / WH_PER_KWH, remainder_milli })
}

/// Whether equipment of that rating can have moved so much energy in that time: `wh <= w x s / 3600 x 1.1`, exactly.
/// A bound beyond `u128` allows whatever a register can show.
pub fn is_possible(energy_wh: u64, capacity_w: u64, seconds: u64) -> bool {
    let bound = (u128::from(capacity_w) * u128::from(seconds)).saturating_mul(MARGIN_NUMERATOR);
    u128::from(energy_wh) * SECONDS_PER_HOUR * MARGIN_DENOMINATOR <= bound
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn a_rating_beyond_any_bound_overflows_nothing() {
        assert!(is_possible(u64::MAX, u64::MAX, u64::MAX));
        assert!(!is_possible(u64::MAX, 1, 1));
    }

    #[test]
    fn a_bill_is_rounded_down_and_its_remainder_kept() {
        assert_eq!(price(1_234, 2_086_001, 0), Ok(Priced { due: 2_574_125, remainder_milli: 234 }));
        assert_eq!(price(1, 999, 1), Ok(Priced { due: 1, remainder_milli: 0 }));
        assert_eq!(price(1, 999, 0), Ok(Priced { due: 0, remainder_milli: 999 }));
    }

    #[test]
    fn free_energy_costs_nothing_and_loses_no_remainder() {
        assert_eq!(price(5_000, 0, 777), Ok(Priced { due: 0, remainder_milli: 777 }));
    }

    #[test]
    fn watt_hour_by_watt_hour_costs_the_same_as_all_at_once() {
        let all = price(10_000, 2_086_003, 0).unwrap();
        let (mut due, mut remainder_milli) = (0, 0);
        for _ in 0..10_000 {
            let priced = price(1, 2_086_003, remainder_milli).unwrap();
            due += priced.due;
            remainder_milli = priced.remainder_milli;
        }
        assert_eq!(Priced { due, remainder_milli }, all);
    }

    #[test]
    fn what_leaves_the_range_is_an_error() {
        assert_eq!(price(u64::MAX, i128::MAX, 0), Err(EnergyError::Overflow));
        assert_eq!(price(1, -1, 0), Err(EnergyError::Overflow));
    }

    #[test]
    fn equipment_is_believed_up_to_a_tenth_above_its_rating() {
        assert!(is_possible(110_000, 100_000, 3_600));
        assert!(!is_possible(110_001, 100_000, 3_600));
        assert!(is_possible(1, 1, 3_273)); // 1.0001 Wh
        assert!(!is_possible(1, 1, 3_272)); // 0.9998 Wh
        assert!(is_possible(0, 0, 0));
        assert!(!is_possible(u64::MAX, 1, 1));
    }
}
