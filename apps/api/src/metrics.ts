/** `/metrics` for Prometheus: how the API answers, and how the parts behind it keep up. */
import type { Database } from '@heliobond/db'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

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
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `heliobond_${name}`, help, labelNames, registers: [registry] })
  const gauges = {
    outbox: gauge('outbox_entries', 'Transactions to send, by what became of them and by kind', ['status', 'kind']),
    oldest: gauge('outbox_oldest_seconds', 'Age of the oldest entry that is not done, by the network clock'),
    meters: gauge('meters', 'Registered meters'),
    silent: gauge('meters_silent', 'Meters without a reading for an hour of the network clock'),
    quarantine: gauge('quarantine_entries', 'Refused readings that nobody released, by code', ['code']),
    unpaid: gauge('bills_unpaid', 'Bills that are not paid in full'),
    unpaidStroops: gauge('bills_unpaid_stroops', 'What of them is open'),
    networkTime: gauge('network_time_seconds', "Close time of the network's latest ledger"),
    failed: gauge('scrape_failed', 'Parts that could not be asked in this scrape', ['part']),
  }

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    latency.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1_000)
  })

  app.get(
    '/metrics',
    { schema: { hide: true }, logLevel: 'warn', config: { rateLimit: false } },
    async (request, reply) => {
      for (const one of Object.values(gauges)) one.reset()
      for (const [part, ask] of [
        ['network', readNetwork],
        ['database', readDatabase],
      ] as const) {
        try {
          await ask()
        } catch (error) {
          request.log.error({ err: error, part }, 'a part cannot be measured')
          gauges.failed.set({ part }, 1)
        }
      }
      return reply.type(registry.contentType).send(await registry.metrics())
    },
  )

  async function readNetwork(): Promise<void> {
    gauges.networkTime.set(Number(await p.now()))
  }

  async function readDatabase(): Promise<void> {
    const { pool } = p.database
    const now = await p.now()
    const [outbox, oldest, meters, quarantine, bills] = await Promise.all([
      pool.query<{ status: string; kind: string; count: bigint }>(
        'select status, kind, count(*) from outbox group by status, kind',
      ),
      pool.query<{ created: bigint | null }>(
        "select min(created_at) as created from outbox where status not in ('succeeded', 'dead', 'failed')",
      ),
      pool.query<{ all: bigint; silent: bigint }>(
        `select count(*) as all, count(*) filter (where h.at is null or h.at < $1) as silent
         from meter m left join meter_head h on h.meter_id = m.id where not m.revoked`,
        [now - 3_600n],
      ),
      pool.query<{ code: string; count: bigint }>(
        'select code, count(*) from quarantine where released_at is null group by code',
      ),
      pool.query<{ count: bigint; open: string }>(
        'select count(*), coalesce(sum(due_stroops - paid_stroops), 0)::text as open from bill where paid_stroops < due_stroops',
      ),
    ])
    for (const row of outbox.rows) gauges.outbox.set({ status: row.status, kind: row.kind }, Number(row.count))
    const created = oldest.rows[0]?.created ?? null
    gauges.oldest.set(created === null ? 0 : Number(now - created))
    gauges.meters.set(Number(meters.rows[0]?.all ?? 0))
    gauges.silent.set(Number(meters.rows[0]?.silent ?? 0))
    for (const row of quarantine.rows) gauges.quarantine.set({ code: row.code }, Number(row.count))
    gauges.unpaid.set(Number(bills.rows[0]?.count ?? 0))
    gauges.unpaidStroops.set(Number(bills.rows[0]?.open ?? 0))
  }
}
