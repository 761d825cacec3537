import type { AssetName } from '../../ledger/keys.ts'
import { assetOrderText, type Exchange } from './trades.ts'

/** A trade as it is kept: the asset that was seen first on the network is its base (history/trade.go). */
export interface Trade extends Exchange {
  /** Total order id of the operation. */
  readonly operationId: bigint
  /** Unix seconds. */
  readonly closeTime: bigint
  readonly baseIsSeller: boolean
}

const NONE: readonly number[] = []

function addTo<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else if (list.at(-1) !== value) list.push(value)
}

/** Every trade in the order of the ledger, and where to find those of a pair, an offer, an account or a pool. */
export class TradeBook {
  readonly all: Trade[] = []
  readonly #assetIds = new Map<AssetName, number>()
  readonly #byPair = new Map<string, number[]>()
  readonly #byOffer = new Map<bigint, number[]>()
  readonly #byParty = new Map<string, number[]>()

  /** Adds the trades of one ledger; assets new to the network are numbered in the order of their texts. */
  addLedger(exchanges: readonly (Exchange & { readonly operationId: bigint; readonly closeTime: bigint })[]): void {
    const fresh = new Set(exchanges.flatMap(({ sold, bought }) => [sold, bought]))
    const texts = [...fresh].filter((name) => !this.#assetIds.has(name))
    texts.sort((a, b) => (assetOrderText(a) < assetOrderText(b) ? -1 : 1))
    for (const name of texts) this.#assetIds.set(name, this.#assetIds.size)
    for (const exchange of exchanges) this.#add(exchange)
  }

  /** Whether the asset was ever traded. */
  knows(asset: AssetName): boolean {
    return this.#assetIds.has(asset)
  }

  /** Places in `all` of the trades between two assets, whichever was sold. */
  ofPair(one: AssetName, other: AssetName): readonly number[] {
    return this.#byPair.get(pairKey(one, other)) ?? NONE
  }

  ofOffer(offerId: bigint): readonly number[] {
    return this.#byOffer.get(offerId) ?? NONE
  }

  /** Of an account (G...) or a pool (hex). */
  ofParty(party: string): readonly number[] {
    return this.#byParty.get(party) ?? NONE
  }

  #add(exchange: Exchange & { readonly operationId: bigint; readonly closeTime: bigint }): void {
    const { sold, bought, seller, buyer, offerId, buyerOfferId } = exchange
    const at = this.all.length
    const baseIsSeller = (this.#assetIds.get(sold) ?? 0) < (this.#assetIds.get(bought) ?? 0)
    this.all.push({ ...exchange, baseIsSeller })
    addTo(this.#byPair, pairKey(sold, bought), at)
    addTo(this.#byParty, seller, at)
    addTo(this.#byParty, buyer, at)
    if (offerId !== null) addTo(this.#byOffer, offerId, at)
    addTo(this.#byOffer, buyerOfferId, at)
  }
}

function pairKey(one: AssetName, other: AssetName): string {
  return one < other ? `${one}|${other}` : `${other}|${one}`
}
