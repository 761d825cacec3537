/** What commands for operators work on: the database and the network of an installation that is not running, or runs elsewhere. */
import type { Database, SecretKey } from '@heliobond/db'
import type { WorkerContext } from '@heliobond/worker'
import { pino } from 'pino'
import { type Config, readConfig } from '../config/config.ts'
import { Closers } from '../start/closers.ts'
import { startParts } from '../start/parts.ts'
import { Progress } from '../start/progress.ts'
import { UsageError } from '../usage-error.ts'

export interface Installation {
  readonly config: Config
  readonly database: Database
  readonly context: WorkerContext
  readonly secretKey: SecretKey
  readonly progress: Progress
}

/**
 * Opens the installation that the environment describes (embedded parts are started for as long), and closes it again.
 *
 * @throws {UsageError} if the configuration cannot be used
 */
export async function withInstallation<T>(
  env: NodeJS.ProcessEnv,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const config = requireConfig(env)
  const progress = new Progress((text) => process.stderr.write(text))
  const closers = new Closers()
  const failed = new AbortController()
  try {
    const { database, context, secretKey } = await startParts({
      // No readings are taken: the broker stays where it is.
      config: { ...config, mqttUrl: config.mqttUrl ?? 'mqtt://localhost' },
      log: pino({ level: config.log.level === 'silent' ? 'silent' : 'warn' }, pino.destination(2)),
      progress,
      closers,
      signal: failed.signal,
      onFatal: (error) => failed.abort(error),
    })
    const result = await work({ config, database, context, secretKey, progress })
    failed.signal.throwIfAborted()
    return result
  } finally {
    await closers.close()
  }
}

/** @throws {UsageError} naming every problem */
export function requireConfig(env: NodeJS.ProcessEnv): Config {
  const read = readConfig(env)
  if (!read.ok) throw new UsageError(`The configuration cannot be used:\n- ${read.error.problems.join('\n- ')}`)
  return read.value
}
