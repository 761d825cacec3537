/** `/metrics` for Prometheus: how the API answers, and how the parts behind it keep up. */
import type { Database } from '@heliobond/db'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { FIGURES, type FigureName, readFigures } from './operating-figures.ts'

/** Seconds; the goal of 0.05 stands among them. */
const LATENCY_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/**
 * Registers the route and counts every request by its route's pattern, never by its address: labels must not grow with ids.
 *
 * What the database knows is asked for when somebody scrapes. A part that cannot answer leaves its gauges out and is named in
 * `heliobond_scrape_failed`.
 */
export function registerMetrics(
  app: FastifyInstance,
  p: { readonly database: Database; readonly now: () => Promise<bigint> },
): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const latency = new Histogram({
    name: 'heliobond_http_request_seconds',
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: LATENCY_BUCKETS,
    registers: [registry],
  })
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `heliobond_${name}`, help, labelNames, registers: [registry] })
  const networkTime = gauge('network_time_seconds', "Close time of the network's latest ledger")
  const failed = gauge('scrape_failed', 'Parts that could not be asked in this scrape', ['part'])
  const figures = Object.fromEntries(
    Object.entries(FIGURES).map(([name, [help, ...labels]]) => [name, gauge(name, help, labels)]),
  ) as Record<FigureName, Gauge>

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    latency.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1_000)
  })

  app.get(
    '/metrics',
    { schema: { hide: true }, logLevel: 'warn', config: { rateLimit: false } },
    async (request, reply) => {
      for (const one of [networkTime, failed, ...Object.values(figures)]) one.reset()
      for (const [part, ask] of [
        ['network', readNetwork],
        ['database', readDatabase],
      ] as const) {
        try {
          await ask()
        } catch (error) {
          request.log.error({ err: error, part }, 'a part cannot be measured')
          failed.set({ part }, 1)
        }
      }
      return reply.type(registry.contentType).send(await registry.metrics())
    },
  )

  async function readNetwork(): Promise<void> {
    networkTime.set(Number(await p.now()))
  }

  async function readDatabase(): Promise<void> {
    for (const { name, labels, value } of await readFigures(p.database, await p.now())) figures[name].set(labels, value)
  }
}
