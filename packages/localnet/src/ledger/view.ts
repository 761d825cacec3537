import type { LedgerView } from '../soroban/view.ts'
import { decodeEntry, encodeEntry, keyOfXdr } from './codec.ts'
import type { ContractEntry, Entry } from './entries.ts'
import { contractKey } from './keys.ts'
import type { LedgerTxn } from './txn.ts'

const CONTRACT_DATA = 6
const TEMPORARY = 0

/** Whether a ledger key is that of temporary contract data: its last four bytes name the durability. */
export function isTemporaryKey(keyXdr: Uint8Array): boolean {
  return keyXdr[3] === CONTRACT_DATA && keyXdr[keyXdr.length - 1] === TEMPORARY
}

/** Whether an entry's time to live is over. */
export function isExpired(entry: ContractEntry, sequence: number): boolean {
  return entry.liveUntilLedger !== null && entry.liveUntilLedger < sequence
}

/** A layer as the Soroban host reads and writes it: XDR bytes, classic entries included. */
export function contractView(txn: LedgerTxn): LedgerView {
  return {
    get(keyXdr) {
      const key = keyOfXdr(keyXdr)
      const entry = key === null ? null : txn.peek(key)
      if (entry === null) return null
      if (entry.kind !== 'contract') return { entryXdr: encodeEntry(entry), liveUntilLedger: null }
      if (isExpired(entry, txn.context.sequence) && isTemporaryKey(keyXdr)) return null
      return { entryXdr: entry.entryXdr, liveUntilLedger: entry.liveUntilLedger }
    },
    put(keyXdr, entryXdr, liveUntilLedger) {
      txn.put(entryToStore(txn, keyXdr, entryXdr, liveUntilLedger))
    },
    delete(keyXdr) {
      const key = keyOfXdr(keyXdr)
      if (key === null) throw new Error('the host deleted an entry of a kind that is not kept')
      txn.erase(key)
    },
  }
}

function entryToStore(txn: LedgerTxn, keyXdr: Uint8Array, entryXdr: Uint8Array, liveUntilLedger: number | null): Entry {
  const type = keyXdr[3] ?? 0
  if (type < CONTRACT_DATA) return decodeEntry(keyXdr, entryXdr, null)
  const found = txn.peek(contractKey(keyXdr))
  const existing = found?.kind === 'contract' ? found : null
  const { sequence } = txn.context
  const lastModifiedLedger = existing?.liveUntilLedger === liveUntilLedger ? existing.lastModifiedLedger : sequence
  // The same bytes again mean that only the time to live changed: they are shared, not copied. Out of the archive an entry comes as a
  // new one.
  if (existing?.entryXdr === entryXdr && !existing.isEvicted)
    return { ...existing, liveUntilLedger, lastModifiedLedger }
  const entry = decodeEntry(keyXdr, entryXdr, liveUntilLedger)
  if (entry.kind !== 'contract') throw new Error('not a contract entry')
  new DataView(entry.entryXdr.buffer, entry.entryXdr.byteOffset).setUint32(0, sequence)
  return { ...entry, lastModifiedLedger }
}
