import type { Queryable, WorkerContext } from '../context.ts'
import { storeWithin } from '../index/rebuild.ts'
import { HANDLERS } from '../worker.ts'
import { unfinished } from './outbox.ts'
import { RESTORED } from './restored.ts'

/** What a backup had begun may still reach a ledger: its envelopes live until a time of the network. */
export class StillUnderWayError extends Error {
  readonly code = 'STILL_UNDER_WAY'
  readonly seconds: bigint
  constructor(seconds: bigint) {
    super(
      `transactions that were under way when the backup was made can be taken by the network for ${seconds} more seconds: restore it after that`,
    )
    this.name = 'StillUnderWayError'
    this.seconds = seconds
  }
}

/**
 * Gives up everything that was asked for and had not ended when a backup was made. Nobody knows any more what became of it after that: it may have been sent
 * again by envelopes that the backup does not have, and nothing may be paid twice. The roles ask anew for what is still due, by what the network says.
 *
 * Call it in the database transaction that brings the rows back, before any role sees them.
 *
 * @returns how many entries were given up
 * @throws {StillUnderWayError} while one of them may still be taken
 */
export async function giveUpUnfinished(context: WorkerContext, client: Queryable): Promise<number> {
  const now = await context.chain.now()
  const rows = await unfinished(client)
  const latest = rows.reduce((last, { expiresAt }) => (expiresAt !== null && expiresAt > last ? expiresAt : last), 0n)
  if (latest >= now) throw new StillUnderWayError(latest - now + 1n)
  const within: WorkerContext = { ...context, store: storeWithin(client) }
  await client.query('UPDATE channel_account SET locked_by_outbox = NULL')
  for (const row of rows) {
    await client.query(`UPDATE outbox SET status = 'dead', last_error = $2, updated_at = $3 WHERE id = $1`, [
      row.id,
      'RESTORED: what became of it is not in the backup',
      now,
    ])
    await HANDLERS.find(({ kind }) => kind === row.kind)?.abandoned?.(within, client, row, 'RESTORED')
  }
  await client.query(
    'INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value',
    [RESTORED, JSON.stringify({ ledger: await context.chain.ledger(), at: String(now) })],
  )
  return rows.length
}
