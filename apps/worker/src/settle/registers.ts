import type { Queryable } from '../context.ts'

/** The three cumulative registers of a meter, in watt-hours. */
export interface Registers {
  readonly generatedWh: bigint
  readonly consumedWh: bigint
  readonly exportedWh: bigint
}

/** Where a statement stopped reading a meter: the next one goes on from here, so late readings are billed then and never lost. */
export interface MeterMark extends Registers {
  readonly epoch: number
  readonly seq: bigint
}

export const ZERO_MARK: MeterMark = {
  epoch: 0,
  seq: -1n,
  generatedWh: 0n,
  consumedWh: 0n,
  exportedWh: 0n,
}

export interface MeterDelta extends Registers {
  readonly mark: MeterMark
}

/** The first and the last reading of one epoch that a statement looks at. */
export interface EpochSpan {
  readonly first: MeterMark
  readonly last: MeterMark
}

/**
 * Energy from `from` to the last reading of each epoch, summed over epochs. A new epoch is a new or a reset meter whose registers start
 * anywhere: it counts from its own first reading. Within an epoch registers never fall (ingest refuses that), so no term is negative.
 */
export function deltaOf(from: MeterMark, epochs: readonly EpochSpan[]): MeterDelta {
  let generatedWh = 0n
  let consumedWh = 0n
  let exportedWh = 0n
  let mark = from
  for (const { first, last } of epochs) {
    const base = last.epoch === from.epoch ? from : first
    generatedWh += last.generatedWh - base.generatedWh
    consumedWh += last.consumedWh - base.consumedWh
    exportedWh += last.exportedWh - base.exportedWh
    if (last.epoch > mark.epoch || (last.epoch === mark.epoch && last.seq > mark.seq)) mark = last
  }
  return { generatedWh, consumedWh, exportedWh, mark }
}

interface MarkRow {
  epoch: number
  seq: string
  generated_wh: string
  consumed_wh: string
  exported_wh: string
}

/** The readings of every epoch after `from` and taken at or before `to`, its first and its last, oldest epoch first. */
export async function epochSpans(db: Queryable, meterId: number, from: MeterMark, to: bigint): Promise<EpochSpan[]> {
  const read = async (order: 'ASC' | 'DESC') => {
    const { rows } = await db.query<MarkRow>(
      `SELECT DISTINCT ON (epoch) epoch, seq, generated_wh, consumed_wh, exported_wh FROM reading
       WHERE meter_id = $1 AND (epoch, seq) > ($2, $3) AND at <= $4 ORDER BY epoch, seq ${order}`,
      [meterId, from.epoch, from.seq, to],
    )
    return rows.map(toMark)
  }
  const firsts = new Map((await read('ASC')).map((mark) => [mark.epoch, mark]))
  return (await read('DESC')).map((last) => ({
    first: firsts.get(last.epoch) ?? last,
    last,
  }))
}

/**
 * Where a meter's registers stood when the first statement begins: the first reading taken at that very second (`at` may repeat, and what
 * follows within the second was measured after it), or else the last one before. Zero, without a reading, when the meter has not spoken yet.
 */
export async function markAt(db: Queryable, meterId: number, from: bigint): Promise<MeterMark> {
  const { rows } = await db.query<MarkRow>(
    `SELECT epoch, seq, generated_wh, consumed_wh, exported_wh FROM (
       (SELECT *, 0 AS rank FROM reading WHERE meter_id = $1 AND at = $2 ORDER BY epoch, seq LIMIT 1)
       UNION ALL
       (SELECT *, 1 AS rank FROM reading WHERE meter_id = $1 AND at < $2 ORDER BY epoch DESC, seq DESC LIMIT 1)
     ) candidates ORDER BY rank LIMIT 1`,
    [meterId, from],
  )
  return rows[0] ? toMark(rows[0]) : ZERO_MARK
}

const toMark = (row: MarkRow): MeterMark => ({
  epoch: row.epoch,
  seq: BigInt(row.seq),
  generatedWh: BigInt(row.generated_wh),
  consumedWh: BigInt(row.consumed_wh),
  exportedWh: BigInt(row.exported_wh),
})

/** True when the meter has spoken at or after `at`: what it measured up to then is known. */
export async function hasReached(db: Queryable, meterId: number, at: bigint): Promise<boolean> {
  const { rows } = await db.query('SELECT 1 FROM meter_head WHERE meter_id = $1 AND at >= $2', [meterId, at])
  return rows.length > 0
}

/** JSON form of a mark, as the statement keeps it. */
export function markToJson(mark: MeterMark): Record<string, string | number> {
  return {
    epoch: mark.epoch,
    seq: String(mark.seq),
    generatedWh: String(mark.generatedWh),
    consumedWh: String(mark.consumedWh),
    exportedWh: String(mark.exportedWh),
  }
}

export function markFromJson(json: Record<string, string | number>): MeterMark {
  return {
    epoch: Number(json.epoch),
    seq: BigInt(json.seq ?? -1),
    generatedWh: BigInt(json.generatedWh ?? 0),
    consumedWh: BigInt(json.consumedWh ?? 0),
    exportedWh: BigInt(json.exportedWh ?? 0),
  }
}
