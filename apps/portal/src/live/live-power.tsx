'use client'

import { useState } from 'react'
import { powerText } from '../format/energy.ts'
import { timeText } from '../format/time.ts'
import { useLocale } from '../i18n/texts.tsx'
import { useEvents } from './use-events.ts'

export interface MeterPower {
  readonly meter: number
  readonly powerW: number | null
  readonly at: string | null
}

/** What a system's meters say of their power, added up and kept up to date. Before scripts run, it is what the server knew. */
export function LivePower({
  systemId,
  meters,
  updated,
}: {
  readonly systemId: number
  /** Those that tell of generation. */
  readonly meters: readonly MeterPower[]
  /** "Reading of", before the time. */
  readonly updated: string
}) {
  const locale = useLocale()
  const [now, setNow] = useState(meters)
  useEvents(systemId, (type, data) => {
    if (type !== 'reading') return
    setNow((before) =>
      before.map((one) =>
        one.meter === data.meter
          ? { ...one, powerW: typeof data.powerW === 'number' ? data.powerW : one.powerW, at: String(data.at) }
          : one,
      ),
    )
  })
  const watts = now.reduce((sum, { powerW }) => sum + (powerW ?? 0), 0)
  const latest = now.reduce((last, { at }) => (at !== null && at > last ? at : last), '')
  return (
    <span>
      <span className="figure text-4xl font-semibold whitespace-nowrap">
        {powerText(BigInt(Math.round(watts)), locale)}
      </span>
      {latest !== '' && (
        <span className="mt-1 flex items-center gap-2 text-sm font-normal text-muted">
          <span
            aria-hidden="true"
            className="size-2 rounded-full bg-chart-generated motion-safe:animate-[breathe_2s_ease-in-out_infinite]"
          />
          <span suppressHydrationWarning>
            {updated} {timeText(latest, 'second', locale)}
          </span>
        </span>
      )}
    </span>
  )
}
