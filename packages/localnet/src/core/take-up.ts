import { availableLumens } from '../ledger/funds.ts'
import type { LedgerTxn } from '../ledger/txn.ts'
import { contractView } from '../ledger/view.ts'
import type { TransactionResultWire } from '../ledger/wire.ts'
import { fitIntoLedgers, ledgerLimits, type Soroban } from '../soroban/index.ts'
import { declaredRefusal, hidesMemo, refusalOf } from '../tx/check.ts'
import { memoDiagnostics, refusalDiagnostics } from '../tx/diagnose.ts'
import { type Frame, feeOf, inclusionFee } from '../tx/frame.ts'
import { encodeResult, refusalWire, resultWire } from '../tx/result.ts'
import { resourcesOf } from '../tx/soroban.ts'
import { feesWellFormed, TX } from '../tx/validity.ts'
import { type Lane, laneOf, type PendingQueue } from './queue.ts'
import { bidsMore } from './surge.ts'
import type { SendOutcome } from './types.ts'

// stellar-core, herder/HerderImpl.cpp (recvTransaction), herder/TransactionQueue.cpp, herder/TxQueueLimiter.cpp.

/** A transaction replaces a waiting one of the same account only if it bids this many times what that does. */
const REPLACEMENT_FACTOR = 10n
/** Ledgers' worth of transactions that wait at most. */
const QUEUED_LEDGERS = 2

export interface Door {
  readonly queue: PendingQueue
  /** Stands for the next ledger. Read only. */
  readonly txn: LedgerTxn
  readonly soroban: Soroban
  readonly opsPerLedger: number
}

/**
 * Takes a transaction into the queue, or turns it away, with the checks and in the order of a node: what waits already counts
 * before whether the transaction is valid.
 */
export function takeUp(frame: Frame, door: Door): SendOutcome {
  const { queue, txn, soroban } = door
  const latest = txn.context.sequence - 1
  const lane = laneOf(frame)
  const later: SendOutcome = { status: 'TRY_AGAIN_LATER', hash: frame.hashHex }

  const otherLane: Lane = lane === 'classic' ? 'soroban' : 'classic'
  if (queue.hasAccount(otherLane, frame.inner.source)) return later
  if (!feesWellFormed(frame)) return refused(frame, refusalWire(TX.malformed, 0n))
  if (queue.isBarred(frame.hashHex, latest)) return later
  if (inclusionFee(frame) < 0n) return refused(frame, refusalWire(TX.malformed, 0n))

  const waiting = queue.pendingOf(lane, frame.inner.source)
  const beside = waiting === undefined ? null : refuseBeside(frame, waiting, door)
  if (beside !== null) return beside

  const room = findRoom(frame, waiting, door)
  if ('least' in room) {
    queue.bar(frame, latest)
    if (room.least === null) return later
    const flat = frame.fullFeeStroops - inclusionFee(frame)
    return refused(frame, refusalWire(TX.insufficientFee, room.least + flat))
  }

  const refusal = refusalOf(frame, txn, soroban)
  if (refusal !== null) return refused(frame, refusal, refusalDiagnostics(frame, refusal, txn, soroban))
  const fee = feeOf(frame, txn.context.baseFeeStroops, false)
  if (!canPay(frame, waiting, door)) {
    return refused(frame, refusalWire(TX.insufficientBalance, fee))
  }
  if (hidesMemo(frame)) {
    return refused(frame, resultWire(frame, { code: TX.sorobanInvalid, operations: [] }, fee), memoDiagnostics())
  }

  for (const other of room.inPlaceOf) queue.outbid(other, latest)
  queue.add(frame)
  return { status: 'PENDING', hash: frame.hashHex }
}

function refused(frame: Frame, result: TransactionResultWire, diagnosticEventsXdr: Uint8Array[] = []): SendOutcome {
  return { status: 'ERROR', hash: frame.hashHex, errorResultXdr: encodeResult(result), diagnosticEventsXdr }
}

/** What a waiting transaction of the same account has against this one; null if this one may replace it. */
function refuseBeside(frame: Frame, waiting: Frame, { txn, soroban }: Door): SendOutcome | null {
  const hash = frame.hashHex
  // Of a fee bump that waits, the inner transaction waits too.
  if (hash === waiting.hashHex || (frame.feeBump === null && hash === waiting.inner.hashHex)) {
    return { status: 'DUPLICATE', hash }
  }
  if (frame.inner.tx.seqNum < waiting.inner.tx.seqNum) return refused(frame, refusalWire(TX.badSeq, 0n))
  const declared = declaredRefusal(frame, txn, soroban)
  if (declared !== null) return refused(frame, declared, refusalDiagnostics(frame, declared, txn, soroban))
  if (frame.feeBump === null || frame.inner.tx.seqNum !== waiting.inner.tx.seqNum) {
    return { status: 'TRY_AGAIN_LATER', hash }
  }
  const needed = inclusionFee(waiting) * REPLACEMENT_FACTOR * BigInt(frame.feeOperations)
  const operations = BigInt(waiting.feeOperations)
  if (inclusionFee(frame) * operations >= needed) return null
  const flat = frame.fullFeeStroops - inclusionFee(frame)
  const least = (needed + operations - 1n) / operations
  return refused(frame, refusalWire(TX.insufficientFee, least + flat))
}

/** What is to be bid at least for room that there is not, null if no bid buys it; else which lower bids have to make room. */
type Room = { readonly least: bigint | null } | { readonly inPlaceOf: readonly Frame[] }

function findRoom(frame: Frame, waiting: Frame | undefined, { queue, txn, opsPerLedger }: Door): Room {
  const lane = laneOf(frame)
  // Else a low bid could take the rest of the room that a higher one had to leave.
  const outbid = queue.lastOutbid(lane)
  if (outbid !== undefined && bidsMore(frame, outbid) >= 0) return { least: moreThan(outbid, frame) }
  const fits = lane === 'classic' ? classicFits(opsPerLedger) : sorobanFits(txn)
  if (!fits([frame])) return { least: null }
  const staying = queue.waiting(lane).filter((other) => other !== waiting)
  const inPlaceOf: Frame[] = []
  const sorted = staying.toSorted(bidsMore)
  while (!fits([...sorted, frame])) {
    const lowest = sorted.pop()
    if (lowest === undefined) throw new Error('what fits alone does not fit alone')
    if (bidsMore(frame, lowest) >= 0) return { least: moreThan(lowest, frame) }
    inPlaceOf.push(lowest)
  }
  return { inPlaceOf }
}

type Fits = (frames: readonly Frame[]) => boolean

function classicFits(opsPerLedger: number): Fits {
  const most = opsPerLedger * QUEUED_LEDGERS
  return (frames) => frames.reduce((total, { feeOperations }) => total + feeOperations, 0) <= most
}

function sorobanFits(txn: LedgerTxn): Fits {
  const limits = ledgerLimits(contractView(txn))
  return (frames) => fitIntoLedgers(frames.map(resourcesOf), limits, QUEUED_LEDGERS)
}

/** The least that `frame` would have to bid to bid more an operation than another. */
const moreThan = (other: Frame, frame: Frame): bigint =>
  (inclusionFee(other) * BigInt(frame.feeOperations)) / BigInt(other.feeOperations) + 1n

/** An account must be able to pay for everything that waits on its account. */
function canPay(frame: Frame, replaced: Frame | undefined, { queue, txn }: Door): boolean {
  const payer = txn.peekAccount(frame.feeSource)
  if (payer === null) throw new Error('a transaction without a payer was found valid')
  const freed = replaced?.feeSource === frame.feeSource ? replaced.fullFeeStroops : 0n
  const waitingFees = queue.feesOf(laneOf(frame), frame.feeSource) - freed
  return availableLumens(txn.context, payer) >= waitingFees + frame.fullFeeStroops
}
