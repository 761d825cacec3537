import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { type Bid as BidRow, type Milestone as MilestoneRow, Prisma, type Tender as TenderRow } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeCursor, MAX_INT4 } from '../cursor.ts'
import { Problem } from '../errors.ts'
import { offeringId } from '../schemas/ids.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, Bps, Hash, nullable, Stroops, Timestamp, TxHash, WattHours } from '../schemas/units.ts'
import { formatTenderId, TenderId, tenderKey } from '../tenders/tender-id.ts'
import { PHASES, type Phase, phaseOf, TenderTerms, tenderTerms } from '../tenders/terms.ts'

const STAGES = ['Open', 'Awarded', 'Works', 'Done', 'Cancelled', 'Terminated'] as const

const summary = {
  id: TenderId,
  offeringId,
  offeringName: Type.String(),
  number: Type.Integer({ description: "The contract's number." }),
  contractId: Address('The tender contract.'),
  stage: Type.String({ description: STAGES.join(', ') }),
  phase: Type.Unsafe<Phase>({
    type: 'string',
    enum: [...PHASES],
    description: 'What can happen now: bids are committed, scored, revealed, awarded, accepted; then works.',
  }),
  settlement: Address("The stablecoin's asset contract."),
  terms: TenderTerms,
  bidCount: Type.Integer(),
  winner: nullable(Address('Whose bid was awarded.')),
  approvedBidder: nullable(Address('Whose bid the approver approved.')),
  priceStroops: nullable(Stroops('Of the award.')),
  openedAt: nullable(Timestamp('When it was opened.')),
  awardBy: nullable(Timestamp('Until when an award is possible.')),
  acceptBy: nullable(Timestamp('Until when the winner accepts.')),
  acceptedAt: nullable(Timestamp('When the winner accepted.')),
  testFrom: nullable(Timestamp('When the commissioning test began.')),
  testFromWh: nullable(WattHours('What was measured then.')),
  endedAt: nullable(Timestamp('When it ended.')),
} as const

const TenderSummary = Type.Object(summary)

const Bid = Type.Object({
  bidder: Address('Who bids.'),
  standing: Type.String({ description: 'Sealed, Revealed, Walked or Withdrawn.' }),
  commitment: Hash('What the bid is sealed by.'),
  proposalHash: Hash('Of the proposal, which is open from the start.'),
  bondStroops: Stroops('What of its bond is held.'),
  amountStroops: nullable(Stroops('The price; null until it is revealed.')),
  qualityBps: Bps('What the evaluator gave.'),
})

const Milestone = Type.Object({
  index: Type.Integer({ minimum: 0, description: "The contract's index; the last one is what was withheld." }),
  isRetention: Type.Boolean(),
  title: nullable(Type.String({ description: 'The text behind the hash, where it is kept here.' })),
  description: Type.String({ description: 'Hash of what is to be done.' }),
  requiredEvidence: Type.String({ description: 'Hash of what evidence is wanted.' }),
  shareBps: nullable(Bps('Of the price.')),
  amountStroops: Stroops('What it is worth.'),
  paidStroops: Stroops('What was paid.'),
  progress: Type.String({ description: 'Open, Submitted, Rejected, Certified, Disputed, Paid or Void.' }),
  dueAt: nullable(Timestamp('Until when evidence is due.')),
  evidence: nullable(Hash('Of what was handed in.')),
  submittedAt: nullable(Timestamp('When.')),
  rejections: Type.Integer(),
  payableAt: nullable(Timestamp('From when on anyone may have it paid.')),
  disputedBy: nullable(Address('Who disputes it.')),
  decideBy: nullable(Timestamp('Until when the arbiter decides.')),
  paidTx: nullable(TxHash('That paid it.')),
})

const Offices = Type.Object(
  {
    issuer: Address(
      "The contract's administrator: opens tenders, awards to the bid that was approved, cancels, disputes milestones, terminates.",
    ),
    trustee: Address("The holders': may veto new code. Acts in no tender."),
    approver: Address('Approves the bid to be awarded; signs a termination together with the issuer.'),
    certifier: Address('Certifies, rejects or disputes what was handed in for a milestone.'),
    arbiter: Address('Decides disputes.'),
    evaluator: Address('Scores quality before prices are known.'),
  },
  { description: 'Who may do what. The contract takes each act from its office alone: show it to nobody else.' },
)

const Tender = Type.Object({ ...summary, offices: Offices, bids: Type.Array(Bid), milestones: Type.Array(Milestone) })

const timeOf = (seconds: bigint | null) => (seconds === null || seconds === 0n ? null : formatUtcSeconds(seconds))

function toSummary(row: TenderRow, facts: { name: string; bids: number; now: bigint }): Static<typeof TenderSummary> {
  return {
    id: formatTenderId(row),
    offeringId: row.offeringId,
    offeringName: facts.name,
    number: row.number,
    contractId: row.contractId,
    stage: row.stage,
    phase: phaseOf(row, facts.now),
    settlement: row.settlement,
    terms: tenderTerms(row.terms),
    bidCount: facts.bids,
    winner: row.winner,
    approvedBidder: row.approvedBidder,
    priceStroops: row.winner === null ? null : row.priceStroops.toString(),
    openedAt: timeOf(row.openedAt),
    awardBy: timeOf(row.awardBy),
    acceptBy: timeOf(row.acceptBy),
    acceptedAt: timeOf(row.acceptedAt),
    testFrom: timeOf(row.testFrom),
    testFromWh: row.testFromWh?.toString() ?? null,
    endedAt: timeOf(row.endedAt),
  }
}

/** @throws if the tender was not read from its contract yet: such a one is not answered. */
function toOffices({ offeringId, number, offices }: TenderRow): Static<typeof Offices> {
  const holder = (role: string) => {
    const address = (offices as Record<string, unknown> | null)?.[role]
    if (typeof address !== 'string') throw new Error(`tender ${offeringId}-${number} has no ${role}`)
    return address
  }
  return {
    issuer: holder('admin'),
    trustee: holder('trustee'),
    approver: holder('approver'),
    certifier: holder('certifier'),
    arbiter: holder('arbiter'),
    evaluator: holder('evaluator'),
  }
}

/** What its event alone has told so far has neither terms nor offices: it is answered once it was read from its contract. */
const WAS_READ = { offices: { not: Prisma.DbNull } } as const

const toBid = (row: BidRow): Static<typeof Bid> => ({
  bidder: row.bidder,
  standing: row.standing,
  commitment: row.commitment,
  proposalHash: row.proposalHash,
  bondStroops: row.bondStroops.toString(),
  amountStroops: row.amountStroops?.toString() ?? null,
  qualityBps: row.qualityBps,
})

const toMilestone = (row: MilestoneRow, title: string | null): Static<typeof Milestone> => ({
  index: row.index,
  isRetention: row.isRetention,
  title,
  description: row.description,
  requiredEvidence: row.requiredEvidence,
  shareBps: row.shareBps,
  amountStroops: row.amountStroops.toString(),
  paidStroops: row.paidStroops.toString(),
  progress: row.progress,
  dueAt: timeOf(row.dueAt),
  evidence: row.evidence,
  submittedAt: timeOf(row.submittedAt),
  rejections: row.rejections,
  payableAt: timeOf(row.payableAt),
  disputedBy: row.disputedBy,
  decideBy: timeOf(row.decideBy),
  paidTx: row.paidTx,
})

/** A milestone's text is shown when it is as short as a title. */
const LONGEST_TITLE_BYTES = 500

/** `/v1/tenders`. */
export const tenderRoutes =
  ({ database, chain }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { prisma } = database

    async function summaries(rows: readonly TenderRow[]): Promise<Static<typeof TenderSummary>[]> {
      const ids = rows.map(({ offeringId: id }) => id)
      const [offerings, bids, now] = await Promise.all([
        prisma.offering.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
        prisma.bid.groupBy({
          by: ['offeringId', 'tenderNumber'],
          where: { offeringId: { in: ids }, standing: { not: 'Withdrawn' } },
          _count: { _all: true },
        }),
        chain.now(),
      ])
      const names = new Map(offerings.map(({ id, name }) => [id, name]))
      const counts = new Map(bids.map((row) => [`${row.offeringId}-${row.tenderNumber}`, row._count._all]))
      return rows.map((row) =>
        toSummary(row, { name: names.get(row.offeringId) ?? '', bids: counts.get(formatTenderId(row)) ?? 0, now }),
      )
    }

    app.get(
      '/',
      {
        schema: {
          operationId: 'listTenders',
          tags: ['tenders'],
          summary: 'All tenders',
          querystring: Type.Object(
            {
              ...listQuery,
              stage: Type.Optional(
                Type.Unsafe<(typeof STAGES)[number]>({
                  type: 'string',
                  enum: [...STAGES],
                  description: 'In this stage only.',
                }),
              ),
              offering: Type.Optional(offeringId),
              bidder: Type.Optional(Address('With a bid of this address.')),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(TenderSummary)), ...problemResponses },
        },
      },
      async ({ query: { cursor, limit, order, stage, offering, bidder } }) => {
        const list = `tenders:${order}`
        const [afterOffering, afterNumber] =
          cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT4, MAX_INT4])
        const beyond = order === 'asc' ? 'gt' : 'lt'
        const bids =
          bidder === undefined
            ? null
            : await prisma.bid.findMany({
                where: { bidder },
                select: { offeringId: true, tenderNumber: true },
                take: 500,
              })
        if (bids?.length === 0) return { data: [], nextCursor: null }
        const rows = await prisma.tender.findMany({
          where: {
            ...WAS_READ,
            ...(stage === undefined ? {} : { stage }),
            ...(offering === undefined ? {} : { offeringId: offering }),
            AND: [
              bids === null
                ? {}
                : { OR: bids.map((bid) => ({ offeringId: bid.offeringId, number: bid.tenderNumber })) },
              afterOffering === undefined
                ? {}
                : {
                    OR: [
                      { offeringId: { [beyond]: Number(afterOffering) } },
                      { offeringId: Number(afterOffering), number: { [beyond]: Number(afterNumber) } },
                    ],
                  },
            ],
          },
          orderBy: [{ offeringId: order }, { number: order }],
          take: limit + 1,
        })
        const page = toPage(
          list,
          rows,
          limit,
          (row) => [row.offeringId, row.number],
          (row) => row,
        )
        return { data: await summaries(page.data), nextCursor: page.nextCursor }
      },
    )

    app.get(
      '/:id',
      {
        schema: {
          operationId: 'getTender',
          tags: ['tenders'],
          summary: 'One tender with its bids and milestones',
          params: Type.Object({ id: TenderId }),
          response: { 200: Tender, ...problemResponses },
        },
      },
      async ({ params }): Promise<Static<typeof Tender>> => {
        const { offeringId: offering, number } = tenderKey(params.id)
        const row = await prisma.tender.findUnique({
          where: { offeringId_number: { offeringId: offering, number }, ...WAS_READ },
        })
        if (!row) throw new Problem('HELIOBOND_TENDER_NOT_FOUND', 'There is no tender {tender}.', { tender: params.id })
        const [[found], bids, milestones] = await Promise.all([
          summaries([row]),
          prisma.bid.findMany({
            where: { offeringId: offering, tenderNumber: number },
            orderBy: [{ committedAt: 'asc' }, { bidder: 'asc' }],
          }),
          prisma.milestone.findMany({
            where: { offeringId: offering, tenderNumber: number },
            orderBy: { index: 'asc' },
          }),
        ])
        if (!found) throw new Error(`tender ${params.id} has no summary`)
        const planned = found.terms.milestones.map(({ description }) => description)
        const titles = await titlesOf([...planned, ...milestones.map(({ description }) => description)])
        return {
          ...found,
          terms: tenderTerms(row.terms, titles),
          offices: toOffices(row),
          bids: bids.map(toBid),
          milestones: milestones.map((one) => toMilestone(one, titles.get(one.description) ?? null)),
        }
      },
    )

    async function titlesOf(hashes: readonly string[]): Promise<Map<string, string>> {
      const rows = await prisma.document.findMany({
        where: {
          hash: { in: [...hashes] },
          mediaType: { startsWith: 'text/plain' },
          sizeBytes: { lte: LONGEST_TITLE_BYTES },
        },
        select: { hash: true, bytes: true },
      })
      return new Map(rows.flatMap(({ hash, bytes }) => (bytes ? [[hash, Buffer.from(bytes).toString('utf8')]] : [])))
    }
  }
