/** Liveness, readiness and metrics of a process that serves no API: what an orchestrator and Prometheus ask it. */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface StatusServer {
  readonly url: string
  /** For `startWorkerLoop`. */
  readonly onPass: (pass: { readonly seconds: number; readonly failed: boolean }) => void
  close(): Promise<void>
}

export interface StatusServerOptions {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
  /** Parts that must answer before work can be done, by name; each rejects when it does not. */
  readonly parts: Readonly<Record<string, () => Promise<unknown>>>
  /** How long a part may take to answer, in milliseconds. */
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 2_000
const PASS_BUCKETS = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60]

/**
 * Starts it.
 *
 * `/livez` answers as long as the process can answer at all. `/readyz` is 200 when every part answers, else 503 naming those that do
 * not: why stands in the log only, since a driver's message may hold addresses. `/metrics` counts the worker's passes.
 */
export async function startStatusServer(options: StatusServerOptions): Promise<StatusServer> {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const passes = new Histogram({
    name: 'heliobond_worker_pass_seconds',
    help: "One pass of this process's roles",
    buckets: PASS_BUCKETS,
    registers: [registry],
  })
  const failures = new Counter({
    name: 'heliobond_worker_passes_failed_total',
    help: 'Passes that failed and were tried again',
    registers: [registry],
  })
  const last = new Gauge({
    name: 'heliobond_worker_last_pass_seconds',
    help: "This machine's time when the last pass ended well",
    registers: [registry],
  })

  const answer = async (path: string, response: ServerResponse) => {
    if (path === '/livez') return send(response, 200, { status: 'ok' })
    if (path === '/readyz') {
      const down = await silentParts(options)
      return send(response, down.length === 0 ? 200 : 503, down.length === 0 ? { status: 'ok' } : { down })
    }
    if (path === '/metrics') {
      response.writeHead(200, { 'content-type': registry.contentType })
      return response.end(await registry.metrics())
    }
    return send(response, 404, { code: 'NOT_FOUND', detail: 'Here are /livez, /readyz and /metrics.' })
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://status').pathname
    answer(path, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  return {
    url: `http://${options.host}:${(server.address() as AddressInfo).port}`,
    onPass({ seconds, failed }) {
      passes.observe(seconds)
      if (failed) failures.inc()
      else last.setToCurrentTime()
    },
    close: () => closeServer(server),
  }
}

async function silentParts({ parts, timeoutMs = TIMEOUT_MS }: StatusServerOptions): Promise<string[]> {
  const names = Object.keys(parts)
  const asked = await Promise.allSettled(Object.values(parts).map((ask) => within(timeoutMs, ask())))
  return names.filter((_, index) => asked[index]?.status === 'rejected')
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds)
  })
  try {
    await Promise.race([work, tooLong])
  } finally {
    clearTimeout(timer)
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())))
}
