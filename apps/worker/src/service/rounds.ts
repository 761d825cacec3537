import type { Queryable } from '../context.ts'

/**
 * The number of the next round of something that is pushed to many at once, from 0: what a line could not take is tried again in the round
 * after, no sooner than `againSeconds` after the last was asked for. Null until then. Entries of a round have keys that begin with
 * `{prefix}:` and the round in their payload.
 */
export async function nextRound(
  db: Queryable,
  prefix: string,
  now: bigint,
  againSeconds: bigint,
): Promise<number | null> {
  const { rows } = await db.query<{ rounds: string; last: string | null }>(
    `SELECT count(DISTINCT payload->>'round') AS rounds, max(created_at) AS last FROM outbox WHERE starts_with(idempotency_key, $1)`,
    [`${prefix}:`],
  )
  const last = rows[0]?.last ?? null
  if (last !== null && now < BigInt(last) + againSeconds) return null
  return Number(rows[0]?.rounds ?? 0)
}
