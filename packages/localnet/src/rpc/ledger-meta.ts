import { xdr } from '@stellar/stellar-sdk/base'
import type { AppliedTransaction, ClosedLedger, LocalnetCore } from '../core/types.ts'
import { sorobanDataOf } from './envelope.ts'

const BASE_FEE_STROOPS = 100n
const HASH_BYTES = 32
const EXTENSION_BYTES = 4

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function i64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(value)
  return bytes
}

/** LedgerHeader out of a LedgerHeaderHistoryEntry: hash, header, extension. */
export function headerOf(ledger: ClosedLedger): Uint8Array {
  return ledger.headerXdr.subarray(HASH_BYTES, ledger.headerXdr.length - EXTENSION_BYTES)
}

function isSoroban(transaction: AppliedTransaction): boolean {
  return sorobanDataOf(xdr.TransactionEnvelope.fromXdr(transaction.envelopeXdr)) !== undefined
}

function classicPhase(envelopes: readonly Uint8Array[], baseFeeStroops: bigint): Uint8Array[] {
  if (envelopes.length === 0) return [u32(0), u32(0)]
  return [u32(0), u32(1), u32(0), u32(1), i64(baseFeeStroops), u32(envelopes.length), ...envelopes]
}

/** What each classic operation of the ledger paid: the network's base fee, or what surge pricing made of it. */
function classicBaseFee(transactions: readonly AppliedTransaction[]): bigint {
  const fees = transactions.map(({ envelopeXdr, feeChargedStroops }) => {
    const envelope = xdr.TransactionEnvelope.schema.decode(envelopeXdr)
    const inner = envelope.type === 5 ? envelope.feeBump.tx.innerTx.v1 : envelope.type === 0 ? envelope.v0 : envelope.v1
    return feeChargedStroops / BigInt(inner.tx.operations.length + (envelope.type === 5 ? 1 : 0))
  })
  // One that could not pay all of its fee paid less than the others.
  return fees.reduce((most, fee) => (fee > most ? fee : most), BASE_FEE_STROOPS)
}

/** One stage of one cluster: applied one after the other. */
function sorobanPhase(envelopes: readonly Uint8Array[]): Uint8Array[] {
  const fee = [u32(1), u32(1), i64(BASE_FEE_STROOPS)]
  if (envelopes.length === 0) return [...fee, u32(0)]
  return [...fee, u32(1), u32(1), u32(envelopes.length), ...envelopes]
}

/** TransactionResultMetaV1: result, changes of the fee, meta, changes of the refund. */
function processing(transaction: AppliedTransaction): Uint8Array[] {
  const pair = [Buffer.from(transaction.hash, 'hex'), transaction.resultXdr]
  return [u32(0), ...pair, transaction.feeChangesXdr, transaction.metaXdr, transaction.refundChangesXdr]
}

/**
 * LedgerCloseMeta (version 2) of a closed ledger, put together from parts that are XDR already.
 *
 * Not recorded, and therefore empty: upgrades, SCP messages, state size.
 */
export function ledgerCloseMeta(core: LocalnetCore, ledger: ClosedLedger): Uint8Array {
  const transactions = core.transactionsOf(ledger.sequence)
  const classic: Uint8Array[] = []
  const soroban: Uint8Array[] = []
  for (const transaction of transactions) {
    if (isSoroban(transaction)) soroban.push(transaction.envelopeXdr)
    else classic.push(transaction.envelopeXdr)
  }
  return Buffer.concat([
    u32(2),
    u32(0),
    ledger.headerXdr,
    u32(1),
    Buffer.from(ledger.previousHash, 'hex'),
    u32(2),
    ...classicPhase(classic, classicBaseFee(transactions.filter((one) => !isSoroban(one)))),
    ...sorobanPhase(soroban),
    u32(transactions.length),
    ...transactions.flatMap(processing),
    u32(0),
    u32(0),
    i64(0n),
    u32(ledger.evictedKeysXdr.length),
    ...ledger.evictedKeysXdr,
  ])
}
