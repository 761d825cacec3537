import { type AccrualTerms, accruedInterestStroops } from './accrued.ts'
import { fromUnixSeconds } from './civil-date.ts'
import { couponStroops } from './coupon.ts'
import { dayFraction } from './day-count.ts'
import { mulDivFloor } from './money.ts'
import { type Period, runningPeriod } from './schedule.ts'

/**
 * Interest accrued on a holding at a moment of the network's clock, in stroops.
 *
 * Where the schedule is of civil dates, by the bond's day count up to that day, as dealers count it. Where it is not (a compressed clock, whose
 * periods are shorter than their days), in proportion to the time that has passed of the period. 0 outside the schedule.
 *
 * Law: never more than the period's coupon.
 */
export function accruedAtStroops(
  holdingStroops: bigint,
  periods: readonly Period[],
  nowSeconds: bigint,
  terms: AccrualTerms,
): bigint {
  const period = runningPeriod(periods, nowSeconds)
  if (!period) return 0n
  const { convention, frequency = 2, rateBps } = terms
  const periodStart = fromUnixSeconds(period.start)
  const periodEnd = fromUnixSeconds(period.pay)
  const civil = dayFraction(convention, periodStart, periodEnd, { periodStart, periodEnd, frequency })
  if (civil.days === period.days && civil.basis === period.basis) {
    return accruedInterestStroops(holdingStroops, periods, fromUnixSeconds(nowSeconds), terms)
  }
  const coupon = couponStroops(holdingStroops, rateBps, period)
  return mulDivFloor(coupon, nowSeconds - period.start, period.pay - period.start)
}
