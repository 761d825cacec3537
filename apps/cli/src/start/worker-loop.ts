import type { Worker } from '@heliobond/worker'
import type { Logger } from 'pino'

export interface WorkerLoop {
  /** Does something while no pass is under way: the one in hand ends first, the next one waits. */
  between<T>(work: () => Promise<T>): Promise<T>
  /** Lets the pass in hand end, then stops. */
  close(): Promise<void>
}

export interface WorkerLoopOptions {
  readonly worker: Pick<Worker, 'tick'>
  readonly log: Logger
  /** Milliseconds of rest after a pass that found nothing to do. */
  readonly pollMs: number
  /** Told of every pass: how long it took, and whether it failed. */
  readonly onPass?: (pass: { readonly seconds: number; readonly failed: boolean }) => void
}

/** After a failed pass the next one waits this long at first, twice as long after each further one, up to the second value. */
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

/**
 * Passes of the worker, one after the other, until closed. A pass that throws (the network or the database does not answer) is
 * logged and tried again: all state is in the database and on the network, so nothing is lost by it.
 */
export function startWorkerLoop({ worker, log, pollMs, onPass }: WorkerLoopOptions): WorkerLoop {
  const stopping = new AbortController()
  /** The pass in hand, and what others do between passes: neither ever rejects. */
  let passing: Promise<unknown> = Promise.resolve()
  let held: Promise<unknown> | null = null
  const running = loop()

  async function between<T>(work: () => Promise<T>): Promise<T> {
    const before = [held, passing]
    const done = Promise.all(before).then(work)
    const mine = done.catch(() => undefined)
    held = mine
    try {
      return await done
    } finally {
      if (held === mine) held = null
    }
  }

  async function loop(): Promise<void> {
    let failures = 0
    while (!stopping.signal.aborted) {
      if (held !== null) {
        await held
        continue
      }
      let pause = 0
      const started = performance.now()
      const seconds = () => (performance.now() - started) / 1_000
      try {
        const pass = worker.tick()
        passing = pass.catch(() => undefined)
        const { progress } = await pass
        failures = 0
        onPass?.({ seconds: seconds(), failed: false })
        if (progress === 0) pause = pollMs
      } catch (error) {
        pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures)
        failures += 1
        onPass?.({ seconds: seconds(), failed: true })
        log.error({ err: error, pause }, 'a pass of the worker failed')
      }
      await rest(pause, stopping.signal)
    }
  }

  return {
    between,
    async close() {
      stopping.abort()
      await running
    },
  }
}

/** Resolves after the time or at the signal. */
function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
  })
}
