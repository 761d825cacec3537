import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Word } from './word.ts'

/**
 * Asks the contract for its decision, again and again, unless it has just said it by itself.
 *
 * @param ask throws when the network cannot be reached: the last word holds for a while then.
 * @param quietSeconds since when nothing was heard; undefined: never.
 */
export function startAsking(
  ask: () => Promise<Word>,
  hear: (word: Word) => void,
  quietSeconds: () => number | undefined,
  everySeconds: number,
  log: Logger,
): { close(): Promise<void> } {
  const stopping = new AbortController()
  async function run(): Promise<void> {
    let failing = false
    while (!stopping.signal.aborted) {
      const quiet = quietSeconds()
      const dueInSeconds = quiet === undefined || failing ? 0 : everySeconds - quiet
      if (dueInSeconds <= 0) {
        try {
          hear(await ask())
          if (failing) log.info('the contract answers again')
          failing = false
        } catch (error) {
          if (!failing)
            log.warn({ error: error instanceof Error ? error.message : String(error) }, 'the contract cannot be asked')
          failing = true
        }
      }
      const restSeconds = dueInSeconds > 0 ? dueInSeconds : everySeconds
      await sleep(restSeconds * 1_000, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const running = run()
  return {
    async close() {
      stopping.abort()
      await running
    },
  }
}
