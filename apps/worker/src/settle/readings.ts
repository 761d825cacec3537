import { merkleRoot, type Reading, type ReadingDomain, readingLeafBytes } from '@heliobond/domain'
import type { Queryable } from '../context.ts'
import type { MeterMark } from './registers.ts'

interface ReadingRow {
  epoch: number
  seq: string
  at: string
  generated_wh: string
  consumed_wh: string
  exported_wh: string
  signature: Uint8Array
}

/** The readings of one meter that a statement rests on: after `from`, taken at or before `to`, in order of (epoch, seq). */
export async function readingsBetween(
  db: Queryable,
  systemId: number,
  meterId: number,
  from: MeterMark,
  to: bigint,
): Promise<Reading[]> {
  const { rows } = await db.query<ReadingRow>(
    `SELECT epoch, seq, at, generated_wh, consumed_wh, exported_wh, signature FROM reading
     WHERE meter_id = $1 AND (epoch, seq) > ($2, $3) AND at <= $4 ORDER BY epoch, seq`,
    [meterId, from.epoch, from.seq, to],
  )
  return rows.map((row) => ({
    system: systemId,
    meter: meterId,
    epoch: row.epoch,
    seq: BigInt(row.seq),
    at: BigInt(row.at),
    generatedWh: BigInt(row.generated_wh),
    consumedWh: BigInt(row.consumed_wh),
    exportedWh: BigInt(row.exported_wh),
    signature: new Uint8Array(row.signature),
  }))
}

/** The root over readings in order of (meter, epoch, seq); 32 zero bytes when there is none. */
export function readingsRoot(readings: readonly Reading[], domain: ReadingDomain): Uint8Array {
  return merkleRoot(readings.map((reading) => readingLeafBytes(reading, domain)))
}
