//! Which leaves of a coupon were paid: whole, in part, or not at all.
//!
//! The build of version 2 marked only what was paid whole: an entry of its time is half as long, and where it paid leaves in
//! part only there is none. So every leaf of its coupons may have been paid in part, whatever the marks say, until they
//! are written anew.

use crate::contract::VERSION;
use crate::storage;
use heliobond_common::governance::upgrade::is_migrated;
use soroban_sdk::{Bytes, Env};

/// The first version that marks leaves paid in part.
const MARKED_SINCE: u32 = 3;

/// Notes which coupons are of a build without marks of parts: all that it proposed.
pub fn migrate(e: &Env, from: u32) {
    if from < MARKED_SINCE {
        storage::set_last_unmarked(e, storage::coupon_count(e));
    }
}

/// Whether leaves of the coupon may have been paid in part without a mark. Before [`migrate`] nobody knows.
fn is_unmarked(e: &Env, coupon: u32) -> bool {
    !is_migrated(e, VERSION) || coupon <= storage::last_unmarked(e)
}

/// Leaves of one entry.
const CHUNK_LEAVES: u32 = 1_024;

/// Bytes of an entry's first half, a bit for each leaf paid whole; the second half has one for each paid in part.
const HALF: usize = CHUNK_LEAVES as usize / 8;

/// The marks of one coupon, one chunk of leaves in memory at a time: a batch usually stays in one.
pub struct Marks<'a> {
    e: &'a Env,
    coupon: u32,
    chunk: u32,
    is_loaded: bool,
    is_changed: bool,
    bits: [u8; 2 * HALF],
}

impl<'a> Marks<'a> {
    /// Of the coupon of that number; nothing is read yet.
    pub fn of_coupon(e: &'a Env, coupon: u32) -> Self {
        Self { e, coupon, chunk: 0, is_loaded: false, is_changed: false, bits: [0; 2 * HALF] }
    }

    /// Whether the leaf was paid whole.
    pub fn is_whole(&mut self, leaf: u32) -> bool {
        self.load(leaf);
        self.bits[byte_of(leaf)] & bit_of(leaf) != 0
    }

    /// Whether the leaf may have been paid in part: what it got is an entry of its own, which need not be looked up when
    /// this is false.
    pub fn may_be_part(&mut self, leaf: u32) -> bool {
        self.load(leaf);
        self.bits[HALF + byte_of(leaf)] & bit_of(leaf) != 0
    }

    pub fn set_whole(&mut self, leaf: u32) {
        self.load(leaf);
        self.bits[byte_of(leaf)] |= bit_of(leaf);
        self.is_changed = true;
    }

    pub fn set_part(&mut self, leaf: u32) {
        self.load(leaf);
        self.bits[HALF + byte_of(leaf)] |= bit_of(leaf);
        self.is_changed = true;
    }

    /// Writes the chunk in memory, if it changed.
    pub fn store(&mut self) {
        if self.is_changed {
            storage::set_whole(self.e, self.coupon, self.chunk, &Bytes::from_array(self.e, &self.bits));
            self.is_changed = false;
        }
    }

    fn load(&mut self, leaf: u32) {
        let chunk = leaf / CHUNK_LEAVES;
        if self.is_loaded && self.chunk == chunk {
            return;
        }
        self.store();
        (self.chunk, self.is_loaded, self.bits) = (chunk, true, [0; 2 * HALF]);
        let stored = storage::whole(self.e, self.coupon, chunk);
        let len = stored.as_ref().map_or(0, Bytes::len) as usize;
        if let Some(stored) = stored {
            stored.copy_into_slice(&mut self.bits[..len]);
        }
        if len == HALF || (len == 0 && is_unmarked(self.e, self.coupon)) {
            // Any leaf of it may have an entry of its own.
            self.bits[HALF..].fill(0xff);
        }
    }
}

fn byte_of(leaf: u32) -> usize {
    (leaf % CHUNK_LEAVES) as usize / 8
}

fn bit_of(leaf: u32) -> u8 {
    1 << (leaf % 8)
}
