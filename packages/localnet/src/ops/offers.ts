import { assetName, isAssetValid } from '../ledger/keys.ts'
import type { AssetWire, OperationResultWire, PriceWire } from '../ledger/wire.ts'
import type { OperationHandler } from './context.ts'
import { manageOffer, type OfferOutcome, type OfferResult } from './manage-offer.ts'

const sellResult = (result: OfferResult): OperationResultWire => ({
  code: 0,
  tr: { type: 3, manageSellOfferResult: result },
})
const buyResult = (result: OfferResult): OperationResultWire => ({
  code: 0,
  tr: { type: 12, manageBuyOfferResult: result },
})

const finish = (outcome: OfferOutcome, build: (result: OfferResult) => OperationResultWire): OperationResultWire =>
  'common' in outcome ? outcome.common : build(outcome.result)

function malformed(selling: AssetWire, buying: AssetWire, price: PriceWire, amount: bigint, offerId: bigint): boolean {
  return (
    !isAssetValid(selling) ||
    !isAssetValid(buying) ||
    assetName(selling) === assetName(buying) ||
    amount < 0n ||
    price.n <= 0 ||
    price.d <= 0 ||
    offerId < 0n ||
    (offerId === 0n && amount === 0n)
  )
}

export const manageSellOffer: OperationHandler<3> = {
  threshold: () => 'medium',
  check({ manageSellOfferOp: op }) {
    return malformed(op.selling, op.buying, op.price, op.amount, op.offerId) ? sellResult({ code: -1 }) : null
  },
  apply(context, { manageSellOfferOp: op }) {
    const request = {
      sheep: assetName(op.selling),
      wheat: assetName(op.buying),
      price: op.price,
      offerId: op.offerId,
      passive: false,
      limit: { side: 'sell', amountStroops: op.amount },
    } as const
    return finish(manageOffer(context, request), sellResult)
  },
}

export const manageBuyOffer: OperationHandler<12> = {
  threshold: () => 'medium',
  check({ manageBuyOfferOp: op }) {
    return malformed(op.selling, op.buying, op.price, op.buyAmount, op.offerId) ? buyResult({ code: -1 }) : null
  },
  apply(context, { manageBuyOfferOp: op }) {
    const request = {
      sheep: assetName(op.selling),
      wheat: assetName(op.buying),
      price: { n: op.price.d, d: op.price.n },
      offerId: op.offerId,
      passive: false,
      limit: { side: 'buy', amountStroops: op.buyAmount },
    } as const
    return finish(manageOffer(context, request), buyResult)
  },
}

/**
 * An offer that does not take offers of the same price.
 *
 * Its result carries the type of a plain sell offer: so the network has it, and clients know.
 */
export const createPassiveSellOffer: OperationHandler<4> = {
  threshold: () => 'medium',
  check({ createPassiveSellOfferOp: op }) {
    return malformed(op.selling, op.buying, op.price, op.amount, 0n) ? sellResult({ code: -1 }) : null
  },
  apply(context, { createPassiveSellOfferOp: op }) {
    const request = {
      sheep: assetName(op.selling),
      wheat: assetName(op.buying),
      price: op.price,
      offerId: 0n,
      passive: true,
      limit: { side: 'sell', amountStroops: op.amount },
    } as const
    return finish(manageOffer(context, request), sellResult)
  },
}
