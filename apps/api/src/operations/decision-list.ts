import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { OperatorDecision } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { MAX_INT8 } from '../cursor.ts'
import { withRole } from '../identity/sessions.ts'
import { systemId } from '../schemas/ids.ts'
import { escapeLike, listQuery, pageOf } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, nullable, Timestamp } from '../schemas/units.ts'
import { pageById } from './by-id.ts'

/** An act of a person that changes what the programs do. */
export const Decision = Type.Object({
  id: Type.String({ pattern: '^[0-9]+$' }),
  kind: Type.String({ description: 'register.reset, reading.edited, statement.corrected, tariff.entered and so on.' }),
  subject: Type.String({ description: 'What it is about: meter:7, system:3 and so on.' }),
  systemId: nullable(Type.Integer()),
  meterId: nullable(Type.Integer()),
  decidedBy: Address('Who.'),
  decidedAt: Timestamp('When.'),
  reason: Type.String({ description: 'Why.' }),
  payload: Type.Record(Type.String(), Type.Unknown(), { description: 'What exactly; numbers as decimal strings.' }),
  appliedAt: nullable(Timestamp('When a program acted on it; null: not yet.')),
  result: nullable(Type.Record(Type.String(), Type.Unknown(), { description: 'What came of it.' })),
})

/** A decision as it is published. */
export const toDecision = (row: OperatorDecision): Static<typeof Decision> => ({
  id: row.id.toString(),
  kind: row.kind,
  subject: row.subject,
  systemId: row.systemId,
  meterId: row.meterId,
  decidedBy: row.decidedBy,
  decidedAt: formatUtcSeconds(row.decidedAt),
  reason: row.reason,
  payload: row.payload as Record<string, unknown>,
  appliedAt: row.appliedAt === null ? null : formatUtcSeconds(row.appliedAt),
  result: row.result as Record<string, unknown> | null,
})

/** `GET /v1/operations/decisions`: what people decided, who and why. */
export const operationDecisionListRoutes =
  ({ database }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/decisions',
      {
        preHandler: withRole(database, 'operator', 'auditor'),
        schema: {
          operationId: 'listDecisions',
          tags: ['operations'],
          summary: 'Recorded acts of people: who decided what, and why',
          security: [{ token: [] }],
          querystring: Type.Object(
            {
              ...listQuery,
              kind: Type.Optional(
                Type.String({ minLength: 1, maxLength: 60, description: 'Of this kind, or of those that begin so.' }),
              ),
              subject: Type.Optional(Type.String({ minLength: 1, maxLength: 120, description: 'About this only.' })),
              system: Type.Optional(systemId),
              applied: Type.Optional(
                Type.Boolean({ description: 'Only those that were carried out, or were not yet.' }),
              ),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(Decision)), ...problemResponses },
        },
      },
      async ({ query: { kind, subject, system, applied, ...page } }) =>
        pageById(
          'decisions',
          page,
          MAX_INT8,
          (query) =>
            database.prisma.operatorDecision.findMany({
              ...query,
              where: {
                ...query.where,
                ...(kind === undefined ? {} : { kind: { startsWith: escapeLike(kind) } }),
                ...(subject === undefined ? {} : { subject }),
                ...(system === undefined ? {} : { systemId: system }),
                ...(applied === undefined ? {} : { appliedAt: applied ? { not: null } : null }),
              },
            }),
          toDecision,
        ),
    )
  }
