import { createHash } from 'node:crypto'
import { xdr } from '@stellar/stellar-sdk/base'
import type { LedgerState } from '../ledger/state.ts'
import type { LedgerContext } from '../ledger/txn.ts'
import type { AppliedTransaction, ClosedLedger } from './types.ts'

const NO_HASH = new Uint8Array(32)

function sha256(...parts: Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** The hash by which the transactions of a ledger are agreed on, made of the ledger before and their own hashes. */
export function transactionSetHash(previousHash: string, hashes: readonly string[]): Uint8Array {
  return sha256(Buffer.from(previousHash, 'hex'), Buffer.from(hashes.join(''), 'hex'))
}

export interface ClosingLedger {
  readonly context: LedgerContext
  readonly state: LedgerState
  readonly previous: ClosedLedger | null
  readonly transactionSetHash: Uint8Array
  readonly transactions: readonly Pick<AppliedTransaction, 'hash' | 'resultXdr'>[]
  readonly operationCount: number
  /** Operations that a ledger holds at most. */
  readonly maxOperations: number
  readonly evictedKeysXdr: readonly Uint8Array[]
}

/**
 * The header of a ledger, chained to the one before.
 *
 * There is no bucket list here: its hash is made of the results, so that equal histories have equal hashes.
 */
export function closeHeader(closing: ClosingLedger): ClosedLedger {
  const { context, state, previous, transactions } = closing
  const previousHash = previous === null ? NO_HASH : Buffer.from(previous.hash, 'hex')
  const results = transactions.flatMap(({ hash, resultXdr }) => [Buffer.from(hash, 'hex'), resultXdr])
  const count = Buffer.alloc(4)
  count.writeUInt32BE(transactions.length)
  const txSetResultHash = sha256(count, ...results)
  const header = {
    ledgerVersion: context.protocolVersion,
    previousLedgerHash: previousHash,
    scpValue: {
      txSetHash: closing.transactionSetHash,
      closeTime: context.closeTime,
      upgrades: [],
      ext: { v: 0 as const },
    },
    txSetResultHash,
    bucketListHash: sha256(previousHash, txSetResultHash),
    ledgerSeq: context.sequence,
    totalCoins: state.totalCoinsStroops,
    feePool: state.feePoolStroops,
    inflationSeq: 0,
    idPool: state.idPool,
    baseFee: Number(context.baseFeeStroops),
    baseReserve: Number(context.baseReserveStroops),
    maxTxSetSize: closing.maxOperations,
    skipList: [NO_HASH, NO_HASH, NO_HASH, NO_HASH],
    ext: { v: 0 as const },
  }
  const hash = sha256(xdr.LedgerHeader.schema.encode(header))
  return {
    sequence: context.sequence,
    hash: Buffer.from(hash).toString('hex'),
    previousHash: Buffer.from(previousHash).toString('hex'),
    closeTime: context.closeTime,
    headerXdr: xdr.LedgerHeaderHistoryEntry.schema.encode({ hash, header, ext: { v: 0 } }),
    transactionCount: transactions.length,
    operationCount: closing.operationCount,
    evictedKeysXdr: closing.evictedKeysXdr,
  }
}
