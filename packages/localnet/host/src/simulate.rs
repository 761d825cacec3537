//! simulate.rs - what the RPC's `simulateTransaction` does, with the RPC's own adjustments.
use crate::config::Config;
use crate::diagnostics::describe;
use crate::ledger::{read_header, Snapshot};
use crate::wire::{fail, to_xdr, Reader, Res, Writer};
use soroban_env_host::{
    e2e_invoke::RecordingInvocationAuthMode,
    xdr::{AccountId, InvokeHostFunctionOp, LedgerFootprint, OperationBody, SorobanTransactionData},
    LedgerInfo,
};
use soroban_simulation::{
    simulation::{
        simulate_extend_ttl_op, simulate_invoke_host_function_op, simulate_restore_op, LedgerEntryDiff,
        SimulationAdjustmentConfig,
    },
    AutoRestoringSnapshotSource,
};
use std::rc::Rc;

struct Request {
    info: LedgerInfo,
    operation: OperationBody,
    source: AccountId,
    footprint: LedgerFootprint,
    /// 0 enforce, 1 record, 2 record and allow authorization below the root.
    auth_mode: u8,
    use_address_v2: bool,
    instruction_leeway: u32,
    prng_seed: [u8; 32],
}

#[derive(Default)]
struct Simulated {
    error: String,
    transaction_data: Option<SorobanTransactionData>,
    restore: Option<SorobanTransactionData>,
    auth: Vec<Vec<u8>>,
    return_value: Vec<u8>,
    events: Vec<Vec<u8>>,
    diffs: Vec<LedgerEntryDiff>,
    cpu_instructions: u64,
    memory_bytes: u64,
}

fn read(config: &Config, reader: &mut Reader) -> Res<Request> {
    Ok(Request {
        info: config.complete(read_header(reader)?),
        operation: reader.xdr()?,
        source: reader.xdr()?,
        footprint: reader.xdr()?,
        auth_mode: reader.u8()?,
        use_address_v2: reader.u8()? != 0,
        instruction_leeway: reader.u32()?,
        prng_seed: reader.bytes32()?,
    })
}

fn invoke(config: &Config, request: &Request, op: &InvokeHostFunctionOp) -> Res<Simulated> {
    let auth_mode = match request.auth_mode {
        0 => RecordingInvocationAuthMode::Enforcing(op.auth.to_vec()),
        mode => RecordingInvocationAuthMode::recording(mode == 1, request.use_address_v2),
    };
    let mut adjustment = SimulationAdjustmentConfig::default_adjustment();
    let additive = &mut adjustment.instructions.additive_factor;
    *additive = (*additive).max(request.instruction_leeway);
    let simulated = simulate_invoke_host_function_op(
        Rc::new(Snapshot::default()),
        &config.network,
        &adjustment,
        &request.info,
        op.host_function.clone(),
        auth_mode,
        &request.source,
        request.prng_seed,
        true,
    )
    .map_err(fail)?;
    let (return_value, error) = match &simulated.invoke_result {
        Ok(value) => (to_xdr(value)?, String::new()),
        Err(error) => (Vec::new(), describe(error, &simulated.diagnostic_events)),
    };
    Ok(Simulated {
        error,
        transaction_data: simulated.transaction_data,
        restore: None,
        auth: simulated.auth.iter().map(to_xdr).collect::<Res<_>>()?,
        return_value,
        events: simulated.diagnostic_events.iter().map(to_xdr).collect::<Res<_>>()?,
        diffs: simulated.modified_entries,
        cpu_instructions: simulated.simulated_instructions.into(),
        memory_bytes: simulated.simulated_memory.into(),
    })
}

/// Archived entries are treated as restored first, which the answer's restore preamble asks for.
fn extend(config: &Config, request: &Request, extend_to: u32) -> Res<Simulated> {
    let adjustment = SimulationAdjustmentConfig::default_adjustment();
    let snapshot = AutoRestoringSnapshotSource::new(Rc::new(Snapshot::default()), &request.info).map_err(fail)?;
    let keys = request.footprint.read_only.as_slice();
    let extended = simulate_extend_ttl_op(&snapshot, &config.network, &adjustment, &request.info, keys, extend_to);
    let restored = extended.and_then(|result| {
        let restore = snapshot.simulate_restore_keys_op(&config.network, &adjustment, &request.info)?;
        Ok((result.transaction_data, restore.map(|restore| restore.transaction_data)))
    });
    Ok(match restored {
        Ok((data, restore)) => Simulated {
            transaction_data: Some(data),
            restore,
            ..Default::default()
        },
        Err(error) => Simulated {
            error: fail(error),
            ..Default::default()
        },
    })
}

fn restore(config: &Config, request: &Request) -> Simulated {
    let adjustment = SimulationAdjustmentConfig::default_adjustment();
    let keys = request.footprint.read_write.as_slice();
    let snapshot = Snapshot::default();
    match simulate_restore_op(&snapshot, &config.network, &adjustment, &request.info, keys) {
        Ok(result) => Simulated {
            transaction_data: Some(result.transaction_data),
            ..Default::default()
        },
        Err(error) => Simulated {
            error: fail(error),
            ..Default::default()
        },
    }
}

fn write_diffs(writer: &mut Writer, diffs: &[LedgerEntryDiff]) -> Res<()> {
    let told: Vec<_> = diffs
        .iter()
        .filter_map(|diff| {
            let entry = diff.state_after.as_ref().or(diff.state_before.as_ref())?;
            Some((entry.to_key(), diff))
        })
        .collect();
    writer.u32(told.len() as u32);
    for (key, diff) in told {
        writer.bytes(&to_xdr(&key)?);
        for state in [&diff.state_before, &diff.state_after] {
            writer.bytes(&state.as_ref().map(to_xdr).transpose()?.unwrap_or_default());
        }
    }
    Ok(())
}

fn write_data(writer: &mut Writer, data: Option<&SorobanTransactionData>) -> Res<()> {
    writer.bytes(&data.map(to_xdr).transpose()?.unwrap_or_default());
    writer.i64(data.map_or(0, |data| data.resource_fee));
    Ok(())
}

/// Simulates one operation and answers everything the RPC tells of it.
pub fn simulate(config: &Config, reader: &mut Reader, writer: &mut Writer) -> Res<()> {
    let request = read(config, reader)?;
    let simulated = match &request.operation {
        OperationBody::InvokeHostFunction(op) => invoke(config, &request, op)?,
        OperationBody::ExtendFootprintTtl(op) => extend(config, &request, op.extend_to)?,
        OperationBody::RestoreFootprint(_) => restore(config, &request),
        _ => return Err("not a Soroban operation".to_string()),
    };
    writer.bytes(simulated.error.as_bytes());
    write_data(writer, simulated.transaction_data.as_ref())?;
    write_data(writer, simulated.restore.as_ref())?;
    writer.list(&simulated.auth);
    writer.bytes(&simulated.return_value);
    writer.list(&simulated.events);
    write_diffs(writer, &simulated.diffs)?;
    writer.u64(simulated.cpu_instructions);
    writer.u64(simulated.memory_bytes);
    Ok(())
}
