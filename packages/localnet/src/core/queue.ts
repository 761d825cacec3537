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

  /** Takes out what fits into a ledger. A transaction that is larger than a ledger goes alone. */
  take(maxOperations: number): Frame[] {
    const taken: Frame[] = []
    let operations = 0
    for (const [source, frame] of this.#bySource) {
      operations += frame.feeOperations
      if (operations > maxOperations && taken.length > 0) break
      taken.push(frame)
      this.#bySource.delete(source)
      this.#hashes.delete(frame.hashHex)
    }
    return taken
  }

  clear(): void {
    this.#bySource.clear()
    this.#hashes.clear()
  }
}
