import type { TickResult, WorkerContext } from '../context.ts'
import { IDLE } from '../context.ts'
import type { Project } from '../project.ts'
import { callThosePassing, type KeeperCall } from './keeper-call.ts'

interface TenderRow {
  readonly number: number
  readonly stage: string
  readonly winner: string | null
  readonly accept_by: string | null
  readonly test_from: string | null
}

interface MilestoneRow {
  readonly tender_number: number
  readonly index: number
  readonly progress: string
  readonly payable_at: string | null
  readonly decide_by: string | null
}

/**
 * What a tender's contract lets anybody do once a time has come: ending a tender without an award, an award that nobody accepted, a dispute
 * that nobody decided; giving bonds back; paying milestones that are payable; and calling the system live when its test is passed.
 */
export async function tickTenders(context: WorkerContext, project: Project): Promise<TickResult> {
  const contractId = project.settings.tender
  if (!contractId) return IDLE
  const { store, chain } = context
  const now = await chain.now()
  const of = [project.offeringId]
  const { rows: tenders } = await store.query<TenderRow>(
    'SELECT number, stage, winner, accept_by, test_from FROM tender WHERE offering_id = $1 ORDER BY number',
    of,
  )
  if (tenders.length === 0) return IDLE
  const { rows: bids } = await store.query<{ tender_number: number; bidder: string }>(
    'SELECT tender_number, bidder FROM bid WHERE offering_id = $1 AND bond_stroops > 0 ORDER BY tender_number, committed_at',
    of,
  )
  const { rows: milestones } = await store.query<MilestoneRow>(
    `SELECT tender_number, index, progress, payable_at, decide_by FROM milestone
     WHERE offering_id = $1 AND progress IN ('Open', 'Certified', 'Disputed') ORDER BY tender_number, index`,
    of,
  )
  const call = (method: string, tender: number, of: string, args: Record<string, unknown> = {}): KeeperCall => ({
    kind: `tender.${method}`,
    contract: 'tender',
    contractId,
    method,
    args: { tender, ...args },
    of: `${tender}:${of}`,
    lane: `tender:${project.offeringId}`,
  })
  const isPast = (time: string | null) => time !== null && now >= BigInt(time)
  const calls: KeeperCall[] = []
  for (const { number, stage, winner, accept_by, test_from } of tenders) {
    if (stage === 'Open') calls.push(call('expire', number, accept_by ?? ''))
    if (stage === 'Awarded' && isPast(accept_by)) calls.push(call('lapse_award', number, `${winner}:${accept_by}`))
    if (stage === 'Works' && test_from !== null) calls.push(call('commission', number, test_from))
  }
  for (const { tender_number, bidder } of bids) calls.push(call('settle_bond', tender_number, bidder, { bidder }))
  for (const { tender_number, index, progress, payable_at, decide_by } of milestones) {
    const milestone = { milestone: index }
    if (progress !== 'Disputed' && isPast(payable_at))
      calls.push(call('release', tender_number, `${index}:${payable_at}`, milestone))
    if (progress === 'Disputed' && isPast(decide_by))
      calls.push(call('lapse_dispute', tender_number, `${index}:${decide_by}`, milestone))
  }
  return callThosePassing(context, project, calls)
}
