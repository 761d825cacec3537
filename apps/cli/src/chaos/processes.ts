import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createChain } from '@heliobond/chain'
import { routesToJson } from '@heliobond/worker'
import type { WorkerHost, WorkerHostOptions } from '../demo/worker-host.ts'
import { Line } from './line.ts'
import { UnrestError, untilAtRest } from './settling.ts'

const WORKER_MAIN = fileURLToPath(import.meta.resolve('@heliobond/worker/main'))

/** The roles of each process: readings, decisions and what goes to the network are apart, as at scale. Two of a kind race each other. */
export const PROCESSES: readonly (readonly string[])[] = [
  ['ingest'],
  ['index', 'settle', 'service', 'feeder', 'keep'],
  ['oracle', 'attestor', 'pay', 'submit'],
  ['index', 'pay', 'submit'],
]

/** The worker as several processes, each started again whenever it dies. */
export interface Processes extends WorkerHost {
  /** Those that live now. */
  readonly pids: () => readonly number[]
  /** Resolves when the process that comes after the one of that id is up, or at once if there is none to wait for. */
  readonly whenReplaced: (pid: number) => Promise<void>
  /** Ends that nobody caused: each is a fault. */
  readonly faults: () => number
}

/** What the host asks of whoever disturbs it. */
export interface Window {
  /** Work is under way that must end well whatever happens. */
  open(): void
  /** What was disturbed must be there again before this resolves; nothing is disturbed any more, besides processes, until the next opening. */
  close(): Promise<void>
  /** Processes are left alone, too, until the next opening. */
  spare(): void
  /** Nothing moves: the network's time goes on. */
  letTimePass(): void
}

/**
 * How long work under disturbance is given to end: a slow machine needs longer to start a process again than the next one lives, and is
 * then left alone, since what is promised is that all comes to rest by itself afterwards.
 */
const DISTURBED_MS = 60_000

/** Starts one process for each group of roles. */
export async function hostProcesses(options: WorkerHostOptions, window: Window): Promise<Processes> {
  const lines = PROCESSES.map((roles) => new Line(roles.join('+'), () => start(options, roles)))
  await Promise.all(lines.map((line) => line.ready))
  const chain = createChain(options.chain)

  async function underWay(): Promise<string[]> {
    const { rows } = await options.database.pool.query<Record<'idempotency_key' | 'status' | 'last_error', string>>(
      `SELECT idempotency_key, status, last_error FROM outbox
       WHERE status IN ('prepared', 'sent') OR (status = 'pending' AND (retry_at IS NULL OR retry_at <= $1)) ORDER BY id LIMIT 20`,
      [await chain.now()],
    )
    return rows.map((row) => `${row.idempotency_key} is ${row.status} (${row.last_error ?? 'no error'})`)
  }
  const { letTimePass } = window
  const settle = () => untilAtRest({ lines, underWay, letTimePass })
  const settleSoon = () =>
    untilAtRest({ lines, underWay, letTimePass, mostMs: DISTURBED_MS }).catch((error: unknown) => {
      if (!(error instanceof UnrestError)) throw error
      return 'unrest' as const
    })

  return {
    async settleDown() {
      window.open()
      // Disturbed for as long as there is work, then left alone until nothing is left to do.
      await settleSoon()
      await window.close()
      if ((await settleSoon()) === 'unrest') {
        window.spare()
        await settle()
      }
    },
    pid: () => lines[0]?.pid,
    pids: () => lines.flatMap((line) => line.pid ?? []),
    restarts: () => lines.reduce((sum, line) => sum + line.restarts, 0),
    faults: () => lines.reduce((sum, line) => sum + line.faults, 0),
    whenReady: async () => {
      await Promise.all(lines.map((line) => line.ready))
    },
    async whenReplaced(pid) {
      while (lines.some((line) => line.pid === pid)) await sleep(2)
      await Promise.all(lines.map((line) => line.ready))
    },
    async close() {
      await Promise.all(lines.map((line) => line.close()))
    },
  }
}

function start(options: WorkerHostOptions, roles: readonly string[]): ChildProcess {
  const { database, chain, routes, secretKey, mqttUrl, pollMs } = options
  return fork(
    WORKER_MAIN,
    roles.flatMap((role) => ['--role', role]),
    {
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        STELLAR_RPC_URL: chain.rpcUrl,
        ...(chain.horizonUrl && { HELIOBOND_HORIZON_URL: chain.horizonUrl }),
        HELIOBOND_PASSPHRASE: chain.passphrase,
        HELIOBOND_SECRET_KEY: Buffer.from(secretKey).toString('hex'),
        HELIOBOND_ROUTES: routesToJson(routes),
        HELIOBOND_POLL_MS: String(pollMs),
        // What fails here fails on purpose.
        HELIOBOND_LOG_LEVEL: process.env.HELIOBOND_LOG_LEVEL ?? 'silent',
        MQTT_URL: mqttUrl,
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  )
}
