'use client'

import { useEffect, useRef } from 'react'

/** What the API announces; see its description of `/v1/events`. */
export type LiveEvent = Readonly<Record<string, string | number | null>>
type Listener = (type: string, data: LiveEvent) => void

interface Shared {
  readonly listeners: Set<Listener>
  stop(): void
}

const TYPES = ['reading', 'bill', 'payment', 'collection', 'redemption', 'coupon', 'offering', 'transaction', 'alarm']
/** One stream an address, however many parts of the page listen. */
const open = new Map<string, Shared>()

/**
 * A stream that is open while the page is seen: a browser keeps six connections to a server, and pages in the background must not take
 * them from the one that is read.
 */
function share(url: string): Shared {
  const listeners = new Set<Listener>()
  let source: EventSource | null = null
  function connect() {
    if (document.visibilityState === 'hidden') {
      source?.close()
      source = null
      return
    }
    if (source !== null) return
    source = new EventSource(url)
    for (const type of TYPES) {
      source.addEventListener(type, (event: MessageEvent<string>) => {
        const data = JSON.parse(event.data) as LiveEvent
        for (const one of listeners) one(type, data)
      })
    }
  }
  document.addEventListener('visibilitychange', connect)
  connect()
  return {
    listeners,
    stop() {
      document.removeEventListener('visibilitychange', connect)
      source?.close()
    },
  }
}

function listen(url: string, listener: Listener): () => void {
  const shared = open.get(url) ?? share(url)
  open.set(url, shared)
  shared.listeners.add(listener)
  return () => {
    shared.listeners.delete(listener)
    if (shared.listeners.size > 0) return
    shared.stop()
    open.delete(url)
  }
}

/** Calls `onEvent` for everything that happens, of one system if told; the browser itself connects again after a break. */
export function useEvents(systemId: number | null, onEvent: Listener): void {
  const latest = useRef(onEvent)
  useEffect(() => {
    latest.current = onEvent
  })
  useEffect(
    () =>
      listen(systemId === null ? '/api/v1/events' : `/api/v1/events?system=${systemId}`, (type, data) =>
        latest.current(type, data),
      ),
    [systemId],
  )
}
