import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { contractErrorWords } from '@heliobond/chain'
import { type Outbox as OutboxRow, retryGivenUp } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeCursor, MAX_INT8 } from '../cursor.ts'
import { Problem } from '../errors.ts'
import { sessionOf, withRole } from '../identity/sessions.ts'
import { escapeLike, listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { ReasonBody } from '../schemas/reason.ts'
import { nullable, Timestamp, TxHash } from '../schemas/units.ts'

const STATUSES = ['pending', 'prepared', 'sent', 'succeeded', 'failed', 'dead'] as const
const security = [{ token: [] }]

const Transaction = Type.Object({
  id: Type.String({ pattern: '^[0-9]+$', description: 'Of the queue.' }),
  key: Type.String({ description: 'Names the business action for ever.' }),
  kind: Type.String({ description: 'What it does: pay.bills, offering.collect, coupon.claims and so on.' }),
  lane: Type.String({ description: 'Entries of one lane reach the network one after the other.' }),
  status: Type.Unsafe<(typeof STATUSES)[number]>({ type: 'string', enum: [...STATUSES] }),
  attempts: Type.Integer({ description: 'Envelopes built so far.' }),
  lastError: nullable(
    Type.String({
      description: 'Why the last try was not taken: a code that is stable and, after a colon, more for people.',
    }),
  ),
  contractError: nullable(
    Type.Object({
      number: Type.Integer({ description: "The contract's own." }),
      contract: Type.String({ description: 'Whose error it is.' }),
      name: Type.String({ description: 'As its interface calls it; stable.' }),
      words: Type.String({ description: 'What it says, in English.' }),
    }),
  ),
  hash: nullable(TxHash('Of the envelope under way, or of the one that was taken.')),
  pastHashes: Type.Array(TxHash('Of an envelope that failed or is proven dead.')),
  ledger: nullable(Type.Integer({ description: 'That took it.' })),
  createdAt: Timestamp('When it was asked for.'),
  updatedAt: Timestamp('When it last changed.'),
})

/** As the worker writes down that a contract refused: its own number, which one contract only has. */
const REFUSED_BY_CONTRACT = /^CONTRACT_ERROR: #(\d{1,9})$/

/** What the contract said that refused the last try; null where none did, or where nobody published the number. */
function contractErrorOf(lastError: string | null): Static<typeof Transaction>['contractError'] {
  const [, digits] = REFUSED_BY_CONTRACT.exec(lastError ?? '') ?? []
  if (digits === undefined) return null
  const number = Number(digits)
  const known = contractErrorWords(number)
  return known === undefined ? null : { number, ...known }
}

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

function toTransaction(row: OutboxRow): Static<typeof Transaction> {
  const { status } = row
  const known = STATUSES.find((one) => one === status)
  if (known === undefined) throw new Error(`outbox ${row.id} has the status ${status}`)
  return {
    id: row.id.toString(),
    key: row.idempotencyKey,
    kind: row.kind,
    lane: row.lane,
    status: known,
    attempts: row.attempts,
    lastError: row.lastError,
    contractError: contractErrorOf(row.lastError),
    hash: row.hash,
    pastHashes: isTextList(row.pastHashes) ? row.pastHashes : [],
    ledger: row.ledger,
    createdAt: formatUtcSeconds(row.createdAt),
    updatedAt: formatUtcSeconds(row.updatedAt),
  }
}

/** `/v1/operations/transactions`: the queue of transactions, for operators. */
export const operationRoutes =
  ({ database }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const mayRead = withRole(database, 'operator', 'auditor')
    const mayAct = withRole(database, 'operator')

    app.get(
      '/transactions',
      {
        preHandler: mayRead,
        schema: {
          operationId: 'listTransactions',
          tags: ['operations'],
          summary: 'The queue of transactions, done and to do',
          security,
          querystring: Type.Object(
            {
              ...listQuery,
              status: Type.Optional(
                Type.Unsafe<(typeof STATUSES)[number]>({
                  type: 'string',
                  enum: [...STATUSES],
                  description: 'Of this status only.',
                }),
              ),
              kind: Type.Optional(Type.String({ maxLength: 60, description: 'Of this kind only.' })),
              q: Type.Optional(
                Type.String({ minLength: 4, maxLength: 100, description: 'A hash, or the beginning of a key.' }),
              ),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(Transaction)), ...problemResponses },
        },
      },
      async ({ query: { cursor, limit, order, status, kind, q } }) => {
        const list = `outbox:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT8])
        const rows = await database.prisma.outbox.findMany({
          where: {
            ...(status === undefined ? {} : { status }),
            ...(kind === undefined ? {} : { kind }),
            ...(q === undefined
              ? {}
              : { OR: [{ hash: q }, { innerHash: q }, { idempotencyKey: { startsWith: escapeLike(q) } }] }),
            ...(after === undefined ? {} : { id: { [order === 'asc' ? 'gt' : 'lt']: after } }),
          },
          orderBy: { id: order },
          take: limit + 1,
        })
        return toPage(list, rows, limit, (row) => [row.id], toTransaction)
      },
    )

    app.post(
      '/transactions/:id/retry',
      {
        preHandler: mayAct,
        config: { reasonInAudit: true },
        schema: {
          operationId: 'retryTransaction',
          tags: ['operations'],
          summary: 'Tries a transaction again that was given up',
          description:
            'Only what is proven failed or dead is ever given up, so nothing can happen twice. What the worker asks for anew by itself is refused here. The audit log keeps why.',
          security,
          params: Type.Object({ id: Type.String({ pattern: '^[0-9]{1,18}$', description: 'Of the queue.' }) }),
          body: ReasonBody,
          response: { 200: Transaction, ...problemResponses },
        },
      },
      async (request) => {
        const id = BigInt(request.params.id)
        const refused = await retryGivenUp(database, id)
        if (refused === 'UNKNOWN')
          throw new Problem(
            'HELIOBOND_NOT_FOUND',
            'There is no transaction {transaction}.',
            { transaction: id.toString() },
            { reason: 'NO_TRANSACTION' },
          )
        if (refused !== null) {
          const words =
            refused === 'NOT_GIVEN_UP'
              ? 'It is under way, or done.'
              : 'The worker asks for this work anew by itself, as another transaction.'
          throw new Problem('HELIOBOND_NOT_RETRIABLE', '{words}', { words }, { reason: refused })
        }
        request.log.info({ outbox: id, actor: sessionOf(request).address }, 'transaction to be tried again')
        const row = await database.prisma.outbox.findUniqueOrThrow({ where: { id } })
        return toTransaction(row)
      },
    )
  }
