import type { xdr } from '@stellar/stellar-sdk/base'
import { offerWire } from '../ledger/codec.ts'
import { OFFER_PASSIVE, type OfferEntry } from '../ledger/entries.ts'
import {
  addToPosition,
  availableToReceive,
  availableToSend,
  canBuyAtMost,
  canSellAtMost,
  loadPosition,
  moveOfferLiabilities,
  peekPosition,
  positionAuthorized,
  positionBalance,
} from '../ledger/funds.ts'
import { type AssetName, offerKey } from '../ledger/keys.ts'
import { bookNewEntry, releaseEntry } from '../ledger/sponsorship.ts'
import type { OperationResultWire, PriceWire, Wire } from '../ledger/wire.ts'
import { comparePrices } from '../orderbook/book.ts'
import { type Conversion, convertWithOffers, MAX_OFFERS_TO_CROSS, priceOf } from '../orderbook/convert.ts'
import { adjustedAmount, buyOfferLiabilities, offerLiabilities } from '../orderbook/exchange.ts'
import { COMMON, type OperationContext } from './context.ts'

export type OfferResult = Wire<xdr.ManageSellOfferResult>

/** Numbers common to the results of all three operations that manage offers. */
export const OFFER_REFUSAL = {
  malformed: -1,
  sellNoTrust: -2,
  buyNoTrust: -3,
  sellNotAuthorized: -4,
  buyNotAuthorized: -5,
  lineFull: -6,
  underfunded: -7,
  crossSelf: -8,
  notFound: -11,
  lowReserve: -12,
} as const

/** An offer as any of the three operations asks for it: to give sheep for wheat. */
export interface OfferRequest {
  readonly sheep: AssetName
  readonly wheat: AssetName
  /** Wheat per sheep, as the offer will stand in the book. */
  readonly price: PriceWire
  /** 0 for a new offer. */
  readonly offerId: bigint
  readonly passive: boolean
  /** The limit that the operation names: sheep to sell, or wheat to buy. 0 withdraws the offer. */
  readonly limit: { readonly side: 'sell' | 'buy'; readonly amountStroops: bigint }
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b)

export type OfferOutcome = { readonly result: OfferResult } | { readonly common: OperationResultWire }

const refused = (refusal: keyof typeof OFFER_REFUSAL): OfferOutcome => ({ result: { code: OFFER_REFUSAL[refusal] } })

/** Places, changes or withdraws an offer, taking what crosses it first. The layer must be dropped if it is refused. */
export function manageOffer(context: OperationContext, request: OfferRequest): OfferOutcome {
  const { txn } = context
  const withdraws = request.limit.amountStroops === 0n
  if (!withdraws) {
    const refusal = checkLines(context, request)
    if (refusal !== null) return refused(refusal)
  }
  const offer = blankOffer(context, request)
  const creating = request.offerId === 0n
  if (creating) {
    const refusal = bookNewEntry(txn, context.sponsorships, offer, txn.requireAccount(context.source))
    if (refusal === 'lowReserve') return refused('lowReserve')
    if (refusal !== null) return { common: COMMON[refusal] }
  } else {
    const old = txn.loadOffer(context.source, request.offerId)
    if (old === null) return refused('notFound')
    moveOfferLiabilities(txn, old, offerLiabilities(priceOf(old), old.amountStroops), 'release')
    offer.flags = old.flags
    offer.sponsor = old.sponsor
    offer.hasSponsorExtension = old.hasSponsorExtension
    txn.erase(offerKey(old.seller, old.offerId))
  }
  let trail: Conversion['trail'] = []
  if (!withdraws) {
    const trade = tradeFirst(context, request, (offer.flags & OFFER_PASSIVE) !== 0)
    if ('refusal' in trade) {
      return trade.refusal === 'exceededWorkLimit' ? { common: COMMON.exceededWorkLimit } : refused(trade.refusal)
    }
    trail = trade.trail
    offer.amountStroops = trade.restStroops
    context.events.push(...context.eventFactory.trades(context.source, trail))
  }
  const offersClaimed = [...trail]
  if (offer.amountStroops === 0n) {
    releaseEntry(txn, offer, txn.requireAccount(context.source))
    return { result: { code: 0, success: { offersClaimed, offer: { effect: 2 } } } }
  }
  if (creating) offer.offerId = txn.nextOfferId()
  txn.put(offer)
  moveOfferLiabilities(txn, offer, offerLiabilities(priceOf(offer), offer.amountStroops), 'acquire')
  const standing = offerWire(offer)
  return {
    result: {
      code: 0,
      success: { offersClaimed, offer: creating ? { effect: 0, offer: standing } : { effect: 1, offer: standing } },
    },
  }
}

function checkLines(context: OperationContext, request: OfferRequest): keyof typeof OFFER_REFUSAL | null {
  const sheep = peekPosition(context.txn, context.source, request.sheep)
  if (sheep === null) return 'sellNoTrust'
  if (sheep.kind !== 'lumens') {
    if (positionBalance(sheep) === 0n) return 'underfunded'
    if (!positionAuthorized(sheep)) return 'sellNotAuthorized'
  }
  const wheat = peekPosition(context.txn, context.source, request.wheat)
  if (wheat === null) return 'buyNoTrust'
  return positionAuthorized(wheat) ? null : 'buyNotAuthorized'
}

function blankOffer(context: OperationContext, request: OfferRequest): OfferEntry {
  return {
    kind: 'offer',
    lastModifiedLedger: 0,
    sponsor: null,
    hasSponsorExtension: false,
    seller: context.source,
    offerId: request.offerId,
    selling: request.sheep,
    buying: request.wheat,
    amountStroops: 0n,
    priceN: request.price.n,
    priceD: request.price.d,
    flags: request.passive ? OFFER_PASSIVE : 0,
  }
}

type Trade =
  | { readonly refusal: keyof typeof OFFER_REFUSAL | 'exceededWorkLimit' }
  | { readonly trail: Conversion['trail']; readonly restStroops: bigint }

/** Takes every offer that crosses the request, and says how much of it is left to stand in the book. */
function tradeFirst(context: OperationContext, request: OfferRequest, passive: boolean): Trade {
  const { txn, source } = context
  const { sheep, wheat, price, limit } = request
  const sheepPosition = loadPosition(txn, source, sheep)
  const wheatPosition = loadPosition(txn, source, wheat)
  if (sheepPosition === null || wheatPosition === null) throw new Error('checked line is missing')
  const promised =
    limit.side === 'sell'
      ? offerLiabilities(price, limit.amountStroops)
      : buyOfferLiabilities(price, limit.amountStroops)
  if (availableToReceive(wheatPosition) < promised.buyingStroops) return { refusal: 'lineFull' }
  if (availableToSend(txn.context, sheepPosition) < promised.sellingStroops) return { refusal: 'underfunded' }
  // What is left of the named limit after `done`; the other side is bounded by the account's means alone.
  const sellable = (done: bigint): bigint => {
    const most = canSellAtMost(txn.context, sheepPosition)
    return limit.side === 'sell' ? min(limit.amountStroops - done, most) : most
  }
  const buyable = (done: bigint): bigint => {
    const most = canBuyAtMost(wheatPosition)
    return limit.side === 'buy' ? min(limit.amountStroops - done, most) : most
  }
  const maxWheatReceive = buyable(0n)
  if (maxWheatReceive === 0n) return { refusal: 'lineFull' }
  const conversion = convertWithOffers(txn, {
    sheep,
    maxSheepSend: sellable(0n),
    wheat,
    maxWheatReceive,
    rounding: 'normal',
    maxOffers: MAX_OFFERS_TO_CROSS,
    stopAt: (offer) => {
      // The offers crossed are priced in sheep per wheat: the inverse of ours.
      const order = comparePrices(offer.priceN, offer.priceD, price.d, price.n)
      if (order > 0 || (passive && order === 0)) return 'badPrice'
      return offer.seller === source ? 'crossSelf' : null
    },
  })
  if (conversion.outcome === 'crossSelf') return { refusal: 'crossSelf' }
  if (conversion.outcome === 'tooManyOffers') return { refusal: 'exceededWorkLimit' }
  const { sheepSent, wheatReceived, trail } = conversion
  if (
    wheatReceived > 0n &&
    (!addToPosition(txn.context, wheatPosition, wheatReceived) ||
      !addToPosition(txn.context, sheepPosition, -sheepSent))
  ) {
    throw new Error('a trade exceeded the means of its taker')
  }
  if (conversion.outcome === 'complete') return { trail, restStroops: 0n }
  return { trail, restStroops: adjustedAmount(price, sellable(sheepSent), buyable(wheatReceived)) }
}
