import { parseArgs } from 'node:util'
import { UsageError } from '../usage-error.ts'

export interface ChaosCommandOptions {
  readonly help: boolean
  readonly verbose: boolean
  /** Processes to kill, over as many lives as it takes. */
  readonly kills: number
  /** Most of them in one life. */
  readonly killsALife: number
  /** Of the first life. */
  readonly seed: number
  readonly report: string | undefined
}

/** @throws {UsageError} in words */
export function readOptions(args: readonly string[]): ChaosCommandOptions {
  const text = { type: 'string' } as const
  let values: {
    help?: boolean
    verbose?: boolean
    kills?: string
    'kills-a-life'?: string
    seed?: string
    report?: string
  }
  try {
    values = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h' },
        verbose: { type: 'boolean' },
        kills: text,
        'kills-a-life': text,
        seed: text,
        report: text,
      },
    }).values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} (see --help)`)
  }
  const whole = (name: 'kills' | 'kills-a-life' | 'seed', otherwise: number) => {
    const given = values[name]
    if (given === undefined) return otherwise
    if (!/^\d{1,9}$/.test(given)) throw new UsageError(`--${name} must be a whole number, not "${given}"`)
    return Number(given)
  }
  return {
    help: values.help ?? false,
    verbose: values.verbose ?? false,
    kills: whole('kills', 1_000),
    killsALife: Math.max(1, whole('kills-a-life', 100)),
    seed: whole('seed', Date.now() % 1_000_000),
    report: values.report,
  }
}
