import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'

/** PostgreSQL: connection exceptions, insufficient resources, operator intervention (shutdown, restart). */
const RETRYABLE_CLASSES = ['08', '53', '57']
const RETRYABLE_SYSTEM_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']
/** The driver has no code for a connection that ended under a query. */
const LOST_CONNECTION = /connection terminated|connection ended|client has encountered a connection error/i
const LONGEST_PAUSE_MS = 2_000

/**
 * Repeats `work` while the database is out of reach, for at most `patienceMs`.
 *
 * Only for work that may be done twice: a connection that breaks during a commit leaves open whether it happened.
 */
export async function untilDatabaseAnswers<T>(work: () => Promise<T>, patienceMs: number, log: Logger): Promise<T> {
  const giveUpAt = performance.now() + patienceMs
  for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work()
    } catch (error) {
      if (!isOutOfReach(error) || performance.now() + pauseMs > giveUpAt) throw error
      log.warn(
        {
          error: error instanceof Error ? error.message : String(error),
          pauseMs,
        },
        'database out of reach',
      )
      await sleep(pauseMs)
    }
  }
}

function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    RETRYABLE_CLASSES.some((prefix) => code.length === 5 && code.startsWith(prefix)) ||
    RETRYABLE_SYSTEM_CODES.includes(code) ||
    LOST_CONNECTION.test(error.message)
  )
}
