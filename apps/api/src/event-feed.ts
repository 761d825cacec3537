/** What happened since a position: the one reader of the tables behind every open stream of events. */
import type { Database } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'

/** Newest row seen of each table, as it stands in the id of an event. */
export interface Position {
  readonly bill: bigint
  readonly payment: bigint
  readonly collection: bigint
  readonly redemption: bigint
}

export interface FeedEvent {
  readonly type: keyof Position | 'reading' | 'transaction'
  /** Null for what is of no system alone. */
  readonly systemId: number | null
  /** The row's key in its table; null for readings and transactions, which have no place in a {@link Position}. */
  readonly row: bigint | null
  readonly data: Readonly<Record<string, string | number | null>>
}

/** Rows of one look; more come with the next one, so that nobody who was long away takes the table at once. */
const MOST_ROWS = 500

export const formatPosition = (p: Position): string => [p.bill, p.payment, p.collection, p.redemption].join('-')

/** @returns null for anything that {@link formatPosition} did not make */
export function parsePosition(text: string): Position | null {
  const parts = /^(\d{1,19})-(\d{1,19})-(\d{1,19})-(\d{1,19})$/.exec(text)?.slice(1).map(BigInt)
  if (!parts || parts.some((part) => part >= 2n ** 63n)) return null
  const [bill = 0n, payment = 0n, collection = 0n, redemption = 0n] = parts
  return { bill, payment, collection, redemption }
}

/** Whether an event lies behind the position. What has no place in one always does. */
export const isBehind = ({ type, row }: FeedEvent, position: Position): boolean =>
  type === 'reading' || type === 'transaction' || row === null || row > position[type]

/** Where the tables end now. */
export async function latestPosition({ pool }: Database): Promise<Position> {
  const { rows } = await pool.query<Position>(
    `select coalesce((select max(id) from bill), 0)::int8 as bill, coalesce((select max(id) from payment), 0)::int8 as payment,
       coalesce((select max(id) from collection), 0)::int8 as collection,
       coalesce((select max(id) from redemption), 0)::int8 as redemption`,
  )
  const [row] = rows
  if (!row) throw new Error('a query of maxima has one row')
  return row
}

/** What lies behind the position, oldest first within each kind, and the position behind that. */
export async function eventsSince(
  { pool }: Database,
  from: Position,
): Promise<{ readonly events: FeedEvent[]; readonly position: Position }> {
  const [bills, payments, collections, redemptions] = await Promise.all([
    pool.query(
      `select id, number, system_id, party_index, delivered_wh, due_stroops from bill where id > $1 order by id limit ${MOST_ROWS}`,
      [from.bill],
    ),
    pool.query(
      `select id, system_id, party_index, bill_number, received_stroops, tx_hash from payment where id > $1 order by id limit ${MOST_ROWS}`,
      [from.payment],
    ),
    pool.query(
      `select c.id, o.system_id, c.offering_id, c.party_index, c.pulled_stroops, c.tx_hash from collection c
       join offering o on o.id = c.offering_id where c.id > $1 order by c.id limit ${MOST_ROWS}`,
      [from.collection],
    ),
    pool.query(
      `select r.id, o.system_id, r.offering_id, r.holder, r.paid_stroops, r.tx_hash from redemption r
       join offering o on o.id = r.offering_id where r.id > $1 order by r.id limit ${MOST_ROWS}`,
      [from.redemption],
    ),
  ])
  const events: FeedEvent[] = []
  const add = (type: keyof Position, key: string, rows: readonly Record<string, unknown>[]) => {
    for (const { system_id, ...row } of rows) {
      events.push({ type, systemId: Number(system_id), row: BigInt(String(row[key])), data: toData(row) })
    }
  }
  add('bill', 'id', bills.rows)
  add('payment', 'id', payments.rows)
  add('collection', 'id', collections.rows)
  add('redemption', 'id', redemptions.rows)
  const last = (type: keyof Position) => events.findLast((event) => event.type === type)?.row ?? from[type]
  return {
    events,
    position: {
      bill: last('bill'),
      payment: last('payment'),
      collection: last('collection'),
      redemption: last('redemption'),
    },
  }
}

/** The newest reading of every meter that is not in `seen`, which it brings up to date. */
export async function newReadings({ pool }: Database, seen: Map<number, string>): Promise<FeedEvent[]> {
  const { rows } = await pool.query<{
    meter_id: number
    system_id: number
    epoch: number
    seq: bigint
    at: bigint
    power_w: number | null
    generated_wh: bigint
    consumed_wh: bigint
    exported_wh: bigint
  }>(
    `select h.meter_id, m.system_id, h.epoch, h.seq, h.at, r.power_w, h.generated_wh, h.consumed_wh, h.exported_wh from meter_head h
     join meter m on m.id = h.meter_id
     left join reading r on r.meter_id = h.meter_id and r.epoch = h.epoch and r.seq = h.seq and r.at = h.at`,
  )
  const events: FeedEvent[] = []
  for (const { system_id: systemId, meter_id: meter, at, ...row } of rows) {
    const mark = `${row.epoch}/${row.seq}`
    if (seen.get(meter) === mark) continue
    seen.set(meter, mark)
    events.push({
      type: 'reading',
      systemId,
      row: null,
      data: { meter, at: formatUtcSeconds(at), ...toData({ ...row }) },
    })
  }
  return events
}

/** Transactions whose end lies further back than the newest one's by so much were told long ago. */
const SETTLED_SECONDS = 1_200n

/** The transactions of wallets that were settled and are not in `seen`, which it brings up to date. */
export async function newlySettled({ pool }: Database, seen: Map<string, bigint>): Promise<FeedEvent[]> {
  const { rows } = await pool.query<{
    hash: string
    action: string
    source: string
    status: string
    code: string | null
    ledger: number | null
    expires_at: bigint
  }>(
    // The newest of each status is one step down an index.
    `with newest as (select max(at) as at from unnest(array['success', 'failed', 'expired']) as s(status) cross join lateral
       (select max(expires_at) as at from tracked_transaction t where t.status = s.status) as m)
     select hash, action, source, status, code, ledger, expires_at from tracked_transaction
     where status in ('success', 'failed', 'expired') and expires_at > (select at from newest) - $1::int8 order by updated_at, hash`,
    [SETTLED_SECONDS],
  )
  const events: FeedEvent[] = []
  let newest = 0n
  for (const { expires_at: expiresAt, ...row } of rows) {
    if (expiresAt > newest) newest = expiresAt
    if (seen.has(row.hash)) continue
    seen.set(row.hash, expiresAt)
    events.push({ type: 'transaction', systemId: null, row: null, data: toData({ ...row }) })
  }
  for (const [hash, expiresAt] of seen) if (expiresAt <= newest - SETTLED_SECONDS) seen.delete(hash)
  return events
}

/** Columns as JSON names and values: numbers that may pass 2^53 as decimal strings. */
function toData(row: Readonly<Record<string, unknown>>): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const name = column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
      return [name, value === null || typeof value === 'number' ? value : String(value)]
    }),
  )
}
