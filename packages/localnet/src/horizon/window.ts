import { fromTotalOrderId } from '../rpc/ids.ts'
import type { HorizonContext } from './context.ts'
import { type HistoryIndex, type Ordinal, ordinalOf, positionOf, type Ref, refOf } from './ingest/history-index.ts'
import type { HistoryPage } from './paging.ts'

/** Numbers from `from` up to, but without, `to`. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** More than the operations of one transaction. */
const POSITIONS = 128

/** The first operation whose total order id is above `id`. */
function firstAbove(index: HistoryIndex, id: bigint): Ref {
  const place = fromTotalOrderId(id)
  const ordinal = index.ordinalAt(place)
  const applied = index.transactions[ordinal]
  const exact = applied?.ledger === place.ledger && applied.applicationOrder === place.transaction
  return exact ? refOf(ordinal, Math.min(place.operation, POSITIONS)) : refOf(ordinal, 0)
}

/** The transactions of the history that is kept. */
export function keptTransactions({ index, core }: HorizonContext): Range {
  return { from: index.ordinalAt({ ledger: core.oldestLedger(), transaction: 0 }), to: index.transactions.length }
}

export function ledgerTransactions({ index }: HorizonContext, ledger: number): Range {
  return {
    from: index.ordinalAt({ ledger, transaction: 0 }),
    to: index.ordinalAt({ ledger: ledger + 1, transaction: 0 }),
  }
}

/** The transactions of a range that lie beyond the cursor of a page. */
export function transactionsBeyond(index: HistoryIndex, page: HistoryPage, range: Range): Range {
  if (page.after === undefined) return range
  const place = fromTotalOrderId(page.after.id)
  const ordinal = index.ordinalAt(place)
  const applied = index.transactions[ordinal]
  const exact = applied?.ledger === place.ledger && applied.applicationOrder === place.transaction
  if (page.descending) {
    return { from: range.from, to: Math.min(range.to, exact && place.operation > 0 ? ordinal + 1 : ordinal) }
  }
  return { from: Math.max(range.from, exact ? ordinal + 1 : ordinal), to: range.to }
}

/**
 * The operations of a range of transactions that lie beyond the cursor of a page.
 *
 * @param inclusive whether the cursor's own operation is among them, as for lists with several records an operation
 */
export function operationsBeyond(index: HistoryIndex, page: HistoryPage, range: Range, inclusive = false): Range {
  const whole = { from: refOf(range.from, 0), to: refOf(range.to, 0) }
  if (page.after === undefined) return whole
  const { id } = page.after
  const before = id === 0n ? 0n : id - 1n
  if (page.descending) return { from: whole.from, to: Math.min(whole.to, firstAbove(index, inclusive ? id : before)) }
  return { from: Math.max(whole.from, firstAbove(index, inclusive ? before : id)), to: whole.to }
}

function position(list: readonly number[], value: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The numbers of an ascending list that lie in a range. */
export function* numbersIn(list: readonly number[], range: Range, descending: boolean): Generator<number> {
  const from = position(list, range.from)
  const to = position(list, range.to)
  for (let step = 0; step < to - from; step++) yield list[descending ? to - 1 - step : from + step] ?? 0
}

export function* everyTransaction({ from, to }: Range, descending: boolean): Generator<Ordinal> {
  for (let step = 0; step < to - from; step++) yield descending ? to - 1 - step : from + step
}

/** Every operation of a range, whether or not anything is listed for it. */
export function* everyOperation(index: HistoryIndex, { from, to }: Range, descending: boolean): Generator<Ref> {
  const transactions = { from: ordinalOf(from), to: ordinalOf(to) + (positionOf(to) > 0 ? 1 : 0) }
  for (const ordinal of everyTransaction(transactions, descending)) {
    const count = index.operationCount(ordinal)
    for (let step = 0; step < count; step++) {
      const ref = refOf(ordinal, descending ? count - 1 - step : step)
      if (ref >= from && ref < to) yield ref
    }
  }
}
