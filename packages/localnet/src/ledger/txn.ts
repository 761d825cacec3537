import { compareOffers } from '../orderbook/book.ts'
import { keyOf } from './codec.ts'
import {
  type AccountEntry,
  type ClaimableBalanceEntry,
  cloneEntry,
  type Entry,
  type OfferEntry,
  type PoolEntry,
  type TrustLineEntry,
} from './entries.ts'
import {
  type AssetName,
  accountKey,
  claimableBalanceKey,
  offerKey,
  poolIdOf,
  poolKey,
  poolShareName,
  trustLineKey,
} from './keys.ts'
import type { LedgerState } from './state.ts'

/** What an operation needs to know of the ledger that is being closed. */
export interface LedgerContext {
  readonly networkId: Uint8Array
  readonly protocolVersion: number
  readonly sequence: number
  /** Unix seconds. */
  readonly closeTime: bigint
  readonly baseFeeStroops: bigint
  readonly baseReserveStroops: bigint
  /** The highest sequence number that a transaction of this very ledger carries, by its source; while it is applied. */
  readonly highestSequences?: ReadonlyMap<string, bigint>
}

/** One entry that a layer touched: what lay below it and what the layer made of it (null: absent). */
export interface EntryChange {
  readonly key: string
  readonly before: Entry | null
  readonly after: Entry | null
}

/**
 * A layer over the state whose changes are seen above it, and below it only once it is committed.
 *
 * Layers nest: one for a transaction, one for each of its operations. Dropping a layer undoes everything in it. `load`
 * hands out an entry that may be changed in place; `peek` one that must not be.
 */
export class LedgerTxn {
  readonly context: LedgerContext
  readonly #state: LedgerState
  readonly #parent: LedgerTxn | null
  readonly #changes = new Map<string, Entry | null>()
  readonly #offers = new Set<string>()
  idPool: bigint

  private constructor(context: LedgerContext, state: LedgerState, parent: LedgerTxn | null) {
    this.context = context
    this.#state = state
    this.#parent = parent
    this.idPool = parent === null ? state.idPool : parent.idPool
  }

  /** A first layer over the state. */
  static over(state: LedgerState, context: LedgerContext): LedgerTxn {
    return new LedgerTxn(context, state, null)
  }

  child(): LedgerTxn {
    return new LedgerTxn(this.context, this.#state, this)
  }

  peek(key: string): Entry | null {
    for (let layer: LedgerTxn | null = this; layer !== null; layer = layer.#parent) {
      const entry = layer.#changes.get(key)
      if (entry !== undefined) return entry
    }
    return this.#state.get(key)
  }

  /** The entry, to be changed in place. It counts as modified in this ledger from now on. */
  load(key: string): Entry | null {
    const own = this.#changes.get(key)
    if (own !== undefined) return own
    const below = this.#below(key)
    if (below === null) return null
    const copy = cloneEntry(below)
    copy.lastModifiedLedger = this.context.sequence
    this.#set(key, copy)
    return copy
  }

  /** Adds an entry, or puts another in its place. Entries of contracts say themselves when they were modified. */
  put(entry: Entry): void {
    if (entry.kind !== 'contract') entry.lastModifiedLedger = this.context.sequence
    this.#set(keyOf(entry), entry)
  }

  erase(key: string): void {
    this.#changes.set(key, null)
    if (key.startsWith('o')) this.#offers.add(key)
  }

  peekAccount(address: string): AccountEntry | null {
    return asKind(this.peek(accountKey(address)), 'account')
  }

  loadAccount(address: string): AccountEntry | null {
    return asKind(this.load(accountKey(address)), 'account')
  }

  /** An account that must exist. @throws {Error} if it does not: a broken ledger, not a refusal. */
  requireAccount(address: string): AccountEntry {
    const account = this.loadAccount(address)
    if (account === null) throw new Error(`account ${address} is missing`)
    return account
  }

  peekTrustLine(address: string, asset: AssetName): TrustLineEntry | null {
    return asKind(this.peek(trustLineKey(address, asset)), 'trustline')
  }

  loadTrustLine(address: string, asset: AssetName): TrustLineEntry | null {
    return asKind(this.load(trustLineKey(address, asset)), 'trustline')
  }

  loadOffer(seller: string, offerId: bigint): OfferEntry | null {
    return asKind(this.load(offerKey(seller, offerId)), 'offer')
  }

  /** @param balanceId 32 bytes, hex */
  loadClaimableBalance(balanceId: string): ClaimableBalanceEntry | null {
    return asKind(this.load(claimableBalanceKey(balanceId)), 'claimableBalance')
  }

  /** @param poolId 32 bytes, hex */
  peekPool(poolId: string): PoolEntry | null {
    return asKind(this.peek(poolKey(poolId)), 'pool')
  }

  /** @param poolId 32 bytes, hex */
  loadPool(poolId: string): PoolEntry | null {
    return asKind(this.load(poolKey(poolId)), 'pool')
  }

  /** The lines of an account to shares of pools, in the order of the pools' ids; not to be changed. */
  poolLinesOf(address: string): TrustLineEntry[] {
    const prefix = trustLineKey(address, poolShareName(''))
    const keys = new Set<string>()
    for (const entry of this.#state.ownedBy(address)) {
      if (entry.kind === 'trustline' && poolIdOf(entry.asset) !== null) keys.add(keyOf(entry))
    }
    for (let layer: LedgerTxn | null = this; layer !== null; layer = layer.#parent) {
      for (const key of layer.#changes.keys()) if (key.startsWith(prefix)) keys.add(key)
    }
    return [...keys].sort().flatMap((key) => asKind(this.peek(key), 'trustline') ?? [])
  }

  /** The offer to take next when giving `buying` for `selling`; not to be changed. */
  bestOffer(selling: AssetName, buying: AssetName): OfferEntry | null {
    const seen = new Set<string>()
    let best: OfferEntry | null = null
    for (let layer: LedgerTxn | null = this; layer !== null; layer = layer.#parent) {
      for (const key of layer.#offers) {
        if (seen.has(key)) continue
        seen.add(key)
        const offer = asKind(layer.#changes.get(key) ?? null, 'offer')
        if (offer === null || offer.selling !== selling || offer.buying !== buying) continue
        if (best === null || compareOffers(offer, best) < 0) best = offer
      }
    }
    for (const offer of this.#state.book.offers(selling, buying)) {
      if (seen.has(offerKey(offer.seller, offer.offerId))) continue
      return best === null || compareOffers(offer, best) < 0 ? offer : best
    }
    return best
  }

  /** The offers that an account has open, in order of their ids; not to be changed. */
  offersOf(address: string): OfferEntry[] {
    const keys = new Set(this.#state.offersOf(address))
    for (let layer: LedgerTxn | null = this; layer !== null; layer = layer.#parent) {
      for (const key of layer.#offers) keys.add(key)
    }
    const offers: OfferEntry[] = []
    for (const key of keys) {
      const offer = asKind(this.peek(key), 'offer')
      if (offer !== null && offer.seller === address) offers.push(offer)
    }
    return offers.sort((a, b) => (a.offerId < b.offerId ? -1 : 1))
  }

  nextOfferId(): bigint {
    this.idPool += 1n
    return this.idPool
  }

  /** What this layer touched, in the order of first touch. */
  *changes(): Iterable<EntryChange> {
    for (const [key, after] of this.#changes) {
      const before = this.#below(key)
      if (before !== null || after !== null) yield { key, before, after }
    }
  }

  /** Writes the layer into the one below, or into the state. The layer must not be used again. */
  commit(): void {
    if (this.#parent !== null) {
      for (const [key, entry] of this.#changes) {
        this.#parent.#changes.set(key, entry)
        if (this.#offers.has(key)) this.#parent.#offers.add(key)
      }
      this.#parent.idPool = this.idPool
      return
    }
    for (const [key, entry] of this.#changes) {
      if (entry === null) this.#state.delete(key)
      else this.#state.put(entry)
    }
    this.#state.idPool = this.idPool
  }

  #below(key: string): Entry | null {
    return this.#parent === null ? this.#state.get(key) : this.#parent.peek(key)
  }

  #set(key: string, entry: Entry): void {
    this.#changes.set(key, entry)
    if (entry.kind === 'offer') this.#offers.add(key)
  }
}

function asKind<K extends Entry['kind']>(entry: Entry | null, kind: K): Extract<Entry, { kind: K }> | null {
  if (entry === null) return null
  if (entry.kind !== kind) throw new Error(`expected ${kind} entry, found ${entry.kind}`)
  return entry as Extract<Entry, { kind: K }>
}
