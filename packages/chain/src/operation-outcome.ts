import type * as xdr from '@stellar/stellar-sdk/xdr'
import { addressOfAccount } from './address.ts'
import { type Asset, assetOfXdr } from './assets.ts'
import { operationResults } from './result-codes.ts'

/** One trade that an operation made, seen from the account that acted. Amounts are stroops. */
export interface Trade {
  readonly soldAsset: Asset
  readonly soldStroops: bigint
  readonly boughtAsset: Asset
  readonly boughtStroops: bigint
  /** Who made the offer, and the offer; absent for a pool. */
  readonly seller?: string
  readonly offerId?: bigint
}

/** What an operation that succeeded did, where its result says more than that. */
export type OperationOutcome =
  | {
      readonly kind: 'path-payment'
      readonly destination: string
      readonly receivedAsset: Asset
      readonly receivedStroops: bigint
      /** What left the payer. */
      readonly sentStroops: bigint
      readonly trades: readonly Trade[]
    }
  | {
      readonly kind: 'offer'
      /** The offer that stays on the book; absent when it was filled or withdrawn. */
      readonly offerId?: bigint
      readonly trades: readonly Trade[]
    }
  | { readonly kind: 'other' }

/** What each operation of a successful transaction did, in order; empty for a failed one. */
export function operationOutcomes(result: xdr.TransactionResult): readonly OperationOutcome[] {
  return operationResults(result).map(outcomeOf)
}

function outcomeOf(result: xdr.OperationResult): OperationOutcome {
  if (result.type !== 'opInner') return { kind: 'other' }
  const { tr } = result
  if (tr.type === 'pathPaymentStrictReceive') {
    const { pathPaymentStrictReceiveResult: paid } = tr
    if (paid.type === 'pathPaymentStrictReceiveSuccess') return pathPayment(paid.success)
  }
  if (tr.type === 'pathPaymentStrictSend') {
    const { pathPaymentStrictSendResult: paid } = tr
    if (paid.type === 'pathPaymentStrictSendSuccess') return pathPayment(paid.success)
  }
  if (tr.type === 'createPassiveSellOffer' && tr.createPassiveSellOfferResult.type === 'manageSellOfferSuccess') {
    return offer(tr.createPassiveSellOfferResult.success)
  }
  if (tr.type === 'manageSellOffer' && tr.manageSellOfferResult.type === 'manageSellOfferSuccess') {
    return offer(tr.manageSellOfferResult.success)
  }
  if (tr.type === 'manageBuyOffer' && tr.manageBuyOfferResult.type === 'manageBuyOfferSuccess') {
    return offer(tr.manageBuyOfferResult.success)
  }
  return { kind: 'other' }
}

function pathPayment(
  success: xdr.PathPaymentStrictReceiveResultSuccess | xdr.PathPaymentStrictSendResultSuccess,
): OperationOutcome {
  const trades = success.offers.map(tradeOf)
  const [first] = trades
  return {
    kind: 'path-payment',
    destination: addressOfAccount(success.last.destination),
    receivedAsset: assetOfXdr(success.last.asset),
    receivedStroops: success.last.amount,
    sentStroops: first ? firstHop(trades, first.soldAsset) : success.last.amount,
    trades,
  }
}

/** The payer sold its own asset in the first hop only, possibly to several offers. */
function firstHop(trades: readonly Trade[], soldAsset: Asset): bigint {
  let sentStroops = 0n
  for (const trade of trades) {
    if (trade.soldAsset !== soldAsset) break
    sentStroops += trade.soldStroops
  }
  return sentStroops
}

function offer(success: xdr.ManageOfferSuccessResult): OperationOutcome {
  const left = success.offer
  return {
    kind: 'offer',
    ...('offer' in left && { offerId: left.offer.offerId }),
    trades: success.offersClaimed.map(tradeOf),
  }
}

/** A claim names the sides as the offer's owner saw them: what the owner sold, we bought. */
function tradeOf(claim: xdr.ClaimAtom): Trade {
  const { value } = claim
  return {
    soldAsset: assetOfXdr(value.assetBought),
    soldStroops: value.amountBought,
    boughtAsset: assetOfXdr(value.assetSold),
    boughtStroops: value.amountSold,
    ...(claim.type === 'claimAtomTypeOrderBook' && {
      seller: addressOfAccount(claim.orderBook.sellerId),
      offerId: claim.orderBook.offerId,
    }),
  }
}
