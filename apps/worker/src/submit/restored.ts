import type { Queryable } from '../context.ts'

/** Name of the setting that says at which ledger the database came back from a backup. */
export const RESTORED = 'restored'

/** The ledger at which the database came back from a backup; 0 where it never did. What happened before it may have been answered for already. */
export async function restoredLedger(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ ledger: number }>(
    `SELECT (value->>'ledger')::int AS ledger FROM setting WHERE key = $1`,
    [RESTORED],
  )
  return rows[0]?.ledger ?? 0
}
