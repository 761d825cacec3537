import { setTimeout as sleep } from 'node:timers/promises'
import type { Line } from './line.ts'

/** Work that did not come to rest by itself. */
export class StuckError extends Error {}
/** It has not so far: whoever disturbs it may stop, and wait again. */
export class UnrestError extends StuckError {}

export interface SettlingOptions {
  readonly lines: readonly Pick<Line, 'name' | 'pid' | 'pass' | 'doing' | 'faults'>[]
  /** Actions that are due and not over, in words; it may fail while the database is away. */
  readonly underWay: () => Promise<readonly string[]>
  /** Called when nothing has moved for a while: what then waits for a later time of the network gets it. */
  readonly letTimePass: () => void
  /** How many milliseconds are waited; work that is left alone and has not come to an end by then never will by itself. */
  readonly mostMs?: number
}

/** Between two passes of one process. */
const PAUSE_MS = 5
const AFTER_FAILURE_MS = 50
/** Nothing moved for so long: only time can bring it on. */
const STILL_MS = 2_000
const MOST_MS = 180_000
/** A process that ends so often by its own fault has one. */
const MOST_FAULTS = 20

/**
 * Lets every process work at its own pace until all have found nothing to do since the last of them did something, and no action is under
 * way.
 *
 * @throws {UnrestError} when it takes too long, saying who does what and what is not over
 * @throws {StuckError} when a process ends again and again by its own fault
 */
export async function untilAtRest({ lines, underWay, letTimePass, mostMs = MOST_MS }: SettlingOptions): Promise<void> {
  const giveUpAt = performance.now() + mostMs
  let lastMove = performance.now()
  /** When the last pass that found nothing to do began, by line. */
  const foundNothingAt = lines.map(() => Number.NEGATIVE_INFINITY)
  let over = false
  let stillSince = lastMove

  async function work(line: SettlingOptions['lines'][number], index: number): Promise<void> {
    while (!over) {
      const began = performance.now()
      const end = await line.pass()
      if (typeof end === 'object' && end.done === 0) foundNothingAt[index] = began
      else lastMove = performance.now()
      await sleep(typeof end === 'string' ? AFTER_FAILURE_MS : PAUSE_MS)
    }
  }

  async function watch(): Promise<void> {
    while (!over) {
      await sleep(PAUSE_MS)
      const quiet = foundNothingAt.every((at) => at > lastMove)
      // Asked only when all are quiet; while the database is away nobody is.
      const open = quiet ? await underWay().catch(() => null) : null
      if (open?.length === 0 && foundNothingAt.every((at) => at > lastMove)) {
        over = true
        return
      }
      stillSince = Math.max(stillSince, lastMove)
      if (performance.now() - stillSince > STILL_MS) {
        letTimePass()
        stillSince = performance.now()
      }
      if (performance.now() > giveUpAt) {
        over = true
        throw new UnrestError(await describe())
      }
      if (lines.some((one) => one.faults > MOST_FAULTS)) {
        over = true
        throw new StuckError('a process of the worker ended again and again by its own fault: its log says why')
      }
    }
  }

  async function describe(): Promise<string> {
    const found = lines.map((line) => `${line.name} (${line.pid}): ${line.doing}`)
    const open = await underWay().catch((error: unknown) => [`not known: ${error}`])
    return `nothing came to rest in ${mostMs / 1000} s. ${found.join('; ')}. Not over: ${open.join('; ') || 'nothing'}`
  }

  await Promise.race([watch(), Promise.all(lines.map(work)).then(() => new Promise<never>(() => {}))])
}
