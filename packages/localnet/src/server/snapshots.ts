import type { EmbeddedCore } from '../core/types.ts'

/** States of one network that were put aside under a number, to come back to as often as wanted. */
export class Snapshots {
  readonly #core: EmbeddedCore
  readonly #states = new Map<string, Uint8Array>()

  constructor(core: EmbeddedCore) {
    this.#core = core
  }

  /** Puts the whole network aside as it is. Transactions that wait for a ledger are not part of it. */
  take(): string {
    const id = String(this.#states.size + 1)
    this.#states.set(id, this.#core.serialize())
    return id
  }

  /** Goes back to a snapshot, which stays. @returns whether there is one of that id */
  restore(id: string): boolean {
    const state = this.#states.get(id)
    if (state === undefined) return false
    this.#core.restore(state)
    return true
  }
}
