//! Claims: a coupon's money goes to the holders of its record date.

use crate::coupon::claimable;
use crate::error::OfferingError;
use crate::events::ClaimsPaid;
use crate::leaf::LeafBytes;
use crate::path::Path;
use crate::types::{Coupon, Leaf};
use crate::{storage, token};
use soroban_sdk::{vec, Bytes, Env, Vec};

/// Leaves of one bitmap entry.
const CHUNK_LEAVES: u32 = 1_024;

/// What [`claimed`] says of a leaf paid whole: more than any amount, since its amount stands in the leaf only.
pub const PAID_WHOLE: i128 = i128::MAX;

/// Pays one leaf to its holder. Anyone may call it.
pub fn claim(e: &Env, number: u32, leaf: Leaf) -> Result<i128, OfferingError> {
    let coupon = storage::coupon(e, number)?;
    let mut till = Till::open(e, number, &coupon);
    let claim = till.claimable(&leaf)?;
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
    for leaf in leaves.iter() {
        let claim = till.claimable(&leaf).unwrap_or(Claim { due: 0, before: 0 });
        let possible = claim.due > 0;
        if possible && matches!(settlement.try_transfer(&contract, &leaf.holder, &claim.due), Ok(Ok(()))) {
            till.take(&leaf, &claim);
            indexes.push_back(leaf.index);
            amounts.push_back(claim.due);
            paid.push_back(claim.due);
        } else {
            paid.push_back(0);
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
    match storage::whole(e, number, index / CHUNK_LEAVES) {
        Some(bits) if Bits::is_set(&bits, index) => PAID_WHOLE,
        _ => storage::part(e, number, index),
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
    path: Path<'a>,
    bytes: LeafBytes,
    bits: Bits<'a>,
    /// What all coupons hold for claims: less than is owed once unclaimed money was handed on.
    there: i128,
    taken: i128,
}

impl<'a> Till<'a> {
    fn open(e: &'a Env, number: u32, coupon: &'a Coupon) -> Self {
        let bits = Bits { e, number, loaded: None };
        let there = storage::buckets(e).coupons_unclaimed;
        let path = Path::new(&coupon.root, coupon.leaf_count);
        Self { e, number, coupon, path, bytes: LeafBytes::of_coupon(e, number), bits, there, taken: 0 }
    }

    /// What the leaf can be paid now, more than 0.
    ///
    /// What all leaves get never exceeds what the coupon was funded with, whatever a wrong root may say.
    fn claimable(&mut self, leaf: &Leaf) -> Result<Claim, OfferingError> {
        if self.coupon.funded == 0 || leaf.amount <= 0 || self.bits.get(leaf.index) {
            return Err(OfferingError::NothingToClaim);
        }
        let bytes = self.bytes.leaf(self.e, leaf.index, &leaf.holder, leaf.amount);
        let Coupon { funded, total, paid, .. } = self.coupon;
        if !self.path.proves(self.e, &bytes, leaf.index, &leaf.proof) {
            return Err(OfferingError::BadProof);
        }
        let before = storage::part(self.e, self.number, leaf.index);
        let due = claimable(leaf.amount, *funded, *total, before)?;
        if due <= 0 || due > (funded - paid).min(self.there) - self.taken {
            return Err(OfferingError::NothingToClaim);
        }
        Ok(Claim { due, before })
    }

    /// Notes that the leaf was paid what was due.
    fn take(&mut self, leaf: &Leaf, Claim { due, before }: &Claim) {
        if before + due == leaf.amount {
            self.bits.set(leaf.index);
            if *before > 0 {
                storage::set_part(self.e, self.number, leaf.index, None);
            }
        } else {
            storage::set_part(self.e, self.number, leaf.index, Some(before + due));
        }
        self.taken += due;
    }

    fn close(mut self) {
        if self.taken == 0 {
            return;
        }
        self.bits.store();
        let paid = self.coupon.paid + self.taken;
        storage::set_coupon(self.e, self.number, &Coupon { paid, ..self.coupon.clone() });
        let mut buckets = storage::buckets(self.e);
        buckets.coupons_unclaimed -= self.taken;
        storage::set_buckets(self.e, &buckets);
    }
}

/// The bits of leaves paid whole, one chunk at a time: a batch usually stays in one.
struct Bits<'a> {
    e: &'a Env,
    number: u32,
    loaded: Option<Chunk>,
}

struct Chunk {
    number: u32,
    bits: Bytes,
    changed: bool,
}

impl Bits<'_> {
    fn is_set(bits: &Bytes, index: u32) -> bool {
        let at = index % CHUNK_LEAVES;
        bits.get(at / 8).is_some_and(|byte| byte & (1 << (at % 8)) != 0)
    }

    fn get(&mut self, index: u32) -> bool {
        Self::is_set(&self.chunk(index).bits, index)
    }

    fn set(&mut self, index: u32) {
        let at = index % CHUNK_LEAVES;
        let chunk = self.chunk(index);
        let byte = chunk.bits.get(at / 8).unwrap_or(0);
        chunk.bits.set(at / 8, byte | 1 << (at % 8));
        chunk.changed = true;
    }

    fn chunk(&mut self, index: u32) -> &mut Chunk {
        let number = index / CHUNK_LEAVES;
        if self.loaded.as_ref().is_none_or(|chunk| chunk.number != number) {
            self.store();
            let empty = || Bytes::from_array(self.e, &[0; (CHUNK_LEAVES / 8) as usize]);
            let bits = storage::whole(self.e, self.number, number).unwrap_or_else(empty);
            self.loaded = Some(Chunk { number, bits, changed: false });
        }
        match &mut self.loaded {
            Some(chunk) => chunk,
            None => unreachable!("loaded above"),
        }
    }

    fn store(&mut self) {
        if let Some(chunk) = self.loaded.take() {
            if chunk.changed {
                storage::set_whole(self.e, self.number, chunk.number, &chunk.bits);
            }
        }
    }
}
