import { addMonths, type CivilDate, mapTime, type Period, toUnixSeconds } from '@heliobond/domain'

/** Days after a record date by which the proposed coupon is final (48 h of challenge) and can be looked at. */
const FINAL_AFTER_RECORD_SECONDS = 3n * 86_400n

/** A moment at which there is something to do, on the civil clock of the schedule and on the network's. */
export interface Moment {
  readonly civil: bigint
  readonly network: bigint
  /** Number of whole months since the start, when a month ends here; null otherwise. */
  readonly month: number | null
}

/** The clock of one bond: its civil schedule, and the same on the network's clock (identical when that one can be turned). */
export interface BondClock {
  readonly civil: readonly Period[]
  readonly network: readonly Period[]
  /** The network's time of a civil moment. */
  toNetwork(civil: bigint): bigint
}

export function bondClock(civil: readonly Period[], network: readonly Period[]): BondClock {
  return { civil, network, toNetwork: (at) => (civil === network ? at : mapTime(civil, network, at)) }
}

/**
 * Everything that can happen to a bond issued on `issued`, in order: months end, coupons are recorded and become final. Pay dates
 * are ends of months. `extraMonths` follow the last period, so that what is free afterwards can be seen to be free.
 */
export function moments(issued: CivilDate, clock: BondClock, extraMonths: number): Moment[] {
  const byCivil = new Map<bigint, number | null>()
  const last = clock.civil.at(-1)
  if (!last) return []
  for (const period of clock.civil) {
    byCivil.set(period.record + 1n, null)
    byCivil.set(period.record + FINAL_AFTER_RECORD_SECONDS, null)
  }
  for (let month = 1, extra = 0; extra < extraMonths; month += 1) {
    const end = toUnixSeconds(addMonths(issued, month))
    byCivil.set(end, month)
    if (end > last.pay) extra += 1
  }
  return [...byCivil]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([civil, month]) => ({ civil, network: clock.toNetwork(civil), month }))
}

/** The ends of the months of the bond on the network's clock: what the settle role follows. */
export function monthBoundaries(issued: CivilDate, clock: BondClock, extraMonths: number): bigint[] {
  return moments(issued, clock, extraMonths).flatMap((moment) => (moment.month === null ? [] : [moment.network]))
}
