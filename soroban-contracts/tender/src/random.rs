//! Fixed sequences of pseudo-random numbers for tests of laws.

/// Numbers from 0 to below a bound, always the same for the same seed (xorshift).
pub fn sequence(seed: u64) -> impl FnMut(i128) -> i128 {
    let mut state = seed;
    let mut half = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        i128::from(state >> 1)
    };
    move |bound| ((half() << 63) | half()) % bound
}
