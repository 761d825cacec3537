import { addDays, DAY_MS, dayName, dayNamed, dayStart, monthStart, yearStart } from '../data/civil.ts'

export const PERIOD_UNITS = ['day', 'week', 'month', 'year', 'custom'] as const
export type PeriodUnit = (typeof PERIOD_UNITS)[number]
export type EnergyStep = 'half-hour' | 'hour' | 'day' | 'month'

export interface Span {
  readonly from: Date
  /** Not part of it any more. */
  readonly to: Date
}

/** A time that charts and totals are of, by the days of Puerto Rico. */
export interface Period extends Span {
  readonly unit: PeriodUnit
  readonly step: EnergyStep
  /** As long, and just before: what it is compared with. */
  readonly before: Span
  /** A day of the period before and of the one after, as the address names them; null where that is in the future. */
  readonly earlier: string
  readonly later: string | null
}

/** What the address says of a period; anything missing or senseless falls back to today. */
export interface PeriodQuery {
  readonly unit?: string
  /** A day within the period: `2026-11-23`. */
  readonly at?: string
  /** First and last day of a period of one's own. */
  readonly from?: string
  readonly to?: string
}

const MOST_DAYS = 366 * 5
const HOURS_UP_TO_DAYS = 3
const DAYS_UP_TO_DAYS = 93

/** The period that the address asks for. */
export function periodOf(query: PeriodQuery, now: Date): Period {
  const unit = PERIOD_UNITS.find((known) => known === query.unit) ?? 'day'
  const own = unit === 'custom' ? ownSpan(query) : null
  if (own) return withNeighbours('custom', own, now)
  const asked = (query.at === undefined ? null : dayNamed(query.at)) ?? dayStart(now)
  // The future has no readings yet.
  const day = asked > now ? dayStart(now) : asked
  switch (unit) {
    case 'week': {
      const monday = addDays(day, -((day.getUTCDay() + 6) % 7))
      return withNeighbours('week', { from: monday, to: addDays(monday, 7) }, now)
    }
    case 'month':
      return withNeighbours('month', { from: monthStart(day), to: monthStart(day, 1) }, now)
    case 'year':
      return withNeighbours('year', { from: yearStart(day), to: yearStart(day, 1) }, now)
    default:
      return withNeighbours('day', { from: day, to: addDays(day, 1) }, now)
  }
}

function ownSpan({ from, to }: PeriodQuery): Span | null {
  const [first, last] = [dayNamed(from ?? ''), dayNamed(to ?? '')]
  if (!first || !last || last < first) return null
  const end = addDays(last, 1)
  return (end.getTime() - first.getTime()) / DAY_MS > MOST_DAYS ? null : { from: first, to: end }
}

function withNeighbours(unit: PeriodUnit, { from, to }: Span, now: Date): Period {
  const before = spanBefore(unit, { from, to })
  return {
    unit,
    from,
    to,
    step: stepOf(unit, (to.getTime() - from.getTime()) / DAY_MS),
    before,
    earlier: dayName(before.from),
    later: to > now ? null : dayName(to),
  }
}

function spanBefore(unit: PeriodUnit, { from, to }: Span): Span {
  if (unit === 'month') return { from: monthStart(from, -1), to: from }
  if (unit === 'year') return { from: yearStart(from, -1), to: from }
  return { from: new Date(2 * from.getTime() - to.getTime()), to: from }
}

function stepOf(unit: PeriodUnit, days: number): EnergyStep {
  if (unit === 'day') return 'hour'
  if (unit === 'week' || unit === 'month') return 'day'
  if (unit === 'year') return 'month'
  return days <= HOURS_UP_TO_DAYS ? 'hour' : days <= DAYS_UP_TO_DAYS ? 'day' : 'month'
}

/**
 * The part of the period before that is as long as what of this one has passed: a day until noon is compared with the morning before,
 * not with all of yesterday.
 */
export function comparable(period: Period, now: Date): Span {
  if (now >= period.to) return period.before
  const passed = Math.max(0, now.getTime() - period.from.getTime())
  const until = new Date(Math.min(period.before.from.getTime() + passed, period.before.to.getTime()))
  return { from: period.before.from, to: until }
}
