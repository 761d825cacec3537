import { found, type HttpAnswer, invalidField } from './answer.ts'
import type { HorizonContext, HorizonRequest } from './context.ts'

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 200

export interface PageQuery {
  /** Text of the last record seen; undefined at the beginning. */
  readonly cursor: string | undefined
  readonly limit: number
  readonly descending: boolean
}

/** Reads `cursor`, `limit` and `order`. */
export function readPage(query: URLSearchParams): { readonly page: PageQuery } | { readonly refusal: HttpAnswer } {
  const limit = query.get('limit') ?? String(DEFAULT_LIMIT)
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > MAX_LIMIT) {
    return {
      refusal: invalidField('limit', `limit must be a number from 1 to ${MAX_LIMIT}`),
    }
  }
  const order = query.get('order') ?? 'asc'
  if (order !== 'asc' && order !== 'desc') {
    return { refusal: invalidField('order', "order must be 'asc' or 'desc'") }
  }
  return {
    page: {
      cursor: query.get('cursor') || undefined,
      limit: Number(limit),
      descending: order === 'desc',
    },
  }
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
) {
  const href = (cursor: string, descending: boolean): string => {
    const query = new URLSearchParams(request.query)
    query.set('cursor', cursor)
    query.set('limit', String(page.limit))
    query.set('order', descending ? 'desc' : 'asc')
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
