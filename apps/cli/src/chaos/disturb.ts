import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultKind } from '@heliobond/localnet'
import type { Flood } from './flood.ts'
import type { ShakyParts } from './parts.ts'
import type { Processes, Window } from './processes.ts'

/** What is done to an installation at work. */
export const DISTURBANCES = [
  'process killed',
  'database crashed',
  'broker killed',
  'answers dropped',
  'answers late',
  'service unavailable',
  'queue full',
  'inclusion hidden',
  'answer lost after inclusion',
  'stale ledger',
  'ledger filled',
  'clock skipped',
] as const
export type Disturbance = (typeof DISTURBANCES)[number]

export interface Tally {
  readonly counts: Readonly<Record<Disturbance, number>>
  /** Kills that met an envelope on its way to the network. */
  readonly killsWithEnvelope: number
}

export interface Disturber {
  readonly window: Window
  /** Disturbs until so many processes were killed and everything else has come to pass, or until `stop`. */
  run(processes: Processes, flood: Flood): Promise<void>
  stop(): void
  tally(): Tally
}

/** Faults of the network that are set while work is under way, each with how many requests it meets at most. */
const FAULTS: Readonly<Partial<Record<Disturbance, { kind: FaultKind; method?: string; most: number; ms?: number }>>> =
  {
    'answers dropped': { kind: 'drop', most: 4 },
    'answers late': { kind: 'delay', most: 6, ms: 150 },
    'service unavailable': { kind: 'http5xx', most: 4 },
    'queue full': { kind: 'tryAgainLater', most: 6 },
    'inclusion hidden': { kind: 'notFound', method: 'getTransaction', most: 4 },
    'answer lost after inclusion': { kind: 'loseResponse', method: 'sendTransaction', most: 2 },
    'stale ledger': { kind: 'staleLedger', most: 4 },
  }
/** A worker that is up takes readings within about so long. */
const INTAKE_MS = 900
/** An action is simulated, sent, looked up and booked within about so long. */
const ACTION_MS = 60
/** Longest skip of the clock, and how many of them a life bears: no bill may fall due by them alone. */
const MOST_SKIP_SECONDS = 7_200
const MOST_SKIPS = 40
/** So much of the network's time passes when nothing moves: what waits for a later time, or for the end of an envelope's life, gets there. */
const STILL_SECONDS = 30
/** Where nothing is to be met, something is disturbed anyhow after so long. */
const MOST_WAIT_MS = 1_500

/**
 * Disturbs an installation at random moments, drawn where something can break: while a process starts, while readings come in, while an
 * action is on its way to the network and into the books.
 *
 * Processes and the broker may be killed at any moment. The database and the network are disturbed only while the worker is asked to work,
 * since the people of the play use them too at other times.
 */
export function createDisturber(
  parts: ShakyParts,
  random: () => number,
  kills: number,
  tell: (what: string) => void,
): Disturber {
  const counts = Object.fromEntries(DISTURBANCES.map((name) => [name, 0])) as Record<Disturbance, number>
  const over = new AbortController()
  let isOpen = false
  let areProcessesSpared = false
  let killsWithEnvelope = 0
  /** What is being taken away and brought back just now. */
  let underWay: Promise<unknown> = Promise.resolve()
  const whole = (most: number) => Math.floor(random() * most)

  async function run(processes: Processes, flood: Flood): Promise<void> {
    while (!over.signal.aborted) {
      const isKilling = counts['process killed'] < kills
      const next = rarest()
      if (!isKilling && counts[next] > 0) return
      if (isKilling) {
        await moment()
        while (areProcessesSpared && !over.signal.aborted) await rest(5)
        if (!over.signal.aborted) await kill(processes)
      }
      await moment()
      while (!isOpen && !over.signal.aborted) await rest(5)
      if (!over.signal.aborted) await disturb(next, flood)
    }
  }

  /** One of those that were done least: everything comes to pass, in an order of its own each time. */
  function rarest(): Disturbance {
    const possible = DISTURBANCES.filter(
      (name) =>
        name !== 'process killed' &&
        (name !== 'broker killed' || parts.broker.restart !== null) &&
        (name !== 'clock skipped' || counts[name] < MOST_SKIPS),
    )
    const least = Math.min(...possible.map((name) => counts[name]))
    const next = possible.filter((name) => counts[name] === least)
    return next[whole(next.length)] ?? 'answers dropped'
  }

  async function moment(): Promise<void> {
    const kind = whole(3)
    if (kind === 0) return rest(random() * INTAKE_MS)
    const until = performance.now() + MOST_WAIT_MS
    while (!over.signal.aborted && performance.now() < until && !(await hasAction(kind === 2))) await rest(3)
    await rest(random() * ACTION_MS)
  }

  async function kill(processes: Processes): Promise<void> {
    const pids = processes.pids()
    const pid = pids[whole(pids.length)]
    if (pid === undefined) return
    const met = await hasAction(true)
    // It may be gone already, from the kill before; what is not killed is not counted.
    if (!killed(pid)) return
    tell(`process ${pid} killed${met ? ', with an envelope under way' : ''}`)
    counts['process killed'] += 1
    if (met) killsWithEnvelope += 1
    // One in four is killed again while it starts.
    if (random() < 0.75) await processes.whenReplaced(pid)
  }

  async function disturb(name: Disturbance, flood: Flood): Promise<void> {
    counts[name] += 1
    tell(name)
    const fault = FAULTS[name]
    if (fault) {
      const { most, ...what } = fault
      parts.localnet.fault({ ...what, count: 1 + whole(most) })
      return
    }
    if (name === 'clock skipped') {
      parts.localnet.advance({ seconds: 1 + whole(MOST_SKIP_SECONDS) })
      return
    }
    const work: Record<string, () => Promise<unknown>> = {
      'database crashed': () => parts.restartDatabase(),
      'broker killed': () => parts.broker.restart?.() ?? Promise.resolve(),
      'ledger filled': () => flood.pour(),
    }
    // Two of these do not overlap; kills and the network's faults fall into them.
    await underWay
    underWay = (work[name]?.() ?? Promise.resolve()).then(() => tell(`over: ${name}`))
    underWay.catch(() => undefined)
  }

  /** Whether an action is on its way, or even its envelope. While the database is away nobody knows. */
  async function hasAction(envelope: boolean): Promise<boolean> {
    const statuses = envelope ? ['prepared', 'sent'] : ['pending', 'prepared', 'sent']
    try {
      const asked = await parts.database.pool.query('SELECT 1 FROM outbox WHERE status = ANY($1) LIMIT 1', [statuses])
      return asked.rows.length > 0
    } catch {
      return false
    }
  }

  const rest = (milliseconds: number) => sleep(milliseconds, undefined, { signal: over.signal }).catch(() => undefined)

  return {
    window: {
      open() {
        tell('work begins')
        isOpen = true
        areProcessesSpared = false
      },
      async close() {
        tell('work is done')
        isOpen = false
        await underWay
        parts.localnet.fault(undefined)
      },
      spare() {
        tell('no rest: processes are left alone')
        areProcessesSpared = true
      },
      letTimePass() {
        tell(`nothing moves: ${STILL_SECONDS} s pass`)
        parts.localnet.advance({ seconds: STILL_SECONDS })
      },
    },
    run,
    stop: () => over.abort(),
    tally: () => ({ counts: { ...counts }, killsWithEnvelope }),
  }
}

/** Kills it; false where it has ended already. */
function killed(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}
