import * as xdr from '@stellar/stellar-sdk/xdr'
import { accountId, xdrText } from './address.ts'
import type { Price } from './asset-operations.ts'
import { type Asset, assetOfXdr } from './assets.ts'
import type { Chain } from './chain.ts'
import { ledgerEntries } from './ledger-entries.ts'

/** An offer on the order book. */
export interface OfferState {
  readonly offerId: bigint
  readonly seller: string
  readonly selling: Asset
  readonly buying: Asset
  /** What is left of it, in stroops of `selling`. */
  readonly amountStroops: bigint
  /** Buying per selling. */
  readonly price: Price
}

/** Reads one offer; undefined when the seller has none of that number (withdrawn or filled). */
export async function offer(chain: Chain, seller: string, offerId: bigint): Promise<OfferState | undefined> {
  const key = xdr.LedgerKey.offer(new xdr.LedgerKeyOffer({ sellerId: accountId(seller), offerId }))
  const entry = (await ledgerEntries(chain, [key])).get(xdrText(key))
  if (!entry) return undefined
  if (entry.data.type !== 'offer') throw new Error(`not an offer entry: ${entry.data.type}`)
  const { selling, buying, amount, price } = entry.data.offer
  return {
    offerId,
    seller,
    selling: assetOfXdr(selling),
    buying: assetOfXdr(buying),
    amountStroops: amount,
    price: { n: price.n, d: price.d },
  }
}
