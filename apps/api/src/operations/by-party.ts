import { decodeCursor, MAX_INT4 } from '../cursor.ts'

/**
 * The rows behind a cursor of a list with one row for each party of each system, and their order.
 *
 * @throws {Problem} HELIOBOND_BAD_CURSOR
 */
export function byParty(list: string, order: 'asc' | 'desc', cursor: string | undefined) {
  const beyond = order === 'asc' ? 'gt' : 'lt'
  const [system, party] = cursor === undefined ? [] : decodeCursor(list, cursor, [MAX_INT4, MAX_INT4])
  return {
    behind:
      system === undefined || party === undefined
        ? {}
        : {
            OR: [
              { systemId: { [beyond]: Number(system) } },
              { systemId: Number(system), partyIndex: { [beyond]: Number(party) } },
            ],
          },
    orderBy: [{ systemId: order }, { partyIndex: order }],
  }
}

/** A row's place in such a list. */
export const placeOf = (row: { readonly systemId: number; readonly partyIndex: number }): number[] => [
  row.systemId,
  row.partyIndex,
]
