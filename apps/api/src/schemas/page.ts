import { type Static, type TSchema, Type } from '@fastify/type-provider-typebox'
import { csvQuery } from '../csv.ts'
import { encodeCursor } from '../cursor.ts'

const DEFAULT_LIMIT = 50
const MOST_ROWS = 500

/** How a list is paged. */
const pageQuery = {
  cursor: Type.Optional(
    Type.String({ minLength: 1, maxLength: 500, description: 'The `nextCursor` of the page before.' }),
  ),
  limit: Type.Integer({ minimum: 1, maximum: MOST_ROWS, default: DEFAULT_LIMIT, description: 'Most rows of a page.' }),
  order: Type.Union([Type.Literal('asc'), Type.Literal('desc')], {
    default: 'asc',
    description: 'Oldest or newest first. A cursor belongs to the order it was made in.',
  }),
}

/** What a list takes that is also to be had as CSV. */
export const listQuery = { ...pageQuery, ...csvQuery }

const PageQuery = Type.Object(listQuery, { additionalProperties: false })
export type PageQuery = Static<typeof PageQuery>

/** A page of rows and what goes with them. */
export const pageOf = <T extends TSchema>(row: T) => ({
  data: Type.Array(row),
  nextCursor: Type.Union([Type.String(), Type.Null()], {
    description: 'Where the next page begins; null on the last one.',
  }),
})

/**
 * The page that `rows` make, of which one more than `limit` was asked for.
 *
 * Rows are found by their keys and not by counting: those that are added meanwhile move none that were there.
 */
export function toPage<Row, Json>(
  list: string,
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (bigint | number | string)[],
  toJson: (row: Row) => Json,
): { data: Json[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    data: shown.map(toJson),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(list, keyOf(last)) : null,
  }
}

/** A text as part of a `LIKE` pattern: what a stranger searches for is never a pattern itself. */
export const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')
