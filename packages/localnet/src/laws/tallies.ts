import { ownerOf } from '../ledger/entries.ts'
import { accountKey, issuerOf, NATIVE, trustLineKey } from '../ledger/keys.ts'
import type { LedgerState } from '../ledger/state.ts'
import { offerLiabilities } from '../orderbook/exchange.ts'

/** What an account's books must come to, counted afresh from everything it owns. */
export interface Tally {
  subEntries: number
  sponsoring: number
  sponsored: number
  /** Of the account in lumens, or of the line. */
  buying: bigint
  selling: bigint
}

/** Tallies by the stored key of the account or line. */
export class Tallies {
  readonly #byKey = new Map<string, Tally>()

  at(key: string): Tally {
    let tally = this.#byKey.get(key)
    if (tally === undefined) {
      tally = { subEntries: 0, sponsoring: 0, sponsored: 0, buying: 0n, selling: 0n }
      this.#byKey.set(key, tally)
    }
    return tally
  }

  sponsorship(sponsor: string | null, owner: string, units: number): void {
    if (sponsor === null) return
    this.at(accountKey(sponsor)).sponsoring += units
    this.at(accountKey(owner)).sponsored += units
  }

  liability(owner: string, asset: string, side: 'buying' | 'selling', amount: bigint): void {
    if (issuerOf(asset) === owner) return
    this.at(asset === NATIVE ? accountKey(owner) : trustLineKey(owner, asset))[side] += amount
  }
}

/** Counts what every entry of the state adds to somebody's books. */
export function tally(state: LedgerState): Tallies {
  const tallies = new Tallies()
  for (const entry of state.entries.values()) {
    if (entry.kind === 'contract') continue
    if (entry.kind === 'claimableBalance') {
      if (entry.sponsor !== null) tallies.at(accountKey(entry.sponsor)).sponsoring += entry.claimants.length
      continue
    }
    const owner = ownerOf(entry)
    tallies.sponsorship(entry.sponsor, owner, entry.kind === 'account' ? 2 : 1)
    if (entry.kind === 'account') {
      tallies.at(accountKey(owner)).subEntries += entry.signers.length
      for (const signer of entry.signers) tallies.sponsorship(signer.sponsor, owner, 1)
      continue
    }
    tallies.at(accountKey(owner)).subEntries += 1
    if (entry.kind !== 'offer') continue
    const { buyingStroops, sellingStroops } = offerLiabilities(
      { n: entry.priceN, d: entry.priceD },
      entry.amountStroops,
    )
    tallies.liability(owner, entry.buying, 'buying', buyingStroops)
    tallies.liability(owner, entry.selling, 'selling', sellingStroops)
  }
  return tallies
}
