import { daysInMonth, fromUnixSeconds, isEndOfMonth } from './civil-date.ts'
import { couponStroops } from './coupon.ts'
import { max, min } from './money.ts'
import type { Period } from './schedule.ts'

/**
 * The year, from 0, of a bond that began at `start` in which `at` lies, by the civil days of UTC. A year ends with the
 * anniversary of its first day; of the last of February with the last of February, as schedules do that pay at months' ends.
 */
function yearOf(start: bigint, at: bigint): bigint {
  const [first, day] = [fromUnixSeconds(start), fromUnixSeconds(at)]
  const isEndOfFebruary = first.month === 2 && isEndOfMonth(first)
  const lastDay = isEndOfFebruary ? daysInMonth(day.year, 2) : first.day
  const isBeyond = day.month > first.month || (day.month === first.month && day.day > lastDay)
  return max(0n, BigInt(day.year - first.year - (isBeyond ? 0 : 1)))
}

/**
 * The most that a debt service reserve may hold: the least of 10 % of the principal, the greatest debt service of a year,
 * and 125 % of that of an average year (26 CFR 1.148-2(f)(2)), for a bond that is repaid at once with its last coupon.
 * Years end with the anniversaries of the first period's first day. The offering contract refuses terms above it.
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
    const own = yearOf(first.start, period.pay)
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
