import { createHash } from 'node:crypto'
import type { ContractEntry, Entry } from '../ledger/entries.ts'
import { contractKey } from '../ledger/keys.ts'
import { isExpired, isTemporaryKey } from '../ledger/view.ts'

/** The part of the ledger's state that eviction works on. */
export interface EvictableState {
  readonly entries: ReadonlyMap<string, Entry>
  put(entry: Entry): void
  delete(key: string): void
}

/** Entries looked at when one ledger closes; nodes look at a slice of their state as well. */
const ENTRIES_PER_LEDGER = 500

const TTL_KEY_HEAD = Uint8Array.from([0, 0, 0, 9])

function ttlKey(keyXdr: Uint8Array): Uint8Array {
  return Buffer.concat([TTL_KEY_HEAD, createHash('sha256').update(keyXdr).digest()])
}

/**
 * Lets entries of contracts whose time is over leave the live state, slice by slice, as nodes do: temporary ones are gone, persistent
 * ones go to the archive (CAP-62), out of which they are restored at the same price. A contract cannot see whether that has happened; a
 * client sees it in LedgerCloseMeta, and in the meta of a restoration.
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
      if (value.kind === 'contract' && !value.isEvicted && isExpired(value, sequence)) expired.push(value)
    }
    for (const entry of expired) {
      if (isTemporaryKey(entry.keyXdr)) state.delete(contractKey(entry.keyXdr))
      else state.put({ ...entry, isEvicted: true })
    }
    return expired.flatMap(({ keyXdr }) => [keyXdr, ttlKey(keyXdr)])
  }

  /** Starts anew, after the state was put back to another. */
  reset(): void {
    this.#scan = null
  }
}
