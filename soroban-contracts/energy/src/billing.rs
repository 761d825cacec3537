//! What energy costs and what is believable. No `Env`: everything here is a function of its arguments.

use crate::error::EnergyError;

/// Watt-hours in a kilowatt-hour: prices are per kWh, so a watt-hour costs thousandths of a stroop.
const WH_PER_KWH: i128 = 1_000;
const SECONDS_PER_HOUR: u128 = 3_600;
/// Equipment is believed up to 10 % above its rating: 11 / 10.
const MARGIN_NUMERATOR: u128 = 11;
const MARGIN_DENOMINATOR: u128 = 10;

/// What is billed of an amount, and what is kept for the next bill.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Billed {
    /// Whole stroops, never negative.
    pub due: i128,
    /// Thousandths of a stroop: a remainder of 0 to 999, or, below 0, a credit.
    pub carry_milli: i128,
}

/// What energy costs at `price` stroops per kWh, in thousandths of a stroop.
///
/// # Errors
/// * [`EnergyError::Overflow`] - When the price is negative or the product exceeds `i128`.
pub fn cost_milli(energy_wh: i128, price: i128) -> Result<i128, EnergyError> {
    if price < 0 {
        return Err(EnergyError::Overflow);
    }
    energy_wh.checked_mul(price).ok_or(EnergyError::Overflow)
}

/// Bills the sum of the lines, thousandths of a stroop, and what the bill before left: whole stroops, rounded down; what
/// is left goes on to the next bill. A sum below 0 bills nothing and goes on as a credit.
///
/// Law: `1,000 x due + carry = lines + carry before`.
///
/// # Errors
/// * [`EnergyError::Overflow`] - When the sum exceeds `i128`.
pub fn bill(lines_milli: &[i128], carry_milli: i128) -> Result<Billed, EnergyError> {
    let mut milli = carry_milli;
    for line in lines_milli {
        milli = milli.checked_add(*line).ok_or(EnergyError::Overflow)?;
    }
    if milli < 0 {
        return Ok(Billed { due: 0, carry_milli: milli });
    }
    Ok(Billed { due: milli / WH_PER_KWH, carry_milli: milli % WH_PER_KWH })
}

/// Whether equipment of that rating can have moved so much energy in that time: `wh <= w x s / 3600 x 1.1`, exactly.
/// A bound beyond `u128` allows whatever a register can show.
pub fn is_possible(energy_wh: u64, capacity_w: u64, seconds: u64) -> bool {
    let bound = (u128::from(capacity_w) * u128::from(seconds)).saturating_mul(MARGIN_NUMERATOR);
    u128::from(energy_wh) * SECONDS_PER_HOUR * MARGIN_DENOMINATOR <= bound
}

/// The most whole watt-hours that equipment of that rating can move in that time.
pub fn bound_wh(capacity_w: u64, seconds: u64) -> u64 {
    let bound = (u128::from(capacity_w) * u128::from(seconds)).saturating_mul(MARGIN_NUMERATOR);
    u64::try_from(bound / (SECONDS_PER_HOUR * MARGIN_DENOMINATOR)).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod test {
    use super::*;

    fn price(wh: i128, price: i128, carry_milli: i128) -> (i128, i128) {
        let billed = bill(&[cost_milli(wh, price).unwrap()], carry_milli).unwrap();
        (billed.due, billed.carry_milli)
    }

    #[test]
    fn a_rating_beyond_any_bound_overflows_nothing() {
        assert!(is_possible(u64::MAX, u64::MAX, u64::MAX));
        assert!(!is_possible(u64::MAX, 1, 1));
        assert_eq!(bound_wh(u64::MAX, u64::MAX), u64::MAX);
    }

    #[test]
    fn a_bill_is_rounded_down_and_its_remainder_kept() {
        assert_eq!(price(1_234, 2_086_001, 0), (2_574_125, 234));
        assert_eq!(price(1, 999, 1), (1, 0));
        assert_eq!(price(1, 999, 0), (0, 999));
    }

    #[test]
    fn free_energy_costs_nothing_and_loses_no_remainder() {
        assert_eq!(price(5_000, 0, 777), (0, 777));
    }

    #[test]
    fn a_credit_lowers_bills_until_it_is_used_up() {
        assert_eq!(bill(&[1_500, -4_000], 300), Ok(Billed { due: 0, carry_milli: -2_200 }));
        assert_eq!(bill(&[2_000], -2_200), Ok(Billed { due: 0, carry_milli: -200 }));
        assert_eq!(bill(&[2_000], -200), Ok(Billed { due: 1, carry_milli: 800 }));
    }

    #[test]
    fn watt_hour_by_watt_hour_costs_the_same_as_all_at_once() {
        let all = price(10_000, 2_086_003, 0);
        let (mut due, mut carry) = (0, 0);
        for _ in 0..10_000 {
            let (more, next) = price(1, 2_086_003, carry);
            due += more;
            carry = next;
        }
        assert_eq!((due, carry), all);
    }

    #[test]
    fn what_leaves_the_range_is_an_error() {
        assert_eq!(cost_milli(u64::MAX.into(), i128::MAX), Err(EnergyError::Overflow));
        assert_eq!(cost_milli(1, -1), Err(EnergyError::Overflow));
        assert_eq!(bill(&[i128::MAX], 1), Err(EnergyError::Overflow));
    }

    #[test]
    fn equipment_is_believed_up_to_a_tenth_above_its_rating() {
        assert!(is_possible(110_000, 100_000, 3_600));
        assert!(!is_possible(110_001, 100_000, 3_600));
        assert!(is_possible(1, 1, 3_273)); // 1.0001 Wh
        assert!(!is_possible(1, 1, 3_272)); // 0.9998 Wh
        assert!(is_possible(0, 0, 0));
        assert_eq!((bound_wh(100_000, 3_600), bound_wh(1, 3_273), bound_wh(1, 3_272)), (110_000, 1, 0));
    }
}
