import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { formatUtcSeconds } from '@heliobond/domain'
import type { ApiOptions } from '../app.ts'
import { Problem } from '../errors.ts'
import { problemResponses } from '../schemas/problem.ts'
import { Timestamp } from '../schemas/units.ts'

const DEFAULT_TIMEOUT_MS = 2_000

const Health = Type.Object({
  status: Type.Literal('ok'),
  version: Type.String({ description: 'Of this program.' }),
  database: Type.Object({ up: Type.Literal(true) }),
  network: Type.Object({
    up: Type.Literal(true),
    name: Type.String({ description: 'local, testnet, mainnet or custom.' }),
    passphrase: Type.String({ description: 'Of the network; signatures depend on it.' }),
    time: Timestamp('Close time of the latest ledger.'),
  }),
})

/** `/healthz`: 200 when the database and the network answer, else 503 naming the part that does not. */
export const healthRoutes =
  ({
    database,
    chain,
    network,
    version,
    healthTimeoutMs = DEFAULT_TIMEOUT_MS,
  }: ApiOptions): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/healthz',
      {
        logLevel: 'warn',
        schema: {
          operationId: 'getHealth',
          tags: ['service'],
          summary: 'Whether the database and the network answer',
          response: { 200: Health, ...problemResponses },
        },
      },
      async (request) => {
        const [asked, time] = await Promise.allSettled([
          within(healthTimeoutMs, database.pool.query('select 1')),
          within(healthTimeoutMs, chain.now()),
        ])
        if (asked.status === 'rejected' || time.status === 'rejected') {
          const down: string[] = []
          // Why stands in the log only: a driver's message may hold addresses.
          for (const [part, outcome] of [
            ['database', asked],
            ['network', time],
          ] as const) {
            if (outcome.status === 'fulfilled') continue
            down.push(part)
            request.log.error({ err: outcome.reason, part }, 'a part does not answer')
          }
          throw new Problem('HELIOBOND_UNHEALTHY', 'Does not answer: {parts}.', { parts: down }, { down })
        }
        return {
          status: 'ok' as const,
          version,
          database: { up: true as const },
          network: {
            up: true as const,
            name: network.name,
            passphrase: network.passphrase,
            time: formatUtcSeconds(time.value),
          },
        }
      },
    )
  }

/** @throws if `work` has not ended after so many milliseconds; it goes on unheard. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([work, tooLong])
  } finally {
    clearTimeout(timer)
  }
}
