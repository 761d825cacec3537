import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { type Alarm as AlarmRow, acknowledgeAlarm } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { MAX_INT8 } from '../cursor.ts'
import { Problem } from '../errors.ts'
import { sessionOf, withRole } from '../identity/sessions.ts'
import { offeringId, systemId } from '../schemas/ids.ts'
import { escapeLike, listQuery, pageOf } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, nullable, Timestamp } from '../schemas/units.ts'
import { pageById } from './by-id.ts'

const security = [{ token: [] }]
const SEVERITIES = ['info', 'warning', 'critical'] as const
const Severity = Type.Unsafe<(typeof SEVERITIES)[number]>({
  type: 'string',
  enum: [...SEVERITIES],
  description: 'How soon somebody is to look at it.',
})

const Alarm = Type.Object({
  id: Type.String({ pattern: '^[0-9]+$' }),
  kind: Type.String({ description: 'A stable code: the runbook (docs/operations.md) has a line for each.' }),
  subject: Type.String({
    description: 'What it is about: offering:1, meter:7, account:G...; empty: the installation.',
  }),
  severity: Severity,
  message: Type.String({ description: 'What is wrong and what to do, in English.' }),
  detail: Type.Record(Type.String(), Type.Unknown(), {
    description:
      'Whatever the message names, by name: with the kind, all that is needed to say it in another language. Amounts are decimal strings of stroops.',
  }),
  offeringId: nullable(Type.Integer()),
  systemId: nullable(Type.Integer()),
  partyIndex: nullable(Type.Integer()),
  meterId: nullable(Type.Integer()),
  occurrences: Type.Integer({ description: 'How often its cause was seen.' }),
  raisedAt: Timestamp('When its cause was first seen.'),
  lastRaisedAt: Timestamp('When its cause was last seen.'),
  clearedAt: nullable(Timestamp('When its cause was gone; null: it lasts.')),
  acknowledgedBy: nullable(Address('Who looks after it.')),
  acknowledgedAt: nullable(Timestamp('Since when.')),
  note: nullable(Type.String({ description: 'What they wrote.' })),
})

const timeOf = (seconds: bigint | null) => (seconds === null ? null : formatUtcSeconds(seconds))

function toAlarm(row: AlarmRow): Static<typeof Alarm> {
  const severity = SEVERITIES.find((one) => one === row.severity)
  if (severity === undefined) throw new Error(`alarm ${row.id} has the severity ${row.severity}`)
  return {
    id: row.id.toString(),
    kind: row.kind,
    subject: row.subject,
    severity,
    message: row.message,
    detail: row.detail as Record<string, unknown>,
    offeringId: row.offeringId,
    systemId: row.systemId,
    partyIndex: row.partyIndex,
    meterId: row.meterId,
    occurrences: row.occurrences,
    raisedAt: formatUtcSeconds(row.raisedAt),
    lastRaisedAt: formatUtcSeconds(row.lastRaisedAt),
    clearedAt: timeOf(row.clearedAt),
    acknowledgedBy: row.acknowledgedBy,
    acknowledgedAt: timeOf(row.acknowledgedAt),
    note: row.note,
  }
}

/** `/v1/operations/alarms`: what a person should know of and may have to act on. */
export const operationAlarmRoutes =
  ({ database, chain }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/alarms',
      {
        preHandler: withRole(database, 'operator', 'auditor'),
        schema: {
          operationId: 'listAlarms',
          tags: ['operations'],
          summary: 'Alarms, open and past',
          security,
          querystring: Type.Object(
            {
              ...listQuery,
              open: Type.Optional(Type.Boolean({ description: 'Only those whose cause lasts, or is gone.' })),
              acknowledged: Type.Optional(Type.Boolean({ description: 'Only those that somebody has seen, or not.' })),
              severity: Type.Optional(Severity),
              kind: Type.Optional(
                Type.String({ minLength: 1, maxLength: 60, description: 'Of this code, or of those that begin so.' }),
              ),
              offering: Type.Optional(offeringId),
              system: Type.Optional(systemId),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(Alarm)), ...problemResponses },
        },
      },
      async ({ query: { open, acknowledged, severity, kind, offering, system, ...page } }) =>
        pageById(
          'alarms',
          page,
          MAX_INT8,
          (query) =>
            database.prisma.alarm.findMany({
              ...query,
              where: {
                ...query.where,
                ...(open === undefined ? {} : { clearedAt: open ? null : { not: null } }),
                ...(acknowledged === undefined ? {} : { acknowledgedAt: acknowledged ? { not: null } : null }),
                ...(severity === undefined ? {} : { severity }),
                ...(kind === undefined ? {} : { kind: { startsWith: escapeLike(kind) } }),
                ...(offering === undefined ? {} : { offeringId: offering }),
                ...(system === undefined ? {} : { systemId: system }),
              },
            }),
          toAlarm,
        ),
    )

    app.post(
      '/alarms/:id/acknowledge',
      {
        preHandler: withRole(database, 'operator'),
        schema: {
          operationId: 'acknowledgeAlarm',
          tags: ['operations'],
          summary: 'Says that somebody looks after an alarm',
          description:
            'It stays open until its cause is gone. The first who says so stays named; a note may be added later. One that becomes more severe is to be looked at anew.',
          security,
          params: Type.Object({ id: Type.String({ pattern: '^[0-9]{1,18}$', description: 'Of the alarm.' }) }),
          body: Type.Object(
            { note: Type.Optional(Type.String({ maxLength: 1_000, description: 'For those who look after you.' })) },
            { additionalProperties: false, description: 'May be empty: {}.' },
          ),
          response: { 200: Alarm, ...problemResponses },
        },
      },
      async (request) => {
        const id = BigInt(request.params.id)
        const { note } = request.body
        const { address: by } = sessionOf(request)
        const at = await chain.now()
        const refused = await acknowledgeAlarm(database.pool, { id, by, at, ...(note !== undefined && { note }) })
        if (refused === 'UNKNOWN')
          throw new Problem(
            'HELIOBOND_NOT_FOUND',
            'There is no alarm {alarm}.',
            { alarm: id.toString() },
            { reason: 'NO_ALARM' },
          )
        if (refused === 'CLEARED') {
          throw new Problem('HELIOBOND_ALARM_CLEARED', 'Its cause is gone: there is nothing to look after.')
        }
        return toAlarm(await database.prisma.alarm.findUniqueOrThrow({ where: { id } }))
      },
    )
  }
