/**
 * Every list as CSV: `?format=csv` on the list itself, so that the file holds what the filters say, all pages of it.
 *
 * RFC 4180 with a header line. Cells that a spreadsheet would run as a formula are made text by a leading apostrophe (OWASP, CSV
 * injection); numbers stay numbers.
 */
import { Readable } from 'node:stream'
import { Type } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Put into the query of every list. */
export const csvQuery = {
  format: Type.Optional(
    Type.Literal('csv', {
      description: 'All rows that the filters leave, as CSV; `cursor` and `limit` are not heeded.',
    }),
  ),
}

const ROWS_A_PAGE = 500
const NUMBER = /^-?\d+(?:\.\d+)?$/
const RUNS = /^[=+\-@\t\r]/

/** One cell. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const safe = RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
}

type Column = readonly string[]

/** The columns of a row, by its schema: objects within it give one column a field, lists stay one cell. */
function columnsOf(schema: JsonSchema, path: Column = []): Column[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    inner.properties ? columnsOf(inner, [...path, name]) : [[...path, name]],
  )
}

const at = (row: unknown, column: Column): unknown =>
  column.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
    row,
  )

const isPage = (value: unknown): value is { data: unknown[]; nextCursor: string | null } =>
  typeof value === 'object' && value !== null && 'data' in value && Array.isArray(value.data) && 'nextCursor' in value

/** Answers `format=csv` on every list that has it in its query. */
export function registerCsv(app: FastifyInstance): void {
  app.addHook('preHandler', async (request, reply) => {
    const query = request.query as Readonly<Record<string, unknown>> | undefined
    if (query?.format !== 'csv' || request.method !== 'GET') return
    const responses = request.routeOptions.schema?.response as Record<string, JsonSchema> | undefined
    const columns = columnsOf(responses?.['200']?.properties?.data?.items ?? {})
    const pages = readPages(app, request)
    // The first page comes before the headers: what is refused is refused as itself.
    const { value: first } = await pages.next()
    if (first === undefined) throw new Error(`${request.url} has no page`)
    if (!first.ok) return reply.code(first.status).type('application/problem+json').send(first.body)
    const name =
      request.url
        .split('?')[0]
        ?.replace(/^\/v1\//, '')
        .replaceAll(/[^\w-]+/g, '-') ?? 'list'
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="heliobond-${name}.csv"`)
      .send(Readable.from(lines(columns, first.rows, pages)))
  })
}

type PageRead =
  | { readonly ok: true; readonly rows: readonly unknown[] }
  | { readonly ok: false; readonly status: number; readonly body: string }

/** The pages of the same list, asked for as the client would. */
async function* readPages(app: FastifyInstance, request: FastifyRequest): AsyncGenerator<PageRead, void> {
  const url = new URL(request.url, 'http://localhost')
  for (const name of ['format', 'cursor']) url.searchParams.delete(name)
  url.searchParams.set('limit', String(ROWS_A_PAGE))
  const { authorization } = request.headers
  for (;;) {
    const response = await app.inject({
      url: `${url.pathname}${url.search}`,
      headers: authorization === undefined ? {} : { authorization },
    })
    if (response.statusCode !== 200) {
      yield { ok: false, status: response.statusCode, body: response.body }
      return
    }
    const page: unknown = response.json()
    if (!isPage(page)) throw new Error(`${url.pathname} is no list`)
    yield { ok: true, rows: page.data }
    if (page.nextCursor === null) return
    url.searchParams.set('cursor', page.nextCursor)
  }
}

async function* lines(
  columns: readonly Column[],
  firstRows: readonly unknown[],
  rest: AsyncGenerator<PageRead, void>,
): AsyncGenerator<string, void> {
  const text = (rows: readonly unknown[]) =>
    rows.map((row) => `${columns.map((column) => csvCell(at(row, column))).join(',')}\r\n`).join('')
  yield `${columns.map((column) => csvCell(column.join('.'))).join(',')}\r\n${text(firstRows)}`
  for await (const page of rest) {
    // The file is under way: cutting it off is the one way left to say that it is not whole.
    if (!page.ok) throw new Error(`a later page answered ${page.status}`)
    yield text(page.rows)
  }
}
