import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { loadProjects, projectOf } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import { enqueue } from '../submit/outbox.ts'

/** A price is confirmed at least so often, well inside the staleness bound. */
const REAFFIRM_SECONDS = 25n * 86_400n

/** Confirms the prices of the tariff contract once a month, where the feeder's key is at hand. */
export async function tickTariff(context: WorkerContext): Promise<TickResult> {
  const { store, keys, chain } = context
  if (!(await keys.holds('feeder'))) return IDLE
  let result = IDLE
  for (const project of await loadProjects(store)) {
    if (project.state === 'Closed') continue
    const now = await chain.now()
    for (const symbol of [project.settings.retailSymbol, project.settings.exportSymbol]) {
      const { rows } = await store.query<{ last: string | null }>(
        `SELECT max(created_at) AS last FROM outbox WHERE kind = 'tariff.reaffirm' AND payload->>'symbol' = $1 AND (payload->>'offeringId')::int = $2`,
        [symbol, project.offeringId],
      )
      const last = rows[0]?.last ?? null
      const due =
        last === null
          ? BigInt(project.settings.schedule[0]?.start ?? 0) + REAFFIRM_SECONDS
          : BigInt(last) + REAFFIRM_SECONDS
      if (now < due) continue
      const asked = await enqueue(store, {
        key: `tariff:${project.settings.tariff}:${symbol}:${due}`,
        kind: 'tariff.reaffirm',
        lane: `tariff:${project.offeringId}`,
        payload: { offeringId: project.offeringId, symbol },
        at: now,
      })
      if (asked !== null) result = addTicks(result, { progress: 1, waiting: 0 })
    }
  }
  return result
}

/** Says that the price still holds. */
export const reaffirmTariff: Handler = {
  kind: 'tariff.reaffirm',
  async build(context, row) {
    const project = await projectOf(context.store, Number(row.payload.offeringId))
    const feeder = (await context.keys.signer('feeder')).address
    const args = {
      feeder,
      asset: { tag: 'Other', values: [String(row.payload.symbol)] },
    }
    return {
      signers: ['feeder'],
      operations: [context.contracts.call('tariff', project.settings.tariff, 'reaffirm', args, feeder)],
    }
  },
  async booked() {},
}
