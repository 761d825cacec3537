/** How much one client may ask of us, so that none takes the others' share. */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { Problem } from './errors.ts'

/** A page with every chart on it asks about forty questions; a person cannot open ten a second for a minute. */
const DEFAULT_REQUESTS_A_MINUTE = 1_200
/** Clients remembered at once: the oldest are forgotten first, so that memory stays flat under a flood of addresses. */
const MOST_CLIENTS = 20_000

/** The platform itself: its portal, its probes. A proxy on this machine names the client it speaks for, and `ip` is then the client's. */
const OWN_ADDRESSES: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Counts requests a minute by signed-in address, else by network address. */
export async function registerRateLimits(app: FastifyInstance, requestsAMinute?: number): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max: requestsAMinute ?? DEFAULT_REQUESTS_A_MINUTE,
    timeWindow: '1 minute',
    cache: MOST_CLIENTS,
    allowList: (request) => OWN_ADDRESSES.has(request.ip),
    hook: 'preHandler',
    keyGenerator: (request) => request.session?.address ?? request.ip,
    errorResponseBuilder: (_, { after }) =>
      new Problem('HELIOBOND_TOO_MANY_REQUESTS', 'Ask again in {wait}; Retry-After has it in seconds.', {
        wait: after,
      }),
    enableDraftSpec: true,
  })
}
