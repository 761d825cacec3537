import { Agent, get } from 'node:http'
import { createHistogram } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { formatUtcSeconds } from '@heliobond/domain'
import { METERS, START, SYSTEMS } from './data-set.ts'

/** How an API answered a load, in milliseconds from when a request was due. */
export interface Latencies {
  readonly p50: number
  readonly p99: number
  readonly mean: number
  readonly answered: number
  /** Answers that were not 200, and broken connections. */
  readonly failed: number
  readonly perSecond: number
}

export interface Load {
  readonly url: string
  readonly seconds: number
  /** Requests come like those of people who know nothing of each other: so many on average, at random moments. */
  readonly perSecond: number
  /** Kept open, at most. */
  readonly connections: number
  /** The next path to ask for. */
  readonly path: () => string
  /** In [0, 1). */
  readonly random: () => number
}

const TIMEOUT_MS = 10_000

/**
 * Asks without waiting for answers, as independent people do. A request counts from the moment it was due, so that one which had to wait
 * for this client, a connection or the answers before it is slow and not left out (coordinated omission).
 */
export async function measure({ url, seconds, perSecond, connections, path, random }: Load): Promise<Latencies> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const microseconds = createHistogram()
  let failed = 0
  const began = performance.now()
  const answers: Promise<void>[] = []
  for (let due = 0; ; ) {
    due += (-Math.log(1 - random()) * 1_000) / perSecond
    if (due > seconds * 1_000) break
    const early = began + due - performance.now()
    if (early > 0) await sleep(early)
    const dueAt = began + due
    answers.push(
      ask(`${url}${path()}`, agent).then((isOk) => {
        if (!isOk) failed += 1
        microseconds.record(Math.max(1, Math.round((performance.now() - dueAt) * 1_000)))
      }),
    )
  }
  await Promise.all(answers)
  const tookSeconds = (performance.now() - began) / 1_000
  agent.destroy()
  return {
    p50: microseconds.percentile(50) / 1_000,
    p99: microseconds.percentile(99) / 1_000,
    mean: microseconds.mean / 1_000,
    answered: answers.length - failed,
    failed,
    perSecond: answers.length / tookSeconds,
  }
}

/** Whether the answer was a 200, once all of it has come. */
function ask(url: string, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent, timeout: TIMEOUT_MS }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode === 200))
      answer.once('error', () => resolve(false))
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })
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
