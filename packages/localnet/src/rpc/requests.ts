import { xdr } from '@stellar/stellar-sdk/base'
import { fromBase64 } from '../server/encoding.ts'
import { parseEventId } from './ids.ts'

/** What each method of the network's RPC takes: the request types of its protocol (go-stellar-sdk, protocols/rpc). */

const named = <const Fields extends Record<string, unknown>>(struct: string, fields: Fields) =>
  ({ struct, fields }) as const

export const nothing = (struct: string) => named(struct, {})

export const getLedgerEntriesRequest = named('GetLedgerEntriesRequest', {
  keys: { list: 'string' },
  xdrFormat: 'string',
})

export const sendTransactionRequest = named('SendTransactionRequest', { transaction: 'string', xdrFormat: 'string' })

export const getTransactionRequest = named('GetTransactionRequest', {
  hash: 'string',
  xdrFormat: 'string',
  minLedger: 'uint32',
  maxLedger: 'uint32',
})

const ledgerPagination = named('LedgerPaginationOptions', { cursor: 'string', limit: 'uint' })

export const getTransactionsRequest = named('GetTransactionsRequest', {
  startLedger: 'uint32',
  pagination: ledgerPagination,
  xdrFormat: 'string',
})

/** The network's has no parameters. A form for the XDR is taken here all the same. */
export const getLatestLedgerRequest = named('GetLatestLedgerRequest', { xdrFormat: 'string' })

export const getLedgersRequest = named('GetLedgersRequest', {
  startLedger: 'uint32',
  pagination: ledgerPagination,
  xdrFormat: 'string',
})

export const simulateTransactionRequest = named('SimulateTransactionRequest', {
  transaction: 'string',
  resourceConfig: named('ResourceConfig', { instructionLeeway: 'uint64' }),
  authMode: 'string',
  useUpgradedAuth: 'bool',
  xdrFormat: 'string',
})

/** A text that has rules of its own; what is no text is refused in Go's words. */
const ownText = <T>(read: (text: string) => { readonly value: T } | { readonly wrong: string }) =>
  ({
    own: (value: unknown) => {
      if (typeof value === 'string') return read(value)
      const kind = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value
      return { wrong: `json: cannot unmarshal ${kind} into Go value of type string` }
    },
  }) as const

const eventCursor = ownText((text) => {
  const parsed = parseEventId(text)
  return parsed === undefined ? { wrong: `invalid event id ${text}` } : { value: parsed }
})

/** `*`, `**` or the base64 XDR of a value. */
const segment = ownText((text) => {
  if (text === '*' || text === '**') return { value: text }
  try {
    return { value: xdr.ScVal.fromXdr(fromBase64(text)).toXdr('base64') }
  } catch {
    return { wrong: `could not decode the topic segment ${text}` }
  }
})

export const getEventsRequest = named('GetEventsRequest', {
  startLedger: 'uint32',
  endLedger: 'uint32',
  filters: {
    list: named('EventFilter', {
      type: 'string',
      contractIds: { list: 'string' },
      topics: { list: { list: segment } },
    }),
  },
  pagination: named('PaginationOptions', { cursor: eventCursor, limit: 'uint' }),
  xdrFormat: 'string',
})
