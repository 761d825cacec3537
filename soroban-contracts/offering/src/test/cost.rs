//! What a pushed claim costs beside a bare transfer, by the built contract that is kept with the clients.

extern crate std;

use super::fixture::{period, Wish, World, UNIT};
use soroban_sdk::testutils::Address as _;
use soroban_sdk::{Address, Vec};
use std::println;
use std::vec::Vec as StdVec;

const HOLDERS: usize = 1_000;
const BATCH: u32 = 56;

fn instructions(world: &World, act: impl FnOnce()) -> u64 {
    world.e.cost_estimate().budget().reset_unlimited();
    act();
    world.e.cost_estimate().budget().cpu_instruction_cost()
}

#[test]
fn a_claim_of_a_full_batch_costs_less_than_twice_a_bare_transfer() {
    let world = World::live_with(Wish { is_built: true, ..Wish::default() });
    let e = &world.e;
    world.earn(0, 30_000 * UNIT);
    world.at(period(1).record + 1);
    let lines: StdVec<(Address, i128)> = (0..HOLDERS).map(|_| (Address::generate(e), 12 * UNIT)).collect();
    let tree = world.propose(1, &lines, 0);
    world.attest(1, &tree);
    world.at(period(1).pay);
    world.offering.fund_coupon(&1);
    let offering = &world.offering;
    let first = 400;
    let mut leaves = Vec::new(e);
    for index in first..first + BATCH {
        world.fund(&lines[index as usize].0, 1);
        leaves.push_back(tree.leaf(e, index));
    }
    let batch = instructions(&world, || {
        assert_eq!(offering.pay_claims(&1, &leaves).iter().sum::<i128>(), i128::from(BATCH) * 12 * UNIT);
    });
    let events = e.cost_estimate().resources().contract_events_size_bytes;
    let (payer, payee) = (Address::generate(e), Address::generate(e));
    world.fund(&payer, 10 * UNIT);
    world.fund(&payee, 1);
    let bare = instructions(&world, || world.usd.transfer(&payer, &payee, &UNIT));
    let each = batch / u64::from(BATCH);
    println!(
        "a claim: {each} instructions of {BATCH}; a transfer: {bare}; {}.{:02}",
        each / bare,
        each * 100 / bare % 100
    );
    // The network lets a transaction announce 16,384 bytes: that is what binds a batch.
    let fits = 16_384 / (events / BATCH);
    println!("{events} bytes of events: {fits} leaves fit");
    assert!(each < 2 * bare && fits > BATCH);
}
