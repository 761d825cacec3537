import { parseArgs } from 'node:util'
import { type LocalnetOptions, startLocalnet } from './server/localnet.ts'

const HELP = `Starts a Stellar network in one process, a drop-in for "stellar/quickstart --local".

  npm run localnet -- [options]

  --port N             port for everything (default 8000; 0 takes a free one)
  --host ADDRESS       address to listen on (default 127.0.0.1)
  --ledger-seconds N   close a ledger every N seconds (default: at once, when a transaction comes)
  --operations N       operations that a ledger holds at most (default 1000)
  --state FILE         keep the network's state in this file across restarts
  --passphrase TEXT    network passphrase (default "Standalone Network ; February 2017")
  --help               this text

  RPC        http://localhost:8000/rpc
  Horizon    http://localhost:8000
  Friendbot  http://localhost:8000/friendbot?addr=G...
`

/** What the arguments ask for. */
export type LocalnetCommand =
  | { readonly kind: 'start'; readonly options: LocalnetOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly message: string }

function wholeNumber(text: string, most: number): number | undefined {
  return /^\d{1,6}$/.test(text) && Number(text) <= most ? Number(text) : undefined
}

export function readLocalnetCommand(args: readonly string[]): LocalnetCommand {
  const refused = (message: string): LocalnetCommand => ({
    kind: 'refused',
    message,
  })
  let values: ReturnType<typeof parse>
  try {
    values = parse(args)
  } catch (error) {
    // parseArgs throws on what it does not know; its words are good enough to show.
    return refused(error instanceof Error ? error.message : String(error))
  }
  if (values.help) return { kind: 'help' }
  const port = wholeNumber(values.port ?? '8000', 65_535)
  if (port === undefined) return refused(`--port must be a number from 0 to 65535, not "${values.port}"`)
  const everySeconds = wholeNumber(values['ledger-seconds'] ?? '1', 3_600)
  if (!everySeconds) {
    return refused(`--ledger-seconds must be a number from 1 to 3600, not "${values['ledger-seconds']}"`)
  }
  const opsPerLedger = wholeNumber(values.operations ?? '1000', 100_000)
  if (!opsPerLedger) return refused(`--operations must be a number from 1 to 100000, not "${values.operations}"`)
  return {
    kind: 'start',
    options: {
      port,
      ...(values.operations !== undefined && { opsPerLedger }),
      ...(values.host !== undefined && { host: values.host }),
      ...(values['ledger-seconds'] !== undefined && { mode: { everySeconds } }),
      ...(values.state !== undefined && { stateFile: values.state }),
      ...(values.passphrase !== undefined && { passphrase: values.passphrase }),
    },
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'ledger-seconds': { type: 'string' },
      operations: { type: 'string' },
      state: { type: 'string' },
      passphrase: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values
}

/**
 * Runs `localnet` until it is interrupted.
 *
 * @returns the exit status: 0 when it ran and was stopped, or told its help; 1 when it could not start; 2 when the
 * arguments make no sense
 */
export async function runLocalnetCommand(args: readonly string[]): Promise<number> {
  const command = readLocalnetCommand(args)
  if (command.kind === 'help') {
    console.log(HELP)
    return 0
  }
  if (command.kind === 'refused') {
    console.error(`${command.message}\n\n${HELP}`)
    return 2
  }
  const started = performance.now()
  let localnet: Awaited<ReturnType<typeof startLocalnet>>
  try {
    localnet = await startLocalnet(command.options)
  } catch (error) {
    console.error(`localnet could not start: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
  console.log(`Stellar network up in ${Math.round(performance.now() - started)} ms
  passphrase  ${localnet.passphrase}
  RPC         ${localnet.rpcUrl}
  Horizon     ${localnet.horizonUrl}
  Friendbot   ${localnet.friendbotUrl}?addr=G...`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await localnet.close()
  return 0
}
