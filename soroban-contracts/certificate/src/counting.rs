//! From watt-hours to certificates. No `Env`: everything here is a function of its arguments.

/// Wh of a certificate.
pub const MWH: i128 = 1_000_000;

/// Stroops of a whole certificate.
pub const CERTIFICATE: i128 = 10_000_000;

/// Stroops of a gram of CO2e: a tonne is a whole certificate.
const STROOPS_PER_GRAM: i128 = CERTIFICATE / 1_000_000;

/// Adds newly measured Wh (negative: a correction) to a carry and takes the whole MWh out of it.
///
/// Laws: `mwh x 1,000,000 + carry` is what went in; the carry left is below 1 MWh; a negative carry yields nothing.
///
/// `None` if the sum or the count leaves its range.
pub fn count(carry_wh: i128, new_wh: i128) -> Option<(u64, i128)> {
    let pool = carry_wh.checked_add(new_wh)?;
    if pool < MWH {
        return Some((0, pool));
    }
    Some((u64::try_from(pool / MWH).ok()?, pool % MWH))
}

/// Stroops of RECs for whole MWh.
pub fn rec_units(mwh: u64) -> i128 {
    i128::from(mwh) * CERTIFICATE
}

/// Stroops of carbon certificates for whole MWh at `grams` CO2e per MWh; exact.
pub fn carbon_units(mwh: u64, grams: u64) -> Option<i128> {
    i128::from(mwh).checked_mul(grams.into())?.checked_mul(STROOPS_PER_GRAM)
}

/// What a donor may still claim: `floor(units x certified / all units)`, cumulatively, less what was claimed before.
///
/// Law: however often and in whatever order donors claim, each gets the floor of its share of all that was certified;
/// claiming early or often brings nothing.
///
/// `None` if an operand is negative, there are no units, or a product leaves `i128`.
pub fn claimable(units: i128, certified: i128, all_units: i128, claimed: i128) -> Option<i128> {
    let share = heliobond_common::math::mul_div_floor(units, certified, all_units)?;
    Some(share.saturating_sub(claimed).max(0))
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn whole_mwh_leave_the_carry_below_one() {
        assert_eq!(count(0, 999_999), Some((0, 999_999)));
        assert_eq!(count(999_999, 1), Some((1, 0)));
        assert_eq!(count(500_000, 2_700_000), Some((3, 200_000)));
        assert_eq!(count(0, 0), Some((0, 0)));
    }

    #[test]
    fn a_correction_is_made_good_before_anything_is_minted() {
        assert_eq!(count(100_000, -1_600_000), Some((0, -1_500_000)));
        assert_eq!(count(-1_500_000, 2_499_999), Some((0, 999_999)));
        assert_eq!(count(-1_500_000, 2_500_000), Some((1, 0)));
        assert_eq!(count(i128::MAX, 1), None);
        assert_eq!(count(0, i128::MAX), None);
    }

    #[test]
    fn a_tonne_is_a_certificate_and_a_gram_ten_stroops() {
        assert_eq!(rec_units(3), 30_000_000);
        assert_eq!(carbon_units(1, 1_000_000), Some(CERTIFICATE));
        assert_eq!(carbon_units(1_000, 726_000), Some(726 * CERTIFICATE));
        assert_eq!(carbon_units(1, 1), Some(10));
    }

    #[test]
    fn claims_are_cumulative_and_never_negative() {
        assert_eq!(claimable(1, 10, 3, 0), Some(3));
        assert_eq!(claimable(1, 11, 3, 3), Some(0));
        assert_eq!(claimable(1, 12, 3, 3), Some(1));
        assert_eq!(claimable(1, 3, 3, 2), Some(0));
        assert_eq!(claimable(1, 1, 0, 0), None);
        assert_eq!(claimable(i128::MAX, 2, 1, 0), None);
    }

    // A fixed sequence of pseudo-random cases: the laws of the doc comments.
    #[test]
    fn keeps_its_laws() {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut next = move |bound: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            i128::from(state % bound)
        };
        for _ in 0..500 {
            let (mut carry, mut measured, mut certified) = (0, 0_i128, 0);
            let units: [i128; 4] = core::array::from_fn(|_| 1 + next(1_000));
            let all_units: i128 = units.iter().sum();
            let mut claimed = [0; 4];
            for _ in 0..60 {
                let new_wh = next(3_000_000) - if next(5) == 0 { measured.min(next(4_000_000)) } else { 0 };
                measured += new_wh;
                let (mwh, left) = count(carry, new_wh).unwrap();
                carry = left;
                certified += rec_units(mwh);
                assert_eq!(certified / CERTIFICATE * MWH + carry, measured);
                assert!(carry < MWH && (mwh == 0 || carry >= 0));
                for (donor, claimed) in claimed.iter_mut().enumerate() {
                    if next(3) == 0 {
                        *claimed += claimable(units[donor], certified, all_units, *claimed).unwrap();
                    }
                }
            }
            for (donor, claimed) in claimed.iter_mut().enumerate() {
                *claimed += claimable(units[donor], certified, all_units, *claimed).unwrap();
                assert_eq!(*claimed, units[donor] * certified / all_units, "early and often brings nothing");
            }
            let dust = certified - claimed.iter().sum::<i128>();
            assert!((0..4).contains(&dust));
        }
    }
}
