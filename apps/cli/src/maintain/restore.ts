/** `npm run restore`: an empty database becomes what it was when a backup was made, and learns what the network did since. */
import {
  BackupError,
  type Database,
  openSecret,
  restoreDatabase,
  type SecretKey,
  SecretNotOpenedError,
} from '@heliobond/db'
import {
  giveUpUnfinished,
  HistoryForgottenError,
  StillUnderWayError,
  tickIndex,
  type WorkerContext,
} from '@heliobond/worker'
import { fileArgument } from './backup.ts'
import { withInstallation } from './installation.ts'

const HELP = `npm run restore -- FILE

Brings a backup back into the database of this installation, which must be empty: nothing is overwritten. The schema comes as it was, then the rows, then
the migrations since; all or nothing.

What had been asked for and had not ended when the backup was made is given up: what became of it since is not in the backup, and nothing may be paid
twice. Then everything that happened on the network meanwhile is read from it, and the roles ask anew for what is still due.

Stop every process of the installation first. With DATABASE_URL that database is filled; without, the embedded one in the data folder. The network
must answer. The keys open with the HELIOBOND_SECRET_KEY of the installation that was backed up.

Readings that were acknowledged after the backup was made are not in it, and their devices have forgotten them: what they measured is in the next
registers, and what was billed from them is on the ledger.

  --help   this text

Exit status: 0 when the database is whole and up to date; 1 when it is not, with the reason; 2 for a mistake in the command.
`

/** What a restored installation is told. */
export interface Restored {
  readonly madeAt: string
  readonly total: number
  /** Entries of the outbox that were given up. */
  readonly givenUp: number
  readonly secrets: { readonly opened: number; readonly total: number }
}

/** @returns the exit status */
export async function runRestore(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { help, file } = fileArgument(args)
  if (help) {
    process.stdout.write(HELP)
    return 0
  }
  return withInstallation(env, async ({ context, database, secretKey, progress }) => {
    try {
      const restored = await restoreInto(context, database, secretKey, file, (table) => progress.say('restore', table))
      process.stdout.write(restoredWords(restored))
    } catch (error) {
      if (!(error instanceof BackupError || error instanceof StillUnderWayError)) throw error
      process.stderr.write(`${error.message}\n`)
      return 1
    }
    return upToDate(context)
  })
}

/** Fills an empty database from a backup, so that nothing which the backup had begun goes on by itself. */
export async function restoreInto(
  context: WorkerContext,
  database: Database,
  secretKey: SecretKey,
  file: string,
  onProgress: (table: string) => void = () => undefined,
): Promise<Restored> {
  let givenUp = 0
  const { madeAt, total } = await restoreDatabase(database.url, file, {
    onProgress,
    async within(client) {
      givenUp = await giveUpUnfinished(context, {
        query: (text, values) => client.query(text, values ? [...values] : []),
      })
    },
  })
  return { madeAt, total, givenUp, secrets: await countOpened(database, secretKey) }
}

async function countOpened({ prisma }: Database, secretKey: SecretKey): Promise<Restored['secrets']> {
  const sealed = await prisma.secret.findMany()
  const opened = sealed.filter((row) => {
    try {
      openSecret(secretKey, row.name, row)
      return true
    } catch (error) {
      if (error instanceof SecretNotOpenedError) return false
      throw error
    }
  })
  return { opened: opened.length, total: sealed.length }
}

function restoredWords({ madeAt, total, givenUp, secrets }: Restored): string {
  const lines = [
    `${total} rows are back, as of ${madeAt}`,
    ...(givenUp > 0
      ? [`${givenUp} actions that had not ended were given up: what is still due is asked for anew`]
      : []),
    secrets.opened === secrets.total
      ? `all ${secrets.total} keys open`
      : `${secrets.opened} of ${secrets.total} keys open: the others are sealed with another HELIOBOND_SECRET_KEY`,
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** Reads what happened since the backup, so that no role acts on old books. */
async function upToDate(context: WorkerContext): Promise<number> {
  try {
    while ((await tickIndex(context)).progress > 0);
  } catch (error) {
    if (!(error instanceof HistoryForgottenError)) throw error
    process.stderr.write(`The rows are back, but not what happened since: ${error.message}\n`)
    return 1
  }
  process.stdout.write('the books are up to date with the network\n')
  return 0
}
