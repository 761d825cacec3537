//! Whole lives by chance, with what fails made small.
//!
//! A life is a word that decides the world it is lived in and one word for each step. All that chance decides in a step
//! comes from its word, so that a life without some of its steps is a life, too: proptest drops steps from one that breaks
//! a law until none can be dropped, and prints what is left.

extern crate std;

use proptest::collection::vec;
use proptest::num::u64::ANY;
use proptest::strategy::Strategy as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::cell::Cell;
use std::env;
use std::io::{stderr, Write as _};

/// How many lives are lived, of how many steps, from which seed: a suite's own budget, or what the environment says.
#[derive(Clone, Copy, Debug)]
pub struct Lives {
    /// `HELIOBOND_LIVES`.
    pub lives: u32,
    /// `HELIOBOND_STEPS`: the most steps of a life; lives are of any length up to that, of half as many on average.
    pub steps: usize,
    /// `HELIOBOND_SEED`.
    pub seed: u64,
}

impl Lives {
    /// The budget of a suite, which the environment may change.
    pub fn of(lives: u32, steps: usize, seed: u64) -> Self {
        let number = |name, default: u64| {
            env::var(name).ok().map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{name}: {text}")))
        };
        let is_one = env::var_os("HELIOBOND_LIFE").is_some();
        let lives = u32::try_from(number("HELIOBOND_LIVES", lives.into())).expect("HELIOBOND_LIVES");
        let lives = if is_one { 1 } else { lives };
        let steps = usize::try_from(number("HELIOBOND_STEPS", steps as u64)).expect("HELIOBOND_STEPS");
        Self { lives, steps, seed: number("HELIOBOND_SEED", seed) }
    }

    /// Lives them all. `live` panics where a law is broken; then the smallest life found that breaks one is printed.
    /// `HELIOBOND_LIFE`, the world's word and those of the steps, lives that one again.
    ///
    /// # Panics
    /// When a law is broken.
    pub fn live(self, name: &str, live: impl Fn(Chance, &[u64])) {
        let Self { lives, steps, seed } = self;
        if let Ok(life) = env::var("HELIOBOND_LIFE") {
            let mut words = life.split_whitespace().map(|word| word.parse().expect("HELIOBOND_LIFE"));
            let world = Chance::of(words.next().expect("HELIOBOND_LIFE"));
            live(world, &words.collect::<std::vec::Vec<u64>>());
            return;
        }
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_be_bytes());
        let config = Config {
            cases: lives,
            failure_persistence: None,
            max_shrink_time: 300_000,
            max_shrink_iters: 100_000,
            ..Config::default()
        };
        let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &key));
        let done = Cell::new(0_u64);
        let life = (ANY, vec(ANY.no_shrink(), 0..=steps));
        let outcome = runner.run(&life, |(world, words)| {
            live(Chance::of(world), &words);
            done.set(done.get() + words.len() as u64);
            Ok(())
        });
        if let Err(broken) = outcome {
            panic!("{name}, seed {seed}: {broken}");
        }
        // Past the capture of tests that pass: the log of every run says what was lived.
        let _ = writeln!(stderr(), "{name}: {lives} lives, {} steps, seed {seed}", done.get());
    }
}

/// What chance decides: always the same from the same word (xorshift64*).
#[derive(Clone, Copy, Debug)]
pub struct Chance(u64);

impl Chance {
    /// From a word of a life.
    pub fn of(word: u64) -> Self {
        Self(word.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn word(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// 0 to `bound - 1`.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.word() % bound
    }

    /// The place of one of so many.
    pub fn pick(&mut self, count: usize) -> usize {
        (self.word() % count as u64) as usize
    }

    pub fn one_in(&mut self, bound: u64) -> bool {
        self.below(bound) == 0
    }

    /// 1 to `most`, small numbers as often as big ones.
    pub fn amount(&mut self, most: i128) -> i128 {
        let scale = [1_000, 1_000_000, 1_000_000_000, most.max(1)][self.pick(4)];
        1 + i128::from(self.word()) % scale.min(most.max(1))
    }
}

#[cfg(test)]
mod test {
    use super::*;
    use std::cell::RefCell;
    use std::string::{String, ToString};
    use std::vec::Vec;

    const TEN: Lives = Lives { lives: 10, steps: 20, seed: 7 };

    #[test]
    fn the_same_seed_lives_the_same_lives() {
        let lived = || {
            let all = RefCell::new(Vec::new());
            TEN.live("lives", |mut world, words| all.borrow_mut().push((world.word(), words.to_vec())));
            all.into_inner()
        };
        let first = lived();
        assert_eq!(first.len(), 10);
        assert!(first.iter().all(|(_, words)| words.len() <= 20));
        assert!(first.iter().map(|(_, words)| words.len()).sum::<usize>() > 60);
        assert_ne!(first[0].0, first[1].0);
        assert_eq!(lived(), first);
    }

    #[test]
    fn what_breaks_a_law_is_made_small() {
        let broken = std::panic::catch_unwind(|| {
            // Two steps of one kind in eight break the law; all others are of no account.
            TEN.live("lives", |_, words| assert!(words.iter().filter(|word| *word % 8 == 3).count() < 2));
        });
        let text = broken.unwrap_err().downcast_ref::<String>().unwrap().to_string();
        assert!(text.contains("lives, seed 7"), "{text}");
        let steps = text.split("minimal failing input:").nth(1).unwrap();
        let count = steps.matches(char::is_numeric).count();
        // The world's word, and two steps of at most 20 digits.
        assert!((3..=60).contains(&count), "{steps}");
    }

    #[test]
    fn amounts_are_small_and_big_and_never_beyond_the_most() {
        let mut chance = Chance::of(1);
        let amounts: Vec<i128> = (0..400).map(|_| chance.amount(1_000_000_000_000)).collect();
        assert!(amounts.iter().all(|amount| (1..=1_000_000_000_000).contains(amount)));
        assert!(amounts.iter().filter(|amount| **amount <= 1_000).count() > 50);
        assert!(amounts.iter().filter(|amount| **amount > 1_000_000_000).count() > 50);
        assert_eq!((chance.amount(0), chance.amount(1)), (1, 1));
    }
}
