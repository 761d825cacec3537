import type { AccountEntry, DataEntry, OfferEntry, TrustLineEntry } from '../ledger/entries.ts'
import { type AssetName, accountKey } from '../ledger/keys.ts'
import type { LedgerState } from '../ledger/state.ts'

/** The classic entries of the latest ledger, as Horizon looks them up. */
export interface ClassicState {
  readonly account: (address: string) => AccountEntry | undefined
  /** In the order of asset code and issuer. */
  readonly trustLinesOf: (address: string) => readonly TrustLineEntry[]
  readonly dataOf: (address: string) => readonly DataEntry[]
  /** In the order of their ids. */
  readonly offersOf: (address: string) => readonly OfferEntry[]
  /** Offers that sell one asset for another, best price first. */
  readonly offers: (selling: AssetName, buying: AssetName) => readonly OfferEntry[]
}

export function classicState(state: LedgerState): ClassicState {
  /** Lines and data have no index by their owner: Horizon is asked too rarely for one to pay. */
  function* ownedBy(prefix: string) {
    for (const [key, entry] of state.entries) if (key.startsWith(prefix)) yield entry
  }
  return {
    account(address) {
      const entry = state.get(accountKey(address))
      return entry?.kind === 'account' ? entry : undefined
    },
    trustLinesOf: (address) =>
      ownedBy(`t${address}|`)
        .filter((entry) => entry.kind === 'trustline')
        .toArray()
        .sort((left, right) => (left.asset < right.asset ? -1 : 1)),
    dataOf: (address) =>
      ownedBy(`d${address}|`)
        .filter((entry) => entry.kind === 'data')
        .toArray(),
    offersOf: (address) =>
      [...state.offersOf(address)]
        .map((key) => state.get(key))
        .filter((entry) => entry?.kind === 'offer')
        .sort((left, right) => (left.offerId < right.offerId ? -1 : 1)),
    offers: (selling, buying) => state.book.offers(selling, buying),
  }
}
