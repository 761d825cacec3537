'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useEvents } from './use-events.ts'

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
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEvents(systemId, (type) => {
    if (!events.includes(type)) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => router.refresh(), PAUSE_MS)
  })
  return null
}
