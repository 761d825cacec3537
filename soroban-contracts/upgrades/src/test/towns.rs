//! Energy, offering and tender from their previous release to today's build, while they are at work.

extern crate std;
use super::rehearsal::{built, previous, Stage, NOW};
use super::town::{Town, DAY, DIRECT, HOUR, SYSTEM, UNIT};
use heliobond_common::merkle;
use heliobond_offering::types::Leaf;
use heliobond_tender::types::Stage as Course;
use soroban_sdk::testutils::Address as _;
use soroban_sdk::token::TokenClient;
use soroban_sdk::{vec, Address, InvokeError, Vec};
use std::{format, string::String as StdString};

/// Upgrades one contract of a town and compares what `reads` says before and after.
fn rehearse(stage: &Stage, name: &str, contract: &Address, reads: impl Fn() -> StdString) {
    let governed = stage.governed(contract);
    governed.propose_upgrade(&stage.upload(&built(name)));
    stage.at(stage.e.ledger().timestamp() + stage.governance.upgrade_delay);
    let (version, before, governance) = (governed.version(), reads(), governed.governance());
    governed.upgrade();
    if governed.version() != version {
        governed.migrate();
    }
    match governed.try_migrate() {
        Err(Err(InvokeError::Contract(code))) => assert_eq!(code % 100, 88, "{name}: nothing is migrated twice"),
        other => panic!("{name}: {other:?}"),
    }
    assert_eq!(reads(), before, "{name}");
    assert_eq!((governed.governance(), governed.pending_upgrade()), (governance, None), "{name}");
}

#[test]
fn the_energy_contract_keeps_bills_readings_and_totals() {
    let stage = Stage::new();
    let town = Town::new(&stage, previous);
    let energy = &town.energy;
    stage.at(NOW + 10 * HOUR);
    energy.propose(&town.someone, &town.statement(1, NOW, NOW + 10 * HOUR, 100_001));
    let reading = town.reading(1, NOW + 10 * HOUR, 5);
    energy.report(&reading, &town.signed(&reading));
    energy.suspend(&town.governance.trustee, &DIRECT, &(NOW + DAY), &heliobond_common::api::energy::Mode::Island);
    let reads = || {
        let of = |system: &u32| {
            let party = (energy.status(system, &0), energy.decision(system, &0), energy.open_bills(system, &0));
            let books = (energy.system_state(system), energy.attested(system), energy.export_credit(system));
            let money = (energy.outstanding(system, &0), energy.export_due(system));
            format!("{party:?} {books:?} {money:?} {:?} {:?}", energy.suspensions(system), energy.proposals(system))
        };
        let head = energy.meter_head(&DIRECT, &1);
        format!("{} {} {head:?} {:?} {:?}", of(&SYSTEM), of(&DIRECT), energy.config(), energy.oracles())
    };
    rehearse(&stage, "energy", &energy.address, reads);
    let now = stage.e.ledger().timestamp();
    energy.propose(&town.someone, &town.statement(2, NOW + 10 * HOUR, now, 1_000));
    assert_eq!(energy.attested(&SYSTEM).measured_wh, 101_001, "and goes on");
}

#[test]
fn the_offering_keeps_its_terms_buckets_and_holders() {
    let stage = Stage::new();
    let town = Town::new(&stage, previous);
    let offering = &town.offering;
    stage.at(NOW + 10 * HOUR);
    town.energy.propose(&town.someone, &town.statement(1, NOW, NOW + 10 * HOUR, 100_000));
    town.usd.mint(&town.someone, &(200 * UNIT));
    offering.pay(&town.someone, &0, &(150 * UNIT));
    let reads = || {
        let fixed = (offering.terms(), offering.schedule(), offering.roles(), offering.links());
        let books = (offering.state(), offering.buckets(), offering.party_account(&0), offering.outstanding());
        let person = (offering.allowed(&town.someone), offering.deposit(&town.someone), offering.minted());
        format!("{fixed:?} {books:?} {person:?} {:?}", offering.call_date())
    };
    rehearse(&stage, "offering", &offering.address, reads);
    let before = offering.buckets();
    offering.pay(&town.someone, &0, &(50 * UNIT));
    assert_ne!(offering.buckets(), before, "and goes on");
}

#[test]
fn the_tender_keeps_its_bids_and_its_contract() {
    let stage = Stage::new();
    let town = Town::new(&stage, previous);
    let tender = &town.tender;
    let bidder = town.bidder();
    let price = 250_000 * UNIT;
    tender.commit(&1, &bidder, &town.commitment(&bidder, price), &town.hash(1));
    stage.at(NOW + 2 * DAY);
    tender.reveal(&1, &bidder, &price, &town.hash(2));
    stage.at(NOW + 4 * DAY);
    tender.approve(&1, &bidder);
    tender.award(&1);
    tender.accept(&1);
    tender.submit_evidence(&1, &0, &town.hash(9));
    let reads = || {
        let course = (tender.terms(&1), tender.tender(&1), tender.bids(&1), tender.milestones(&1));
        let money = (tender.bonds_held(), tender.committed(), tender.live_at(), tender.tenders());
        format!("{course:?} {money:?} {:?}", tender.offering())
    };
    rehearse(&stage, "tender", &tender.address, reads);
    tender.certify(&1, &0, &town.hash(9));
    assert_eq!(tender.tender(&1).stage, Course::Works, "and goes on");
}

/// A coupon of which the previous release paid a twelfth to each of three holders, none of them whole.
struct PaidInPart {
    town: Town,
    holders: [Address; 3],
    leaves: Vec<Leaf>,
}

const DUE: [i128; 3] = [9_000 * UNIT, 2_000 * UNIT, 1_000 * UNIT];
const PARTS: [i128; 3] = [750 * UNIT, 166_6666666, 83_3333333];

impl PaidInPart {
    fn new(stage: &Stage) -> Self {
        let town = Town::new(stage, previous);
        let (e, offering) = (&stage.e, &town.offering);
        offering.go_live();
        let holders = DUE.map(|_| Address::generate(e));
        let mut places = vec![e];
        for (index, (holder, amount)) in (0..).zip(holders.iter().zip(DUE)) {
            places.push_back(town.leaf(1, index, holder, amount));
        }
        let [first, second, third] = [0, 1, 2].map(|at| places.get_unchecked(at));
        let pair = merkle::node(e, &first, &second);
        let root = merkle::node(e, &pair, &third);
        let proofs = [vec![e, second, third.clone()], vec![e, first, third], vec![e, pair]];
        let mut leaves = vec![e];
        for (index, ((holder, amount), proof)) in (0..).zip(holders.iter().zip(DUE).zip(proofs)) {
            leaves.push_back(Leaf { holder: holder.clone(), index, amount, proof });
        }
        let period = offering.schedule().first_unchecked();
        stage.at(period.record + 1);
        let governance = &town.governance;
        offering.propose_coupon(&governance.admin, &1, &root, &(12_000 * UNIT), &3, &0, &0, &1, &root);
        offering.attest_coupon(&governance.admin, &1, &root);
        offering.attest_coupon(&governance.trustee, &1, &root);
        stage.at(period.pay);
        assert_eq!(offering.fund_coupon(&1), 1_000 * UNIT, "the reserve, which is all there is");
        assert_eq!(offering.pay_claims(&1, &leaves), Vec::from_array(e, PARTS));
        Self { town, holders, leaves }
    }

    /// The money comes; the rest is paid, once.
    fn is_made_good_once(&self) {
        let (town, leaves, e) = (&self.town, &self.leaves, &self.town.e);
        let offering = &town.offering;
        let now = e.ledger().timestamp();
        town.energy.propose(&town.someone, &town.statement(1, NOW, now, 10_000_000));
        town.usd.mint(&town.someone, &(20_000 * UNIT));
        offering.pay(&town.someone, &0, &(20_000 * UNIT));
        assert_eq!(offering.fund_coupon(&1), 11_000 * UNIT);
        assert_eq!(offering.claim(&1, &leaves.get_unchecked(1)), DUE[1] - PARTS[1], "one by hand");
        let rest = [DUE[0] - PARTS[0], 0, DUE[2] - PARTS[2]];
        assert_eq!(offering.pay_claims(&1, leaves), Vec::from_array(e, rest));
        assert_eq!(offering.pay_claims(&1, leaves), Vec::from_array(e, [0; 3]), "once");
        let token = TokenClient::new(e, &town.usd.address);
        for (holder, amount) in self.holders.iter().zip(DUE) {
            assert_eq!(token.balance(holder), amount);
        }
    }
}

// The previous release marked only leaves paid whole; today's build marks those paid in part, too, and must not take a
// leaf without a mark for one that got nothing.
#[test]
fn what_the_previous_release_paid_in_part_is_made_good_once() {
    let stage = Stage::new();
    let coupon = PaidInPart::new(&stage);
    let offering = &coupon.town.offering;
    let reads = || format!("{:?} {:?}", offering.coupon(&1), [0, 1, 2].map(|leaf| offering.claimed(&1, &leaf)));
    rehearse(&stage, "offering", &offering.address, reads);
    assert_eq!(offering.version(), 3);
    coupon.is_made_good_once();
}

#[test]
fn what_was_paid_in_part_is_made_good_once_before_the_storage_is_migrated_too() {
    let stage = Stage::new();
    let coupon = PaidInPart::new(&stage);
    let offering = stage.governed(&coupon.town.offering.address);
    offering.propose_upgrade(&stage.upload(&built("offering")));
    stage.at(stage.e.ledger().timestamp() + stage.governance.upgrade_delay);
    offering.upgrade();
    coupon.is_made_good_once();
    offering.migrate();
}
