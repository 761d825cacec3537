import { FORMATTING_LOCALES } from '../i18n/formatting-locale.ts'
import type { Locale } from '../i18n/routing.ts'

/** Where the first systems stand; it has no summer time. */
export const ZONE = 'America/Puerto_Rico'
export const ZONE_SHORT = 'AST'

export type TimeStyle = 'day' | 'minute' | 'second' | 'month' | 'clock' | 'hour' | 'dayOfMonth' | 'monthName'

const OPTIONS: Readonly<Record<TimeStyle, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  minute: { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
  second: { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit' },
  clock: { hour: 'numeric', minute: '2-digit' },
  hour: { hour: 'numeric' },
  dayOfMonth: { day: 'numeric' },
  monthName: { month: 'short' },
}

/** A moment in Puerto Rico's time. `minute` and `second` name the zone; what is shorter stands where the zone is told once. */
export function timeText(moment: Date | string, style: TimeStyle, locale: Locale): string {
  const date = typeof moment === 'string' ? new Date(moment) : moment
  const text = new Intl.DateTimeFormat(FORMATTING_LOCALES[locale], { ...OPTIONS[style], timeZone: ZONE }).format(date)
  return style === 'minute' || style === 'second' ? `${text} ${ZONE_SHORT}` : text
}

const DAY_MS = 86_400_000

/** From one moment to another in Puerto Rico's time: days where it is as long as one, else times, with the zone. */
export function spanText(from: Date | string, to: Date | string, locale: Locale): string {
  const [start, end] = [new Date(from), new Date(to)]
  const style = end.getTime() - start.getTime() >= DAY_MS ? 'day' : 'minute'
  const format = new Intl.DateTimeFormat(FORMATTING_LOCALES[locale], { ...OPTIONS[style], timeZone: ZONE })
  // Thin blanks stand around the dash in some languages and some versions of the data.
  const text = format.formatRange(start, end).replaceAll(/[\u2009\u202f]/g, ' ')
  return style === 'minute' ? `${text} ${ZONE_SHORT}` : text
}
