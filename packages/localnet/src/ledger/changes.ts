import { entryWire, keyWire, ttlWire } from './codec.ts'
import type { ContractEntry, Entry } from './entries.ts'
import type { EntryChange, LedgerTxn } from './txn.ts'
import { isExpired, isTemporaryKey } from './view.ts'
import type { LedgerEntryChangeWire } from './wire.ts'

/** What a layer did to the ledger, as transaction meta tells it: state and new version of each entry, in order. */
export function changesWire(txn: LedgerTxn): LedgerEntryChangeWire[] {
  const changes: LedgerEntryChangeWire[] = []
  for (const change of txn.changes()) {
    const entry = change.after ?? change.before
    if (entry?.kind === 'contract') contractChanges(change, txn.context.sequence, changes)
    else plainChanges(change.before, change.after, changes)
  }
  return changes
}

function plainChanges(before: Entry | null, after: Entry | null, changes: LedgerEntryChangeWire[]): void {
  if (before !== null) changes.push({ type: 3, state: entryWire(before) })
  if (after !== null) changes.push(before === null ? created(after) : { type: 1, updated: entryWire(after) })
  else if (before !== null) changes.push({ type: 2, removed: keyWire(before) })
}

const created = (entry: Entry): LedgerEntryChangeWire => ({ type: 0, created: entryWire(entry) })

/** Contract entries come with a time to live, which the network keeps as an entry of its own. */
function contractChanges({ before, after }: EntryChange, sequence: number, changes: LedgerEntryChangeWire[]): void {
  const to = after?.kind === 'contract' ? after : null
  // Temporary data whose time is over is gone: what is written in its place is new.
  const gone = before?.kind === 'contract' && isExpired(before, sequence) && isTemporaryKey(before.keyXdr)
  const from = before?.kind === 'contract' && !gone ? before : null
  if (from !== null && to !== null && isExpired(from, sequence)) {
    changes.push({ type: 4, restored: entryWire(to) })
    if (to.liveUntilLedger !== null) changes.push({ type: 4, restored: ttlWire(to, to.liveUntilLedger) })
    return
  }
  if (from?.entryXdr !== to?.entryXdr) plainChanges(from, to, changes)
  if (from?.liveUntilLedger !== to?.liveUntilLedger) ttlChanges(from, to, changes)
}

function ttlChanges(from: ContractEntry | null, to: ContractEntry | null, changes: LedgerEntryChangeWire[]): void {
  const before = from === null || from.liveUntilLedger === null ? null : ttlWire(from, from.liveUntilLedger)
  const after = to === null || to.liveUntilLedger === null ? null : ttlWire(to, to.liveUntilLedger)
  if (before !== null) changes.push({ type: 3, state: before })
  if (after !== null) changes.push(before === null ? { type: 0, created: after } : { type: 1, updated: after })
  else if (before?.data.type === 9) {
    changes.push({ type: 2, removed: { type: 9, ttl: { keyHash: before.data.ttl.keyHash } } })
  }
}
