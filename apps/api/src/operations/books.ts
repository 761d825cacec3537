import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { MAX_INT8 } from '../cursor.ts'
import { withRole } from '../identity/sessions.ts'
import { offeringId, systemId } from '../schemas/ids.ts'
import { listQuery, pageOf } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, nullable, Stroops, Timestamp, TxHash } from '../schemas/units.ts'
import { pageById } from './by-id.ts'

const security = [{ token: [] }]

const Finding = Type.Object({
  what: Type.String({ description: 'What was compared.' }),
  unit: Type.String({ description: 'stroops, Wh, bps, hash or count.' }),
  expected: Type.String({ description: 'By the terms, or by the ledger.' }),
  actual: Type.String({ description: 'In the books.' }),
})

const Reconciliation = Type.Object({
  id: Type.String({ pattern: '^[0-9]+$' }),
  offeringId,
  at: Timestamp('When.'),
  ledger: Type.Integer({ description: 'With which it was compared.' }),
  compared: Type.Integer({ description: 'How many things were.' }),
  differenceStroops: Stroops('Sum of what is off, whatever its sign.'),
  findings: Type.Array(Finding),
})

const Orphan = Type.Object({
  id: Type.String({ pattern: '^[0-9]+$' }),
  at: Timestamp('When it came.'),
  transactionHash: TxHash('That brought it.'),
  account: Address('That it came to.'),
  systemId: nullable(systemId),
  partyIndex: nullable(Type.Integer()),
  sender: nullable(Address('Who paid.')),
  asset: Type.String(),
  amountStroops: Stroops('How much.'),
  reason: Type.String({ description: 'no-bill, no-such-bill, other-party, wrong-asset or not-for-payments.' }),
  status: Type.String({ description: 'found, credited, returning, returned or kept.' }),
})

const isFinding = (value: unknown): value is Static<typeof Finding> =>
  typeof value === 'object' && value !== null && 'what' in value && 'expected' in value && 'actual' in value

/** `/v1/operations/{reconciliation,orphans}`: whether the books are right, and money that belongs to no bill. */
export const operationBookRoutes =
  ({ database }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { prisma } = database
    const mayRead = withRole(database, 'operator', 'auditor')

    app.get(
      '/reconciliation',
      {
        preHandler: mayRead,
        schema: {
          operationId: 'listReconciliations',
          tags: ['operations'],
          summary: 'Comparisons of the books with the ledger and with the terms',
          description: 'The difference is 0 stroops and nothing is found, or somebody is called.',
          security,
          querystring: Type.Object(
            {
              ...listQuery,
              offering: Type.Optional(offeringId),
              off: Type.Optional(Type.Boolean({ description: 'Only those that found something, or nothing.' })),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(Reconciliation)), ...problemResponses },
        },
      },
      async ({ query: { offering, off, ...page } }) =>
        pageById(
          'reconciliations',
          page,
          MAX_INT8,
          (query) =>
            prisma.reconciliation.findMany({
              ...query,
              where: {
                ...query.where,
                ...(offering === undefined ? {} : { offeringId: offering }),
                ...(off === undefined ? {} : { findings: off ? { not: [] } : { equals: [] } }),
              },
            }),
          (row): Static<typeof Reconciliation> => ({
            id: row.id.toString(),
            offeringId: row.offeringId,
            at: formatUtcSeconds(row.at),
            ledger: row.ledger,
            compared: row.compared,
            differenceStroops: row.differenceStroops.toString(),
            findings: Array.isArray(row.findings) ? (row.findings as unknown[]).filter(isFinding) : [],
          }),
        ),
    )

    app.get(
      '/orphans',
      {
        preHandler: mayRead,
        schema: {
          operationId: 'listOrphanPayments',
          tags: ['operations'],
          summary: 'Payments that belong to no bill, and what became of them',
          security,
          querystring: Type.Object(
            {
              ...listQuery,
              status: Type.Optional(Type.String({ maxLength: 20, description: 'Of this status only.' })),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(Orphan)), ...problemResponses },
        },
      },
      async ({ query: { status, ...page } }) =>
        pageById(
          'orphans',
          page,
          MAX_INT8,
          (query) =>
            prisma.orphanPayment.findMany({
              ...query,
              where: { ...query.where, ...(status === undefined ? {} : { status }) },
            }),
          (row): Static<typeof Orphan> => ({
            id: row.id.toString(),
            at: formatUtcSeconds(row.at),
            transactionHash: row.txHash,
            account: row.account,
            systemId: row.systemId,
            partyIndex: row.partyIndex,
            sender: row.sender,
            asset: row.asset,
            amountStroops: row.amountStroops.toString(),
            reason: row.reason,
            status: row.status,
          }),
        ),
    )
  }
