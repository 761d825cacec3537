//! What stops an upgrade, on the real code: nobody's signature, no time, the veto, another hash, too late.

extern crate std;
use super::rehearsal::{built, next, Stage, NOW};
use crate::NextError;
use heliobond_common::governance::{MIN_UPGRADE_DELAY, WINDOW};
use soroban_sdk::testutils::{Address as _, MockAuth, MockAuthInvoke};
use soroban_sdk::{Address, BytesN, IntoVal, Val, Vec};

fn registry(stage: &Stage) -> Address {
    stage.deploy(&built("registry"), (stage.governance.clone(), Address::generate(&stage.e)))
}

#[test]
fn neither_early_nor_late_nor_twice() {
    let stage = Stage::new();
    let contract = registry(&stage);
    let governed = stage.governed(&contract);
    governed.propose_upgrade(&stage.upload(&next()));
    stage.at(NOW + MIN_UPGRADE_DELAY - 1);
    assert_eq!(governed.try_upgrade(), Err(Ok(NextError::TooEarly)));
    stage.at(NOW + MIN_UPGRADE_DELAY + WINDOW + 1);
    assert_eq!(governed.try_upgrade(), Err(Ok(NextError::NoUpgrade)));
    assert_eq!(governed.version(), 1);
    stage.at(NOW + MIN_UPGRADE_DELAY + WINDOW);
    governed.upgrade();
    assert_eq!(governed.version(), 2);
    assert_eq!(governed.try_upgrade(), Err(Ok(NextError::NoUpgrade)));
}

#[test]
fn the_trustee_s_veto_ends_it() {
    let stage = Stage::new();
    let contract = registry(&stage);
    let governed = stage.governed(&contract);
    governed.propose_upgrade(&stage.upload(&next()));
    stage.at(NOW + MIN_UPGRADE_DELAY);
    governed.cancel_upgrade(&stage.governance.trustee);
    assert_eq!(stage.e.auths()[0].0, stage.governance.trustee);
    assert_eq!(governed.try_upgrade(), Err(Ok(NextError::NoUpgrade)));
    assert_eq!(governed.version(), 1);
}

#[test]
fn a_hash_that_nobody_uploaded_changes_nothing() {
    let stage = Stage::new();
    let contract = registry(&stage);
    let governed = stage.governed(&contract);
    governed.propose_upgrade(&BytesN::from_array(&stage.e, &[7; 32]));
    stage.at(NOW + MIN_UPGRADE_DELAY);
    assert!(governed.try_upgrade().is_err());
    assert_eq!(governed.version(), 1);
    assert!(governed.pending_upgrade().is_some(), "the announcement stays and can be cancelled");
}

#[test]
fn code_announced_later_waits_its_own_time() {
    let stage = Stage::new();
    let contract = registry(&stage);
    let governed = stage.governed(&contract);
    governed.propose_upgrade(&stage.upload(&built("registry")));
    stage.at(NOW + MIN_UPGRADE_DELAY);
    governed.propose_upgrade(&stage.upload(&next()));
    assert_eq!(governed.try_upgrade(), Err(Ok(NextError::TooEarly)), "an aged announcement lends its age to no other");
}

#[test]
fn only_the_administrator_announces_and_installs() {
    let stage = Stage::new();
    let contract = registry(&stage);
    let governed = stage.governed(&contract);
    let hash = stage.upload(&next());
    let only = |who: &Address, fn_name: &str, args: Vec<Val>| {
        let invoke = MockAuthInvoke { contract: &contract, fn_name, args, sub_invokes: &[] };
        stage.e.mock_auths(&[MockAuth { address: who, invoke: &invoke }]);
    };
    let stranger = Address::generate(&stage.e);
    for who in [&stage.governance.trustee, &stranger] {
        only(who, "propose_upgrade", (&hash,).into_val(&stage.e));
        assert!(governed.try_propose_upgrade(&hash).is_err());
    }
    only(&stage.governance.admin, "propose_upgrade", (&hash,).into_val(&stage.e));
    governed.propose_upgrade(&hash);
    stage.at(NOW + MIN_UPGRADE_DELAY);
    for who in [&stage.governance.trustee, &stranger] {
        only(who, "upgrade", ().into_val(&stage.e));
        assert!(governed.try_upgrade().is_err());
        only(who, "cancel_upgrade", (&stage.governance.trustee,).into_val(&stage.e));
    }
    assert!(governed.try_cancel_upgrade(&stage.governance.trustee).is_err(), "the veto is the trustee's own");
    only(&stage.governance.admin, "upgrade", ().into_val(&stage.e));
    governed.upgrade();
    assert_eq!(governed.version(), 2);
}
