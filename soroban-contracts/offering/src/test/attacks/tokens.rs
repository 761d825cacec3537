//! Tokens that lie or call back, and money of one party passed off as another's.

use crate::error::OfferingError;
use crate::test::fixture::{asset_xdr, Wish, World, UNIT};
use heliobond_common::testing::register;
use soroban_sdk::testutils::Address as _;
use soroban_sdk::{contract, contractimpl, Address, Env, String, Symbol};

/// Claims to be a token of 7 decimals; on a transfer it calls back into the offering that it was told.
#[contract]
struct Hostile;

#[contractimpl]
impl Hostile {
    pub fn aim(e: Env, offering: Address) {
        e.storage().instance().set(&Symbol::new(&e, "aim"), &offering);
    }

    pub fn decimals() -> u32 {
        7
    }

    pub fn name(e: Env) -> String {
        String::from_str(&e, "USDC")
    }

    pub fn balance(_e: Env, _id: Address) -> i128 {
        1_000_000 * UNIT
    }

    pub fn transfer(e: Env, _from: Address, _to: Address, _amount: i128) {
        let offering: Address = e.storage().instance().get(&Symbol::new(&e, "aim")).unwrap();
        crate::OfferingClient::new(&e, &offering).collect(&0);
    }

    pub fn admin(e: Env) -> Address {
        e.storage().instance().get(&Symbol::new(&e, "aim")).unwrap()
    }
}

// No money can come before the launch, and no token of somebody's making passes it.
#[test]
fn a_settlement_token_that_could_call_back_never_gets_past_the_launch() {
    let world = World::draft_with(Wish::default());
    let e = &world.e;
    let hostile = e.register(Hostile, ());
    let links = world.offering.links();
    let terms = crate::types::Terms { settlement: hostile.clone(), ..world.offering.terms() };
    let args = (world.roles.clone(), links.registry, links.energy, links.system, terms, world.offering.schedule());
    let collections = soroban_sdk::Vec::from_slice(e, &world.collections);
    let other = register(e, "offering", crate::Offering, (args.0, args.1, args.2, args.3, args.4, args.5, collections));
    HostileClient::new(e, &hostile).aim(&other);
    let offering = crate::OfferingClient::new(e, &other);
    let asset = asset_xdr(e, &crate::test::fixture::bond_asset(e, &other));
    assert_eq!(offering.try_launch(&asset), Err(Ok(OfferingError::BadSettlement)));
    let investor = Address::generate(e);
    assert_eq!(offering.try_invest(&investor, &UNIT), Err(Ok(OfferingError::WrongState)));
    assert_eq!(offering.try_pay(&investor, &0, &UNIT), Err(Ok(OfferingError::WrongState)));
    assert_eq!(offering.try_collect(&0), Err(Ok(OfferingError::WrongState)));
}

// The bond's contract is derived from the asset: nobody can name another one.
#[test]
fn a_bond_contract_of_somebodys_own_is_never_asked() {
    let world = World::draft_with(Wish::default());
    let e = &world.e;
    let somebody = e.register_stellar_asset_contract_v2(Address::generate(e));
    assert_eq!(world.offering.try_launch(&asset_xdr(e, &somebody)), Err(Ok(OfferingError::NotBondAdmin)));
    // The stablecoin as its own bond.
    let usd = e.register_stellar_asset_contract_v2(world.offering.address.clone());
    assert_ne!(usd.address(), world.usd.address);
    world.offering.launch(&asset_xdr(e, &world.bond_contract));
    assert_eq!(world.offering.bond(), Some(world.bond.address.clone()));
}

#[test]
fn money_is_credited_to_the_party_whose_account_it_came_from_whoever_collects() {
    let world = World::live();
    world.fund(&world.collections[1], 500 * UNIT);
    world.utility.bill(&0, &(500 * UNIT));
    world.utility.bill(&1, &(200 * UNIT));
    world.e.set_auths(&[]);
    assert_eq!(world.offering.try_collect(&0), Err(Ok(OfferingError::NothingToCollect)), "not with another's money");
    let receipt = world.offering.collect(&1);
    assert_eq!((receipt.party, receipt.pulled, receipt.surplus), (1, 500 * UNIT, 300 * UNIT));
    assert_eq!(world.energy.outstanding(&world.system, &0), 500 * UNIT);
    assert_eq!((world.offering.party_account(&0).credit, world.offering.party_account(&1).credit), (0, 300 * UNIT));
}

#[test]
fn an_account_of_one_party_cannot_become_anothers() {
    let world = World::live();
    let taken = world.offering.try_set_collection(&0, &world.collections[1]);
    assert_eq!(taken, Err(Ok(OfferingError::BadCollections)));
    let own = world.offering.try_set_collection(&0, &world.offering.address);
    assert_eq!(own, Err(Ok(OfferingError::BadCollections)));
}

#[test]
fn an_energy_contract_that_says_it_applied_what_it_could_not_is_refused_and_nothing_moves() {
    let world = World::live();
    let payer = world.wallet(9);
    world.fund(&payer, 10 * UNIT);
    world.utility.bill(&0, &(10 * UNIT));
    world.utility.bill_export(&(10 * UNIT));
    let before = world.offering.buckets();
    for lie in [-1, 10 * UNIT + 1] {
        world.utility.lie(&lie);
        let paid = world.offering.try_pay(&payer, &0, &(10 * UNIT));
        assert_eq!(paid, Err(Ok(OfferingError::EnergyMismatch)));
        let exported = world.offering.try_pay_export(&payer, &(10 * UNIT));
        assert_eq!(exported, Err(Ok(OfferingError::EnergyMismatch)));
    }
    assert_eq!((world.offering.buckets(), world.usd.balance(&payer)), (before, 10 * UNIT));
}
