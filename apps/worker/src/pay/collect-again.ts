import type { Queryable } from '../context.ts'
import type { OutboxStatus } from '../submit/outbox.ts'

/** A refused collection is asked for again after this long, times the refusals in a row. */
const AGAIN_SECONDS = 300n
/** From here on the wait no longer grows. */
const MOST_REFUSALS = 12

/**
 * Whether a party's collection account may be swept now. What the escrow refused (its allowance has run out, say) it refuses again in the
 * next ledger: so a refused sweep waits, unless something else of that lane has succeeded since, as a renewed allowance does.
 *
 * @param now the network's time
 */
export async function mayCollect(db: Queryable, lane: string, now: bigint): Promise<boolean> {
  const { rows } = await db.query<{ kind: string; status: OutboxStatus; updated_at: bigint }>(
    'SELECT kind, status, updated_at FROM outbox WHERE lane = $1 ORDER BY id DESC LIMIT $2',
    [lane, MOST_REFUSALS],
  )
  const isRefused = (row: (typeof rows)[number]) =>
    row.kind === 'offering.collect' && (row.status === 'failed' || row.status === 'dead')
  const other = rows.findIndex((row) => !isRefused(row))
  const refusals = other === -1 ? rows.length : other
  const [last] = rows
  return last === undefined || refusals === 0 || now >= BigInt(last.updated_at) + AGAIN_SECONDS * BigInt(refusals)
}
