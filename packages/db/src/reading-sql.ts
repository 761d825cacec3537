/** The statements of the reading store. Each takes a whole batch as arrays (`unnest`), so that its cost is one round trip. */
import type { Meter, MeterKind, Reading } from '@heliobond/domain'
import type pg from 'pg'

/** A row of `reading`, without the system: the meter names it. */
export interface ReadingRow {
  meter_id: number
  epoch: number
  seq: bigint
  at: bigint
  generated_wh: bigint
  consumed_wh: bigint
  exported_wh: bigint
  power_w: number | null
  signature: Uint8Array
}

/** A meter with the key that its readings must be signed with. */
export interface MeterRow {
  meter: Meter
  publicKey: Uint8Array
}

const KINDS: Readonly<Record<string, MeterKind>> = {
  site: 'Site',
  load: 'Load',
  combined: 'Combined',
}

/** The meters among `ids` that are registered. */
export async function meterRows(client: pg.ClientBase, ids: readonly number[]): Promise<Map<number, MeterRow>> {
  const found = await client.query<{
    id: number
    system_id: number
    kind: string
    epoch: number
    capacity_w: bigint
    revoked: boolean
    public_key: Uint8Array
  }>({
    name: 'reading-meters',
    text: 'select id, system_id, kind, epoch, capacity_w, revoked, public_key from meter where id = any($1)',
    values: [ids],
  })
  return new Map(
    found.rows.map((row) => {
      const kind = KINDS[row.kind]
      if (!kind) throw new Error(`meter ${row.id} is of unknown kind ${row.kind}`)
      const { epoch, revoked } = row
      const meter = {
        system: row.system_id,
        meter: row.id,
        kind,
        epoch,
        capacityW: wattsOf(row.id, row.capacity_w),
        revoked,
      }
      return [row.id, { meter, publicKey: row.public_key }]
    }),
  )
}

/** A rating as the judge of readings takes it. @throws {Error} above 2^53 - 1 W, where a number would no longer be exact. */
function wattsOf(meter: number, capacityW: bigint): number {
  const watts = Number(capacityW)
  if (!Number.isSafeInteger(watts)) throw new Error(`meter ${meter} is rated at ${capacityW} W: no meter can be`)
  return watts
}

/** A namespace for the advisory locks of meters that have no head yet. */
const FIRST_READING_LOCK = 4_848_003

/**
 * Takes the locks of these meters until the transaction ends, in the order of their ids (so that two batches never wait
 * for each other), and returns their newest readings. A meter without one is locked by its number instead.
 */
export async function headsLocked(client: pg.ClientBase, ids: readonly number[]): Promise<Map<number, ReadingRow>> {
  const heads = {
    name: 'reading-heads',
    text: 'select meter_id, epoch, seq, at, generated_wh, consumed_wh, exported_wh from meter_head where meter_id = any($1)',
  }
  const present = new Set((await client.query<ReadingRow>({ ...heads, values: [ids] })).rows.map((row) => row.meter_id))
  const absent = ids.filter((id) => !present.has(id)).sort((a, b) => a - b)
  for (const id of absent) await client.query('select pg_advisory_xact_lock($1, $2)', [FIRST_READING_LOCK, id])
  const locked = await client.query<ReadingRow>({
    name: 'reading-heads-locked',
    text: `${heads.text} order by meter_id for update`,
    values: [ids],
  })
  return new Map(locked.rows.map((row) => [row.meter_id, row]))
}

export async function insertReadings(
  client: pg.ClientBase,
  readings: readonly Reading[],
  receivedAtSeconds: bigint,
): Promise<void> {
  await client.query({
    name: 'reading-insert',
    text: `insert into reading
      (meter_id, epoch, seq, at, generated_wh, consumed_wh, exported_wh, power_w, signature, received_at)
      select r.*, $10::int8 from unnest
      ($1::int4[], $2::int4[], $3::int8[], $4::int8[], $5::int8[], $6::int8[], $7::int8[], $8::int4[], $9::bytea[]) as r`,
    values: [
      readings.map((reading) => reading.meter),
      readings.map((reading) => reading.epoch),
      readings.map((reading) => reading.seq),
      readings.map((reading) => reading.at),
      readings.map((reading) => reading.generatedWh),
      readings.map((reading) => reading.consumedWh),
      readings.map((reading) => reading.exportedWh),
      readings.map((reading) => storedPowerW(reading.powerW)),
      readings.map((reading) => Buffer.from(reading.signature)),
      receivedAtSeconds,
    ],
  })
}

/** Notes readings that came after a newer one of their meter. */
export async function noteLate(
  client: pg.ClientBase,
  readings: readonly Reading[],
  receivedAtSeconds: bigint,
): Promise<void> {
  await client.query({
    name: 'reading-late',
    text: `insert into late_reading (meter_id, epoch, seq, at, received_at)
      select r.*, $5::int8 from unnest($1::int4[], $2::int4[], $3::int8[], $4::int8[]) as r on conflict do nothing`,
    values: [
      readings.map((reading) => reading.meter),
      readings.map((reading) => reading.epoch),
      readings.map((reading) => reading.seq),
      readings.map((reading) => reading.at),
      receivedAtSeconds,
    ],
  })
}

/** Power is a convenience of the device: whole watts, and nothing where it makes no sense. */
function storedPowerW(powerW: number | undefined): number | null {
  if (powerW === undefined || Math.abs(powerW) > 2_000_000_000) return null
  return Math.round(powerW)
}

/** Makes these readings, one a meter, the newest of their meters. */
export async function saveHeads(client: pg.ClientBase, heads: readonly Reading[]): Promise<void> {
  await client.query({
    name: 'reading-save-heads',
    text: `insert into meter_head (meter_id, epoch, seq, at, generated_wh, consumed_wh, exported_wh)
      select * from unnest($1::int4[], $2::int4[], $3::int8[], $4::int8[], $5::int8[], $6::int8[], $7::int8[])
      on conflict (meter_id) do update set epoch = excluded.epoch, seq = excluded.seq, at = excluded.at,
        generated_wh = excluded.generated_wh, consumed_wh = excluded.consumed_wh, exported_wh = excluded.exported_wh`,
    values: [
      heads.map((head) => head.meter),
      heads.map((head) => head.epoch),
      heads.map((head) => head.seq),
      heads.map((head) => head.at),
      heads.map((head) => head.generatedWh),
      heads.map((head) => head.consumedWh),
      heads.map((head) => head.exportedWh),
    ],
  })
}
