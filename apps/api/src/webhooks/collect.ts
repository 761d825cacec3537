/** From what happened to what is to be delivered: each event once to each webhook, however many processes look. */
import { type Database, rawTransaction } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import { eventsSince, formatPosition, latestPosition, parsePosition } from '../event-feed.ts'
import type { Told } from './events.ts'

const CURSOR = 'webhooks'
/** Alarms get their numbers before they are committed: so many are looked at once more, and told once all the same. */
const LOOK_BACK = 200

interface Runs {
  query<Row extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>
}

/**
 * Writes a delivery for every new event and every webhook that wants it. Of processes that look at once one does.
 *
 * @param nowMs the machine's time
 * @returns how many deliveries were written
 */
export async function collectDeliveries(database: Database, nowMs: number): Promise<number> {
  const start = await latestPosition(database)
  return rawTransaction(database.pool, async (client) => {
    // The first look begins with what happens from now on.
    await client.query('insert into cursor (name, value) values ($1, $2) on conflict (name) do nothing', [
      CURSOR,
      `${formatPosition(start)}/${await lastAlarm(client)}`,
    ])
    const { rows } = await client.query<{ value: string }>(
      'select value from cursor where name = $1 for update skip locked',
      [CURSOR],
    )
    const [row] = rows
    if (!row) return 0
    const [feed = '', alarm = '0'] = row.value.split('/')
    const from = parsePosition(feed)
    if (!from) throw new Error(`the cursor ${CURSOR} has no position: ${row.value}`)
    const { events, position } = await eventsSince(database, from)
    const told = events.map(
      ({ type, systemId, row: key, data }): Told => ({
        ...{ id: `${type}.${key}`, event: type as Told['event'], systemId, at: null, data },
      }),
    )
    const alarms = await newAlarms(client, BigInt(alarm))
    let written = 0
    for (const one of [...told, ...alarms.told]) written += await write(client, one, nowMs)
    await client.query('update cursor set value = $2 where name = $1', [
      CURSOR,
      `${formatPosition(position)}/${alarms.last}`,
    ])
    return written
  })
}

async function lastAlarm(client: Runs): Promise<string> {
  const { rows } = await client.query<{ last: bigint }>('select coalesce(max(id), 0)::int8 as last from alarm')
  return String(rows[0]?.last ?? 0)
}

async function newAlarms(client: Runs, after: bigint): Promise<{ told: Told[]; last: bigint }> {
  const { rows } = await client.query<{
    id: bigint
    kind: string
    subject: string
    severity: string
    message: string
    system_id: number | null
    offering_id: number | null
    raised_at: bigint
  }>(
    `select id, kind, subject, severity, message, system_id, offering_id, raised_at from alarm where id > $1 order by id limit 500`,
    [after - BigInt(LOOK_BACK)],
  )
  const told = rows.map((row): Told => {
    const { kind, subject, severity, message } = row
    const raisedAt = BigInt(row.raised_at)
    return {
      id: `alarm.${row.id}`,
      event: 'alarm',
      systemId: row.system_id,
      at: raisedAt,
      data: { id: String(row.id), kind, subject, severity, message, raisedAt: formatUtcSeconds(raisedAt) },
    }
  })
  const newest = rows.reduce((last, { id }) => (BigInt(id) > last ? BigInt(id) : last), after)
  return { told, last: newest }
}

/** Alarms are for operators and auditors, as over HTTP; the rest is public. */
async function write(client: Runs, { id, event, systemId, at, data }: Told, nowMs: number): Promise<number> {
  const body = { id, event, systemId, data }
  const { rows } = await client.query(
    `insert into webhook_delivery (webhook_id, event_id, event, body, next_at, created_at)
       select w.id, $1::text, $2::text, $3::jsonb, $4::int8, $4::int8 from webhook w
       where w.disabled_at is null and (w.events = '[]'::jsonb or w.events ? $2::text)
         and ($5::int8 is null or w.created_at <= $5)
         and ($2::text <> 'alarm' or exists (select 1 from role_grant g where g.address = w.owner and g.role in ('operator', 'auditor')))
     on conflict (webhook_id, event_id) do nothing returning id`,
    [id, event, JSON.stringify(body), nowMs, at],
  )
  return rows.length
}
