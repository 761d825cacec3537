import { getLocale } from 'next-intl/server'
import { spanText, type TimeStyle, timeText } from '../format/time.ts'

/** A moment in Puerto Rico's time, named; UTC to the second stands in its title. */
export async function Time({ at, style = 'minute' }: { readonly at: string | Date; readonly style?: TimeStyle }) {
  const date = typeof at === 'string' ? new Date(at) : at
  const utc = date.toISOString().replace('.000Z', 'Z')
  return (
    <time dateTime={utc} title={utc} className="figure whitespace-nowrap">
      {timeText(date, style, await getLocale())}
    </time>
  )
}

/** From one moment to another; both in UTC stand in its title. */
export async function TimeSpan({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <span data-csv={`${from}/${to}`} title={`${from} – ${to}`} className="figure">
      {spanText(from, to, await getLocale())}
    </span>
  )
}
