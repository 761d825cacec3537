import { type AssetName, addressOf, assetName } from '../../ledger/keys.ts'
import type { ClaimAtomWire } from '../../ledger/wire.ts'
import { toTotalOrderId } from '../../rpc/ids.ts'
import { assetFields } from '../assets.ts'
import { changesOf, poolIdText } from './changes.ts'
import type { Decoded } from './decoded.ts'

/** One exchange of two assets; `seller` owns the offer or is the pool that was there already. */
export interface Exchange {
  readonly operation: number
  /** Position among the operation's exchanges, those of nothing counted. */
  readonly order: number
  readonly kind: 'orderbook' | 'liquidity_pool'
  readonly seller: string
  readonly buyer: string
  readonly sold: AssetName
  readonly soldStroops: bigint
  readonly bought: AssetName
  readonly boughtStroops: bigint
  /** Null for a pool. */
  readonly offerId: bigint | null
  readonly buyerOfferId: bigint
  /** Price of one unit sold in units bought. */
  readonly priceN: bigint
  readonly priceD: bigint
  /** Basis points; null for an offer. */
  readonly poolFeeBp: number | null
}

interface Claims {
  readonly atoms: readonly ClaimAtomWire[]
  /** The offer that the operation left in the book; null if none. */
  readonly offerId: bigint | null
}

const NO_CLAIMS: Claims = { atoms: [], offerId: null }

/** What an operation took of offers and pools. */
export function claimsOf(decoded: Decoded, at: number): Claims {
  const result = decoded.resultOf(at)
  switch (result?.type) {
    case 2: {
      const outcome = result.pathPaymentStrictReceiveResult
      return outcome.code === 0 ? { atoms: outcome.success.offers, offerId: null } : NO_CLAIMS
    }
    case 13: {
      const outcome = result.pathPaymentStrictSendResult
      return outcome.code === 0 ? { atoms: outcome.success.offers, offerId: null } : NO_CLAIMS
    }
    case 3:
      return ofOffer(result.manageSellOfferResult)
    case 4:
      return ofOffer(result.createPassiveSellOfferResult)
    case 12:
      return ofOffer(result.manageBuyOfferResult)
    default:
      return NO_CLAIMS
  }
}

type OfferOutcome =
  | {
      readonly code: 0
      readonly success: { readonly offersClaimed: readonly ClaimAtomWire[]; readonly offer: OfferLeft }
    }
  | { readonly code: Exclude<number, 0> }
type OfferLeft = { readonly effect: 0 | 1; readonly offer: { readonly offerId: bigint } } | { readonly effect: 2 }

function ofOffer(outcome: OfferOutcome): Claims {
  if (!('success' in outcome)) return NO_CLAIMS
  const { offersClaimed, offer } = outcome.success
  return { atoms: offersClaimed, offerId: 'offer' in offer ? offer.offer.offerId : null }
}

/** Offers without an id of their own are numbered by their operation (history/synt_offer_id.go). */
const SYNTHETIC_BIT = 1n << 62n

export interface Claim {
  readonly order: number
  readonly seller: string
  readonly offerId: bigint | null
  readonly sold: AssetName
  readonly soldStroops: bigint
  readonly bought: AssetName
  readonly boughtStroops: bigint
}

/** Claims that moved something: offers that were only cleared away come as claims of nothing. */
export function movingClaims(atoms: readonly ClaimAtomWire[]): Claim[] {
  return atoms.flatMap((atom, order) => {
    const body = atom.type === 0 ? atom.v0 : atom.type === 1 ? atom.orderBook : atom.liquidityPool
    if (body.amountSold === 0n && body.amountBought === 0n) return []
    const seller =
      'liquidityPoolId' in body
        ? poolIdText(body.liquidityPoolId)
        : addressOf('sellerId' in body ? body.sellerId.ed25519 : body.sellerEd25519)
    return {
      order,
      seller,
      offerId: 'offerId' in body ? body.offerId : null,
      sold: assetName(body.assetSold),
      soldStroops: body.amountSold,
      bought: assetName(body.assetBought),
      boughtStroops: body.amountBought,
    }
  })
}

/** What the offer asked before the operation; undefined if the operation did not touch such an offer. */
function offerPrice(decoded: Decoded, at: number, offerId: bigint): { n: number; d: number } | undefined {
  let price: { n: number; d: number } | undefined
  for (const { pre } of changesOf(decoded.changesOf(at), 2)) if (pre?.offer.offerId === offerId) price = pre.offer.price
  return price
}

function poolFee(decoded: Decoded, at: number, poolId: string): number | null {
  for (const { pre } of changesOf(decoded.changesOf(at), 5)) {
    if (pre === null || poolIdText(pre.liquidityPool.liquidityPoolId) !== poolId) continue
    return pre.liquidityPool.body.constantProduct.params.fee
  }
  return null
}

/** The exchanges of an operation that succeeded (trades_processor.go). */
export function exchangesOf(decoded: Decoded, at: number): Exchange[] {
  if (!decoded.applied.successful) return []
  const { atoms, offerId } = claimsOf(decoded, at)
  if (atoms.length === 0) return []
  const { ledger, applicationOrder } = decoded.applied
  const ownId = toTotalOrderId({ ledger, transaction: applicationOrder, operation: at + 1 })
  return movingClaims(atoms).map((claim) => {
    const price = claim.offerId === null ? undefined : offerPrice(decoded, at, claim.offerId)
    return {
      ...claim,
      operation: at,
      kind: claim.offerId === null ? 'liquidity_pool' : 'orderbook',
      buyer: decoded.sourceAddress(at),
      buyerOfferId: offerId ?? ownId | SYNTHETIC_BIT,
      priceN: price === undefined ? claim.boughtStroops : BigInt(price.n),
      priceD: price === undefined ? claim.soldStroops : BigInt(price.d),
      poolFeeBp: claim.offerId === null ? poolFee(decoded, at, claim.seller) : null,
    }
  })
}

/** The text by which Horizon orders assets that appear in the same ledger (history/asset_loader.go). */
export function assetOrderText(name: AssetName): string {
  const { asset_type, asset_code, asset_issuer } = assetFields(name)
  return name === 'native' ? asset_type : `${asset_type}/${asset_code}/${asset_issuer}`
}
