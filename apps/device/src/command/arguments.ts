import { parseArgs } from 'node:util'

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'enrol'; readonly config: string; readonly code: string | undefined }
  | { readonly kind: 'run'; readonly config: string; readonly newStore: boolean }
  | { readonly kind: 'status'; readonly config: string }

/** What was typed cannot be done; the message says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const HELP = `Heliobond's agent for a meter: reads registers, signs them, brings them to Heliobond, switches loads.

  npm run device -- enrol  [--config device.json] [--code CODE]
      makes the meter's key on the first call and prints its public half, for the approver to register;
      --code keeps the operator's one-time code, which the device says when it first connects
  npm run device -- run    [--config device.json] [--new-store]
      runs until it is stopped; --new-store begins new numbers after the approver opened a new epoch
  npm run device -- status [--config device.json]
      how the running device is, as JSON; the exit code is 1 when none runs

The configuration file: docs/meter.md.
`

const OPTIONS = {
  config: { type: 'string', default: 'device.json' },
  code: { type: 'string' },
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
      return { kind, config, code: values.code }
    case 'run':
      return { kind, config, newStore: values['new-store'] }
    case 'status':
      return { kind, config }
    default:
      throw new UsageError(`there is no command "${kind}"\n\n${HELP}`)
  }
}
