import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type AccessChange,
  accessRules,
  accountOf,
  PLATFORM,
  planAccess,
  type RegisteredMeter,
  readPasswords,
  writePasswords,
} from './access.ts'
import { hashPassword, newPassword } from './password.ts'

/**
 * Writes `passwords`, `topics` and, for every account that got a new password, `accounts/NAME.json` with it, readable by its owner only:
 * the one place where it stands in the clear, to be brought to the device and deleted.
 *
 * A password that exists goes on, so the command may be run after every registration. Each file is replaced as a whole; the accounts'
 * files first, so that no password is in force that nobody has.
 */
export async function writeAccess(
  folder: string,
  meters: readonly RegisteredMeter[],
  renew: ReadonlySet<string>,
): Promise<AccessChange> {
  const accountsFolder = join(folder, 'accounts')
  await mkdir(accountsFolder, { recursive: true, mode: 0o700 })
  const known = readPasswords(await readFile(join(folder, 'passwords'), 'utf8').catch(emptyIfAbsent))
  const change = planAccess(new Set(known.keys()), meters, renew)
  for (const name of change.issue) {
    const password = newPassword()
    await replace(join(accountsFolder, `${name}.json`), accountFile(name, password, meters), 0o600)
    known.set(name, hashPassword(password))
  }
  for (const name of change.end) {
    known.delete(name)
    await rm(join(accountsFolder, `${name}.json`), { force: true })
  }
  await replace(join(folder, 'passwords'), writePasswords(known), 0o640)
  await replace(join(folder, 'topics'), accessRules(meters), 0o640)
  return change
}

function accountFile(name: string, password: string, meters: readonly RegisteredMeter[]): string {
  const meter = meters.find((one) => accountOf(one) === name)
  const topics = name === PLATFORM || !meter ? {} : { system: meter.systemId, meter: meter.id }
  return `${JSON.stringify({ ...topics, username: name, password }, null, 2)}\n`
}

async function replace(path: string, text: string, mode: number): Promise<void> {
  await writeFile(`${path}.new`, text, { mode, flush: true })
  await rename(`${path}.new`, path)
}

function emptyIfAbsent(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return ''
  throw error
}
