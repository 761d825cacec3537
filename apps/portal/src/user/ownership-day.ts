/** The day on which a bond's users will own their system, by the pace at which it has been repaid. Pure. */
import { callDateOf, couponStroops, type Period } from '@heliobond/domain'
import { unixSeconds } from '../data/periods.ts'

/** What the contract holds now, and what it owes. Amounts are stroops, times Unix seconds. */
export interface DebtNow {
  readonly now: bigint
  readonly outstandingStroops: bigint
  readonly rateBps: number
  readonly periods: readonly Period[]
  readonly callNoticeSeconds: bigint
  /** Sinking fund, debt service reserve, and what is set aside for the running coupon. */
  readonly principalStroops: bigint
  readonly reserveStroops: bigint
  readonly couponStroops: bigint
  /** What the renewal reserve still lacks: it comes before principal. */
  readonly renewalNeedStroops: bigint
}

/** Revenue less operations over some time. */
export interface Pace {
  readonly netStroops: bigint
  readonly seconds: bigint
}

/** A period of coverage as it is published. */
interface Measured {
  readonly from: string
  readonly to: string
  readonly netRevenueStroops: string
}

const DAY = 86_400n
/** A pace is of about a year where there is one, so that it knows summer and winter. */
const YEAR = 365n * DAY
/** Less than this says nothing. */
const LEAST = 25n * DAY
const STEP = 30n * DAY

/** The pace of the last year, or of less where there is less; null where there is too little to go by. */
export function paceOf(history: readonly Measured[], now: bigint): Pace | null {
  let pace: Pace = { netStroops: 0n, seconds: 0n }
  for (const { from, to, netRevenueStroops } of history.toReversed()) {
    if (pace.seconds >= YEAR) break
    const [start, end] = [unixSeconds(from), unixSeconds(to) < now ? unixSeconds(to) : now]
    if (end <= start) continue
    pace = { netStroops: pace.netStroops + BigInt(netRevenueStroops), seconds: pace.seconds + end - start }
  }
  return pace.seconds < LEAST ? null : pace
}

/**
 * The pay date for which the bond can be called, if revenue goes on at this pace: by the contract's own rule, sinking fund and reserve then cover the
 * principal and what coupons lack until that date. Null: not before the last period ends.
 */
export function ownershipDay(debt: DebtNow, pace: Pace): bigint | null {
  const { now, periods, outstandingStroops, rateBps, callNoticeSeconds: notice } = debt
  const last = periods.at(-1)?.pay ?? 0n
  const held = debt.principalStroops + debt.reserveStroops + debt.couponStroops - debt.renewalNeedStroops
  for (let at = now; at < last; at += STEP) {
    const callDate = callDateOf(periods, at, notice)
    if (callDate === undefined) return null
    const coupons = periods
      .filter(({ start, pay }) => pay > now && start < callDate)
      .reduce((sum, period) => sum + couponStroops(outstandingStroops, rateBps, period), 0n)
    const earned = (pace.netStroops * (at - now)) / pace.seconds
    if (held + earned >= outstandingStroops + coupons) return callDate
  }
  return null
}
