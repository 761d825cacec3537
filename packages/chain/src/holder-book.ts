import { addressKind } from './address.ts'
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
  /** Stroops by address; nobody with 0. What lies in an offer is still its seller's. */
  readonly holdings: ReadonlyMap<string, bigint>
  readonly mintedStroops: bigint
  readonly clawedBackStroops: bigint
  readonly burntStroops: bigint
}

/** The book of an asset before its first event, which is in `firstLedger` or later. */
export const emptyBook = (contractId: string, firstLedger: number): HolderBook => ({
  contractId,
  throughLedger: firstLedger - 1,
  holdings: new Map(),
  mintedStroops: 0n,
  clawedBackStroops: 0n,
  burntStroops: 0n,
})

/**
 * Enters movements in the order they happened.
 *
 * @throws {Error} if a holder would fall below zero: then events are missing, and nothing may be paid on this book.
 */
export function enter(book: HolderBook, movements: Iterable<TokenMovement>, throughLedger: number): HolderBook {
  const holdings = new Map(book.holdings)
  let { mintedStroops, clawedBackStroops, burntStroops } = book
  for (const { kind, from, to, amountStroops } of movements) {
    if (from !== undefined) add(holdings, from, -amountStroops)
    if (to !== undefined) add(holdings, to, amountStroops)
    if (kind === 'mint') mintedStroops += amountStroops
    if (kind === 'clawback') clawedBackStroops += amountStroops
    if (kind === 'burn') burntStroops += amountStroops
  }
  return { contractId: book.contractId, throughLedger, holdings, mintedStroops, clawedBackStroops, burntStroops }
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

/** The holdings in the order of their addresses, split by whether an account or a contract holds them. */
export function splitHoldings(book: HolderBook): {
  readonly holders: readonly Holding[]
  readonly unattributed: readonly Holding[]
} {
  const all = [...book.holdings]
    .map(([address, stroops]): Holding => ({ address, stroops }))
    .sort((a, b) => (a.address < b.address ? -1 : 1))
  const isHolder = ({ address }: Holding): boolean => {
    const kind = addressKind(address)
    return kind === 'account' || kind === 'contract'
  }
  return { holders: all.filter(isHolder), unattributed: all.filter((holding) => !isHolder(holding)) }
}
