/** Every write that came over HTTP leaves a row: who asked for what, and what became of it. */
import { createHash } from 'node:crypto'
import type { Database } from '@heliobond/db'
import type { FastifyInstance } from 'fastify'

/** Characters that a reason may have. */
const MOST_REASON = 1_000
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set by routes that have a record of their own (readings: the store and the quarantine). */
    readonly ownRecord?: boolean
    /** Set by routes whose body says why, under `reason`: people are to read it beside who asked. */
    readonly reasonInAudit?: boolean
  }
  interface FastifyReply {
    /** The problem's code, where the request was refused. */
    problemCode: string | null
  }
}

/**
 * Writes the rows. A body is kept as its hash: what was asked can be proven by who kept it, and no secret lands here. Only a reason is kept as it
 * was written, of routes that ask for one.
 *
 * The row is written after the answer, so that a slow disk delays nobody; a row that cannot be written is an error in the log with
 * all it would have said.
 */
export function registerAudit(app: FastifyInstance, database: Database): void {
  app.decorateReply('problemCode', null)
  app.addHook('onResponse', async (request, reply) => {
    const { config, url: route } = request.routeOptions
    if (READS.has(request.method) || config.ownRecord || route === undefined) return
    const bytes = request.body === undefined ? undefined : JSON.stringify(request.body)
    const row = {
      at: BigInt(Date.now()),
      requestId: request.id,
      actor: request.session?.address ?? null,
      method: request.method,
      path: new URL(request.url, 'http://localhost').pathname,
      status: reply.statusCode,
      code: reply.problemCode,
      reason: config.reasonInAudit ? reasonIn(request.body) : null,
      bodyHash: bytes === undefined ? null : new Uint8Array(createHash('sha256').update(bytes).digest()),
    }
    try {
      await database.prisma.auditEntry.create({ data: row })
    } catch (error) {
      request.log.error({ err: error, audit: { ...row, at: Number(row.at), bodyHash: null } }, 'audit row not written')
    }
  })
}

/** What a body says under `reason`; of one that was refused for it, too, but no more than a reason may be. */
function reasonIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('reason' in body)) return null
  return typeof body.reason === 'string' ? body.reason.slice(0, MOST_REASON) : null
}
