//! outcome.rs - what applying one Soroban operation answers.
use crate::wire::{Res, Writer};
use soroban_env_host::xdr::DiagnosticEvent;

/// The result codes that the three operations share; the numbers are known to the TypeScript side.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Code {
    Success = 0,
    Malformed = 1,
    Trapped = 2,
    ResourceLimitExceeded = 3,
    EntryArchived = 4,
    InsufficientRefundableFee = 5,
}

/// One write to the ledger; none is made unless the operation succeeds.
pub enum Change {
    Put {
        key: Vec<u8>,
        entry: Vec<u8>,
        live_until: Option<u32>,
    },
    Delete {
        key: Vec<u8>,
    },
    /// The entry stays as it is and lives longer.
    Extend {
        key: Vec<u8>,
        live_until: u32,
    },
}

#[derive(Default)]
pub struct Outcome {
    pub code: Option<Code>,
    pub rent_fee: i64,
    pub refundable_fee: i64,
    pub cpu_instructions: u64,
    pub memory_bytes: u64,
    pub return_value: Vec<u8>,
    pub contract_events: Vec<Vec<u8>>,
    pub diagnostic_events: Vec<DiagnosticEvent>,
    pub changes: Vec<Change>,
    /// Set when the host reports an error of its own, which stellar-core answers with txINTERNAL_ERROR.
    pub internal_error: Option<String>,
}

impl Outcome {
    /// Closes the outcome as failed: it writes nothing and charges no refundable fee.
    pub fn refuse(mut self, code: Code) -> Self {
        self.code = Some(code);
        self.rent_fee = 0;
        self.refundable_fee = 0;
        self.return_value.clear();
        self.contract_events.clear();
        self.changes.clear();
        self
    }

    pub fn write(&self, writer: &mut Writer) -> Res<()> {
        writer.u8(self.code.unwrap_or(Code::Success) as u8);
        writer.i64(self.rent_fee);
        writer.i64(self.refundable_fee);
        writer.u64(self.cpu_instructions);
        writer.u64(self.memory_bytes);
        writer.bytes(&self.return_value);
        writer.list(&self.contract_events);
        writer.xdr_list(&self.diagnostic_events)?;
        writer.u32(self.changes.len() as u32);
        for change in &self.changes {
            change.write(writer);
        }
        writer.bytes(self.internal_error.as_deref().unwrap_or_default().as_bytes());
        Ok(())
    }
}

impl Change {
    fn write(&self, writer: &mut Writer) {
        match self {
            Change::Put { key, entry, live_until } => {
                writer.u8(0);
                writer.bytes(key);
                writer.bytes(entry);
                writer.u8(live_until.is_some().into());
                writer.u32(live_until.unwrap_or_default());
            }
            Change::Delete { key } => {
                writer.u8(1);
                writer.bytes(key);
            }
            Change::Extend { key, live_until } => {
                writer.u8(2);
                writer.bytes(key);
                writer.u32(*live_until);
            }
        }
    }
}
