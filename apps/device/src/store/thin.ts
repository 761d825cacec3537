import type { DatabaseSync } from 'node:sqlite'

export interface StoreBounds {
  readonly maxReadings: number
  readonly maxBytes: number
}

/**
 * Makes room when the store is full: drops every second reading of the older half, never the oldest and never the newest.
 *
 * Registers are cumulative, so a dropped reading loses no watt-hour: the next one holds its energy. What is lost is when
 * within the longer step it flowed; so the loss is spread, falls on what is oldest, and both ends stay. Numbers may skip.
 *
 * @param waiting how many readings the store holds.
 * @returns how many were dropped.
 */
export function thin(database: DatabaseSync, waiting: number, { maxReadings, maxBytes }: StoreBounds): number {
  if (waiting <= maxReadings && usedBytes(database) <= maxBytes) return 0
  const { changes } = database
    .prepare(
      `delete from reading where (epoch, seq) in (
         select epoch, seq from (
           select epoch, seq, row_number() over (order by epoch, seq) as place, count(*) over () as total from reading
         ) where place > 1 and place <= total / 2 and place % 2 = 0
       )`,
    )
    .run()
  return Number(changes)
}

export const count = (database: DatabaseSync): number =>
  Number(database.prepare('select count(*) as n from reading').get()?.n ?? 0)

/** Bytes in use; what was freed is used again before the file grows. */
export function usedBytes(database: DatabaseSync): number {
  const pragma = (name: string) => Number(database.prepare(`pragma ${name}`).get()?.[name] ?? 0)
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size')
}
