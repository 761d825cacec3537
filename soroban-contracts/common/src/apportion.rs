//! Splitting a whole by weights, to the last unit. No `Env`: everything here is a function of its arguments.

/// The most parts a whole is split into.
pub const MAX_PARTS: usize = 32;

/// Splits `whole` in proportion to `weights` into `parts`: floors first, what is left one each by largest remainder,
/// ties to the lower index.
///
/// Laws: the parts add up to `whole`; each is within one of its exact share; a weight of 0 gets 0; when `whole` is at
/// most the sum of the weights, no part exceeds its weight.
///
/// `None` if an operand is negative, the lengths differ or exceed [`MAX_PARTS`], a product leaves `u128`, or there is a
/// whole to split and nothing to split it by. `parts` is then undefined.
pub fn apportion(whole: i128, weights: &[i128], parts: &mut [i128]) -> Option<()> {
    if weights.len() != parts.len() || weights.len() > MAX_PARTS {
        return None;
    }
    let whole = u128::try_from(whole).ok()?;
    let mut total_weight: u128 = 0;
    for weight in weights {
        total_weight = total_weight.checked_add(u128::try_from(*weight).ok()?)?;
    }
    if whole == 0 {
        parts.fill(0);
        return Some(());
    }
    if total_weight == 0 {
        return None;
    }

    let mut remainders = [0_u128; MAX_PARTS];
    let mut left = whole;
    for (index, weight) in weights.iter().enumerate() {
        let product = whole.checked_mul(weight.unsigned_abs())?;
        let part = product / total_weight;
        remainders[index] = product % total_weight;
        parts[index] = i128::try_from(part).ok()?;
        left -= part;
    }
    // What is left is less than the number of non-zero remainders, so a weight of 0 never receives any.
    while left > 0 {
        let mut best = 0;
        for index in 1..weights.len() {
            if remainders[index] > remainders[best] {
                best = index;
            }
        }
        remainders[best] = 0;
        parts[best] = parts[best].checked_add(1)?;
        left -= 1;
    }
    Some(())
}

#[cfg(test)]
mod test {
    use super::*;

    fn split<const N: usize>(whole: i128, weights: [i128; N]) -> Option<[i128; N]> {
        let mut parts = [0; N];
        apportion(whole, &weights, &mut parts).map(|()| parts)
    }

    #[test]
    fn what_is_left_goes_by_largest_remainder_then_by_index() {
        assert_eq!(split(10, [1, 1, 1]), Some([4, 3, 3]));
        assert_eq!(split(11, [1, 1, 1]), Some([4, 4, 3]));
        assert_eq!(split(10, [1, 2, 4]), Some([1, 3, 6]));
        assert_eq!(split(1, [0, 1, 3]), Some([0, 0, 1]));
        assert_eq!(split(0, [0, 0]), Some([0, 0]));
    }

    #[test]
    fn refuses_a_whole_without_weights_and_negative_operands() {
        assert_eq!(split(1, [0, 0]), None);
        assert_eq!(split(-1, [1]), None);
        assert_eq!(split(1, [2, -1]), None);
        assert_eq!(split(i128::MAX, [i128::MAX]), None);
    }

    #[test]
    fn refuses_lengths_that_differ_and_more_parts_than_there_is_room_for() {
        assert_eq!(apportion(10, &[1, 1], &mut [0; 3]), None);
        assert_eq!(apportion(10, &[1; MAX_PARTS + 1], &mut [0; MAX_PARTS + 1]), None);
        assert_eq!(apportion(32, &[1; MAX_PARTS], &mut [0; MAX_PARTS]), Some(()));
    }

    #[test]
    fn two_full_registers_fit() {
        let register = i128::from(u64::MAX);
        assert_eq!(split(register, [register, 0]), Some([register, 0]));
    }

    // A fixed sequence of pseudo-random cases: the laws in the doc comment, on thousands of shapes.
    #[test]
    fn keeps_its_laws() {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut next = move |bound: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            i128::from(state % bound)
        };
        for _ in 0..20_000 {
            let weights: [i128; 6] = core::array::from_fn(|_| if next(4) == 0 { 0 } else { next(1_000_000) });
            let total: i128 = weights.iter().sum();
            if total == 0 {
                continue;
            }
            let whole = next(2_000_000);
            let parts = split(whole, weights).unwrap();
            assert_eq!(parts.iter().sum::<i128>(), whole);
            for (part, weight) in parts.iter().zip(weights) {
                let floor = whole * weight / total;
                assert!(*part == floor || *part == floor + 1);
                assert!(weight > 0 || *part == 0);
                assert!(whole > total || *part <= weight);
            }
        }
    }
}
