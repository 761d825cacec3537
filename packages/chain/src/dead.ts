import type { Lookup } from './lookup.ts'

/** What must have been stored of a transaction to prove it dead. Times are the network's. */
export interface DeathRecord {
  readonly expiresAt: bigint
  /** The first ledger that may no longer take it. */
  readonly expiresLedger?: number | null
  /** A network time before it was first sent: when it was built, or written down. */
  readonly builtAt?: bigint
}

/**
 * Whether it is proven that the transaction is in no ledger and never will be.
 *
 * The proof is one answer of one node: it does not know the transaction, a ledger has closed after the transaction's end,
 * and the node's history reaches back to before it was sent. Only then may another be built in its place; anything less
 * may pay twice.
 */
export function isDead(record: DeathRecord, seen: Lookup): boolean {
  if (seen.kind !== 'not-found') return false
  const tooLate = seen.latestLedgerCloseTime > record.expiresAt
  const pastLedger = record.expiresLedger != null && seen.latestLedger >= record.expiresLedger
  // A node that has forgotten the ledgers in question says not-found of everything in them.
  const remembers = record.builtAt === undefined || seen.oldestLedgerCloseTime <= record.builtAt
  return (tooLate || pastLedger) && remembers
}
