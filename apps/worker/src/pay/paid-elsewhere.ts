import { IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { standingPaid } from '../keep/standing-rows.ts'
import type { Project } from '../project.ts'
import { laneIsBusy } from '../submit/outbox.ts'
import { collectLane } from './open-bills.ts'

interface UnpaidBill {
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

/**
 * Books what bills were paid by calls that are not ours: `offering.pay` by a donor or the user, `collect` by anyone. The contract's own list
 * of open bills says so; without this look a wallet would pay such a bill once more. Waits while a collection of ours is not booked.
 */
export async function bookPaidElsewhere(context: WorkerContext, project: Project): Promise<TickResult> {
  const { store, contracts, log } = context
  let progress = 0
  for (const { index } of project.parties) {
    const lane = collectLane(project, index)
    const { rows: unpaid } = await store.query<UnpaidBill>(
      `SELECT number, due_stroops, paid_stroops FROM bill b WHERE system_id = $1 AND party_index = $2 AND paid_stroops < due_stroops
         AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = b.paying_outbox AND o.status IN ('pending', 'prepared', 'sent')) ORDER BY number`,
      [project.systemId, index],
    )
    if (unpaid.length === 0 || (await laneIsBusy(store, lane))) continue
    const open = await contracts.read<readonly ContractOpenBill[]>('energy', project.settings.energy, 'open_bills', {
      system: project.systemId,
      party: index,
    })
    if (open.length >= MOST_OPEN_BILLS) continue
    const restOf = new Map(open.map((bill) => [bill.number, bill.due - bill.paid]))
    for (const bill of unpaid) {
      const paid = BigInt(bill.due_stroops) - (restOf.get(BigInt(bill.number)) ?? 0n)
      if (paid <= BigInt(bill.paid_stroops)) continue
      const { rowCount } = await store.query(
        `UPDATE bill SET paid_stroops = GREATEST(paid_stroops, $2::bigint),
           paying_outbox = CASE WHEN $2::bigint >= due_stroops THEN NULL ELSE paying_outbox END
         WHERE system_id = $4 AND number = $1 AND NOT EXISTS (SELECT 1 FROM outbox WHERE lane = $3 AND status IN ('pending', 'prepared', 'sent'))`,
        [bill.number, paid, lane, project.systemId],
      )
      if (rowCount === 0) continue
      progress += 1
      await standingPaid(store, project.systemId, index)
      log.info({ system: project.systemId, bill: bill.number, paid: String(paid) }, 'paid by a call that is not ours')
    }
  }
  return progress === 0 ? IDLE : { progress, waiting: 0 }
}
