import { createHash } from 'node:crypto'
import type pg from 'pg'

/** One refused message and why. */
export interface QuarantineEntry {
  /** The meter that the message named, where it named one. */
  meterId?: number | undefined
  /** MQTT topic, or the HTTP route. */
  topic: string
  /** What was sent; only the beginning is kept. */
  payload: string
  code: string
  detail: string
}

/** No reading is half as long. */
const MOST_PAYLOAD_CHARACTERS = 1_024
/** How many refused messages are kept that nobody has released: of one meter, and of no meter that is registered. */
export const MOST_QUARANTINED_OF_A_METER = 2_000
export const MOST_QUARANTINED_OF_NOBODY = 20_000

interface Row extends QuarantineEntry {
  readonly digest: Buffer
  readonly occurrences: number
}

/**
 * Records refused messages. The same message refused again for the same reason counts up on its row; beyond so many different ones of a meter (or of
 * strangers) they are counted and not kept: neither a device that repeats itself for a year nor one that makes things up fills a disk.
 */
export async function recordQuarantine(
  pool: pg.Pool,
  entries: readonly QuarantineEntry[],
  nowSeconds: bigint,
): Promise<void> {
  if (entries.length === 0) return
  const wanted = [...new Set(entries.map(({ meterId }) => meterId).filter((id) => id !== undefined && id < 2 ** 31))]
  const registered = new Set(
    (await pool.query<{ id: number }>('select id from meter where id = any($1)', [wanted])).rows.map(({ id }) => id),
  )
  const rows = merge(
    entries.map((entry) => ({ ...entry, meterId: registered.has(entry.meterId ?? -1) ? entry.meterId : undefined })),
  )
  const kept = await withinBounds(pool, rows)
  // In the order of the digests, so that two writers never wait for each other.
  const sorted = [...kept.values()].sort((a, b) => a.digest.compare(b.digest))
  await pool.query(
    `insert into quarantine
      (meter_id, topic, payload, code, detail, digest, occurrences, received_at, last_received_at)
      select q.*, $8::int8, $8::int8
      from unnest($1::int4[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bytea[], $7::int4[]) as q
      on conflict (digest) do update set
        occurrences = least(quarantine.occurrences::int8 + excluded.occurrences, 2147483647)::int4,
        last_received_at = excluded.last_received_at`,
    [
      sorted.map(({ meterId }) => meterId ?? null),
      sorted.map((row) => row.topic),
      sorted.map((row) => row.payload),
      sorted.map((row) => row.code),
      sorted.map((row) => storable(row.detail)),
      sorted.map((row) => row.digest),
      sorted.map((row) => row.occurrences),
      nowSeconds,
    ],
  )
}

/** One row a message and reason. */
function merge(entries: readonly QuarantineEntry[]): Map<string, Row> {
  const rows = new Map<string, Row>()
  for (const entry of entries) {
    const payload = storable(entry.payload)
    const topic = storable(entry.topic)
    add(rows, { ...entry, topic, payload, digest: digestOf(topic, entry.code, payload), occurrences: 1 })
  }
  return rows
}

function add(rows: Map<string, Row>, row: Row): void {
  const key = row.digest.toString('hex')
  rows.set(key, { ...row, occurrences: (rows.get(key)?.occurrences ?? 0) + row.occurrences })
}

const digestOf = (topic: string, code: string, payload: string): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([topic, code, payload]))
    .digest()

/** What is known already or finds room stays; the rest is counted on a row of its meter's, or of nobody's. */
async function withinBounds(pool: pg.Pool, rows: Map<string, Row>): Promise<Map<string, Row>> {
  const all = [...rows.values()]
  const meters = [...new Set(all.map(({ meterId }) => meterId).filter((id) => id !== undefined))]
  const [counted, repeated] = await Promise.all([
    pool.query<{ meter_id: number | null; count: number }>(
      `select meter_id, count(*)::int4 as count from quarantine where (meter_id = any($1) or (meter_id is null and $2)) and released_at is null
       group by meter_id`,
      [meters, all.some(({ meterId }) => meterId === undefined)],
    ),
    pool.query<{ digest: Buffer }>('select digest from quarantine where digest = any($1)', [
      all.map(({ digest }) => digest),
    ]),
  ])
  const room = new Map<number | undefined, number>()
  for (const { meter_id, count } of counted.rows) room.set(meter_id ?? undefined, mostOf(meter_id ?? undefined) - count)
  const known = new Set(repeated.rows.map(({ digest }) => Buffer.from(digest).toString('hex')))
  const kept = new Map<string, Row>()
  for (const [key, row] of rows) {
    const left = room.get(row.meterId) ?? mostOf(row.meterId)
    if (known.has(key)) add(kept, row)
    else if (left > 0) {
      room.set(row.meterId, left - 1)
      add(kept, row)
    } else add(kept, overflow(row))
  }
  return kept
}

const mostOf = (meterId: number | undefined) =>
  meterId === undefined ? MOST_QUARANTINED_OF_NOBODY : MOST_QUARANTINED_OF_A_METER

function overflow({ meterId, occurrences }: Row): Row {
  const topic = meterId === undefined ? 'strangers' : `meter ${meterId}`
  const code = 'QUARANTINE_FULL'
  const detail = 'more was refused than is kept: release or fix the cause, then look at what comes'
  return { meterId, topic, payload: '', code, detail, digest: digestOf(topic, code, ''), occurrences }
}

/** PostgreSQL's text holds neither NUL nor half a surrogate pair. */
const storable = (text: string) => text.slice(0, MOST_PAYLOAD_CHARACTERS).toWellFormed().replaceAll('\0', '\uFFFD')
