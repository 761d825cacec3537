import { needsFacts, type TransactionFacts, tokenMovement } from '@heliobond/chain'
import type { Queryable } from '../context.ts'
import type { NetworkPort } from '../network-port.ts'
import type { LoggedEvent } from './logged-event.ts'

/** What a transaction did beside its events; null for one whose events say everything. */
export type FactsOf = (txHash: string) => TransactionFacts | null

/** Facts by the hash of their transaction. */
export type Facts = ReadonlyMap<string, TransactionFacts>

/**
 * Asks the network for what events do not tell: whose claimable balances and pools' shares are, at what price bonds were traded, and what left
 * a payer's account. What the log has already is not asked for.
 *
 * @throws {Error} if the network does not know a transaction whose events it gave: it is asked again, and nothing is entered meanwhile
 */
export async function readFacts(
  db: Queryable,
  chain: Pick<NetworkPort, 'facts'>,
  all: readonly LoggedEvent[],
): Promise<Facts> {
  const wanted = new Set(all.filter((logged) => isWanted(logged, all)).map(({ event }) => event.txHash))
  const found = new Map<string, TransactionFacts>(await loggedFacts(db, [...wanted]))
  for (const txHash of wanted) {
    if (found.has(txHash)) continue
    const facts = await chain.facts(txHash)
    if (!facts) throw new Error(`the network gave events of transaction ${txHash} and does not know it`)
    found.set(txHash, facts)
  }
  return found
}

function isWanted({ source, event }: LoggedEvent, all: readonly LoggedEvent[]): boolean {
  const movement = source.contract === 'asset' || source.contract === 'collection' ? tokenMovement(event) : undefined
  if (!movement) return false
  if (source.contract === 'collection') return true
  if (needsFacts(movement)) return true
  // A bond that moves in a call of our own contracts is not traded in it.
  if (movement.kind !== 'transfer') return false
  return !all.some(
    ({ source: other, event: beside }) => other.contract === 'offering' && beside.txHash === event.txHash,
  )
}

async function loggedFacts(db: Queryable, hashes: readonly string[]): Promise<[string, TransactionFacts][]> {
  if (hashes.length === 0) return []
  const { rows } = await db.query<{ tx_hash: string; facts: unknown }>(
    'SELECT tx_hash, facts FROM transaction_fact WHERE tx_hash = ANY($1)',
    [hashes],
  )
  return rows.map((row) => [row.tx_hash, revive(row.facts) as TransactionFacts])
}

/** Keeps facts with the log. */
export async function logFacts(db: Queryable, facts: Facts, all: readonly LoggedEvent[]): Promise<void> {
  for (const [txHash, of] of facts) {
    const ledger = all.find(({ event }) => event.txHash === txHash)?.event.ledger ?? 0
    await db.query('INSERT INTO transaction_fact (tx_hash, ledger, facts) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      txHash,
      ledger,
      JSON.stringify(of, (_, value: unknown) => (typeof value === 'bigint' ? { $int: value.toString() } : value)),
    ])
  }
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive)
  if (typeof value !== 'object' || value === null) return value
  if ('$int' in value) return BigInt(String(value.$int))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revive(item)]))
}
