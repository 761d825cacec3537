//! defaults.rs - the configuration entries of a fresh network: mainnet's limits and fees, protocol 28's cost model.
use crate::cost_params::{CPU, MEMORY};
use crate::wire::{fail, Res};
use soroban_env_host::xdr::{
    ConfigSettingContractBandwidthV0, ConfigSettingContractComputeV0, ConfigSettingContractEventsV0,
    ConfigSettingContractExecutionLanesV0, ConfigSettingContractHistoricalDataV0, ConfigSettingContractLedgerCostExtV0,
    ConfigSettingContractLedgerCostV0, ConfigSettingContractParallelComputeV0, ConfigSettingEntry,
    ConfigSettingScpTiming, ContractCostParamEntry, ContractCostParams, EvictionIterator, ExtensionPoint,
    FreezeBypassTxs, FrozenLedgerKeys, LedgerEntry, LedgerEntryData, LedgerEntryExt, StateArchivalSettings,
};

/// Soroban state on mainnet in mid-2026; with it a kilobyte's rent costs what it costs there.
const STATE_SIZE_BYTES: u64 = 826_000_000;
const STATE_SIZE_SAMPLES: usize = 30;

fn cost_params(terms: &[(i64, i64)]) -> Res<ContractCostParams> {
    let entries: Vec<_> = terms
        .iter()
        .map(|&(const_term, linear_term)| ContractCostParamEntry {
            ext: ExtensionPoint::V0,
            const_term,
            linear_term,
        })
        .collect();
    Ok(ContractCostParams(entries.try_into().map_err(fail)?))
}

fn ledger_cost() -> ConfigSettingContractLedgerCostV0 {
    ConfigSettingContractLedgerCostV0 {
        ledger_max_disk_read_entries: 1_000,
        ledger_max_disk_read_bytes: 400_000,
        ledger_max_write_ledger_entries: 1_000,
        ledger_max_write_bytes: 286_720,
        tx_max_disk_read_entries: 200,
        tx_max_disk_read_bytes: 200_000,
        tx_max_write_ledger_entries: 200,
        tx_max_write_bytes: 132_096,
        fee_disk_read_ledger_entry: 1_563,
        fee_write_ledger_entry: 2_500,
        fee_disk_read1_kb: 447,
        soroban_state_target_size_bytes: 3_000_000_000,
        rent_fee1_kb_soroban_state_size_low: -17_000,
        rent_fee1_kb_soroban_state_size_high: 10_000,
        soroban_state_rent_fee_growth_factor: 5_000,
    }
}

fn state_archival() -> StateArchivalSettings {
    StateArchivalSettings {
        max_entry_ttl: 3_110_400,
        min_temporary_ttl: 17_280,
        min_persistent_ttl: 2_073_600,
        persistent_rent_rate_denominator: 1_215,
        temp_rent_rate_denominator: 2_430,
        max_entries_to_archive: 1_000,
        live_soroban_state_size_window_sample_size: STATE_SIZE_SAMPLES as u32,
        live_soroban_state_size_window_sample_period: 64,
        eviction_scan_size: 500_000,
        starting_eviction_scan_level: 7,
    }
}

/// Every `ConfigSettingEntry` of a network at protocol 28, in the order of their identifiers.
pub fn settings() -> Res<Vec<ConfigSettingEntry>> {
    use ConfigSettingEntry as Setting;
    Ok(vec![
        Setting::ContractMaxSizeBytes(131_072),
        Setting::ContractComputeV0(ConfigSettingContractComputeV0 {
            ledger_max_instructions: 580_000_000,
            tx_max_instructions: 400_000_000,
            fee_rate_per_instructions_increment: 7,
            tx_memory_limit: 41_943_040,
        }),
        Setting::ContractLedgerCostV0(ledger_cost()),
        Setting::ContractHistoricalDataV0(ConfigSettingContractHistoricalDataV0 {
            fee_historical1_kb: 4_059,
        }),
        Setting::ContractEventsV0(ConfigSettingContractEventsV0 {
            tx_max_contract_events_size_bytes: 16_384,
            fee_contract_events1_kb: 5_000,
        }),
        Setting::ContractBandwidthV0(ConfigSettingContractBandwidthV0 {
            ledger_max_txs_size_bytes: 266_240,
            tx_max_size_bytes: 132_096,
            fee_tx_size1_kb: 406,
        }),
        Setting::ContractCostParamsCpuInstructions(cost_params(&CPU)?),
        Setting::ContractCostParamsMemoryBytes(cost_params(&MEMORY)?),
        Setting::ContractDataKeySizeBytes(250),
        Setting::ContractDataEntrySizeBytes(65_536),
        Setting::StateArchival(state_archival()),
        Setting::ContractExecutionLanes(ConfigSettingContractExecutionLanesV0 {
            ledger_max_tx_count: 2_000,
        }),
        Setting::LiveSorobanStateSizeWindow(vec![STATE_SIZE_BYTES; STATE_SIZE_SAMPLES].try_into().map_err(fail)?),
        Setting::EvictionIterator(EvictionIterator {
            bucket_list_level: 7,
            is_curr_bucket: true,
            bucket_file_offset: 0,
        }),
        Setting::ContractParallelComputeV0(ConfigSettingContractParallelComputeV0 {
            ledger_max_dependent_tx_clusters: 2,
        }),
        Setting::ContractLedgerCostExtV0(ConfigSettingContractLedgerCostExtV0 {
            tx_max_footprint_entries: 400,
            fee_write1_kb: 875,
        }),
        Setting::ScpTiming(ConfigSettingScpTiming {
            ledger_target_close_time_milliseconds: 5_000,
            nomination_timeout_initial_milliseconds: 1_000,
            nomination_timeout_increment_milliseconds: 1_000,
            ballot_timeout_initial_milliseconds: 1_000,
            ballot_timeout_increment_milliseconds: 1_000,
        }),
        Setting::FrozenLedgerKeys(FrozenLedgerKeys {
            keys: Default::default(),
        }),
        Setting::FreezeBypassTxs(FreezeBypassTxs {
            tx_hashes: Default::default(),
        }),
    ])
}

/// A setting as the ledger entry of the genesis ledger.
pub fn entry(setting: ConfigSettingEntry) -> LedgerEntry {
    LedgerEntry {
        last_modified_ledger_seq: 1,
        data: LedgerEntryData::ConfigSetting(setting),
        ext: LedgerEntryExt::V0,
    }
}
