import { couponStroops } from './coupon.ts'
import { max, min } from './money.ts'
import type { Period } from './schedule.ts'

/** Seconds of a year of 365.25 days. */
const YEAR_SECONDS = 31_557_600n

/**
 * The most that a debt service reserve may hold: the least of 10 % of the principal, the greatest debt service of a year,
 * and 125 % of that of an average year (26 CFR 1.148-2(f)(2)), for a bond that is repaid at once with its last coupon.
 * Years count from the first period's start. The offering contract refuses terms above it.
 * @throws {RangeError} if there is no period (a caller bug).
 */
export function reserveBoundStroops(principalStroops: bigint, rateBps: number, schedule: readonly Period[]): bigint {
  const first = schedule[0]
  if (!first) throw new RangeError('no period')
  let year = 0n
  let ofYear = 0n
  let greatest = 0n
  let whole = principalStroops
  for (const [at, period] of schedule.entries()) {
    const own = (period.pay - first.start - 1n) / YEAR_SECONDS
    if (own !== year) {
      year = own
      ofYear = 0n
    }
    const interest = couponStroops(principalStroops, rateBps, period)
    whole += interest
    ofYear += interest + (at === schedule.length - 1 ? principalStroops : 0n)
    greatest = max(greatest, ofYear)
  }
  const average = (whole * 5n) / 4n / (year + 1n)
  return min(min(principalStroops / 10n, greatest), average)
}
