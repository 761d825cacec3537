/** What a bond yields at a price. Pure. */
import { currentYieldBps, yieldToMaturityBps } from '@heliobond/domain'
import type { SchedulePeriod } from '../api/types.ts'
import { toPeriod } from '../data/periods.ts'

/** Coupons a year of all our bonds. */
const FREQUENCY = 2

/** What yields are computed from. It crosses from the server. */
export interface YieldFacts {
  readonly periods: readonly SchedulePeriod[]
  readonly rateBps: number
  /** The network's time, Unix seconds. */
  readonly now: string
}

export interface Yields {
  readonly currentBps: number
  readonly maturityBps: number
}

/** @param priceBps without accrued interest, in basis points of par. @returns null where there is none to be told */
export function yieldsAt({ periods, rateBps, now }: YieldFacts, priceBps: number): Yields | null {
  const currentBps = currentYieldBps(rateBps, priceBps)
  const maturityBps = yieldToMaturityBps({
    ...{ periods: periods.map(toPeriod), rateBps, cleanPriceBps: priceBps },
    ...{ nowSeconds: BigInt(now), frequency: FREQUENCY },
  })
  return currentBps === null || maturityBps === null ? null : { currentBps, maturityBps }
}
