/** Tax lots of a bond by first in, first out. Which method a holder may use is between them and their tax office; this is the usual default. */
import { min, mulDivFloor, requireNotNegative } from './money.ts'

/** Bonds that came or went, in the order in which it happened. Amounts are stroops, times Unix seconds. */
export type LotEvent = {
  readonly at: bigint
  readonly kind: 'acquired' | 'disposed'
  readonly bondStroops: bigint
  /** What was paid or got for them; null where no price is known: a transfer between wallets. */
  readonly moneyStroops: bigint | null
}

/** Bonds that were bought at one time and are still held. */
export type OpenLot = {
  readonly acquiredAt: bigint
  readonly bondStroops: bigint
  /** What they cost; null where that is not known. */
  readonly costStroops: bigint | null
}

/** Bonds of one lot that went at one time. */
export type ClosedLot = OpenLot & {
  readonly disposedAt: bigint
  /** What was got for them; null where they were only moved. */
  readonly proceedsStroops: bigint | null
  /** Proceeds less cost; null where either is not known. */
  readonly gainStroops: bigint | null
}

export type TaxLots = {
  readonly open: readonly OpenLot[]
  readonly closed: readonly ClosedLot[]
  /** Bonds that went without having come: history that begins in the middle. */
  readonly unmatchedStroops: bigint
}

/**
 * Matches what went against what came, the oldest first. A lot that goes in parts splits its cost in proportion, rounded down, with the rest in
 * its last part; so do proceeds over several lots.
 *
 * Laws: bonds acquired = open + closed (with what is unmatched on the other side); the costs of all parts of a lot are its cost; the proceeds of
 * all parts of a disposal are its proceeds, where nothing is unmatched.
 * @throws {RangeError} if an amount is negative (a caller bug).
 */
export function taxLots(events: readonly LotEvent[]): TaxLots {
  const open: { acquiredAt: bigint; bondStroops: bigint; costStroops: bigint | null }[] = []
  const closed: ClosedLot[] = []
  let unmatchedStroops = 0n
  for (const { at, kind, bondStroops, moneyStroops } of events) {
    requireNotNegative('bondStroops', bondStroops)
    if (moneyStroops !== null) requireNotNegative('moneyStroops', moneyStroops)
    if (bondStroops === 0n) continue
    if (kind === 'acquired') {
      open.push({ acquiredAt: at, bondStroops, costStroops: moneyStroops })
      continue
    }
    let left = bondStroops
    let proceedsLeft = moneyStroops
    while (left > 0n) {
      const lot = open[0]
      if (!lot) {
        unmatchedStroops += left
        break
      }
      const taken = min(left, lot.bondStroops)
      const costStroops = part(lot.costStroops, taken, lot.bondStroops)
      const proceedsStroops = part(proceedsLeft, taken, left)
      closed.push({
        acquiredAt: lot.acquiredAt,
        disposedAt: at,
        bondStroops: taken,
        costStroops,
        proceedsStroops,
        gainStroops: costStroops === null || proceedsStroops === null ? null : proceedsStroops - costStroops,
      })
      if (proceedsLeft !== null && proceedsStroops !== null) proceedsLeft -= proceedsStroops
      if (lot.costStroops !== null && costStroops !== null) lot.costStroops -= costStroops
      lot.bondStroops -= taken
      left -= taken
      if (lot.bondStroops === 0n) open.shift()
    }
  }
  return { open, closed, unmatchedStroops }
}

const part = (money: bigint | null, taken: bigint, whole: bigint): bigint | null =>
  money === null ? null : mulDivFloor(money, taken, whole)
