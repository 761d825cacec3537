import { alarm, clear } from '../alarm.ts'
import { IDLE, type TickResult, type WorkerContext } from '../context.ts'
import { enterLedger } from '../index/index-role.ts'
import { refresh } from '../index/refresh.ts'
import type { Project } from '../project.ts'
import { compareBills } from './bills.ts'
import { Comparison, differenceStroops, type Finding } from './comparison.ts'
import { compareDonors } from './donors.ts'
import { compareEscrow } from './escrow.ts'
import { compareCoupons, compareHolders, compareOwnership } from './holders.ts'

/** One comparison of the books with the ledger and with the engine. */
export interface Reconciled {
  readonly ledger: number
  readonly compared: number
  readonly findings: readonly Finding[]
  readonly differenceStroops: bigint
}

/**
 * Compares everything that is in the books of a project, bill by bill and receipt by receipt, with what the engine makes of the terms and with what the
 * contracts hold now. On a network that moves meanwhile a finding may be of the moment: what is found is looked at once more.
 */
export async function reconcile(context: WorkerContext, project: Project): Promise<Reconciled> {
  const first = await compareOnce(context, project)
  if (first.findings.length === 0) return first
  const again = await compareOnce(context, project)
  const stayed = again.findings.filter(({ what }) => first.findings.some((one) => one.what === what))
  return { ...again, findings: stayed, differenceStroops: differenceStroops(stayed) }
}

async function compareOnce(context: WorkerContext, project: Project): Promise<Reconciled> {
  const ledger = await context.chain.ledger()
  await enterLedger(context, ledger)
  await refresh(context)
  const comparison = new Comparison()
  await compareBills(context, project, comparison)
  await compareEscrow(context, project, comparison)
  await compareCoupons(context, project, comparison)
  await compareHolders(context, project, comparison)
  await compareOwnership(context, project, comparison)
  await compareDonors(context, project, comparison)
  const { compared, findings } = comparison
  return { ledger, compared, findings, differenceStroops: differenceStroops(findings) }
}

/** Findings that are kept with a result; the rest is counted. */
const MOST_KEPT = 200

/** Where a clock is turned years pass in a minute: it is not compared again before this machine's clock has gone on so far. */
const LEAST_PAUSE_MS = 10_000
const reconciledAt = new WeakMap<object, Map<number, number>>()

function isTooSoon({ store }: WorkerContext, { offeringId }: Project, elapsedMs: number): boolean {
  const known = reconciledAt.get(store) ?? new Map<number, number>()
  reconciledAt.set(store, known)
  const before = known.get(offeringId)
  if (before !== undefined && elapsedMs - before < LEAST_PAUSE_MS) return true
  known.set(offeringId, elapsedMs)
  return false
}

/** Reconciles a project, keeps the result for people, and calls them when anything is off. */
export async function tickReconciliation(context: WorkerContext, project: Project): Promise<TickResult> {
  if (isTooSoon(context, project, performance.now())) return IDLE
  const result = await reconcile(context, project)
  const now = await context.chain.now()
  await context.store.query(
    'INSERT INTO reconciliation (offering_id, at, ledger, difference_stroops, compared, findings) VALUES ($1, $2, $3, $4, $5, $6)',
    [
      project.offeringId,
      now,
      result.ledger,
      result.differenceStroops,
      result.compared,
      JSON.stringify(result.findings.slice(0, MOST_KEPT)),
    ],
  )
  const subject = `offering:${project.offeringId}`
  if (result.findings.length === 0) {
    await clear(context, { kind: 'reconciliation.difference', subject, at: now })
    return IDLE
  }
  await alarm(context, {
    kind: 'reconciliation.difference',
    subject,
    severity: 'critical',
    message: `The books and the ledger differ by ${result.differenceStroops} stroops in ${result.findings.length} of ${result.compared} comparisons, first: ${result.findings[0]?.what}. Find out why before anything is done by hand; "npm run rebuild -- --check" tells whether the books are what the events say.`,
    detail: {
      differenceStroops: String(result.differenceStroops),
      differing: result.findings.length,
      compared: result.compared,
      findings: result.findings.slice(0, 5),
    },
    offeringId: project.offeringId,
    at: now,
  })
  return IDLE
}
