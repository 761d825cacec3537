import { HELP, readArguments, UsageError } from './command/arguments.ts'
import { ConfigError } from './config/config.ts'
import { KeyFileError } from './key/secret-file.ts'
import { StoreError } from './store/open.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Carries one command out. @returns the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const command = readArguments(argv)
  switch (command.kind) {
    case 'help':
      process.stdout.write(HELP)
      return 0
    case 'enrol':
      return (await import('./command/enrol.ts')).enrol(command.config, command, say)
    case 'look':
      return (await import('./command/look.ts')).look(command.config, say)
    case 'run':
      return (await import('./command/run.ts')).run(command.config, command.newStore)
    case 'status':
      return (await import('./command/status.ts')).status(command.config)
    case 'storm':
      return (await import('./command/storm.ts')).storm(command.config, command.hours, say)
  }
}

/** Faults of the file, the folder or the command line: words are enough, a trace would only hide them. */
const PLAIN = [ConfigError, KeyFileError, StoreError, UsageError]

try {
  process.exitCode = (await main(process.argv.slice(2))) || process.exitCode
} catch (error) {
  const plain = PLAIN.some((kind) => error instanceof kind)
  process.stderr.write(
    `${plain && error instanceof Error ? error.message : error instanceof Error ? error.stack : error}\n`,
  )
  process.exitCode = 1
}
