import type { Queryable } from '../context.ts'
import type { Project } from '../project.ts'

/** A bill that nobody is paying now. */
export interface OpenBill {
  readonly number: bigint
  readonly partyIndex: number
  /** The statement that it bills. */
  readonly statementIndex: number
  readonly restStroops: bigint
  /** How many payments of it were asked for, and came to nothing. */
  readonly rounds: number
  /** Network time of the last of them. */
  readonly lastTriedAt: bigint | null
  /** A collection of its party is under way: what it pays of the bill is not in the books yet, so the rest is not known. */
  readonly collecting: boolean
}

/** Collections of one party reach the network one after the other. */
export const collectLane = (project: Pick<Project, 'offeringId'>, partyIndex: number | '') =>
  `collect:${project.offeringId}:${partyIndex}`

/**
 * Bills of a project's system with something left to pay and no payment under way, oldest first. Rest and `collecting` are of one moment: a
 * collection is booked and over in one database transaction.
 */
export async function openBills(db: Queryable, project: Pick<Project, 'offeringId' | 'systemId'>): Promise<OpenBill[]> {
  const { rows } = await db.query<{
    number: string
    party_index: number
    statement_index: number
    rest: string
    rounds: number
    tried: string | null
    collecting: boolean
  }>(
    `SELECT b.number, b.party_index, b.statement_index, b.due_stroops - b.paid_stroops AS rest, b.pay_rounds AS rounds, b.pay_tried_at AS tried,
       EXISTS (SELECT 1 FROM outbox c WHERE c.lane = $2 || b.party_index AND c.status IN ('pending', 'prepared', 'sent')) AS collecting
     FROM bill b WHERE b.system_id = $1 AND b.paid_stroops < b.due_stroops AND b.paying_outbox IS NULL ORDER BY b.number`,
    [project.systemId, collectLane(project, '')],
  )
  return rows.map((row) => ({
    number: BigInt(row.number),
    partyIndex: row.party_index,
    statementIndex: row.statement_index,
    restStroops: BigInt(row.rest),
    rounds: row.rounds,
    lastTriedAt: row.tried === null ? null : BigInt(row.tried),
    collecting: row.collecting,
  }))
}

/**
 * Takes the bills' row locks, in their order, and says whether every one is as it was when it was quoted: free, with the same rest, after the
 * same number of payments. This is the one place where two workers could have paid the same bill, and where they do not: hold the
 * transaction until `reserveBills`.
 */
export async function stillOpen(client: Queryable, systemId: number, bills: readonly OpenBill[]): Promise<boolean> {
  const { rows } = await client.query<{ number: string; rest: string; rounds: number; is_free: boolean }>(
    `SELECT number, due_stroops - paid_stroops AS rest, pay_rounds AS rounds, paying_outbox IS NULL AS is_free FROM bill
     WHERE system_id = $1 AND number = ANY($2::bigint[]) ORDER BY number FOR UPDATE`,
    [systemId, bills.map(({ number }) => String(number))],
  )
  const found = new Map(rows.map((row) => [BigInt(row.number), row]))
  return bills.every(({ number, restStroops, rounds }) => {
    const row = found.get(number)
    return row?.is_free === true && BigInt(row.rest) === restStroops && row.rounds === rounds
  })
}

/** Reserves bills, whose locks are held, for one payment. */
export async function reserveBills(
  client: Queryable,
  systemId: number,
  bills: readonly OpenBill[],
  outboxId: bigint,
  now: bigint,
): Promise<void> {
  await client.query(
    `UPDATE bill SET paying_outbox = $3, pay_rounds = pay_rounds + 1, pay_tried_at = $4 WHERE system_id = $1 AND number = ANY($2::bigint[])`,
    [systemId, bills.map(({ number }) => String(number)), outboxId, now],
  )
}

/** Gives reserved bills back: their payment is proven dead or failed. */
export async function freeBills(client: Queryable, outboxId: bigint): Promise<void> {
  await client.query('UPDATE bill SET paying_outbox = NULL WHERE paying_outbox = $1', [outboxId])
}
