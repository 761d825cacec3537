import type { Queryable, WorkerContext } from '../context.ts'
import { plain, tagOf } from './logged-event.ts'
import type { Refreshed } from './refresh.ts'

interface Course {
  readonly stage: unknown
  readonly settlement: string
  readonly award_by: bigint
  readonly approved: string | null | undefined
  readonly winner: string | null | undefined
  readonly price: bigint
  readonly accept_by: bigint
  readonly accepted_at: bigint
  readonly test_from: bigint | null | undefined
  readonly test_from_wh: bigint
  readonly ended_at: bigint
}

interface Bid {
  readonly bidder: string
  readonly commitment: Uint8Array
  readonly proposal: Uint8Array
  readonly bond: bigint
  readonly amount: bigint
  readonly quality_bps: number
  readonly standing: unknown
}

interface Milestone {
  readonly amount: bigint
  readonly progress: unknown
  readonly due_at: bigint
  readonly evidence: Uint8Array | null | undefined
  readonly submitted_at: bigint
  readonly rejections: number
  readonly payable_at: bigint
  readonly disputed_by: string | null | undefined
  readonly decide_by: bigint
}

interface MilestoneTerms {
  readonly description: Uint8Array
  readonly required_evidence: Uint8Array
  readonly share_bps: number
}

/** The roles of a tender's contract: `admin` is the issuer. */
const OFFICES = ['admin', 'trustee', 'approver', 'certifier', 'arbiter', 'evaluator'] as const

/** The tenders of an offering with their bids, milestones and offices, as their contract has them. */
export async function refreshTenders(
  { contracts, store }: WorkerContext,
  { contractId, offeringId, ledger }: Refreshed,
): Promise<void> {
  if (offeringId === null) return
  const read = <T>(method: string, args: Record<string, unknown>) =>
    contracts.read<T>('tender', contractId, method, args)
  const count = await read<number>('tenders', {})
  const offices: Record<string, string> = {}
  for (const role of OFFICES) offices[role] = await read<string>('role', { role })
  for (let tender = 1; tender <= count; tender += 1) {
    const terms = await read<{ milestones: readonly MilestoneTerms[]; documents_hash: Uint8Array }>('terms', { tender })
    const course = await read<Course>('tender', { tender })
    const bids = await read<readonly Bid[]>('bids', { tender })
    const milestones = await read<readonly Milestone[]>('milestones', { tender })
    await store.transaction(async (client) => {
      await writeTender(client, { offeringId, contractId, tender, terms, course, offices, ledger })
      for (const bid of bids) await writeBid(client, offeringId, tender, bid, ledger)
      for (const [index, milestone] of milestones.entries())
        await writeMilestone(client, { offeringId, tender, index, milestone, of: terms.milestones[index], ledger })
    })
  }
}

const orNull = (value: bigint): bigint | null => (value === 0n ? null : value)
const hex = (bytes: Uint8Array | null | undefined): string | null =>
  bytes === null || bytes === undefined ? null : Buffer.from(bytes).toString('hex')

async function writeTender(
  client: Queryable,
  {
    offeringId,
    contractId,
    tender,
    terms,
    course,
    offices,
    ledger,
  }: {
    offeringId: number
    contractId: string
    tender: number
    terms: { documents_hash: Uint8Array }
    course: Course
    offices: Readonly<Record<string, string>>
    ledger: number
  },
): Promise<void> {
  // When it was opened its event says, which may be older than what is followed.
  await client.query(
    `INSERT INTO tender (offering_id, number, contract_id, stage, terms, documents_hash, settlement, winner, approved_bidder, price_stroops, award_by,
       accept_by, accepted_at, test_from, test_from_wh, ended_at, offices, opened_at, opened_tx, ledger)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 0, '', $18)
     ON CONFLICT (offering_id, number) DO UPDATE SET stage = EXCLUDED.stage, terms = EXCLUDED.terms, documents_hash = EXCLUDED.documents_hash,
       settlement = EXCLUDED.settlement, winner = EXCLUDED.winner, approved_bidder = EXCLUDED.approved_bidder,
       price_stroops = EXCLUDED.price_stroops, award_by = EXCLUDED.award_by, accept_by = EXCLUDED.accept_by, accepted_at = EXCLUDED.accepted_at,
       test_from = EXCLUDED.test_from, test_from_wh = EXCLUDED.test_from_wh, ended_at = EXCLUDED.ended_at,
       offices = EXCLUDED.offices, ledger = EXCLUDED.ledger`,
    [
      offeringId,
      tender,
      contractId,
      tagOf(course.stage),
      JSON.stringify(plain(terms)),
      hex(terms.documents_hash),
      course.settlement,
      course.winner ?? null,
      course.approved ?? null,
      course.price,
      orNull(course.award_by),
      orNull(course.accept_by),
      orNull(course.accepted_at),
      course.test_from ?? null,
      course.test_from === null || course.test_from === undefined ? null : course.test_from_wh,
      orNull(course.ended_at),
      JSON.stringify(offices),
      ledger,
    ],
  )
}

async function writeBid(
  client: Queryable,
  offeringId: number,
  tender: number,
  bid: Bid,
  ledger: number,
): Promise<void> {
  await client.query(
    `INSERT INTO bid (offering_id, tender_number, bidder, commitment, proposal_hash, bond_stroops, amount_stroops, quality_bps, standing,
       committed_at, committed_tx, ledger)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, '', $10)
     ON CONFLICT (offering_id, tender_number, bidder) DO UPDATE SET commitment = EXCLUDED.commitment, proposal_hash = EXCLUDED.proposal_hash,
       bond_stroops = EXCLUDED.bond_stroops, amount_stroops = EXCLUDED.amount_stroops, quality_bps = EXCLUDED.quality_bps,
       standing = EXCLUDED.standing, ledger = EXCLUDED.ledger`,
    [
      offeringId,
      tender,
      bid.bidder,
      hex(bid.commitment),
      hex(bid.proposal),
      bid.bond,
      orNull(bid.amount),
      bid.quality_bps,
      tagOf(bid.standing),
      ledger,
    ],
  )
}

async function writeMilestone(
  client: Queryable,
  {
    offeringId,
    tender,
    index,
    milestone,
    of,
    ledger,
  }: {
    offeringId: number
    tender: number
    index: number
    milestone: Milestone
    of: MilestoneTerms | undefined
    ledger: number
  },
): Promise<void> {
  await client.query(
    `INSERT INTO milestone (offering_id, tender_number, index, description, required_evidence, share_bps, is_retention, amount_stroops, progress, due_at,
       evidence, submitted_at, rejections, payable_at, disputed_by, decide_by, ledger)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     ON CONFLICT (offering_id, tender_number, index) DO UPDATE SET description = EXCLUDED.description, required_evidence = EXCLUDED.required_evidence,
       share_bps = EXCLUDED.share_bps, is_retention = EXCLUDED.is_retention, amount_stroops = EXCLUDED.amount_stroops, progress = EXCLUDED.progress,
       due_at = EXCLUDED.due_at, evidence = EXCLUDED.evidence, submitted_at = EXCLUDED.submitted_at, rejections = EXCLUDED.rejections,
       payable_at = EXCLUDED.payable_at, disputed_by = EXCLUDED.disputed_by, decide_by = EXCLUDED.decide_by, ledger = EXCLUDED.ledger`,
    [
      offeringId,
      tender,
      index,
      hex(of?.description) ?? '',
      hex(of?.required_evidence) ?? '',
      of?.share_bps ?? null,
      of === undefined,
      milestone.amount,
      tagOf(milestone.progress),
      orNull(milestone.due_at),
      hex(milestone.evidence),
      orNull(milestone.submitted_at),
      milestone.rejections,
      orNull(milestone.payable_at),
      milestone.disputed_by ?? null,
      orNull(milestone.decide_by),
      ledger,
    ],
  )
}
