import { IDLE, type Queryable, type TickResult, type WorkerContext } from '../context.ts'
import { standingPaid } from '../keep/standing-rows.ts'
import type { Project } from '../project.ts'
import { collectLane } from './open-bills.ts'

interface UnpaidBill {
  readonly party_index: number
  readonly number: bigint
  readonly due_stroops: bigint
  readonly paid_stroops: bigint
}

interface ContractOpenBill {
  readonly number: bigint
  readonly due: bigint
  readonly paid: bigint
}

/** Beyond so many open bills of a party the contract joins new amounts to the newest: its list no longer names every bill. */
const MOST_OPEN_BILLS = 60

/** What each party's list was compared with last: as long as neither a ledger has closed nor the books have changed, the answer is the same. */
const compared = new WeakMap<object, Map<string, string>>()

/**
 * Books what bills were paid by calls that are not ours: `offering.pay` by a donor or the user, `collect` by anyone. The contract's own list
 * of open bills says so; without this look a wallet would pay such a bill once more. Waits while a collection of ours is not booked.
 */
export async function bookPaidElsewhere(context: WorkerContext, project: Project): Promise<TickResult> {
  const { store, chain } = context
  const unpaid = Map.groupBy(await unpaidBills(store, project), (bill) => bill.party_index)
  if (unpaid.size === 0) return IDLE
  const known = compared.get(store) ?? new Map<string, string>()
  compared.set(store, known)
  const ledger = await chain.ledger()
  let progress = 0
  for (const [party, bills] of unpaid) {
    const key = `${project.offering}:${party}`
    const books = `${ledger} ${bills.map(({ number, paid_stroops }) => `${number}:${paid_stroops}`).join(' ')}`
    if (known.get(key) === books) continue
    progress += await compare(context, project, party, bills)
    known.set(key, books)
  }
  return progress === 0 ? IDLE : { progress, waiting: 0 }
}

/** Bills with a rest and no payment under way, of parties without a collection under way. */
async function unpaidBills(db: Queryable, project: Project): Promise<UnpaidBill[]> {
  const { rows } = await db.query<UnpaidBill>(
    `SELECT b.party_index, b.number, b.due_stroops, b.paid_stroops FROM bill b WHERE b.system_id = $1 AND b.paid_stroops < b.due_stroops
       AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = b.paying_outbox AND o.status IN ('pending', 'prepared', 'sent'))
       AND NOT EXISTS (SELECT 1 FROM outbox c WHERE c.lane = $2 || b.party_index AND c.status IN ('pending', 'prepared', 'sent')) ORDER BY b.number`,
    [project.systemId, collectLane(project, '')],
  )
  return rows
}

async function compare(
  { store, contracts, log }: WorkerContext,
  project: Project,
  party: number,
  bills: readonly UnpaidBill[],
): Promise<number> {
  const open = await contracts.read<readonly ContractOpenBill[]>('energy', project.settings.energy, 'open_bills', {
    system: project.systemId,
    party,
  })
  if (open.length >= MOST_OPEN_BILLS) return 0
  const restOf = new Map(open.map((bill) => [bill.number, bill.due - bill.paid]))
  let progress = 0
  for (const bill of bills) {
    const paid = BigInt(bill.due_stroops) - (restOf.get(BigInt(bill.number)) ?? 0n)
    if (paid <= BigInt(bill.paid_stroops)) continue
    const { rowCount } = await store.query(
      `UPDATE bill SET paid_stroops = GREATEST(paid_stroops, $2::bigint),
         paying_outbox = CASE WHEN $2::bigint >= due_stroops THEN NULL ELSE paying_outbox END
       WHERE system_id = $4 AND number = $1 AND NOT EXISTS (SELECT 1 FROM outbox WHERE lane = $3 AND status IN ('pending', 'prepared', 'sent'))`,
      [bill.number, paid, collectLane(project, party), project.systemId],
    )
    if (rowCount === 0) continue
    progress += 1
    await standingPaid(store, project.systemId, party)
    log.info({ system: project.systemId, bill: bill.number, paid: String(paid) }, 'paid by a call that is not ours')
  }
  return progress
}
