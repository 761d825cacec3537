import { parseArgs } from 'node:util'

interface WithConfig {
  readonly config: string
}

export type Command =
  | { readonly kind: 'help' }
  | (WithConfig & {
      readonly kind: 'enrol'
      readonly code: string | undefined
      readonly url: string | undefined
      readonly wait: boolean
    })
  | (WithConfig & { readonly kind: 'run'; readonly newStore: boolean })
  | (WithConfig & { readonly kind: 'look' | 'status' })
  | (WithConfig & { readonly kind: 'storm'; readonly hours: number | undefined })

export const MOST_STORM_HOURS = 168

/** What was typed cannot be done; the message says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const HELP = `Heliobond's agent for a meter: reads registers, signs them, brings them to Heliobond, switches loads.

  npm run device -- look   [--config device.json]
      looks at the instruments once and prints what they say; signs and keeps nothing
  npm run device -- enrol  [--config device.json] [--code CODE] [--url URL] [--wait]
      makes the meter's key on the first call and prints its public half; with the operator's one-time code Heliobond
      learns it, and once the approver has registered the meter its numbers are kept (exit code 2: not yet)
  npm run device -- run    [--config device.json] [--new-store]
      runs until it is stopped; --new-store begins new numbers after the approver opened a new epoch
  npm run device -- status [--config device.json]
      how the running device is, as JSON; the exit code is 1 when none runs
  npm run device -- storm  [--config device.json] (--hours N | --off)
      for whoever stands at the cabinet: only the critical floor is fed for so long (at most ${MOST_STORM_HOURS} hours), so that the
      battery lasts; never feeds what the contract sheds

The configuration file: docs/meter.md.
`

const OPTIONS = {
  config: { type: 'string', default: 'device.json' },
  code: { type: 'string' },
  url: { type: 'string' },
  wait: { type: 'boolean', default: false },
  hours: { type: 'string' },
  off: { type: 'boolean', default: false },
  'new-store': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Reads the command line. @throws {UsageError} */
export function readArguments(argv: readonly string[]): Command {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : cause}\n\n${HELP}`, { cause })
  }
  const { values, positionals } = parsed
  const [kind, ...more] = positionals
  if (values.help || kind === undefined || kind === 'help') return { kind: 'help' }
  if (more.length > 0) throw new UsageError(`one command at a time, not "${positionals.join(' ')}"\n\n${HELP}`)
  const { config } = values
  switch (kind) {
    case 'enrol':
      return { kind, config, code: values.code, url: values.url, wait: values.wait }
    case 'run':
      return { kind, config, newStore: values['new-store'] }
    case 'look':
    case 'status':
      return { kind, config }
    case 'storm':
      return { kind, config, hours: stormHours(values.hours, values.off) }
    default:
      throw new UsageError(`there is no command "${kind}"\n\n${HELP}`)
  }
}

function stormHours(text: string | undefined, off: boolean): number | undefined {
  if (off !== (text === undefined)) throw new UsageError(`storm takes --hours N or --off\n\n${HELP}`)
  if (text === undefined) return undefined
  const hours = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (hours >= 1 && hours <= MOST_STORM_HOURS) return hours
  throw new UsageError(`--hours is a whole number from 1 to ${MOST_STORM_HOURS}`)
}
