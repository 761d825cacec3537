import { formatUtcSeconds } from '@heliobond/domain'
import autocannon from 'autocannon'
import { METERS, START, SYSTEMS } from './data-set.ts'

/** How an API answered a load, in milliseconds from when a request was due. */
export interface Latencies {
  readonly p50: number
  readonly p99: number
  readonly mean: number
  readonly answered: number
  /** Answers that were not 2xx, timeouts and broken connections. */
  readonly failed: number
  readonly perSecond: number
}

export interface Load {
  readonly url: string
  readonly seconds: number
  readonly perSecond: number
  readonly connections: number
  /** The next path to ask for. */
  readonly path: () => string
}

/** Distinct requests a connection goes round. */
const REQUESTS = 400

/** Asks at a steady rate; a request that had to wait for its turn counts from when its turn was. */
export async function measure({ url, seconds, perSecond, connections, path }: Load): Promise<Latencies> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    overallRate: perSecond,
    timeout: 10,
    setupClient(client) {
      client.setRequests(Array.from({ length: REQUESTS }, () => ({ method: 'GET', path: path() })))
    },
  })
  const { latency, non2xx, timeouts, errors, requests } = result
  return {
    p50: latency.p50,
    p99: latency.p99,
    mean: latency.mean,
    answered: requests.total,
    failed: non2xx + timeouts + errors,
    perSecond: requests.total / result.duration,
  }
}

/** Of ten requests seven are for a system's bills, two for a page of readings, one for the system itself. */
export function mixedPath(random: () => number, newest: bigint): () => string {
  const whole = (most: number) => Math.floor(random() * most)
  return () => {
    const system = 1 + whole(SYSTEMS)
    const kind = whole(10)
    if (kind < 7) return `/v1/systems/${system}/bills?order=desc&limit=25`
    if (kind === 9) return `/v1/systems/${system}`
    // A day somewhere in what is stored, of one meter or of all of the system.
    const days = Number((newest - START) / 86_400n)
    const from = START + BigInt(whole(days)) * 86_400n
    const meter = whole(2) === 0 ? `&meter=${(system - 1) * METERS + 1 + whole(METERS)}` : ''
    return `/v1/systems/${system}/readings?from=${formatUtcSeconds(from)}&to=${formatUtcSeconds(from + 86_400n)}${meter}`
  }
}
