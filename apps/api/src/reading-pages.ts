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
  readonly at: bigint
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
 * Meter by meter, and of each meter by `at` first: it never falls from one reading to the next, so that (at, epoch, seq) is the same
 * order, and one in which the monthly partitions follow each other. A page is then a short walk along an index, however many
 * readings are stored; by (epoch, seq) alone the database would sort all that is left of the meter.
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
  let beyond = ''
  if (after !== null) {
    values.push(after.at, after.epoch, after.seq)
    // The first condition is implied by the second, and is the one that leaves whole partitions out.
    beyond =
      order === 'asc'
        ? 'and at >= $5 and (at, epoch, seq) > ($5, $6, $7)'
        : 'and at <= $5 and (at, epoch, seq) < ($5, $6, $7)'
  }
  const { rows } = await pool.query<ReadingRow>({
    // Planned once a connection for each of its forms; which months are looked into is decided at every run.
    name: `readings-page-${order}-${after === null ? 'first' : 'next'}`,
    text: `select meter_id, epoch, seq, at, generated_wh, consumed_wh, exported_wh, power_w, signature, received_at
     from reading where meter_id = $1 and at >= $2 and at < $3 ${beyond}
     order by at ${order}, epoch ${order}, seq ${order} limit $4`,
    values,
  })
  return rows
}
