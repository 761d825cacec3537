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

/**
 * Records refused messages. The same message refused again for the same reason counts up on its row: a device that
 * repeats itself for a year fills no disk.
 */
export async function recordQuarantine(
  pool: pg.Pool,
  entries: readonly QuarantineEntry[],
  nowSeconds: bigint,
): Promise<void> {
  if (entries.length === 0) return
  const rows = new Map<string, QuarantineEntry & { digest: Buffer; occurrences: number }>()
  for (const entry of entries) {
    const payload = storable(entry.payload)
    const topic = storable(entry.topic)
    const digest = createHash('sha256')
      .update(JSON.stringify([topic, entry.code, payload]))
      .digest()
    const key = digest.toString('hex')
    rows.set(key, { ...entry, topic, payload, digest, occurrences: (rows.get(key)?.occurrences ?? 0) + 1 })
  }
  // In the order of the digests, so that two writers never wait for each other.
  const sorted = [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  await pool.query(
    `insert into quarantine
      (meter_id, topic, payload, code, detail, digest, occurrences, received_at, last_received_at)
      select q.*, $8::int8, $8::int8
      from unnest($1::int4[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bytea[], $7::int4[]) as q
      on conflict (digest) do update set
        occurrences = least(quarantine.occurrences::int8 + excluded.occurrences, 2147483647)::int4,
        last_received_at = excluded.last_received_at`,
    [
      sorted.map(({ meterId }) => (meterId === undefined || meterId >= 2 ** 31 ? null : meterId)),
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

/** PostgreSQL's text holds neither NUL nor half a surrogate pair. */
const storable = (text: string) => text.slice(0, MOST_PAYLOAD_CHARACTERS).toWellFormed().replaceAll('\0', '\uFFFD')
