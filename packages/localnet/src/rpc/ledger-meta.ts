import { scValToNative, xdr } from '@stellar/stellar-sdk/base'
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

/** What was taken for a transaction before any of its ledger was applied: the first of its fee events says so. */
function takenStroops(transaction: AppliedTransaction): bigint {
  const [fee] = transaction.transactionEvents
  return fee === undefined ? transaction.feeChargedStroops : BigInt(scValToNative(fee.event.body.v0.data))
}

/**
 * What each operation of these transactions paid for inclusion: the network's base fee, or what surge pricing made of it. Classic and
 * contract transactions are priced apart.
 */
function baseFeeOf(transactions: readonly AppliedTransaction[]): bigint {
  const fees = transactions.map((transaction) => {
    const envelope = xdr.TransactionEnvelope.schema.decode(transaction.envelopeXdr)
    const inner = envelope.type === 5 ? envelope.feeBump.tx.innerTx.v1 : envelope.type === 0 ? envelope.v0 : envelope.v1
    const resourceFee = inner.tx.ext.v === 1 ? inner.tx.ext.sorobanData.resourceFee : 0n
    const operations = inner.tx.operations.length + (envelope.type === 5 ? 1 : 0)
    return (takenStroops(transaction) - resourceFee) / BigInt(operations)
  })
  // One that could not pay all of its fee paid less than the others.
  return fees.reduce((most, fee) => (fee > most ? fee : most), BASE_FEE_STROOPS)
}

/** One stage of one cluster: applied one after the other. */
function sorobanPhase(envelopes: readonly Uint8Array[], baseFeeStroops: bigint): Uint8Array[] {
  const fee = [u32(1), u32(1), i64(baseFeeStroops)]
  if (envelopes.length === 0) return [...fee, u32(0)]
  return [...fee, u32(1), u32(1), u32(envelopes.length), ...envelopes]
}

/** The setting in which the network keeps how large its Soroban state was at the last times that it looked. */
const STATE_SIZES_KEY = Uint8Array.from([0, 0, 0, 8, 0, 0, 0, 12])

/** The size of the live Soroban state that rent is reckoned by, in bytes. */
function stateSizeBytes(core: LocalnetCore): bigint {
  const found = core.entry(STATE_SIZES_KEY)
  if (found === undefined) return 0n
  const { data } = xdr.LedgerEntry.fromXdr(found.entryXdr)
  if (data.type !== 'configSetting') return 0n
  const { configSetting } = data
  if (configSetting.type !== 'configSettingLiveSorobanStateSizeWindow') return 0n
  return configSetting.liveSorobanStateSizeWindow.at(-1) ?? 0n
}

/** TransactionResultMetaV1: result, changes of the fee, meta, changes of the refund. */
function processing(transaction: AppliedTransaction): Uint8Array[] {
  const pair = [Buffer.from(transaction.hash, 'hex'), transaction.resultXdr]
  return [u32(0), ...pair, transaction.feeChangesXdr, transaction.metaXdr, transaction.refundChangesXdr]
}

/**
 * LedgerCloseMeta (version 2) of a closed ledger, put together from parts that are XDR already.
 *
 * Not recorded, and therefore empty: upgrades, SCP messages.
 */
export function ledgerCloseMeta(core: LocalnetCore, ledger: ClosedLedger): Uint8Array {
  const transactions = core.transactionsOf(ledger.sequence)
  const soroban = transactions.filter(isSoroban)
  const classic = transactions.filter((transaction) => !soroban.includes(transaction))
  const envelopes = (of: readonly AppliedTransaction[]): Uint8Array[] => of.map(({ envelopeXdr }) => envelopeXdr)
  return Buffer.concat([
    u32(2),
    u32(0),
    ledger.headerXdr,
    u32(1),
    Buffer.from(ledger.previousHash, 'hex'),
    u32(2),
    ...classicPhase(envelopes(classic), baseFeeOf(classic)),
    ...sorobanPhase(envelopes(soroban), baseFeeOf(soroban)),
    u32(transactions.length),
    ...transactions.flatMap(processing),
    u32(0),
    u32(0),
    i64(stateSizeBytes(core)),
    u32(ledger.evictedKeysXdr.length),
    ...ledger.evictedKeysXdr,
  ])
}
