/** `npm run backup`: everything that the database holds, in one file. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BackupError, type BackupResult, backupDatabase } from '@heliobond/db'
import { UsageError } from '../usage-error.ts'
import { requireConfig, withInstallation } from './installation.ts'

const HELP = `npm run backup -- FILE

Writes everything that the database holds into FILE, as it was at one moment; the installation may go on meanwhile. Private keys are in it as they are
in the database, sealed: without HELIOBOND_SECRET_KEY nobody opens them. Keep that key elsewhere. Readings, names and documents are not sealed: FILE is
readable by its owner only, and belongs into a safe place.

With DATABASE_URL that database is backed up; without, the embedded one in the data folder, which must not be running then. FILE appears once it is
whole; one that is there already is replaced only then.

  --help   this text

Exit status: 0 when FILE is whole and on the disk; 1 when it is not; 2 for a mistake in the command.
`

/** @returns the exit status */
export async function runBackup(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { help, file } = fileArgument(args)
  if (help) {
    process.stdout.write(HELP)
    return 0
  }
  const { databaseUrl } = requireConfig(env)
  const back = async (url: string, say: (table: string) => void): Promise<number> => {
    const { rows, total }: BackupResult = await backupDatabase(url, file, say)
    process.stdout.write(`${total} rows of ${Object.keys(rows).length} tables are in ${file}\n`)
    return 0
  }
  try {
    if (databaseUrl !== null) return await back(databaseUrl, (table) => process.stderr.write(`backup: ${table}\n`))
    return await withInstallation(env, ({ database, progress }) =>
      back(database.url, (table) => progress.say('backup', table)),
    )
  } catch (error) {
    if (!(error instanceof BackupError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

/** The one argument of backup and restore. @throws {UsageError} */
export function fileArgument(args: readonly string[]): { readonly help: boolean; readonly file: string } {
  const options = { help: { type: 'boolean', short: 'h' } } as const
  let parsed: { readonly values: { readonly help?: boolean }; readonly positionals: readonly string[] }
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} (see --help)`)
  }
  const [file, ...more] = parsed.positionals
  const help = parsed.values.help ?? false
  if (!help && (file === undefined || more.length > 0)) throw new UsageError('one FILE is wanted (see --help)')
  return { help, file: resolve(file ?? '') }
}
