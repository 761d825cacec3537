import type { Frame } from '../tx/frame.ts'

/** Transactions that were taken up and wait for the next ledger, in the order of their coming. */
export class PendingQueue {
  readonly #bySource = new Map<string, Frame>()
  readonly #hashes = new Set<string>()

  has(hashHex: string): boolean {
    return this.#hashes.has(hashHex)
  }

  /** The network holds one transaction of an account at a time. */
  pendingOf(source: string): Frame | undefined {
    return this.#bySource.get(source)
  }

  /** Fees that waiting transactions will take from an account. */
  feesOf(feeSource: string): bigint {
    let total = 0n
    for (const frame of this.#bySource.values()) if (frame.feeSource === feeSource) total += frame.fullFeeStroops
    return total
  }

  /** Adds a transaction, in place of one of the same account if there is one. */
  add(frame: Frame): void {
    const replaced = this.#bySource.get(frame.inner.source)
    if (replaced !== undefined) this.#hashes.delete(replaced.hashHex)
    this.#bySource.set(frame.inner.source, frame)
    this.#hashes.add(frame.hashHex)
  }

  /** All that wait, in the order of their coming. */
  waiting(): Frame[] {
    return [...this.#bySource.values()]
  }

  /** Operations that wait, and contract transactions. */
  size(): { readonly operations: number; readonly contractTransactions: number } {
    let operations = 0
    let contractTransactions = 0
    for (const { inner, feeOperations } of this.#bySource.values()) {
      if (inner.isSoroban) contractTransactions += 1
      else operations += feeOperations
    }
    return { operations, contractTransactions }
  }

  remove(frame: Frame): void {
    if (this.#bySource.get(frame.inner.source) !== frame) return
    this.#bySource.delete(frame.inner.source)
    this.#hashes.delete(frame.hashHex)
  }

  clear(): void {
    this.#bySource.clear()
    this.#hashes.clear()
  }
}
