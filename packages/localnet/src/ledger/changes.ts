import { entryWire, keyWire, ttlWire } from './codec.ts'
import type { ContractEntry, Entry } from './entries.ts'
import { contractKey } from './keys.ts'
import type { EntryChange, LedgerTxn } from './txn.ts'
import { isExpired, isTemporaryKey } from './view.ts'
import type { LedgerEntryChangeWire, LedgerEntryWire, LedgerKeyWire } from './wire.ts'

/** What a layer did to the ledger, as transaction meta tells it: state and new version of each entry, in order. */
export function changesWire(txn: LedgerTxn): LedgerEntryChangeWire[] {
  const changes: LedgerEntryChangeWire[] = []
  const merelyRestored: LedgerEntryChangeWire[] = []
  for (const change of txn.changes()) {
    const entry = change.after ?? change.before
    if (entry?.kind === 'contract') contractChanges(change, txn, changes, merelyRestored)
    else plainChanges(change.before, change.after, changes)
  }
  return [...changes, ...merelyRestored]
}

function plainChanges(before: Entry | null, after: Entry | null, changes: LedgerEntryChangeWire[]): void {
  if (before !== null) changes.push({ type: 3, state: entryWire(before) })
  if (after !== null) changes.push(before === null ? created(after) : { type: 1, updated: entryWire(after) })
  else if (before !== null) changes.push({ type: 2, removed: keyWire(before) })
}

const created = (entry: Entry): LedgerEntryChangeWire => ({ type: 0, created: entryWire(entry) })

/** Contract entries come with a time to live, which the network keeps as an entry of its own. */
function contractChanges(
  { before, after }: EntryChange,
  txn: LedgerTxn,
  changes: LedgerEntryChangeWire[],
  merelyRestored: LedgerEntryChangeWire[],
): void {
  const { sequence } = txn.context
  const to = after?.kind === 'contract' ? after : null
  // Temporary data whose time is over is gone: what is written in its place is new.
  const gone = before?.kind === 'contract' && isExpired(before, sequence) && isTemporaryKey(before.keyXdr)
  const from = before?.kind === 'contract' && !gone ? before : null
  if (from !== null && isExpired(from, sequence)) {
    if (to?.entryXdr === from.entryXdr) {
      // Still in the live state. A RestoreFootprint operation writes the time to live alone; the data follow after all of them, untouched.
      if (to.liveUntilLedger !== null) changes.push(restored(ttlWire(to, to.liveUntilLedger)))
      merelyRestored.push(restored(entryWire(to)))
    } else restoredAndUsed(from, to, txn, changes)
    return
  }
  if (from?.entryXdr !== to?.entryXdr) plainChanges(from, to, changes)
  if (from?.liveUntilLedger !== to?.liveUntilLedger) ttlChanges(from, to, changes)
}

const restored = (entry: LedgerEntryWire): LedgerEntryChangeWire => ({ type: 4, restored: entry })

/**
 * The entry was restored and written again: as it was, with another content, extended, or no more. Out of the archive it always is, and
 * begins with the time to live of everything that is restored; from the live state by an invocation only, and begins with that which it had
 * (stellar-core, TransactionMeta.cpp).
 */
function restoredAndUsed(
  from: ContractEntry,
  to: ContractEntry | null,
  txn: LedgerTxn,
  changes: LedgerEntryChangeWire[],
): void {
  const { sequence } = txn.context
  const old = { ...entryWire(from), lastModifiedLedgerSeq: sequence }
  const restoredTo = restoredUntil(txn)
  const began = from.isEvicted ? restoredTo : from.liveUntilLedger
  const oldTtl = { ...ttlWire(from, began ?? 0), lastModifiedLedgerSeq: sequence }
  if (to === null) {
    changes.push(restored(old), { type: 2, removed: keyWire(from) })
    changes.push(restored(oldTtl), { type: 2, removed: ttlKeyWire(oldTtl) })
    return
  }
  if (sameContent(from.entryXdr, to.entryXdr)) changes.push(restored(entryWire(to)))
  else changes.push(restored(old), { type: 1, updated: entryWire(to) })
  const ttl = ttlWire(to, to.liveUntilLedger ?? 0)
  if (to.liveUntilLedger === (restoredTo ?? to.liveUntilLedger)) changes.push(restored(ttl))
  else changes.push(restored(oldTtl), { type: 1, updated: ttl })
}

/** Bytes of an entry after the ledger that wrote it last. */
function sameContent(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a.subarray(4), b.subarray(4)) === 0
}

/** XDR of the key of the network's settings on archival, and where they hold the least time to live of persistent data. */
const ARCHIVAL_KEY = contractKey(Uint8Array.from([0, 0, 0, 8, 0, 0, 0, 10]))
const MIN_PERSISTENT_TTL_AT = 20

/** Until when a restored entry lives if nobody extends it; null on a ledger without settings. */
function restoredUntil(txn: LedgerTxn): number | null {
  const settings = txn.peek(ARCHIVAL_KEY)
  if (settings?.kind !== 'contract') return null
  const { buffer, byteOffset } = settings.entryXdr
  return txn.context.sequence + new DataView(buffer, byteOffset).getUint32(MIN_PERSISTENT_TTL_AT) - 1
}

function ttlKeyWire({ data }: LedgerEntryWire): LedgerKeyWire {
  if (data.type !== 9) throw new Error('not a time to live')
  return { type: 9, ttl: { keyHash: data.ttl.keyHash } }
}

function ttlChanges(from: ContractEntry | null, to: ContractEntry | null, changes: LedgerEntryChangeWire[]): void {
  const before = from === null || from.liveUntilLedger === null ? null : ttlWire(from, from.liveUntilLedger)
  const after = to === null || to.liveUntilLedger === null ? null : ttlWire(to, to.liveUntilLedger)
  if (before !== null) changes.push({ type: 3, state: before })
  if (after !== null) changes.push(before === null ? { type: 0, created: after } : { type: 1, updated: after })
  else if (before !== null) changes.push({ type: 2, removed: ttlKeyWire(before) })
}
