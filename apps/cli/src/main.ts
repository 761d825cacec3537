/** `heliobond`: the command that runs several parts together. */
import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'
import { UsageError } from './usage-error.ts'

const USAGE = `Usage: npm run <command> -- [options]

  start      everything on this machine, kept in .heliobond/ (npm start)
  demo       the whole life of a bond, in under a minute
  localnet   a Stellar network in one process
  chaos      lives of bonds while everything is taken away again and again
  fleet      many meters in one process, met by faults
  broker-access  accounts and topic rules of a Mosquitto, one a meter
  channels   brings the pool of channel accounts to a size
  backup     everything that the database holds, in one file
  restore    brings a backup back into an empty database
  rebuild    drops what is derived and derives it anew from the chain

Each command tells its options with --help.
`

/** Runs a command, loading only what it needs. @returns the exit status */
async function run(name: string | undefined, args: readonly string[]): Promise<number> {
  switch (name) {
    case 'start':
      return (await import('./start/start.ts')).runStart(args, process.env)
    case 'demo':
      return (await import('./demo/demo.ts')).runDemo(args, process.env)
    case 'localnet':
      return (await import('@heliobond/localnet')).runLocalnetCommand(args)
    case 'chaos':
      return (await import('./chaos/command.ts')).runChaos(args)
    case 'fleet':
      return (await import('./fleet/command.ts')).runFleet(args)
    case 'broker-access':
      return (await import('./broker-access/command.ts')).runBrokerAccess(args, process.env)
    case 'channels':
      return (await import('./maintain/channels.ts')).runChannels(args, process.env)
    case 'backup':
      return (await import('./maintain/backup.ts')).runBackup(args, process.env)
    case 'restore':
      return (await import('./maintain/restore.ts')).runRestore(args, process.env)
    case 'rebuild':
      return (await import('./maintain/rebuild.ts')).runRebuild(args, process.env)
    case '--help':
    case '-h':
    case 'help':
      process.stdout.write(USAGE)
      return 0
    default:
      throw new UsageError(name === undefined ? `which command?\n\n${USAGE}` : `unknown command "${name}"\n\n${USAGE}`)
  }
}

/** The message of an error and of what caused it, one a line. */
function words(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const message = error.message || error.name
  return error.cause === undefined ? message : `${message}\n  because: ${words(error.cause)}`
}

// Whoever reads our output may stop reading (`| head`): nothing is left to say then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  // What is set in the environment wins over the file.
  if (existsSync('.env')) loadEnvFile('.env')
  const [name, ...args] = process.argv.slice(2)
  process.exitCode = await run(name, args)
} catch (error) {
  process.stderr.write(`${words(error)}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
