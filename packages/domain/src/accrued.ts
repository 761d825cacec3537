import { type CivilDate, fromUnixSeconds, toUnixSeconds } from './civil-date.ts'
import { couponStroops } from './coupon.ts'
import { type DayCount, dayFraction } from './day-count.ts'
import { type Period, runningPeriod } from './schedule.ts'

/** How a bond counts its interest. */
export type AccrualTerms = {
  readonly rateBps: number
  readonly convention: DayCount
  readonly frequency?: number
}

/**
 * Interest accrued since the last payment date, up to but not including the settlement date (MSRB Rule G-33): rate x par
 * x days / days in the year, rounded down. 0 outside the schedule and on a payment date.
 *
 * `periods` is the civil schedule. On a compressed clock, carry the time over with `mapTime` first.
 */
export function accruedInterestStroops(
  holdingStroops: bigint,
  periods: readonly Period[],
  settlementDate: CivilDate,
  { rateBps, convention, frequency = 2 }: AccrualTerms,
): bigint {
  const period = runningPeriod(periods, toUnixSeconds(settlementDate))
  if (!period) return 0n
  const periodStart = fromUnixSeconds(period.start)
  const periodEnd = fromUnixSeconds(period.pay)
  const fraction = dayFraction(convention, periodStart, settlementDate, {
    periodStart,
    periodEnd,
    frequency,
  })
  return couponStroops(holdingStroops, rateBps, fraction)
}
