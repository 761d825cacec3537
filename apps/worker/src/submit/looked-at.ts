import type { OutboxRow } from './outbox.ts'

/** An envelope that the network took is looked at again after so long even where no ledger closes: one answer of a node may have been wrong. */
const LOOK_AGAIN_MS = 1_000

type Envelope = Pick<OutboxRow, 'id' | 'hash'>

interface Look {
  readonly hash: string | null
  readonly ledger: number
  readonly atMs: number
}

/**
 * Envelopes that the network has taken, each with the ledger as of which it was in none. What became of it only a new ledger can tell: without this,
 * every pass between two ledgers would ask for everything under way, and send all of it again.
 *
 * A memory of one process and no more: one that knows nothing looks at everything.
 */
export class LookedAt {
  readonly #looks = new Map<bigint, Look>()
  readonly #againMs: number

  /** @param againMs milliseconds until a look tells something new although no ledger has closed */
  constructor(againMs = LOOK_AGAIN_MS) {
    this.#againMs = againMs
  }

  get isEmpty(): boolean {
    return this.#looks.size === 0
  }

  /** The network has taken it, and up to this ledger it was in none. */
  note({ id, hash }: Envelope, ledger: number): void {
    this.#looks.set(id, { hash, ledger, atMs: performance.now() })
  }

  forget({ id }: Envelope): void {
    this.#looks.delete(id)
  }

  /** Forgets what is under way no more. */
  keepOnly(envelopes: readonly Envelope[]): void {
    const ids = new Set(envelopes.map(({ id }) => id))
    for (const id of this.#looks.keys()) if (!ids.has(id)) this.#looks.delete(id)
  }

  /** Whether the network took it and no ledger after that has closed: it need not be sent again. */
  isTaken({ id, hash }: Envelope, latestLedger: number): boolean {
    const look = this.#looks.get(id)
    return look !== undefined && look.hash === hash && latestLedger <= look.ledger
  }

  /** Whether not even a look at it would tell anything new. */
  isFresh(envelope: Envelope, latestLedger: number): boolean {
    const look = this.#looks.get(envelope.id)
    return look !== undefined && this.isTaken(envelope, latestLedger) && performance.now() - look.atMs < this.#againMs
  }
}
