import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { clockSeconds, type Project } from '../project.ts'
import { enqueue, laneIsBusy } from '../submit/outbox.ts'
import type { CouponRow } from './coupon-rows.ts'
import { nextRound } from './rounds.ts'

/** Claims of one transaction: the limit that binds is the events' size, with room to spare. */
export const CLAIMS_A_BATCH = 20
/** A holder whose line could not take its money is tried again after so many seconds of a civil clock. */
const AGAIN_SECONDS = 86_400n

/**
 * Pushes what a coupon's holders can claim now, in batches, each share of funding once; whose line could not take it is tried again every day. Each
 * holder may claim by hand all the while.
 */
export async function pushClaims(
  { store }: WorkerContext,
  project: Project,
  coupon: CouponRow,
  now: bigint,
): Promise<TickResult> {
  const lane = `claims:${project.offeringId}:${coupon.number}`
  if (await laneIsBusy(store, lane)) return { progress: 0, waiting: 1 }
  const prefix = `coupon:${project.offering}:${coupon.number}:claims:${coupon.fundedStroops}`
  const round = await nextRound(store, prefix, now, clockSeconds(project, AGAIN_SECONDS))
  if (round === null) return IDLE
  const open = await openLeaves(store, project.offeringId, coupon)
  let result = IDLE
  for (let start = 0; start < open.length; start += CLAIMS_A_BATCH) {
    const asked = await enqueue(store, {
      key: `${prefix}:${round}:${start}`,
      kind: 'coupon.claims',
      lane,
      payload: {
        offeringId: project.offeringId,
        number: coupon.number,
        round: String(round),
        indexes: open.slice(start, start + CLAIMS_A_BATCH),
      },
      at: now,
    })
    if (asked !== null) result = addTicks(result, { progress: 1, waiting: 0 })
  }
  return result
}

/** Leaves that can claim something now: `floor(amount x funded / total) - paid`. */
async function openLeaves(db: WorkerContext['store'], offeringId: number, coupon: CouponRow): Promise<number[]> {
  const { rows } = await db.query<{ index: number }>(
    `SELECT index FROM coupon_leaf WHERE offering_id = $1 AND number = $2
       AND div(amount_stroops::numeric * $3::numeric, greatest($4::numeric, 1)) > paid_stroops ORDER BY index`,
    [offeringId, coupon.number, coupon.fundedStroops, coupon.totalStroops],
  )
  return rows.map(({ index }) => index)
}
