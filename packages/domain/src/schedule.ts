import { concatBytes, u32Bytes, u64Bytes, utf8Bytes } from './bytes.ts'
import { addMonths, type CivilDate, SECONDS_PER_DAY, toUnixSeconds } from './civil-date.ts'
import { type DayCount, dayFraction } from './day-count.ts'
import { err, ok, type Result } from './result.ts'
import { sha256 } from './sha256.ts'

/**
 * One coupon period. Times are Unix seconds of the network's clock; `days` / `basis` is the period's length for interest.
 * Periods of a schedule are contiguous: the next starts when this one pays; `start < record < pay`.
 */
export type Period = {
  /** The coupon's number, counted from 1. */
  readonly index: number
  readonly start: bigint
  /** The holders of the last ledger closed at or before this time get the coupon. */
  readonly record: bigint
  readonly pay: bigint
  readonly days: number
  readonly basis: number
}

/** What a schedule is computed from. */
export type ScheduleTerms = {
  readonly issueDate: CivilDate
  readonly maturityYears: number
  /** Coupons a year: a divisor of 12. 2 by default. */
  readonly frequency?: number
  readonly convention: DayCount
  /** Days from record to payment. 15 by default. */
  readonly recordDaysBeforePay?: number
  /** Whether an issue date at a month's end pays at months' ends. */
  readonly endOfMonth?: boolean
}

export type ScheduleRefusal =
  | { readonly code: 'BAD_FREQUENCY'; readonly frequency: number }
  | { readonly code: 'BAD_MATURITY'; readonly maturityYears: number }
  | { readonly code: 'BAD_RECORD_DAYS'; readonly recordDaysBeforePay: number }

/** The most periods a schedule may have: 50 years of monthly coupons. */
const MAX_PERIODS = 600

/**
 * The coupon periods of a bond, from its issue date to maturity. All times are 00:00 UTC.
 *
 * Each date is counted from the issue date, not from the date before, so that a short month does not move the later
 * ones. `days` are the convention's own: under 30/360 an issue day after the 28th makes the halves of a year unequal.
 */
export function buildSchedule(terms: ScheduleTerms): Result<Period[], ScheduleRefusal> {
  const { issueDate, maturityYears, frequency = 2, convention, recordDaysBeforePay = 15, endOfMonth = false } = terms
  if (!Number.isInteger(frequency) || frequency < 1 || 12 % frequency !== 0) {
    return err({ code: 'BAD_FREQUENCY', frequency })
  }
  const count = maturityYears * frequency
  if (!Number.isInteger(maturityYears) || maturityYears < 1 || count > MAX_PERIODS) {
    return err({ code: 'BAD_MATURITY', maturityYears })
  }
  const dates = Array.from({ length: count + 1 }, (_, n) => addMonths(issueDate, (n * 12) / frequency, { endOfMonth }))
  if (!Number.isInteger(recordDaysBeforePay)) return err({ code: 'BAD_RECORD_DAYS', recordDaysBeforePay })
  const recordLead = BigInt(recordDaysBeforePay) * SECONDS_PER_DAY
  const periods: Period[] = []
  for (const [n, periodEnd] of dates.slice(1).entries()) {
    const periodStart = dates[n] ?? issueDate
    const start = toUnixSeconds(periodStart)
    const pay = toUnixSeconds(periodEnd)
    const record = pay - recordLead
    if (record <= start || record >= pay) {
      return err({ code: 'BAD_RECORD_DAYS', recordDaysBeforePay })
    }
    const { days, basis } = dayFraction(convention, periodStart, periodEnd, {
      periodStart,
      periodEnd,
      frequency,
    })
    periods.push({ index: n + 1, start, record, pay, days, basis })
  }
  return ok(periods)
}

/** What is wrong with a schedule by the rules the contract checks; undefined if nothing is. */
export function scheduleFault(
  periods: readonly Period[],
): 'EMPTY' | 'NOT_CONTIGUOUS' | 'OUT_OF_ORDER' | 'BAD_BASIS' | undefined {
  if (periods.length === 0) return 'EMPTY'
  for (const [n, period] of periods.entries()) {
    const previous = periods[n - 1]
    if (period.index !== n + 1 || (previous && previous.pay !== period.start)) return 'NOT_CONTIGUOUS'
    if (period.start >= period.record || period.record >= period.pay) return 'OUT_OF_ORDER'
    if (period.days < 1 || period.basis < 1) return 'BAD_BASIS'
  }
  return undefined
}

/**
 * SHA-256 over a schedule's canonical bytes, big-endian: ASCII `HBSCHED1` (8), number of periods u32, then per period
 * start u64, record u64, pay u64, days u32, basis u32.
 */
export function scheduleHash(periods: readonly Period[]): Uint8Array {
  const parts = [utf8Bytes('HBSCHED1'), u32Bytes(periods.length)]
  for (const { start, record, pay, days, basis } of periods) {
    parts.push(u64Bytes(start), u64Bytes(record), u64Bytes(pay), u32Bytes(days), u32Bytes(basis))
  }
  return sha256(concatBytes(...parts))
}

/** The period in which a time lies (`start <= at < pay`); undefined before the first and after the last. */
export const runningPeriod = (periods: readonly Period[], atSeconds: bigint): Period | undefined =>
  periods.find(({ start, pay }) => start <= atSeconds && atSeconds < pay)
