//! Who may set prices, and who stands in for a second feeder.

use super::*;
use crate::events::PriceSet;
use soroban_sdk::Event as _;

#[test]
fn the_administrator_confirms_what_the_only_feeder_said_beyond_the_bound() {
    let s = setup_with(1);
    s.set(0, 2_000_000, NOW - 10);
    let confirm = |price: i128, at: u64| s.tariff.try_confirm_price(&s.retail, &price, &at);
    assert_eq!(confirm(9_000_000, NOW), Err(Ok(TariffError::NothingWaits)));
    s.set(0, 9_000_000, NOW);
    assert_eq!(s.last(), Some(2_000_000));
    assert_eq!(confirm(9_000_001, NOW), Err(Ok(TariffError::NothingWaits)), "exactly that");
    assert_eq!(confirm(9_000_000, NOW + 1), Err(Ok(TariffError::NothingWaits)));
    s.tariff.pause(&s.trustee);
    assert_eq!(confirm(9_000_000, NOW), Err(Ok(TariffError::Paused)));
    s.tariff.unpause(&s.trustee);
    let (asset, feeder) = (s.retail.clone(), s.admin.clone());
    let set = PriceSet { asset, feeder, price: 9_000_000, effective_at: NOW, confirmed: true, components: None };
    s.tariff.confirm_price(&s.retail, &9_000_000, &NOW);
    s.assert_signed_by(&s.admin);
    assert_eq!(s.e.events().all().filter_by_contract(&s.tariff.address), [set.to_xdr(&s.e, &s.tariff.address)]);
    assert_eq!(s.last(), Some(9_000_000));

    let two = setup();
    two.first(2_000_000, NOW - 10);
    two.set(0, 9_000_000, NOW);
    let refused = two.tariff.try_confirm_price(&two.retail, &9_000_000, &NOW);
    assert_eq!(refused, Err(Ok(TariffError::NotSoleFeeder)));
}

#[test]
fn an_administrator_who_is_the_only_feeder_confirms_nothing() {
    let s = setup_with(1);
    s.tariff.offer_role(&s.admin, &symbol_short!("admin"), &s.feeders[0]);
    s.tariff.accept_role(&symbol_short!("admin"));
    s.set(0, 2_000_000, NOW - 10);
    s.set(0, 9_000_000, NOW);
    let refused = s.tariff.try_confirm_price(&s.retail, &9_000_000, &NOW);
    assert_eq!(refused, Err(Ok(TariffError::NotSoleFeeder)));
}

#[test]
fn a_feeder_is_announced_can_be_vetoed_and_has_to_sign() {
    let s = setup_with(1);
    assert_eq!(s.tariff.try_accept_feeder(), Err(Ok(TariffError::NoFeederOffer)));
    s.tariff.offer_feeder(&s.feeders[1]);
    assert_eq!((s.signers(), s.announces()), (StdVec::from([s.admin.clone()]), 1));
    assert_eq!(s.tariff.try_accept_feeder(), Err(Ok(TariffError::TooEarly)));
    assert_eq!(s.tariff.try_cancel_feeder(&s.feeders[0]), Err(Ok(TariffError::NotPermitted)));
    s.tariff.cancel_feeder(&s.trustee);
    assert_eq!((s.signers(), s.announces()), (StdVec::from([s.trustee.clone()]), 1));
    s.e.ledger().set_timestamp(NOW + MIN_UPGRADE_DELAY);
    assert_eq!(s.tariff.try_accept_feeder(), Err(Ok(TariffError::NoFeederOffer)));

    s.tariff.offer_feeder(&s.feeders[1]);
    let ready_at = s.tariff.feeder_offer().unwrap().ready_at;
    assert_eq!(ready_at, NOW + 2 * MIN_UPGRADE_DELAY);
    s.e.ledger().set_timestamp(ready_at + WINDOW + 1);
    assert_eq!(s.tariff.try_accept_feeder(), Err(Ok(TariffError::NoFeederOffer)));
    s.e.ledger().set_timestamp(ready_at);
    s.only(&s.admin, "accept_feeder", ().into_val(&s.e));
    assert!(s.tariff.try_accept_feeder().is_err());
    s.only(&s.feeders[1], "accept_feeder", ().into_val(&s.e));
    s.tariff.accept_feeder();
    assert_eq!(s.announces(), 1);
    assert_eq!(s.tariff.feeders(), Vec::from_slice(&s.e, &s.feeders));
    assert_eq!(s.tariff.feeder_offer(), None);
    s.e.mock_all_auths();
    assert_eq!(s.tariff.try_offer_feeder(&s.feeders[1]), Err(Ok(TariffError::BadFeeders)));

    s.tariff.remove_feeder(&s.feeders[1]);
    s.tariff.offer_feeder(&s.feeders[1]);
    s.e.ledger().set_timestamp(s.tariff.feeder_offer().unwrap().ready_at + WINDOW);
    s.tariff.accept_feeder();
    assert_eq!(s.tariff.feeders(), Vec::from_slice(&s.e, &s.feeders), "the last second of the window counts");
}

#[test]
fn a_feeder_goes_at_once_with_what_it_said_and_never_the_last() {
    let s = setup();
    s.first(2_000_000, NOW - 10);
    s.set(0, 9_000_000, NOW);
    s.tariff.remove_feeder(&s.feeders[0]);
    assert_eq!((s.signers(), s.announces()), (StdVec::from([s.admin.clone()]), 1));
    assert_eq!(s.try_set(2_000_000, NOW), Some(TariffError::NotFeeder));
    s.set(1, 9_000_000, NOW);
    assert_eq!(s.last(), Some(2_000_000), "the word of a removed feeder is nobody's");
    assert_eq!(s.tariff.try_remove_feeder(&s.feeders[0]), Err(Ok(TariffError::NotFeeder)));
    assert_eq!(s.tariff.try_remove_feeder(&s.feeders[1]), Err(Ok(TariffError::LastFeeder)));
}
