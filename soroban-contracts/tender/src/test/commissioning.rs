//! The metered test.

use super::fixture::{World, DAY, REQUIRED_WH, WINDOW};
use crate::error::TenderError;

#[test]
fn energy_and_time_count_from_the_last_measured_statement_on() {
    let (world, _) = World::works();
    let start = world.now();
    world.measure(start, 5_000_000);
    assert_eq!(world.tender.try_commission(&1), Err(Ok(TenderError::NoTest)));
    world.tender.start_commissioning(&1);
    assert_eq!(world.tender.try_commission(&1), Err(Ok(TenderError::NotEnoughEnergy)), "nothing of before counts");
    world.measure(start + WINDOW, 5_000_000 + REQUIRED_WH - 1);
    assert_eq!(world.tender.try_commission(&1), Err(Ok(TenderError::NotEnoughEnergy)));
    world.measure(start + WINDOW, 5_000_000 + REQUIRED_WH);
    world.pass(WINDOW);
    world.tender.commission(&1);
    assert_eq!(world.tender.live_at(), Some(start + WINDOW));
}

#[test]
fn a_test_that_took_too_long_is_repeated() {
    let (world, _) = World::works();
    let start = world.now();
    world.measure(start, 0);
    world.tender.start_commissioning(&1);
    assert_eq!(world.tender.try_start_commissioning(&1), Err(Ok(TenderError::TestRunning)));
    world.measure(start + WINDOW + 1, REQUIRED_WH);
    assert_eq!(world.tender.try_commission(&1), Err(Ok(TenderError::NotEnoughEnergy)));
    world.tender.start_commissioning(&1);
    world.measure(start + WINDOW + DAY, 2 * REQUIRED_WH);
    world.tender.commission(&1);
}

#[test]
fn a_silent_meter_passes_no_test() {
    let (world, _) = World::works();
    let silent_since = world.now();
    world.measure(silent_since, 0);
    world.pass(30 * DAY);
    world.tender.start_commissioning(&1);
    // One statement over the whole silence: the energy may all be older than the test.
    world.measure(world.now() + DAY, REQUIRED_WH);
    assert_eq!(world.tender.try_commission(&1), Err(Ok(TenderError::NotEnoughEnergy)));
}

#[test]
fn a_correction_below_the_start_is_no_energy() {
    let (world, _) = World::works();
    world.measure(world.now(), 5_000_000);
    world.tender.start_commissioning(&1);
    world.measure(world.now(), 4_000_000);
    assert_eq!(world.tender.try_commission(&1), Err(Ok(TenderError::NotEnoughEnergy)));
}

#[test]
fn the_system_is_announced_live_once() {
    let (world, _) = World::works();
    world.commission();
    assert!(world.town.is_live());
    assert_eq!(world.tender.try_commission(&1), Err(Ok(TenderError::NoTestNeeded)));
    assert_eq!(world.tender.try_start_commissioning(&1), Err(Ok(TenderError::NoTestNeeded)));
}

#[test]
fn an_offering_that_cannot_go_live_leaves_the_test_unpassed() {
    let (world, _) = World::works();
    world.town.close();
    world.measure(world.now(), 0);
    world.tender.start_commissioning(&1);
    world.measure(world.now() + DAY, REQUIRED_WH);
    assert_eq!(world.tender.try_commission(&1), Err(Ok(TenderError::GoLiveRefused)));
    assert_eq!(world.tender.live_at(), None);
}
