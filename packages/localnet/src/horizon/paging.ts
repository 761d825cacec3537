import { MAX_OPERATION, MAX_TRANSACTION, toTotalOrderId } from '../rpc/ids.ts'
import { beforeHistory, found, type HttpAnswer, invalidField } from './answer.ts'
import type { HorizonContext, HorizonRequest } from './context.ts'

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 200
const INT64_MAX = 9_223_372_036_854_775_807n

export interface PageQuery {
  /** Text of the last record seen; undefined at the beginning. */
  readonly cursor: string | undefined
  readonly limit: number
  readonly descending: boolean
}

type Read<T> = { readonly page: T } | { readonly refusal: HttpAnswer }

/** The cursor as it was meant: `now` is the end of what has closed, and a stream goes on where its last event ended. */
function readCursor({ query, lastEventId }: HorizonRequest, { history }: HorizonContext): string | undefined {
  if (lastEventId) return lastEventId
  const cursor = query.get('cursor') || undefined
  if (cursor !== 'now') return cursor
  const { sequence } = history.latest()
  return toTotalOrderId({ ledger: sequence, transaction: MAX_TRANSACTION, operation: MAX_OPERATION }).toString()
}

/** Reads `limit`: 10 unless told, at most 200 (actions/helpers.go, getLimit). */
export function readLimit(query: URLSearchParams, otherwise = DEFAULT_LIMIT): number | HttpAnswer {
  const text = query.get('limit') || String(otherwise)
  if (!/^-?\d{1,18}$/.test(text)) return invalidField('limit', 'unparseable value')
  const limit = Number(text)
  if (limit <= 0) return invalidField('limit', 'invalid limit: non-positive value provided')
  if (limit > MAX_LIMIT) {
    return invalidField('limit', `invalid limit: value provided that is over limit max of ${MAX_LIMIT}`)
  }
  return limit
}

/** Reads `cursor`, `limit` and `order`, with a cursor that is a text of the list's own. */
export function readPage(request: HorizonRequest, context: HorizonContext): Read<PageQuery> {
  const cursor = readCursor(request, context)
  if (cursor !== undefined && /^-\d+$/.test(cursor)) {
    return { refusal: invalidField('cursor', `the cursor ${cursor} is a negative number: `) }
  }
  const limit = readLimit(request.query)
  if (typeof limit !== 'number') return { refusal: limit }
  const order = request.query.get('order') || 'asc'
  if (order !== 'asc' && order !== 'desc') return { refusal: invalidField('order', 'order: invalid value') }
  return { page: { cursor, limit, descending: order === 'desc' } }
}

/** A page of history, begun after a total order id and, in it, after a number. */
export interface HistoryPage extends PageQuery {
  readonly after: { readonly id: bigint; readonly order: bigint } | undefined
}

/** Reads a page of history, whose cursors are total order ids, those of effects and trades with a number after them. */
export function readHistoryPage(request: HorizonRequest, context: HorizonContext): Read<HistoryPage> {
  const read = readPage(request, context)
  if ('refusal' in read) return read
  const { page } = read
  if (page.cursor === undefined) return { page: { ...page, after: undefined } }
  const match = /^(\d{1,19})(?:-(\d{1,19}))?$/.exec(page.cursor)
  const id = BigInt(match?.[1] ?? -1)
  if (match === null || id > INT64_MAX) return { refusal: invalidField('cursor', 'cursor: invalid value') }
  // Without a number all of that id is behind, whichever way the page runs.
  const order = match[2] === undefined ? (page.descending ? 0n : INT64_MAX) : BigInt(match[2])
  const elder = toTotalOrderId({ ledger: context.core.oldestLedger(), transaction: 0, operation: 0 })
  if (page.descending && id <= elder) return { refusal: beforeHistory() }
  return { page: { ...page, after: { id, order } } }
}

export interface Paged {
  readonly paging_token: string
}

/** A page of records with links to itself, to the next and to the one before. */
export function pageAnswer(
  records: readonly Paged[],
  page: PageQuery,
  request: HorizonRequest,
  context: HorizonContext,
): HttpAnswer {
  const href = (cursor: string, descending: boolean): string => {
    const query = new URLSearchParams(request.query)
    query.set('cursor', cursor)
    query.set('limit', String(page.limit))
    query.set('order', descending ? 'desc' : 'asc')
    query.sort()
    return `${context.baseUrl}${request.path}?${query}`
  }
  const { cursor = '' } = page
  const first = records[0]?.paging_token ?? cursor
  const last = records.at(-1)?.paging_token ?? cursor
  return found({
    _links: {
      self: { href: href(cursor, page.descending) },
      next: { href: href(last, page.descending) },
      prev: { href: href(first, !page.descending) },
    },
    _embedded: { records },
  })
}

/** A page without a way to page, as the path finders answer. */
export function wholeAnswer(records: readonly unknown[]): HttpAnswer {
  return found({ _embedded: { records } })
}
