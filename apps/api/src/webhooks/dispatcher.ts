/** Delivers what is due, again and later when a receiver does not take it, and forgets what is long done. */
import { type Database, openSecret } from '@heliobond/db'
import type { FastifyBaseLogger } from 'fastify'
import { collectDeliveries } from './collect.ts'
import { type PostOutcome, post } from './post.ts'
import { SIGNATURE_HEADER, signDelivery } from './signature.ts'

/** Seconds until the next try, by tries so far; then it is given up, a day and a half after the first. */
export const PAUSES_SECONDS = [10, 60, 300, 1_800, 7_200, 21_600, 43_200, 57_600] as const
/** A process that dies while it delivers leaves the delivery to another after so long. */
const LEASE_MS = 60_000
/** Deliveries under way at once. */
const AT_ONCE = 8
const KEPT_MS = 30 * 86_400_000

export interface DispatcherOptions {
  readonly database: Database
  readonly masterKey: Uint8Array
  /** On a local network receivers may be on this machine. */
  readonly isLocal: boolean
  readonly log: FastifyBaseLogger
  /** The machine's time in milliseconds. */
  readonly nowMs?: () => number
}

interface Due {
  id: bigint
  event_id: string
  event: string
  body: unknown
  attempts: number
  webhook_id: number
  url: string
  secret_ciphertext: Buffer
  secret_nonce: Buffer
}

/** What a webhook's secret is sealed as. */
export const webhookSecretName = (id: number): string => `webhook.${id}`

/** One look: writes down what is new, and delivers what is due. @returns how many deliveries were tried */
export async function dispatch(options: DispatcherOptions): Promise<number> {
  const { database, nowMs = Date.now } = options
  const now = nowMs()
  await collectDeliveries(database, now)
  const due = await claim(database, now)
  await Promise.all(due.map((one) => deliver(options, one)))
  await database.pool.query(
    'delete from webhook_delivery where id in (select id from webhook_delivery where created_at < $1 and status <> $2 limit 1000)',
    [now - KEPT_MS, 'pending'],
  )
  return due.length
}

/** Takes what is due, so that no other process takes it for a while. */
async function claim({ pool }: Database, now: number): Promise<Due[]> {
  const { rows } = await pool.query<Due>(
    `with due as (
       select d.id from webhook_delivery d join webhook w on w.id = d.webhook_id
       where d.status = 'pending' and d.next_at <= $1 and w.disabled_at is null
       order by d.next_at, d.id limit ${AT_ONCE} for update of d skip locked
     )
     update webhook_delivery d set next_at = $2, attempts = d.attempts + 1 from due, webhook w
     where d.id = due.id and w.id = d.webhook_id
     returning d.id, d.event_id, d.event, d.body, d.attempts, d.webhook_id, w.url, w.secret_ciphertext, w.secret_nonce`,
    [now, now + LEASE_MS],
  )
  return rows
}

async function deliver(
  { database, masterKey, isLocal, log, nowMs = Date.now }: DispatcherOptions,
  due: Due,
): Promise<void> {
  const sealed = { ciphertext: new Uint8Array(due.secret_ciphertext), nonce: new Uint8Array(due.secret_nonce) }
  const secret = openSecret(masterKey, webhookSecretName(due.webhook_id), sealed)
  const body = JSON.stringify(due.body)
  const outcome = await post(
    new URL(due.url),
    body,
    {
      'content-type': 'application/json',
      'user-agent': 'heliobond-webhooks/1',
      'heliobond-event': due.event,
      'heliobond-event-id': due.event_id,
      [SIGNATURE_HEADER]: signDelivery(secret, Math.floor(nowMs() / 1000), body),
    },
    isLocal,
  )
  await note(database, due, outcome, nowMs())
  const ids = { webhook: due.webhook_id, delivery: due.id, event: due.event_id, attempts: due.attempts }
  if (isTaken(outcome)) log.debug({ ...ids, ...outcome }, 'webhook delivered')
  else log.info({ ...ids, ...outcome }, 'webhook not taken')
}

/** Any 2xx is a receipt; 410 says that nobody wants it any more. */
const isTaken = (outcome: PostOutcome) => 'status' in outcome && outcome.status >= 200 && outcome.status < 300

async function note({ pool }: Database, due: Due, outcome: PostOutcome, now: number): Promise<void> {
  const status = 'status' in outcome ? outcome.status : null
  const error = 'error' in outcome ? outcome.error : null
  if (isTaken(outcome)) {
    await pool.query(
      `update webhook_delivery set status = 'delivered', delivered_at = $2, last_status = $3, last_error = null where id = $1`,
      [due.id, now, status],
    )
    return
  }
  const pause = status === 410 ? undefined : PAUSES_SECONDS[due.attempts - 1]
  await pool.query(
    `update webhook_delivery set status = $2, next_at = $3, last_status = $4, last_error = $5 where id = $1`,
    [due.id, pause === undefined ? 'failed' : 'pending', now + (pause ?? 0) * 1_000, status, error],
  )
}

/** Looks again and again. @returns what stops it, once the look in hand has ended */
export function dispatchInBackground(options: DispatcherOptions, everyMs: number): () => Promise<void> {
  let stopped = false
  let working = Promise.resolve()
  let isWorking = false
  const look = () => {
    if (isWorking || stopped) return
    isWorking = true
    working = (async () => {
      // While there is much to deliver nothing is waited for.
      while (!stopped && (await dispatch(options)) === AT_ONCE);
    })()
      .catch((error: unknown) => options.log.error({ err: error }, 'webhooks could not be delivered'))
      .finally(() => {
        isWorking = false
      })
  }
  const timer = setInterval(look, everyMs)
  timer.unref()
  return async () => {
    stopped = true
    clearInterval(timer)
    await working
  }
}
