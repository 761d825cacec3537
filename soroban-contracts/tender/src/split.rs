//! The price over the milestones, what is withheld, and what an arbiter grants. No `Env`: everything here is a function
//! of its arguments.

use heliobond_common::apportion::apportion;
use heliobond_common::math::{mul_div_floor, BPS};

/// The most milestones of a tender.
pub const MAX_MILESTONES: usize = 16;

/// Splits the price over the milestones by their shares, largest remainder, ties to the earlier one.
///
/// Law: the parts add up to the price. `None` if a product leaves the type or the shares add up to nothing.
pub fn milestones(price: i128, shares_bps: &[u32], parts: &mut [i128]) -> Option<()> {
    let mut weights = [0; MAX_MILESTONES];
    let weights = weights.get_mut(..shares_bps.len())?;
    for (weight, share_bps) in weights.iter_mut().zip(shares_bps) {
        *weight = i128::from(*share_bps);
    }
    apportion(price, weights, parts)
}

/// What is paid of a milestone and what is withheld until the defects period is over.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Payment {
    pub net: i128,
    pub retained: i128,
}

/// Law: both add up to `amount`; rounding favours the contractor. `None` if the product leaves `i128`.
pub fn retention(amount: i128, retention_bps: u32) -> Option<Payment> {
    let retained = fraction(amount, retention_bps)?;
    Some(Payment { net: amount - retained, retained })
}

/// `floor(amount x bps / 10_000)`; `None` if the product leaves `i128`.
pub fn fraction(amount: i128, bps: u32) -> Option<i128> {
    mul_div_floor(amount, i128::from(bps), BPS)
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn the_price_is_split_to_the_last_stroop() {
        let mut parts = [0; 3];
        assert_eq!(milestones(100, &[3_333, 3_333, 3_334], &mut parts), Some(()));
        assert_eq!(parts, [33, 33, 34]);
        assert_eq!(milestones(1, &[5_000, 5_000, 0], &mut parts), Some(()));
        assert_eq!(parts, [1, 0, 0]);
    }

    #[test]
    fn what_is_withheld_is_rounded_down() {
        assert_eq!(retention(999, 1_000), Some(Payment { net: 900, retained: 99 }));
        assert_eq!(retention(999, 0), Some(Payment { net: 999, retained: 0 }));
        assert_eq!(retention(i128::MAX, 2), None);
    }

    #[test]
    fn too_many_or_weightless_milestones_have_no_split() {
        assert_eq!(milestones(1, &[1; 17], &mut [0; 17]), None);
        assert_eq!(milestones(1, &[0, 0], &mut [0; 2]), None);
    }

    #[test]
    fn every_split_and_every_retention_conserves_the_whole() {
        let mut next = crate::random::sequence(0x5eed_0002);
        for _ in 0..20_000 {
            let shares: [u32; 5] = core::array::from_fn(|_| u32::try_from(next(5_000)).unwrap());
            if shares.iter().sum::<u32>() == 0 {
                continue;
            }
            let price = next(crate::terms::MAX_AMOUNT);
            let mut parts = [0; 5];
            milestones(price, &shares, &mut parts).unwrap();
            assert_eq!(parts.iter().sum::<i128>(), price);
            for part in parts {
                let bps = u32::try_from(next(10_001)).unwrap();
                let Payment { net, retained } = retention(part, bps).unwrap();
                assert!(part >= 0 && net >= 0 && retained >= 0 && net + retained == part);
                assert!(fraction(part, bps).unwrap() <= part);
            }
        }
    }
}
