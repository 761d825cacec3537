//! check.rs - what stellar-core checks of a Soroban transaction before it applies it.
use crate::config::Config;
use crate::fees::{archived_indices, disk_read_entries, is_soroban, resource_fee};
use crate::wire::{to_xdr, Res};
use soroban_env_host::{
    ledger_info::get_key_durability,
    xdr::{
        AccountId, AlphaNum12, AlphaNum4, Asset, ContractDataDurability, ContractIdPreimage, HostFunction, LedgerKey,
        OperationBody, SorobanTransactionData, TrustLineAsset,
    },
};
use std::collections::BTreeSet;

/// Fees above this are refused whatever the account holds, roughly 112 million lumens.
const MAX_RESOURCE_FEE: i64 = 1 << 50;

/// Why a transaction is refused: by its declared resources (txSOROBAN_INVALID) or by its operation (malformed).
pub enum Refusal {
    Resources(String),
    Operation(String),
}

fn code_is_valid(code: &[u8], least: usize) -> bool {
    let used = code.iter().position(|byte| *byte == 0).unwrap_or(code.len());
    used >= least && code[..used].iter().all(u8::is_ascii_alphanumeric) && code[used..].iter().all(|byte| *byte == 0)
}

fn trustline_is_valid(account: &AccountId, asset: &TrustLineAsset) -> bool {
    match asset {
        TrustLineAsset::Native => false,
        TrustLineAsset::CreditAlphanum4(AlphaNum4 { asset_code, issuer }) => {
            code_is_valid(&asset_code.0, 1) && issuer != account
        }
        TrustLineAsset::CreditAlphanum12(AlphaNum12 { asset_code, issuer }) => {
            code_is_valid(&asset_code.0, 5) && issuer != account
        }
        TrustLineAsset::PoolShare(_) => true,
    }
}

fn asset_is_valid(asset: &Asset) -> bool {
    match asset {
        Asset::Native => true,
        Asset::CreditAlphanum4(asset) => code_is_valid(&asset.asset_code.0, 1),
        Asset::CreditAlphanum12(asset) => code_is_valid(&asset.asset_code.0, 5),
    }
}

fn over(what: &str, actual: u64, limit: u64) -> Option<String> {
    (actual > limit).then(|| format!("{what} exceed network config limit: {actual} > {limit}"))
}

fn is_persistent(key: &LedgerKey) -> bool {
    get_key_durability(key) == Some(ContractDataDurability::Persistent)
}

fn check_key(config: &Config, key: &LedgerKey) -> Res<Option<String>> {
    match key {
        LedgerKey::Account(_) | LedgerKey::ContractData(_) | LedgerKey::ContractCode(_) => {}
        LedgerKey::Trustline(line) => {
            if !trustline_is_valid(&line.account_id, &line.asset) {
                return Ok(Some("transaction footprint contains invalid trustline asset".into()));
            }
        }
        _ => {
            return Ok(Some(
                "transaction footprint contains unsupported ledger key type".into(),
            ));
        }
    }
    let size = to_xdr(key)?.len() as u64;
    Ok(over(
        "transaction footprint key bytes",
        size,
        config.max_key_bytes.into(),
    ))
}

fn check_archived(data: &SorobanTransactionData) -> Option<String> {
    let read_write = &data.resources.footprint.read_write;
    let mut last = None;
    for &index in archived_indices(data) {
        if last.is_some_and(|last| index <= last) {
            return Some("archivedSorobanEntries must be sorted in ascending order".into());
        }
        last = Some(index);
        match read_write.get(index as usize) {
            None => return Some("archivedSorobanEntries index is out of bounds".into()),
            Some(key) if !is_persistent(key) => {
                return Some("archivedSorobanEntries index points to a non-persistent entry".into());
            }
            Some(_) => {}
        }
    }
    None
}

fn check_fee(config: &Config, data: &SorobanTransactionData, is_restore: bool, size: u32) -> Option<String> {
    if !(0..=MAX_RESOURCE_FEE).contains(&data.resource_fee) {
        return Some("transaction resource fee is out of bounds".into());
    }
    let (non_refundable, refundable) = resource_fee(config, data, is_restore, size, 0);
    let least = non_refundable.saturating_add(refundable);
    (data.resource_fee < least).then(|| {
        format!(
            "transaction `sorobanData.resourceFee` is lower than the actual Soroban resource fee: {} < {least}",
            data.resource_fee
        )
    })
}

fn check_resources(
    config: &Config,
    data: &SorobanTransactionData,
    is_restore: bool,
    envelope_size: u32,
) -> Res<Option<String>> {
    let resources = &data.resources;
    let (read_only, read_write) = (&resources.footprint.read_only, &resources.footprint.read_write);
    let total = (read_only.len() + read_write.len()) as u64;
    let reads = disk_read_entries(data, is_restore);
    let limits = [
        (
            "transaction instructions resources",
            resources.instructions.into(),
            config.network.tx_max_instructions as u64,
        ),
        (
            "transaction byte-read resources",
            resources.disk_read_bytes.into(),
            config.tx_max_disk_read_bytes.into(),
        ),
        (
            "transaction byte-write resources",
            resources.write_bytes.into(),
            config.tx_max_write_bytes.into(),
        ),
        (
            "transaction footprint entries",
            total,
            config.tx_max_footprint_entries.into(),
        ),
        (
            "transaction entry-disk-read resources",
            reads.into(),
            config.tx_max_disk_read_entries.into(),
        ),
        (
            "transaction entry-write resources",
            read_write.len() as u64,
            config.tx_max_write_entries.into(),
        ),
        (
            "total transaction size",
            envelope_size.into(),
            config.tx_max_size_bytes.into(),
        ),
    ];
    if let Some(reason) = limits
        .into_iter()
        .find_map(|(what, actual, limit)| over(what, actual, limit))
    {
        return Ok(Some(reason));
    }
    let mut seen = BTreeSet::new();
    for key in read_only.iter().chain(read_write.iter()) {
        if let Some(reason) = check_key(config, key)? {
            return Ok(Some(reason));
        }
        if !seen.insert(key) {
            return Ok(Some("found duplicate key in the Soroban footprint".into()));
        }
    }
    Ok(check_archived(data).or_else(|| check_fee(config, data, is_restore, envelope_size)))
}

/// Why the operation itself can never be applied, if so.
pub fn check_operation(config: &Config, operation: &OperationBody, data: &SorobanTransactionData) -> Option<String> {
    let footprint = &data.resources.footprint;
    match operation {
        OperationBody::InvokeHostFunction(op) => match &op.host_function {
            HostFunction::UploadContractWasm(wasm) => {
                over("uploaded Wasm bytes", wasm.len() as u64, config.max_code_bytes.into())
            }
            HostFunction::CreateContract(args) => match &args.contract_id_preimage {
                ContractIdPreimage::Asset(asset) if !asset_is_valid(asset) => {
                    Some("invalid asset to create contract from".into())
                }
                _ => None,
            },
            _ => None,
        },
        OperationBody::ExtendFootprintTtl(op) => {
            if !footprint.read_write.is_empty() {
                return Some("read-write footprint must be empty for ExtendFootprintTTL operation".into());
            }
            if !footprint.read_only.iter().all(is_soroban) {
                return Some("only entries with TTL (contract data or code entries) can have it extended".into());
            }
            let longest = config.network.max_entry_ttl.saturating_sub(1);
            over("TTL extension ledgers", op.extend_to.into(), longest.into())
        }
        OperationBody::RestoreFootprint(_) => {
            if !footprint.read_only.is_empty() {
                return Some("read-only footprint must be empty for RestoreFootprint operation".into());
            }
            (!footprint.read_write.iter().all(is_persistent))
                .then(|| "only persistent Soroban entries can be restored".into())
        }
        _ => Some("not a Soroban operation".into()),
    }
}

/// Checks declared resources, footprint and fee, then the operation.
pub fn check(
    config: &Config,
    operation: &OperationBody,
    data: &SorobanTransactionData,
    envelope_size: u32,
) -> Res<Option<Refusal>> {
    let is_restore = matches!(operation, OperationBody::RestoreFootprint(_));
    if let Some(reason) = check_resources(config, data, is_restore, envelope_size)? {
        return Ok(Some(Refusal::Resources(reason)));
    }
    Ok(check_operation(config, operation, data).map(Refusal::Operation))
}
