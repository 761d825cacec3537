/** `npm run broker-access`: accounts and topic rules of a Mosquitto, from the registered meters. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '@heliobond/db'
import { readConfig } from '../config/config.ts'
import { UsageError } from '../usage-error.ts'
import { accountOf } from './access.ts'
import { writeAccess } from './write-access.ts'

const HELP = `npm run broker-access -- --out FOLDER [--renew METER]...

Writes what Mosquitto needs so that every meter has an account of its own and can speak for nobody else:
  FOLDER/passwords           password_file; hashes only
  FOLDER/topics              acl_file
  FOLDER/accounts/NAME.json  user and password of an account that is new, readable by you only: bring it to the device, then delete it

Passwords that exist go on; accounts of revoked meters end. Run it after every registration, then let Mosquitto read the files again
(SIGHUP). The platform's own account is "platform": put it into MQTT_URL.

  --out FOLDER     where the files are written
  --renew METER    gives this meter (its number, or "platform") a new password; may be repeated
  --help           this text

Reads DATABASE_URL.
`

/** @returns the exit status */
export async function runBrokerAccess(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { help, out, renew } = readArguments(args)
  if (help) {
    process.stdout.write(HELP)
    return 0
  }
  if (!out) throw new UsageError('--out FOLDER is wanted: where the files are written (see --help)')
  const config = readConfig(env)
  if (!config.ok) throw new UsageError(`The configuration cannot be used:\n- ${config.error.problems.join('\n- ')}`)
  if (config.value.databaseUrl === null) {
    throw new UsageError('DATABASE_URL must be given: the installation whose meters get accounts')
  }
  const database = openDatabase(config.value.databaseUrl)
  try {
    const meters = await database.prisma.meter.findMany({
      select: { id: true, systemId: true, revoked: true },
      orderBy: { id: 'asc' },
    })
    const names = new Set(renew.map((name) => (/^\d+$/.test(name) ? accountOf({ id: Number(name) }) : name)))
    const inForce = new Set(['platform', ...meters.filter((meter) => !meter.revoked).map(accountOf)])
    const strangers = [...names].filter((name) => !inForce.has(name))
    if (strangers.length > 0) throw new UsageError(`no meter in force has the account ${strangers.join(', ')}`)
    const folder = resolve(out)
    const { issue, keep, end } = await writeAccess(folder, meters, names)
    process.stdout.write(
      `${issue.length} new (${folder}/accounts), ${keep.length} unchanged, ${end.length} ended. Mosquitto reads the files again on SIGHUP.\n`,
    )
    return 0
  } finally {
    await database.close()
  }
}

function readArguments(args: readonly string[]): { help: boolean; out: string | undefined; renew: string[] } {
  const options = {
    help: { type: 'boolean', short: 'h' },
    out: { type: 'string' },
    renew: { type: 'string', multiple: true },
  } as const
  try {
    const { help = false, out, renew = [] } = parseArgs({ args: [...args], options }).values
    return { help, out, renew }
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} (see --help)`)
  }
}
