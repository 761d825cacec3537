//! diagnostics.rs - the diagnostic events that stellar-core itself adds to those of the host.
use soroban_env_host::{
    events::HostEvent,
    xdr::{
        ContractEvent, ContractEventBody, ContractEventType, ContractEventV0, DiagnosticEvent, ExtensionPoint,
        LedgerKey, ScAddress, ScBytes, ScError, ScString, ScSymbol, ScVal, ScVec,
    },
    HostError,
};

fn symbol(name: &str) -> ScVal {
    ScVal::Symbol(ScSymbol(name.try_into().unwrap_or_default()))
}

fn event(in_successful_contract_call: bool, topics: Vec<ScVal>, data: ScVal) -> DiagnosticEvent {
    DiagnosticEvent {
        in_successful_contract_call,
        event: ContractEvent {
            ext: ExtensionPoint::V0,
            contract_id: None,
            type_: ContractEventType::Diagnostic,
            body: ContractEventBody::V0(ContractEventV0 {
                topics: topics.try_into().unwrap_or_default(),
                data,
            }),
        },
    }
}

/// An `error` event with a message and what it is about.
pub fn error(error: ScError, message: &str, about: Vec<ScVal>) -> DiagnosticEvent {
    let text = ScVal::String(ScString(message.try_into().unwrap_or_default()));
    let data = if about.is_empty() {
        text
    } else {
        let parts: Vec<ScVal> = core::iter::once(text).chain(about).collect();
        ScVal::Vec(parts.try_into().ok().map(ScVec))
    };
    event(false, vec![symbol("error"), ScVal::Error(error)], data)
}

/// An `error` event about a number that went over its limit.
pub fn over_limit(error_kind: ScError, message: &str, actual: u64, limit: u64) -> DiagnosticEvent {
    error(error_kind, message, vec![ScVal::U64(actual), ScVal::U64(limit)])
}

/// The event that closes every failed host function.
pub fn host_fn_failed(error: ScError) -> DiagnosticEvent {
    event(false, vec![symbol("host_fn_failed"), ScVal::Error(error)], ScVal::Void)
}

/// One figure of an invocation.
pub fn core_metric(successful: bool, name: &str, value: u64) -> DiagnosticEvent {
    event(
        successful,
        vec![symbol("core_metrics"), symbol(name)],
        ScVal::U64(value),
    )
}

/// What an archived entry is, for the event that names it.
pub fn archived_key(key: &LedgerKey) -> (&'static str, Vec<ScVal>) {
    match key {
        LedgerKey::ContractCode(code) => (
            "trying to access an archived contract code entry",
            vec![ScVal::Bytes(ScBytes(
                code.hash.0.to_vec().try_into().unwrap_or_default(),
            ))],
        ),
        LedgerKey::ContractData(data) => (
            "trying to access an archived contract data entry",
            vec![address(&data.contract), data.key.clone()],
        ),
        _ => ("trying to access an archived entry", vec![]),
    }
}

fn address(contract: &ScAddress) -> ScVal {
    ScVal::Address(contract.clone())
}

/// The error as the RPC words it, with the events that led to it.
pub fn describe(error: &HostError, events: &[DiagnosticEvent]) -> String {
    let mut text = format!("HostError: {:?}\n", error.error);
    if !events.is_empty() {
        text.push_str("\nEvent log (newest first):\n");
    }
    for (position, told) in events.iter().rev().enumerate() {
        let event = HostEvent {
            event: told.event.clone(),
            failed_call: false,
        };
        text.push_str(&format!("   {position}: {event}\n"));
    }
    text
}
