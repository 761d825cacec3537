import type { Database } from '@heliobond/db'

/** What an installation is watched by, as a metric's name without `heliobond_`, its meaning and its labels. */
export const FIGURES = {
  outbox_entries: ['Transactions that are to be sent or were given up, by status and kind', 'status', 'kind'],
  outbox_oldest_seconds: ['Age of the oldest transaction that is not done, by the network clock'],
  outbox_written_total: ['Transactions ever asked for'],
  outbox_given_up: ['Actions given up or refused for good that no later one made good, by kind', 'kind'],
  channels: ['Channel accounts, free or lent to a transaction on its way', 'state'],
  meters: ['Registered meters'],
  meters_silent: ['Meters without a reading for an hour of the network clock'],
  readings_stored_total: ['Readings stored since the database last forgot its own statistics'],
  quarantine_entries: ['Refused readings that nobody released, by code', 'code'],
  bills_unpaid: ['Bills that are not paid in full'],
  bills_unpaid_stroops: ['What of them is open'],
  bills_overdue: ['Bills that are not paid in full and past their due date'],
  alarms_open: ['Alarms whose cause lasts, by kind and severity', 'kind', 'severity'],
  index_lag_seconds: ['How far the index is behind the network, by the network clock'],
} as const satisfies Record<string, readonly [help: string, ...labels: string[]]>

export type FigureName = keyof typeof FIGURES

export interface Figure {
  readonly name: FigureName
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/**
 * One question to the database for each figure, none of which grows with what was done long ago: finished transactions are counted by
 * their number, the rest is found by its indexes.
 */
const QUESTIONS: Readonly<Record<FigureName, string>> = {
  outbox_entries: `select status, kind, count(*) as value from outbox where status in ('pending', 'prepared', 'sent', 'dead', 'failed') group by status, kind`,
  outbox_oldest_seconds: `select coalesce($1::int8 - min(created_at), 0) as value from outbox where status in ('pending', 'prepared', 'sent')`,
  outbox_written_total: 'select coalesce(max(id), 0) as value from outbox',
  outbox_given_up: `select kind, count(*) as value from outbox o where status in ('dead', 'failed') and not exists
    (select 1 from outbox l where l.lane = o.lane and l.id > o.id and l.kind = o.kind and l.status = 'succeeded') group by kind`,
  channels: `select case when locked_by_outbox is null then 'free' else 'lent' end as state, count(*) as value from channel_account group by state`,
  meters: 'select count(*) as value from meter where not revoked',
  meters_silent: `select count(*) as value from meter m left join meter_head h on h.meter_id = m.id
    where not m.revoked and (h.at is null or h.at < $1::int8 - 3600)`,
  // Counting the rows would take longer with every year.
  readings_stored_total: `select coalesce(sum(n_tup_ins), 0) as value from pg_stat_user_tables where relname like 'reading\\_y%'`,
  quarantine_entries: 'select code, count(*) as value from quarantine where released_at is null group by code',
  bills_unpaid: 'select count(*) as value from bill where paid_stroops < due_stroops',
  bills_unpaid_stroops:
    'select coalesce(sum(due_stroops - paid_stroops), 0) as value from bill where paid_stroops < due_stroops',
  bills_overdue: 'select count(*) as value from bill where paid_stroops < due_stroops and due_at < $1::int8',
  alarms_open: 'select kind, severity, count(*) as value from alarm where cleared_at is null group by kind, severity',
  index_lag_seconds: `select greatest($1::int8 - split_part(value, ':', 2)::int8, 0) as value from cursor where name = 'index'`,
}

/** Every figure, as of now. @param now the network's time in Unix seconds */
export async function readFigures({ pool }: Database, now: bigint): Promise<Figure[]> {
  const names = Object.keys(FIGURES) as FigureName[]
  const answers = await Promise.all(
    names.map(async (name) => {
      const text = QUESTIONS[name]
      const { rows } = await pool.query<Record<string, unknown>>(text, text.includes('$1') ? [now] : [])
      return rows.map(({ value, ...labels }) => ({
        name,
        labels: labels as Record<string, string>,
        value: Number(value),
      }))
    }),
  )
  return answers.flat()
}
