/** The data that the API is measured on: solar systems with their meters, bills, payments and many readings, made inside the database. */
import { createPartitions, type Database, monthOf } from '@heliobond/db'

/** 2025-01-01T00:00:00Z. */
export const START = 1_735_689_600n
export const SYSTEMS = 200
/** Of each system: one at the site and one for each party. */
export const METERS = 5
const PARTIES = METERS - 1
/** Seconds from one reading of a meter to its next: a quarter of an hour. */
const CADENCE = 900n
const MONTHS = 24
const METER_COUNT = SYSTEMS * METERS

/** Systems, parties, meters, two years of monthly statements, a bill for each party and month, all but the last month's paid. */
export async function fillSystems({ pool }: Database): Promise<void> {
  const query = (text: string, values: readonly unknown[] = []) => pool.query(text, [...values])
  await query(
    `insert into system (id, name, capacity_w, next_from) select s, 'School ' || s, 60000, $1 from generate_series(1, $2::int) s`,
    [START, SYSTEMS],
  )
  await query(
    `insert into party (system_id, index, name, owner, wallet, collection, portion_bps)
     select s, p, 'Party ' || p, 'GOWNER' || s || p, 'GWALLET' || s || p, 'GCOLLECTION' || s || p, 10000 / $2
     from generate_series(1, $1::int) s, generate_series(0, $2::int - 1) p`,
    [SYSTEMS, PARTIES],
  )
  await query(
    `insert into meter (id, system_id, kind, party_index, public_key, capacity_w)
     select (s - 1) * $2 + m, s, case m when 1 then 'site' else 'load' end, case m when 1 then null else m - 2 end,
       decode(repeat(md5(s || '/' || m), 2), 'hex'), 60000
     from generate_series(1, $1::int) s, generate_series(1, $2::int) m`,
    [SYSTEMS, METERS],
  )
  const month = `$3::int8 + n * 2592000`
  await query(
    `insert into statement (system_id, index, from_at, to_at, generated_wh, exported_wh, consumed_wh, readings_root, readings_count, quality, hash, status, marks, tx_hash)
     select s, n + 1, ${month}, ${month} + 2592000, 9000000, 100000, '["1","2","3","4"]', decode(repeat(md5('r' || n), 2), 'hex'), 14400, 0,
       decode(repeat(md5('h' || n), 2), 'hex'), 'final', '{}', repeat(md5(s || '-' || n), 2)
     from generate_series(1, $1::int) s, generate_series(0, $2::int - 1) n`,
    [SYSTEMS, MONTHS, START],
  )
  await query(
    `insert into bill (number, system_id, party_index, statement_index, from_at, to_at, delivered_wh, price_stroops, due_stroops, paid_stroops, due_at, tx_hash)
     select n * $4 + p + 1, s, p, n + 1, ${month}, ${month} + 2592000, 2000000, 2100000, 4200000000, case when n < $2 - 1 then 4200000000 else 0 end,
       ${month} + 4320000, repeat(md5(s || '-' || n), 2)
     from generate_series(1, $1::int) s, generate_series(0, $2::int - 1) n, generate_series(0, $4::int - 1) p`,
    [SYSTEMS, MONTHS, START, PARTIES],
  )
  await query(
    `insert into payment (bill_number, system_id, party_index, tx_hash, operation_index, send_asset, sent_stroops, received_stroops, ledger)
     select number, system_id, party_index, repeat(md5(system_id || '-' || statement_index), 2), row_number() over (partition by system_id, statement_index),
       'native', 8400000000, 4200000000, 1000 + statement_index from bill where paid_stroops > 0`,
  )
}

/**
 * Readings up to so many in all, every meter's next quarter-hour first: what an installation has gathered after so long.
 *
 * @param stored how many there are
 * @param onMonth told of every month that is filled
 */
export async function fillReadings(
  { pool }: Database,
  stored: number,
  total: number,
  onMonth: (stored: number) => void,
): Promise<void> {
  let next = BigInt(Math.ceil(stored / METER_COUNT))
  const end = BigInt(Math.ceil(total / METER_COUNT))
  while (next < end) {
    const month = monthOf(START + next * CADENCE)
    await createPartitions(pool, [month])
    const untilMonthEnds = (month.toAt - START + CADENCE - 1n) / CADENCE
    const until = untilMonthEnds < end ? untilMonthEnds : end
    // Straight into the month's partition, in the order of its key.
    await pool.query(
      `insert into ${month.name} (meter_id, epoch, seq, at, generated_wh, consumed_wh, exported_wh, power_w, signature, received_at)
       select m, 1, n, $4::int8 + n * $5::int8, n * 250, n * 200, n * 10, 1000, decode(repeat(md5(m || '/' || n), 4), 'hex'), $4::int8 + n * $5::int8 + 1
       from generate_series(1, $1::int) m, generate_series($2::int8, $3::int8 - 1) n`,
      [METER_COUNT, next, until, START, CADENCE],
    )
    next = until
    onMonth(Number(next) * METER_COUNT)
  }
  const last = end - 1n
  await pool.query(
    `insert into meter_head (meter_id, epoch, seq, at, generated_wh, consumed_wh, exported_wh)
     select m, 1, $2::int8, $3::int8, $2::int8 * 250, $2::int8 * 200, $2::int8 * 10 from generate_series(1, $1::int) m
     on conflict (meter_id) do update set seq = excluded.seq, at = excluded.at, generated_wh = excluded.generated_wh,
       consumed_wh = excluded.consumed_wh, exported_wh = excluded.exported_wh`,
    [METER_COUNT, last, START + last * CADENCE],
  )
  // What autovacuum does within minutes.
  await pool.query('vacuum analyze')
}

/** The newest moment of which there are readings. */
export const newestAt = (total: number) => START + (BigInt(Math.ceil(total / METER_COUNT)) - 1n) * CADENCE
