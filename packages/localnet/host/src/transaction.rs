//! transaction.rs - what applying needs of the transaction around the operation.
use crate::config::Config;
use crate::fees::resource_fee;
use crate::outcome::Outcome;
use crate::wire::{Reader, Res};
use crate::{diagnostics, ledger::read_header};
use soroban_env_host::{
    xdr::{OperationBody, ScError, ScErrorCode, SorobanTransactionData},
    LedgerInfo,
};

pub const OVER_BUDGET: ScError = ScError::Budget(ScErrorCode::ExceededLimit);

pub struct Transaction<'a> {
    pub info: LedgerInfo,
    pub operation: OperationBody,
    pub data: SorobanTransactionData,
    /// XDR of the AccountId that the operation runs as.
    pub source: &'a [u8],
    pub prng_seed: &'a [u8],
    pub envelope_size: u32,
    pub refundable_budget: i64,
}

impl<'a> Transaction<'a> {
    pub fn read(config: &Config, reader: &mut Reader<'a>) -> Res<Self> {
        Ok(Self {
            info: config.complete(read_header(reader)?),
            operation: reader.xdr()?,
            data: reader.xdr()?,
            source: reader.bytes()?,
            prng_seed: reader.bytes()?,
            envelope_size: reader.u32()?,
            refundable_budget: reader.i64()?,
        })
    }

    /// Takes rent, then events, out of the refundable budget; `false` when it does not suffice.
    pub fn consume_refundable(&self, config: &Config, outcome: &mut Outcome, rent_fee: i64, events_size: u32) -> bool {
        let is_restore = matches!(self.operation, OperationBody::RestoreFootprint(_));
        let (_, events_fee) = resource_fee(config, &self.data, is_restore, self.envelope_size, events_size);
        outcome.rent_fee = rent_fee;
        outcome.refundable_fee = rent_fee.saturating_add(events_fee);
        let (message, cost) = if rent_fee > self.refundable_budget {
            (
                "refundable resource fee was not sufficient to cover the ledger storage rent: {} > {}",
                rent_fee,
            )
        } else if outcome.refundable_fee > self.refundable_budget {
            (
                "refundable resource fee was not sufficient to cover the events fee after paying for ledger storage \
                 rent: {} > {}",
                events_fee,
            )
        } else {
            return true;
        };
        let (cost, budget) = (cost.max(0) as u64, self.refundable_budget.max(0) as u64);
        let event = diagnostics::over_limit(OVER_BUDGET, message, cost, budget);
        outcome.diagnostic_events.push(event);
        false
    }

    /// The last ledger of an entry restored in this one.
    pub fn restored_live_until(&self) -> u32 {
        let ttl = self.info.min_persistent_entry_ttl;
        self.info.sequence_number.saturating_add(ttl.saturating_sub(1))
    }
}
