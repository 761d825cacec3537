import type { OfferEntry } from '../ledger/entries.ts'
import { comparePrices } from '../orderbook/book.ts'
import { toAmount } from '../server/encoding.ts'
import { found, problem } from './answer.ts'
import { assetFields, readAsset } from './assets.ts'
import type { HorizonHandler } from './context.ts'
import { readLimit } from './paging.ts'
import { toPrice } from './prices.ts'

const DEFAULT_LEVELS = 20

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
  const limit = readLimit(query, DEFAULT_LEVELS)
  if (!selling || !buying || typeof limit !== 'number') {
    return problem({
      code: 'invalid_order_book',
      title: 'Invalid Order Book Parameters',
      status: 400,
      detail:
        "The parameters that specify what order book to view are invalid in some way. Please ensure that your type parameters (selling_asset_type and buying_asset_type) are one the following valid values: native, credit_alphanum4, credit_alphanum12.  Also ensure that you have specified selling_asset_code and selling_asset_issuer if selling_asset_type is not 'native', as well as buying_asset_code and buying_asset_issuer if buying_asset_type is not 'native'",
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
