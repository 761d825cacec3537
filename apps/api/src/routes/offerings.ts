import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import type { Offering as OfferingRow, Prisma } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeCursor, MAX_INT4 } from '../cursor.ts'
import { offeringOf } from '../lookup.ts'
import { ContractTerms, createTermsReader } from '../offerings/terms.ts'
import { scheduleOf } from '../project-schedule.ts'
import { OfferingParams, offeringId, systemId } from '../schemas/ids.ts'
import { escapeLike, listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, Bps, Modelled, nullable, Stroops, Timestamp } from '../schemas/units.ts'

export const STATES = [
  'Draft',
  'Funding',
  'Refunding',
  'Building',
  'Unwinding',
  'Live',
  'Defaulted',
  'Matured',
  'Closed',
] as const

const summary = {
  id: offeringId,
  name: Type.String(),
  contractId: Address('The offering contract.'),
  bondAsset: Type.String({
    description: 'The bond as CODE:ISSUER. One bond (10,000,000 stroops) is one unit of principal.',
  }),
  settlementAsset: Type.String({ description: 'The stablecoin it is sold and paid in, as CODE:ISSUER.' }),
  systemId,
  systemName: nullable(Type.String()),
  modelled: Modelled,
  kind: Type.String({ description: 'Bond, Equity or Donation.' }),
  state: Type.String({ description: `The state of the contract: ${STATES.join(', ')}.` }),
  terms: Type.Unknown({
    description: 'The terms as issued. Amounts in them are decimal strings of stroops, rates basis points.',
  }),
  contractTerms: nullable(ContractTerms),
  soldStroops: Stroops('Bonds sold so far, of `contractTerms.capStroops`.'),
  outstandingStroops: Stroops('Bonds outstanding: sold, and not redeemed or refunded.'),
  holdersCount: Type.Integer({ description: 'Addresses that hold it now.' }),
  maturesAt: nullable(Timestamp('When the last coupon is due, and the principal at the latest.')),
  callDate: nullable(Timestamp('When it is repaid early, once a call was announced.')),
  tenderContract: nullable(Address('The contract that tenders the works.')),
  createdAt: Timestamp('When it was launched.'),
} as const

const OfferingSummary = Type.Object(summary)

const Offering = Type.Object({
  ...summary,
  roles: Type.Record(Type.String(), Type.String(), {
    description: 'Addresses by office: issuer, trustee, compliance, operator, works.',
  }),
  buckets: Type.Record(Type.String(), Stroops('What the bucket holds.'), {
    description: 'What the escrow holds, by purpose; `credit:0` is the credit of party 0.',
  }),
  parties: Type.Array(
    Type.Object({
      index: Type.Integer(),
      name: Type.String(),
      portionBps: Bps('The portion of the system that it is to own.'),
      ownedBps: Bps('What of the system it owns so far.'),
    }),
    { description: 'Who comes to own the system.' },
  ),
})

type SystemFacts = { readonly name: string; readonly modelled: boolean }

/** `/v1/offerings` and `/v1/offerings/{id}`. */
export const offeringRoutes =
  ({ database, ledger }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const termsOf = createTermsReader(ledger?.chain)

    async function summaries(rows: readonly OfferingRow[]): Promise<Static<typeof OfferingSummary>[]> {
      const [systems, holders, schedules, terms] = await Promise.all([
        database.prisma.system.findMany({ where: { id: { in: rows.map((row) => row.systemId) } } }),
        database.pool.query<{ asset: string; count: number }>(
          'select asset, count(distinct holder)::int4 as count from holding where asset = any($1) and stroops > 0 group by asset',
          [rows.map((row) => row.bondAsset)],
        ),
        Promise.all(rows.map((row) => scheduleOf(database, row.id))),
        Promise.all(rows.map((row) => termsOf(row))),
      ])
      const systemById = new Map<number, SystemFacts>(systems.map((system) => [system.id, system]))
      const holdersOf = new Map(holders.rows.map(({ asset, count }) => [asset, count]))
      return rows.map((row, index) => {
        const system = systemById.get(row.systemId)
        const matures = schedules[index]?.periods.at(-1)?.pay
        return {
          id: row.id,
          name: row.name === '' ? (system?.name ?? `Offering ${row.id}`) : row.name,
          contractId: row.contractId,
          bondAsset: row.bondAsset,
          settlementAsset: row.settlementAsset,
          systemId: row.systemId,
          systemName: system?.name ?? null,
          modelled: system?.modelled ?? false,
          kind: row.kind,
          state: row.state,
          terms: row.terms,
          contractTerms: terms[index] ?? null,
          soldStroops: row.mintedStroops.toString(),
          outstandingStroops: row.outstandingStroops.toString(),
          holdersCount: holdersOf.get(row.bondAsset) ?? 0,
          maturesAt: matures === undefined ? null : formatUtcSeconds(matures),
          callDate: row.callDate === null ? null : formatUtcSeconds(row.callDate),
          tenderContract: row.tenderContract,
          createdAt: formatUtcSeconds(row.createdAt),
        }
      })
    }

    app.get(
      '/',
      {
        schema: {
          operationId: 'listOfferings',
          tags: ['offerings'],
          summary: 'All offerings',
          querystring: Type.Object(
            {
              ...listQuery,
              state: Type.Optional(
                Type.Unsafe<(typeof STATES)[number]>({
                  type: 'string',
                  enum: [...STATES],
                  description: 'In this state only.',
                }),
              ),
              kind: Type.Optional(
                Type.Unsafe<'Bond' | 'Equity' | 'Donation'>({
                  type: 'string',
                  enum: ['Bond', 'Equity', 'Donation'],
                  description: 'Of this kind only.',
                }),
              ),
              q: Type.Optional(
                Type.String({
                  minLength: 1,
                  maxLength: 100,
                  description: "Part of its name, its system's, or its code; or its contract.",
                }),
              ),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(OfferingSummary)), ...problemResponses },
        },
      },
      async ({ query: { cursor, limit, order, state, kind, q } }) => {
        const list = `offerings:${order}`
        const [after] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT4])
        const rows = await database.prisma.offering.findMany({
          where: {
            ...(after === undefined ? {} : { id: { [order === 'asc' ? 'gt' : 'lt']: Number(after) } }),
            ...(state === undefined ? {} : { state }),
            ...(kind === undefined ? {} : { kind }),
            ...(q === undefined ? {} : { OR: await matching(q) }),
          },
          orderBy: { id: order },
          take: limit + 1,
        })
        const page = toPage(
          list,
          rows,
          limit,
          (row) => [row.id],
          (row) => row,
        )
        return { data: await summaries(page.data), nextCursor: page.nextCursor }
      },
    )

    async function matching(q: string): Promise<Prisma.OfferingWhereInput[]> {
      const text = escapeLike(q)
      const contains = { contains: text, mode: 'insensitive' as const }
      const systems = await database.prisma.system.findMany({
        where: { name: contains },
        select: { id: true },
        take: 1_000,
      })
      return [
        { name: contains },
        { bondAsset: { startsWith: text, mode: 'insensitive' } },
        { contractId: q },
        { systemId: { in: systems.map(({ id }) => id) } },
      ]
    }

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
      async ({ params }): Promise<Static<typeof Offering>> => {
        const row = await offeringOf(database, params.id)
        const [[found], buckets, parties] = await Promise.all([
          summaries([row]),
          database.prisma.bucket.findMany({ where: { offeringId: row.id }, orderBy: { name: 'asc' } }),
          database.prisma.party.findMany({ where: { systemId: row.systemId }, orderBy: { index: 'asc' } }),
        ])
        if (!found) throw new Error(`offering ${row.id} has no summary`)
        return {
          ...found,
          roles: (row.roles ?? {}) as Record<string, string>,
          buckets: Object.fromEntries(buckets.map(({ name, stroops }) => [name, stroops.toString()])),
          parties: parties.map(({ index, name, portionBps, ownedBps }) => ({ index, name, portionBps, ownedBps })),
        }
      },
    )
  }
