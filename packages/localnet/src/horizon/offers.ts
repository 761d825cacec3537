import { StrKey } from '@stellar/stellar-sdk/base'
import type { OfferEntry } from '../ledger/entries.ts'
import { comparePrices } from '../orderbook/book.ts'
import { toAmount, toRfc3339 } from '../server/encoding.ts'
import { found, invalidField, notFound, problem } from './answer.ts'
import { assetFields, readAsset } from './assets.ts'
import { type HorizonContext, type HorizonHandler, link } from './context.ts'
import { pageAnswer, readPage } from './paging.ts'

const PRICE_SCALE = 10_000_000n
const DEFAULT_LEVELS = 20
const MAX_LEVELS = 200

/** n / d with seven places, rounded half up, for people to read; the fraction beside it is exact. */
export function toPrice(n: number, d: number): string {
  const scaled = (BigInt(n) * PRICE_SCALE * 2n + BigInt(d)) / (BigInt(d) * 2n)
  return toAmount(scaled)
}

function describe(offer: OfferEntry, { core, baseUrl }: HorizonContext) {
  const id = offer.offerId.toString()
  const modified = core.ledger(offer.lastModifiedLedger)
  return {
    _links: {
      self: link(`${baseUrl}/offers/${id}`),
      offer_maker: link(`${baseUrl}/accounts/${offer.seller}`),
    },
    id,
    paging_token: id,
    seller: offer.seller,
    selling: assetFields(offer.selling),
    buying: assetFields(offer.buying),
    amount: toAmount(offer.amountStroops),
    price_r: { n: offer.priceN, d: offer.priceD },
    price: toPrice(offer.priceN, offer.priceD),
    last_modified_ledger: offer.lastModifiedLedger,
    last_modified_time: modified ? toRfc3339(modified.closeTime) : null,
    ...(offer.sponsor !== null && { sponsor: offer.sponsor }),
  }
}

export const getAccountOffers: HorizonHandler = (request, context, [address = '']) => {
  if (!StrKey.isValidEd25519PublicKey(address)) return invalidField('account_id', 'Account ID must start with `G`')
  if (!context.state.account(address)) return notFound()
  const read = readPage(request.query)
  if ('refusal' in read) return read.refusal
  const { cursor, limit, descending } = read.page
  if (cursor !== undefined && !/^\d{1,19}$/.test(cursor)) return invalidField('cursor', 'cursor must be a number')
  const after = cursor === undefined ? undefined : BigInt(cursor)
  const offers = [...context.state.offersOf(address)]
  if (descending) offers.reverse()
  const beyond = offers.filter(({ offerId }) => after === undefined || (descending ? offerId < after : offerId > after))
  const records = beyond.slice(0, limit).map((offer) => describe(offer, context))
  return pageAnswer(records, read.page, request, context)
}

interface Level {
  readonly n: number
  readonly d: number
  amountStroops: bigint
}

/** Offers at one price are one level. */
function levelsOf(offers: readonly OfferEntry[], limit: number): readonly Level[] {
  const levels: Level[] = []
  for (const { priceN, priceD, amountStroops } of offers) {
    const last = levels.at(-1)
    if (last && comparePrices(last.n, last.d, priceN, priceD) === 0) {
      last.amountStroops += amountStroops
      continue
    }
    if (levels.length === limit) break
    levels.push({ n: priceN, d: priceD, amountStroops })
  }
  return levels
}

function describeLevel(n: number, d: number, amountStroops: bigint) {
  return {
    price_r: { n, d },
    price: toPrice(n, d),
    amount: toAmount(amountStroops),
  }
}

/** Asks sell the base for the counter; bids the other way round, their price turned over so that both compare. */
export const getOrderBook: HorizonHandler = ({ query }, { state }) => {
  const selling = readAsset(query, 'selling_')
  const buying = readAsset(query, 'buying_')
  const limit = Number(query.get('limit') ?? DEFAULT_LEVELS)
  if (!selling || !buying || !Number.isInteger(limit) || limit < 1 || limit > MAX_LEVELS) {
    return problem({
      code: 'invalid_order_book',
      title: 'Invalid Order Book Parameters',
      status: 400,
      detail:
        'The parameters that specify what order book to view are invalid in some way. Please ensure that your type parameters (selling_asset_type and buying_asset_type) are one the following valid values: native, credit_alphanum4, credit_alphanum12.',
    })
  }
  const asks = levelsOf(state.offers(selling, buying), limit)
  const bids = levelsOf(state.offers(buying, selling), limit)
  return found({
    bids: bids.map(({ n, d, amountStroops }) => describeLevel(d, n, amountStroops)),
    asks: asks.map(({ n, d, amountStroops }) => describeLevel(n, d, amountStroops)),
    base: assetFields(selling),
    counter: assetFields(buying),
  })
}
