import { entryWire } from '../../ledger/codec.ts'
import type { Entry, OfferEntry, TrustLineEntry } from '../../ledger/entries.ts'
import { addressOf, assetName } from '../../ledger/keys.ts'
import type { LedgerState } from '../../ledger/state.ts'
import { parseAssetName } from '../assets.ts'
import { type AssetStat, AssetTallies, assetStatKey, ContractHoldings, placeOfLine } from './asset-stats.ts'
import {
  balanceIdText,
  type ClaimableBalanceWire,
  type LiquidityPoolWire,
  lineAsset,
  poolIdText,
  sponsorOf,
} from './changes.ts'
import { Collection } from './collection.ts'

export interface StoredBalance {
  readonly id: string
  readonly balance: ClaimableBalanceWire
  readonly sponsor: string | null
  readonly lastModifiedLedger: number
}

export interface StoredPool {
  readonly id: string
  readonly pool: LiquidityPoolWire
  readonly lastModifiedLedger: number
}

const ID_DIGITS = 19
const LEDGER_DIGITS = 10

export const offerKeyText = (id: bigint): string => id.toString().padStart(ID_DIGITS, '0')

/** Claimable balances are listed in the order in which they were last written. */
export const balanceKeyText = (ledger: number, id: string): string =>
  `${ledger.toString().padStart(LEDGER_DIGITS, '0')}-${id}`

/** What a line is to: an asset, or the shares of a pool. */
export function lineOf(line: TrustLineEntry): { readonly asset: string } | { readonly poolId: string } {
  if (parseAssetName(line.asset) !== undefined) return { asset: line.asset }
  const { data } = entryWire(line)
  if (data.type !== 1) throw new Error('a trustline that is none')
  return lineAsset(data.trustLine)
}

/**
 * The entries of the latest ledger by what Horizon's lists ask for. It is built when first asked for, and from then on
 * follows every change of the state.
 */
export class EntryIndex {
  readonly #state: LedgerState
  readonly #offers = new Collection<OfferEntry>()
  readonly #balances = new Collection<StoredBalance>()
  readonly #balanceKeys = new Map<string, string>()
  readonly #pools = new Collection<StoredPool>()
  readonly #assets = new Collection<AssetStat>()
  readonly #lines = new Collection<string>()
  readonly #tallies = new AssetTallies()
  readonly #holdings = new ContractHoldings()
  #following = false

  constructor(state: LedgerState) {
    this.#state = state
  }

  get offers(): Collection<OfferEntry> {
    this.#follow()
    return this.#offers
  }

  get balances(): Collection<StoredBalance> {
    this.#follow()
    return this.#balances
  }

  balance(id: string): StoredBalance | undefined {
    this.#follow()
    return this.#balances.get(this.#balanceKeys.get(id) ?? '')
  }

  get pools(): Collection<StoredPool> {
    this.#follow()
    return this.#pools
  }

  get assets(): Collection<AssetStat> {
    this.#follow()
    return this.#assets
  }

  get holdings(): ContractHoldings {
    this.#follow()
    return this.#holdings
  }

  /** Addresses with a line, tagged `asset:` and `pool:` with what it is to; keys are the address and the tag. */
  get lines(): Collection<string> {
    this.#follow()
    return this.#lines
  }

  #follow(): void {
    if (this.#following) return
    this.#following = true
    for (const entry of this.#state.entries.values()) this.#take(null, entry)
    this.#state.observe((before, after) => this.#take(before, after))
  }

  #take(before: Entry | null, after: Entry | null): void {
    const kind = (after ?? before)?.kind
    if (kind === 'account' || kind === 'data' || kind === undefined) return
    if (kind === 'contract') {
      this.#holdings.take(before?.kind === 'contract' ? before : null, after?.kind === 'contract' ? after : null)
      return
    }
    if (before !== null) this.#apply(before, -1)
    if (after !== null) this.#apply(after, 1)
  }

  #apply(entry: Entry, by: 1 | -1): void {
    if (entry.kind === 'offer') this.#applyOffer(entry, by)
    else if (entry.kind === 'trustline') this.#applyLine(entry, by)
    else this.#applyOther(entry, by)
  }

  #applyOffer(offer: OfferEntry, by: 1 | -1): void {
    const key = offerKeyText(offer.offerId)
    if (by === -1) {
      this.#offers.remove(key)
      return
    }
    const tags = [`seller:${offer.seller}`, `selling:${offer.selling}`, `buying:${offer.buying}`]
    if (offer.sponsor !== null) tags.push(`sponsor:${offer.sponsor}`)
    this.#offers.put(key, offer, tags)
  }

  #applyLine(entry: TrustLineEntry, by: 1 | -1): void {
    const line = lineOf(entry)
    const tag = 'asset' in line ? `asset:${line.asset}` : `pool:${line.poolId}`
    const key = `${entry.address} ${tag}`
    if (by === -1) this.#lines.remove(key)
    else this.#lines.put(key, entry.address, [tag])
    if ('asset' in line) this.#tally(line.asset, placeOfLine(entry.flags), entry.balanceStroops, by)
  }

  /** Claimable balances and pools, by their form on the wire. */
  #applyOther(entry: Entry, by: 1 | -1): void {
    const wire = entryWire(entry)
    const { data, lastModifiedLedgerSeq: lastModifiedLedger } = wire
    if (data.type === 4) {
      const balance = data.claimableBalance
      const id = balanceIdText(balance.balanceId)
      this.#applyBalance({ id, balance, sponsor: sponsorOf(wire), lastModifiedLedger }, by)
    } else if (data.type === 5) {
      this.#applyPool(
        { id: poolIdText(data.liquidityPool.liquidityPoolId), pool: data.liquidityPool, lastModifiedLedger },
        by,
      )
    }
  }

  #applyBalance(stored: StoredBalance, by: 1 | -1): void {
    const { id, balance, sponsor } = stored
    const key = balanceKeyText(stored.lastModifiedLedger, id)
    const asset = assetName(balance.asset)
    if (by === -1) {
      this.#balances.remove(key)
      this.#balanceKeys.delete(id)
    } else {
      const tags = [`asset:${asset}`]
      for (const { v0 } of balance.claimants) tags.push(`claimant:${addressOf(v0.destination.ed25519)}`)
      if (sponsor !== null) tags.push(`sponsor:${sponsor}`)
      this.#balances.put(key, stored, tags)
      this.#balanceKeys.set(id, key)
    }
    this.#tally(asset, 'claimable', balance.amount, by)
  }

  #applyPool(stored: StoredPool, by: 1 | -1): void {
    const { params, reserveA, reserveB } = stored.pool.body.constantProduct
    const [a, b] = [assetName(params.assetA), assetName(params.assetB)]
    if (by === -1) this.#pools.remove(stored.id)
    else this.#pools.put(stored.id, stored, [`reserve:${a}`, `reserve:${b}`])
    this.#tally(a, 'pools', reserveA, by)
    this.#tally(b, 'pools', reserveB, by)
  }

  #tally(asset: string, place: Parameters<AssetTallies['add']>[1], stroops: bigint, by: 1 | -1): void {
    const stat = this.#tallies.add(asset, place, stroops, by)
    if (asset === 'native') return
    const key = assetStatKey(asset)
    if (stat === undefined) {
      this.#assets.remove(key)
      return
    }
    if (this.#assets.get(key) !== undefined) return
    const [code, issuer] = asset.split(':')
    this.#assets.put(key, stat, [`code:${code}`, `issuer:${issuer}`])
  }
}
