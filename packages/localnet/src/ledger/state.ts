import { OrderBook } from '../orderbook/book.ts'
import { keyOf } from './codec.ts'
import {
  type AccountEntry,
  type DataEntry,
  type Entry,
  type OfferEntry,
  ownerOf,
  type PoolEntry,
  type TrustLineEntry,
} from './entries.ts'
import { type AssetName, signerAddress } from './keys.ts'

/** A multiset of names under a name: who holds an asset, who has a signer, whom a sponsor pays for. */
class NameIndex {
  readonly #counts = new Map<string, Map<string, number>>()

  add(name: string, value: string, by: 1 | -1): void {
    const counts = this.#counts.get(name) ?? new Map<string, number>()
    const next = (counts.get(value) ?? 0) + by
    if (next === 0) counts.delete(value)
    else counts.set(value, next)
    if (counts.size === 0) this.#counts.delete(name)
    else this.#counts.set(name, counts)
  }

  under(name: string): string[] {
    return [...(this.#counts.get(name)?.keys() ?? [])]
  }
}

/** Hears of an entry that was written or deleted: as it was and as it is, null where there is none. */
export type EntryObserver = (before: Entry | null, after: Entry | null) => void

/**
 * The state of the last closed ledger: every entry by its key, and the indexes that queries and the order book need.
 *
 * Entries in here are never changed in place; a change puts another object under the same key.
 */
export class LedgerState {
  readonly entries = new Map<string, Entry>()
  readonly book = new OrderBook()
  readonly #ownedBy = new Map<string, Set<string>>()
  readonly #holders = new NameIndex()
  readonly #signers = new NameIndex()
  readonly #sponsors = new NameIndex()
  readonly #pooled = new NameIndex()
  /** Last id given to an offer. */
  idPool = 0n
  /** Fees that were paid and not refunded. */
  feePoolStroops = 0n
  totalCoinsStroops = 0n
  readonly #touched = new Set<string>()
  readonly #observers = new Set<EntryObserver>()

  get(key: string): Entry | null {
    return this.entries.get(key) ?? null
  }

  put(entry: Entry): void {
    const key = keyOf(entry)
    const before = this.entries.get(key)
    if (before !== undefined) this.#index(before, key, -1)
    this.entries.set(key, entry)
    this.#touched.add(key)
    this.#index(entry, key, 1)
    for (const observer of this.#observers) observer(before ?? null, entry)
  }

  delete(key: string): void {
    const before = this.entries.get(key)
    if (before === undefined) return
    this.#index(before, key, -1)
    this.entries.delete(key)
    this.#touched.add(key)
    for (const observer of this.#observers) observer(before, null)
  }

  /** Tells of every change from now on: for indexes that are kept beside the state. */
  observe(observer: EntryObserver): void {
    this.#observers.add(observer)
  }

  /** Keys that were put or deleted since this was last asked. */
  takeTouched(): string[] {
    const keys = [...this.#touched]
    this.#touched.clear()
    return keys
  }

  /** What an account owns: its trustlines, offers and data, in no order. */
  *ownedBy(address: string): Iterable<TrustLineEntry | OfferEntry | DataEntry> {
    for (const key of this.#ownedBy.get(address) ?? []) {
      const entry = this.entries.get(key)
      if (entry?.kind === 'trustline' || entry?.kind === 'offer' || entry?.kind === 'data') yield entry
    }
  }

  /** Keys of the offers that an account has open. */
  *offersOf(address: string): Iterable<string> {
    for (const key of this.#ownedBy.get(address) ?? []) if (key.startsWith('o')) yield key
  }

  /** Forgets everything. */
  clear(): void {
    for (const key of [...this.entries.keys()]) this.delete(key)
    this.idPool = 0n
    this.feePoolStroops = 0n
    this.totalCoinsStroops = 0n
  }

  /** Addresses with a trustline to an asset, in order. */
  holders(asset: AssetName): string[] {
    return this.#holders.under(asset).sort()
  }

  /** Accounts that list a signer, or whose master key it is, in order. */
  signedBy(signer: string): string[] {
    return this.#signers.under(signer).sort()
  }

  /** Accounts of which a sponsor pays the reserve of the account itself or of anything it owns, in order. */
  sponsoredBy(sponsor: string): string[] {
    return this.#sponsors.under(sponsor).sort()
  }

  /** Assets that some pool holds beside this one. */
  pooledWith(asset: AssetName): string[] {
    return this.#pooled.under(asset)
  }

  #index(entry: Entry, key: string, by: 1 | -1): void {
    // Claimable balances and pools are owned by nobody.
    if (entry.kind === 'contract' || entry.kind === 'claimableBalance') return
    if (entry.kind === 'pool') {
      this.#indexPool(entry, by)
      return
    }
    const owner = ownerOf(entry)
    if (entry.sponsor !== null) this.#sponsors.add(entry.sponsor, owner, by)
    if (entry.kind === 'account') {
      this.#indexAccount(entry, by)
      return
    }
    const owned = this.#ownedBy.get(owner) ?? new Set<string>()
    if (by === 1) owned.add(key)
    else owned.delete(key)
    if (owned.size === 0) this.#ownedBy.delete(owner)
    else this.#ownedBy.set(owner, owned)
    if (entry.kind === 'trustline') this.#holders.add(entry.asset, owner, by)
    if (entry.kind === 'offer' && by === 1) this.book.add(entry)
    if (entry.kind === 'offer' && by === -1) this.book.remove(entry)
  }

  /** Pools that hold something are a trade away from each of their assets to the other. */
  #indexPool({ assetA, assetB, totalShares }: PoolEntry, by: 1 | -1): void {
    if (totalShares === 0n) return
    this.#pooled.add(assetA, assetB, by)
    this.#pooled.add(assetB, assetA, by)
  }

  #indexAccount(account: AccountEntry, by: 1 | -1): void {
    this.#signers.add(account.address, account.address, by)
    for (const signer of account.signers) {
      this.#signers.add(signerAddress(signer.key), account.address, by)
      if (signer.sponsor !== null) this.#sponsors.add(signer.sponsor, account.address, by)
    }
  }
}
