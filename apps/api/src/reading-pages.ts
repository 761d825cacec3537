import type { Database } from '@heliobond/db'

/** A stored reading; times in Unix seconds. */
export interface ReadingRow {
  meter_id: number
  epoch: number
  seq: bigint
  at: bigint
  generated_wh: bigint
  consumed_wh: bigint
  exported_wh: bigint
  power_w: number | null
  signature: Uint8Array
  received_at: bigint
}

/** Where a page begins: behind this reading, in the order of the page. */
export interface ReadingPosition {
  readonly meter: number
  readonly epoch: number
  readonly seq: bigint
}

export interface ReadingWindow {
  /** In ascending order. */
  readonly meters: readonly number[]
  /** Taken at or after this. */
  readonly from: bigint
  /** Taken before this. */
  readonly to: bigint
  readonly order: 'asc' | 'desc'
  readonly after: ReadingPosition | null
  readonly limit: number
}

/**
 * At most `limit` readings in order of (meter, epoch, seq).
 *
 * Meter by meter: each query is one walk along the key that every reading begins with, whatever the number of readings stored.
 */
export async function readingsPage(database: Database, window: ReadingWindow): Promise<ReadingRow[]> {
  const { order, after } = window
  const meters = (order === 'asc' ? window.meters : window.meters.toReversed()).filter(
    (meter) => after === null || (order === 'asc' ? meter >= after.meter : meter <= after.meter),
  )
  const rows: ReadingRow[] = []
  for (const meter of meters) {
    if (rows.length >= window.limit) break
    const position = after?.meter === meter ? after : null
    rows.push(...(await ofMeter(database, meter, position, window, window.limit - rows.length)))
  }
  return rows
}

async function ofMeter(
  { pool }: Database,
  meter: number,
  after: ReadingPosition | null,
  { from, to, order }: ReadingWindow,
  limit: number,
): Promise<ReadingRow[]> {
  const values: unknown[] = [meter, from, to, limit]
  const beyond = after === null ? '' : `and (epoch, seq) ${order === 'asc' ? '>' : '<'} ($5, $6)`
  if (after !== null) values.push(after.epoch, after.seq)
  const { rows } = await pool.query<ReadingRow>(
    `select meter_id, epoch, seq, at, generated_wh, consumed_wh, exported_wh, power_w, signature, received_at
     from reading where meter_id = $1 and at >= $2 and at < $3 ${beyond}
     order by epoch ${order}, seq ${order} limit $4`,
    values,
  )
  return rows
}
