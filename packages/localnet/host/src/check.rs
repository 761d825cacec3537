//! check.rs - what stellar-core checks of a Soroban transaction before it applies it.
use crate::config::Config;
use crate::diagnostics;
use crate::fees::{archived_indices, disk_read_entries, is_soroban, resource_fee};
use crate::wire::{to_xdr, Res};
use soroban_env_host::{
    ledger_info::get_key_durability,
    xdr::{
        AccountId, AlphaNum12, AlphaNum4, Asset, ContractDataDurability, ContractIdPreimage, DiagnosticEvent,
        HostFunction, LedgerKey, OperationBody, ScError, ScErrorCode, ScVal, SorobanTransactionData, TrustLineAsset,
    },
};
use std::collections::BTreeSet;

/// Fees above this are refused whatever the account holds, roughly 112 million lumens.
const MAX_RESOURCE_FEE: i64 = 1 << 50;

/// Why something is refused, as stellar-core words it in a diagnostic event: message and the numbers it is about.
pub struct Reason {
    error: ScError,
    message: &'static str,
    about: Vec<u64>,
}

impl Reason {
    fn new(error: ScError, message: &'static str, about: &[u64]) -> Self {
        let about = about.to_vec();
        Self { error, message, about }
    }

    fn invalid(message: &'static str, about: &[u64]) -> Self {
        Self::new(ScError::Storage(ScErrorCode::InvalidInput), message, about)
    }

    pub fn event(&self) -> DiagnosticEvent {
        let about = self.about.iter().map(|number| ScVal::U64(*number)).collect();
        diagnostics::error(self.error.clone(), self.message, about)
    }

    /// In one line, for those who read no events.
    pub fn text(&self) -> String {
        let numbers: Vec<String> = self.about.iter().map(u64::to_string).collect();
        if numbers.is_empty() {
            return self.message.to_string();
        }
        format!("{}: {}", self.message, numbers.join(", "))
    }
}

/// Why a transaction is refused: by its declared resources (txSOROBAN_INVALID) or by its operation (malformed).
pub enum Refusal {
    Resources(Reason),
    Operation(Reason),
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

const STORAGE_LIMIT: ScError = ScError::Storage(ScErrorCode::ExceededLimit);
const BUDGET_LIMIT: ScError = ScError::Budget(ScErrorCode::ExceededLimit);

fn over(error: ScError, message: &'static str, actual: u64, limit: u64) -> Option<Reason> {
    (actual > limit).then(|| Reason::new(error, message, &[actual, limit]))
}

fn is_persistent(key: &LedgerKey) -> bool {
    get_key_durability(key) == Some(ContractDataDurability::Persistent)
}

fn check_key(config: &Config, key: &LedgerKey) -> Res<Option<Reason>> {
    match key {
        LedgerKey::Account(_) | LedgerKey::ContractData(_) | LedgerKey::ContractCode(_) => {}
        LedgerKey::Trustline(line) => {
            if !trustline_is_valid(&line.account_id, &line.asset) {
                let message = "transaction footprint contains invalid trustline asset";
                return Ok(Some(Reason::invalid(message, &[])));
            }
        }
        _ => {
            let error = ScError::Storage(ScErrorCode::UnexpectedType);
            let message = "transaction footprint contains unsupported ledger key type";
            return Ok(Some(Reason::new(error, message, &[key.discriminant() as u64])));
        }
    }
    let size = to_xdr(key)?.len() as u64;
    let message = "transaction footprint key exceeds network config limit";
    Ok(over(STORAGE_LIMIT, message, size, config.max_key_bytes.into()))
}

fn check_archived(data: &SorobanTransactionData) -> Option<Reason> {
    let read_write = &data.resources.footprint.read_write;
    let mut last = None;
    for &index in archived_indices(data) {
        if last.is_some_and(|last| index <= last) {
            let message = "archivedSorobanEntries must be sorted in ascending order";
            return Some(Reason::invalid(message, &[]));
        }
        last = Some(index);
        match read_write.get(index as usize) {
            None => {
                let message = "archivedSorobanEntries index is out of bounds";
                return Some(Reason::invalid(message, &[index.into(), read_write.len() as u64]));
            }
            Some(key) if !is_persistent(key) => {
                let message = "archivedSorobanEntries index points to a non-persistent entry";
                return Some(Reason::invalid(message, &[index.into(), key.discriminant() as u64]));
            }
            Some(_) => {}
        }
    }
    None
}

fn check_fee(config: &Config, data: &SorobanTransactionData, is_restore: bool, size: u32) -> Option<Reason> {
    if !(0..=MAX_RESOURCE_FEE).contains(&data.resource_fee) {
        return Some(Reason::invalid("transaction resource fee is out of bounds", &[]));
    }
    let (non_refundable, refundable) = resource_fee(config, data, is_restore, size, 0);
    let least = non_refundable.saturating_add(refundable);
    (data.resource_fee < least).then(|| {
        let message = "transaction `sorobanData.resourceFee` is lower than the actual Soroban resource fee";
        Reason::new(STORAGE_LIMIT, message, &[data.resource_fee as u64, least as u64])
    })
}

fn check_resources(
    config: &Config,
    data: &SorobanTransactionData,
    is_restore: bool,
    envelope_size: u32,
) -> Res<Option<Reason>> {
    let resources = &data.resources;
    let (read_only, read_write) = (&resources.footprint.read_only, &resources.footprint.read_write);
    let total = (read_only.len() + read_write.len()) as u64;
    let reads = disk_read_entries(data, is_restore);
    let limits = [
        over(
            BUDGET_LIMIT,
            "transaction instructions resources exceed network config limit",
            resources.instructions.into(),
            config.network.tx_max_instructions as u64,
        ),
        over(
            STORAGE_LIMIT,
            "transaction byte-read resources exceed network config limit",
            resources.disk_read_bytes.into(),
            config.tx_max_disk_read_bytes.into(),
        ),
        over(
            STORAGE_LIMIT,
            "transaction byte-write resources exceed network config limit",
            resources.write_bytes.into(),
            config.tx_max_write_bytes.into(),
        ),
        over(
            STORAGE_LIMIT,
            "the number of entries in transaction footprint exceeds the network config limit",
            total,
            config.tx_max_footprint_entries.into(),
        ),
        over(
            STORAGE_LIMIT,
            "transaction entry-disk-read resources exceed network config limit",
            reads.into(),
            config.tx_max_disk_read_entries.into(),
        ),
        over(
            STORAGE_LIMIT,
            "transaction entry-write resources exceed network config limit",
            read_write.len() as u64,
            config.tx_max_write_entries.into(),
        ),
    ];
    if let Some(reason) = limits.into_iter().flatten().next() {
        return Ok(Some(reason));
    }
    for key in read_only.iter().chain(read_write.iter()) {
        if let Some(reason) = check_key(config, key)? {
            return Ok(Some(reason));
        }
    }
    let size = over(
        BUDGET_LIMIT,
        "total transaction size exceeds network config limit",
        envelope_size.into(),
        config.tx_max_size_bytes.into(),
    );
    Ok(size
        .or_else(|| check_archived(data))
        .or_else(|| check_fee(config, data, is_restore, envelope_size))
        .or_else(|| check_duplicates(data)))
}

fn check_duplicates(data: &SorobanTransactionData) -> Option<Reason> {
    let footprint = &data.resources.footprint;
    let mut seen = BTreeSet::new();
    let mut keys = footprint.read_only.iter().chain(footprint.read_write.iter());
    let message = "Found duplicate key in the Soroban footprint; every key across read-only and read-write footprints \
                   has to be unique.";
    keys.any(|key| !seen.insert(key)).then(|| Reason::invalid(message, &[]))
}

/// Why the operation itself can never be applied, if so.
pub fn check_operation(config: &Config, operation: &OperationBody, data: &SorobanTransactionData) -> Option<Reason> {
    let footprint = &data.resources.footprint;
    match operation {
        OperationBody::InvokeHostFunction(op) => match &op.host_function {
            HostFunction::UploadContractWasm(wasm) => over(
                BUDGET_LIMIT,
                "uploaded Wasm size exceeds network config maximum contract size",
                wasm.len() as u64,
                config.max_code_bytes.into(),
            ),
            HostFunction::CreateContract(args) => match &args.contract_id_preimage {
                ContractIdPreimage::Asset(asset) if !asset_is_valid(asset) => Some(Reason::new(
                    ScError::Value(ScErrorCode::InvalidInput),
                    "invalid asset to create contract from",
                    &[],
                )),
                _ => None,
            },
            _ => None,
        },
        OperationBody::ExtendFootprintTtl(op) => {
            if !footprint.read_write.is_empty() {
                let message = "read-write footprint must be empty for ExtendFootprintTTL operation";
                return Some(Reason::invalid(message, &[]));
            }
            if !footprint.read_only.iter().all(is_soroban) {
                let message = "only entries with TTL (contract data or code entries) can have it extended";
                return Some(Reason::invalid(message, &[]));
            }
            let longest = config.network.max_entry_ttl.saturating_sub(1);
            let error = ScError::Storage(ScErrorCode::InvalidInput);
            let message = "TTL extension is too large: {} > {}";
            over(error, message, op.extend_to.into(), longest.into())
        }
        OperationBody::RestoreFootprint(_) => {
            if !footprint.read_only.is_empty() {
                let message = "read-only footprint must be empty for RestoreFootprint operation";
                return Some(Reason::invalid(message, &[]));
            }
            let message = "only persistent Soroban entries can be restored";
            (!footprint.read_write.iter().all(is_persistent)).then(|| Reason::invalid(message, &[]))
        }
        _ => Some(Reason::invalid("not a Soroban operation", &[])),
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
