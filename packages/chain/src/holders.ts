import { err, networkId, ok, type Result, sum } from '@heliobond/domain'
import type { Api } from '@stellar/stellar-sdk/rpc'
import { hexOf, sha256 } from './bytes.ts'
import type { Chain } from './chain.ts'
import { transactionFacts } from './entry-facts.ts'
import { type ChainEvent, eventPages } from './events.ts'
import {
  type BookedMovement,
  emptyBook,
  enter,
  type HolderBook,
  type Holding,
  needsFacts,
  type Placed,
  splitHoldings,
} from './holder-book.ts'
import { type LedgerAtRefusal, type LedgerTime, ledgerAt } from './ledgers.ts'
import { tokenMovement } from './token-movement.ts'

/** Who held an asset when a record time passed. The same ledger gives the same bytes to everybody. */
export interface HolderSnapshot {
  /** The last ledger that closed at or before the record time. */
  readonly ledger: LedgerTime
  /** Accounts and contracts, by address, with all that is theirs wherever it lies. Law: holders + unattributed = supply. */
  readonly holders: readonly Holding[]
  /** Claimable balances of several people or under conditions, and what a pool's shares do not divide, by id. */
  readonly unattributed: readonly Holding[]
  /** Every holding with its place: what `holders` and `unattributed` are made of. */
  readonly placed: readonly Placed[]
  readonly unattributedStroops: bigint
  /** Sent to the issuer: it counts as outstanding until it is clawed back, and has no owner. */
  readonly burntStroops: bigint
  readonly mintedStroops: bigint
  readonly clawedBackStroops: bigint
  /** minted - clawed back - burnt */
  readonly supplyStroops: bigint
  /** The snapshot as canonical JSON lines, to be published. */
  readonly lines: string
  /** SHA-256 of `lines`, hex: the snapshot's hash in a coupon's proposal. */
  readonly hash: string
  /** To go on from, once the network has forgotten the events. */
  readonly book: HolderBook
}

export interface SnapshotQuery {
  /** The asset's contract (SAC). */
  readonly contractId: string
  /** A ledger at or before the asset's first event. */
  readonly firstLedger: number
  readonly recordTime: bigint
  /** What was read before, of a ledger at or before the record time. */
  readonly book?: HolderBook
}

/** The events needed are older than what the RPC keeps. */
export type HistoryMissing = {
  readonly code: 'EVENTS_MISSING'
  readonly wantedLedger: number
  readonly oldestLedger: number
}

/** Who held the asset at a record time, replayed from the network's own events. */
export async function holdersFromEvents(
  chain: Chain,
  query: SnapshotQuery,
): Promise<Result<HolderSnapshot, LedgerAtRefusal | HistoryMissing>> {
  const ledger = await ledgerAt(chain, query.recordTime)
  if (!ledger.ok) return ledger
  const book = await advanceBook(
    chain,
    query.book ?? emptyBook(query.contractId, query.firstLedger),
    ledger.value.sequence,
  )
  return book.ok ? ok(snapshotOf(book.value, ledger.value, chain.config.passphrase)) : book
}

/**
 * Brings a book up to a ledger that has closed. An indexer does so often, and keeps the book: the network forgets.
 *
 * @throws {RangeError} if the book is further on already: it cannot go back.
 */
export async function advanceBook(
  chain: Chain,
  book: HolderBook,
  throughLedger: number,
): Promise<Result<HolderBook, HistoryMissing>> {
  if (book.throughLedger > throughLedger) {
    throw new RangeError(`the book is at ledger ${book.throughLedger}, later than ${throughLedger}`)
  }
  if (book.throughLedger === throughLedger) return ok(book)
  const wantedLedger = book.throughLedger + 1
  const { oldestLedger } = await chain.rpc.ask<Api.GetHealthResponse>('getHealth')
  if (wantedLedger < oldestLedger) return err({ code: 'EVENTS_MISSING', wantedLedger, oldestLedger })

  let current = book
  const query = { contractIds: [book.contractId], from: { ledger: wantedLedger }, through: throughLedger }
  for await (const page of eventPages(chain, query)) {
    const movements = await bookedMovements(
      chain,
      page.events.filter((event) => event.ledger <= throughLedger),
    )
    current = enter(current, movements, Math.min(page.coveredLedger, throughLedger))
  }
  if (current.throughLedger < throughLedger) throw new Error(`events end at ledger ${current.throughLedger}`)
  return ok(current)
}

/**
 * The movements that token events tell of, with what their transactions say of claimable balances and pools.
 *
 * @throws {Error} if the network does not know a transaction whose event it gave: nothing may be paid on such a book.
 */
export async function bookedMovements(chain: Chain, events: readonly ChainEvent[]): Promise<BookedMovement[]> {
  const movements: BookedMovement[] = []
  for (const event of events) {
    const movement = tokenMovement(event)
    if (!movement) continue
    if (!needsFacts(movement)) {
      movements.push(movement)
      continue
    }
    const facts = await transactionFacts(chain, event.txHash)
    if (!facts) throw new Error(`transaction ${event.txHash} moved the asset, and the network does not know it`)
    movements.push({ ...movement, facts })
  }
  return movements
}

/** The snapshot that a book is, and its canonical form. */
export function snapshotOf(book: HolderBook, ledger: LedgerTime, passphrase: string): HolderSnapshot {
  const { holders, unattributed, placed } = splitHoldings(book)
  const { mintedStroops, clawedBackStroops, burntStroops } = book
  const supplyStroops = mintedStroops - clawedBackStroops - burntStroops
  const held = sum([...holders, ...unattributed].map(({ stroops }) => stroops))
  if (held !== supplyStroops) throw new Error(`holdings add up to ${held} stroops, the supply is ${supplyStroops}`)
  const head = {
    network: hexOf(networkId(passphrase)),
    contract: book.contractId,
    ledger: ledger.sequence,
    closedAt: ledger.closedAt.toString(),
    minted: mintedStroops.toString(),
    clawedBack: clawedBackStroops.toString(),
    burnt: burntStroops.toString(),
  }
  const lines = [
    head,
    ...holders.map(({ address, stroops }) => ({ holder: address, stroops: stroops.toString() })),
    ...unattributed.map(({ address, stroops }) => ({ unattributed: address, stroops: stroops.toString() })),
    // Where it is not in the holder's own account, so that everybody can look it up there.
    ...placed
      .filter(({ holder, placeId }) => placeId !== '' && holder !== placeId)
      .map(({ holder, placeId, stroops }) => ({ in: placeId, of: holder, stroops: stroops.toString() })),
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
  return {
    ledger,
    holders,
    unattributed,
    placed,
    unattributedStroops: sum(unattributed.map(({ stroops }) => stroops)),
    burntStroops,
    mintedStroops,
    clawedBackStroops,
    supplyStroops,
    lines,
    hash: hexOf(sha256(Buffer.from(lines, 'utf8'))),
    book,
  }
}
