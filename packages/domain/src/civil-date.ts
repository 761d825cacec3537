import { err, ok, type Result } from './result.ts'

/** A day of the Gregorian calendar, without time or zone. `month` counts from 1. */
export type CivilDate = {
  readonly year: number
  readonly month: number
  readonly day: number
}

export type CivilDateRefusal = {
  readonly code: 'MALFORMED_DATE' | 'NO_SUCH_DATE'
  readonly text: string
}

/** Seconds in a civil day. Unix time has no leap seconds. */
export const SECONDS_PER_DAY = 86_400n

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether a year has a 29 February. */
export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Whether a date is the last of its month. */
export const isEndOfMonth = (date: CivilDate): boolean => date.day === daysInMonth(date.year, date.month)

/** Reads `YYYY-MM-DD`. */
export function parseCivilDate(text: string): Result<CivilDate, CivilDateRefusal> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return err({ code: 'MALFORMED_DATE', text })
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return err({ code: 'NO_SUCH_DATE', text })
  return ok({ year, month, day })
}

/** Writes `YYYY-MM-DD`. */
export const formatCivilDate = ({ year, month, day }: CivilDate): string =>
  `${year.toString().padStart(4, '0')}-${month.toString().padStart(2, '0')}-${day.toString().padStart(2, '0')}`

/** Days since 1970-01-01; negative before. */
export function toEpochDays({ year, month, day }: CivilDate): number {
  // Years are counted from March, so that the leap day is the last of its year.
  const shifted = month > 2 ? year : year - 1
  const fromMarch = (month + 9) % 12
  const dayOfYear = Math.floor((153 * fromMarch + 2) / 5) + day - 1
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  return shifted * 365 + leapDays + dayOfYear - 719_468
}

/** The day that is `days` after 1970-01-01. Law: inverse of {@link toEpochDays}. */
export function fromEpochDays(days: number): CivilDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  }
}

/** The first second of a day, UTC. */
export const toUnixSeconds = (date: CivilDate): bigint => BigInt(toEpochDays(date)) * SECONDS_PER_DAY

/** The day in which a second lies, UTC. */
export const fromUnixSeconds = (unixSeconds: bigint): CivilDate =>
  fromEpochDays(Number((unixSeconds - secondOfDay(unixSeconds)) / SECONDS_PER_DAY))

/** Seconds since the day began, UTC; also before 1970. */
export const secondOfDay = (unixSeconds: bigint): bigint =>
  ((unixSeconds % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY

/** Days from `from` (counted) to `to` (not counted). */
export const actualDays = (from: CivilDate, to: CivilDate): number => toEpochDays(to) - toEpochDays(from)

/**
 * The same day `months` later (or earlier), or the last of that month where there is no such day.
 * With `endOfMonth`, the last of a month stays the last of a month (28 February -> 31 August).
 */
export function addMonths(date: CivilDate, months: number, { endOfMonth = false } = {}): CivilDate {
  const index = date.year * 12 + date.month - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  const last = daysInMonth(year, month)
  return {
    year,
    month,
    day: endOfMonth && isEndOfMonth(date) ? last : Math.min(date.day, last),
  }
}
