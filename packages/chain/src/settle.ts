import { setTimeout as sleep } from 'node:timers/promises'
import type { Chain } from './chain.ts'
import { pollInterval } from './config.ts'
import { type DeathRecord, isDead } from './dead.ts'
import { type Lookup, lookup } from './lookup.ts'

/** The end of a transaction. */
export type Settled = Extract<Lookup, { kind: 'success' | 'failed' }> | { readonly kind: 'dead'; readonly hash: string }

/** What became of a transaction; undefined while that is open. */
export async function outcomeOf(chain: Chain, hash: string, record: DeathRecord): Promise<Settled | undefined> {
  const seen = await lookup(chain, hash)
  if (seen.kind !== 'not-found') return seen
  return isDead(record, seen) ? { kind: 'dead', hash } : undefined
}

/**
 * Waits until a transaction is in a ledger or proven dead.
 *
 * It ends: a transaction has an end, and ledgers go on closing. Where they stop, so does the wait with `signal`.
 */
export async function settle(
  chain: Chain,
  hash: string,
  record: DeathRecord,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Settled> {
  for (;;) {
    options.signal?.throwIfAborted()
    const outcome = await outcomeOf(chain, hash, record)
    if (outcome) return outcome
    await sleep(pollInterval(chain.config), undefined, options.signal && { signal: options.signal })
  }
}
