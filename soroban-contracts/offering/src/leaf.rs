//! The bytes of a coupon's leaf.

use soroban_sdk::{xdr::ToXdr, Address, Bytes, Env};

/// Where the address begins in the XDR of an address value: after the type of the value.
const SC_ADDRESS: u32 = 4;

/// Where the id begins in the XDR of a contract's address value: after the types of the value and of the address.
const CONTRACT_ID: u32 = 8;

/// SHA-256 of the network's passphrase (32), offering id (32), coupon u32, leaf index u32, holder as XDR `ScAddress`,
/// amount i128 big-endian (16): a leaf counts on one network, in one offering, for one coupon.
pub struct LeafBytes {
    prefix: Bytes,
}

impl LeafBytes {
    /// Of the leaves of one coupon.
    pub fn of_coupon(e: &Env, number: u32) -> Self {
        let mut prefix = Bytes::from(e.ledger().network_id());
        let contract = e.current_contract_address().to_xdr(e);
        prefix.append(&contract.slice(CONTRACT_ID..));
        prefix.extend_from_array(&number.to_be_bytes());
        Self { prefix }
    }

    /// Of one leaf.
    pub fn leaf(&self, e: &Env, index: u32, holder: &Address, amount: i128) -> Bytes {
        let mut bytes = self.prefix.clone();
        bytes.extend_from_array(&index.to_be_bytes());
        bytes.append(&holder.to_xdr(e).slice(SC_ADDRESS..));
        bytes.extend_from_array(&amount.to_be_bytes());
        bytes
    }
}
