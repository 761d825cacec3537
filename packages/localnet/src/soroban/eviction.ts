import { createHash } from 'node:crypto'
import type { ContractEntry, Entry } from '../ledger/entries.ts'
import { contractKey } from '../ledger/keys.ts'
import { isExpired, isTemporaryKey } from '../ledger/view.ts'

/** The part of the ledger's state that eviction works on. */
export interface EvictableState {
  readonly entries: ReadonlyMap<string, Entry>
  delete(key: string): void
}

/** Entries looked at when one ledger closes; nodes look at a slice of their state as well. */
const ENTRIES_PER_LEDGER = 500

const TTL_KEY_HEAD = Uint8Array.from([0, 0, 0, 9])

function ttlKey(keyXdr: Uint8Array): Uint8Array {
  return Buffer.concat([TTL_KEY_HEAD, createHash('sha256').update(keyXdr).digest()])
}

/**
 * Lets temporary entries whose time is over leave the state, slice by slice, as nodes do. A contract cannot see whether
 * that has happened: to it the entry is gone as soon as it expires.
 *
 * Persistent entries stay, archived. A node moves them to another store in time, out of which they are restored at the
 * same price; no client can tell the two apart except by the evicted keys of LedgerCloseMeta.
 */
export class EvictionScan {
  #scan: Iterator<Entry> | null = null

  /**
   * Scans on from where the last ledger's scan ended.
   *
   * @param sequence the ledger that closes; to be called after its transactions
   * @param maxEntries how many entries it may evict: the setting `maxEntriesToArchive`
   * @returns XDR of the LedgerKeys that left, each followed by that of its TTL, for LedgerCloseMeta's `evictedKeys`
   */
  evict(state: EvictableState, sequence: number, maxEntries: number): Uint8Array[] {
    const expired: ContractEntry[] = []
    let budget = Math.min(ENTRIES_PER_LEDGER, state.entries.size)
    while (budget > 0 && expired.length < maxEntries) {
      this.#scan ??= state.entries.values()
      const { value, done } = this.#scan.next()
      if (done === true) {
        this.#scan = null
        break
      }
      budget -= 1
      if (value.kind === 'contract' && isTemporaryKey(value.keyXdr) && isExpired(value, sequence)) expired.push(value)
    }
    for (const { keyXdr } of expired) state.delete(contractKey(keyXdr))
    return expired.flatMap(({ keyXdr }) => [keyXdr, ttlKey(keyXdr)])
  }

  /** Starts anew, after the state was put back to another. */
  reset(): void {
    this.#scan = null
  }
}
