import { IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { clockSeconds, type Project } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import { enqueue, laneIsBusy } from '../submit/outbox.ts'
import { keeperHandler } from './keeper-call.ts'

/** Holders redeemed in one transaction. */
const REDEEMED_A_BATCH = 10
/** Holders whose bonds could not be taken back are tried again after so many seconds of a civil clock. */
const AGAIN_SECONDS = 86_400n

/**
 * Redeems what is outstanding, holder by holder, against its price: at once, and then once a day those whose bonds or whose line could not take
 * part. Bonds in offers, claimable balances and pools are redeemed once their owners have withdrawn them.
 */
export async function redeemAll(context: WorkerContext, project: Project): Promise<TickResult> {
  if (project.state !== 'Matured' && project.state !== 'Unwinding') return IDLE
  const { store, chain } = context
  const lane = `maturity:${project.offeringId}`
  if (await laneIsBusy(store, lane)) return { progress: 0, waiting: 1 }
  const now = await chain.now()
  const { rows } = await store.query<{ rounds: string; last: string | null }>(
    `SELECT count(DISTINCT payload->>'round') AS rounds, max(created_at) AS last FROM outbox
     WHERE kind = 'offering.redeem' AND (payload->>'offeringId')::int = $1`,
    [project.offeringId],
  )
  const [past] = rows
  if (past?.last && now < BigInt(past.last) + clockSeconds(project, AGAIN_SECONDS)) return IDLE
  const { rows: holders } = await store.query<{ holder: string }>(
    `SELECT holder FROM holding WHERE asset = $1 AND place IN ('account', 'contract') AND stroops > 0 ORDER BY holder`,
    [project.bondAsset],
  )
  const round = Number(past?.rounds ?? 0)
  for (let start = 0; start < holders.length; start += REDEEMED_A_BATCH)
    await enqueue(store, {
      key: `redeem:${project.offering}:${round}:${start}`,
      kind: 'offering.redeem',
      lane,
      payload: {
        offeringId: project.offeringId,
        round: String(round),
        contract: 'offering',
        contractId: project.offering,
        method: 'redeem',
        args: { holders: holders.slice(start, start + REDEEMED_A_BATCH).map(({ holder }) => holder) },
      },
      at: now,
    })
  return holders.length > 0 ? { progress: 1, waiting: 0 } : IDLE
}

const call = keeperHandler('offering.redeem')

/** Takes bonds back against their price, per holder both or neither. */
export const redeemBonds: Handler = {
  ...call,
  async booked(context, _client, row, outcome) {
    const paid = context.contracts.returned<bigint[]>('offering', 'redeem', outcome)
    const { holders } = row.payload.args as { holders: string[] }
    for (const [position, holder] of holders.entries())
      if ((paid[position] ?? 0n) === 0n)
        context.log.warn(
          { offering: row.payload.contractId, holder, hash: outcome.hash },
          'bonds not redeemed: tried again later',
        )
  },
}
