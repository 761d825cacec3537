//! metrics.rs - the figures that stellar-core reports of every invocation as diagnostic events, `core_metrics`.
use crate::diagnostics;
use soroban_env_host::xdr::DiagnosticEvent;

/// What an invocation read, wrote, emitted and used. Bytes unless the name says otherwise.
#[derive(Default)]
pub struct Metrics {
    read_entries: u64,
    write_entries: u64,
    pub ledger_read_bytes: u64,
    pub ledger_write_bytes: u64,
    read_key_bytes: u64,
    read_data_bytes: u64,
    write_data_bytes: u64,
    read_code_bytes: u64,
    write_code_bytes: u64,
    emit_events: u64,
    pub emit_event_bytes: u64,
    pub cpu_instructions: u64,
    pub memory_bytes: u64,
    max_key_bytes: u64,
    max_data_bytes: u64,
    max_code_bytes: u64,
    max_event_bytes: u64,
}

impl Metrics {
    /// An entry that is kept in memory was looked for.
    pub fn note_read(&mut self) {
        self.read_entries += 1;
    }

    /// A classic or archived entry was looked for.
    pub fn note_disk_read(&mut self, is_code: bool, key_size: u64, entry_size: u64) {
        self.read_entries += 1;
        self.read_key_bytes += key_size;
        self.ledger_read_bytes += entry_size;
        if is_code {
            self.read_code_bytes += entry_size;
        } else {
            self.read_data_bytes += entry_size;
        }
        self.note_sizes(is_code, key_size, entry_size);
    }

    /// An entry was written; one of the read-write footprint counts even if it stayed as it was.
    pub fn note_write(&mut self, is_code: bool, key_size: u64, entry_size: u64) {
        self.write_entries += 1;
        self.ledger_write_bytes += entry_size;
        if is_code {
            self.write_code_bytes += entry_size;
        } else {
            self.write_data_bytes += entry_size;
        }
        self.note_sizes(is_code, key_size, entry_size);
    }

    pub fn note_event(&mut self, size: u64) {
        self.emit_events += 1;
        self.emit_event_bytes += size;
        self.max_event_bytes = self.max_event_bytes.max(size);
    }

    fn note_sizes(&mut self, is_code: bool, key_size: u64, entry_size: u64) {
        self.max_key_bytes = self.max_key_bytes.max(key_size);
        let largest = if is_code {
            &mut self.max_code_bytes
        } else {
            &mut self.max_data_bytes
        };
        *largest = entry_size.max(*largest);
    }

    /// The events, in stellar-core's order. Time is told as 0: equal histories are to have equal meta.
    pub fn events(&self, successful: bool) -> Vec<DiagnosticEvent> {
        let figures = [
            ("read_entry", self.read_entries),
            ("write_entry", self.write_entries),
            ("ledger_read_byte", self.ledger_read_bytes),
            ("ledger_write_byte", self.ledger_write_bytes),
            ("read_key_byte", self.read_key_bytes),
            // stellar-core has the figure and never counts it.
            ("write_key_byte", 0),
            ("read_data_byte", self.read_data_bytes),
            ("write_data_byte", self.write_data_bytes),
            ("read_code_byte", self.read_code_bytes),
            ("write_code_byte", self.write_code_bytes),
            ("emit_event", self.emit_events),
            ("emit_event_byte", self.emit_event_bytes),
            ("cpu_insn", self.cpu_instructions),
            ("mem_byte", self.memory_bytes),
            ("invoke_time_nsecs", 0),
            ("max_rw_key_byte", self.max_key_bytes),
            ("max_rw_data_byte", self.max_data_bytes),
            ("max_rw_code_byte", self.max_code_bytes),
            ("max_emit_event_byte", self.max_event_bytes),
        ];
        let tell = |(name, value)| diagnostics::core_metric(successful, name, value);
        figures.into_iter().map(tell).collect()
    }
}
