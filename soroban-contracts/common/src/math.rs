//! Exact integer arithmetic. No `Env`: everything here is a function of its arguments.

/// Basis points of a whole.
pub const BPS: i128 = 10_000;

/// `floor(a x b / divisor)` of non-negative operands; `None` if one is negative, the divisor is not positive, or the
/// product leaves `i128`.
pub fn mul_div_floor(a: i128, b: i128, divisor: i128) -> Option<i128> {
    if a < 0 || b < 0 || divisor <= 0 {
        return None;
    }
    Some(a.checked_mul(b)? / divisor)
}

/// `ceil(a x b / divisor)`, under the same conditions as [`mul_div_floor`].
pub fn mul_div_ceil(a: i128, b: i128, divisor: i128) -> Option<i128> {
    if a < 0 || b < 0 || divisor <= 0 {
        return None;
    }
    let product = a.checked_mul(b)?;
    let whole = product / divisor;
    Some(if product % divisor == 0 { whole } else { whole + 1 })
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn rounds_down_and_up_around_the_exact_quotient() {
        assert_eq!(mul_div_floor(7, 3, 2), Some(10));
        assert_eq!(mul_div_ceil(7, 3, 2), Some(11));
        assert_eq!(mul_div_floor(6, 3, 2), Some(9));
        assert_eq!(mul_div_ceil(6, 3, 2), Some(9));
    }

    #[test]
    fn nothing_of_anything_is_nothing() {
        for of in [mul_div_floor, mul_div_ceil] {
            assert_eq!((of(0, 5, 3), of(5, 0, 3), of(0, 0, 3)), (Some(0), Some(0), Some(0)));
        }
    }

    #[test]
    fn refuses_what_has_no_exact_answer() {
        for of in [mul_div_floor, mul_div_ceil] {
            assert_eq!((of(-1, 1, 1), of(1, -1, 1), of(1, 1, 0), of(1, 1, -1)), (None, None, None, None));
        }
        assert_eq!(mul_div_floor(i128::MAX, 2, 1), None);
        assert_eq!(mul_div_ceil(i128::MAX, 2, 1), None);
        assert_eq!(mul_div_ceil(i128::MAX, 1, 1), Some(i128::MAX));
    }
}
