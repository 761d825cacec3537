import type { TickResult, WorkerContext } from '../context.ts'
import { type Concern, tickConcerns } from '../jobs.ts'
import { claimsPushedFrom, type Project } from '../project.ts'
import type { Handler } from '../submit/handler.ts'
import { tickCertificates } from './certificates.ts'
import { openCoupons } from './coupon-rows.ts'
import { tickCoupons } from './coupons.ts'
import { keeperHandler } from './keeper-call.ts'
import {
  callWhenCovered,
  closeFunding,
  declareDefault,
  matureWhenDue,
  refundAll,
  releaseHolders,
  stepInAndBack,
  sweepUnclaimed,
  unwindWhenLate,
} from './lifecycle.ts'
import { redeemAll } from './redeem.ts'
import { tickTenders } from './tenders.ts'

const HOUR = 3_600n
const DAY = 86_400n

/** What the service role looks after, in the order in which one makes way for the next. */
export const SERVICE: readonly Concern[] = [
  { name: 'funding', everySeconds: DAY, run: closeFunding },
  { name: 'refunds', everySeconds: DAY, run: refundAll },
  { name: 'release', everySeconds: HOUR, run: releaseHolders },
  { name: 'coupons', everySeconds: HOUR, run: tickCoupons, nextAt: nextCouponTime },
  { name: 'default', everySeconds: DAY, run: declareDefault },
  { name: 'call', everySeconds: DAY, run: callWhenCovered },
  { name: 'maturity', everySeconds: HOUR, run: matureWhenDue, nextAt: maturityTime },
  { name: 'redemption', everySeconds: HOUR, run: redeemAll },
  { name: 'unwinding', everySeconds: DAY, run: unwindWhenLate },
  { name: 'step-in', everySeconds: DAY, run: stepInAndBack },
  { name: 'tenders', everySeconds: HOUR, run: tickTenders },
  { name: 'certificates', everySeconds: DAY, run: tickCertificates },
  { name: 'unclaimed', everySeconds: DAY, run: sweepUnclaimed },
]

/** Calls of anybody's that are made when they would pass. */
export const KEEPER_CALLS: readonly Handler[] = [
  'offering.close_funding',
  'offering.refund',
  'offering.release',
  'offering.declare_default',
  'offering.mature',
  'offering.unwind',
  'offering.step_in',
  'offering.step_back',
  'offering.sweep_unclaimed',
  'tender.expire',
  'tender.lapse_award',
  'tender.settle_bond',
  'tender.release',
  'tender.lapse_dispute',
  'tender.commission',
  'certificate.mint_due',
  'certificate.claim',
].map((kind) => keeperHandler(kind))

/** Services the debt: everything that the contracts let anybody do, and what the platform's own offices do, when it is due. */
export const tickService = (context: WorkerContext): Promise<TickResult> => tickConcerns(context, 'service', SERVICE)

/** The next record time, end of a challenge, or pay time. */
async function nextCouponTime({ store }: WorkerContext, project: Project, now: bigint): Promise<bigint | null> {
  let next: bigint | null = null
  for (const coupon of await openCoupons(store, project.offeringId)) {
    const times = [coupon.recordAt + 1n, coupon.payAt, claimsPushedFrom(project.settings, coupon.payAt)]
    if (coupon.proposedAt !== null) times.push(coupon.proposedAt + BigInt(project.settings.challengeDelaySeconds))
    for (const time of times) if (time > now && (next === null || time < next)) next = time
  }
  return next
}

async function maturityTime(_: WorkerContext, project: Project): Promise<bigint | null> {
  const last = project.settings.schedule.at(-1)?.pay
  return project.callDate ?? (last === undefined ? null : BigInt(last))
}
