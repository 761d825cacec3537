/**
 * A queue with a bound and one consumer, who takes whatever has gathered.
 *
 * Producers that find it full wait; nothing is dropped.
 */
export interface BoundedQueue<T> {
  /** Adds an item now if there is room, and says whether it did. */
  offer(item: T): boolean
  /** Adds an item as soon as there is room; rejects if the queue is closed first. */
  push(item: T): Promise<void>
  /** Up to `most` items, as soon as there is one; undefined once the queue is closed and empty. */
  take(most: number): Promise<T[] | undefined>
  /** Takes no more items. What is in it can still be taken. */
  close(): void
}

export class QueueClosedError extends Error {
  readonly code = 'HELIOBOND_QUEUE_CLOSED'
}

export function createBoundedQueue<T>(capacity: number): BoundedQueue<T> {
  let items: T[] = []
  let closed = false
  let wakeConsumer: (() => void) | undefined
  const waiting: {
    item: T
    resolve: () => void
    reject: (error: Error) => void
  }[] = []

  const add = (item: T) => {
    items.push(item)
    wakeConsumer?.()
  }
  const admitWaiting = () => {
    while (items.length < capacity) {
      const next = waiting.shift()
      if (!next) return
      add(next.item)
      next.resolve()
    }
  }
  return {
    offer(item) {
      if (closed || items.length >= capacity || waiting.length > 0) return false
      add(item)
      return true
    },
    push(item) {
      if (this.offer(item)) return Promise.resolve()
      if (closed) return Promise.reject(new QueueClosedError('the queue is closed'))
      return new Promise((resolve, reject) => waiting.push({ item, resolve, reject }))
    },
    async take(most) {
      while (items.length === 0) {
        if (closed) return undefined
        await new Promise<void>((resolve) => {
          wakeConsumer = resolve
        })
        wakeConsumer = undefined
      }
      const taken = items.slice(0, most)
      items = items.slice(most)
      admitWaiting()
      return taken
    },
    close() {
      closed = true
      for (const { reject } of waiting.splice(0)) reject(new QueueClosedError('the queue is closed'))
      wakeConsumer?.()
    },
  }
}
