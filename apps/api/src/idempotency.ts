/** `Idempotency-Key`: a write that is sent again with the same key is answered again, not done again. */
import { createHash } from 'node:crypto'
import type { Database } from '@heliobond/db'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from './errors.ts'

const KEY = /^[\x21-\x7e]{1,200}$/
const WRITES: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
/** A first request that has not answered by then has died with its process: no request of ours runs as long. */
const ABANDONED_MS = 60_000
const KEPT_MS = 24 * 3_600_000
/** Old rows that one request clears away at most. */
const MOST_CLEARED = 100
/** What says nothing about the request itself, and may be otherwise the next time. */
const PASSING: ReadonlySet<number> = new Set([401, 403, 408, 429])

declare module 'fastify' {
  interface FastifyRequest {
    /** The row that this request fills; null where it has no key, or repeats another. */
    idempotency: { readonly actor: string; readonly key: string } | null
  }
}

/**
 * Registers it for every write. Keys are of a signed-in address, else of a network address, and are kept for a day.
 *
 * The first request with a key is carried out and its answer kept; a repetition gets that answer with `idempotent-replayed: true`. While the
 * first is under way a repetition is refused with 409, and another request under the same key with 422. What failed on our side (5xx) or may
 * pass later (401, 403, 429) is not kept.
 */
export function registerIdempotency(app: FastifyInstance, database: Database): void {
  app.decorateRequest('idempotency', null)

  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key']
    if (key === undefined || !WRITES.has(request.method)) return
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw new Problem(
        'HELIOBOND_INVALID_REQUEST',
        'Idempotency-Key takes 1 to 200 printable characters without a blank.',
        {},
        { reason: 'BAD_IDEMPOTENCY_KEY' },
      )
    }
    const actor = request.session?.address ?? `ip:${request.ip}`
    const known = await claim(actor, key, hashOf(request))
    if (known === null) {
      request.idempotency = { actor, key }
      return
    }
    return reply
      .code(known.status)
      .header('idempotent-replayed', 'true')
      .type(known.status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json')
      .send(known.body)
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const row = request.idempotency
    // Routes that were registered before this have requests without it.
    if (!row) return payload
    const { actor, key } = row
    const { statusCode: status } = reply
    if (status >= 500 || PASSING.has(status) || typeof payload !== 'string') {
      await database.prisma.idempotentAnswer.deleteMany({ where: { actor, key, status: null } })
    } else {
      await database.prisma.idempotentAnswer.updateMany({
        where: { actor, key, status: null },
        data: { status, body: payload },
      })
    }
    return payload
  })

  /** Takes the key for this request: null; or the answer that an earlier one had. */
  async function claim(
    actor: string,
    key: string,
    requestHash: Buffer,
  ): Promise<{ status: number; body: string } | null> {
    const now = Date.now()
    const { rows } = await database.pool.query<{
      request_hash: Buffer
      status: number | null
      body: string | null
      mine: boolean
    }>(
      `with cleared as (
         delete from idempotent_answer where (actor, key) in (
           select actor, key from idempotent_answer where created_at < $5 and (actor, key) <> ($1, $2) order by created_at limit ${MOST_CLEARED})
       ), taken as (
         insert into idempotent_answer as a (actor, key, request_hash, created_at) values ($1, $2, $3, $4)
         on conflict (actor, key) do update set created_at = $4, request_hash = $3, status = null, body = null
           where a.created_at < $5 or (a.status is null and a.created_at < $6)
         returning request_hash, status, body
       )
       select request_hash, status, body, true as mine from taken
       union all
       select request_hash, status, body, false from idempotent_answer
       where actor = $1 and key = $2 and not exists (select 1 from taken)`,
      [actor, key, requestHash, now, now - KEPT_MS, now - ABANDONED_MS],
    )
    const [row] = rows
    if (row?.mine) return null
    if (row && !row.request_hash.equals(requestHash)) {
      throw new Problem('HELIOBOND_IDEMPOTENCY_MISMATCH', 'Take a new key for a new request.')
    }
    if (!row || row.status === null || row.body === null) {
      throw new Problem(
        'HELIOBOND_IDEMPOTENCY_IN_PROGRESS',
        'Ask again in a moment: the first request has not been answered yet.',
      )
    }
    return { status: row.status, body: row.body }
  }
}

const hashOf = (request: FastifyRequest): Buffer =>
  createHash('sha256')
    .update(`${request.method}\n${request.url}\n${request.body === undefined ? '' : JSON.stringify(request.body)}`)
    .digest()
