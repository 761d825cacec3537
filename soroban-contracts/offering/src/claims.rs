//! Claims: a coupon's money goes to the holders of its record date.

use crate::coupon::claimable;
use crate::error::OfferingError;
use crate::events::ClaimsPaid;
use crate::leaf::LeafBytes;
use crate::marks::Marks;
use crate::types::{Buckets, Coupon, Leaf};
use crate::{storage, token};
use heliobond_common::merkle::{self, Place};
use soroban_sdk::{vec, Env, Vec};

/// Leaves of one call that are proven together: more than a transaction of today's limits can pay.
const GROUP: usize = 64;

/// What [`claimed`] says of a leaf paid whole: more than any amount, since its amount stands in the leaf only.
pub const PAID_WHOLE: i128 = i128::MAX;

/// Pays one leaf to its holder. Anyone may call it.
pub fn claim(e: &Env, number: u32, leaf: Leaf) -> Result<i128, OfferingError> {
    let coupon = storage::coupon(e, number)?;
    let mut till = Till::open(e, number, &coupon);
    let claim = till.claimable(&leaf, false)?;
    till.take(&leaf, &claim);
    till.close();
    token::pay_out(e, &leaf.holder, claim.due)?;
    ClaimsPaid { number, indexes: vec![e, leaf.index], amounts: vec![e, claim.due] }.publish(e);
    Ok(claim.due)
}

/// Pays many leaves; one that cannot be paid, for whatever reason, gets 0 and blocks nobody. Anyone may call it.
pub fn pay_claims(e: &Env, number: u32, leaves: Vec<Leaf>) -> Result<Vec<i128>, OfferingError> {
    let coupon = storage::coupon(e, number)?;
    let mut till = Till::open(e, number, &coupon);
    let settlement = token::settlement(e, &storage::links(e));
    let contract = e.current_contract_address();
    let (mut paid, mut indexes, mut amounts) = (Vec::new(e), Vec::new(e), Vec::new(e));
    let mut group = Group::none();
    let mut from = 0;
    while from < leaves.len() {
        from += group.read(&leaves, from);
        let all_proven = till.proves_all(&group);
        for leaf in group.iter() {
            let claim = till.claimable(leaf, all_proven).unwrap_or(Claim { due: 0, before: 0 });
            let is_due = claim.due > 0;
            if is_due && matches!(settlement.try_transfer(&contract, &leaf.holder, &claim.due), Ok(Ok(()))) {
                till.take(leaf, &claim);
                indexes.push_back(leaf.index);
                amounts.push_back(claim.due);
                paid.push_back(claim.due);
            } else {
                paid.push_back(0);
            }
        }
    }
    till.close();
    if !indexes.is_empty() {
        ClaimsPaid { number, indexes, amounts }.publish(e);
    }
    Ok(paid)
}

/// What a leaf was paid so far; [`PAID_WHOLE`] when it was paid whole.
pub fn claimed(e: &Env, number: u32, index: u32) -> i128 {
    if Marks::of_coupon(e, number).is_whole(index) {
        PAID_WHOLE
    } else {
        storage::part(e, number, index)
    }
}

/// Leaves that stand side by side in a call, in memory.
struct Group {
    leaves: [Option<Leaf>; GROUP],
    len: usize,
}

impl Group {
    const fn none() -> Self {
        Self { leaves: [const { None }; GROUP], len: 0 }
    }

    /// Takes the leaves from that one on in, in place of those before; says how many.
    fn read(&mut self, all: &Vec<Leaf>, from: u32) -> u32 {
        let mut count = 0;
        for slot in self.leaves.iter_mut().take((all.len() - from) as usize) {
            *slot = all.get(from + count);
            count += 1;
        }
        self.len = count as usize;
        count
    }

    fn iter(&self) -> impl Iterator<Item = &Leaf> {
        self.leaves[..self.len].iter().flatten()
    }
}

/// What a leaf can be paid now, and what it was paid before.
struct Claim {
    due: i128,
    before: i128,
}

/// One coupon's money while leaves are paid: read once, written once.
struct Till<'a> {
    e: &'a Env,
    number: u32,
    coupon: &'a Coupon,
    bytes: LeafBytes,
    marks: Marks<'a>,
    /// Among them what all coupons hold for claims: less than is owed once unclaimed money was handed on.
    buckets: Buckets,
    taken: i128,
}

impl<'a> Till<'a> {
    fn open(e: &'a Env, number: u32, coupon: &'a Coupon) -> Self {
        let (bytes, marks) = (LeafBytes::of_coupon(e, number), Marks::of_coupon(e, number));
        Self { e, number, coupon, bytes, marks, buckets: storage::buckets(e), taken: 0 }
    }

    /// What the leaf can be paid now, more than 0; by its own proof unless it is proven already.
    ///
    /// What all leaves get never exceeds what the coupon was funded with, whatever a wrong root may say.
    fn claimable(&mut self, leaf: &Leaf, is_proven: bool) -> Result<Claim, OfferingError> {
        let Coupon { funded, total, paid, .. } = *self.coupon;
        if funded == 0 || leaf.amount <= 0 || self.marks.is_whole(leaf.index) {
            return Err(OfferingError::NothingToClaim);
        }
        if !is_proven && !self.proves(leaf) {
            return Err(OfferingError::BadProof);
        }
        let was_part = self.marks.may_be_part(leaf.index);
        let before = if was_part { storage::part(self.e, self.number, leaf.index) } else { 0 };
        let due = claimable(leaf.amount, funded, total, before)?;
        if due <= 0 || due > (funded - paid).min(self.buckets.coupons_unclaimed) - self.taken {
            return Err(OfferingError::NothingToClaim);
        }
        Ok(Claim { due, before })
    }

    /// Whether the leaf stands in the coupon's tree, by its own proof.
    fn proves(&mut self, leaf: &Leaf) -> bool {
        let bytes = self.bytes.bytes(self.e, leaf.index, &leaf.holder, leaf.amount);
        merkle::verify(self.e, &self.coupon.root, &bytes, leaf.index, self.coupon.leaf_count, &leaf.proof)
    }

    /// Whether all leaves of the group stand in the coupon's tree, the first ones' proofs helping the others.
    fn proves_all(&mut self, group: &Group) -> bool {
        let mut places = [Place::NONE; GROUP];
        for ((lender, leaf), place) in (0..).zip(group.iter()).zip(&mut places) {
            let hash = self.bytes.hash(self.e, leaf.index, &leaf.holder, leaf.amount);
            *place = Place::leaf(leaf.index, hash, lender);
        }
        let Coupon { root, leaf_count, .. } = self.coupon;
        merkle::verify_together(self.e, root, *leaf_count, &mut places[..group.len], |lender, nth| {
            group.leaves[lender as usize].as_ref()?.proof.get(nth)
        })
    }

    /// Notes that the leaf was paid what was due.
    fn take(&mut self, leaf: &Leaf, Claim { due, before }: &Claim) {
        if before + due == leaf.amount {
            self.marks.set_whole(leaf.index);
            if *before > 0 {
                storage::set_part(self.e, self.number, leaf.index, None);
            }
        } else {
            self.marks.set_part(leaf.index);
            storage::set_part(self.e, self.number, leaf.index, Some(before + due));
        }
        self.taken += due;
    }

    fn close(mut self) {
        if self.taken == 0 {
            return;
        }
        self.marks.store();
        let paid = self.coupon.paid + self.taken;
        storage::set_coupon(self.e, self.number, &Coupon { paid, ..self.coupon.clone() });
        self.buckets.coupons_unclaimed -= self.taken;
        storage::set_buckets(self.e, &self.buckets);
    }
}
