//! The official Soroban host behind three functions: allocate, free, call. A call takes one frame and answers one.
//!
//! A panic aborts the instance: the embedder catches the trap, drops the instance and makes another.
mod apply;
mod check;
mod config;
mod cost_params;
mod defaults;
mod diagnostics;
mod fees;
mod footprint;
mod ledger;
mod metrics;
mod modules;
mod outcome;
mod simulate;
mod transaction;
mod wire;

use check::{Reason, Refusal};
use config::Config;
use modules::Modules;
use std::{alloc::Layout, cell::RefCell, sync::Once};
use transaction::Transaction;
use wire::{to_xdr, Reader, Res, Writer};

#[link(wasm_import_module = "embedder")]
extern "C" {
    /// Tells why the instance is about to trap.
    fn panicked(message: *const u8, message_len: usize);
}

#[derive(Default)]
struct State {
    config: Option<Config>,
    modules: Modules,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

static HOOK: Once = Once::new();

fn install_panic_hook() {
    HOOK.call_once(|| {
        std::panic::set_hook(Box::new(|info| {
            let message = info.to_string();
            // SAFETY: the embedder only reads the bytes.
            unsafe { panicked(message.as_ptr(), message.len()) };
        }));
    });
}

/// Makes a buffer of `length` bytes.
#[no_mangle]
pub extern "C" fn hb_alloc(length: usize) -> *mut u8 {
    if length == 0 {
        return core::ptr::NonNull::<u8>::dangling().as_ptr();
    }
    match Layout::array::<u8>(length) {
        // SAFETY: the layout is not empty.
        Ok(layout) => unsafe { std::alloc::alloc(layout) },
        Err(_) => core::ptr::null_mut(),
    }
}

/// Frees a buffer that `hb_alloc` or `hb_call` made.
///
/// # Safety
/// `buffer` and `length` must be those of such a buffer, not freed yet.
#[no_mangle]
pub unsafe extern "C" fn hb_free(buffer: *mut u8, length: usize) {
    drop(Vec::from_raw_parts(buffer, length, length));
}

/// Runs `method` on a frame and answers the buffer of another: its address in the high half, its length in the low.
/// The first byte of the answer is 0, or 1 when a message follows of why the call could not be made.
///
/// # Safety
/// `frame` and `length` must be those of a buffer from `hb_alloc`; it is freed here.
#[no_mangle]
pub unsafe extern "C" fn hb_call(method: u32, frame: *mut u8, length: usize) -> u64 {
    install_panic_hook();
    let input = Vec::from_raw_parts(frame, length, length);
    let mut writer = Writer::default();
    writer.u8(0);
    if let Err(message) = run(method, &mut Reader::new(&input), &mut writer) {
        writer = Writer::default();
        writer.u8(1);
        writer.bytes(message.as_bytes());
    }
    let answer = writer.frame.into_boxed_slice();
    let answer_length = answer.len() as u64;
    let address = Box::into_raw(answer).cast::<u8>() as usize as u64;
    (address << 32) | answer_length
}

fn run(method: u32, reader: &mut Reader, writer: &mut Writer) -> Res<()> {
    match method {
        0 => default_config(writer),
        1 => STATE.with(|state| configure(&mut state.borrow_mut(), reader)),
        _ => STATE.with(|state| {
            let state = state.borrow();
            let config = state.config.as_ref().ok_or("the host is not configured")?;
            run_configured(method, config, &state.modules, reader, writer)
        }),
    }
}

fn run_configured(
    method: u32,
    config: &Config,
    modules: &Modules,
    reader: &mut Reader,
    writer: &mut Writer,
) -> Res<()> {
    match method {
        2 => resource_fee(config, reader, writer),
        3 => check_transaction(config, reader, writer),
        4 => apply::invoke(config, modules, &Transaction::read(config, reader)?)?.write(writer),
        5 => footprint::extend(config, &Transaction::read(config, reader)?)?.write(writer),
        6 => footprint::restore(config, &Transaction::read(config, reader)?)?.write(writer),
        7 => simulate::simulate(config, reader, writer),
        // For the test that an instance is replaced after a trap.
        255 => panic!("asked to panic"),
        other => Err(format!("no method {other}")),
    }
}

fn default_config(writer: &mut Writer) -> Res<()> {
    let settings = defaults::settings()?;
    writer.u32(settings.len() as u32);
    for setting in settings {
        let entry = defaults::entry(setting);
        writer.bytes(&to_xdr(&entry.to_key())?);
        writer.bytes(&to_xdr(&entry)?);
    }
    Ok(())
}

fn configure(state: &mut State, reader: &mut Reader) -> Res<()> {
    let count = reader.u32()?;
    let entries = (0..count).map(|_| reader.bytes()).collect::<Res<Vec<_>>>()?;
    let config = Config::load(&ledger::FixedEntries::from_xdr(&entries)?)?;
    if !state.config.as_ref().is_some_and(|known| known.costs_as(&config)) {
        state.modules.clear();
    }
    state.config = Some(config);
    Ok(())
}

fn resource_fee(config: &Config, reader: &mut Reader, writer: &mut Writer) -> Res<()> {
    let data = reader.xdr()?;
    let is_restore = reader.u8()? != 0;
    let (envelope_size, events_size) = (reader.u32()?, reader.u32()?);
    let (non_refundable, refundable) = fees::resource_fee(config, &data, is_restore, envelope_size, events_size);
    writer.i64(non_refundable);
    writer.i64(refundable);
    Ok(())
}

fn check_transaction(config: &Config, reader: &mut Reader, writer: &mut Writer) -> Res<()> {
    let (operation, data) = (reader.xdr()?, reader.xdr()?);
    let (kind, reason) = match check::check(config, &operation, &data, reader.u32()?)? {
        None => (0, None),
        Some(Refusal::Resources(reason)) => (1, Some(reason)),
        Some(Refusal::Operation(reason)) => (2, Some(reason)),
    };
    writer.u8(kind);
    writer.bytes(reason.as_ref().map(Reason::text).unwrap_or_default().as_bytes());
    writer.bytes(
        &reason
            .map(|reason| to_xdr(&reason.event()))
            .transpose()?
            .unwrap_or_default(),
    );
    Ok(())
}
