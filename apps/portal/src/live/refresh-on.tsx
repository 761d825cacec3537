'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useEvents } from './use-events.ts'
import { useRefreshAfter } from './use-refresh-after.ts'

/** Several events in a row are one change to whoever reads. */
const PAUSE_MS = 1_500

/** Loads the page anew when one of these happens. */
export function RefreshOn({
  events,
  systemId = null,
}: {
  readonly events: readonly string[]
  /** Of this system only. */
  readonly systemId?: number | null
}) {
  const router = useRouter()
  const refreshAfter = useRefreshAfter()
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEvents(systemId, (type) => {
    if (!events.includes(type)) return
    clearTimeout(timer.current)
    // What else is told is in the database when it is told; what a transaction changed there follows it.
    timer.current = setTimeout(type === 'transaction' ? refreshAfter : router.refresh, PAUSE_MS)
  })
  return null
}
