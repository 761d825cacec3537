import { equalBytes } from '@heliobond/domain'
import { alarm } from '../alarm.ts'
import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { claimsPushedFrom, type Project, schedulePeriods } from '../project.ts'
import { enqueue, nextTry } from '../submit/outbox.ts'
import { besidesOf } from './besides.ts'
import { pushClaims } from './claims.ts'
import { periodOf } from './coupon-lines.ts'
import { type CouponRow, ensureCoupon, openCoupons, replaceLeaves, setCouponStatus } from './coupon-rows.ts'
import { awaitsRevenue } from './revenue.ts'
import { couponAt, recordLedger } from './snapshot.ts'

/** Brings each coupon one step further, when its time has come. */
export async function tickCoupons(context: WorkerContext, project: Project): Promise<TickResult> {
  if (project.kind === 'Donation') return IDLE
  await ensureNextPeriod(context, project)
  let result = IDLE
  // Arrears come first: the contract funds coupons strictly in order.
  let earlierShort = false
  let earlier: CouponRow | null = null
  for (const coupon of await openCoupons(context.store, project.offeringId)) {
    const now = await context.chain.now()
    if (now <= coupon.recordAt) break
    const isToPropose = coupon.status === 'scheduled' || coupon.status === 'voided'
    if (isToPropose && earlier !== null && !isFinal(project, earlier, now))
      return addTicks(result, { progress: 0, waiting: 1 })
    result = addTicks(result, await step(context, project, coupon, now, earlierShort))
    earlierShort ||= coupon.fundedStroops < coupon.totalStroops || coupon.status !== 'funded'
    earlier = coupon
  }
  return result
}

/** In default periods go on after the last of the schedule: each gets its row when the one before it is recorded. */
async function ensureNextPeriod({ store }: WorkerContext, project: Project): Promise<void> {
  if (project.state !== 'Defaulted') return
  const { rows } = await store.query<{ number: number; status: string }>(
    'SELECT number, status FROM coupon WHERE offering_id = $1 ORDER BY number DESC LIMIT 1',
    [project.offeringId],
  )
  const [last] = rows
  if (!last || last.status === 'scheduled') return
  const number = last.number + 1
  await ensureCoupon(store, project.offeringId, number, periodOf(schedulePeriods(project.settings), number, true))
}

/**
 * Whether nobody can void a coupon any more. The contract takes a coupon only when the one before is: what that passes through decides this
 * one's interest.
 */
function isFinal({ settings }: Project, coupon: CouponRow, now: bigint): boolean {
  if (coupon.status === 'funded') return true
  return (
    coupon.status === 'proposed' &&
    coupon.proposedAt !== null &&
    now >= coupon.proposedAt + BigInt(settings.challengeDelaySeconds) &&
    coupon.attestedBy.length >= settings.attestations
  )
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
    case 'voided':
      return record(context, project, coupon, now)
    case 'recorded':
      return Promise.resolve({ progress: 0, waiting: 1 })
    case 'proposed':
      if (earlierShort || now < coupon.payAt || !isFinal(project, coupon, now)) return Promise.resolve(IDLE)
      return fund(context, project, coupon, now)
    case 'funded':
      return payOrTopUp(context, project, coupon, now)
    default:
      return Promise.resolve(IDLE)
  }
}

/** States in which the contract takes a proposal. */
const PROPOSABLE: ReadonlySet<string> = new Set(['Building', 'Live', 'Defaulted'])

async function record(context: WorkerContext, project: Project, coupon: CouponRow, now: bigint): Promise<TickResult> {
  const { store, log, chain } = context
  const period = periodOf(schedulePeriods(project.settings), coupon.number, true)
  if (!PROPOSABLE.has(project.state) || (project.callDate !== null && period.start >= project.callDate)) {
    await setCouponStatus(store, project.offeringId, coupon.number, 'cancelled')
    return { progress: 1, waiting: 0 }
  }
  // One key a proposal and try: what was voided is proposed as another.
  const key = await nextTry(store, `coupon:${project.offering}:${coupon.number}:propose:${coupon.proposals}`, now)
  if (key === null) return { progress: 0, waiting: 1 }
  const ledger = await recordLedger(context, coupon.recordAt)
  if (ledger === null) return { progress: 0, waiting: 1 }
  const besidesStroops = await besidesOf(context, project)
  const { number } = coupon
  const snapshot = await couponAt(store, chain.config.passphrase, project, { number, besidesStroops, ledger })
  if (coupon.status === 'voided' && isSame(coupon, snapshot)) return awaitPerson(context, project, coupon, now)
  await store.transaction(async (client) => {
    const { rowCount } = await client.query(
      `UPDATE coupon SET status = 'recorded', record_ledger = $3, root = $4, total_stroops = $5, unattributed_units = $6, snapshot_hash = $7,
         leaf_count = $8, besides_stroops = $9, snapshot = to_jsonb($10::text)
       WHERE offering_id = $1 AND number = $2 AND status = $11`,
      [
        project.offeringId,
        number,
        snapshot.recordLedger,
        Buffer.from(snapshot.root),
        snapshot.totalStroops,
        snapshot.unattributedUnits,
        Buffer.from(snapshot.snapshotHash),
        snapshot.lines.length,
        besidesStroops,
        snapshot.document,
        coupon.status,
      ],
    )
    if (rowCount !== 1) return // another worker recorded it
    await replaceLeaves(client, project.offeringId, number, snapshot.lines)
    await enqueue(client, {
      key,
      kind: 'coupon.propose',
      lane: `coupon:${project.offeringId}`,
      payload: { offeringId: project.offeringId, number },
      at: now,
    })
  })
  log.info({ offering: project.offering, coupon: number, total: String(snapshot.totalStroops) }, 'coupon recorded')
  return { progress: 1, waiting: 0 }
}

const isSame = (coupon: CouponRow, snapshot: { root: Uint8Array; totalStroops: bigint }): boolean =>
  coupon.root !== null && equalBytes(coupon.root, snapshot.root) && coupon.totalStroops === snapshot.totalStroops

/** What the trustee took back is what the ledger gives: proposing it again would be voided again. People must agree first. */
async function awaitPerson(
  context: WorkerContext,
  project: Project,
  coupon: CouponRow,
  now: bigint,
): Promise<TickResult> {
  await alarm(context, {
    kind: 'coupon.voided',
    subject: `offering:${project.offeringId}:coupon:${coupon.number}`,
    severity: 'critical',
    message: `Coupon ${coupon.number} was voided by the trustee, and the ledger still gives the same root. Ask the trustee why; propose it by hand once that is settled.`,
    detail: { coupon: coupon.number, voidedTx: coupon.voidedTx },
    offeringId: project.offeringId,
    at: now,
  })
  return IDLE
}

/** Asks the contract to set the coupon's money aside; while this period's bills are still on their way it waits, so that the reserve is not drawn in vain. */
async function fund(context: WorkerContext, project: Project, coupon: CouponRow, now: bigint): Promise<TickResult> {
  const { coupon: bucket, reserve } = await context.contracts.read<{
    coupon: bigint
    reserve: bigint
  }>('offering', project.offering, 'buckets')
  const lacking = coupon.totalStroops - coupon.fundedStroops
  if (bucket < lacking && (await awaitsRevenue(context, project, coupon.payAt, now))) return { progress: 0, waiting: 1 }
  if (lacking > 0n && bucket + reserve === 0n && coupon.besidesStroops === 0n) return IDLE
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
  const isLeft = now < claimsPushedFrom(project.settings, coupon.payAt)
  const pushed = isLeft ? IDLE : await pushClaims(context, project, coupon, now)
  if (coupon.fundedStroops === coupon.totalStroops) return pushed
  return addTicks(pushed, await fund(context, project, coupon, now))
}
