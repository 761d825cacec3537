//! Which bid is best and what the best is paid. No `Env`: everything here is a function of its arguments.
//!
//! A bid's points do not depend on other bids: a sham bid cannot turn the order of two others, and who withdraws or
//! walks away leaves the order of the rest as it was.
//!
//! ```text
//! points = price_weight x (ceiling - price) x 10_000 + quality_weight x quality x ceiling
//! ```
//!
//! Weights and quality are basis points; the sum is exact, nothing is rounded. Equal points: the lower price, then the
//! earlier commitment.

use heliobond_common::math::BPS;

/// What the terms say about judging.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Rule {
    /// The most that may be paid, stroops.
    pub ceiling: i128,
    /// Weight of the price, basis points; above 0.
    pub price_weight_bps: u32,
    /// Weight of the quality, basis points; both make 10,000.
    pub quality_weight_bps: u32,
}

/// A revealed bid.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Candidate {
    /// Stroops, above 0 and at most the ceiling.
    pub price: i128,
    /// The evaluator's score, basis points.
    pub quality_bps: u32,
    /// Its place in the order of commitments.
    pub order: u32,
}

/// The points of a bid; `None` if a product leaves `i128`, impossible under [`crate::terms::MAX_AMOUNT`].
pub fn points(rule: &Rule, bid: &Candidate) -> Option<i128> {
    let saved = rule.ceiling.checked_sub(bid.price)?;
    let for_price = i128::from(rule.price_weight_bps).checked_mul(saved)?.checked_mul(BPS)?;
    for_price.checked_add(for_quality(rule, bid)?)
}

fn for_quality(rule: &Rule, bid: &Candidate) -> Option<i128> {
    let weight = i128::from(rule.quality_weight_bps).checked_mul(i128::from(bid.quality_bps))?;
    weight.checked_mul(rule.ceiling)
}

/// Whether one bid comes before another. Of two different bids exactly one does.
pub fn beats(rule: &Rule, one: &Candidate, other: &Candidate) -> Option<bool> {
    let (points_one, points_other) = (points(rule, one)?, points(rule, other)?);
    Some(if points_one == points_other {
        (one.price, one.order) < (other.price, other.order)
    } else {
        points_one > points_other
    })
}

/// The index of the best bid; `None` without bids or when a product leaves `i128`.
pub fn best(rule: &Rule, bids: impl Iterator<Item = Candidate>) -> Option<Candidate> {
    let mut best: Option<Candidate> = None;
    for bid in bids {
        match best {
            Some(leader) if !beats(rule, &bid, &leader)? => (),
            _ => best = Some(bid),
        }
    }
    best
}

/// What the winner is paid by the second price: the highest price with which its bid would still have been the best,
/// all else equal. Without a rival that is the ceiling.
///
/// Laws, for a winner that beats the rival: at least its own price, at most the ceiling; at that price it still beats
/// the rival, one stroop higher it does not or is above the ceiling.
///
/// `None` if a product leaves `i128`.
pub fn second_price(rule: &Rule, winner: &Candidate, rival: Option<&Candidate>) -> Option<i128> {
    let Some(rival) = rival else {
        return Some(rule.ceiling);
    };
    let lead_needed = points(rule, rival)?.checked_sub(for_quality(rule, winner)?)?;
    if lead_needed <= 0 {
        return still_winning(rule, winner, rival, rule.ceiling);
    }
    let per_stroop = i128::from(rule.price_weight_bps).checked_mul(BPS)?;
    let saved = lead_needed / per_stroop + i128::from(lead_needed % per_stroop != 0);
    still_winning(rule, winner, rival, rule.ceiling.checked_sub(saved)?)
}

/// The price itself, or a stroop less when a tie would be lost at it.
fn still_winning(rule: &Rule, winner: &Candidate, rival: &Candidate, price: i128) -> Option<i128> {
    let wins = beats(rule, &Candidate { price, ..*winner }, rival)?;
    Some(if wins { price } else { price - 1 })
}

#[cfg(test)]
mod test {
    use super::*;

    const ON_PRICE: Rule = Rule { ceiling: 1_000, price_weight_bps: 10_000, quality_weight_bps: 0 };
    const MIXED: Rule = Rule { ceiling: 1_000, price_weight_bps: 7_000, quality_weight_bps: 3_000 };

    const fn bid(price: i128, quality_bps: u32, order: u32) -> Candidate {
        Candidate { price, quality_bps, order }
    }

    #[test]
    fn the_lower_price_wins_then_the_earlier_commitment() {
        let bids = [bid(900, 0, 0), bid(800, 0, 1), bid(800, 0, 2)];
        assert_eq!(best(&ON_PRICE, bids.into_iter()), Some(bids[1]));
        assert_eq!(best(&ON_PRICE, [].into_iter()), None);
    }

    #[test]
    fn quality_outweighs_a_difference_of_price_by_the_weights() {
        // A tenth of the ceiling is 700 points of 10,000; as much as 2,334 bps of quality at 30 %.
        let cheap = bid(800, 5_000, 0);
        assert_eq!(beats(&MIXED, &bid(900, 7_334, 1), &cheap), Some(true));
        assert_eq!(beats(&MIXED, &bid(900, 7_333, 1), &cheap), Some(false));
    }

    #[test]
    fn equal_points_go_to_the_lower_price() {
        // 300 stroops at 70 % weigh as much as 7,000 bps of quality at 30 %.
        let (cheap, good) = (bid(600, 0, 1), bid(900, 7_000, 0));
        assert_eq!(points(&MIXED, &cheap), points(&MIXED, &good));
        assert_eq!(beats(&MIXED, &cheap, &good), Some(true));
        assert_eq!(beats(&MIXED, &good, &cheap), Some(false));
    }

    #[test]
    fn the_second_price_is_the_rivals_when_price_alone_counts() {
        assert_eq!(second_price(&ON_PRICE, &bid(700, 0, 0), Some(&bid(850, 0, 1))), Some(850));
        // The later one loses the tie at 850.
        assert_eq!(second_price(&ON_PRICE, &bid(700, 0, 1), Some(&bid(850, 0, 0))), Some(849));
        assert_eq!(second_price(&ON_PRICE, &bid(700, 0, 0), None), Some(1_000));
    }

    #[test]
    fn better_quality_is_worth_its_points_and_never_more_than_the_ceiling() {
        assert_eq!(second_price(&MIXED, &bid(700, 10_000, 0), Some(&bid(600, 0, 1))), Some(1_000));
        let (winner, rival) = (bid(700, 7_000, 0), bid(500, 0, 1));
        // A tie at 800 would go to the lower price.
        assert_eq!(second_price(&MIXED, &winner, Some(&rival)), Some(799));
    }

    #[test]
    fn what_leaves_the_type_has_no_points() {
        let rule = Rule { ceiling: i128::MAX, ..ON_PRICE };
        assert_eq!(points(&rule, &bid(1, 0, 0)), None);
        assert_eq!(second_price(&rule, &bid(1, 0, 0), Some(&bid(2, 0, 1))), None);
    }

    #[test]
    fn order_and_second_price_keep_their_laws() {
        let mut next = crate::random::sequence(0x5eed_0001);
        for _ in 0..50_000 {
            let price_weight_bps = u32::try_from(1 + next(10_000)).unwrap();
            // Small ceilings make ties, large ones exercise the width.
            let ceiling = if next(2) == 0 { 1 + next(30) } else { 1 + next(crate::terms::MAX_AMOUNT) };
            let rule = Rule { ceiling, price_weight_bps, quality_weight_bps: 10_000 - price_weight_bps };
            let bids: [Candidate; 4] = core::array::from_fn(|order| {
                bid(1 + next(ceiling), u32::try_from(next(10_001)).unwrap(), u32::try_from(order).unwrap())
            });
            for (one, other) in bids.iter().zip(bids.iter().skip(1)) {
                assert_ne!(beats(&rule, one, other), beats(&rule, other, one));
            }
            let winner = best(&rule, bids.into_iter()).unwrap();
            let others = || bids.into_iter().filter(|bid| bid.order != winner.order);
            assert!(others().all(|other| beats(&rule, &winner, &other) == Some(true)));

            let rival = best(&rule, others()).unwrap();
            let price = second_price(&rule, &winner, Some(&rival)).unwrap();
            assert!(winner.price <= price && price <= ceiling, "{winner:?} {rival:?} {rule:?} {price}");
            let paid = |price| Candidate { price, ..winner };
            assert!(others().all(|other| beats(&rule, &paid(price), &other) == Some(true)));
            assert!(price == ceiling || beats(&rule, &paid(price + 1), &rival) == Some(false));
        }
    }
}
