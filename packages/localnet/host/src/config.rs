//! config.rs - the network's configuration, decoded once and kept until the embedder sends another one.
use crate::diagnostics::over_limit;
use crate::ledger::FixedEntries;
use crate::transaction::OVER_BUDGET;
use crate::wire::{fail, Res};
use soroban_env_host::{
    budget::Budget,
    storage::SnapshotSource,
    xdr::{ConfigSettingEntry, ConfigSettingId, DiagnosticEvent, LedgerEntryData, LedgerKey, LedgerKeyConfigSetting},
    LedgerInfo,
};
use soroban_simulation::NetworkConfig;
use std::rc::Rc;

/// The limits that stellar-core enforces around the host, beside what the host itself needs.
pub struct Config {
    pub network: NetworkConfig,
    pub tx_max_disk_read_entries: u32,
    pub tx_max_disk_read_bytes: u32,
    pub tx_max_write_entries: u32,
    pub tx_max_write_bytes: u32,
    pub tx_max_footprint_entries: u32,
    pub tx_max_size_bytes: u32,
    pub tx_max_events_bytes: u32,
    pub max_key_bytes: u32,
    pub max_data_entry_bytes: u32,
    pub max_code_bytes: u32,
}

macro_rules! setting {
    ($entries:ident, $id:ident) => {{
        let key = LedgerKey::ConfigSetting(LedgerKeyConfigSetting {
            config_setting_id: ConfigSettingId::$id,
        });
        let found = $entries.get(&Rc::new(key)).map_err(fail)?;
        match found.as_ref().map(|(entry, _)| &entry.data) {
            Some(LedgerEntryData::ConfigSetting(ConfigSettingEntry::$id(value))) => value.clone(),
            _ => return Err(format!("the ledger has no {} setting", stringify!($id))),
        }
    }};
}

impl Config {
    pub fn load(entries: &FixedEntries) -> Res<Self> {
        let cost = setting!(entries, ContractLedgerCostV0);
        Ok(Self {
            network: NetworkConfig::load_from_snapshot(entries).map_err(fail)?,
            tx_max_disk_read_entries: cost.tx_max_disk_read_entries,
            tx_max_disk_read_bytes: cost.tx_max_disk_read_bytes,
            tx_max_write_entries: cost.tx_max_write_ledger_entries,
            tx_max_write_bytes: cost.tx_max_write_bytes,
            tx_max_footprint_entries: setting!(entries, ContractLedgerCostExtV0).tx_max_footprint_entries,
            tx_max_size_bytes: setting!(entries, ContractBandwidthV0).tx_max_size_bytes,
            tx_max_events_bytes: setting!(entries, ContractEventsV0).tx_max_contract_events_size_bytes,
            max_key_bytes: setting!(entries, ContractDataKeySizeBytes),
            max_data_entry_bytes: setting!(entries, ContractDataEntrySizeBytes),
            max_code_bytes: setting!(entries, ContractMaxSizeBytes),
        })
    }

    /// Whether both meter alike, so that contracts parsed under one serve under the other.
    pub fn costs_as(&self, other: &Self) -> bool {
        self.network.cpu_cost_params == other.network.cpu_cost_params
            && self.network.memory_cost_params == other.network.memory_cost_params
    }

    /// A budget of the network's cost model with `instructions` to spend.
    pub fn budget(&self, instructions: u32) -> Res<Budget> {
        self.budget_of(instructions.into(), self.network.tx_memory_limit.into())
    }

    /// A budget for work that no transaction pays for.
    pub fn unlimited_budget(&self) -> Res<Budget> {
        self.budget_of(u64::MAX, u64::MAX)
    }

    fn budget_of(&self, instructions: u64, memory_bytes: u64) -> Res<Budget> {
        Budget::try_from_configs(
            instructions,
            memory_bytes,
            self.network.cpu_cost_params.clone(),
            self.network.memory_cost_params.clone(),
        )
        .map_err(fail)
    }

    /// Why an entry of this size may not stand in the ledger at all, if so.
    pub fn entry_refusal(&self, key: &LedgerKey, entry_size: usize) -> Option<DiagnosticEvent> {
        let (limit, message) = match key {
            LedgerKey::ContractCode(_) => (
                self.max_code_bytes,
                "Wasm size exceeds network config maximum contract size",
            ),
            LedgerKey::ContractData(_) => (
                self.max_data_entry_bytes,
                "ContractData size exceeds network config maximum size",
            ),
            _ => return None,
        };
        let refusal = || over_limit(OVER_BUDGET, message, entry_size as u64, limit.into());
        (entry_size > limit as usize).then(refusal)
    }

    /// Adds the TTL bounds of the configuration to a header.
    pub fn complete(&self, mut info: LedgerInfo) -> LedgerInfo {
        self.network.fill_config_fields_in_ledger_info(&mut info);
        info
    }
}
