//! What one feeder's word is worth, and what a price is made of.

use super::*;

/// A fixed sequence of pseudo-random numbers for each seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}

#[test]
fn the_first_price_needs_a_second_feeder_where_there_is_one() {
    let s = setup();
    s.set(0, 2_000_000, NOW);
    assert_eq!(s.announces(), 1);
    assert_eq!((s.last(), s.tariff.assets().len()), (None, 0), "it takes no place either");
    assert_eq!(s.tariff.waiting(&s.retail).map(|waiting| waiting.price), Some(2_000_000));
    s.set(1, 2_000_000, NOW);
    assert_eq!((s.last(), s.tariff.assets().len()), (Some(2_000_000), 1));
    assert_eq!(s.tariff.waiting(&s.retail), None);
    let alone = setup_with(1);
    alone.set(0, 2_000_000, NOW);
    assert_eq!(alone.last(), Some(2_000_000));
}

#[test]
fn components_add_up_are_readable_and_are_forgotten_with_their_price() {
    let s = setup_with(1);
    let parts = Components { base: 1_500_000, fuel: 700_000, purchase: -200_000 };
    s.tariff.set_components(&s.feeders[0], &s.retail, &parts, &NOW);
    assert_eq!((s.signers(), s.announces()), (StdVec::from([s.feeders[0].clone()]), 1));
    assert_eq!(s.last(), Some(2_000_000));
    assert_eq!(s.tariff.components(&s.retail, &NOW), Some(parts.clone()));
    assert_eq!(s.tariff.components(&s.retail, &(NOW - 1)), None);
    for n in 1..120 {
        s.set(0, 2_000_000, NOW + n);
    }
    assert_eq!(s.tariff.components(&s.retail, &(NOW + 1)), None, "told as a whole");
    assert_eq!(s.tariff.components(&s.retail, &NOW), Some(parts));
    s.e.ledger().set_timestamp(NOW + 200);
    s.set(0, 2_000_000, NOW + 120);
    s.e.as_contract(&s.tariff.address, || {
        assert_eq!(crate::storage::components(&s.e, &s.retail, NOW), None);
    });
}

#[test]
fn a_second_feeder_confirms_the_same_components_only() {
    let s = setup();
    s.first(2_000_000, NOW - 10);
    let parts = |base, fuel| Components { base, fuel, purchase: 0 };
    s.tariff.set_components(&s.feeders[0], &s.retail, &parts(3_000_000, 1_000_000), &NOW);
    s.tariff.set_components(&s.feeders[1], &s.retail, &parts(2_000_000, 2_000_000), &NOW);
    assert_eq!(s.last(), Some(2_000_000));
    s.set(0, 4_000_000, NOW);
    assert_eq!(s.last(), Some(2_000_000), "the sum alone is another word");
    s.tariff.set_components(&s.feeders[1], &s.retail, &parts(2_000_000, 2_000_000), &NOW);
    s.tariff.set_components(&s.feeders[0], &s.retail, &parts(2_000_000, 2_000_000), &NOW);
    assert_eq!(s.last(), Some(4_000_000));
}

#[test]
fn a_late_price_says_what_was_in_force_while_the_old_one_was_stale() {
    let s = setup_with(1);
    s.set(0, 2_000_000, NOW);
    let month = NOW + MAX_AGE + 10 * DAY;
    s.e.ledger().set_timestamp(month + 30 * DAY);
    let at = |timestamp| s.tariff.price_at(&s.retail, &timestamp).unwrap();
    assert!(at(month).stale);
    s.set(0, 2_200_000, month);
    assert_eq!(at(month), PriceAt { price: 2_200_000, effective_at: month, stale: false });
    let before = PriceAt { price: 2_000_000, effective_at: NOW, stale: false };
    assert_eq!(at(month - 1), before, "what had been provisional before it is settled at the old price");
    assert_eq!(s.try_set(2_300_000, month), Some(TariffError::NotLater), "and nothing reaches back behind it");
}

#[test]
fn whatever_one_feeder_says_no_price_of_a_maximum_age_is_further_from_another_than_the_bound() {
    for seed in 1..=6 {
        let (s, mut dice) = (setup(), Dice(seed));
        s.first(2_000_000, NOW);
        let (mut now, mut at) = (NOW, NOW);
        for _ in 0..60 {
            now += dice.below(20 * DAY);
            at += 1 + dice.below(15 * DAY);
            s.e.ledger().set_timestamp(now);
            let price = 200_000 + i128::from(dice.below(4_000_000));
            let _ = s.tariff.try_set_price(&s.feeders[0], &s.retail, &price, &at.min(now + 300 * DAY));
            if dice.below(3) == 0 {
                let _ = s.tariff.try_reaffirm(&s.feeders[0], &s.retail);
            }
        }
        s.e.ledger().set_timestamp(now + 366 * DAY);
        let prices: StdVec<PriceData> = s.tariff.prices(&s.retail, &120).unwrap().iter().collect();
        for (n, later) in prices.iter().enumerate() {
            for earlier in prices[n + 1..].iter().filter(|earlier| earlier.timestamp + MAX_AGE > later.timestamp) {
                let moved = (later.price - earlier.price).abs() * 10_000;
                assert!(moved <= earlier.price * i128::from(BOUND_BPS), "seed {seed}: {earlier:?} to {later:?}");
            }
            assert!(prices.get(n + 1).is_none_or(|earlier| earlier.timestamp < later.timestamp));
        }
        assert!(prices.len() > 3, "seed {seed}: too few took effect to say anything");
    }
}
