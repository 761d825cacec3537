import { IDLE, type TickResult, type WorkerContext } from '../context.ts'
import type { Project } from '../project.ts'
import { enqueue, nextTry } from '../submit/outbox.ts'

/** The utility pays for exports, where this worker plays its part (on a local network). Elsewhere it pays by itself. */
export async function payExports(context: WorkerContext, project: Project): Promise<TickResult> {
  const { store, keys, chain } = context
  if (!(await keys.holds('utility'))) return IDLE
  const { rows } = await store.query<{ statement_index: number }>(
    `SELECT statement_index FROM export_credit WHERE system_id = $1 AND paid_stroops < due_stroops ORDER BY statement_index DESC LIMIT 1`,
    [project.systemId],
  )
  const newest = rows[0]
  if (!newest) return IDLE
  const key = await nextTry(store, `export:${project.offering}:${newest.statement_index}`, await chain.now())
  if (key === null) return IDLE
  const asked = await enqueue(store, {
    key,
    kind: 'offering.pay_export',
    lane: `export:${project.offeringId}`,
    payload: {
      offeringId: project.offeringId,
      statementIndex: newest.statement_index,
    },
    at: await chain.now(),
  })
  return asked === null ? IDLE : { progress: 1, waiting: 0 }
}
