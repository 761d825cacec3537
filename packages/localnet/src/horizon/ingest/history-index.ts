import type { AppliedTransaction, ClosedLedger, LocalnetCore } from '../../core/types.ts'
import { type Place, toTotalOrderId } from '../../rpc/ids.ts'
import type { LedgerHistory } from '../../server/history.ts'
import { baseAddress } from '../muxed.ts'
import { AssetEvents } from './asset-events.ts'
import { Decoded } from './decoded.ts'
import type { Effect } from './effect-types.ts'
import { effectsOf } from './effects.ts'
import { addTransactionParticipants, isPayment, operationParticipants, touchedBy } from './participants.ts'
import { type Trade, TradeBook } from './trade-book.ts'
import { exchangesOf } from './trades.ts'

/** A transaction's number in the index, counted from the oldest. */
export type Ordinal = number
/** An operation's number: that of its transaction, times `REF_STEP`, plus its position. */
export type Ref = number

/** More than the operations that one transaction holds. */
const REF_STEP = 128
/** So long a slice of catching up may hold the process. */
const SLICE_MS = 10
/** So often the history is read ahead of any question. */
const AHEAD_EVERY_MS = 100
/** So long a slice of that is while ledgers close one after the other: a twentieth of the time. */
const BUSY_SLICE_MS = 5

export const ordinalOf = (ref: Ref): Ordinal => Math.floor(ref / REF_STEP)
export const positionOf = (ref: Ref): number => ref % REF_STEP
export const refOf = (ordinal: Ordinal, position: number): Ref => ordinal * REF_STEP + position

/** What happened to one account, claimable balance or pool, oldest first. */
export interface Trail {
  readonly transactions: Ordinal[]
  readonly operations: Ref[]
  readonly payments: Ref[]
  /** Operations that had an effect here. */
  readonly effects: Ref[]
}

const newTrail = (): Trail => ({ transactions: [], operations: [], payments: [], effects: [] })

function addOnce(list: number[], value: number): void {
  if (list.at(-1) !== value) list.push(value)
}

/** The lists of one history; thrown away as a whole when the network was put back. */
class Lists {
  readonly transactions: AppliedTransaction[] = []
  readonly operationCounts: number[] = []
  readonly payments: Ref[] = []
  readonly effects: Ref[] = []
  readonly trails = new Map<string, Trail>()
  readonly trades = new TradeBook()
  latest: ClosedLedger | undefined
}

/**
 * Where in the history accounts, balances, pools and assets are found: lists of numbers that grow with every ledger, so
 * that a page is found without a look at anything that is not on it.
 *
 * It is derived: nothing of it is kept in a state file. It reads ledgers ahead, a little at a time, or at the
 * latest when a question is asked.
 */
export class HistoryIndex {
  readonly events: AssetEvents
  readonly #core: LocalnetCore
  readonly #history: LedgerHistory
  #lists = new Lists()
  #timer: NodeJS.Timeout | undefined
  #closedAt = 0
  #decoded: Decoded | undefined

  constructor(core: LocalnetCore, history: LedgerHistory) {
    this.#core = core
    this.#history = history
    this.events = new AssetEvents(core.networkId)
    core.onLedger(() => {
      this.#closedAt = performance.now()
      this.#readLater()
    })
    this.#readLater()
  }

  get transactions(): readonly AppliedTransaction[] {
    return this.#lists.transactions
  }

  get payments(): readonly Ref[] {
    return this.#lists.payments
  }

  /** Operations that had effects. */
  get effects(): readonly Ref[] {
    return this.#lists.effects
  }

  get trades(): TradeBook {
    return this.#lists.trades
  }

  get allTrades(): readonly Trade[] {
    return this.#lists.trades.all
  }

  /** Of an account (G...), a claimable balance or a pool (hex); undefined for what never appeared. */
  trail(name: string): Trail | undefined {
    return this.#lists.trails.get(name)
  }

  operationCount(ordinal: Ordinal): number {
    return this.#lists.operationCounts[ordinal] ?? 0
  }

  /** The number of the first transaction that does not come before a place. */
  ordinalAt({ ledger, transaction }: Pick<Place, 'ledger' | 'transaction'>): Ordinal {
    const { transactions } = this.#lists
    let low = 0
    let high = transactions.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const each = transactions[middle]
      const before =
        each !== undefined && (each.ledger < ledger || (each.ledger === ledger && each.applicationOrder < transaction))
      if (before) low = middle + 1
      else high = middle
    }
    return low
  }

  transaction(ordinal: Ordinal): AppliedTransaction {
    const applied = this.#lists.transactions[ordinal]
    if (applied === undefined) throw new Error(`there is no transaction ${ordinal} in the index`)
    return applied
  }

  /** The total order id of a transaction. */
  transactionId(ordinal: Ordinal): bigint {
    const { ledger, applicationOrder } = this.transaction(ordinal)
    return toTotalOrderId({ ledger, transaction: applicationOrder, operation: 0 })
  }

  operationId(ref: Ref): bigint {
    return this.transactionId(ordinalOf(ref)) + BigInt(positionOf(ref) + 1)
  }

  /** The transaction of an operation, read. The last one is kept, since its operations come one after the other. */
  decoded(ordinal: Ordinal): Decoded {
    const applied = this.transaction(ordinal)
    if (this.#decoded?.applied !== applied) this.#decoded = new Decoded(applied)
    return this.#decoded
  }

  effectsOf(ref: Ref): readonly Effect[] {
    return effectsOf(this.decoded(ordinalOf(ref)), positionOf(ref), this.events)
  }

  /** Reads what closed up to now. Other requests are served meanwhile. */
  async catchUp(): Promise<void> {
    const target = this.#core.latestLedger().sequence
    while (!this.#readSlice(target)) await new Promise((resolve) => setImmediate(resolve))
  }

  #readLater(): void {
    if (this.#timer !== undefined) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      const quiet = performance.now() - this.#closedAt >= AHEAD_EVERY_MS
      if (!this.#readSlice(this.#core.latestLedger().sequence, quiet ? SLICE_MS : BUSY_SLICE_MS)) this.#readLater()
    }, AHEAD_EVERY_MS)
    // Reading ahead is no reason for the process to live on.
    this.#timer.unref()
  }

  /** @returns whether everything up to the ledger was read */
  #readSlice(target: number, forMs = SLICE_MS): boolean {
    this.#checkHistory()
    const { latest } = this.#lists
    const end = performance.now() + forMs
    for (const ledger of this.#history.from(latest === undefined ? 0 : latest.sequence + 1)) {
      this.#readLedger(ledger)
      if (ledger.sequence >= target) break
      if (performance.now() > end) return false
    }
    return true
  }

  /** Starts over when the network was put back, and when most of what is listed has been forgotten. */
  #checkHistory(): void {
    const { latest, transactions } = this.#lists
    if (latest === undefined) return
    const putBack = this.#core.ledger(latest.sequence)?.hash !== latest.hash
    const forgotten = this.ordinalAt({ ledger: this.#core.oldestLedger(), transaction: 0 })
    if (putBack || forgotten * 2 > transactions.length) this.#lists = new Lists()
  }

  #readLedger(ledger: ClosedLedger): void {
    const lists = this.#lists
    const exchanges = []
    for (const applied of this.#core.transactionsOf(ledger.sequence)) {
      const decoded = new Decoded(applied)
      const ordinal = lists.transactions.length
      lists.transactions.push(applied)
      lists.operationCounts.push(decoded.operations.length)
      this.#readTransaction(decoded, ordinal)
      for (const at of decoded.operations.keys()) {
        const operationId = this.operationId(refOf(ordinal, at))
        for (const exchange of exchangesOf(decoded, at)) {
          exchanges.push({ ...exchange, operationId, closeTime: ledger.closeTime })
        }
      }
    }
    if (exchanges.length > 0) lists.trades.addLedger(exchanges)
    lists.latest = ledger
  }

  #readTransaction(decoded: Decoded, ordinal: Ordinal): void {
    const lists = this.#lists
    const involved = new Set<string>()
    addTransactionParticipants(decoded, involved)
    for (const at of decoded.operations.keys()) {
      const ref = refOf(ordinal, at)
      const payment = isPayment(decoded, at, this.events)
      if (payment) lists.payments.push(ref)
      const { balances, pools } = touchedBy(decoded, at)
      for (const name of [...operationParticipants(decoded, at, this.events), ...balances, ...pools]) {
        involved.add(name)
        const trail = this.#trail(name)
        trail.operations.push(ref)
        if (payment) trail.payments.push(ref)
      }
      const effects = effectsOf(decoded, at, this.events)
      if (effects.length > 0) lists.effects.push(ref)
      for (const { account } of effects) addOnce(this.#trail(baseAddress(account)).effects, ref)
      if (effects.length > 0) for (const pool of pools) addOnce(this.#trail(pool).effects, ref)
    }
    for (const name of involved) this.#trail(name).transactions.push(ordinal)
  }

  #trail(name: string): Trail {
    let trail = this.#lists.trails.get(name)
    if (trail === undefined) {
      trail = newTrail()
      this.#lists.trails.set(name, trail)
    }
    return trail
  }
}
