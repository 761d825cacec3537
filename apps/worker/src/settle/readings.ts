import { type MeterPoint, merkleRoot, type Reading, type ReadingDomain, readingLeafBytes } from '@heliobond/domain'
import type { Queryable } from '../context.ts'
import type { ReadingSet } from './reading-set.ts'

interface ReadingRow {
  meter_id: number
  epoch: number
  seq: string
  at: string
  generated_wh: string
  consumed_wh: string
  exported_wh: string
  signature: Uint8Array
}

const COLUMNS = 'r.meter_id, r.epoch, r.seq, r.at, r.generated_wh, r.consumed_wh, r.exported_wh, r.signature'

/** A reading that a person rejected is as if it had never come. */
const COUNTS = `NOT EXISTS (SELECT 1 FROM reading_edit x WHERE x.grade = 'rejected' AND x.meter_id = r.meter_id AND x.epoch = r.epoch AND x.seq = r.seq)`

const toReading =
  (system: number) =>
  (row: ReadingRow): Reading => ({
    system,
    meter: row.meter_id,
    epoch: row.epoch,
    seq: BigInt(row.seq),
    at: BigInt(row.at),
    generatedWh: BigInt(row.generated_wh),
    consumedWh: BigInt(row.consumed_wh),
    exportedWh: BigInt(row.exported_wh),
    signature: new Uint8Array(row.signature),
  })

/** A place among a meter's readings. */
export interface Place {
  readonly epoch: number
  readonly seq: bigint
}

/** The readings of one meter behind a place, taken at or before `to`, in order of (epoch, seq). */
export async function readingsBehind(
  db: Queryable,
  system: number,
  meter: number,
  place: Place,
  to: bigint,
): Promise<Reading[]> {
  const { rows } = await db.query<ReadingRow>(
    `SELECT ${COLUMNS} FROM reading r WHERE r.meter_id = $1 AND (r.epoch, r.seq) > ($2, $3) AND r.at <= $4 AND ${COUNTS} ORDER BY r.epoch, r.seq`,
    [meter, place.epoch, place.seq, to],
  )
  return rows.map(toReading(system))
}

/** The first reading of a meter behind a place that was taken after `to`. */
export async function readingBeyond(
  db: Queryable,
  system: number,
  meter: number,
  place: Place,
  to: bigint,
): Promise<Reading | null> {
  const { rows } = await db.query<ReadingRow>(
    `SELECT ${COLUMNS} FROM reading r WHERE r.meter_id = $1 AND (r.epoch, r.seq) > ($2, $3) AND r.at > $4 AND ${COUNTS}
     ORDER BY r.epoch, r.seq LIMIT 1`,
    [meter, place.epoch, place.seq, to],
  )
  return rows.map(toReading(system))[0] ?? null
}

/** Readings up to a place that came late and are under no root yet. */
export async function lateReadings(
  db: Queryable,
  system: number,
  meter: number,
  place: Place,
  to: bigint,
): Promise<Reading[]> {
  const { rows } = await db.query<ReadingRow>(
    `SELECT ${COLUMNS} FROM late_reading l JOIN reading r ON r.meter_id = l.meter_id AND r.epoch = l.epoch AND r.seq = l.seq AND r.at = l.at
     WHERE l.meter_id = $1 AND l.statement_index IS NULL AND (l.epoch, l.seq) <= ($2, $3) AND l.at <= $4 AND ${COUNTS} ORDER BY r.epoch, r.seq`,
    [meter, place.epoch, place.seq, to],
  )
  return rows.map(toReading(system))
}

/**
 * Where a meter stood when the first statement began: the first reading taken at that very second (`at` may repeat, and what follows within the
 * second was measured after it), or else the last one before. Null: it had not spoken.
 */
export async function openingPlace(db: Queryable, meter: number, opensAt: bigint): Promise<Place | null> {
  const { rows } = await db.query<{ epoch: number; seq: string }>(
    `SELECT epoch, seq FROM (
       (SELECT epoch, seq, 0 AS rank FROM reading WHERE meter_id = $1 AND at = $2 ORDER BY epoch, seq LIMIT 1)
       UNION ALL
       (SELECT epoch, seq, 1 AS rank FROM reading WHERE meter_id = $1 AND at < $2 ORDER BY epoch DESC, seq DESC LIMIT 1)
     ) candidates ORDER BY rank LIMIT 1`,
    [meter, opensAt],
  )
  const [row] = rows
  return row ? { epoch: row.epoch, seq: BigInt(row.seq) } : null
}

/** The readings that a published set names, in order of (meter, epoch, seq); those that are not stored are missing. */
export async function readingsOfSet(db: Queryable, system: number, set: ReadingSet): Promise<Reading[]> {
  const ranges = Object.entries(set).flatMap(([meter, epochs]) =>
    Object.entries(epochs).flatMap(([epoch, list]) => list.map(([from, to]) => ({ meter, epoch, from, to }))),
  )
  const { rows } = await db.query<ReadingRow>(
    `SELECT ${COLUMNS} FROM unnest($1::int4[], $2::int4[], $3::int8[], $4::int8[]) AS q(meter_id, epoch, from_seq, to_seq)
     JOIN reading r ON r.meter_id = q.meter_id AND r.epoch = q.epoch AND r.seq BETWEEN q.from_seq AND q.to_seq
     ORDER BY r.meter_id, r.epoch, r.seq`,
    [
      ranges.map(({ meter }) => Number(meter)),
      ranges.map(({ epoch }) => Number(epoch)),
      ranges.map(({ from }) => from),
      ranges.map(({ to }) => to),
    ],
  )
  return rows.map(toReading(system))
}

/** One reading by its place; null when there is none. */
export async function readingAt(db: Queryable, system: number, meter: number, place: Place): Promise<Reading | null> {
  const [reading] = await readingsOfSet(db, system, {
    [meter]: { [place.epoch]: [[place.seq.toString(), place.seq.toString()]] },
  })
  return reading ?? null
}

/** What people read from a meter's display since a moment, decided by `decidedBy`; in order of time. */
export async function editsSince(
  db: Queryable,
  meter: number,
  after: bigint,
  decidedBy: bigint,
): Promise<MeterPoint[]> {
  const { rows } = await db.query<Omit<ReadingRow, 'seq' | 'signature'>>(
    `SELECT epoch, at, generated_wh, consumed_wh, exported_wh FROM reading_edit
     WHERE meter_id = $1 AND grade = 'edited' AND at > $2 AND decided_at <= $3 ORDER BY at, id`,
    [meter, after, decidedBy],
  )
  return rows.map((row) => ({
    epoch: row.epoch,
    seq: null,
    at: BigInt(row.at),
    generatedWh: BigInt(row.generated_wh),
    consumedWh: BigInt(row.consumed_wh),
    exportedWh: BigInt(row.exported_wh),
  }))
}

/** By epoch: at what value the registers wrapped around to begin it. */
export async function wrapsOf(db: Queryable, meter: number): Promise<Map<number, bigint>> {
  const { rows } = await db.query<{ epoch: number; wraps_at_wh: string }>(
    'SELECT epoch, wraps_at_wh FROM meter_epoch WHERE meter_id = $1 AND wraps_at_wh IS NOT NULL',
    [meter],
  )
  return new Map(rows.map((row) => [row.epoch, BigInt(row.wraps_at_wh)]))
}

/** True when the meter has spoken at or after `at`: what it measured up to then is known. */
export async function hasReached(db: Queryable, meter: number, at: bigint): Promise<boolean> {
  const { rows } = await db.query('SELECT 1 FROM meter_head WHERE meter_id = $1 AND at >= $2', [meter, at])
  return rows.length > 0
}

/** The root over readings in order of (meter, epoch, seq); 32 zero bytes when there is none. */
export function readingsRoot(readings: readonly Reading[], domain: ReadingDomain): Uint8Array {
  return merkleRoot(readings.map((reading) => readingLeafBytes(reading, domain)))
}
