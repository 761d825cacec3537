import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { Statement as StatementRow } from '@heliobond/db'
import { formatUtcSeconds, readingJson, toHex } from '@heliobond/domain'
import { Value } from 'typebox/value'
import type { ApiOptions } from '../app.ts'
import { decodeCursor, MAX_INT4, MAX_INT8 } from '../cursor.ts'
import { systemFacts, systemOf } from '../lookup.ts'
import { type ReadingPosition, type ReadingRow, readingsPage } from '../reading-pages.ts'
import { SystemParams, systemId } from '../schemas/ids.ts'
import { moment, momentOf } from '../schemas/moment.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { readingFields } from '../schemas/reading.ts'
import { Hash, Modelled, nullable, SignedWattHours, Timestamp, TxHash, WattHours } from '../schemas/units.ts'

const StoredReading = Type.Object({ ...readingFields, receivedAt: Timestamp('When it came in.') })

const ReadingsQuery = Type.Object(
  {
    ...listQuery,
    meter: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647, description: 'Of this meter only.' })),
    from: moment('Taken at or after this.'),
    to: moment('Taken before this.'),
  },
  { additionalProperties: false },
)

const Statement = Type.Object({
  index: Type.Integer({ minimum: 1, description: 'Counted from 1.' }),
  status: Type.String({ description: 'draft (not sent), proposed (others still have to agree) or final.' }),
  from: Timestamp('Where it begins: the end of the one before.'),
  to: Timestamp('Where it ends.'),
  generatedWh: WattHours('Generated in the interval.'),
  exportedWh: WattHours('Exported in the interval.'),
  generatedCorrectionWh: SignedWattHours('By how much what was generated before the interval is corrected.'),
  exportedCorrectionWh: SignedWattHours('By how much what was exported before the interval is corrected.'),
  consumedWh: Type.Array(WattHours('Consumed by one party.'), { description: 'By party index.' }),
  quality: Type.Integer({ description: '0 measured, 1 estimated.' }),
  readingsRoot: Hash('Merkle root over the readings of the interval.'),
  readingsCount: Type.Integer({ description: 'How many readings it rests on.' }),
  hash: nullable(Hash('Of the statement, as the contract chains it.')),
  txHash: nullable(TxHash('That made it final.')),
})

const ConsumedWh = Type.Array(Type.String())

function toStatement(row: StatementRow): Static<typeof Statement> {
  if (!Value.Check(ConsumedWh, row.consumedWh))
    throw new Error(`statement ${row.systemId}/${row.index} has no consumption`)
  return {
    index: row.index,
    status: row.status,
    from: formatUtcSeconds(row.fromAt),
    to: formatUtcSeconds(row.toAt),
    generatedWh: row.generatedWh.toString(),
    exportedWh: row.exportedWh.toString(),
    generatedCorrectionWh: row.generatedCorrectionWh.toString(),
    exportedCorrectionWh: row.exportedCorrectionWh.toString(),
    consumedWh: row.consumedWh,
    quality: row.quality,
    readingsRoot: toHex(row.readingsRoot),
    readingsCount: row.readingsCount,
    hash: row.hash && toHex(row.hash),
    txHash: row.txHash,
  }
}

/** The reading as its meter sent it, so that its signature can be checked. */
function toReading(system: number, row: ReadingRow) {
  const json = readingJson({
    system,
    meter: row.meter_id,
    epoch: row.epoch,
    seq: row.seq,
    at: row.at,
    generatedWh: row.generated_wh,
    consumedWh: row.consumed_wh,
    exportedWh: row.exported_wh,
    signature: new Uint8Array(row.signature),
    ...(row.power_w === null ? {} : { powerW: row.power_w }),
  })
  return {
    ...(json as Static<ReturnType<typeof Type.Object<typeof readingFields>>>),
    receivedAt: formatUtcSeconds(row.received_at),
  }
}

/** `/v1/systems/{id}/readings` and `/statements`. */
export const systemEnergyRoutes =
  ({ database }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/:id/readings',
      {
        schema: {
          operationId: 'listReadings',
          tags: ['systems'],
          summary: 'Every reading taken, as it was signed',
          description: 'In order of meter, epoch and number; `order=desc` begins with the newest of the last meter.',
          params: SystemParams,
          querystring: ReadingsQuery,
          response: {
            200: Type.Object({ systemId, modelled: Modelled, ...pageOf(StoredReading) }),
            ...problemResponses,
          },
        },
      },
      async ({ params: { id }, query: { cursor, limit, order, meter, from, to } }) => {
        const system = await systemFacts(database, id)
        const list = `readings:${id}:${order}`
        const key = cursor === undefined ? null : decodeCursor(list, cursor, [MAX_INT4, MAX_INT8, MAX_INT4, MAX_INT8])
        const rows = await readingsPage(database, {
          meters: meter === undefined ? system.meters : system.meters.filter((one) => one === meter),
          from: momentOf('from', from) ?? 0n,
          to: momentOf('to', to) ?? MAX_INT8,
          order,
          after: key && positionOf(key),
          limit: limit + 1,
        })
        return {
          systemId: id,
          modelled: system.modelled,
          ...toPage(
            list,
            rows,
            limit,
            (row) => [row.meter_id, row.at, row.epoch, row.seq],
            (row) => toReading(id, row),
          ),
        }
      },
    )

    app.get(
      '/:id/statements',
      {
        schema: {
          operationId: 'listStatements',
          tags: ['systems'],
          summary: 'What was measured, interval by interval',
          params: SystemParams,
          querystring: Type.Object(listQuery, { additionalProperties: false }),
          response: { 200: Type.Object({ systemId, modelled: Modelled, ...pageOf(Statement) }), ...problemResponses },
        },
      },
      async ({ params: { id }, query: { cursor, limit, order } }) => {
        const system = await systemOf(database, id)
        const list = `statements:${id}:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT4])
        const rows = await database.prisma.statement.findMany({
          where: {
            systemId: id,
            ...(after === undefined ? {} : { index: { [order === 'asc' ? 'gt' : 'lt']: Number(after) } }),
          },
          orderBy: { index: order },
          take: limit + 1,
        })
        return {
          systemId: id,
          modelled: system.modelled,
          ...toPage(list, rows, limit, (row) => [row.index], toStatement),
        }
      },
    )
  }

const positionOf = ([meter = 0n, at = 0n, epoch = 0n, seq = 0n]: readonly bigint[]): ReadingPosition => ({
  meter: Number(meter),
  at,
  epoch: Number(epoch),
  seq,
})
