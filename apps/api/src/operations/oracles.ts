import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { withRole } from '../identity/sessions.ts'
import { systemId } from '../schemas/ids.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, nullable, Stroops, Timestamp, Watts } from '../schemas/units.ts'
import { byParty, placeOf } from './by-party.ts'

const security = [{ token: [] }]
const Age = (description: string) =>
  Type.String({ pattern: '^[0-9]+$', description: `${description} In seconds, by the network's clock.` })

const Oracles = Type.Object({
  at: Timestamp('Of the latest ledger.'),
  energy: Type.Array(
    Type.Object({
      oracle: Address('Of the oracle.'),
      lastAt: Timestamp('When it last looked at a statement.'),
      ageSeconds: Age('How long ago that was.'),
      agrees: Type.Integer({ description: 'Statements of the last thousand that it found right.' }),
      differs: Type.Integer({ description: 'Statements of the last thousand that it found otherwise.' }),
      cannotSay: Type.Integer({ description: 'Statements of the last thousand that it could not judge.' }),
    }),
    { description: 'Who looks at statements, from the last thousand looks.' },
  ),
  tariffs: Type.Array(
    Type.Object({
      contractId: Address('The tariff contract.'),
      symbol: Type.String({ description: "The utility's." }),
      priceStroopsPerKwh: Stroops('In force now, or the last that was.'),
      effectiveAt: Timestamp('Since when.'),
      saidAt: Timestamp('When it was last said to the contract.'),
      ageSeconds: Age('How long ago that was.'),
      feeder: Address('Who said it.'),
      next: nullable(
        Type.Object({
          priceStroopsPerKwh: Stroops('Announced.'),
          effectiveAt: Timestamp('From when on.'),
        }),
      ),
    }),
    { description: 'Prices, by contract and symbol.' },
  ),
})

const LADDER = ['Current', 'Grace', 'Breach', 'Default'] as const

const Rung = Type.Object({
  systemId,
  partyIndex: Type.Integer(),
  partyName: Type.String(),
  owner: Address('Of the portion.'),
  state: Type.Unsafe<(typeof LADDER)[number]>({
    type: 'string',
    enum: [...LADDER],
    description: 'How far it is behind.',
  }),
  arrearsStroops: Stroops('Open past the due time.'),
  since: nullable(Timestamp('Since when the state holds; null when it is Current.')),
  nextAt: nullable(Timestamp('When the next state begins if nothing is paid.')),
  suspended: Type.Boolean({ description: 'Whether force majeure makes the clocks stand still.' }),
  mode: Type.String({ description: 'What its energy is used for: Normal, SellToGrid, Shed or Island.' }),
  criticalFloorW: Watts('Loads that are fed in every mode.'),
  steppedIn: Type.Boolean({ description: "Whether the bondholders' trustee stands in for it." }),
  readAt: Timestamp('When the contract was asked.'),
})

interface TariffRow {
  contract_id: string
  symbol: string
  price_stroops: bigint
  effective_at: bigint
  at: bigint
  feeder: string
  next_price: bigint | null
  next_at: bigint | null
}

/** `$1`: the network's time. What is in force is the latest price that has begun; of prices for the same moment the one that was said last. */
const TARIFFS = `
  select k.contract_id, k.symbol, p.price_stroops, p.effective_at, p.at, p.feeder, n.price_stroops as next_price, n.effective_at as next_at
  from (select distinct contract_id, symbol from tariff_price) k
  cross join lateral (select * from tariff_price t where t.contract_id = k.contract_id and t.symbol = k.symbol and t.effective_at <= $1
    order by t.effective_at desc, t.ledger desc limit 1) p
  left join lateral (select * from tariff_price t where t.contract_id = k.contract_id and t.symbol = k.symbol and t.effective_at > $1
    order by t.effective_at, t.ledger desc limit 1) n on true
  order by k.contract_id, k.symbol`

const VOTES = `
  select oracle, max(at) as at, count(*) filter (where verdict = 'agrees') as agrees, count(*) filter (where verdict = 'differs') as differs,
    count(*) filter (where verdict = 'cannot-say') as cannot_say
  from (select * from statement_vote order by at desc limit 1000) v group by oracle order by oracle`

/** `/v1/operations/{oracles,ladder}`: who says what energy and prices were, and who is behind with paying. */
export const operationOracleRoutes =
  ({ database, chain }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const mayRead = withRole(database, 'operator', 'auditor')

    app.get(
      '/oracles',
      {
        preHandler: mayRead,
        schema: {
          operationId: 'getOracles',
          tags: ['operations'],
          summary: 'Energy oracles and tariffs: who spoke last, and when',
          security,
          response: { 200: Oracles, ...problemResponses },
        },
      },
      async (): Promise<Static<typeof Oracles>> => {
        const now = await chain.now()
        const age = (at: bigint) => String(now > at ? now - at : 0n)
        const [votes, tariffs] = await Promise.all([
          database.pool.query<{ oracle: string; at: bigint; agrees: bigint; differs: bigint; cannot_say: bigint }>(
            VOTES,
          ),
          database.pool.query<TariffRow>(TARIFFS, [now]),
        ])
        return {
          at: formatUtcSeconds(now),
          energy: votes.rows.map((row) => ({
            oracle: row.oracle,
            lastAt: formatUtcSeconds(BigInt(row.at)),
            ageSeconds: age(BigInt(row.at)),
            agrees: Number(row.agrees),
            differs: Number(row.differs),
            cannotSay: Number(row.cannot_say),
          })),
          tariffs: tariffs.rows.map((row) => ({
            contractId: row.contract_id,
            symbol: row.symbol,
            priceStroopsPerKwh: String(row.price_stroops),
            effectiveAt: formatUtcSeconds(BigInt(row.effective_at)),
            saidAt: formatUtcSeconds(BigInt(row.at)),
            ageSeconds: age(BigInt(row.at)),
            feeder: row.feeder,
            next:
              row.next_price === null || row.next_at === null
                ? null
                : {
                    priceStroopsPerKwh: String(row.next_price),
                    effectiveAt: formatUtcSeconds(BigInt(row.next_at)),
                  },
          })),
        }
      },
    )

    app.get(
      '/ladder',
      {
        preHandler: mayRead,
        schema: {
          operationId: 'listLadder',
          tags: ['operations'],
          summary: 'Where every party stands with its bills',
          security,
          querystring: Type.Object(
            {
              ...listQuery,
              state: Type.Optional(
                Type.Unsafe<(typeof LADDER)[number]>({
                  type: 'string',
                  enum: [...LADDER],
                  description: 'In this state only.',
                }),
              ),
              system: Type.Optional(systemId),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object(pageOf(Rung)), ...problemResponses },
        },
      },
      async ({ query: { cursor, limit, order, state, system } }) => {
        const list = `ladder:${order}`
        const { behind, orderBy } = byParty(list, order, cursor)
        const rows = await database.prisma.partyStanding.findMany({
          where: {
            ...(state === undefined ? {} : { state }),
            ...(system === undefined ? {} : { systemId: system }),
            ...behind,
          },
          orderBy,
          take: limit + 1,
        })
        const parties = await database.prisma.party.findMany({
          where: { systemId: { in: rows.map((row) => row.systemId) } },
        })
        const byKey = new Map(parties.map((row) => [`${row.systemId}.${row.index}`, row]))
        return toPage(list, rows, limit, placeOf, (row): Static<typeof Rung> => {
          const known = byKey.get(`${row.systemId}.${row.partyIndex}`)
          const found = LADDER.find((one) => one === row.state)
          if (!known || !found) throw new Error(`party ${row.systemId}.${row.partyIndex} is ${row.state}`)
          return {
            systemId: row.systemId,
            partyIndex: row.partyIndex,
            partyName: known.name,
            owner: known.owner,
            state: found,
            arrearsStroops: row.arrearsStroops.toString(),
            since: row.sinceAt === null ? null : formatUtcSeconds(row.sinceAt),
            nextAt: row.nextAt === null ? null : formatUtcSeconds(row.nextAt),
            suspended: row.suspended,
            mode: row.mode,
            criticalFloorW: row.criticalFloorW.toString(),
            steppedIn: known.steppedIn,
            readAt: formatUtcSeconds(row.readAt),
          }
        })
      },
    )
  }
