/**
 * Alarms: what a person should know of and may have to act on. A program raises one as often as it sees the cause and
 * clears it when the cause is gone; people acknowledge. At most one is open per kind and subject.
 */

/** What runs SQL: the pool, or one connection inside a transaction, so that an alarm stands or falls with what caused it. */
export interface AlarmQueryable {
  query<Row extends object = Record<string, unknown>>(
    text: string,
    values?: unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }>
}

export type AlarmSeverity = 'info' | 'warning' | 'critical'

export interface AlarmRequest {
  /** A stable code in lower case with dots, e.g. `index.lag`. */
  readonly kind: string
  /** What it is about, e.g. `offering:1`, `meter:7`, `account:G...`; left out: the installation as a whole. */
  readonly subject?: string
  readonly severity: AlarmSeverity
  /** What is wrong and what to do, in one or two sentences. Never a secret. */
  readonly message: string
  /** Figures by name; amounts as decimal strings. */
  readonly detail?: Readonly<Record<string, unknown>>
  readonly offeringId?: number
  readonly systemId?: number
  readonly partyIndex?: number
  readonly meterId?: number
  /** The network's time, Unix seconds. */
  readonly at: bigint
}

/**
 * Raises an alarm; where one of its kind and subject is open, it counts up, and words, severity and figures become those of now. An
 * acknowledgement holds unless it became more severe.
 *
 * @returns its id, and whether it is new: what tells people (a log line, a webhook) tells once
 */
export async function raiseAlarm(db: AlarmQueryable, alarm: AlarmRequest): Promise<{ id: bigint; isNew: boolean }> {
  const { rows } = await db.query<{ id: bigint | string; is_new: boolean }>(
    `insert into alarm (kind, subject, severity, message, detail, offering_id, system_id, party_index, meter_id, raised_at, last_raised_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
     on conflict (kind, subject) where cleared_at is null do update set
       occurrences = least(alarm.occurrences::int8 + 1, 2147483647)::int4, last_raised_at = excluded.last_raised_at,
       message = excluded.message, detail = excluded.detail, severity = excluded.severity,
       acknowledged_by = case when ${rank('excluded')} > ${rank('alarm')} then null else alarm.acknowledged_by end,
       acknowledged_at = case when ${rank('excluded')} > ${rank('alarm')} then null else alarm.acknowledged_at end
     returning id, (xmax = 0) as is_new`,
    [
      alarm.kind,
      alarm.subject ?? '',
      alarm.severity,
      alarm.message,
      JSON.stringify(alarm.detail ?? {}),
      alarm.offeringId ?? null,
      alarm.systemId ?? null,
      alarm.partyIndex ?? null,
      alarm.meterId ?? null,
      alarm.at,
    ],
  )
  const [row] = rows
  if (!row) throw new Error('an alarm was neither inserted nor updated')
  return { id: BigInt(row.id), isNew: row.is_new }
}

const rank = (row: 'alarm' | 'excluded') => `array_position(array['info', 'warning', 'critical'], ${row}.severity)`

/** Clears the open alarm of that kind and subject, since its cause is gone. @returns whether one was open */
export async function clearAlarm(
  db: AlarmQueryable,
  { kind, subject = '', at }: { kind: string; subject?: string; at: bigint },
): Promise<boolean> {
  const { rowCount } = await db.query(
    'update alarm set cleared_at = $3 where kind = $1 and subject = $2 and cleared_at is null',
    [kind, subject, at],
  )
  return rowCount === 1
}

/**
 * Notes that a person has seen an open alarm. The first to do so stays named.
 *
 * @returns UNKNOWN: there is no such alarm; CLEARED: its cause is gone already; else null
 */
export async function acknowledgeAlarm(
  db: AlarmQueryable,
  { id, by, at, note }: { id: bigint; by: string; at: bigint; note?: string },
): Promise<'UNKNOWN' | 'CLEARED' | null> {
  const { rowCount } = await db.query(
    `update alarm set acknowledged_by = coalesce(acknowledged_by, $2), acknowledged_at = coalesce(acknowledged_at, $3), note = coalesce($4, note)
     where id = $1 and cleared_at is null`,
    [id, by, at, note ?? null],
  )
  if (rowCount === 1) return null
  const { rowCount: found } = await db.query('select 1 from alarm where id = $1', [id])
  return found === 0 ? 'UNKNOWN' : 'CLEARED'
}
