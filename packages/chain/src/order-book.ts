import { mulDivFloor } from '@heliobond/domain'
import type { Price } from './asset-operations.ts'
import type { Asset } from './assets.ts'
import type { Chain } from './chain.ts'
import { askHorizon, assetOfHorizon, type HorizonAsset, horizonQuery, stroopsOfHorizon } from './horizon.ts'
import type { OfferState } from './offers.ts'

/** All offers at one price. */
export interface BookLevel {
  /** Stroops of the counter asset for one of the base asset: n / d. */
  readonly price: Price
  /** In stroops of the base asset. */
  readonly baseStroops: bigint
}

/** What is offered and bid for a base asset, in a counter asset. The best price first. */
export interface OrderBook {
  /** Who sells the base asset. */
  readonly asks: readonly BookLevel[]
  /** Who buys it. */
  readonly bids: readonly BookLevel[]
}

interface HorizonLevel {
  readonly price_r: Price
  readonly amount: string
}

/** Horizon gives no more. */
const MOST_LEVELS = 200

/**
 * The order book of two assets; undefined where the network has no Horizon, which alone lists offers.
 *
 * @throws {HorizonUnavailableError} when Horizon gives no answer that can be read.
 */
export async function orderBook(
  chain: Chain,
  { base, counter, levels = MOST_LEVELS }: { base: Asset; counter: Asset; levels?: number },
): Promise<OrderBook | undefined> {
  const answer = await askHorizon<{ asks: readonly HorizonLevel[]; bids: readonly HorizonLevel[] }>(
    chain,
    '/order_book',
    {
      ...horizonQuery('selling', base),
      ...horizonQuery('buying', counter),
      limit: String(Math.min(levels, MOST_LEVELS)),
    },
  )
  if (!answer) return undefined
  const price = ({ price_r: { n, d } }: HorizonLevel): Price => ({ n: Number(n), d: Number(d) })
  return {
    asks: answer.asks.map((level) => ({ price: price(level), baseStroops: stroopsOfHorizon(level.amount) })),
    // Horizon counts a bid in what it pays: the base that it buys is that over the price.
    bids: answer.bids.map((level) => {
      const { n, d } = price(level)
      return { price: { n, d }, baseStroops: mulDivFloor(stroopsOfHorizon(level.amount), BigInt(d), BigInt(n)) }
    }),
  }
}

interface HorizonOffer {
  readonly id: string
  readonly seller: string
  readonly selling: HorizonAsset
  readonly buying: HorizonAsset
  readonly amount: string
  readonly price_r: Price
}

/**
 * The offers of an account, at most 200; undefined where the network has no Horizon.
 *
 * @throws {HorizonUnavailableError} when Horizon gives no answer that can be read.
 */
export async function offersOf(chain: Chain, seller: string): Promise<readonly OfferState[] | undefined> {
  const answer = await askHorizon<{ _embedded: { records: readonly HorizonOffer[] } }>(
    chain,
    `/accounts/${seller}/offers`,
    { limit: '200' },
  )
  return answer?._embedded.records.map((offer) => ({
    offerId: BigInt(offer.id),
    seller: offer.seller,
    selling: assetOfHorizon(offer.selling),
    buying: assetOfHorizon(offer.buying),
    amountStroops: stroopsOfHorizon(offer.amount),
    price: { n: Number(offer.price_r.n), d: Number(offer.price_r.d) },
  }))
}
