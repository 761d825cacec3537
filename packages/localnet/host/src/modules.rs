//! modules.rs - parsed contracts, kept between calls as stellar-core keeps them between transactions.
use crate::config::Config;
use crate::wire::{fail, from_xdr, Res};
use soroban_env_host::{
    budget::{AsBudget, Budget},
    xdr::{Hash, LedgerEntry, LedgerEntryData},
    CompilationContext, Error, ErrorHandler, HostError, LedgerInfo, ModuleCache, Val,
};
use std::{cell::RefCell, collections::BTreeMap};

/// Contracts are parsed outside any transaction, at nobody's expense.
#[derive(Clone)]
struct Unmetered(Budget);

impl ErrorHandler for Unmetered {
    fn map_err<T, E>(&self, result: Result<T, E>) -> Result<T, HostError>
    where
        Error: From<E>,
        E: core::fmt::Debug,
    {
        result.map_err(HostError::from)
    }

    fn error(&self, error: Error, _message: &str, _about: &[Val]) -> HostError {
        HostError::from(error)
    }
}

impl AsBudget for Unmetered {
    fn as_budget(&self) -> &Budget {
        &self.0
    }
}

impl CompilationContext for Unmetered {}

#[derive(Default)]
pub struct Modules {
    cache: RefCell<Option<ModuleCache>>,
    /// By the XDR of the key: the length of the entry and its size for rent.
    sizes: RefCell<BTreeMap<Vec<u8>, (usize, u32)>>,
}

impl Modules {
    /// Forgets what depends on the network's configuration.
    pub fn clear(&self) {
        *self.cache.borrow_mut() = None;
        self.sizes.borrow_mut().clear();
    }

    pub fn cache(&self) -> Option<ModuleCache> {
        self.cache.borrow().clone()
    }

    /// Parses a live contract code entry unless it is parsed already. One that does not parse is left to the host.
    pub fn warm(&self, config: &Config, info: &LedgerInfo, hash: &Hash, entry_xdr: &[u8]) -> Res<()> {
        let mut cache = self.cache.borrow_mut();
        if let Some(cache) = cache.as_ref() {
            if cache.contains_module(hash).map_err(fail)? {
                return Ok(());
            }
        }
        let context = Unmetered(config.unlimited_budget()?);
        if cache.is_none() {
            *cache = Some(ModuleCache::new(&context).map_err(fail)?);
        }
        let entry: LedgerEntry = from_xdr(entry_xdr)?;
        if let (Some(cache), LedgerEntryData::ContractCode(code)) = (cache.as_ref(), &entry.data) {
            let _ = cache.parse_and_cache_module_simple(&context, info.protocol_version, code.code.as_slice());
        }
        Ok(())
    }

    /// What a code entry's rent is reckoned on; code never changes under its key, so once is enough.
    pub fn code_size_for_rent(&self, key_xdr: &[u8], entry_xdr: &[u8], compute: impl FnOnce() -> Res<u32>) -> Res<u32> {
        if let Some((length, size)) = self.sizes.borrow().get(key_xdr) {
            if *length == entry_xdr.len() {
                return Ok(*size);
            }
        }
        let size = compute()?;
        self.sizes
            .borrow_mut()
            .insert(key_xdr.to_vec(), (entry_xdr.len(), size));
        Ok(size)
    }
}
