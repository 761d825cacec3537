import type { Queryable } from '../context.ts'

/**
 * A business action that needs a transaction, written in the same database transaction as the state change that wants it.
 *
 * `key` names the action for ever: asking twice changes nothing. Entries of one `lane` reach the network one after the other, in order.
 */
export interface OutboxRequest {
  readonly key: string
  readonly kind: string
  readonly lane: string
  /** What the kind's handler needs to build its operations and to book their outcome. JSON, amounts as decimal strings. */
  readonly payload: Record<string, unknown>
  /** The network's time of the request. */
  readonly at: bigint
}

export type OutboxStatus = 'pending' | 'prepared' | 'sent' | 'succeeded' | 'failed' | 'dead'

export interface OutboxRow {
  readonly id: bigint
  readonly key: string
  readonly kind: string
  readonly lane: string
  readonly payload: Record<string, unknown>
  readonly status: OutboxStatus
  readonly channel: string | null
  readonly envelopeXdr: string | null
  readonly hash: string | null
  /** Hash of the transaction within the fee bump. */
  readonly innerHash: string | null
  readonly expiresAt: bigint | null
  readonly attempts: number
  /** Why it was not taken: the network's code while its envelope waits for its expiry, else that of the try before. */
  readonly lastError: string | null
  /** What is bid for a place in a ledger, and the network's time of that bid; null before the first. */
  readonly bidStroops: bigint | null
  readonly updatedAt: bigint
  /** Network time of the request: no ledger that closed before it can hold an envelope of it. */
  readonly createdAt: bigint
}

interface RawRow {
  id: string
  idempotency_key: string
  kind: string
  lane: string
  payload: Record<string, unknown>
  status: OutboxStatus
  channel: string | null
  envelope_xdr: string | null
  hash: string | null
  inner_hash: string | null
  expires_at: string | null
  attempts: number
  last_error: string | null
  created_at: bigint | string
  bid_stroops: string | null
  updated_at: string
}

const COLUMNS =
  'id, idempotency_key, kind, lane, payload, status, channel, envelope_xdr, hash, inner_hash, expires_at, attempts, last_error, created_at, bid_stroops, updated_at'

function toRow(raw: RawRow): OutboxRow {
  return {
    id: BigInt(raw.id),
    key: raw.idempotency_key,
    kind: raw.kind,
    lane: raw.lane,
    payload: raw.payload,
    status: raw.status,
    channel: raw.channel,
    envelopeXdr: raw.envelope_xdr,
    hash: raw.hash,
    innerHash: raw.inner_hash,
    expiresAt: raw.expires_at === null ? null : BigInt(raw.expires_at),
    attempts: raw.attempts,
    lastError: raw.last_error,
    createdAt: BigInt(raw.created_at),
    bidStroops: raw.bid_stroops === null ? null : BigInt(raw.bid_stroops),
    updatedAt: BigInt(raw.updated_at),
  }
}

/** Writes the request; returns its id, or null when an entry of that key exists already. */
export async function enqueue(db: Queryable, request: OutboxRequest): Promise<bigint | null> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO outbox (idempotency_key, kind, lane, payload, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5)
     ON CONFLICT (idempotency_key) DO NOTHING RETURNING id`,
    [request.key, request.kind, request.lane, JSON.stringify(request.payload), request.at],
  )
  const row = rows[0]
  return row ? BigInt(row.id) : null
}

/** A failed action that may be asked for again waits this long, times the tries so far. */
const TRY_AGAIN_SECONDS = 300n

/**
 * The key of the next try of an action that may be asked for again once it has failed: `{prefix}:{n}`. Null while a try is under way or has
 * succeeded, and for a while after each failure.
 */
export async function nextTry(db: Queryable, prefix: string, now: bigint): Promise<string | null> {
  const { rows } = await db.query<{ status: OutboxStatus; created_at: bigint }>(
    `SELECT status, created_at FROM outbox WHERE starts_with(idempotency_key, $1)`,
    [`${prefix}:`],
  )
  const last = rows.reduce((latest, row) => (BigInt(row.created_at) > latest ? BigInt(row.created_at) : latest), 0n)
  if (rows.some(({ status }) => status !== 'failed' && status !== 'dead')) return null
  if (rows.length > 0 && now < last + TRY_AGAIN_SECONDS * BigInt(rows.length)) return null
  return `${prefix}:${rows.length}`
}

/** The status of the action of that key, or null when nobody has asked for it. */
export async function statusOf(db: Queryable, key: string): Promise<OutboxStatus | null> {
  const { rows } = await db.query<{ status: OutboxStatus }>('SELECT status FROM outbox WHERE idempotency_key = $1', [
    key,
  ])
  return rows[0]?.status ?? null
}

/** True while an action of that lane has not come to an end. */
export async function laneIsBusy(db: Queryable, lane: string): Promise<boolean> {
  const { rows } = await db.query(
    `SELECT 1 FROM outbox WHERE lane = $1 AND status IN ('pending', 'prepared', 'sent') LIMIT 1`,
    [lane],
  )
  return rows.length > 0
}

/** Everything that was asked for and has not come to an end, oldest first. */
export async function unfinished(db: Queryable): Promise<OutboxRow[]> {
  const { rows } = await db.query<RawRow>(
    `SELECT ${COLUMNS} FROM outbox WHERE status IN ('pending', 'prepared', 'sent') ORDER BY id`,
  )
  return rows.map(toRow)
}

/** Entries of these kinds whose envelope exists and whose fate is not known yet, oldest first. */
export async function inFlight(db: Queryable, kinds: readonly string[]): Promise<OutboxRow[]> {
  const { rows } = await db.query<RawRow>(
    `SELECT ${COLUMNS} FROM outbox WHERE status IN ('prepared', 'sent') AND kind = ANY($1) ORDER BY id`,
    [kinds],
  )
  return rows.map(toRow)
}

/**
 * Locks the oldest pending entry (of these kinds, if any are named) whose lane has nothing in flight, or null. Call inside a database transaction: the lock
 * lasts as long as it does, and a second process skips the row.
 */
export async function lockNextPending(
  db: Queryable,
  notBefore: bigint,
  kinds: readonly string[] | null = null,
): Promise<OutboxRow | null> {
  const { rows } = await db.query<RawRow>(
    `SELECT ${COLUMNS} FROM outbox o
     WHERE o.status = 'pending' AND ($2::text[] IS NULL OR o.kind = ANY($2)) AND (o.retry_at IS NULL OR o.retry_at <= $1)
       AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.lane = o.lane AND p.status IN ('prepared', 'sent'))
       AND NOT EXISTS (SELECT 1 FROM outbox q WHERE q.lane = o.lane AND q.status = 'pending' AND q.id < o.id)
     ORDER BY o.id LIMIT 1 FOR UPDATE OF o SKIP LOCKED`,
    [notBefore, kinds],
  )
  const row = rows[0]
  return row ? toRow(row) : null
}

/** Locks one entry by id, whatever its status. */
export async function lockById(db: Queryable, id: bigint): Promise<OutboxRow | null> {
  const { rows } = await db.query<RawRow>(`SELECT ${COLUMNS} FROM outbox WHERE id = $1 FOR UPDATE`, [id])
  const row = rows[0]
  return row ? toRow(row) : null
}
