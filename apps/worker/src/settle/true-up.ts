import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { loadProjects, type Project, projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import { enqueue, nextTry } from '../submit/outbox.ts'
import { bookTrueUps } from './book-final.ts'

/** Each statement trues up so many of the oldest provisional intervals by itself. */
const BY_A_STATEMENT = 4

/**
 * Has the contract true up bills that were priced with a stale tariff, where more of them wait than the next statements do by the way. Anyone may
 * call it; the difference is a line of its own on each party's next bill.
 */
export async function tickTrueUp(context: WorkerContext): Promise<TickResult> {
  let result = IDLE
  for (const project of await loadProjects(context.store))
    result = addTicks(result, await trueUpProject(context, project))
  return result
}

async function trueUpProject(context: WorkerContext, project: Project): Promise<TickResult> {
  const { store, chain, contracts } = context
  const { systemId, settings, offeringId } = project
  const { rows } = await store.query<{ statement_index: number }>(
    `SELECT DISTINCT statement_index FROM bill b WHERE system_id = $1 AND provisional AND delivered_wh > 0
       AND NOT EXISTS (SELECT 1 FROM true_up t WHERE t.system_id = b.system_id AND t.statement_index = b.statement_index) ORDER BY 1 DESC`,
    [systemId],
  )
  const newest = rows[0]?.statement_index
  if (newest === undefined || rows.length <= BY_A_STATEMENT) return IDLE
  const now = await chain.now()
  let result = IDLE
  for (const { index: party } of project.parties) {
    const key = await nextTry(store, `true-up:${settings.energy}:${systemId}:${party}:${newest}:${rows.length}`, now)
    if (key === null) continue
    // While the price is stale there is nothing to do.
    const milli = await contracts.read<bigint>('energy', settings.energy, 'true_up', { system: systemId, party })
    if (milli === 0n) continue
    const asked = await enqueue(store, {
      ...{ key, kind: 'energy.true_up', lane: `system:${systemId}` },
      payload: { offeringId, partyIndex: party },
      at: now,
    })
    result = addTicks(result, { progress: asked === null ? 0 : 1, waiting: 0 })
  }
  return result
}

/** Puts a party's differences on its next bill. */
export const trueUp: Handler = {
  kind: 'energy.true_up',

  async build(context, row) {
    const project = await projectOf(context.store, Number(row.payload.offeringId))
    const operator = (await context.keys.signer('operator')).address
    const args = { system: project.systemId, party: Number(row.payload.partyIndex) }
    return {
      signers: ['operator'],
      operations: [context.contracts.call('energy', project.settings.energy, 'true_up', args, operator)],
    }
  },

  async booked(context, client, row, outcome) {
    const project = await projectOf(client, Number(row.payload.offeringId))
    await bookTrueUps(context, client, project, outcome)
  },
}
