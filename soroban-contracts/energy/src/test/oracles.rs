//! Who the oracles are, and governance.

extern crate std;
use super::*;
use crate::{events::StatementProposed, OracleChange};
use soroban_sdk::Event as _;

#[test]
fn other_oracles_wait_for_the_delay_and_can_be_vetoed() {
    let s = setup(2);
    let fresh = Vec::from_slice(&s.e, &[Address::generate(&s.e), Address::generate(&s.e), Address::generate(&s.e)]);
    assert_eq!(s.energy.try_change_oracles(), Err(Ok(EnergyError::NoOracleChange)));
    assert_eq!(s.energy.try_cancel_oracles(&s.trustee), Err(Ok(EnergyError::NoOracleChange)));
    assert_eq!(s.energy.try_propose_oracles(&fresh, &4), Err(Ok(EnergyError::BadThreshold)));
    assert_eq!(s.energy.try_propose_oracles(&vec![&s.e], &1), Err(Ok(EnergyError::BadOracles)));
    s.energy.propose_oracles(&fresh, &3);
    s.assert_signed_by(&s.admin);
    let ready_at = START + 24 * HOUR + DELAY;
    assert_eq!(s.energy.oracle_change(), Some(OracleChange { oracles: fresh.clone(), threshold: 3, ready_at }));
    assert_eq!(s.energy.try_change_oracles(), Err(Ok(EnergyError::TooEarly)));
    assert_eq!(s.energy.try_cancel_oracles(&s.oracles[0]), Err(Ok(EnergyError::NotPermitted)));
    s.energy.cancel_oracles(&s.trustee);
    s.assert_signed_by(&s.trustee);
    assert_eq!(s.energy.oracle_change(), None);

    s.energy.propose_oracles(&fresh, &3);
    s.at(ready_at);
    s.energy.change_oracles();
    s.assert_signed_by(&s.admin);
    assert_eq!((s.energy.oracles(), s.energy.config().threshold), (fresh, 3));
    let statement = s.statement(1, 10, 0, &[5, 5]);
    assert_eq!(s.refusal(&statement), EnergyError::NotOracle);
}

#[test]
fn a_bad_oracle_goes_at_once_and_its_word_with_it_while_enough_are_left() {
    let s = setup(2);
    let statement = s.statement(1, 10, 0, &[5, 5]);
    s.energy.propose(&s.oracles[0], &statement);
    let remove = |oracle: &Address| s.energy.try_remove_oracle(&s.trustee, oracle);
    assert_eq!(remove(&s.admin), Err(Ok(EnergyError::NotOracle)));
    assert_eq!(
        s.energy.try_remove_oracle(&s.oracles[1], &s.oracles[0]),
        Err(Ok(EnergyError::NotPermitted)),
        "oracles do not remove each other"
    );
    assert_eq!(remove(&s.oracles[0]), Ok(Ok(())));
    s.assert_signed_by(&s.trustee);
    assert_eq!(remove(&s.oracles[1]), Err(Ok(EnergyError::BadThreshold)), "never below the threshold");
    let hash = s.hash(&statement);
    assert_eq!(s.energy.countersign(&s.oracles[1], &1, &1, &hash), None, "one of the two words is gone");
    assert_eq!(s.energy.countersign(&s.oracles[2], &1, &1, &hash).unwrap().len(), 2);
}

#[test]
fn an_announced_statement_says_whether_other_oracles_say_differently() {
    let s = setup(3);
    let (one, other) = (s.statement(1, 10, 0, &[5, 5]), s.statement(1, 12, 0, &[5, 5]));
    let say = |oracle: &Address, statement: &Statement, disputed: bool| {
        s.energy.propose(oracle, statement);
        let told = s.e.events().all().filter_by_contract(&s.energy.address);
        let said = StatementProposed { system: 1, index: 1, hash: s.hash(statement), oracle: oracle.clone(), disputed };
        assert_eq!(told, [said.to_xdr(&s.e, &s.energy.address)]);
    };
    say(&s.oracles[0], &one, false);
    say(&s.oracles[1], &other, true);
    // It comes round: its later word replaces its former one, and nobody says otherwise any more.
    say(&s.oracles[1], &one, false);
}

#[test]
fn where_the_threshold_fell_saying_it_again_makes_it_final() {
    let s = setup(3);
    let statement = s.statement(1, 10, 0, &[5, 5]);
    for oracle in &s.oracles[..2] {
        assert_eq!(s.energy.propose(oracle, &statement), None);
    }
    assert_eq!(s.refusal(&statement), EnergyError::AlreadySigned);
    s.energy.propose_oracles(&Vec::from_array(&s.e, s.oracles.clone()), &2);
    s.at(START + 24 * HOUR + DELAY);
    s.energy.change_oracles();
    assert_eq!(s.bill(&statement).len(), 2, "two of two have said it");
}

#[test]
fn nobody_changes_oracles_without_the_signature_of_who_may() {
    let s = setup(1);
    let same = Vec::from_array(&s.e, s.oracles.clone());
    s.only(&s.trustee, "propose_oracles", (&same, 1_u32));
    assert!(s.energy.try_propose_oracles(&same, &1).is_err());
    s.only(&s.admin, "propose_oracles", (&same, 1_u32));
    s.energy.propose_oracles(&same, &1);
    s.at(START + 24 * HOUR + DELAY);
    s.only(&s.trustee, "change_oracles", ());
    assert!(s.energy.try_change_oracles().is_err());
    s.only(&s.oracles[0], "cancel_oracles", (&s.trustee,));
    assert!(s.energy.try_cancel_oracles(&s.trustee).is_err());
    s.only(&s.oracles[0], "remove_oracle", (&s.admin, &s.oracles[1]));
    assert!(s.energy.try_remove_oracle(&s.admin, &s.oracles[1]).is_err());
    s.only(&s.trustee, "set_exports", (1_u32, Exports::CashFeedIn));
    assert!(s.energy.try_set_exports(&1, &Exports::CashFeedIn).is_err());
}

#[test]
fn roles_and_upgrades_are_governed_under_the_contract_s_own_codes() {
    let s = setup(1);
    let (admin, king) = (symbol_short!("admin"), symbol_short!("king"));
    let hash = BytesN::from_array(&s.e, &[7; 32]);
    assert_eq!(s.energy.role(&admin), Some(s.admin.clone()));
    assert_eq!(s.energy.try_accept_role(&admin), Err(Ok(EnergyError::NoRoleOffer)));
    assert_eq!(s.energy.try_offer_role(&s.admin, &king, &s.feeder), Err(Ok(EnergyError::UnknownRole)));
    assert_eq!(s.energy.try_offer_role(&s.feeder, &admin, &s.feeder), Err(Ok(EnergyError::NotPermitted)));
    assert_eq!(s.energy.try_upgrade(), Err(Ok(EnergyError::NoUpgrade)));
    s.energy.propose_upgrade(&hash);
    s.assert_signed_by(&s.admin);
    assert_eq!(s.energy.try_upgrade(), Err(Ok(EnergyError::TooEarly)));
    s.energy.cancel_upgrade(&s.trustee);
    assert_eq!(s.energy.pending_upgrade(), None);
    assert_eq!(s.energy.try_migrate(), Err(Ok(EnergyError::NothingToMigrate)));
    s.energy.offer_role(&s.admin, &admin, &s.trustee);
    assert_eq!(s.energy.try_accept_role(&admin), Err(Ok(EnergyError::BadGovernance)));
    s.energy.offer_role(&s.admin, &admin, &s.feeder);
    s.energy.accept_role(&admin);
    s.assert_signed_by(&s.feeder);
    s.energy.offer_role(&s.feeder, &symbol_short!("trustee"), &s.admin);
    let settings = s.settings(1);
    s.only(&s.admin, "open_system", (2_u32, START, settings.clone()));
    assert!(s.energy.try_open_system(&2, &START, &settings).is_err(), "the former administrator");
}
