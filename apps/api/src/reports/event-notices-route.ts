import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeCursor, MAX_INT4 } from '../cursor.ts'
import { withRole } from '../identity/sessions.ts'
import { offeringOf } from '../lookup.ts'
import { offeringId } from '../schemas/ids.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { Params, problemResponses } from '../schemas/problem.ts'
import { Timestamp, TxHash } from '../schemas/units.ts'
import { NOTICE_REASONS, NOTICED, type NoticeReason, noticesOf } from './event-notices.ts'

const Notice = Type.Object({
  offeringId,
  number: Type.Integer({ description: "Of the event in the rule's list." }),
  category: Type.String({ description: "The rule's words." }),
  when: Type.Unsafe<'always' | 'if-material'>({
    type: 'string',
    enum: ['always', 'if-material'],
    description: 'Whether the rule asks for it always, or where it is material.',
  }),
  at: Timestamp('When it happened.'),
  dueAt: Timestamp('Ten business days later; holidays are not left out, so it is never late.'),
  overdue: Type.Boolean({ description: 'Whether that has passed.' }),
  reason: Type.Unsafe<NoticeReason>({
    type: 'string',
    enum: [...NOTICE_REASONS],
    description: 'What happened; stable.',
  }),
  params: Params,
  text: Type.String({ description: 'The draft, in English: the language in which it is filed.' }),
  txHash: TxHash('That shows it.'),
  ledger: Type.Integer({ description: 'That has it.' }),
})

/** `GET /v1/reports/event-notices`. */
export const eventNoticeRoutes =
  ({ database, chain }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/event-notices',
      {
        preHandler: withRole(database, 'issuer', 'operator', 'approver', 'auditor'),
        schema: {
          operationId: 'listEventNotices',
          tags: ['reports'],
          summary: 'Drafts of event notices (SEC Rule 15c2-12) from what the contract of an offering said',
          description:
            'Delinquencies, draws on the reserve, calls, works given up, new code, a new trustee. What the ledger cannot show (ratings, tax, bankruptcy, mergers, other obligations) is not among them. They are drafts: whether one is material, and what is filed, is for the issuer and its counsel.',
          security: [{ token: [] }],
          querystring: Type.Object({ ...listQuery, offering: offeringId }, { additionalProperties: false }),
          response: { 200: Type.Object(pageOf(Notice)), ...problemResponses },
        },
      },
      async ({ query: { cursor, limit, order, offering: id } }) => {
        const offering = await offeringOf(database, id)
        const list = `notices:${id}:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT4])
        const events = await database.prisma.offeringEvent.findMany({
          where: { offeringId: id, name: { in: [...NOTICED] } },
          orderBy: [{ ledger: 'asc' }, { applicationOrder: 'asc' }, { operationIndex: 'asc' }, { eventIndex: 'asc' }],
        })
        const now = await chain.now()
        const named = { ...offering, name: offering.name || `Offering ${id}` }
        const rows = noticesOf(
          named,
          events.map(({ data, ...event }) => ({ ...event, data: data as Record<string, unknown> })),
        ).map((notice, place) => ({ ...notice, place }))
        const sorted = order === 'asc' ? rows : rows.toReversed()
        const start = after === undefined ? 0 : sorted.findIndex(({ place }) => BigInt(place) === after) + 1
        return toPage(
          list,
          sorted.slice(start, start + limit + 1),
          limit,
          (row) => [row.place],
          ({ number, category, when, at, dueAt, reason, params, text, txHash, ledger }): Static<typeof Notice> => ({
            offeringId: id,
            number,
            category,
            when,
            at: formatUtcSeconds(at),
            dueAt: formatUtcSeconds(dueAt),
            overdue: dueAt < now,
            reason,
            params,
            text,
            txHash,
            ledger,
          }),
        )
      },
    )
  }
