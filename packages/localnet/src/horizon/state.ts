import type { AccountEntry, DataEntry, OfferEntry, TrustLineEntry } from '../ledger/entries.ts'
import { type AssetName, accountKey, poolIdOf } from '../ledger/keys.ts'
import type { LedgerState } from '../ledger/state.ts'
import { EntryIndex } from './ingest/entry-index.ts'

/** The classic entries of the latest ledger, as Horizon looks them up. */
export interface ClassicState {
  readonly account: (address: string) => AccountEntry | undefined
  /** In the order of asset code and issuer: those to shares of pools, which have neither, first. */
  readonly trustLinesOf: (address: string) => readonly TrustLineEntry[]
  readonly dataOf: (address: string) => readonly DataEntry[]
  /** Offers that sell one asset for another, best price first. */
  readonly offers: (selling: AssetName, buying: AssetName) => readonly OfferEntry[]
  /** Everything by what lists are asked for. */
  readonly entries: EntryIndex
}

const orderOf = ({ asset }: TrustLineEntry): string => `${poolIdOf(asset) === null ? 1 : 0}${asset}`

export function classicState(state: LedgerState): ClassicState {
  const entries = new EntryIndex(state)
  return {
    account(address) {
      const entry = state.get(accountKey(address))
      return entry?.kind === 'account' ? entry : undefined
    },
    trustLinesOf: (address) =>
      [...state.ownedBy(address)]
        .filter((entry) => entry.kind === 'trustline')
        .sort((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1)),
    dataOf: (address) => [...state.ownedBy(address)].filter((entry) => entry.kind === 'data'),
    offers: (selling, buying) => state.book.offers(selling, buying),
    entries,
  }
}
