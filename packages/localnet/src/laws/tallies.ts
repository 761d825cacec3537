import { type OwnedEntry, ownerOf, type TrustLineEntry } from '../ledger/entries.ts'
import { accountKey, issuerOf, NATIVE, poolIdOf, poolKey, trustLineKey } from '../ledger/keys.ts'
import type { LedgerState } from '../ledger/state.ts'
import { offerLiabilities } from '../orderbook/exchange.ts'

/** What the books of an account, a line or a pool must come to, counted afresh from everything that there is. */
export interface Tally {
  subEntries: number
  sponsoring: number
  sponsored: number
  /** Of the account in lumens, or of the line. */
  buying: bigint
  selling: bigint
  /** Of a line to an asset, lines of its owner to shares of pools of the asset; of a pool, all lines to its shares. */
  lines: number
  /** Of a pool, shares that anybody holds. */
  shares: bigint
}

/** Tallies by the stored key of the account, line or pool. */
export class Tallies {
  readonly #byKey = new Map<string, Tally>()

  at(key: string): Tally {
    let tally = this.#byKey.get(key)
    if (tally === undefined) {
      tally = { subEntries: 0, sponsoring: 0, sponsored: 0, buying: 0n, selling: 0n, lines: 0, shares: 0n }
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

/** Base reserves of an entry (CAP-33, CAP-38). */
function unitsOf(entry: OwnedEntry): number {
  if (entry.kind === 'trustline' && poolIdOf(entry.asset) !== null) return 2
  return entry.kind === 'account' ? 2 : 1
}

function countPoolLine(state: LedgerState, tallies: Tallies, { address, asset, balanceStroops }: TrustLineEntry): void {
  const poolId = poolIdOf(asset)
  const pool = poolId === null ? null : state.get(poolKey(poolId))
  if (pool?.kind !== 'pool') return
  const tally = tallies.at(poolKey(pool.poolId))
  tally.lines += 1
  tally.shares += balanceStroops
  for (const held of [pool.assetA, pool.assetB]) {
    if (held !== NATIVE && issuerOf(held) !== address) tallies.at(trustLineKey(address, held)).lines += 1
  }
}

/** Counts what every entry of the state adds to somebody's books. */
export function tally(state: LedgerState): Tallies {
  const tallies = new Tallies()
  for (const entry of state.entries.values()) {
    if (entry.kind === 'contract' || entry.kind === 'pool') continue
    if (entry.kind === 'claimableBalance') {
      if (entry.sponsor !== null) tallies.at(accountKey(entry.sponsor)).sponsoring += entry.claimants.length
      continue
    }
    const owner = ownerOf(entry)
    const units = unitsOf(entry)
    tallies.sponsorship(entry.sponsor, owner, units)
    if (entry.kind === 'account') {
      tallies.at(accountKey(owner)).subEntries += entry.signers.length
      for (const signer of entry.signers) tallies.sponsorship(signer.sponsor, owner, 1)
      continue
    }
    tallies.at(accountKey(owner)).subEntries += units
    if (entry.kind === 'trustline') countPoolLine(state, tallies, entry)
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
