import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { toHex } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { MAX_INT8 } from '../cursor.ts'
import { withRole } from '../identity/sessions.ts'
import { escapeLike, listQuery, pageOf } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, Hash, nullable } from '../schemas/units.ts'
import { pageById } from './by-id.ts'

const AuditEntry = Type.Object({
  id: Type.String({ pattern: '^[0-9]+$' }),
  at: Type.String({ format: 'date-time', description: "When, by this machine's clock. UTC, RFC 3339." }),
  requestId: Type.String({ description: 'The x-request-id of the answer; reqId in the log.' }),
  actor: nullable(Address('Who had signed in; null where that was not needed.')),
  method: Type.String(),
  path: Type.String(),
  status: Type.Integer({ description: 'HTTP.' }),
  code: nullable(Type.String({ description: "The problem's, where it was refused." })),
  reason: nullable(Type.String({ description: 'Why, where that is asked for: of acts of an operator.' })),
  bodyHash: nullable(Hash('SHA-256 of the body in JSON: what was asked for can be proven by who kept it.')),
})

/** `/v1/operations/audit`: every write that came over HTTP, refused ones too. */
export const operationAuditRoutes =
  ({ database }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/audit',
      {
        preHandler: withRole(database, 'operator', 'auditor'),
        schema: {
          operationId: 'listAuditEntries',
          tags: ['operations'],
          summary: 'Who asked for what, and what became of it',
          security: [{ token: [] }],
          querystring: Type.Object(
            {
              ...listQuery,
              actor: Type.Optional(
                Type.String({ pattern: '^[GC][A-Z2-7]{55}$', description: 'Of this address only.' }),
              ),
              path: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'That begins so.' })),
              refused: Type.Optional(Type.Boolean({ description: 'Only what was refused, or was not.' })),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(AuditEntry)), ...problemResponses },
        },
      },
      async ({ query: { actor, path, refused, ...page } }) =>
        pageById(
          'audit',
          page,
          MAX_INT8,
          (query) =>
            database.prisma.auditEntry.findMany({
              ...query,
              where: {
                ...query.where,
                ...(actor === undefined ? {} : { actor }),
                ...(path === undefined ? {} : { path: { startsWith: escapeLike(path) } }),
                ...(refused === undefined ? {} : { status: refused ? { gte: 400 } : { lt: 400 } }),
              },
            }),
          (row): Static<typeof AuditEntry> => ({
            id: row.id.toString(),
            at: new Date(Number(row.at)).toISOString(),
            requestId: row.requestId,
            actor: row.actor,
            method: row.method,
            path: row.path,
            status: row.status,
            code: row.code,
            reason: row.reason,
            bodyHash: row.bodyHash === null ? null : toHex(row.bodyHash),
          }),
        ),
    )
  }
