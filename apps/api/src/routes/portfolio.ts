import { type FastifyPluginAsyncTypebox, type Static, Type } from '@fastify/type-provider-typebox'
import { type Asset, balances, type OfferState, offersOf, trustline } from '@heliobond/chain'
import { formatUtcSeconds, sum } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { decodeCursor, decodeTextCursor, INTEGER, MAX_INT4 } from '../cursor.ts'
import { sessionOf, signedIn } from '../identity/sessions.ts'
import { createTermsReader } from '../offerings/terms.ts'
import { HISTORY_KINDS, type HistoryKind, type HistoryLine, historyLines, wholeHistory } from '../portfolio/history.ts'
import { type HeldBond, holdingsOf } from '../portfolio/holdings.ts'
import { byOffering, lotsOf } from '../portfolio/lots.ts'
import { couponNumber, offeringId } from '../schemas/ids.ts'
import { moment, momentOf } from '../schemas/moment.ts'
import { listQuery, pageOf, toPage } from '../schemas/page.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Address, nullable, Stroops, Timestamp, TxHash } from '../schemas/units.ts'

const security = [{ token: [] }]

const Holding = Type.Object({
  offeringId,
  name: Type.String(),
  state: Type.String({ description: "The state of the offering's contract." }),
  kind: Type.String({ description: 'Bond, Equity or Donation.' }),
  bondAsset: Type.String(),
  settlementAsset: Type.String(),
  bondStroops: Stroops('Bonds held, wherever they are: line, claimable balances, pools.'),
  offeredStroops: Stroops('What of them lies in offers.'),
  costStroops: nullable(Stroops('What they cost, first in first out; null where part of them came without a price.')),
  accruedStroops: Stroops('Interest since the last payment date, by the network’s time.'),
  nextCoupon: nullable(
    Type.Object(
      {
        number: couponNumber,
        recordAt: Timestamp('Who holds the bond then gets it.'),
        payAt: Timestamp('When it is due.'),
        amountStroops: Stroops('What today’s holding would get.'),
      },
      { description: 'The next coupon whose record date has not passed.' },
    ),
  ),
  claimable: Type.Array(
    Type.Object({ coupon: couponNumber, amountStroops: Stroops('What can be claimed by hand now.') }),
    { description: 'Coupons that are funded and not paid out yet. They are pushed, too; nobody has to claim.' },
  ),
  couponsPaidStroops: Stroops('Coupons paid so far.'),
  redeemedStroops: Stroops('Principal paid so far.'),
  currentYieldBps: nullable(Type.Integer({ description: 'The coupon on what the bonds cost, in basis points.' })),
  yieldToMaturityBps: nullable(Type.Integer({ description: 'From today on what they cost, compounded twice a year.' })),
  maturesAt: nullable(Timestamp('When it ends, at the latest or by the call.')),
})

const Offer = Type.Object({
  offerId: Type.String({ description: "The network's number of the offer." }),
  offeringId,
  side: Type.Union([Type.Literal('sell'), Type.Literal('buy')]),
  bondStroops: Stroops('Bonds.'),
  priceN: Type.Integer(),
  priceD: Type.Integer({ description: 'priceN stroops of the stablecoin for priceD stroops of the bond.' }),
})

const Portfolio = Type.Object({
  address: Address('Whose.'),
  at: Timestamp('As of.'),
  holdings: Type.Array(Holding),
  offers: nullable(Type.Array(Offer, { description: 'On the order book; null where the network lists none.' })),
  balances: Type.Array(Type.Object({ asset: Type.String(), stroops: Stroops('What the wallet holds of it.') }), {
    description: 'Lumens, the stablecoins of its bonds, and certificates where there is a line for them.',
  }),
})

function toHolding(held: HeldBond): Static<typeof Holding> {
  const { offering, terms, nextCoupon } = held
  const matures = offering.callDate
  return {
    offeringId: offering.id,
    name: offering.name,
    state: offering.state,
    kind: terms?.kind ?? offering.kind,
    bondAsset: offering.bondAsset,
    settlementAsset: offering.settlementAsset,
    bondStroops: held.bondStroops.toString(),
    offeredStroops: held.offeredStroops.toString(),
    costStroops: held.costStroops?.toString() ?? null,
    accruedStroops: held.accruedStroops.toString(),
    nextCoupon: nextCoupon && {
      number: nextCoupon.number,
      recordAt: formatUtcSeconds(nextCoupon.period.record),
      payAt: formatUtcSeconds(nextCoupon.period.pay),
      amountStroops: nextCoupon.amountStroops.toString(),
    },
    claimable: held.claimable.map(({ coupon, amountStroops }) => ({ coupon, amountStroops: amountStroops.toString() })),
    couponsPaidStroops: held.couponsPaidStroops.toString(),
    redeemedStroops: held.redeemedStroops.toString(),
    currentYieldBps: held.currentYieldBps,
    yieldToMaturityBps: held.yieldToMaturityBps,
    maturesAt:
      matures !== null ? formatUtcSeconds(matures) : held.maturesAt === null ? null : formatUtcSeconds(held.maturesAt),
  }
}

/** An offer that has a bond of ours on one side and its stablecoin on the other. */
function toOffer(offer: OfferState, held: readonly HeldBond['offering'][]): Static<typeof Offer>[] {
  const sells = held.find((one) => one.bondAsset === offer.selling && one.settlementAsset === offer.buying)
  const buys = held.find((one) => one.bondAsset === offer.buying && one.settlementAsset === offer.selling)
  const of = sells ?? buys
  if (!of) return []
  const { n, d } = offer.price
  // The network keeps a bid as what it sells; in bonds that is over the inverse of its price.
  const bonds = sells ? offer.amountStroops : (offer.amountStroops * BigInt(n)) / BigInt(d)
  return [
    {
      offerId: offer.offerId.toString(),
      offeringId: of.id,
      side: sells ? 'sell' : 'buy',
      bondStroops: bonds.toString(),
      priceN: sells ? n : d,
      priceD: sells ? d : n,
    },
  ]
}

const Line = Type.Object({
  at: Timestamp('When its ledger closed.'),
  kind: Type.Unsafe<HistoryKind>({ type: 'string', enum: [...HISTORY_KINDS] }),
  offeringId,
  bondStroops: Stroops('Bonds that came (or went, below 0).'),
  moneyAsset: nullable(Type.String()),
  moneyStroops: Stroops('Money that came (or went, below 0).'),
  coupon: nullable(couponNumber),
  counterparty: nullable(Address('On the other side.')),
  txHash: TxHash('That holds it.'),
  ledger: Type.Integer(),
})

const toLine = (line: HistoryLine): Static<typeof Line> => ({
  at: formatUtcSeconds(line.at),
  kind: line.kind,
  offeringId: line.offering_id,
  bondStroops: line.bond_stroops.toString(),
  moneyAsset: line.money_asset,
  moneyStroops: line.money_stroops.toString(),
  coupon: line.coupon,
  counterparty: line.counterparty,
  txHash: line.tx_hash,
  ledger: line.ledger,
})

const Lot = Type.Object({
  offeringId,
  acquiredAt: Timestamp('When the bonds came.'),
  disposedAt: nullable(Timestamp('When they went; null while they are held.')),
  bondStroops: Stroops('Bonds.'),
  costStroops: nullable(Stroops('What they cost; null where no price is known.')),
  proceedsStroops: nullable(Stroops('What was got for them.')),
  gainStroops: nullable(Stroops('Proceeds less cost.')),
})

const filters = {
  offering: Type.Optional(offeringId),
  from: moment('At or after this.'),
  to: moment('Before this.'),
}

const HISTORY_KEY = [INTEGER, /^[0-9a-f]{1,64}$/, /^[a-z][0-9a-z]{0,20}$/]

/** `/v1/portfolio`: of who signed in. */
export const portfolioRoutes =
  ({ database, chain, ledger }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    const termsOf = createTermsReader(ledger?.chain)

    app.get(
      '/',
      {
        preHandler: signedIn,
        schema: {
          operationId: 'getPortfolio',
          tags: ['portfolio'],
          summary: 'What the signed-in address holds, has earned and can claim',
          security,
          response: { 200: Portfolio, ...problemResponses },
        },
      },
      async (request): Promise<Static<typeof Portfolio>> => {
        const { address } = sessionOf(request)
        const now = await chain.now()
        const held = await holdingsOf(database, address, now, termsOf)
        const all = ledger ? await database.prisma.offering.findMany() : []
        const offers = ledger ? await offersOf(ledger.chain, address) : undefined
        return {
          address,
          at: formatUtcSeconds(now),
          holdings: held.map(toHolding),
          offers: offers ? offers.flatMap((offer) => toOffer(offer, all)) : null,
          balances: ledger ? await balancesOf(address, all) : [],
        }
      },
    )

    async function balancesOf(address: string, offerings: readonly { settlementAsset: string }[]) {
      if (!ledger) return []
      const money: Asset[] = ['native', ...new Set(offerings.map((one) => one.settlementAsset as Asset))]
      const certified = await database.prisma.certificateAccount.findMany({
        select: { recAsset: true, carbonAsset: true },
      })
      const [held, lines] = await Promise.all([
        Promise.all(money.map((asset) => balances(ledger.chain, [address], asset))),
        // Certificates are told of where there is a line for them, money always.
        Promise.all(
          certified
            .flatMap(({ recAsset, carbonAsset }) => [recAsset as Asset, carbonAsset as Asset])
            .map(async (asset) => ({ asset, line: await trustline(ledger.chain, address, asset) })),
        ),
      ])
      return [
        ...money.map((asset, index) => ({ asset, stroops: (held[index]?.get(address) ?? 0n).toString() })),
        ...lines.flatMap(({ asset, line }) => (line ? [{ asset, stroops: line.balanceStroops.toString() }] : [])),
      ]
    }

    app.get(
      '/history',
      {
        preHandler: signedIn,
        schema: {
          operationId: 'listPortfolioHistory',
          tags: ['portfolio'],
          summary: 'Every purchase, sale, transfer, coupon and repayment of the signed-in address',
          security,
          querystring: Type.Object({ ...listQuery, ...filters }, { additionalProperties: false }),
          response: { 200: Type.Object(pageOf(Line)), ...problemResponses },
        },
      },
      async (request) => {
        const { address } = sessionOf(request)
        const { cursor, limit, order, offering, from, to } = request.query
        const list = `history:${address}:${order}`
        const [position = '0', txHash = '', part = ''] =
          cursor === undefined ? [] : decodeTextCursor(list, cursor, HISTORY_KEY)
        const rows = await historyLines(database, {
          address,
          offeringId: offering,
          from: momentOf('from', from),
          to: momentOf('to', to),
          order,
          after: cursor === undefined ? null : { ledger: Number(position), txHash, part },
          limit: limit + 1,
        })
        return toPage(list, rows, limit, (row) => [row.ledger, row.tx_hash, row.part], toLine)
      },
    )

    app.get(
      '/lots',
      {
        preHandler: signedIn,
        schema: {
          operationId: 'listTaxLots',
          tags: ['portfolio'],
          summary: 'Tax lots, first in first out: what was sold or repaid with its gain, and what is still held',
          description: 'Coupons are income and stand in the history. Ask a tax adviser which method is yours.',
          security,
          querystring: Type.Object({ ...listQuery, offering: filters.offering }, { additionalProperties: false }),
          response: { 200: Type.Object(pageOf(Lot)), ...problemResponses },
        },
      },
      async (request) => {
        const { address } = sessionOf(request)
        const { cursor, limit, order, offering } = request.query
        const list = `lots:${address}:${order}`
        const [after = -1n] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT4])
        const lines = await wholeHistory(database, { address, offeringId: offering })
        const rows = [...byOffering(lines)]
          .sort(([a], [b]) => a - b)
          .flatMap(([id, own]) => {
            const { open, closed } = lotsOf(own)
            const still = open.map((lot) => ({ ...lot, disposedAt: null, proceedsStroops: null, gainStroops: null }))
            return [...closed, ...still].map((lot) => ({ offeringId: id, ...lot }))
          })
          .map((lot, place) => ({ ...lot, place }))
        const sorted = order === 'asc' ? rows : rows.toReversed()
        const start = cursor === undefined ? 0 : sorted.findIndex(({ place }) => BigInt(place) === after) + 1
        return toPage(
          list,
          sorted.slice(start, start + limit + 1),
          limit,
          (row) => [row.place],
          (lot): Static<typeof Lot> => ({
            offeringId: lot.offeringId,
            acquiredAt: formatUtcSeconds(lot.acquiredAt),
            disposedAt: lot.disposedAt === null ? null : formatUtcSeconds(lot.disposedAt),
            bondStroops: lot.bondStroops.toString(),
            costStroops: lot.costStroops?.toString() ?? null,
            proceedsStroops: lot.proceedsStroops?.toString() ?? null,
            gainStroops: lot.gainStroops?.toString() ?? null,
          }),
        )
      },
    )

    app.get(
      '/statement',
      {
        preHandler: signedIn,
        schema: {
          operationId: 'getStatement',
          tags: ['portfolio'],
          summary: 'A statement of account for a span of time',
          description:
            'For each offering: bonds at the beginning, what came and went, bonds at the end. opening + changes = closing.',
          security,
          querystring: Type.Object({ from: moment('Beginning.'), to: moment('End.') }, { additionalProperties: false }),
          response: {
            200: Type.Object({
              address: Address('Whose.'),
              from: nullable(Timestamp('Beginning; null: the first line.')),
              to: Timestamp('End.'),
              offerings: Type.Array(
                Type.Object({
                  offeringId,
                  name: Type.String(),
                  settlementAsset: Type.String(),
                  openingBondStroops: Stroops('Bonds at the beginning.'),
                  closingBondStroops: Stroops('Bonds at the end.'),
                  investedStroops: Stroops('Money paid for bonds.'),
                  proceedsStroops: Stroops('Money got for bonds sold, and given back.'),
                  couponsStroops: Stroops('Coupons received.'),
                  redeemedStroops: Stroops('Principal received.'),
                  realizedGainStroops: nullable(
                    Stroops('Of bonds that went in the span, first in first out; null where a price is not known.'),
                  ),
                  lines: Type.Array(Line),
                }),
              ),
            }),
            ...problemResponses,
          },
        },
      },
      async (request) => {
        const { address } = sessionOf(request)
        const from = momentOf('from', request.query.from)
        const to = momentOf('to', request.query.to) ?? (await chain.now()) + 1n
        const lines = await wholeHistory(database, { address, to })
        const grouped = byOffering(lines)
        const offerings = await database.prisma.offering.findMany({
          where: { id: { in: [...grouped.keys()] } },
          orderBy: { id: 'asc' },
        })
        return {
          address,
          from: from === undefined ? null : formatUtcSeconds(from),
          to: formatUtcSeconds(to),
          offerings: offerings.map(({ id, name, settlementAsset }) => {
            const all = grouped.get(id) ?? []
            const within = all.filter((line) => line.at >= (from ?? 0n))
            const money = (...kinds: readonly HistoryKind[]) =>
              sum(within.filter(({ kind }) => kinds.includes(kind)).map((line) => line.money_stroops))
            const gains = lotsOf(all).closed.flatMap((lot) => (lot.disposedAt >= (from ?? 0n) ? [lot.gainStroops] : []))
            const closing = sum(all.map((line) => line.bond_stroops))
            return {
              offeringId: id,
              name,
              settlementAsset,
              openingBondStroops: (closing - sum(within.map((line) => line.bond_stroops))).toString(),
              closingBondStroops: closing.toString(),
              investedStroops: (-money('invested', 'bought')).toString(),
              proceedsStroops: money('sold', 'refunded').toString(),
              couponsStroops: money('coupon').toString(),
              redeemedStroops: money('redeemed').toString(),
              realizedGainStroops: gains.includes(null) ? null : sum(gains.map((gain) => gain ?? 0n)).toString(),
              lines: within.map(toLine),
            }
          }),
        }
      },
    )
  }
