import type { LedgerHistory } from '../server/history.ts'
import { readFormat, type XdrFormat } from './format.ts'
import { type Checked, INVALID_REQUEST, refuse } from './outcome.ts'

/** What `getLedgers` and `getTransactions` take alike. */
interface PageRequest {
  readonly startLedger?: number
  readonly pagination?: { readonly cursor?: string; readonly limit?: number }
  readonly xdrFormat?: string
}

export interface Page {
  readonly startLedger: number
  /** Empty text counts as absent, as it does on the network. */
  readonly cursor: string | undefined
  /** 0 means the method's default. */
  readonly limit: number
  readonly format: XdrFormat
}

export function isWithin(sequence: number, history: LedgerHistory): boolean {
  return sequence >= history.oldest().sequence && sequence <= history.latest().sequence
}

/** The ledgers that there are, in the network's words. */
export function rangeOf(history: LedgerHistory): string {
  const [oldest, latest] = [history.oldest().sequence, history.latest().sequence]
  return `between the oldest ledger: ${oldest} and the latest ledger: ${latest} for this rpc instance`
}

/**
 * Which part of the history is asked for: from a ledger that there is, or after a cursor, not both (go-stellar-sdk, `ValidatePagination`).
 * A wrong form for the XDR is told beside it, on a line of its own.
 */
export function readPage(asked: PageRequest, history: LedgerHistory, maxLimit: number): Checked<Page> {
  const { startLedger = 0, pagination } = asked
  const cursor = pagination?.cursor || undefined
  const limit = pagination?.limit ?? 0
  const wrong: string[] = []
  if (cursor !== undefined && startLedger !== 0) {
    wrong.push(`startLedger (${startLedger}) and cursor (${cursor}) cannot both be set`)
  } else if (cursor === undefined && !isWithin(startLedger, history)) {
    wrong.push(`start ledger (${startLedger}) must be ${rangeOf(history)}`)
  } else if (limit > maxLimit) wrong.push(`limit must not exceed ${maxLimit}`)
  const format = readFormat(asked.xdrFormat)
  if ('error' in format) wrong.push(format.error.message)
  if ('error' in format || wrong.length > 0) return refuse(INVALID_REQUEST, wrong.join('\n'))
  return { value: { startLedger, cursor, limit, format: format.value } }
}

/** A number in a text, or what Go's `strconv` says of it. */
export function parseGoInteger(text: string, reader: 'ParseInt' | 'ParseUint', bits: 32 | 64): bigint | string {
  const isNumber = reader === 'ParseInt' ? /^[+-]?\d+$/ : /^\d+$/
  const quoted = JSON.stringify(text)
  if (!isNumber.test(text)) return `strconv.${reader}: parsing ${quoted}: invalid syntax`
  const value = BigInt(text)
  const fits = reader === 'ParseUint' ? BigInt.asUintN(bits, value) === value : BigInt.asIntN(bits, value) === value
  return fits ? value : `strconv.${reader}: parsing ${quoted}: value out of range`
}
