/**
 * What is stored around a reading that is not newer than its meter's head: a late one, or one that comes again.
 *
 * Most of these are exact repeats, found in the one month that their time names. For the others the neighbours are
 * looked for within 31 days first. If one is found on both sides, they are the true ones: stored readings are monotone,
 * so anything between them in the order of (epoch, seq) also lies between them in time, and would have been found.
 * Only where a side stays empty are all months asked.
 */
import type { Reading } from '@heliobond/domain'
import type pg from 'pg'
import type { ReadingRow } from './reading-sql.ts'

const WINDOW_SECONDS = 31n * 86_400n
const FOREVER = 2n ** 62n

const COLUMNS = 'meter_id, epoch, seq, at, generated_wh, consumed_wh, exported_wh, power_w, signature'

const EXACT = `select r.* from unnest($1::int4[], $2::int4[], $3::int8[], $4::int8[]) as q(meter_id, epoch, seq, at)
  cross join lateral (select ${COLUMNS} from reading
    where meter_id = q.meter_id and epoch = q.epoch and seq = q.seq and at = q.at) as r`

const AROUND = `select q.place::int4 as place, r.*
  from unnest($1::int4[], $2::int4[], $3::int8[], $4::int8[], $5::int8[]) with ordinality
    as q(meter_id, epoch, seq, from_at, to_at, place)
  cross join lateral (
    (select ${COLUMNS} from reading
      where meter_id = q.meter_id and at >= q.from_at and at < q.to_at and (epoch, seq) <= (q.epoch, q.seq)
      order by epoch desc, seq desc limit 2)
    union all
    (select ${COLUMNS} from reading
      where meter_id = q.meter_id and at >= q.from_at and at < q.to_at and (epoch, seq) > (q.epoch, q.seq)
      order by epoch, seq limit 1)
  ) as r`

/** Stored readings that hold every late reading's own entry and its neighbours on both sides, as far as there are any. */
export async function storedAround(client: pg.ClientBase, late: readonly Reading[]): Promise<ReadingRow[]> {
  if (late.length === 0) return []
  const repeated = await client.query<ReadingRow>({
    name: 'reading-exact',
    text: EXACT,
    values: [...keys(late), late.map((reading) => reading.at)],
  })
  const key = (meter: number, epoch: number, seq: bigint) => `${meter}/${epoch}/${seq}`
  const exact = new Set(repeated.rows.map((row) => key(row.meter_id, row.epoch, row.seq)))
  const others = late.filter((reading) => !exact.has(key(reading.meter, reading.epoch, reading.seq)))

  const near = await around(client, others, (reading) => [reading.at - WINDOW_SECONDS, reading.at + WINDOW_SECONDS])
  const open = others.filter((_, place) => {
    const rows = near.filter((row) => row.place === place + 1)
    return !rows.some((row) => isAtMost(row, others[place])) || !rows.some((row) => !isAtMost(row, others[place]))
  })
  const far = await around(client, open, () => [0n, FOREVER])
  return [...repeated.rows, ...near, ...far]
}

async function around(
  client: pg.ClientBase,
  readings: readonly Reading[],
  windowOf: (reading: Reading) => [fromAt: bigint, toAt: bigint],
): Promise<(ReadingRow & { place: number })[]> {
  if (readings.length === 0) return []
  const windows = readings.map(windowOf)
  const values = [...keys(readings), windows.map(([fromAt]) => fromAt), windows.map(([, toAt]) => toAt)]
  return (
    await client.query<ReadingRow & { place: number }>({
      name: 'reading-around',
      text: AROUND,
      values,
    })
  ).rows
}

const keys = (readings: readonly Reading[]) => [
  readings.map((reading) => reading.meter),
  readings.map((reading) => reading.epoch),
  readings.map((reading) => reading.seq),
]

function isAtMost(row: ReadingRow, reading: Reading | undefined): boolean {
  if (!reading) return false
  return row.epoch < reading.epoch || (row.epoch === reading.epoch && row.seq <= reading.seq)
}
