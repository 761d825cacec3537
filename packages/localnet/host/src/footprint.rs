//! footprint.rs - the two operations on TTLs. They run no contract, so stellar-core, and this file, do them by hand.
use crate::check::check_operation;
use crate::config::Config;
use crate::diagnostics;
use crate::ledger::{lookup, Stored};
use crate::outcome::{Change, Code, Outcome};
use crate::transaction::{Transaction, OVER_BUDGET};
use crate::wire::{fail, from_xdr, to_xdr, Res};
use soroban_env_host::{
    e2e_invoke::entry_size_for_rent,
    fees::{compute_rent_fee, LedgerEntryRentChange},
    ledger_info::get_key_durability,
    xdr::{ContractDataDurability, LedgerEntry, LedgerKey, OperationBody},
};

/// The entry's TTL grows and it stays as it is; `old_live_until` is `None` for one that is restored.
fn rent_change(
    config: &Config,
    key: &LedgerKey,
    stored: &Stored,
    old_live_until: Option<u32>,
    new_live_until_ledger: u32,
) -> Res<LedgerEntryRentChange> {
    let is_code_entry = matches!(key, LedgerKey::ContractCode(_));
    let xdr_size = stored.entry_xdr.len() as u32;
    let size = if is_code_entry {
        let entry: LedgerEntry = from_xdr(&stored.entry_xdr)?;
        entry_size_for_rent(&config.unlimited_budget()?, &entry, xdr_size).map_err(fail)?
    } else {
        xdr_size
    };
    Ok(LedgerEntryRentChange {
        is_persistent: get_key_durability(key) == Some(ContractDataDurability::Persistent),
        is_code_entry,
        old_size_bytes: old_live_until.map_or(0, |_| size),
        new_size_bytes: size,
        old_live_until_ledger: old_live_until.unwrap_or_default(),
        new_live_until_ledger,
    })
}

fn finish(config: &Config, tx: &Transaction, mut outcome: Outcome, rent: &[LedgerEntryRentChange]) -> Outcome {
    let rent_config = &config.network.rent_fee_configuration;
    let rent_fee = compute_rent_fee(rent, rent_config, tx.info.sequence_number);
    if !tx.consume_refundable(config, &mut outcome, rent_fee, 0) {
        return outcome.refuse(Code::InsufficientRefundableFee);
    }
    outcome
}

/// ExtendFootprintTTL: entries that are missing, archived or live long enough are passed over.
pub fn extend(config: &Config, tx: &Transaction) -> Res<Outcome> {
    let mut outcome = Outcome::default();
    let OperationBody::ExtendFootprintTtl(op) = &tx.operation else {
        return Err("not an ExtendFootprintTTL operation".to_string());
    };
    if check_operation(config, &tx.operation, &tx.data).is_some() {
        return Ok(outcome.refuse(Code::Malformed));
    }
    let now = tx.info.sequence_number;
    let live_until = now.saturating_add(op.extend_to);
    let mut rent = Vec::new();
    for key in tx.data.resources.footprint.read_only.iter() {
        let key_xdr = to_xdr(key)?;
        let Some(stored) = lookup(&key_xdr) else { continue };
        let Some(old) = stored.live_until.filter(|old| *old >= now && *old < live_until) else {
            continue;
        };
        if let Some(event) = config.entry_refusal(key, stored.entry_xdr.len()) {
            outcome.diagnostic_events.push(event);
            return Ok(outcome.refuse(Code::ResourceLimitExceeded));
        }
        rent.push(rent_change(config, key, &stored, Some(old), live_until)?);
        outcome.changes.push(Change::Extend {
            key: key_xdr,
            live_until,
        });
    }
    Ok(finish(config, tx, outcome, &rent))
}

/// RestoreFootprint: entries that are missing or live are passed over.
pub fn restore(config: &Config, tx: &Transaction) -> Res<Outcome> {
    let mut outcome = Outcome::default();
    if check_operation(config, &tx.operation, &tx.data).is_some() {
        return Ok(outcome.refuse(Code::Malformed));
    }
    let resources = &tx.data.resources;
    let live_until = tx.restored_live_until();
    let mut rent = Vec::new();
    let mut bytes = 0_u64;
    for key in resources.footprint.read_write.iter() {
        let key_xdr = to_xdr(key)?;
        let Some(stored) = lookup(&key_xdr) else { continue };
        if stored.live_until.is_none_or(|old| old >= tx.info.sequence_number) {
            continue;
        }
        bytes += stored.entry_xdr.len() as u64;
        let over = |limit: u32, message| {
            let refusal = || diagnostics::over_limit(OVER_BUDGET, message, bytes, limit.into());
            (bytes > u64::from(limit)).then(refusal)
        };
        let refusal = over(
            resources.disk_read_bytes,
            "operation byte-read resources exceeds amount specified",
        )
        .or_else(|| config.entry_refusal(key, stored.entry_xdr.len()))
        .or_else(|| {
            over(
                resources.write_bytes,
                "operation byte-write resources exceeds amount specified",
            )
        });
        if let Some(event) = refusal {
            outcome.diagnostic_events.push(event);
            return Ok(outcome.refuse(Code::ResourceLimitExceeded));
        }
        rent.push(rent_change(config, key, &stored, None, live_until)?);
        outcome.changes.push(Change::Extend {
            key: key_xdr,
            live_until,
        });
    }
    Ok(finish(config, tx, outcome, &rent))
}
