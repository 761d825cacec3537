import { alarm, clear } from '../alarm.ts'
import { addTicks, IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { loadProjects, type Project, projectOf } from '../project.ts'
import type { BuildRefusal, Handler, Submission } from '../submit/handler.ts'
import { enqueue, nextTry } from '../submit/outbox.ts'
import { judgeCoupon, readCoupon, type Verdict } from './judge-coupon.ts'

/** Offices whose holders attest coupons. The key is `attestor.{office}` where the office's own key is kept elsewhere, else `{office}`. */
const OFFICES = ['issuer', 'trustee'] as const
type Office = (typeof OFFICES)[number]

/** The name of the key with which this process attests for an office; null when it holds none. */
export async function attestorKey({ keys }: WorkerContext, office: Office): Promise<string | null> {
  for (const name of [`attestor.${office}`, office]) if (await keys.holds(name)) return name
  return null
}

/**
 * The attestor's work: every coupon that the contract has and that is not attested by a key of ours is computed anew, from the ledger and the
 * contract alone. What agrees is attested; what differs is never, and the trustee voids it.
 */
export async function tickAttest(context: WorkerContext): Promise<TickResult> {
  let result = IDLE
  for (const project of await loadProjects(context.store)) {
    const { rows } = await context.store.query<{ number: number; proposals: number; attested_by: string[] }>(
      `SELECT number, proposals, attested_by FROM coupon WHERE offering_id = $1 AND status = 'proposed' ORDER BY number`,
      [project.offeringId],
    )
    for (const { number, proposals, attested_by } of rows)
      for (const office of OFFICES) {
        const key = await attestorKey(context, office)
        if (key === null || attested_by.includes((await context.keys.address(key)) ?? '')) continue
        result = addTicks(result, await attestOne(context, project, { number, proposals, office, key }))
      }
  }
  return result
}

interface Attestation {
  readonly number: number
  readonly proposals: number
  readonly office: Office
  readonly key: string
}

async function attestOne(
  context: WorkerContext,
  project: Project,
  { number, proposals, office, key }: Attestation,
): Promise<TickResult> {
  const now = await context.chain.now()
  const prefix = `coupon:${project.offering}:${number}:attest:${proposals}:${office}`
  const asked = await nextTry(context.store, prefix, now)
  if (asked === null) return { progress: 0, waiting: 1 }
  const verdict = await judgeCoupon(context, project, number)
  if (verdict.kind === 'cannot-say') return { progress: 0, waiting: 1 }
  const subject = `offering:${project.offeringId}:coupon:${number}`
  const request = { lane: `attest:${project.offeringId}:${office}`, at: now }
  const payload = { offeringId: project.offeringId, number, key }
  if (verdict.kind === 'agrees') {
    await clear(context, { kind: 'coupon.root_differs', subject, at: now })
    await enqueue(context.store, { ...request, key: asked, kind: 'coupon.attest', payload })
    return { progress: 1, waiting: 0 }
  }
  await alarm(context, {
    kind: 'coupon.root_differs',
    subject,
    severity: 'critical',
    message: `Coupon ${number} as proposed is not what the ledger gives. No key of ours attests it; the trustee voids it while that is possible.`,
    detail: { findings: verdict.findings },
    offeringId: project.offeringId,
    at: now,
  })
  if (office !== 'trustee') return IDLE
  await enqueue(context.store, { ...request, key: `${prefix}:void`, kind: 'coupon.void', payload })
  return { progress: 1, waiting: 0 }
}

/** Looks once more before signing: between the request and now somebody may have voided the coupon and proposed another. */
async function verdictFor(context: WorkerContext, payload: Record<string, unknown>) {
  const project = await projectOf(context.store, Number(payload.offeringId))
  const number = Number(payload.number)
  return { project, number, verdict: await judgeCoupon(context, project, number) }
}

const refusal = (verdict: Verdict): BuildRefusal | null =>
  verdict.kind === 'cannot-say' ? { code: 'CANNOT_SAY', detail: verdict.why, retry: true } : null

/** Signs a proposed root as issuer or trustee, but only after computing the coupon from the ledger once more. */
export const attestCoupon: Handler = {
  kind: 'coupon.attest',
  role: 'attestor',
  async build(context, row): Promise<Submission | BuildRefusal> {
    const { project, number, verdict } = await verdictFor(context, row.payload)
    const open = refusal(verdict)
    if (open) return open
    if (verdict.kind === 'differs') return { code: 'ROOT_DIFFERS', detail: verdict.findings.join('; '), retry: false }
    const key = String(row.payload.key)
    const who = (await context.keys.signer(key)).address
    const { root } = await readCoupon(context, project, number)
    return {
      signers: [key],
      operations: [context.contracts.call('offering', project.offering, 'attest_coupon', { who, number, root }, who)],
    }
  },
  async booked() {},
}

/** The trustee takes back a proposal that the ledger does not give. */
export const voidCoupon: Handler = {
  kind: 'coupon.void',
  role: 'attestor',
  async build(context, row): Promise<Submission | BuildRefusal> {
    const { project, number, verdict } = await verdictFor(context, row.payload)
    const open = refusal(verdict)
    if (open) return open
    if (verdict.kind === 'agrees') return { code: 'ROOT_AGREES', detail: `coupon ${number} is right`, retry: false }
    const key = String(row.payload.key)
    const who = (await context.keys.signer(key)).address
    return {
      signers: [key],
      operations: [context.contracts.call('offering', project.offering, 'void_coupon', { number }, who)],
    }
  },
  async booked() {},
}
