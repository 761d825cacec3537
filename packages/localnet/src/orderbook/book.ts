import type { OfferEntry } from '../ledger/entries.ts'
import type { AssetName } from '../ledger/keys.ts'

/** Negative if price a is lower than price b. Exact: the cross products have up to 62 bits. */
export function comparePrices(an: number, ad: number, bn: number, bd: number): number {
  const left = an * bd
  const right = bn * ad
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return left - right
  const exact = BigInt(an) * BigInt(bd) - BigInt(bn) * BigInt(ad)
  return exact < 0n ? -1 : exact > 0n ? 1 : 0
}

/** Negative if offer a is taken before offer b: the lower price, and at the same price the older offer. */
export function compareOffers(a: OfferEntry, b: OfferEntry): number {
  const byPrice = comparePrices(a.priceN, a.priceD, b.priceN, b.priceD)
  if (byPrice !== 0) return byPrice
  return a.offerId < b.offerId ? -1 : a.offerId > b.offerId ? 1 : 0
}

const NO_OFFERS: readonly OfferEntry[] = []

/** Every offer of the last closed ledger, by pair of assets, best first. */
export class OrderBook {
  readonly #pairs = new Map<string, OfferEntry[]>()
  /** For each asset bought, the assets that are sold for it: the edges that path finding walks. */
  readonly #sellingFor = new Map<AssetName, Map<AssetName, number>>()
  readonly #buyingFor = new Map<AssetName, Map<AssetName, number>>()

  /** Offers that sell `selling` for `buying`, best first. */
  offers(selling: AssetName, buying: AssetName): readonly OfferEntry[] {
    return this.#pairs.get(`${selling}|${buying}`) ?? NO_OFFERS
  }

  /** What can be had by giving `asset`. */
  soldFor(asset: AssetName): Iterable<AssetName> {
    return this.#sellingFor.get(asset)?.keys() ?? []
  }

  /** What can be given to have `asset`. */
  boughtBy(asset: AssetName): Iterable<AssetName> {
    return this.#buyingFor.get(asset)?.keys() ?? []
  }

  add(offer: OfferEntry): void {
    const pair = `${offer.selling}|${offer.buying}`
    const offers = this.#pairs.get(pair)
    if (offers === undefined) this.#pairs.set(pair, [offer])
    else offers.splice(position(offers, offer), 0, offer)
    count(this.#sellingFor, offer.buying, offer.selling, 1)
    count(this.#buyingFor, offer.selling, offer.buying, 1)
  }

  /** @throws {Error} if the very offer is not in the book. */
  remove(offer: OfferEntry): void {
    const pair = `${offer.selling}|${offer.buying}`
    const offers = this.#pairs.get(pair) ?? []
    const at = position(offers, offer)
    if (offers[at]?.offerId !== offer.offerId) throw new Error(`offer ${offer.offerId} is not in the book`)
    offers.splice(at, 1)
    if (offers.length === 0) this.#pairs.delete(pair)
    count(this.#sellingFor, offer.buying, offer.selling, -1)
    count(this.#buyingFor, offer.selling, offer.buying, -1)
  }

  /** Every pair that has offers. */
  pairs(): Iterable<readonly OfferEntry[]> {
    return this.#pairs.values()
  }
}

function position(offers: readonly OfferEntry[], offer: OfferEntry): number {
  let low = 0
  let high = offers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = offers[middle]
    if (other !== undefined && compareOffers(other, offer) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function count(index: Map<AssetName, Map<AssetName, number>>, from: AssetName, to: AssetName, by: number): void {
  const targets = index.get(from) ?? new Map<AssetName, number>()
  const next = (targets.get(to) ?? 0) + by
  if (next === 0) targets.delete(to)
  else targets.set(to, next)
  if (targets.size === 0) index.delete(from)
  else index.set(from, targets)
}
