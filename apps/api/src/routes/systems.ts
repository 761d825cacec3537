import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeCursor, MAX_INT4 } from '../cursor.ts'
import { SystemParams, systemId } from '../schemas/ids.ts'
import { escapeLike, listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, Bps, Hash, Modelled, nullable, Timestamp, WattHours, Watts } from '../schemas/units.ts'
import { systemPage } from '../system-page.ts'

const Party = Type.Object({
  index: Type.Integer({ minimum: 0, description: 'Its place in the registry.' }),
  name: Type.String(),
  owner: Address('Who decides for the party.'),
  wallet: Address('The prepaid wallet that pays its bills.'),
  collection: Address('The account that takes its payments.'),
  portionBps: Bps('The portion of the system that it is to own.'),
  ownedBps: Bps('What of the system it owns so far.'),
})

const Meter = Type.Object({
  id: Type.Integer({ description: "The registry's number." }),
  kind: Type.String({ description: 'site (generation and export), load (consumption of one party) or combined.' }),
  partyIndex: nullable(Type.Integer({ description: 'Whose consumption it measures.' })),
  publicKey: Hash('The Ed25519 key that its readings are signed with.'),
  epoch: Type.Integer({ description: 'Rises when the meter is replaced or reset.' }),
  capacityW: Watts('Most that its equipment can do.'),
  revoked: Type.Boolean({ description: 'Whether its readings are refused from now on.' }),
  modelNote: nullable(Type.String({ description: 'How its readings are made, where a model makes them.' })),
  lastReading: nullable(
    Type.Object(
      {
        seq: Type.String({ pattern: '^[0-9]+$' }),
        at: Timestamp('When it was taken.'),
        generatedWh: WattHours('Register of generation.'),
        consumedWh: WattHours('Register of consumption.'),
        exportedWh: WattHours('Register of export.'),
      },
      { description: 'The newest reading taken from it.' },
    ),
  ),
})

const System = Type.Object({
  id: systemId,
  name: Type.String(),
  modelled: Modelled,
  capacityW: Watts('Peak power.'),
  offeringContract: nullable(Address('The offering that paid for it.')),
  interval: Type.String({ description: 'How long a statement runs at most.' }),
  nextFrom: Timestamp('Where the next statement begins.'),
  parties: Type.Array(Party, { description: 'Who uses its energy and comes to own it.' }),
  meters: Type.Array(Meter),
})

const SystemSummary = Type.Object({
  id: systemId,
  name: Type.String(),
  modelled: Modelled,
  capacityW: Watts('Peak power.'),
  offeringId: nullable(Type.Integer({ description: 'The offering that paid for it.' })),
  offeringState: nullable(Type.String({ description: 'The state of that offering.' })),
  partyCount: Type.Integer(),
  lastReadingAt: nullable(Timestamp('Of the newest reading of any of its meters.')),
})

/** `/v1/systems` and `/v1/systems/{id}`. */
export const systemRoutes =
  ({ database }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/',
      {
        schema: {
          operationId: 'listSystems',
          tags: ['systems'],
          summary: 'All solar systems',
          querystring: Type.Object(
            {
              ...listQuery,
              q: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Part of its name.' })),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(SystemSummary)), ...problemResponses },
        },
      },
      async ({ query: { cursor, limit, order, q } }) => {
        const list = `systems:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT4])
        const systems = await database.prisma.system.findMany({
          where: {
            ...(after === undefined ? {} : { id: { [order === 'asc' ? 'gt' : 'lt']: Number(after) } }),
            ...(q === undefined ? {} : { name: { contains: escapeLike(q), mode: 'insensitive' as const } }),
          },
          orderBy: { id: order },
          take: limit + 1,
        })
        const ids = systems.map(({ id }) => id)
        const [offerings, parties, spoken] = await Promise.all([
          database.prisma.offering.findMany({
            where: { systemId: { in: ids } },
            orderBy: { id: 'asc' },
            select: { id: true, systemId: true, state: true },
          }),
          database.prisma.party.groupBy({ by: ['systemId'], where: { systemId: { in: ids } }, _count: { _all: true } }),
          database.pool.query<{ system_id: number; at: bigint }>(
            'select m.system_id, max(h.at) as at from meter m join meter_head h on h.meter_id = m.id where m.system_id = any($1) group by m.system_id',
            [ids],
          ),
        ])
        const offeringOf = new Map(offerings.map((row) => [row.systemId, row]))
        const partiesOf = new Map(parties.map((row) => [row.systemId, row._count._all]))
        const spokenOf = new Map(spoken.rows.map((row) => [row.system_id, row.at]))
        return toPage(
          list,
          systems,
          limit,
          (row) => [row.id],
          (row) => {
            const at = spokenOf.get(row.id)
            return {
              id: row.id,
              name: row.name,
              modelled: row.modelled,
              capacityW: row.capacityW.toString(),
              offeringId: offeringOf.get(row.id)?.id ?? null,
              offeringState: offeringOf.get(row.id)?.state ?? null,
              partyCount: partiesOf.get(row.id) ?? 0,
              lastReadingAt: at === undefined ? null : formatUtcSeconds(at),
            }
          },
        )
      },
    )

    app.get(
      '/:id',
      {
        schema: {
          operationId: 'getSystem',
          tags: ['systems'],
          summary: 'One solar system, its parties and its meters',
          params: SystemParams,
          response: { 200: System, ...problemResponses },
        },
      },
      async ({ params: { id } }) => {
        const system = await systemPage(database, id)
        return {
          id: system.id,
          name: system.name,
          modelled: system.modelled,
          capacityW: system.capacity_w.toString(),
          offeringContract: system.offering_contract,
          interval: system.interval,
          nextFrom: formatUtcSeconds(system.next_from),
          parties: [...system.parties],
          meters: system.meters.map(({ head, ...meter }) => ({
            ...meter,
            lastReading: head && { ...head, at: formatUtcSeconds(BigInt(head.at)) },
          })),
        }
      },
    )
  }
