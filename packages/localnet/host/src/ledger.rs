//! ledger.rs - the embedder's ledger, read through one imported function.
use crate::wire::{from_xdr, to_xdr, Reader, Res};
use soroban_env_host::{
    storage::{EntryWithLiveUntil, SnapshotSource},
    xdr::{LedgerEntry, LedgerKey, ScErrorCode, ScErrorType},
    HostError, LedgerInfo,
};
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

/// Length of what precedes the entry in a looked-up buffer: entry length, whether it has a TTL, live-until ledger.
const LOOKUP_PREFIX: usize = 12;

#[link(wasm_import_module = "ledger")]
extern "C" {
    /// Returns 0 for an absent entry, else a buffer from `hb_alloc` that now belongs to the caller.
    fn get(key: *const u8, key_len: usize) -> *mut u8;
}

/// An entry as the ledger stores it. An archived persistent entry keeps its old live-until ledger.
pub struct Stored {
    pub entry_xdr: Vec<u8>,
    pub live_until: Option<u32>,
}

/// Looks one entry up by the XDR of its key.
pub fn lookup(key_xdr: &[u8]) -> Option<Stored> {
    // SAFETY: the embedder answers 0 or a buffer of LOOKUP_PREFIX + entry length bytes made by `hb_alloc`.
    unsafe {
        let buffer = get(key_xdr.as_ptr(), key_xdr.len());
        if buffer.is_null() {
            return None;
        }
        let mut prefix = [0_u8; LOOKUP_PREFIX];
        core::ptr::copy_nonoverlapping(buffer, prefix.as_mut_ptr(), LOOKUP_PREFIX);
        let word = |at: usize| u32::from_le_bytes([prefix[at], prefix[at + 1], prefix[at + 2], prefix[at + 3]]);
        let total = LOOKUP_PREFIX + word(0) as usize;
        let mut entry_xdr = Vec::from_raw_parts(buffer, total, total);
        entry_xdr.drain(..LOOKUP_PREFIX);
        Some(Stored {
            entry_xdr,
            live_until: (word(4) != 0).then(|| word(8)),
        })
    }
}

/// Reads the ledger header that every call but the configuration begins with.
pub fn read_header(reader: &mut Reader) -> Res<LedgerInfo> {
    Ok(LedgerInfo {
        protocol_version: reader.u32()?,
        sequence_number: reader.u32()?,
        timestamp: reader.u64()?,
        network_id: reader.bytes32()?,
        base_reserve: reader.u32()?,
        ..Default::default()
    })
}

/// The ledger as a simulation sees it; each entry crosses the border once.
#[derive(Default)]
pub struct Snapshot {
    seen: RefCell<BTreeMap<Rc<LedgerKey>, Option<EntryWithLiveUntil>>>,
}

impl Snapshot {
    fn load(key: &LedgerKey) -> Res<Option<EntryWithLiveUntil>> {
        let Some(stored) = lookup(&to_xdr(key)?) else {
            return Ok(None);
        };
        let entry: LedgerEntry = from_xdr(&stored.entry_xdr)?;
        Ok(Some((Rc::new(entry), stored.live_until)))
    }
}

impl SnapshotSource for Snapshot {
    fn get(&self, key: &Rc<LedgerKey>) -> Result<Option<EntryWithLiveUntil>, HostError> {
        if let Some(entry) = self.seen.borrow().get(key) {
            return Ok(entry.clone());
        }
        let entry = Self::load(key).map_err(|_| HostError::from((ScErrorType::Storage, ScErrorCode::InternalError)))?;
        self.seen.borrow_mut().insert(Rc::clone(key), entry.clone());
        Ok(entry)
    }
}

/// A fixed set of entries as a snapshot: the network's configuration.
pub struct FixedEntries(pub BTreeMap<LedgerKey, Rc<LedgerEntry>>);

impl FixedEntries {
    pub fn from_xdr(entries: &[&[u8]]) -> Res<Self> {
        let decoded = entries.iter().map(|bytes| {
            let entry: LedgerEntry = from_xdr(bytes)?;
            Ok((entry.to_key(), Rc::new(entry)))
        });
        decoded.collect::<Res<_>>().map(Self)
    }
}

impl SnapshotSource for FixedEntries {
    fn get(&self, key: &Rc<LedgerKey>) -> Result<Option<EntryWithLiveUntil>, HostError> {
        Ok(self.0.get(key.as_ref()).map(|entry| (Rc::clone(entry), None)))
    }
}
