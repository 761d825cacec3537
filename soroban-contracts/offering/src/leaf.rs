//! The bytes of a coupon's leaf, and their hash.

use heliobond_common::merkle::{Hash, LEAF_PREFIX};
use soroban_sdk::{xdr::ToXdr, Address, Bytes, Env};

/// Where the address begins in the XDR of an address value: after the type of the value.
const SC_ADDRESS: usize = 4;

/// Where the id begins in the XDR of a contract's address value: after the types of the value and of the address.
const CONTRACT_ID: usize = 8;

/// The XDR of an address value, of an account at most.
const ADDRESS_XDR: usize = 44;

/// Before the index: the tree's prefix, network, offering, coupon.
const HEAD: usize = 1 + 32 + 32 + 4;

/// All of a leaf of an account; a contract's has 4 bytes less.
const LEAF: usize = HEAD + 4 + ADDRESS_XDR - SC_ADDRESS + 16;

/// SHA-256 of the network's passphrase (32), offering id (32), coupon u32, leaf index u32, holder as XDR `ScAddress`,
/// amount i128 big-endian (16): a leaf counts on one network, in one offering, for one coupon.
///
/// The bytes are put together in the contract's own memory: each piece handed to the host would be copied there.
pub struct LeafBytes {
    bytes: [u8; LEAF],
}

impl LeafBytes {
    /// Of the leaves of one coupon.
    pub fn of_coupon(e: &Env, number: u32) -> Self {
        let mut bytes = [LEAF_PREFIX; LEAF];
        bytes[1..33].copy_from_slice(&e.ledger().network_id().to_array());
        let contract = e.current_contract_address().to_xdr(e).to_buffer::<ADDRESS_XDR>();
        bytes[33..65].copy_from_slice(&contract.as_slice()[CONTRACT_ID..CONTRACT_ID + 32]);
        bytes[65..HEAD].copy_from_slice(&number.to_be_bytes());
        Self { bytes }
    }

    /// The bytes of one leaf, after the tree's prefix.
    pub fn prefixed(&mut self, e: &Env, index: u32, holder: &Address, amount: i128) -> &[u8] {
        let address = holder.to_xdr(e).to_buffer::<ADDRESS_XDR>();
        let address = &address.as_slice()[SC_ADDRESS..];
        let end = HEAD + 4 + address.len();
        self.bytes[HEAD..HEAD + 4].copy_from_slice(&index.to_be_bytes());
        self.bytes[HEAD + 4..end].copy_from_slice(address);
        self.bytes[end..end + 16].copy_from_slice(&amount.to_be_bytes());
        &self.bytes[..end + 16]
    }

    /// The bytes of one leaf.
    pub fn bytes(&mut self, e: &Env, index: u32, holder: &Address, amount: i128) -> Bytes {
        Bytes::from_slice(e, &self.prefixed(e, index, holder, amount)[1..])
    }

    /// The leaf's hash in the coupon's tree.
    pub fn hash(&mut self, e: &Env, index: u32, holder: &Address, amount: i128) -> Hash {
        let bytes = Bytes::from_slice(e, self.prefixed(e, index, holder, amount));
        e.crypto().sha256(&bytes).to_array()
    }
}
