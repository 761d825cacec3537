import type { Acknowledgement, PendingReading } from '../store/device-store.ts'

/** Where readings that wait are taken from, oldest first. */
export interface PendingSource {
  pending(limit: number, after?: { readonly epoch: number; readonly seq: bigint }): readonly PendingReading[]
}

export interface WindowOptions {
  /** Most readings sent and not answered. */
  readonly size: number
  /** Without an answer for so long a reading is sent again; doubled each time up to `longestMs`. */
  readonly patienceMs: number
  readonly longestMs: number
}

const DEFAULTS: WindowOptions = { size: 100, patienceMs: 10_000, longestMs: 300_000 }

/**
 * Decides which readings to send next: in order, never more under way than the window holds, again when no answer came.
 *
 * It goes round: what gets no answer does not hold up what comes after it, and is sent again when the end is reached.
 */
export class SendWindow {
  readonly #source: PendingSource
  readonly #options: WindowOptions
  /** When each reading that is under way was sent. */
  readonly #sent = new Map<string, { epoch: number; seq: bigint; sentMs: number }>()
  #cursor: { epoch: number; seq: bigint } | undefined
  #patienceMs: number

  constructor(source: PendingSource, options: Partial<WindowOptions> = {}) {
    this.#source = source
    this.#options = { ...DEFAULTS, ...options }
    this.#patienceMs = this.#options.patienceMs
  }

  /** Begins anew with the oldest: after every new connection, since nobody knows what the old one delivered. */
  restart(): void {
    this.#sent.clear()
    this.#cursor = undefined
    this.#patienceMs = this.#options.patienceMs
  }

  /** The readings to send now. They count as sent. */
  next(nowMs: number): readonly PendingReading[] {
    this.#giveUpOld(nowMs)
    const free = this.#options.size - this.#sent.size
    if (free <= 0) return []
    const found = this.#take(free, this.#cursor)
    // The end: what was sent and not answered in time comes again.
    if (found.length === 0 && this.#cursor) {
      this.#cursor = undefined
      found.push(...this.#take(free, undefined))
    }
    for (const { epoch, seq } of found) this.#sent.set(keyOf(epoch, seq), { epoch, seq, sentMs: nowMs })
    const last = found.at(-1)
    if (last) this.#cursor = { epoch: last.epoch, seq: last.seq }
    return found
  }

  /** Makes room for what was answered. Any answer shows that somebody is there: patience is short again. */
  answered({ epoch, stored, refused }: Acknowledgement): void {
    this.#patienceMs = this.#options.patienceMs
    for (const [key, one] of this.#sent) {
      if (one.epoch !== epoch) continue
      const isStored = stored.some(([from, to]) => from <= one.seq && one.seq <= to)
      if (isStored || refused.some(({ seq }) => seq === one.seq)) this.#sent.delete(key)
    }
  }

  #take(free: number, after: { epoch: number; seq: bigint } | undefined): PendingReading[] {
    return this.#source
      .pending(free + this.#sent.size, after)
      .filter(({ epoch, seq }) => !this.#sent.has(keyOf(epoch, seq)))
      .slice(0, free)
  }

  #giveUpOld(nowMs: number): void {
    let gaveUp = false
    for (const [key, { sentMs }] of this.#sent) {
      if (nowMs - sentMs < this.#patienceMs) continue
      this.#sent.delete(key)
      gaveUp = true
    }
    if (gaveUp) this.#patienceMs = Math.min(this.#patienceMs * 2, this.#options.longestMs)
  }
}

const keyOf = (epoch: number, seq: bigint): string => `${epoch}/${seq}`
