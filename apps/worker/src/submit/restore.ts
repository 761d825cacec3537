import { createHash } from 'node:crypto'
import { extendTtl, restore } from '@heliobond/chain'
import type { Queryable } from '../context.ts'
import type { Handler } from './handler.ts'
import { enqueue, nextTry } from './outbox.ts'

/** Asks for archived entries to be brought back, unless that is under way: one portion, one transaction. */
export async function askForRestoration(db: Queryable, keys: readonly string[], at: bigint): Promise<void> {
  const lane = laneOf('restore', keys)
  // Archived again after it came back once: each time is a try of its own.
  const { rows } = await db.query<{ done: string }>(
    `SELECT count(*) AS done FROM outbox WHERE lane = $1 AND status = 'succeeded'`,
    [lane],
  )
  const key = await nextTry(db, `${lane}:${rows[0]?.done ?? 0}`, at)
  if (key !== null) await enqueue(db, { key, kind: 'ledger.restore', lane, payload: { keys }, at })
}

/** Asks for entries to live `ledgers` from now on, unless that is under way. @returns whether it was asked for */
export async function askForExtension(
  db: Queryable,
  keys: readonly string[],
  ledgers: number,
  at: bigint,
): Promise<boolean> {
  const lane = laneOf('extend', keys)
  const { rows } = await db.query<{ done: string }>(
    `SELECT count(*) AS done FROM outbox WHERE lane = $1 AND status = 'succeeded'`,
    [lane],
  )
  const key = await nextTry(db, `${lane}:${rows[0]?.done ?? 0}`, at)
  if (key === null) return false
  return (await enqueue(db, { key, kind: 'ledger.extend', lane, payload: { keys, ledgers }, at })) !== null
}

const laneOf = (what: string, keys: readonly string[]) =>
  `${what}:${createHash('sha256').update(keys.join()).digest('hex').slice(0, 24)}`

/** Brings archived entries back. Anybody may, for the rent. */
export const restoreEntries: Handler = {
  kind: 'ledger.restore',
  async build(_context, row) {
    return { signers: [], operations: [restore({ keys: row.payload.keys as string[] })] }
  },
  async booked(context, _client, row, outcome) {
    context.log.info({ keys: (row.payload.keys as string[]).length, hash: outcome.hash }, 'archived entries are back')
  },
}

/** Lets entries live on. Anybody may, for the rent. */
export const extendEntries: Handler = {
  kind: 'ledger.extend',
  async build(_context, row) {
    const { keys, ledgers } = row.payload as unknown as { keys: string[]; ledgers: number }
    return { signers: [], operations: [extendTtl({ keys, ledgers })] }
  },
  async booked() {},
}
