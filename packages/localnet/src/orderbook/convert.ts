import { keyOf } from '../ledger/codec.ts'
import type { OfferEntry } from '../ledger/entries.ts'
import { addToPosition, canBuyAtMost, canSellAtMost, loadPosition, moveOfferLiabilities } from '../ledger/funds.ts'
import { type AssetName, accountIdWire, assetWire } from '../ledger/keys.ts'
import { poolIdBetween } from '../ledger/pools.ts'
import { releaseEntry } from '../ledger/sponsorship.ts'
import type { LedgerTxn } from '../ledger/txn.ts'
import type { ClaimAtomWire } from '../ledger/wire.ts'
import { adjustedAmount, type Exchange, exchange, offerLiabilities, type Price, type Rounding } from './exchange.ts'
import { receivedFromPool, sentToPool } from './pool-exchange.ts'

/** Offers that one operation may take. */
export const MAX_OFFERS_TO_CROSS = 1000

export interface Conversion {
  /** `partial`: the book could not give it all. The others stopped at an offer that must not be taken. */
  readonly outcome: 'complete' | 'partial' | 'badPrice' | 'crossSelf' | 'tooManyOffers'
  readonly sheepSent: bigint
  readonly wheatReceived: bigint
  readonly trail: readonly ClaimAtomWire[]
}

export interface ConversionRequest {
  readonly sheep: AssetName
  readonly maxSheepSend: bigint
  readonly wheat: AssetName
  readonly maxWheatReceive: bigint
  readonly rounding: Rounding
  readonly maxOffers: number
  /** Looks at the next offer before it is taken. */
  readonly stopAt: (offer: OfferEntry) => 'badPrice' | 'crossSelf' | null
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b)

export const priceOf = (offer: OfferEntry): Price => ({ n: offer.priceN, d: offer.priceD })

/** Takes offers, best first, until the request is met or the book ends. The taker's own balances are not touched. */
export function convertWithOffers(txn: LedgerTxn, request: ConversionRequest): Conversion {
  const { sheep, wheat, rounding } = request
  let { maxSheepSend, maxWheatReceive } = request
  let sheepSent = 0n
  let wheatReceived = 0n
  const trail: ClaimAtomWire[] = []
  const end = (outcome: Conversion['outcome']): Conversion => ({ outcome, sheepSent, wheatReceived, trail })
  if (maxWheatReceive <= 0n || maxSheepSend <= 0n) return end('complete')
  if (request.maxOffers <= 0) return end('tooManyOffers')
  for (;;) {
    const best = txn.bestOffer(wheat, sheep)
    if (best === null) return end('partial')
    const stop = request.stopAt(best)
    if (stop !== null) return end(stop)
    if (trail.length >= request.maxOffers) return end('tooManyOffers')
    const { trade, taken } = crossOffer(txn, best, maxWheatReceive, maxSheepSend, rounding)
    trail.push({
      type: 1,
      orderBook: {
        sellerId: accountIdWire(best.seller),
        offerId: best.offerId,
        assetSold: assetWire(wheat),
        amountSold: trade.wheatReceived,
        assetBought: assetWire(sheep),
        amountBought: trade.sheepSent,
      },
    })
    sheepSent += trade.sheepSent
    maxSheepSend -= trade.sheepSent
    wheatReceived += trade.wheatReceived
    maxWheatReceive -= trade.wheatReceived
    if (trade.wheatStays || maxWheatReceive <= 0n || maxSheepSend <= 0n) return end('complete')
    if (!taken) return end('partial')
  }
}

/**
 * As `convertWithOffers`, but all of it with the pool of the two assets instead, unless the book gives a strictly better price: how path
 * payments trade (CAP-38).
 */
export function convertWithOffersAndPools(txn: LedgerTxn, request: ConversionRequest): Conversion {
  const trade = tradeWithPool(txn, request)
  if (trade === null) return convertWithOffers(txn, request)
  const layer = txn.child()
  const book = convertWithOffers(layer, request)
  const { sheepSent, wheatReceived } = trade
  if (book.outcome === 'complete' && sheepSent * book.wheatReceived > wheatReceived * book.sheepSent) {
    layer.commit()
    return book
  }
  const pool = txn.loadPool(trade.poolId)
  if (pool === null) throw new Error(`pool ${trade.poolId} is missing`)
  const givesA = pool.assetA === request.sheep
  pool.reserveAStroops += givesA ? sheepSent : -wheatReceived
  pool.reserveBStroops += givesA ? -wheatReceived : sheepSent
  const atom: ClaimAtomWire = {
    type: 2,
    liquidityPool: {
      liquidityPoolId: Uint8Array.from(Buffer.from(trade.poolId, 'hex')),
      assetSold: assetWire(request.wheat),
      amountSold: wheatReceived,
      assetBought: assetWire(request.sheep),
      amountBought: sheepSent,
    },
  }
  return { outcome: 'complete', sheepSent, wheatReceived, trail: [atom] }
}

interface PoolTrade {
  readonly poolId: string
  readonly sheepSent: bigint
  readonly wheatReceived: bigint
}

/** What the whole request would come to with the pool of its assets; null if there is none that could meet it. */
function tradeWithPool(txn: LedgerTxn, request: ConversionRequest): PoolTrade | null {
  const { sheep, wheat, rounding } = request
  if (request.maxOffers <= 0) return null
  const poolId = poolIdBetween(sheep, wheat)
  const pool = txn.peekPool(poolId)
  if (pool === null || pool.reserveAStroops <= 0n || pool.reserveBStroops <= 0n) return null
  const [toPool, fromPool] =
    pool.assetA === sheep ? [pool.reserveAStroops, pool.reserveBStroops] : [pool.reserveBStroops, pool.reserveAStroops]
  if (rounding === 'strictSend') {
    const sheepSent = request.maxSheepSend
    const wheatReceived = receivedFromPool({ toPool, fromPool }, sheepSent, pool.feeBps)
    return wheatReceived === null ? null : { poolId, sheepSent, wheatReceived }
  }
  const wheatReceived = request.maxWheatReceive
  const sheepSent = sentToPool({ toPool, fromPool }, wheatReceived, pool.feeBps)
  return sheepSent === null ? null : { poolId, sheepSent, wheatReceived }
}

function crossOffer(
  txn: LedgerTxn,
  best: OfferEntry,
  maxWheatReceive: bigint,
  maxSheepSend: bigint,
  rounding: Rounding,
): { trade: Exchange; taken: boolean } {
  const offer = txn.loadOffer(best.seller, best.offerId)
  if (offer === null) throw new Error(`offer ${best.offerId} is missing`)
  const { context } = txn
  const price = priceOf(offer)
  moveOfferLiabilities(txn, offer, offerLiabilities(price, offer.amountStroops), 'release')
  const wheatPosition = loadPosition(txn, offer.seller, offer.selling)
  const sheepPosition = loadPosition(txn, offer.seller, offer.buying)
  const adjust = (): void => {
    const deliverable = min(offer.amountStroops, canSellAtMost(context, wheatPosition))
    offer.amountStroops = adjustedAmount(price, deliverable, canBuyAtMost(sheepPosition))
  }
  adjust()
  const maxWheatSend = min(offer.amountStroops, canSellAtMost(context, wheatPosition))
  const maxSheepReceive = canBuyAtMost(sheepPosition)
  const trade = exchange(price, { maxWheatSend, maxWheatReceive, maxSheepSend, maxSheepReceive }, rounding)
  if (sheepPosition === null || wheatPosition === null) throw new Error(`offer ${offer.offerId} has no trustline`)
  if (
    !addToPosition(context, sheepPosition, trade.sheepSent) ||
    !addToPosition(context, wheatPosition, -trade.wheatReceived)
  ) {
    throw new Error(`offer ${offer.offerId} could not be settled`)
  }
  if (trade.wheatStays) {
    offer.amountStroops -= trade.wheatReceived
    adjust()
  } else {
    offer.amountStroops = 0n
  }
  const taken = offer.amountStroops === 0n
  if (taken) removeOffer(txn, offer)
  else moveOfferLiabilities(txn, offer, offerLiabilities(price, offer.amountStroops), 'acquire')
  return { trade, taken }
}

/** Takes an offer, whose liabilities are released already, out of the ledger. */
export function removeOffer(txn: LedgerTxn, offer: OfferEntry): void {
  releaseEntry(txn, offer, txn.requireAccount(offer.seller))
  txn.erase(keyOf(offer))
}

/** Withdraws every offer of an account that sells or buys an asset, as when its line is no longer authorized. */
export function withdrawOffers(txn: LedgerTxn, address: string, asset: AssetName): void {
  for (const { offerId, selling, buying } of txn.offersOf(address)) {
    if (selling !== asset && buying !== asset) continue
    const offer = txn.loadOffer(address, offerId)
    if (offer === null) throw new Error(`offer ${offerId} is missing`)
    moveOfferLiabilities(txn, offer, offerLiabilities(priceOf(offer), offer.amountStroops), 'release')
    removeOffer(txn, offer)
  }
}
