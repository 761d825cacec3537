import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { Offering as OfferingRow } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeCursor, MAX_INT4 } from '../cursor.ts'
import { offeringOf } from '../lookup.ts'
import { OfferingParams, offeringId, systemId } from '../schemas/ids.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, Modelled, nullable, Timestamp } from '../schemas/units.ts'

const Offering = Type.Object({
  id: offeringId,
  contractId: Address('The offering contract.'),
  bondAsset: Type.String({
    description: 'The bond as CODE:ISSUER. One bond (10,000,000 stroops) is one unit of principal.',
  }),
  settlementAsset: Type.String({ description: 'The stablecoin it is sold and paid in, as CODE:ISSUER.' }),
  systemId,
  systemName: nullable(Type.String()),
  modelled: Modelled,
  state: Type.String({
    description: 'Draft, Funding, Refunding, Building, Live, Matured or Closed: the state of the contract.',
  }),
  terms: Type.Unknown({
    description: 'The terms as issued. Amounts in them are decimal strings of stroops, rates basis points.',
  }),
  callDate: nullable(Timestamp('When it is repaid early, once a call was announced.')),
  createdAt: Timestamp('When it was launched.'),
})

type SystemFacts = { readonly name: string; readonly modelled: boolean }

function toOffering(row: OfferingRow, system: SystemFacts | undefined): Static<typeof Offering> {
  return {
    id: row.id,
    contractId: row.contractId,
    bondAsset: row.bondAsset,
    settlementAsset: row.settlementAsset,
    systemId: row.systemId,
    systemName: system?.name ?? null,
    modelled: system?.modelled ?? false,
    state: row.state,
    terms: row.terms,
    callDate: row.callDate === null ? null : formatUtcSeconds(row.callDate),
    createdAt: formatUtcSeconds(row.createdAt),
  }
}

/** `/v1/offerings` and `/v1/offerings/{id}`. */
export const offeringRoutes =
  ({ database }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    async function systemsOf(rows: readonly OfferingRow[]): Promise<Map<number, SystemFacts>> {
      const systems = await database.prisma.system.findMany({ where: { id: { in: rows.map((row) => row.systemId) } } })
      return new Map(systems.map((system) => [system.id, system]))
    }

    app.get(
      '/',
      {
        schema: {
          operationId: 'listOfferings',
          tags: ['offerings'],
          summary: 'All offerings',
          querystring: Type.Object(listQuery, { additionalProperties: false }),
          response: { 200: Type.Object(pageOf(Offering)), ...problemResponses },
        },
      },
      async ({ query: { cursor, limit, order } }) => {
        const list = `offerings:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT4])
        const rows = await database.prisma.offering.findMany({
          where: after === undefined ? {} : { id: { [order === 'asc' ? 'gt' : 'lt']: Number(after) } },
          orderBy: { id: order },
          take: limit + 1,
        })
        const systems = await systemsOf(rows)
        return toPage(
          list,
          rows,
          limit,
          (row) => [row.id],
          (row) => toOffering(row, systems.get(row.systemId)),
        )
      },
    )

    app.get(
      '/:id',
      {
        schema: {
          operationId: 'getOffering',
          tags: ['offerings'],
          summary: 'One offering',
          params: OfferingParams,
          response: { 200: Offering, ...problemResponses },
        },
      },
      async ({ params }) => {
        const row = await offeringOf(database, params.id)
        return toOffering(row, (await systemsOf([row])).get(row.systemId))
      },
    )
  }
