'use client'

import { useEffect, useRef } from 'react'

/** What the API announces; see its description of `/v1/events`. */
export type LiveEvent = Readonly<Record<string, string | number | null>>
type Listener = (type: string, data: LiveEvent) => void

interface Shared {
  readonly source: EventSource
  readonly listeners: Set<Listener>
}

const TYPES = ['reading', 'bill', 'payment', 'collection', 'redemption', 'coupon', 'offering', 'transaction', 'alarm']
/** One stream an address, however many parts of the page listen: a browser keeps only six connections to a server. */
const open = new Map<string, Shared>()

function listen(url: string, listener: Listener): () => void {
  let shared = open.get(url)
  if (!shared) {
    const listeners = new Set<Listener>()
    const source = new EventSource(url)
    for (const type of TYPES) {
      source.addEventListener(type, (event: MessageEvent<string>) => {
        const data = JSON.parse(event.data) as LiveEvent
        for (const one of listeners) one(type, data)
      })
    }
    shared = { source, listeners }
    open.set(url, shared)
  }
  const { source, listeners } = shared
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    source.close()
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
