import { keyOf } from '../ledger/codec.ts'
import type { OfferEntry } from '../ledger/entries.ts'
import { addToPosition, canBuyAtMost, canSellAtMost, loadPosition, moveOfferLiabilities } from '../ledger/funds.ts'
import { type AssetName, accountIdWire, assetWire } from '../ledger/keys.ts'
import { releaseEntry } from '../ledger/sponsorship.ts'
import type { LedgerTxn } from '../ledger/txn.ts'
import type { ClaimAtomWire } from '../ledger/wire.ts'
import { adjustedAmount, type Exchange, exchange, offerLiabilities, type Price, type Rounding } from './exchange.ts'

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
