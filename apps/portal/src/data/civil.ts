/** The days of Puerto Rico, where no clock is ever changed: UTC - 4 h, all year. */
const OFFSET_MS = 4 * 3_600_000
export const DAY_MS = 86_400_000

/** The beginning of the day that holds the moment. */
export function dayStart(moment: Date): Date {
  const local = moment.getTime() - OFFSET_MS
  return new Date(local - (((local % DAY_MS) + DAY_MS) % DAY_MS) + OFFSET_MS)
}

/** The beginning of the month that holds the moment, `months` later. */
export function monthStart(moment: Date, months = 0): Date {
  const local = new Date(moment.getTime() - OFFSET_MS)
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months, 1) + OFFSET_MS)
}

/** The beginning of the year that holds the moment, `years` later. */
export function yearStart(moment: Date, years = 0): Date {
  const local = new Date(moment.getTime() - OFFSET_MS)
  return new Date(Date.UTC(local.getUTCFullYear() + years, 0, 1) + OFFSET_MS)
}

export const addDays = (moment: Date, days: number): Date => new Date(moment.getTime() + days * DAY_MS)

/** As the API wants moments: UTC, whole seconds. */
export const apiMoment = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`

/** The calendar day in Puerto Rico: `2026-11-23`. */
export const dayName = (moment: Date): string => new Date(moment.getTime() - OFFSET_MS).toISOString().slice(0, 10)

/** The beginning of the day of that name; null for what no calendar has. */
export function dayNamed(name: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(name)) return null
  const utc = new Date(`${name}T00:00:00Z`)
  if (Number.isNaN(utc.getTime()) || utc.toISOString().slice(0, 10) !== name) return null
  return new Date(utc.getTime() + OFFSET_MS)
}

/** The moment of that name by Puerto Rico's clocks, as a field for date and time holds it: `2026-11-23T08:30`, seconds or none; null for none. */
export function momentNamed(name: string): Date | null {
  const found = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(name)
  const day = found && dayNamed(found[1] ?? '')
  if (!day) return null
  const [hours, minutes, seconds] = [found[2], found[3], found[4] ?? '0'].map(Number)
  return new Date(day.getTime() + (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1_000)
}
