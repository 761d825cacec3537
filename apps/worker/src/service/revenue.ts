import type { WorkerContext } from '../context.ts'
import type { Project } from '../project.ts'

/** How long a coupon or the maturity waits for bills of its period that are on their way. */
const PATIENCE_SECONDS = 2n * 86_400n

/**
 * True while money for energy used up to `at` may still arrive: the statement up to then is not final, or one of its bills is being paid
 * or collected. Ends by itself after two days (in network time), or after the project's grace where that is shorter.
 */
export async function awaitsRevenue(
  context: WorkerContext,
  project: Project,
  at: bigint,
  now: bigint,
): Promise<boolean> {
  const grace = BigInt(project.settings.graceSeconds)
  const patience = grace < PATIENCE_SECONDS ? grace : PATIENCE_SECONDS
  if (now >= at + patience) return false
  if (project.nextFrom < at) return true
  const { rows } = await context.store.query(
    `SELECT 1 FROM bill WHERE system_id = $1 AND paying_outbox IS NOT NULL LIMIT 1`,
    [project.systemId],
  )
  if (rows.length > 0) return true
  const open = await context.store.query(
    `SELECT 1 FROM outbox WHERE kind IN ('offering.collect', 'offering.pay_export', 'energy.propose')
       AND (payload->>'offeringId')::int = $1 AND status IN ('pending', 'prepared', 'sent') LIMIT 1`,
    [project.offeringId],
  )
  if (open.rows.length > 0) return true
  const unpaid = await context.store.query(
    `SELECT 1 FROM bill WHERE system_id = $1 AND paid_stroops < due_stroops AND NOT EXISTS
       (SELECT 1 FROM outbox o WHERE o.kind = 'pay.bills' AND o.payload->'numbers' ? bill.number::text) LIMIT 1`,
    [project.systemId],
  )
  return unpaid.rows.length > 0
}
