//! A coupon's tree, built by the published definition and by XDR's own encoder, not by the contract's code.

extern crate std;

use crate::types::Leaf;
use heliobond_common::merkle;
use soroban_sdk::xdr::{Limits, ScAddress, WriteXdr};
use soroban_sdk::{Address, Bytes, BytesN, Env, Vec};
use std::vec::Vec as StdVec;

/// Holders and amounts of one coupon.
pub struct Tree {
    levels: StdVec<StdVec<BytesN<32>>>,
    lines: StdVec<(Address, i128)>,
}

/// The bytes of a leaf: SHA-256 of the passphrase, offering id, coupon, index, holder, amount.
pub fn leaf_bytes(e: &Env, offering: &Address, coupon: u32, index: u32, holder: &Address, amount: i128) -> Bytes {
    let ScAddress::Contract(id) = ScAddress::from(offering) else { panic!("an offering is a contract") };
    let mut bytes = StdVec::new();
    bytes.extend(e.ledger().network_id().to_array());
    bytes.extend(id.0 .0);
    bytes.extend(coupon.to_be_bytes());
    bytes.extend(index.to_be_bytes());
    bytes.extend(ScAddress::from(holder).to_xdr(Limits::none()).unwrap());
    bytes.extend(amount.to_be_bytes());
    Bytes::from_slice(e, &bytes)
}

impl Tree {
    pub fn new(e: &Env, offering: &Address, coupon: u32, lines: &[(Address, i128)]) -> Self {
        let leaves = (0_u32..)
            .zip(lines)
            .map(|(index, (holder, amount))| merkle::leaf(e, &leaf_bytes(e, offering, coupon, index, holder, *amount)));
        let mut levels = StdVec::from([leaves.collect::<StdVec<_>>()]);
        while levels[levels.len() - 1].len() > 1 {
            let above = levels[levels.len() - 1].chunks(2).map(|pair| match pair {
                [left, right] => merkle::node(e, left, right),
                odd => odd[0].clone(),
            });
            let above = above.collect();
            levels.push(above);
        }
        Self { levels, lines: lines.to_vec() }
    }

    pub fn root(&self, e: &Env) -> BytesN<32> {
        self.levels[self.levels.len() - 1].first().cloned().unwrap_or(BytesN::from_array(e, &[0; 32]))
    }

    pub fn count(&self) -> u32 {
        u32::try_from(self.lines.len()).unwrap()
    }

    pub fn total(&self) -> i128 {
        self.lines.iter().map(|(_, amount)| amount).sum()
    }

    pub fn leaf(&self, e: &Env, index: u32) -> Leaf {
        let (holder, amount) = self.lines[index as usize].clone();
        let mut proof = Vec::new(e);
        let mut at = index as usize;
        for level in &self.levels {
            if let Some(sibling) = level.get(at ^ 1) {
                proof.push_back(sibling.clone());
            }
            at /= 2;
        }
        Leaf { holder, index, amount, proof }
    }

    pub fn leaves(&self, e: &Env) -> Vec<Leaf> {
        let mut leaves = Vec::new(e);
        for index in 0..self.count() {
            leaves.push_back(self.leaf(e, index));
        }
        leaves
    }
}
