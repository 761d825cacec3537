import type { Queryable } from '../context.ts'

/** Locks a free channel account for the transaction at hand, or null when all are in use. Call inside a database transaction. */
export async function lockFreeChannel(db: Queryable): Promise<{ address: string; secretName: string } | null> {
  const { rows } = await db.query<{ address: string; secret_name: string }>(
    `SELECT address, secret_name FROM channel_account WHERE locked_by_outbox IS NULL AND NOT retiring ORDER BY address LIMIT 1 FOR UPDATE SKIP LOCKED`,
  )
  const row = rows[0]
  return row ? { address: row.address, secretName: row.secret_name } : null
}

/** Binds a channel to an entry until its envelope is proven applied or dead: its sequence number is spent by no other. */
export async function bindChannel(db: Queryable, address: string, outboxId: bigint): Promise<void> {
  await db.query('UPDATE channel_account SET locked_by_outbox = $2 WHERE address = $1', [address, outboxId])
}

export async function freeChannel(db: Queryable, outboxId: bigint): Promise<void> {
  await db.query('UPDATE channel_account SET locked_by_outbox = NULL WHERE locked_by_outbox = $1', [outboxId])
}
