//! The tariff's guarantees, through its calls.

extern crate std;
use crate::{Tariff, TariffClient, TariffError};
use heliobond_common::{
    api::tariff::{Asset, Components, PriceAt, PriceData},
    governance::{Governance, MIN_UPGRADE_DELAY, WINDOW},
    testing::register,
};
use soroban_sdk::{
    symbol_short,
    testutils::{Address as _, Events as _, Ledger as _, MockAuth, MockAuthInvoke},
    vec, Address, Env, IntoVal, Val, Vec,
};
use std::vec::Vec as StdVec;

mod feeders;
mod words;

const NOW: u64 = 1_790_000_000;
const DAY: u64 = 86_400;
const MAX_AGE: u64 = 100 * DAY;
const BOUND_BPS: u32 = 2_500;

struct Setup {
    e: Env,
    admin: Address,
    trustee: Address,
    feeders: [Address; 2],
    tariff: TariffClient<'static>,
    retail: Asset,
}

fn setup() -> Setup {
    setup_with(2)
}

fn setup_with(feeder_count: usize) -> Setup {
    let e = Env::default();
    e.ledger().set_timestamp(NOW);
    let [admin, trustee] = core::array::from_fn(|_| Address::generate(&e));
    let feeders = [Address::generate(&e), Address::generate(&e)];
    let base = Asset::Stellar(Address::generate(&e));
    let governance = Governance { admin: admin.clone(), trustee: trustee.clone(), upgrade_delay: MIN_UPGRADE_DELAY };
    let first = Vec::from_slice(&e, &feeders[..feeder_count]);
    let id = register(&e, "tariff", Tariff, (governance, base, first, MAX_AGE, BOUND_BPS));
    let tariff = TariffClient::new(&e, &id);
    e.mock_all_auths();
    Setup { e, admin, trustee, feeders, tariff, retail: Asset::Other(symbol_short!("LUMA_RES")) }
}

impl Setup {
    fn set(&self, feeder: usize, price: i128, effective_at: u64) {
        self.tariff.set_price(&self.feeders[feeder], &self.retail, &price, &effective_at);
    }

    /// The first price, which both feeders say.
    fn first(&self, price: i128, effective_at: u64) {
        self.set(0, price, effective_at);
        self.set(1, price, effective_at);
    }

    /// The last call asked for the signature of this address and of no other.
    fn assert_signed_by(&self, who: &Address) {
        assert_eq!(self.signers(), core::slice::from_ref(who));
    }

    fn signers(&self) -> StdVec<Address> {
        self.e.auths().into_iter().map(|(address, _)| address).collect()
    }

    fn announces(&self) -> usize {
        self.e.events().all().filter_by_contract(&self.tariff.address).events().len()
    }

    fn try_set(&self, price: i128, effective_at: u64) -> Option<TariffError> {
        match self.tariff.try_set_price(&self.feeders[0], &self.retail, &price, &effective_at) {
            Err(Ok(error)) => Some(error),
            _ => None,
        }
    }

    fn last(&self) -> Option<i128> {
        self.tariff.lastprice(&self.retail).map(|data| data.price)
    }

    /// Lets exactly one address sign exactly one call.
    fn only(&self, who: &Address, fn_name: &str, args: Vec<Val>) {
        let invoke = MockAuthInvoke { contract: &self.tariff.address, fn_name, args, sub_invokes: &[] };
        self.e.mock_auths(&[MockAuth { address: who, invoke: &invoke }]);
    }
}

#[test]
fn a_price_within_the_bound_is_in_force_from_its_time_on() {
    let s = setup();
    s.first(2_000_000, NOW - 10);
    s.set(0, 2_500_000, NOW + DAY);
    s.assert_signed_by(&s.feeders[0]);
    assert_eq!(s.last(), Some(2_000_000), "a future price is not the last price");
    s.e.ledger().set_timestamp(NOW + DAY);
    assert_eq!(s.tariff.lastprice(&s.retail), Some(PriceData { price: 2_500_000, timestamp: NOW + DAY }));
}

#[test]
fn a_price_beyond_the_bound_waits_for_another_feeder_with_the_same_price_and_time() {
    let s = setup();
    s.first(2_000_000, NOW - 10);
    s.set(0, 4_000_000, NOW);
    assert_eq!(s.last(), Some(2_000_000));
    s.set(0, 4_000_000, NOW);
    assert_eq!(s.last(), Some(2_000_000), "the same feeder twice is one feeder");
    s.set(1, 4_000_001, NOW);
    assert_eq!(s.last(), Some(2_000_000), "another price replaces what waits");
    s.set(0, 4_000_001, NOW - 1);
    assert_eq!(s.last(), Some(2_000_000), "another time is another change");
    s.set(1, 4_000_001, NOW - 1);
    assert_eq!(s.last(), Some(4_000_001));
}

#[test]
fn small_steps_of_one_feeder_do_not_add_up_within_a_maximum_age() {
    let s = setup();
    s.first(2_000_000, NOW - MAX_AGE);
    s.set(0, 2_400_000, NOW - 20);
    s.set(0, 2_800_000, NOW - 10);
    assert_eq!(s.last(), Some(2_400_000), "2.8 is 40 % above 2.0, which was in force within the maximum age");
    s.set(1, 2_800_000, NOW - 10);
    assert_eq!(s.last(), Some(2_800_000));
    s.set(0, 3_400_000, NOW);
    assert_eq!(s.last(), Some(3_400_000), "what two feeders confirmed is the new reference");
}

#[test]
fn refusals_have_their_codes() {
    let s = setup();
    let stranger = Address::generate(&s.e);
    let refused = s.tariff.try_set_price(&stranger, &s.retail, &1, &NOW);
    assert_eq!(refused, Err(Ok(TariffError::NotFeeder)));
    assert_eq!(s.tariff.try_reaffirm(&s.feeders[0], &s.retail), Err(Ok(TariffError::NoPrice)));
    assert_eq!(s.try_set(0, NOW), Some(TariffError::BadPrice));
    assert_eq!(s.try_set(-1, NOW), Some(TariffError::BadPrice));
    assert_eq!(s.try_set(1, NOW + 366 * DAY + 1), Some(TariffError::TooFarAhead));
    assert_eq!(s.try_set(1, NOW + 366 * DAY), None, "a year ahead and a day");
    s.first(2_000_000, NOW);
    assert_eq!(s.try_set(2_000_000, NOW), Some(TariffError::NotLater));
    assert_eq!(s.try_set(2_000_000, NOW - 1), Some(TariffError::NotLater));
    assert_eq!(s.try_set(10_000_000_000_001, NOW + 1), Some(TariffError::BadPrice));
    s.set(0, 10_000_000_000_000, NOW + 1);
    assert_eq!(
        s.tariff.waiting(&s.retail).map(|said| said.price),
        Some(10_000_000_000_000),
        "the highest price is one"
    );
    assert_eq!(s.try_set(i128::MAX, NOW + 1), Some(TariffError::BadPrice));
    let huge = Components { base: i128::MAX, fuel: 1, purchase: 0 };
    let refused = s.tariff.try_set_components(&s.feeders[0], &s.retail, &huge, &(NOW + 1));
    assert_eq!(refused, Err(Ok(TariffError::Overflow)));
}

#[test]
fn a_price_is_stale_once_nobody_confirmed_it_for_longer_than_the_maximum_age() {
    let s = setup();
    s.first(2_000_000, NOW);
    let at = |timestamp| s.tariff.price_at(&s.retail, &timestamp).unwrap();
    assert_eq!(at(NOW + MAX_AGE), PriceAt { price: 2_000_000, effective_at: NOW, stale: false });
    assert!(at(NOW + MAX_AGE + 1).stale);
    s.e.ledger().set_timestamp(NOW + 10);
    s.tariff.reaffirm(&s.feeders[1], &s.retail);
    assert_eq!(s.e.auths()[0].0, s.feeders[1]);
    assert!(!at(NOW + MAX_AGE + 10).stale);
    assert!(at(NOW + MAX_AGE + 11).stale);
    s.set(0, 2_100_000, NOW + 2 * MAX_AGE);
    assert!(!at(NOW + 2 * MAX_AGE - 1).stale, "a price with a successor is known to hold until then");
}

#[test]
fn changes_are_found_before_between_and_after() {
    let s = setup();
    assert_eq!(s.tariff.price_at(&s.retail, &NOW), None);
    assert_eq!(s.tariff.next_change(&s.retail, &NOW), None);
    s.first(2_000_000, NOW - 20);
    s.set(0, 2_100_000, NOW - 10);
    s.set(0, 2_200_000, NOW + 10);
    assert_eq!(s.tariff.price_at(&s.retail, &(NOW - 21)), None);
    assert_eq!(s.tariff.price_at(&s.retail, &(NOW + 10)).unwrap().price, 2_200_000);
    let next = |after| s.tariff.next_change(&s.retail, &after);
    assert_eq!(next(NOW - 21), Some(NOW - 20));
    assert_eq!(next(NOW - 20), Some(NOW - 10));
    assert_eq!(next(NOW), Some(NOW + 10));
    assert_eq!(next(NOW + 10), None);
}

#[test]
fn sep_40_calls_answer_for_what_is_in_force() {
    let s = setup();
    assert_eq!(s.tariff.prices(&s.retail, &5), None);
    s.first(2_000_000, NOW - 20);
    s.set(0, 2_100_000, NOW - 10);
    s.set(0, 2_200_000, NOW + 10);
    let prices: StdVec<i128> = s.tariff.prices(&s.retail, &5).unwrap().iter().map(|data| data.price).collect();
    assert_eq!(prices, [2_100_000, 2_000_000]);
    assert_eq!(s.tariff.prices(&s.retail, &1).unwrap().len(), 1);
    assert_eq!(s.tariff.price(&s.retail, &(NOW - 11)).unwrap().price, 2_000_000);
    assert_eq!(s.tariff.price(&s.retail, &(NOW + 10)), None);
    assert_eq!(s.tariff.decimals(), 7);
    assert_eq!(s.tariff.resolution(), 100 * 86_400);
    assert_eq!(s.tariff.deviation_bps(), BOUND_BPS);
    assert_eq!(s.tariff.assets(), vec![&s.e, s.retail.clone()]);
    assert!(matches!(s.tariff.base(), Asset::Stellar(_)));
}

#[test]
fn the_history_is_bounded_and_keeps_the_price_in_force() {
    let s = setup();
    s.first(2_000_000, NOW);
    for n in 1..120 {
        s.set(0, 2_000_000, NOW + n);
    }
    assert_eq!(s.try_set(2_000_000, NOW + 120), Some(TariffError::TooManyChanges));
    assert_eq!(s.last(), Some(2_000_000));
    s.e.ledger().set_timestamp(NOW + 1);
    s.set(0, 2_000_000, NOW + 120);
    assert_eq!(s.tariff.price_at(&s.retail, &NOW), None, "the oldest is forgotten");
    assert_eq!(s.tariff.price_at(&s.retail, &(NOW + 1)).unwrap().effective_at, NOW + 1);
}

#[test]
fn the_number_of_assets_is_bounded() {
    let s = setup_with(1);
    for _ in 0..16 {
        let asset = Asset::Stellar(Address::generate(&s.e));
        s.tariff.set_price(&s.feeders[0], &asset, &1, &NOW);
    }
    assert_eq!(s.try_set(1, NOW), Some(TariffError::TooManyAssets));
}

#[test]
fn a_pause_stops_feeders_and_no_reader() {
    let s = setup();
    s.first(2_000_000, NOW);
    s.tariff.pause(&s.admin);
    assert_eq!(s.try_set(2_000_000, NOW + 1), Some(TariffError::Paused));
    assert_eq!(s.tariff.try_reaffirm(&s.feeders[0], &s.retail), Err(Ok(TariffError::Paused)));
    assert_eq!(s.last(), Some(2_000_000));
    assert_eq!(s.tariff.try_unpause(&s.feeders[0]), Err(Ok(TariffError::NotGuardian)));
    s.tariff.unpause(&s.admin);
    s.set(0, 2_000_000, NOW + 1);
}

#[test]
fn nothing_happens_without_the_signature_of_who_acts() {
    let s = setup();
    let [honest, other] = &s.feeders;
    let args: Vec<Val> = (honest, &s.retail, 2_000_000_i128, NOW).into_val(&s.e);
    s.only(other, "set_price", args.clone());
    assert!(s.tariff.try_set_price(honest, &s.retail, &2_000_000, &NOW).is_err());
    s.only(honest, "set_price", args);
    s.tariff.set_price(honest, &s.retail, &2_000_000, &NOW);
    s.only(other, "pause", (&s.admin,).into_val(&s.e));
    assert!(s.tariff.try_pause(&s.admin).is_err());
    for (call, args) in [
        ("offer_feeder", (other,).into_val(&s.e)),
        ("remove_feeder", (honest,).into_val(&s.e)),
        ("confirm_price", (&s.retail, 1_i128, NOW).into_val(&s.e)),
    ] {
        s.only(other, call, args);
    }
    assert!(s.tariff.try_offer_feeder(other).is_err());
    assert!(s.tariff.try_remove_feeder(honest).is_err());
    assert!(s.tariff.try_confirm_price(&s.retail, &1, &NOW).is_err());
}

#[test]
fn the_constructor_refuses_senseless_settings() {
    let e = Env::default();
    let [admin, trustee, feeder] = core::array::from_fn(|_| Address::generate(&e));
    let base = Asset::Stellar(Address::generate(&e));
    let built = |feeders: Vec<Address>, max_age: u64, bound_bps: u32| {
        let governance =
            Governance { admin: admin.clone(), trustee: trustee.clone(), upgrade_delay: MIN_UPGRADE_DELAY };
        let args = (governance, &base, feeders, max_age, bound_bps);
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| e.register(Tariff, args))).is_ok()
    };
    assert!(built(vec![&e, feeder.clone()], MAX_AGE, BOUND_BPS));
    assert!(!built(vec![&e], MAX_AGE, BOUND_BPS));
    assert!(!built(vec![&e, feeder.clone(), feeder.clone()], MAX_AGE, BOUND_BPS));
    assert!(!built(vec![&e, feeder.clone()], 0, BOUND_BPS));
    assert!(!built(vec![&e, feeder.clone()], MAX_AGE, 0));
    assert!(!built(vec![&e, feeder], MAX_AGE, 10_001));
}
