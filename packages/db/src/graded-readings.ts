import type { Database } from './database.ts'

/**
 * measured: signed by the meter; edited: read by a person from its display; rejected: stored, and by a person's decision not billed. What was
 * estimated stands with the statements, and what was refused in quarantine.
 */
export type ReadingGrade = 'measured' | 'edited' | 'rejected'

export interface GradedReading {
  readonly grade: ReadingGrade
  readonly epoch: number
  /** Null for an edited one. */
  readonly seq: bigint | null
  readonly at: bigint
  readonly generatedWh: bigint
  readonly consumedWh: bigint
  readonly exportedWh: bigint
  /** The operator's recorded act behind it; null for a measured one. */
  readonly decisionId: bigint | null
}

/** What a meter's curve rests on, from `from` to before `to`, in order of time; at most `limit`. */
export async function gradedReadings(
  { pool }: Pick<Database, 'pool'>,
  {
    meterId,
    from,
    to,
    limit,
  }: { readonly meterId: number; readonly from: bigint; readonly to: bigint; readonly limit: number },
): Promise<GradedReading[]> {
  const { rows } = await pool.query<{
    grade: ReadingGrade
    epoch: number
    seq: bigint | null
    at: bigint
    generated_wh: bigint
    consumed_wh: bigint
    exported_wh: bigint
    decision_id: bigint | null
  }>(
    `(select case when x.id is null then 'measured' else 'rejected' end as grade, r.epoch, r.seq, r.at, r.generated_wh, r.consumed_wh, r.exported_wh,
        x.decision_id
      from reading r left join reading_edit x on x.grade = 'rejected' and x.meter_id = r.meter_id and x.epoch = r.epoch and x.seq = r.seq
      where r.meter_id = $1 and r.at >= $2 and r.at < $3 order by r.at, r.epoch, r.seq limit $4)
     union all
     (select 'edited', epoch, null, at, generated_wh, consumed_wh, exported_wh, decision_id from reading_edit
      where grade = 'edited' and meter_id = $1 and at >= $2 and at < $3 order by at limit $4)
     order by at, epoch, seq limit $4`,
    [meterId, from, to, limit],
  )
  return rows.map((row) => ({
    grade: row.grade,
    epoch: row.epoch,
    seq: row.seq,
    at: row.at,
    generatedWh: row.generated_wh,
    consumedWh: row.consumed_wh,
    exportedWh: row.exported_wh,
    decisionId: row.decision_id,
  }))
}
