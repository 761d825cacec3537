import type { Queryable } from '../context.ts'
import type { Project } from '../project.ts'

/** A bill that nobody is paying now. */
export interface OpenBill {
  readonly number: bigint
  readonly partyIndex: number
  readonly restStroops: bigint
  /** How many payments of it have come to nothing. */
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
    rest: string
    rounds: string
    tried: string | null
    collecting: boolean
  }>(
    `SELECT b.number, b.party_index, b.due_stroops - b.paid_stroops AS rest, t.rounds, t.tried,
       EXISTS (SELECT 1 FROM outbox c WHERE c.lane = $2 || b.party_index AND c.status IN ('pending', 'prepared', 'sent')) AS collecting
     FROM bill b CROSS JOIN LATERAL (
       SELECT count(*) AS rounds, max(o.created_at) AS tried FROM outbox o
       WHERE o.kind = 'pay.bills' AND o.payload->'numbers' ? b.number::text) t
     WHERE b.system_id = $1 AND b.paid_stroops < b.due_stroops AND b.paying_outbox IS NULL ORDER BY b.number`,
    [project.systemId, collectLane(project, '')],
  )
  return rows.map((row) => ({
    number: BigInt(row.number),
    partyIndex: row.party_index,
    restStroops: BigInt(row.rest),
    rounds: Number(row.rounds),
    lastTriedAt: row.tried === null ? null : BigInt(row.tried),
    collecting: row.collecting,
  }))
}

/**
 * Reserves bills for one payment: true when all were still free. The row lock makes this the one place where two workers could
 * have paid the same bill, and where they do not.
 */
export async function reserveBills(client: Queryable, numbers: readonly bigint[], outboxId: bigint): Promise<boolean> {
  const { rowCount } = await client.query(
    'UPDATE bill SET paying_outbox = $2 WHERE number = ANY($1::bigint[]) AND paying_outbox IS NULL AND paid_stroops < due_stroops',
    [numbers.map(String), outboxId],
  )
  return rowCount === numbers.length
}

/** Gives reserved bills back: their payment is proven dead or failed. */
export async function freeBills(client: Queryable, outboxId: bigint): Promise<void> {
  await client.query('UPDATE bill SET paying_outbox = NULL WHERE paying_outbox = $1', [outboxId])
}
