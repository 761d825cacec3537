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
    close: () => ingest.close(),
  }
}

const WORKER_MAIN = fileURLToPath(import.meta.resolve('@heliobond/worker/main'))

/** Runs the worker as a process of its own and starts it again whenever it dies. */
export async function hostWorkerProcess(options: WorkerHostOptions): Promise<WorkerHost> {
  let child = start(options)
  let restarts = 0
  let closing = false
  let asked = 0

  /** The child's answer, or null when it died before answering. */
  async function ask(id: number): Promise<boolean> {
    const current = child
    return new Promise((resolve) => {
      const onMessage = (message: { settled?: number }) => {
        if (message.settled === id) finish(true)
      }
      const onExit = () => finish(false)
      const finish = (answered: boolean) => {
        current.off('message', onMessage)
        current.off('exit', onExit)
        resolve(answered)
      }
      current.on('message', onMessage)
      current.once('exit', onExit)
      if (current.exitCode !== null || current.signalCode !== null || !current.connected) return finish(false)
      current.send({ settle: id }, (error) => error && finish(false))
    })
  }

  return {
    async settleDown() {
      for (;;) {
        asked += 1
        if (await ask(asked)) return
        if (closing) return
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
        restarts += 1
        child = start(options)
      }
    },
    pid: () => child.pid,
    restarts: () => restarts,
    async close() {
      closing = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

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
