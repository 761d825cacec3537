/** Lists whose rows have a growing number: what they share. */
import { decodeCursor } from '../cursor.ts'
import { type PageQuery, toPage } from '../schemas/page.ts'

/** What a list by number asks the database for. */
export interface ByIdQuery {
  readonly where: { readonly id?: { readonly gt: bigint } | { readonly lt: bigint } }
  readonly orderBy: { readonly id: 'asc' | 'desc' }
  readonly take: number
}

/**
 * The page of a list by number.
 *
 * @param list its name: a cursor belongs to one list in one order
 * @param maximum the highest number that the column holds
 * @throws {Problem} HELIOBOND_BAD_CURSOR
 */
export async function pageById<Row extends { readonly id: bigint | number }, Json>(
  list: string,
  { cursor, limit, order }: Pick<PageQuery, 'cursor' | 'limit' | 'order'>,
  maximum: bigint,
  find: (query: ByIdQuery) => Promise<readonly Row[]>,
  toJson: (row: Row) => Json,
): Promise<{ data: Json[]; nextCursor: string | null }> {
  const name = `${list}:${order}`
  const [after] = cursor === undefined ? [] : decodeCursor(name, cursor, [maximum])
  const rows = await find({
    where: after === undefined ? {} : { id: order === 'asc' ? { gt: after } : { lt: after } },
    orderBy: { id: order },
    take: limit + 1,
  })
  return toPage(name, rows, limit, (row) => [row.id], toJson)
}
