//! fees.rs - what a transaction pays for its resources.
use crate::config::Config;
use soroban_env_host::{
    fees::{compute_transaction_resource_fee, TransactionResources},
    xdr::{LedgerKey, SorobanTransactionData, SorobanTransactionDataExt},
};

/// Whether the entry of this key has a TTL.
pub fn is_soroban(key: &LedgerKey) -> bool {
    matches!(key, LedgerKey::ContractData(_) | LedgerKey::ContractCode(_))
}

/// Positions in the read-write footprint that the transaction restores before it runs.
pub fn archived_indices(data: &SorobanTransactionData) -> &[u32] {
    match &data.ext {
        SorobanTransactionDataExt::V0 => &[],
        SorobanTransactionDataExt::V1(ext) => ext.archived_soroban_entries.as_slice(),
    }
}

/// Only classic and archived entries are read from disk; a restore reads all it names.
pub fn disk_read_entries(data: &SorobanTransactionData, is_restore: bool) -> u32 {
    let footprint = &data.resources.footprint;
    if is_restore {
        return footprint.read_write.len() as u32;
    }
    let keys = footprint.read_only.iter().chain(footprint.read_write.iter());
    (keys.filter(|key| !is_soroban(key)).count() + archived_indices(data).len()) as u32
}

/// The non-refundable fee and the refundable fee of the events, in stroops; rent comes on top of the latter.
pub fn resource_fee(
    config: &Config,
    data: &SorobanTransactionData,
    is_restore: bool,
    envelope_size: u32,
    events_size: u32,
) -> (i64, i64) {
    let resources = &data.resources;
    compute_transaction_resource_fee(
        &TransactionResources {
            instructions: resources.instructions,
            disk_read_entries: disk_read_entries(data, is_restore),
            write_entries: resources.footprint.read_write.len() as u32,
            disk_read_bytes: resources.disk_read_bytes,
            write_bytes: resources.write_bytes,
            contract_events_size_bytes: events_size,
            transaction_size_bytes: envelope_size,
        },
        &config.network.fee_configuration,
    )
}
