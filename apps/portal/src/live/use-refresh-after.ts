'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'

/**
 * The ledger has a transaction before the service has taken from it what pages show: they are loaded anew at once, and again, later and
 * later. What one waits for then shows without anybody pressing a button, also behind a service that has much to catch up on.
 */
export const REFRESH_AFTER_MS = [0, 1_500, 4_000, 10_000, 25_000, 60_000] as const

/** Loads the page anew now and some times more, as long as whoever asked is on it. */
export function useRefreshAfter(): () => void {
  const router = useRouter()
  const timers = useRef<ReturnType<typeof setTimeout>[]>([])
  const stop = useCallback(() => {
    for (const timer of timers.current) clearTimeout(timer)
    timers.current = []
  }, [])
  useEffect(() => stop, [stop])
  return useCallback(() => {
    stop()
    timers.current = REFRESH_AFTER_MS.map((pause) => setTimeout(() => router.refresh(), pause))
  }, [router, stop])
}
