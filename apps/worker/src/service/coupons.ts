import { equalBytes } from '@heliobond/domain'
import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import type { Project } from '../project.ts'
import { enqueue, nextTry, statusOf } from '../submit/outbox.ts'
import { bookFunded, type CouponRow, leavesOf, openCoupons, setCouponStatus } from './coupon-rows.ts'
import { awaitsRevenue } from './revenue.ts'
import { takeSnapshot } from './snapshot.ts'

/** Claims of one transaction: the limit that binds is the events' size, with room to spare. */
const CLAIMS_A_BATCH = 20
/** Who attests, by the names of their keys. Each recomputes the coupon from the ledger before signing. */
export const ATTESTORS = ['issuer', 'trustee'] as const

/** Brings each coupon one step further, when its time has come. */
export async function tickCoupons(context: WorkerContext, project: Project): Promise<TickResult> {
  let result = IDLE
  // Arrears come first: the contract funds coupons strictly in order.
  let earlierShort = false
  let earlier: CouponRow | null = null
  for (const coupon of await openCoupons(context.store, project.offeringId)) {
    const now = await context.chain.now()
    if (now < coupon.recordAt) break
    if (coupon.status === 'scheduled' && earlier !== null && !(await isFinal(context, project, earlier, now)))
      return addTicks(result, { progress: 0, waiting: 1 })
    result = addTicks(result, await step(context, project, coupon, now, earlierShort))
    earlierShort ||= coupon.fundedStroops < coupon.totalStroops || coupon.status !== 'funded'
    earlier = coupon
  }
  return result
}

/** When nobody can void a coupon any more, if it is attested by then. */
const finalAt = ({ settings }: Project, { proposedAt }: CouponRow, now: bigint): bigint =>
  (proposedAt ?? now) + BigInt(settings.challengeDelaySeconds)

/** The contract takes a coupon only when the one before is final: what that passes through decides this one's interest. */
async function isFinal(
  { contracts }: WorkerContext,
  project: Project,
  coupon: CouponRow,
  now: bigint,
): Promise<boolean> {
  if (coupon.status === 'funded') return true
  if (coupon.status !== 'proposed' || now < finalAt(project, coupon, now)) return false
  const { attested_by } = await contracts.read<{ attested_by: readonly string[] }>(
    'offering',
    project.offering,
    'coupon',
    { number: coupon.number },
  )
  return attested_by.length >= project.settings.attestations
}

function step(
  context: WorkerContext,
  project: Project,
  coupon: CouponRow,
  now: bigint,
  earlierShort: boolean,
): Promise<TickResult> {
  switch (coupon.status) {
    case 'scheduled':
      return record(context, project, coupon, now)
    case 'recorded':
      return Promise.resolve({ progress: 0, waiting: 1 })
    case 'proposed':
      return attestOrFund(context, project, coupon, now, earlierShort)
    case 'funded':
      return payOrTopUp(context, project, coupon, now)
    default:
      return Promise.resolve(IDLE)
  }
}

async function record(context: WorkerContext, project: Project, coupon: CouponRow, now: bigint): Promise<TickResult> {
  const { store, log } = context
  const period = project.settings.schedule[coupon.number - 1]
  if (project.callDate !== null && period && BigInt(period.start) >= project.callDate) {
    await setCouponStatus(store, project.offeringId, coupon.number, 'cancelled')
    return { progress: 1, waiting: 0 }
  }
  const snapshot = await takeSnapshot(context, project, coupon.number, coupon.recordAt)
  if (!snapshot) return { progress: 0, waiting: 1 }
  await store.transaction(async (client) => {
    await client.query(
      `UPDATE coupon SET status = 'recorded', record_ledger = $3, root = $4, total_stroops = $5, unattributed_units = $6, snapshot_hash = $7, leaf_count = $8
       WHERE offering_id = $1 AND number = $2`,
      [
        project.offeringId,
        coupon.number,
        snapshot.recordLedger,
        Buffer.from(snapshot.root),
        snapshot.totalStroops,
        snapshot.unattributedUnits,
        Buffer.from(snapshot.snapshotHash),
        snapshot.lines.length,
      ],
    )
    for (const line of snapshot.lines)
      await client.query(
        `INSERT INTO coupon_leaf (offering_id, number, index, holder, units_stroops, amount_stroops) VALUES ($1, $2, $3, $4, $5, $6)`,
        [project.offeringId, coupon.number, line.index, line.holder, line.unitsStroops, line.amountStroops],
      )
    await enqueue(client, {
      key: `coupon:${project.offering}:${coupon.number}:propose`,
      kind: 'coupon.propose',
      lane: `coupon:${project.offeringId}`,
      payload: { offeringId: project.offeringId, number: coupon.number },
      at: now,
    })
  })
  log.info(
    {
      offering: project.offering,
      coupon: coupon.number,
      total: String(snapshot.totalStroops),
    },
    'coupon recorded',
  )
  return { progress: 1, waiting: 0 }
}

async function attestOrFund(
  context: WorkerContext,
  project: Project,
  coupon: CouponRow,
  now: bigint,
  earlierShort: boolean,
): Promise<TickResult> {
  const { store, keys } = context
  let result = IDLE
  for (const attestor of ATTESTORS) {
    if ((await keys.address(attestor)) === null) continue
    const asked = await enqueue(store, {
      key: `coupon:${project.offering}:${coupon.number}:attest:${attestor}`,
      kind: 'coupon.attest',
      lane: `coupon:${project.offeringId}`,
      payload: {
        offeringId: project.offeringId,
        number: coupon.number,
        attestor,
      },
      at: now,
    })
    if (asked !== null) result = addTicks(result, { progress: 1, waiting: 0 })
  }
  if (earlierShort || now < coupon.payAt || now < finalAt(project, coupon, now)) return result
  return addTicks(result, await fund(context, project, coupon, now))
}

/** Asks the contract to set the coupon's money aside; while this period's bills are still on their way it waits, so that the reserve is not drawn in vain. */
async function fund(context: WorkerContext, project: Project, coupon: CouponRow, now: bigint): Promise<TickResult> {
  const { coupon: bucket, reserve } = await context.contracts.read<{
    coupon: bigint
    reserve: bigint
  }>('offering', project.offering, 'buckets')
  const lacking = coupon.totalStroops - coupon.fundedStroops
  if (bucket < lacking && (await awaitsRevenue(context, project, coupon.payAt, now))) return { progress: 0, waiting: 1 }
  if (lacking > 0n && bucket + reserve === 0n) return IDLE
  // Anyone may fund a coupon: what the contract says of it is booked first.
  const { funded } = await context.contracts.read<{ funded: bigint }>('offering', project.offering, 'coupon', {
    number: coupon.number,
  })
  if (funded > coupon.fundedStroops) {
    await bookFunded(context.store, project.offeringId, coupon.number, funded)
    return { progress: 1, waiting: 0 }
  }
  const key = await nextTry(
    context.store,
    `coupon:${project.offering}:${coupon.number}:fund:${coupon.fundedStroops}`,
    now,
  )
  if (key === null) return IDLE
  const asked = await enqueue(context.store, {
    key,
    kind: 'coupon.fund',
    lane: `coupon:${project.offeringId}`,
    payload: { offeringId: project.offeringId, number: coupon.number },
    at: now,
  })
  return asked === null ? IDLE : { progress: 1, waiting: 0 }
}

async function payOrTopUp(
  context: WorkerContext,
  project: Project,
  coupon: CouponRow,
  now: bigint,
): Promise<TickResult> {
  const { store } = context
  const leaves = await leavesOf(store, project.offeringId, coupon.number)
  let result = IDLE
  let pushed = true
  for (let start = 0; start < leaves.length; start += CLAIMS_A_BATCH) {
    const key = `coupon:${project.offering}:${coupon.number}:claims:${start}:${coupon.fundedStroops}`
    const status = await statusOf(store, key)
    if (status !== 'succeeded') pushed = false
    if (status !== null) continue
    await enqueue(store, {
      key,
      kind: 'coupon.claims',
      lane: `claims:${project.offeringId}`,
      payload: {
        offeringId: project.offeringId,
        number: coupon.number,
        start,
        count: CLAIMS_A_BATCH,
      },
      at: now,
    })
    result = addTicks(result, { progress: 1, waiting: 0 })
  }
  if (!pushed) return addTicks(result, { progress: 0, waiting: 1 })
  if (coupon.fundedStroops < coupon.totalStroops) return addTicks(result, await fund(context, project, coupon, now))
  await setCouponStatus(store, project.offeringId, coupon.number, 'paid')
  return addTicks(result, { progress: 1, waiting: 0 })
}

/** True when the coupon computed anew from the ledger is the stored one. */
export async function agrees(context: WorkerContext, project: Project, coupon: CouponRow): Promise<boolean> {
  const again = await takeSnapshot(context, project, coupon.number, coupon.recordAt)
  return (
    again !== null &&
    coupon.root !== null &&
    equalBytes(again.root, coupon.root) &&
    again.totalStroops === coupon.totalStroops &&
    again.recordLedger === coupon.recordLedger
  )
}
