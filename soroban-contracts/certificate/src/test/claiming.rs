//! Holders and donors get what is theirs, once, whatever the others do.

extern crate std;
use super::fixture::{account, World, MWH, NOW, ONE, SYSTEM};
use crate::{CertificateError, DonorLeaf, Kind, Policy};
use heliobond_common::merkle;
use soroban_sdk::testutils::Address as _;
use soroban_sdk::xdr::{Limits, ScAddress, WriteXdr};
use soroban_sdk::{vec, Address, Bytes, BytesN, Env, Vec};
use std::vec::Vec as StdVec;

/// A tree of three leaves, built by the published definition.
pub struct Donors {
    root: BytesN<32>,
    leaves: [DonorLeaf; 3],
}

fn leaf_bytes(e: &Env, contract: &Address, system: u32, index: u32, holder: &Address, units: i128) -> Bytes {
    let ScAddress::Contract(id) = ScAddress::from(contract) else { panic!("it is a contract") };
    let mut bytes = StdVec::new();
    bytes.extend(e.ledger().network_id().to_array());
    bytes.extend(id.0 .0);
    bytes.extend(system.to_be_bytes());
    bytes.extend(index.to_be_bytes());
    bytes.extend(ScAddress::from(holder).to_xdr(Limits::none()).unwrap());
    bytes.extend(units.to_be_bytes());
    Bytes::from_slice(e, &bytes)
}

impl Donors {
    pub fn new(w: &World, holders: [&Address; 3], units: [i128; 3]) -> Self {
        let e = &w.e;
        let hash: [BytesN<32>; 3] = core::array::from_fn(|n| {
            let index = u32::try_from(n).unwrap();
            merkle::leaf(e, &leaf_bytes(e, &w.certificate.address, SYSTEM, index, holders[n], units[n]))
        });
        let left = merkle::node(e, &hash[0], &hash[1]);
        let root = merkle::node(e, &left, &hash[2]);
        let proofs =
            [vec![e, hash[1].clone(), hash[2].clone()], vec![e, hash[0].clone(), hash[2].clone()], vec![e, left]];
        let leaves = core::array::from_fn(|n| DonorLeaf {
            holder: holders[n].clone(),
            index: u32::try_from(n).unwrap(),
            units: units[n],
            proof: proofs[n].clone(),
        });
        Self { root, leaves }
    }

    pub fn policy(&self, w: &World, units: i128) -> Policy {
        let mut policy = w.policy();
        (policy.owner_bps, policy.donors_bps) = (0, 10_000);
        policy.donors_root = self.root.clone();
        policy.donors_units = units;
        policy.donors_count = 3;
        policy
    }

    fn claim(&self, w: &World, places: &[usize]) -> StdVec<i128> {
        let mut leaves = Vec::new(&w.e);
        for place in places {
            leaves.push_back(self.leaves[*place].clone());
        }
        w.certificate.claim_units(&SYSTEM, &Kind::Rec, &self.root, &leaves).iter().collect()
    }
}

fn with_donors(units: [i128; 3], told: i128) -> (World, Donors) {
    let w = World::new();
    let holders: [Address; 3] = core::array::from_fn(|_| Address::generate(&w.e));
    let donors = Donors::new(&w, [&holders[0], &holders[1], &holders[2]], units);
    w.certificate.open(&SYSTEM, &w.assets(), &donors.policy(&w, told));
    (w, donors)
}

#[test]
fn a_holder_gets_what_is_due_once() {
    let w = World::open();
    w.measure(2 * MWH, NOW);
    assert_eq!(w.claim(Kind::Rec, &w.owner), 2 * ONE);
    assert_eq!(w.announces(), 1);
    assert_eq!(w.recs().balance(&w.owner), 2 * ONE);
    assert_eq!(w.claim(Kind::Rec, &w.owner), 0);
    assert_eq!(w.claim(Kind::Carbon, &w.owner), 0, "a REC is no carbon certificate");
    assert_eq!(w.certificate.totals(&SYSTEM, &Kind::Rec).minted, 2 * ONE);
    w.assert_whole();
}

#[test]
fn a_holder_without_a_trustline_loses_nothing_and_delays_nobody() {
    let w = World::open_under(|_, policy| (policy.owner_bps, policy.parties_bps) = (5_000, 5_000));
    let bare = account(&w.e, 7);
    w.registry.transfer_party(&SYSTEM, &0, &bare);
    w.measure(MWH, NOW);
    let all = vec![&w.e, bare.clone(), w.owner.clone(), w.parties[1].clone()];
    let paid = w.certificate.claim(&SYSTEM, &Kind::Rec, &all);
    assert_eq!(paid, vec![&w.e, 0, 5_000_000, 1_500_000]);
    assert_eq!(w.due(Kind::Rec, &bare), 3_500_000);
    w.measure(2 * MWH, NOW + 1);
    w.rec_admin().trust(&bare);
    assert_eq!(w.claim(Kind::Rec, &bare), 7_000_000, "all of it, later");
    assert_eq!(w.recs().balance(&bare), 7_000_000);
    w.assert_whole();
}

#[test]
fn donors_get_the_floor_of_their_share_however_often_they_claim() {
    let (w, donors) = with_donors([1, 2, 4], 7);
    w.measure(MWH, NOW);
    assert_eq!(donors.claim(&w, &[0]), [ONE / 7]);
    assert_eq!(donors.claim(&w, &[0, 0]), [0, 0], "twice in one call is twice");
    w.measure(2 * MWH, NOW + 1);
    assert_eq!(donors.claim(&w, &[0]), [2 * ONE / 7 - ONE / 7]);
    assert_eq!(donors.claim(&w, &[2, 1, 0]), [8 * ONE / 7, 4 * ONE / 7, 0]);
    let pot = w.certificate.donors(&SYSTEM, &Kind::Rec, &donors.root).unwrap();
    assert!(pot.certified - pot.claimed < 3, "dust below a stroop a leaf");
    assert_eq!(w.certificate.donor_got(&SYSTEM, &Kind::Rec, &donors.root, &2), 8 * ONE / 7);
    w.assert_whole();
}

#[test]
fn the_first_donor_to_claim_takes_nothing_of_the_others() {
    let (w, donors) = with_donors([5, 5, 90], 100);
    w.measure(10 * MWH, NOW);
    for _ in 0..4 {
        donors.claim(&w, &[0]);
    }
    let balance = |place: usize| w.recs().balance(&donors.leaves[place].holder);
    assert_eq!(balance(0), ONE / 2);
    assert_eq!(donors.claim(&w, &[2, 1]), [9 * ONE, ONE / 2]);
}

#[test]
fn a_tree_with_more_units_than_were_told_never_yields_more_than_was_certified() {
    let (w, donors) = with_donors([60, 60, 60], 100);
    w.measure(MWH, NOW);
    assert_eq!(donors.claim(&w, &[0, 1, 2]), [6_000_000, 4_000_000, 0]);
    w.assert_whole();
    let (greedy, tree) = with_donors([1_000, 1, 1], 100);
    greedy.measure(MWH, NOW);
    assert_eq!(tree.claim(&greedy, &[0]), [ONE], "a share is at most the whole");
}

#[test]
fn a_leaf_of_another_place_holder_or_amount_is_refused() {
    let (w, donors) = with_donors([1, 2, 4], 7);
    w.measure(MWH, NOW);
    let forged = |change: &dyn Fn(&mut DonorLeaf)| {
        let mut leaf = donors.leaves[0].clone();
        change(&mut leaf);
        let result = w.certificate.try_claim_units(&SYSTEM, &Kind::Rec, &donors.root, &vec![&w.e, leaf]);
        assert_eq!(result, Err(Ok(CertificateError::BadProof)));
    };
    forged(&|leaf| leaf.units = 2);
    forged(&|leaf| leaf.units = 0);
    forged(&|leaf| leaf.index = 1);
    forged(&|leaf| leaf.holder = w.owner.clone());
    forged(&|leaf| leaf.proof = vec![&w.e]);
    let other = BytesN::from_array(&w.e, &[9; 32]);
    let unknown = w.certificate.try_claim_units(&SYSTEM, &Kind::Rec, &other, &vec![&w.e]);
    assert_eq!(unknown, Err(Ok(CertificateError::NoDonors)));
    let carbon = w.certificate.try_claim_units(&SYSTEM, &Kind::Carbon, &donors.root, &vec![&w.e]);
    assert_eq!(carbon, Err(Ok(CertificateError::NoDonors)), "a claim of RECs is no claim of carbon");
}

#[test]
fn the_units_of_known_donors_never_change() {
    let (w, donors) = with_donors([1, 2, 4], 7);
    w.measure(MWH, NOW);
    let refused = w.certificate.try_announce_policy(&SYSTEM, &donors.policy(&w, 8));
    assert_eq!(refused, Err(Ok(CertificateError::DonorsDiffer)));
    w.certificate.announce_policy(&SYSTEM, &donors.policy(&w, 7));
}

#[test]
fn a_donor_without_a_trustline_keeps_the_share() {
    let w = World::new();
    let bare = account(&w.e, 7);
    let donors = Donors::new(&w, [&bare, &w.owner, &w.trustee], [1, 1, 2]);
    w.certificate.open(&SYSTEM, &w.assets(), &donors.policy(&w, 4));
    w.measure(MWH, NOW);
    assert_eq!(donors.claim(&w, &[0, 1, 2]), [0, ONE / 4, ONE / 2]);
    w.rec_admin().trust(&bare);
    assert_eq!(donors.claim(&w, &[0]), [ONE / 4]);
    assert_eq!(w.announces(), 1);
    assert_eq!(donors.claim(&w, &[0]), [0]);
    assert_eq!(w.announces(), 0, "nothing is due any more, and nothing is announced");
    let pot = w.certificate.donors(&SYSTEM, &Kind::Rec, &donors.root).unwrap();
    assert_eq!(pot.claimed, pot.certified);
}
