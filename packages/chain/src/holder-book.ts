import { mulDivFloor } from '@heliobond/domain'
import { addressKind } from './address.ts'
import type { EntryFacts } from './entry-facts.ts'
import type { TokenMovement } from './token-movement.ts'

/**
 * Who holds an asset after all events up to and in a ledger.
 *
 * Law: the holdings add up to `minted - clawedBack - burnt`, and none is negative.
 */
export interface HolderBook {
  /** The asset's contract (SAC). */
  readonly contractId: string
  readonly throughLedger: number
  /** Stroops by address (`G...`, `C...`, `B...`, `L...`); nobody with 0. What lies in an offer is still its seller's. */
  readonly holdings: ReadonlyMap<string, bigint>
  /** Who alone may claim a claimable balance at any time, by its id; what has several or conditions is not in it. */
  readonly claimants: ReadonlyMap<string, string>
  /** Shares of pools by pool and holder; nobody with 0. */
  readonly shares: ReadonlyMap<string, ReadonlyMap<string, bigint>>
  readonly mintedStroops: bigint
  readonly clawedBackStroops: bigint
  readonly burntStroops: bigint
}

/** A movement, and what its transaction says of claimable balances and pools, where it touches one. */
export type BookedMovement = TokenMovement & { readonly facts?: EntryFacts }

/** The book of an asset before its first event, which is in `firstLedger` or later. */
export const emptyBook = (contractId: string, firstLedger: number): HolderBook => ({
  contractId,
  throughLedger: firstLedger - 1,
  holdings: new Map(),
  claimants: new Map(),
  shares: new Map(),
  mintedStroops: 0n,
  clawedBackStroops: 0n,
  burntStroops: 0n,
})

/** Whether only the transaction itself can tell whose the money is that moved: it went to a claimable balance, or a pool's shares changed. */
export function needsFacts({ from, to }: TokenMovement): boolean {
  const isPool = (address: string | undefined) => address !== undefined && addressKind(address) === 'liquidity-pool'
  return isPool(from) || isPool(to) || (to !== undefined && addressKind(to) === 'claimable-balance')
}

/**
 * Enters movements in the order they happened.
 *
 * @throws {Error} if a holder would fall below zero: then events are missing, and nothing may be paid on this book.
 */
export function enter(book: HolderBook, movements: Iterable<BookedMovement>, throughLedger: number): HolderBook {
  const holdings = new Map(book.holdings)
  const claimants = new Map(book.claimants)
  const shares = new Map([...book.shares].map(([pool, held]) => [pool, new Map(held)] as const))
  let { mintedStroops, clawedBackStroops, burntStroops } = book
  for (const { kind, from, to, amountStroops, facts } of movements) {
    if (from !== undefined) add(holdings, from, -amountStroops)
    if (to !== undefined) add(holdings, to, amountStroops)
    if (kind === 'mint') mintedStroops += amountStroops
    if (kind === 'clawback') clawedBackStroops += amountStroops
    if (kind === 'burn') burntStroops += amountStroops
    for (const { id, soleClaimant } of facts?.claimableBalances ?? [])
      if (soleClaimant !== undefined) claimants.set(id, soleClaimant)
    for (const { poolId, holder, shares: count } of facts?.poolShares ?? []) {
      const pool = shares.get(poolId) ?? new Map<string, bigint>()
      if (count === 0n) pool.delete(holder)
      else pool.set(holder, count)
      shares.set(poolId, pool)
    }
  }
  const { contractId } = book
  return { contractId, throughLedger, holdings, claimants, shares, mintedStroops, clawedBackStroops, burntStroops }
}

function add(holdings: Map<string, bigint>, address: string, stroops: bigint): void {
  const held = (holdings.get(address) ?? 0n) + stroops
  if (held < 0n) throw new Error(`${address} would hold ${held} stroops: events are missing`)
  if (held === 0n) holdings.delete(address)
  else holdings.set(address, held)
}

/** One line of a snapshot. */
export interface Holding {
  readonly address: string
  readonly stroops: bigint
}

/** Where the bonds of a holder lie. */
export interface Placed {
  /** Whose they are; a claimable balance's or a pool's own id where that is not known. */
  readonly holder: string
  readonly place: 'account' | 'contract' | 'claimable' | 'pool'
  /** The claimable balance's or the pool's id; empty for accounts and contracts. */
  readonly placeId: string
  readonly stroops: bigint
}

/**
 * Every holding with its owner and its place, in order of holder, place and id.
 *
 * A claimable balance is its sole unconditional claimant's. A pool is its shareholders', each `floor(held x shares / all shares)`; what that
 * leaves over, and what has no known owner, stands under the place's own id. Law: the lines add up to the holdings.
 */
export function placedHoldings(book: HolderBook): readonly Placed[] {
  const placed: Placed[] = []
  for (const [address, stroops] of book.holdings) {
    const kind = addressKind(address)
    if (kind === 'claimable-balance') {
      placed.push({ holder: book.claimants.get(address) ?? address, place: 'claimable', placeId: address, stroops })
    } else if (kind === 'liquidity-pool') {
      placed.push(...pooled(address, stroops, book.shares.get(address) ?? new Map()))
    } else if (kind === 'contract') {
      placed.push({ holder: address, place: 'contract', placeId: '', stroops })
    } else {
      placed.push({ holder: address, place: 'account', placeId: '', stroops })
    }
  }
  return placed.sort(
    (a, b) => compare(a.holder, b.holder) || compare(a.place, b.place) || compare(a.placeId, b.placeId),
  )
}

function pooled(poolId: string, stroops: bigint, shares: ReadonlyMap<string, bigint>): Placed[] {
  const all = [...shares.values()].reduce((total, count) => total + count, 0n)
  const parts = [...shares].flatMap(([holder, count]): Placed[] => {
    const part = mulDivFloor(stroops, count, all)
    return part > 0n ? [{ holder, place: 'pool', placeId: poolId, stroops: part }] : []
  })
  const rest = stroops - parts.reduce((total, part) => total + part.stroops, 0n)
  return rest > 0n ? [...parts, { holder: poolId, place: 'pool', placeId: poolId, stroops: rest }] : parts
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The holdings by owner in the order of their addresses, split by whether the owner is known. */
export function splitHoldings(book: HolderBook): {
  readonly holders: readonly Holding[]
  readonly unattributed: readonly Holding[]
  readonly placed: readonly Placed[]
} {
  const placed = placedHoldings(book)
  const byOwner = new Map<string, bigint>()
  for (const { holder, stroops } of placed) byOwner.set(holder, (byOwner.get(holder) ?? 0n) + stroops)
  const all = [...byOwner].map(([address, stroops]): Holding => ({ address, stroops }))
  const isHolder = ({ address }: Holding): boolean => {
    const kind = addressKind(address)
    return kind === 'account' || kind === 'contract'
  }
  return { holders: all.filter(isHolder), unattributed: all.filter((holding) => !isHolder(holding)), placed }
}
