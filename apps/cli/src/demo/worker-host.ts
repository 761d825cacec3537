import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createContext, createWorker, type RuntimeOptions, routesToJson, startProjectIngest } from '@heliobond/worker'

/** The worker of a demo, in this process or in one of its own. */
export interface WorkerHost {
  /** Does everything that is due now. */
  settleDown(): Promise<void>
  /** The process to kill, where it is one of its own. */
  readonly pid: () => number | undefined
  /** How often it had to be started again. */
  readonly restarts: () => number
  /** Resolves when the present process takes readings and requests, or has died before that. */
  readonly whenReady: () => Promise<void>
  close(): Promise<void>
}

export interface WorkerHostOptions extends RuntimeOptions {
  readonly mqttUrl: string
  readonly pollMs: number
}

/** Runs the worker in this process. */
export async function hostWorkerHere(options: WorkerHostOptions): Promise<WorkerHost> {
  const context = createContext(options)
  const failed = { error: null as unknown }
  const ingest = await startProjectIngest(context, options.database, {
    mqttUrl: options.mqttUrl,
    onFatal: (error) => {
      failed.error = error
    },
  })
  const worker = createWorker(context)
  return {
    async settleDown() {
      if (failed.error !== null) throw new Error('ingest cannot go on', { cause: failed.error })
      await worker.settleDown({ pollMs: options.pollMs })
    },
    pid: () => undefined,
    restarts: () => 0,
    whenReady: async () => {},
    close: () => ingest.close(),
  }
}

const WORKER_MAIN = fileURLToPath(import.meta.resolve('@heliobond/worker/main'))
/** Ends by itself, one after the other with no work done between them, after which it is not started again. */
const MOST_FAILED_STARTS = 5

/** Runs the worker as a process of its own and starts it again whenever it dies, whatever it was doing. */
export async function hostWorkerProcess(options: WorkerHostOptions): Promise<WorkerHost> {
  let restarts = 0
  let failedStarts = 0
  let closing = false
  let asked = 0
  let current = run()
  await current.ready

  /** One life of the process. Meters wait for acknowledgements while nobody asks for anything, so its end is noticed at once. */
  function run() {
    const child = start(options)
    const ended = once(child, 'exit').then(([code]: (number | null)[]) => {
      if (closing) return
      // Killed from outside is one thing; a worker that ends by its own fault does so again.
      if (code !== null) failedStarts += 1
      if (failedStarts > MOST_FAILED_STARTS) return
      restarts += 1
      current = run()
    })
    const ready = new Promise<void>((resolve) => {
      child.on('message', (message: { ready?: boolean }) => message.ready && resolve())
      child.once('exit', () => resolve())
    })
    return { child, ended, ready }
  }

  /** True when the worker answered, false when it died before it did. */
  function ask(child: ChildProcess, id: number): Promise<boolean> {
    return new Promise((resolve) => {
      const onMessage = (message: { settled?: number }) => {
        if (message.settled === id) finish(true)
      }
      const onExit = () => finish(false)
      const finish = (answered: boolean) => {
        child.off('message', onMessage)
        child.off('exit', onExit)
        resolve(answered)
      }
      child.on('message', onMessage)
      child.once('exit', onExit)
      if (isOver(child) || !child.connected) return finish(false)
      child.send({ settle: id }, (error) => error && finish(false))
    })
  }

  return {
    async settleDown() {
      for (;;) {
        if (failedStarts > MOST_FAILED_STARTS)
          throw new Error(`the worker ended by itself ${failedStarts} times: its log says why`)
        const { child, ended } = current
        asked += 1
        if (await ask(child, asked)) {
          failedStarts = 0
          return
        }
        if (closing) return
        await ended
      }
    },
    pid: () => current.child.pid,
    restarts: () => restarts,
    whenReady: () => current.ready,
    async close() {
      closing = true
      const { child, ended } = current
      if (!isOver(child)) child.kill('SIGTERM')
      await ended
    },
  }
}

const isOver = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

function start({ database, chain, routes, secretKey, mqttUrl, pollMs }: WorkerHostOptions): ChildProcess {
  return fork(WORKER_MAIN, {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      STELLAR_RPC_URL: chain.rpcUrl,
      ...(chain.horizonUrl && { HELIOBOND_HORIZON_URL: chain.horizonUrl }),
      HELIOBOND_PASSPHRASE: chain.passphrase,
      HELIOBOND_SECRET_KEY: Buffer.from(secretKey).toString('hex'),
      HELIOBOND_ROUTES: routesToJson(routes),
      HELIOBOND_POLL_MS: String(pollMs),
      HELIOBOND_LOG_LEVEL: process.env.HELIOBOND_LOG_LEVEL ?? 'warn',
      MQTT_URL: mqttUrl,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}
