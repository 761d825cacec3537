import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { Quarantine as QuarantineRow } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeCursor, MAX_INT4, MAX_INT8 } from '../cursor.ts'
import { Problem } from '../errors.ts'
import { withRole } from '../identity/sessions.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { ReasonBody } from '../schemas/reason.ts'
import { nullable, Timestamp } from '../schemas/units.ts'

const security = [{ token: [] }]

const MeterHealth = Type.Object({
  id: Type.Integer(),
  systemId: Type.Integer(),
  kind: Type.String({ description: 'site, load or combined.' }),
  epoch: Type.Integer(),
  revoked: Type.Boolean(),
  lastReadingAt: nullable(Timestamp('Of its newest reading.')),
  silentSeconds: nullable(Type.String({ description: 'How long ago that was, by the network clock.' })),
  quarantined: Type.Integer({ description: 'Refused messages that nobody released.' }),
})

const Quarantined = Type.Object({
  id: Type.String({ pattern: '^[0-9]+$' }),
  meterId: nullable(Type.Integer()),
  topic: Type.String(),
  code: Type.String({ description: 'Why it was refused; stable.' }),
  detail: Type.String(),
  payload: Type.String({ description: 'What was sent; only the beginning of what is too long.' }),
  occurrences: Type.Integer({ description: 'How often the same came.' }),
  receivedAt: Timestamp('When it first came.'),
  lastReceivedAt: Timestamp('When it last came.'),
  releasedAt: nullable(Timestamp('When it was released.')),
})

const toQuarantined = (row: QuarantineRow): Static<typeof Quarantined> => ({
  id: row.id.toString(),
  meterId: row.meterId,
  topic: row.topic,
  code: row.code,
  detail: row.detail,
  payload: row.payload,
  occurrences: row.occurrences,
  receivedAt: formatUtcSeconds(row.receivedAt),
  lastReceivedAt: formatUtcSeconds(row.lastReceivedAt),
  releasedAt: row.releasedAt === null ? null : formatUtcSeconds(row.releasedAt),
})

/** `/v1/operations/meters` and `/quarantine`: the health of devices, for operators. */
export const operationMeterRoutes =
  ({ database, chain, ingest }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const mayRead = withRole(database, 'operator', 'auditor')
    const mayAct = withRole(database, 'operator')

    app.get(
      '/meters',
      {
        preHandler: mayRead,
        schema: {
          operationId: 'listMeterHealth',
          tags: ['operations'],
          summary: 'When each meter last spoke, and what of it was refused',
          security,
          querystring: Type.Object(listQuery, { additionalProperties: false }),
          response: { 200: Type.Object(pageOf(MeterHealth)), ...problemResponses },
        },
      },
      async ({ query: { cursor, limit, order } }) => {
        const list = `meters:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT4])
        const rows = await database.prisma.meter.findMany({
          where: after === undefined ? {} : { id: { [order === 'asc' ? 'gt' : 'lt']: Number(after) } },
          orderBy: { id: order },
          take: limit + 1,
        })
        const ids = rows.map(({ id }) => id)
        const [now, heads, refused] = await Promise.all([
          chain.now(),
          database.prisma.meterHead.findMany({ where: { meterId: { in: ids } } }),
          database.prisma.quarantine.groupBy({
            by: ['meterId'],
            where: { meterId: { in: ids }, releasedAt: null },
            _count: { _all: true },
          }),
        ])
        const seen = new Map(heads.map((head) => [head.meterId, head.at]))
        const counts = new Map(refused.map((row) => [row.meterId, row._count._all]))
        return toPage(
          list,
          rows,
          limit,
          (row) => [row.id],
          (row) => {
            const at = seen.get(row.id)
            return {
              id: row.id,
              systemId: row.systemId,
              kind: row.kind,
              epoch: row.epoch,
              revoked: row.revoked,
              lastReadingAt: at === undefined ? null : formatUtcSeconds(at),
              silentSeconds: at === undefined ? null : String(now > at ? now - at : 0n),
              quarantined: counts.get(row.id) ?? 0,
            }
          },
        )
      },
    )

    app.get(
      '/quarantine',
      {
        preHandler: mayRead,
        schema: {
          operationId: 'listQuarantine',
          tags: ['operations'],
          summary: 'Messages that were refused, and why',
          security,
          querystring: Type.Object(
            {
              ...listQuery,
              meter: Type.Optional(
                Type.Integer({ minimum: 0, maximum: 2_147_483_647, description: 'That named this meter.' }),
              ),
              code: Type.Optional(Type.String({ maxLength: 60, description: 'Refused with this code.' })),
              released: Type.Optional(Type.Boolean({ description: 'Only those that were released, or were not.' })),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(Quarantined)), ...problemResponses },
        },
      },
      async ({ query: { cursor, limit, order, meter, code, released } }) => {
        const list = `quarantine:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT8])
        const rows = await database.prisma.quarantine.findMany({
          where: {
            ...(meter === undefined ? {} : { meterId: meter }),
            ...(code === undefined ? {} : { code }),
            ...(released === undefined ? {} : { releasedAt: released ? { not: null } : null }),
            ...(after === undefined ? {} : { id: { [order === 'asc' ? 'gt' : 'lt']: after } }),
          },
          orderBy: { id: order },
          take: limit + 1,
        })
        return toPage(list, rows, limit, (row) => [row.id], toQuarantined)
      },
    )

    app.post(
      '/quarantine/:id/release',
      {
        preHandler: mayAct,
        config: { reasonInAudit: true },
        schema: {
          operationId: 'releaseQuarantined',
          tags: ['operations'],
          summary: 'Judges a refused reading once more',
          description:
            'For what was refused because something was missing that is there now (a meter that was registered late, say). It is judged by the same rules as any reading: nothing is let through that would be refused today. The audit log keeps why.',
          security,
          params: Type.Object({ id: Type.String({ pattern: '^[0-9]{1,18}$', description: 'Of the entry.' }) }),
          body: ReasonBody,
          response: { 200: Quarantined, ...problemResponses },
        },
      },
      async ({ params }) => {
        const id = BigInt(params.id)
        const row = await database.prisma.quarantine.findUnique({ where: { id } })
        if (!row)
          throw new Problem(
            'HELIOBOND_NOT_FOUND',
            'There is no entry {entry}.',
            { entry: id.toString() },
            { reason: 'NO_ENTRY' },
          )
        const { stored, refused } = await ingest([parsed(row.payload)])
        if (stored.length !== 1) {
          const [why] = refused
          throw new Problem(
            'HELIOBOND_STILL_REFUSED',
            '{words}',
            { words: why?.detail ?? 'It is refused as before.' },
            {
              reason: why?.code ?? row.code,
            },
          )
        }
        const releasedAt = row.releasedAt ?? (await chain.now())
        return toQuarantined(await database.prisma.quarantine.update({ where: { id }, data: { releasedAt } }))
      },
    )
  }

/** What was sent, or null for what is no JSON: the judge says so in its own words. */
function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return null
  }
}
