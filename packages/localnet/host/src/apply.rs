//! apply.rs - InvokeHostFunction, with the checks in stellar-core's order around `e2e_invoke::invoke_host_function`.
use crate::check::check_operation;
use crate::config::Config;
use crate::diagnostics;
use crate::fees::{archived_indices, is_soroban};
use crate::ledger::{lookup, Stored};
use crate::metrics::Metrics;
use crate::modules::Modules;
use crate::outcome::{Change, Code, Outcome};
use crate::transaction::{Transaction, OVER_BUDGET};
use crate::wire::{fail, from_xdr, to_xdr, Res};
use soroban_env_host::{
    budget::Budget,
    e2e_invoke::{
        entry_size_for_rent, extract_rent_changes, invoke_host_function, InvokeHostFunctionResult, LedgerEntryChange,
        TtlLedgerEntryMeta,
    },
    fees::compute_rent_fee,
    ledger_info::get_key_durability,
    xdr::{
        ContractDataDurability, InvokeHostFunctionOp, LedgerEntry, LedgerKey, OperationBody, ScError, ScErrorCode,
        ScErrorType, ScVal,
    },
    Error, HostError,
};
use std::collections::BTreeSet;

type HostEntry = (Option<Vec<u8>>, Option<TtlLedgerEntryMeta>);

/// The footprint's entries, as the host wants them.
#[derive(Default)]
struct Loaded {
    entries: Vec<HostEntry>,
    /// XDR of the keys that the ledger holds, archived ones not counted unless they are restored.
    present: BTreeSet<Vec<u8>>,
    restored: Vec<u32>,
}

impl Loaded {
    /// Takes one live or restored entry in.
    fn add(
        &mut self,
        config: &Config,
        modules: &Modules,
        key: &LedgerKey,
        key_xdr: Vec<u8>,
        stored: Stored,
    ) -> Res<()> {
        let xdr_size = stored.entry_xdr.len() as u32;
        let size_for_rent = match key {
            LedgerKey::ContractCode(_) => modules.code_size_for_rent(&key_xdr, &stored.entry_xdr, || {
                let entry: LedgerEntry = from_xdr(&stored.entry_xdr)?;
                entry_size_for_rent(&config.unlimited_budget()?, &entry, xdr_size).map_err(fail)
            })?,
            _ => xdr_size,
        };
        let meta = stored.live_until.map(|live_until_ledger| TtlLedgerEntryMeta {
            live_until_ledger,
            entry_size_for_rent: size_for_rent,
        });
        self.present.insert(key_xdr);
        self.entries.push((Some(stored.entry_xdr), meta));
        Ok(())
    }
}

/// Counts a read from disk; `false` when the transaction declared fewer bytes.
fn read_from_disk(
    tx: &Transaction,
    metrics: &mut Metrics,
    outcome: &mut Outcome,
    key: &LedgerKey,
    sizes: Sizes,
) -> bool {
    metrics.note_disk_read(matches!(key, LedgerKey::ContractCode(_)), sizes.key, sizes.entry);
    let limit = u64::from(tx.data.resources.disk_read_bytes);
    if metrics.ledger_read_bytes <= limit {
        return true;
    }
    let message = "operation byte-read resources exceeds amount specified";
    let event = diagnostics::over_limit(OVER_BUDGET, message, metrics.ledger_read_bytes, limit);
    outcome.diagnostic_events.push(event);
    false
}

/// Bytes of a key and of the entry under it, 0 where there is none.
#[derive(Clone, Copy)]
struct Sizes {
    key: u64,
    entry: u64,
}

fn load_footprint(
    config: &Config,
    modules: &Modules,
    tx: &Transaction,
    metrics: &mut Metrics,
    outcome: &mut Outcome,
) -> Res<Result<Loaded, Code>> {
    let now = tx.info.sequence_number;
    let footprint = &tx.data.resources.footprint;
    let restorable = archived_indices(&tx.data);
    let mut loaded = Loaded::default();
    let read_only = footprint.read_only.iter().map(|key| (None, key));
    let read_write = footprint
        .read_write
        .iter()
        .enumerate()
        .map(|(at, key)| (Some(at as u32), key));
    for (index, key) in read_only.chain(read_write) {
        let key_xdr = to_xdr(key)?;
        let mut sizes = Sizes {
            key: key_xdr.len() as u64,
            entry: 0,
        };
        let stored = lookup(&key_xdr).filter(|stored| !is_gone(key, stored, now));
        let Some(mut stored) = stored else {
            // stellar-core counts the attempt, an absent classic entry as one from disk.
            if is_soroban(key) {
                metrics.note_read();
            } else if !read_from_disk(tx, metrics, outcome, key, sizes) {
                return Ok(Err(Code::ResourceLimitExceeded));
            }
            loaded.entries.push((None, None));
            continue;
        };
        sizes.entry = stored.entry_xdr.len() as u64;
        let mut from_disk = !is_soroban(key);
        if stored.live_until.is_some_and(|last| last < now) {
            let Some(index) = index.filter(|index| restorable.contains(index)) else {
                let (message, about) = diagnostics::archived_key(key);
                let kind = ScError::Value(ScErrorCode::InvalidInput);
                outcome.diagnostic_events.push(diagnostics::error(kind, message, about));
                return Ok(Err(Code::EntryArchived));
            };
            loaded.restored.push(index);
            stored.live_until = Some(tx.restored_live_until());
            from_disk = true;
        } else if let LedgerKey::ContractCode(code) = key {
            modules.warm(config, &tx.info, &code.hash, &stored.entry_xdr)?;
        }
        if let Some(event) = config.entry_refusal(key, stored.entry_xdr.len()) {
            outcome.diagnostic_events.push(event);
            return Ok(Err(Code::ResourceLimitExceeded));
        }
        if !from_disk {
            metrics.note_read();
        } else if !read_from_disk(tx, metrics, outcome, key, sizes) {
            return Ok(Err(Code::ResourceLimitExceeded));
        }
        loaded.add(config, modules, key, key_xdr, stored)?;
    }
    Ok(Ok(loaded))
}

/// Temporary data whose time is over is as if it had never been.
fn is_gone(key: &LedgerKey, stored: &Stored, now: u32) -> bool {
    let expired = stored.live_until.is_some_and(|last| last < now);
    expired && get_key_durability(key) == Some(ContractDataDurability::Temporary)
}

fn call_host(
    budget: &Budget,
    modules: &Modules,
    tx: &Transaction,
    op: &InvokeHostFunctionOp,
    loaded: &mut Loaded,
    outcome: &mut Outcome,
) -> Res<Result<(Vec<u8>, InvokeHostFunctionResult), HostError>> {
    let auth = op.auth.iter().map(to_xdr).collect::<Res<Vec<_>>>()?;
    let result = invoke_host_function(
        budget,
        true,
        to_xdr(&op.host_function)?,
        to_xdr(&tx.data.resources)?,
        &loaded.restored,
        tx.source.to_vec(),
        auth.into_iter(),
        tx.info.clone(),
        core::mem::take(&mut loaded.entries).into_iter(),
        tx.prng_seed.to_vec(),
        &mut outcome.diagnostic_events,
        None,
        modules.cache(),
    );
    Ok(result.and_then(|mut invoked| {
        let taken = core::mem::replace(&mut invoked.encoded_invoke_result, Ok(Vec::new()));
        taken.map(|value| (value, invoked))
    }))
}

/// Why the host failed: over the declared instructions, over the network's memory, or by itself.
fn explain(config: &Config, tx: &Transaction, error: &HostError, outcome: &mut Outcome) -> Code {
    let kind = ScVal::try_from(error.error).ok().and_then(|value| match value {
        ScVal::Error(kind) => Some(kind),
        _ => None,
    });
    let kind = kind.unwrap_or(ScError::Context(ScErrorCode::InternalError));
    outcome.diagnostic_events.push(diagnostics::host_fn_failed(kind));
    if is_internal(error.error) {
        outcome.internal_error = Some(fail(error));
        return Code::Trapped;
    }
    let instructions = u64::from(tx.data.resources.instructions);
    let memory = u64::from(config.network.tx_memory_limit);
    let limits = [
        (
            outcome.cpu_instructions,
            instructions,
            "operation instructions exceeds amount specified",
        ),
        (
            outcome.memory_bytes,
            memory,
            "operation memory usage exceeds network config limit",
        ),
    ];
    for (actual, limit, message) in limits {
        if actual > limit {
            let event = diagnostics::over_limit(OVER_BUDGET, message, actual, limit);
            outcome.diagnostic_events.push(event);
            return Code::ResourceLimitExceeded;
        }
    }
    Code::Trapped
}

fn is_internal(error: Error) -> bool {
    error.is_code(ScErrorCode::InternalError) && !error.is_type(ScErrorType::Contract)
}

/// Turns what the host changed into writes; `false` when an entry or their sum is too large.
fn record(
    config: &Config,
    tx: &Transaction,
    loaded: &Loaded,
    changes: Vec<LedgerEntryChange>,
    metrics: &mut Metrics,
    outcome: &mut Outcome,
) -> Res<bool> {
    for change in changes {
        let live_until = change.ttl_change.as_ref().map(|ttl| ttl.new_live_until_ledger);
        let extended = change
            .ttl_change
            .is_some_and(|ttl| ttl.new_live_until_ledger > ttl.old_live_until_ledger);
        let key = change.encoded_key;
        if change.read_only {
            if let (true, Some(live_until)) = (extended, live_until) {
                outcome.changes.push(Change::Extend { key, live_until });
            }
            continue;
        }
        let Some(mut entry) = change.encoded_new_value else {
            if loaded.present.contains(&key) {
                outcome.changes.push(Change::Delete { key });
            }
            continue;
        };
        let ledger_key: LedgerKey = from_xdr(&key)?;
        if let Some(event) = config.entry_refusal(&ledger_key, entry.len()) {
            outcome.diagnostic_events.push(event);
            return Ok(false);
        }
        let is_code = matches!(ledger_key, LedgerKey::ContractCode(_));
        metrics.note_write(is_code, key.len() as u64, entry.len() as u64);
        let limit = u64::from(tx.data.resources.write_bytes);
        if metrics.ledger_write_bytes > limit {
            let message = "operation byte-write resources exceeds amount specified";
            let event = diagnostics::over_limit(OVER_BUDGET, message, metrics.ledger_write_bytes, limit);
            outcome.diagnostic_events.push(event);
            return Ok(false);
        }
        // stellar-core stamps lastModifiedLedgerSeq, the first field of an entry, when it commits.
        entry[..4].copy_from_slice(&tx.info.sequence_number.to_be_bytes());
        outcome.changes.push(Change::Put { key, entry, live_until });
    }
    Ok(true)
}

/// Counts events and return value; `false` when they are larger than the network allows.
fn count_events(
    config: &Config,
    events: &[Vec<u8>],
    return_value: &[u8],
    metrics: &mut Metrics,
    outcome: &mut Outcome,
) -> bool {
    let limit = u64::from(config.tx_max_events_bytes);
    let mut within = |metrics: &Metrics, message: &str| {
        let fits = metrics.emit_event_bytes <= limit;
        if !fits {
            let event = diagnostics::over_limit(OVER_BUDGET, message, metrics.emit_event_bytes, limit);
            outcome.diagnostic_events.push(event);
        }
        fits
    };
    for event in events {
        metrics.note_event(event.len() as u64);
        if !within(metrics, "total events size exceeds network config maximum") {
            return false;
        }
    }
    metrics.emit_event_bytes += return_value.len() as u64;
    within(metrics, "return value pushes events size above network config maximum")
}

/// Applies the operation: footprint, host, writes, events, refundable fee. Its figures close the diagnostic events.
pub fn invoke(config: &Config, modules: &Modules, tx: &Transaction) -> Res<Outcome> {
    let OperationBody::InvokeHostFunction(op) = &tx.operation else {
        return Err("not an InvokeHostFunction operation".to_string());
    };
    if check_operation(config, &tx.operation, &tx.data).is_some() {
        return Ok(Outcome::default().refuse(Code::Malformed));
    }
    let mut outcome = Outcome::default();
    let mut metrics = Metrics::default();
    let failed = run(config, modules, tx, op, &mut metrics, &mut outcome)?;
    outcome.diagnostic_events.extend(metrics.events(failed.is_none()));
    Ok(match failed {
        Some(code) => outcome.refuse(code),
        None => outcome,
    })
}

fn run(
    config: &Config,
    modules: &Modules,
    tx: &Transaction,
    op: &InvokeHostFunctionOp,
    metrics: &mut Metrics,
    outcome: &mut Outcome,
) -> Res<Option<Code>> {
    let mut loaded = match load_footprint(config, modules, tx, metrics, outcome)? {
        Ok(loaded) => loaded,
        Err(code) => return Ok(Some(code)),
    };
    let budget = config.budget(tx.data.resources.instructions)?;
    let called = call_host(&budget, modules, tx, op, &mut loaded, outcome)?;
    metrics.cpu_instructions = budget.get_cpu_insns_consumed().map_err(fail)?;
    metrics.memory_bytes = budget.get_mem_bytes_consumed().map_err(fail)?;
    outcome.cpu_instructions = metrics.cpu_instructions;
    outcome.memory_bytes = metrics.memory_bytes;
    let (return_value, invoked) = match called {
        Ok(called) => called,
        Err(error) => return Ok(Some(explain(config, tx, &error, outcome))),
    };
    let rent_changes = extract_rent_changes(&invoked.ledger_changes);
    let rent_config = &config.network.rent_fee_configuration;
    let rent_fee = compute_rent_fee(&rent_changes, rent_config, tx.info.sequence_number);
    if !record(config, tx, &loaded, invoked.ledger_changes, metrics, outcome)? {
        return Ok(Some(Code::ResourceLimitExceeded));
    }
    let events = invoked.encoded_contract_events;
    if !count_events(config, &events, &return_value, metrics, outcome) {
        return Ok(Some(Code::ResourceLimitExceeded));
    }
    if !tx.consume_refundable(config, outcome, rent_fee, metrics.emit_event_bytes as u32) {
        return Ok(Some(Code::InsufficientRefundableFee));
    }
    outcome.return_value = return_value;
    outcome.contract_events = events;
    Ok(None)
}
