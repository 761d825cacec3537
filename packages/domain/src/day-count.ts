import { actualDays, type CivilDate } from './civil-date.ts'

/**
 * How days and years are counted for interest. The number is what is stored and hashed; never renumber.
 * Municipal bonds with periodic interest count 30/360 (MSRB Rule G-33).
 */
export const DAY_COUNT_CODES = {
  '30/360-US': 0,
  '30E/360': 1,
  'ACT/365F': 2,
  'ACT/ACT-ICMA': 3,
} as const

/** The name of a day count convention. */
export type DayCount = keyof typeof DAY_COUNT_CODES

/** A period's length as the contract takes it: interest = rate x days / basis. */
export type DayFraction = { readonly days: number; readonly basis: number }

/** The coupon period that a stretch of days lies in; ACT/ACT ICMA counts against it. */
export type CouponPeriodDates = {
  readonly periodStart: CivilDate
  readonly periodEnd: CivilDate
  /** Coupons a year. */
  readonly frequency: number
}

/**
 * Days from `from` (counted) to `to` (not counted) by a convention.
 *
 * 30/360 US is the plain rule of the Standard Securities Calculation Methods, without an adjustment for February:
 * a first day of 31 becomes 30; a last day of 31 becomes 30 when the first is 30 or 31. 30E/360 turns every 31 into 30.
 */
export function countDays(convention: DayCount, from: CivilDate, to: CivilDate): number {
  switch (convention) {
    case '30/360-US': {
      const firstDay = Math.min(from.day, 30)
      return thirty360(from, to, firstDay, to.day === 31 && firstDay === 30 ? 30 : to.day)
    }
    case '30E/360':
      return thirty360(from, to, Math.min(from.day, 30), Math.min(to.day, 30))
    case 'ACT/365F':
    case 'ACT/ACT-ICMA':
      return actualDays(from, to)
  }
}

/** Days from `from` to `to` and the days of the year they are counted against: 360, 365, or frequency x days in the period. */
export function dayFraction(
  convention: DayCount,
  from: CivilDate,
  to: CivilDate,
  { periodStart, periodEnd, frequency }: CouponPeriodDates,
): DayFraction {
  const days = countDays(convention, from, to)
  switch (convention) {
    case '30/360-US':
    case '30E/360':
      return { days, basis: 360 }
    case 'ACT/365F':
      return { days, basis: 365 }
    case 'ACT/ACT-ICMA':
      return { days, basis: frequency * actualDays(periodStart, periodEnd) }
  }
}

const thirty360 = (from: CivilDate, to: CivilDate, firstDay: number, lastDay: number): number =>
  360 * (to.year - from.year) + 30 * (to.month - from.month) + lastDay - firstDay
