import { max, min } from './money.ts'
import type { Period } from './schedule.ts'

/** How civil time is squeezed onto a network's clock. */
export type TimeScale = {
  /** When the first compressed period starts, Unix seconds of the network's clock. */
  readonly networkStartSeconds: bigint
  /** How long half a year takes. */
  readonly secondsPerHalfYear: bigint
  /** Coupons a year of the schedule. 2 by default. */
  readonly frequency?: number
}

/**
 * The same periods on a faster clock: every period lasts `secondsPerHalfYear x 2 / frequency`, the record time keeps its
 * place in it, `days` and `basis` stay. Coupons are therefore those of the civil schedule to the stroop.
 *
 * Law: the result is contiguous and keeps `start < record < pay`.
 * @throws {RangeError} if a period would be shorter than two seconds (a caller bug: validate the option where it is read).
 */
export function compressSchedule(periods: readonly Period[], scale: TimeScale): Period[] {
  const { networkStartSeconds, secondsPerHalfYear, frequency = 2 } = scale
  const length = (secondsPerHalfYear * 2n) / BigInt(frequency)
  if (length < 2n) throw new RangeError(`no room for a period: ${secondsPerHalfYear} s per half-year`)
  return periods.map((period, n) => {
    const start = networkStartSeconds + BigInt(n) * length
    const pay = start + length
    const record = scaleBetween(period.record, period.start, period.pay, start, pay)
    return { ...period, start, record: min(max(record, start + 1n), pay - 1n), pay }
  })
}

/**
 * Carries a time from one schedule's clock to the other's: linear inside each period, and beyond the ends at the first's
 * and the last's speed. It tells the civil time of a moment on a compressed clock, for accrued interest and for display.
 *
 * Law: never falls; start and pay of every period land exactly on their counterparts.
 * @throws {RangeError} if the schedules are empty or differ in length (a caller bug).
 */
export function mapTime(from: readonly Period[], to: readonly Period[], atSeconds: bigint): bigint {
  const found = from.findIndex(({ pay }) => atSeconds < pay)
  const index = found === -1 ? from.length - 1 : found
  const source = from[index]
  const target = to[index]
  if (!source || !target || from.length !== to.length) {
    throw new RangeError(`schedules of ${from.length} and ${to.length} periods do not match`)
  }
  return scaleBetween(atSeconds, source.start, source.pay, target.start, target.pay)
}

/** Linear from [a, b] to [c, d], rounded down. */
function scaleBetween(at: bigint, a: bigint, b: bigint, c: bigint, d: bigint): bigint {
  const numerator = (at - a) * (d - c)
  const denominator = b - a
  const quotient = numerator / denominator
  // Bigint division rounds towards zero; before `a` the floor is one lower.
  return c + (numerator % denominator < 0n ? quotient - 1n : quotient)
}
