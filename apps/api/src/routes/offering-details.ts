import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { type Asset, orderBook, tokenOf } from '@heliobond/chain'
import { formatUtcSeconds, sum } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeTextCursor, INTEGER } from '../cursor.ts'
import { offeringOf } from '../lookup.ts'
import { eligibilityOf } from '../offerings/eligibility.ts'
import { createTermsReader } from '../offerings/terms.ts'
import { OfferingParams, offeringId } from '../schemas/ids.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, Bps, Hash, nullable, Stroops, Timestamp, TxHash } from '../schemas/units.ts'

const Holder = Type.Object({
  holder: Address('Who holds it; the balance or the pool itself where its owner is not known.'),
  place: Type.String({ description: 'account, contract, claimable or pool.' }),
  placeId: nullable(Type.String({ description: 'Of the claimable balance or the pool.' })),
  bondStroops: Stroops('Bonds.'),
  offeredStroops: Stroops('What of them lies in offers.'),
  shareBps: Bps('Of all that is outstanding.'),
})

const HOLDER_KEY = [INTEGER, /^[A-Z2-7]{20,100}$/, /^[a-z]{1,20}$/, /^[\w:-]{0,100}$/]

const Bucket = Type.Object({
  name: Type.String({
    description:
      'construction, operations, coupon, reserve, renewal, principal, redemption, coupons_unclaimed, export_credit, deposits, or credit:N of party N.',
  }),
  stroops: Stroops('What it holds.'),
})

const TimelineEntry = Type.Object({
  at: Timestamp('When its ledger closed.'),
  name: Type.String({ description: 'The event of the contract: Launched, Invested, CouponFunded and so on.' }),
  state: nullable(Type.String({ description: 'The state of the offering from then on, where it changed it.' })),
  data: Type.Record(Type.String(), Type.Unknown(), { description: "The event's fields: numbers as decimal strings." }),
  txHash: TxHash('That holds it.'),
  ledger: Type.Integer(),
})

const DocumentEntry = Type.Object({
  hash: Hash('SHA-256 of its bytes; GET /v1/documents/{hash} has them.'),
  name: Type.String(),
  kind: Type.String({ description: 'official-statement, tender, milestone, evidence, report or other.' }),
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
  createdAt: Timestamp('When it was kept.'),
  inTerms: Type.Boolean({ description: "Whether its hash is the one in the contract's terms." }),
})

const Level = Type.Object({
  priceN: Type.Integer(),
  priceD: Type.Integer({ description: 'Price: priceN stroops of the stablecoin for priceD stroops of the bond.' }),
  bondStroops: Stroops('Bonds at this price.'),
})

const Trade = Type.Object({
  at: Timestamp('When its ledger closed.'),
  seller: Address('Who sold.'),
  buyer: Address('Who bought.'),
  bondStroops: Stroops('Bonds.'),
  paidAsset: Type.String(),
  paidStroops: Stroops('What was paid for them.'),
  txHash: TxHash('That holds it.'),
  ledger: Type.Integer(),
})

const PLACE_KEY = [INTEGER, INTEGER, /^[0-9a-f]{1,64}$/, INTEGER, INTEGER]

/** `/v1/offerings/{id}/{eligibility,holders,buckets,timeline,documents,orderbook,trades}`. */
export const offeringDetailRoutes =
  (options: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { database, ledger } = options
    const termsOf = createTermsReader(ledger?.chain)

    app.get(
      '/:id/holders',
      {
        schema: {
          operationId: 'listHolders',
          tags: ['offerings'],
          summary: 'Who holds the bond now, and where',
          description:
            'The largest first. Anyone can rebuild it from the asset’s events: trustlines, contracts, claimable balances, pools.',
          params: OfferingParams,
          querystring: Type.Object(listQuery, { additionalProperties: false }),
          response: {
            200: Type.Object({ offeringId, outstandingStroops: Stroops('All of it.'), ...pageOf(Holder) }),
            ...problemResponses,
          },
        },
      },
      async ({ params: { id }, query: { cursor, limit, order } }) => {
        const { bondAsset, outstandingStroops } = await offeringOf(database, id)
        const list = `holders:${id}:${order}`
        const [stroops, holder, place, placeId] = cursor === undefined ? [] : decodeTextCursor(list, cursor, HOLDER_KEY)
        // `asc` is the order of the list as it is told: the largest first.
        const [compare, direction] = order === 'asc' ? ['<', 'desc'] : ['>', 'asc']
        const { rows } = await database.pool.query<{
          holder: string
          place: string
          place_id: string
          stroops: bigint
          offered_stroops: bigint
        }>(
          `select holder, place, place_id, stroops, offered_stroops from holding where asset = $1 and stroops > 0
             and ($2::int8 is null or (stroops, holder, place, place_id) ${compare} ($2, $3, $4, $5))
           order by stroops ${direction}, holder ${direction}, place ${direction}, place_id ${direction} limit $6`,
          [bondAsset, stroops ?? null, holder ?? '', place ?? '', placeId ?? '', limit + 1],
        )
        return {
          offeringId: id,
          outstandingStroops: outstandingStroops.toString(),
          ...toPage(
            list,
            rows,
            limit,
            (row) => [row.stroops, row.holder, row.place, row.place_id],
            (row): Static<typeof Holder> => ({
              holder: row.holder,
              place: row.place,
              placeId: row.place_id === '' ? null : row.place_id,
              bondStroops: row.stroops.toString(),
              offeredStroops: row.offered_stroops.toString(),
              shareBps: outstandingStroops > 0n ? Number((row.stroops * 10_000n) / outstandingStroops) : 0,
            }),
          ),
        }
      },
    )

    app.get(
      '/:id/buckets',
      {
        schema: {
          operationId: 'getBuckets',
          tags: ['offerings'],
          summary: 'What the escrow holds, by purpose, and what the network says that it holds',
          params: OfferingParams,
          response: {
            200: Type.Object({
              offeringId,
              buckets: Type.Array(Bucket),
              totalStroops: Stroops('All buckets together.'),
              heldStroops: nullable(
                Stroops(
                  "What the escrow's balance of the stablecoin is on the ledger; null when the network was not asked.",
                ),
              ),
              ledger: nullable(Type.Integer({ description: 'The newest event that the buckets show.' })),
            }),
            ...problemResponses,
          },
        },
      },
      async ({ params: { id } }) => {
        const offering = await offeringOf(database, id)
        const rows = await database.prisma.bucket.findMany({ where: { offeringId: id }, orderBy: { name: 'asc' } })
        const held = ledger
          ? await tokenOf(offering.settlementAsset as Asset, ledger.chain).balance(offering.contractId)
          : null
        return {
          offeringId: id,
          buckets: rows.map(({ name, stroops }) => ({ name, stroops: stroops.toString() })),
          totalStroops: sum(rows.map(({ stroops }) => stroops)).toString(),
          heldStroops: held === null ? null : held.toString(),
          ledger: rows.length === 0 ? null : Math.max(...rows.map((row) => row.ledger)),
        }
      },
    )

    app.get(
      '/:id/timeline',
      {
        schema: {
          operationId: 'listTimeline',
          tags: ['offerings'],
          summary: 'What the offering’s contract said, event by event',
          params: OfferingParams,
          querystring: Type.Object(
            {
              ...listQuery,
              states: Type.Optional(Type.Boolean({ description: 'Only what changed the state.' })),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Object({ offeringId, ...pageOf(TimelineEntry) }), ...problemResponses },
        },
      },
      async ({ params: { id }, query: { cursor, limit, order, states } }) => {
        await offeringOf(database, id)
        const list = `timeline:${id}:${order}`
        const key = cursor === undefined ? [] : decodeTextCursor(list, cursor, PLACE_KEY)
        const compare = order === 'asc' ? '>' : '<'
        const { rows } = await database.pool.query<{
          at: bigint
          name: string
          state: string | null
          data: Record<string, unknown>
          tx_hash: string
          ledger: number
          application_order: number
          operation_index: number
          event_index: number
        }>(
          `select at, name, state, data, tx_hash, ledger, application_order, operation_index, event_index from offering_event
           where offering_id = $1 and ($2::int4 is null or
             (ledger, application_order, tx_hash, operation_index, event_index) ${compare} ($2, $3, $4, $5, $6)) ${states ? 'and state is not null' : ''}
           order by ledger ${order}, application_order ${order}, tx_hash ${order}, operation_index ${order}, event_index ${order} limit $7`,
          [id, key[0] ?? null, key[1] ?? 0, key[2] ?? '', key[3] ?? 0, key[4] ?? 0, limit + 1],
        )
        return {
          offeringId: id,
          ...toPage(
            list,
            rows,
            limit,
            (row) => [row.ledger, row.application_order, row.tx_hash, row.operation_index, row.event_index],
            (row): Static<typeof TimelineEntry> => ({
              at: formatUtcSeconds(row.at),
              name: row.name,
              state: row.state,
              data: row.data,
              txHash: row.tx_hash,
              ledger: row.ledger,
            }),
          ),
        }
      },
    )

    app.get(
      '/:id/documents',
      {
        schema: {
          operationId: 'listOfferingDocuments',
          tags: ['offerings'],
          summary: 'Its documents, by their hashes',
          params: OfferingParams,
          response: {
            200: Type.Object({
              offeringId,
              documentsHash: nullable(Hash("The hash in the contract's terms.")),
              data: Type.Array(DocumentEntry),
            }),
            ...problemResponses,
          },
        },
      },
      async ({ params: { id } }) => {
        const offering = await offeringOf(database, id)
        const [terms, rows] = await Promise.all([
          termsOf(offering),
          database.prisma.document.findMany({
            where: { offeringId: id },
            orderBy: [{ createdAt: 'asc' }, { hash: 'asc' }],
            omit: { bytes: true },
            take: 500,
          }),
        ])
        return {
          offeringId: id,
          documentsHash: terms?.documentsHash ?? null,
          data: rows.map((row) => ({
            hash: row.hash,
            name: row.name,
            kind: row.kind,
            mediaType: row.mediaType,
            sizeBytes: row.sizeBytes,
            createdAt: formatUtcSeconds(row.createdAt),
            inTerms: row.hash === terms?.documentsHash,
          })),
        }
      },
    )

    app.get(
      '/:id/trades',
      {
        schema: {
          operationId: 'listTrades',
          tags: ['offerings'],
          summary: 'What the bond was traded for',
          params: OfferingParams,
          querystring: Type.Object(listQuery, { additionalProperties: false }),
          response: { 200: Type.Object({ offeringId, ...pageOf(Trade) }), ...problemResponses },
        },
      },
      async ({ params: { id }, query: { cursor, limit, order } }) => {
        await offeringOf(database, id)
        const list = `trades:${id}:${order}`
        const key =
          cursor === undefined ? [] : decodeTextCursor(list, cursor, [INTEGER, /^[0-9a-f]{1,64}$/, INTEGER, INTEGER])
        const compare = order === 'asc' ? '>' : '<'
        const { rows } = await database.pool.query<{
          at: bigint
          seller: string
          buyer: string
          bond_stroops: bigint
          paid_asset: string
          paid_stroops: bigint
          tx_hash: string
          operation_index: number
          index: number
          ledger: number
        }>(
          `select at, seller, buyer, bond_stroops, paid_asset, paid_stroops, tx_hash, operation_index, index, ledger from bond_trade
           where offering_id = $1 and ($2::int4 is null or (ledger, tx_hash, operation_index, index) ${compare} ($2, $3, $4, $5))
           order by ledger ${order}, tx_hash ${order}, operation_index ${order}, index ${order} limit $6`,
          [id, key[0] ?? null, key[1] ?? '', key[2] ?? 0, key[3] ?? 0, limit + 1],
        )
        return {
          offeringId: id,
          ...toPage(
            list,
            rows,
            limit,
            (row) => [row.ledger, row.tx_hash, row.operation_index, row.index],
            (row): Static<typeof Trade> => ({
              at: formatUtcSeconds(row.at),
              seller: row.seller,
              buyer: row.buyer,
              bondStroops: row.bond_stroops.toString(),
              paidAsset: row.paid_asset,
              paidStroops: row.paid_stroops.toString(),
              txHash: row.tx_hash,
              ledger: row.ledger,
            }),
          ),
        }
      },
    )

    if (!ledger) return
    const { chain } = ledger

    app.get(
      '/:id/eligibility',
      {
        schema: {
          operationId: 'getEligibility',
          tags: ['offerings'],
          summary: 'Whether an address may hold, buy or trade the bond, and why not',
          params: OfferingParams,
          querystring: Type.Object({ address: Address('Whose.') }, { additionalProperties: false }),
          response: {
            200: Type.Object({
              offeringId,
              address: Address('Whose.'),
              allowed: Type.Boolean({ description: 'On the allow-list of the compliance office.' }),
              canInvest: Type.Boolean({ description: 'Could buy from the offering now.' }),
              canTrade: Type.Boolean({ description: 'Its line is free: it can buy and sell on the order book.' }),
              reasons: Type.Array(
                Type.String({
                  description:
                    'Why not, stable: NOT_ALLOWED, NOT_ON_SALE, FUNDING_OVER, SOLD_OUT, TICKET_FULL, NO_LINE, LINE_NOT_FREE.',
                }),
              ),
              bondStroops: Stroops('Bonds that it holds on its line.'),
              boughtStroops: Stroops('Bonds that it bought from the offering.'),
              mostStroops: Stroops('Most bonds that it could buy from the offering now.'),
              conditions: Type.String({ description: 'Who may hold it, in words.' }),
            }),
            ...problemResponses,
          },
        },
      },
      async ({ params: { id }, query: { address } }) => {
        const offering = await offeringOf(database, id)
        return { offeringId: id, address, ...(await eligibilityOf(chain, offering, address, await termsOf(offering))) }
      },
    )

    app.get(
      '/:id/orderbook',
      {
        schema: {
          operationId: 'getOrderBook',
          tags: ['offerings'],
          summary: 'What is offered and bid for the bond on the network’s order book',
          params: OfferingParams,
          response: {
            200: Type.Object({
              offeringId,
              bondAsset: Type.String(),
              settlementAsset: Type.String(),
              listed: Type.Boolean({
                description: 'False where the network has no Horizon, which alone lists offers.',
              }),
              asks: Type.Array(Level, { description: 'Who sells bonds; the lowest price first.' }),
              bids: Type.Array(Level, { description: 'Who buys bonds; the highest price first.' }),
            }),
            ...problemResponses,
          },
        },
      },
      async ({ params: { id } }) => {
        const { bondAsset, settlementAsset } = await offeringOf(database, id)
        const book = await orderBook(chain, { base: bondAsset as Asset, counter: settlementAsset as Asset, levels: 50 })
        const level = ({ price, baseStroops }: { price: { n: number; d: number }; baseStroops: bigint }) => ({
          priceN: price.n,
          priceD: price.d,
          bondStroops: baseStroops.toString(),
        })
        return {
          offeringId: id,
          bondAsset,
          settlementAsset,
          listed: book !== undefined,
          asks: (book?.asks ?? []).map(level),
          bids: (book?.bids ?? []).map(level),
        }
      },
    )
  }
