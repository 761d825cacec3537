import { emptyLedger, fits, type LedgerLimits, type LedgerTotals, withTransaction } from '../soroban/index.ts'
import { type Frame, inclusionFee } from '../tx/frame.ts'
import { resourcesOf } from '../tx/soroban.ts'

/** The transactions of one ledger, with what each pays for inclusion. */
export interface Selection {
  readonly frames: readonly Frame[]
  /** Stroops an operation that every classic transaction of the ledger pays. */
  readonly classicBaseFeeStroops: bigint
  /** The same of the contract transactions, which compete among themselves. */
  readonly sorobanBaseFeeStroops: bigint
}

/** Whether `a` bids more an operation than `b`: compared as fractions, so that nothing is lost in rounding. */
export function bidsMore(a: Frame, b: Frame): number {
  const left = inclusionFee(a) * BigInt(b.feeOperations)
  const right = inclusionFee(b) * BigInt(a.feeOperations)
  return left > right ? -1 : left < right ? 1 : 0
}

/** What a transaction bids an operation, rounded down as the network rounds it. */
export const bidOf = (frame: Frame): bigint => inclusionFee(frame) / BigInt(frame.feeOperations)

/**
 * Chooses what goes into the next ledger, as stellar-core's surge pricing does: classic and contract transactions have a lane each; in
 * each the highest bids go first, what does not fit is passed over, and if anything was, all of the lane pay what its lowest bid is,
 * else the network's base fee. Equal bids go in the order of their coming; a network would deal them out by hash.
 *
 * @param waiting in the order of their coming; at most one of each account
 * @param maxOperations of the classic lane; a transaction that is larger is never included
 */
export function selectForLedger(
  waiting: readonly Frame[],
  maxOperations: number,
  limits: LedgerLimits,
  baseFeeStroops: bigint,
): Selection {
  const classic = fillClassic(sorted(waiting.filter(({ inner }) => !inner.isSoroban)), maxOperations)
  const soroban = fillSoroban(sorted(waiting.filter(({ inner }) => inner.isSoroban)), limits)
  const chosen = new Set([...classic.chosen, ...soroban.chosen])
  return {
    frames: waiting.filter((frame) => chosen.has(frame)),
    classicBaseFeeStroops: laneFee(classic, baseFeeStroops),
    sorobanBaseFeeStroops: laneFee(soroban, baseFeeStroops),
  }
}

interface Lane {
  readonly chosen: readonly Frame[]
  readonly passedOver: boolean
}

/** Sorting is stable: equal bids stay in their order. */
const sorted = (frames: readonly Frame[]): Frame[] => frames.toSorted(bidsMore)

function laneFee({ chosen, passedOver }: Lane, baseFeeStroops: bigint): bigint {
  const [first, ...others] = chosen.map(bidOf)
  if (!passedOver || first === undefined) return baseFeeStroops
  return others.reduce((lowest, bid) => (bid < lowest ? bid : lowest), first)
}

function fillClassic(frames: readonly Frame[], maxOperations: number): Lane {
  const chosen: Frame[] = []
  let operations = 0
  for (const frame of frames) {
    if (operations + frame.feeOperations > maxOperations) continue
    operations += frame.feeOperations
    chosen.push(frame)
  }
  return { chosen, passedOver: chosen.length < frames.length }
}

function fillSoroban(frames: readonly Frame[], limits: LedgerLimits): Lane {
  const chosen: Frame[] = []
  let totals: LedgerTotals = emptyLedger
  for (const frame of frames) {
    const resources = resourcesOf(frame)
    if (!fits(totals, resources, limits)) continue
    totals = withTransaction(totals, resources)
    chosen.push(frame)
  }
  return { chosen, passedOver: chosen.length < frames.length }
}
