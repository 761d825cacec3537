import type { Frame } from '../tx/frame.ts'

// stellar-core, herder/TransactionQueue.cpp.

/** Ledgers that a transaction waits for; what none of them included is dropped. */
const WAITS_LEDGERS = 4
/** Ledgers for which a transaction that was dropped is not taken again, nor one that was included. */
const BARRED_LEDGERS = 10

/** Classic and contract transactions wait apart. */
export type Lane = 'classic' | 'soroban'

export const laneOf = ({ inner }: Frame): Lane => (inner.isSoroban ? 'soroban' : 'classic')

interface Waiting {
  readonly frame: Frame
  /** Ledgers that closed without it. */
  missed: number
}

/** Transactions that were taken up and wait for a ledger, one of an account; and those that are barred for a while. */
export class PendingQueue {
  readonly #lanes: Readonly<Record<Lane, Map<string, Waiting>>> = { classic: new Map(), soroban: new Map() }
  /** By hash, the ledger with which a transaction may be sent again. */
  readonly #barredUntil = new Map<string, number>()
  /** The highest bids that were dropped for better ones since the last ledger. */
  readonly #outbid = new Map<Lane, Frame>()

  pendingOf(lane: Lane, source: string): Frame | undefined {
    return this.#lanes[lane].get(source)?.frame
  }

  /** Whether an account has a transaction there, or pays for one. */
  hasAccount(lane: Lane, address: string): boolean {
    return (
      this.pendingOf(lane, address) !== undefined || this.waiting(lane).some((frame) => frame.feeSource === address)
    )
  }

  /** Fees that waiting transactions will take from an account. */
  feesOf(lane: Lane, feeSource: string): bigint {
    const its = this.waiting(lane).filter((frame) => frame.feeSource === feeSource)
    return its.reduce((total, { fullFeeStroops }) => total + fullFeeStroops, 0n)
  }

  /** Adds a transaction, in the place and with the age of the same account's if there is one. */
  add(frame: Frame): void {
    const lane = this.#lanes[laneOf(frame)]
    lane.set(frame.inner.source, { frame, missed: lane.get(frame.inner.source)?.missed ?? 0 })
  }

  /** All that wait, or those of a lane, each lane in the order of their coming. */
  waiting(lane?: Lane): Frame[] {
    if (lane === undefined) return [...this.waiting('classic'), ...this.waiting('soroban')]
    return [...this.#lanes[lane].values()].map(({ frame }) => frame)
  }

  /** Whether a transaction is barred after ledger `latest`. */
  isBarred(hashHex: string, latest: number): boolean {
    return latest < (this.#barredUntil.get(hashHex) ?? 0)
  }

  /** Bars a transaction after ledger `latest`, and drops it if it waits. */
  bar(frame: Frame, latest: number): void {
    this.#barredUntil.set(frame.hashHex, latest + BARRED_LEDGERS)
    const lane = this.#lanes[laneOf(frame)]
    if (lane.get(frame.inner.source)?.frame === frame) lane.delete(frame.inner.source)
  }

  /** Bars a transaction that made room for a better bid. Of several, the highest bid is to be the last. */
  outbid(frame: Frame, latest: number): void {
    this.bar(frame, latest)
    this.#outbid.set(laneOf(frame), frame)
  }

  /** The bid that a new one must exceed even where there is room. */
  lastOutbid(lane: Lane): Frame | undefined {
    return this.#outbid.get(lane)
  }

  /** A ledger closed with these transactions: what they leave no sense in is dropped, all else has waited for one more. */
  closed(included: readonly Frame[], sequence: number): void {
    for (const [hash, until] of this.#barredUntil) if (until <= sequence) this.#barredUntil.delete(hash)
    for (const frame of included) {
      const lane = this.#lanes[laneOf(frame)]
      const pending = lane.get(frame.inner.source)?.frame
      if (pending !== undefined && pending.inner.tx.seqNum <= frame.inner.tx.seqNum) lane.delete(frame.inner.source)
      // The ledger that includes it counts already.
      this.#barredUntil.set(frame.hashHex, sequence + BARRED_LEDGERS - 1)
    }
    for (const lane of Object.values(this.#lanes)) {
      for (const waiting of [...lane.values()]) {
        waiting.missed += 1
        if (waiting.missed === WAITS_LEDGERS) this.bar(waiting.frame, sequence)
      }
    }
    this.#outbid.clear()
  }

  clear(): void {
    for (const lane of Object.values(this.#lanes)) lane.clear()
    this.#barredUntil.clear()
    this.#outbid.clear()
  }
}
