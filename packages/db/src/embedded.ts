/**
 * A real PostgreSQL from npm, for machines that have none: started beside the program, stopped with it.
 *
 * The data outlive the process and are durable (fsync stays on). The server listens on 127.0.0.1 only, with a password
 * of its own that is made once and kept beside the data (mode 0600).
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { exists, makePrivateDir, missingIsUndefined, type PostgresHome, preparePostgresHome } from './postgres-home.ts'
import { isPostmasterOf, processIdentity, signal, waitUntil } from './postgres-process.ts'

const USER = 'heliobond'
const DATABASE = 'heliobond'
const START_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 20_000

export interface EmbeddedPostgresOptions {
  /** Folder of the data; created if missing, reused if not. */
  dataDir: string
  /** TCP port; by default the one of the last start if it is free, else any free one. */
  port?: number
  /** False only for tests: skips fsync, so that a power cut may lose what was committed. */
  durable?: boolean
}

export interface EmbeddedPostgres {
  /** Connection string, password included: never log it. */
  url: string
  port: number
  /** Ends open connections and stops the server; resolves when it has written everything. */
  stop(): Promise<void>
  /**
   * Ends the server as a power cut would: it writes nothing more, and the next start on the same data recovers from its log. For tests.
   */
  crash(): Promise<void>
}

/** Another living program runs the server on these data. */
export class EmbeddedPostgresInUseError extends Error {
  readonly code = 'HELIOBOND_POSTGRES_IN_USE'
}

/**
 * Starts the server on `dataDir` and waits until it answers.
 *
 * A server that an earlier, killed program left behind on the same data is stopped first; crash recovery is
 * PostgreSQL's own. If this process dies in any way the server shuts down by itself.
 *
 * @throws {EmbeddedPostgresInUseError} if another living program owns the data.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = await preparePostgresHome(options.dataDir)
  const recycledPid = await stopAbandonedServer(home.clusterDir)
  await writeFile(besideCluster(home, 'owner.json'), JSON.stringify(await ownIdentity()))
  const password = await initialise(home, options.durable ?? true)
  const port = options.port ?? (await choosePort(home))
  const child = await launch(home, port, options.durable ?? true, recycledPid)
  const url = (database: string) => `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`
  try {
    await untilReady(home, child, url('postgres'))
    await createDatabase(url('postgres'), DATABASE)
  } catch (error) {
    await stopServer(home, child)
    throw error
  }
  await writeFile(besideCluster(home, 'port'), String(port))
  let stopping: Promise<void> | undefined
  return {
    url: url(DATABASE),
    port,
    stop: () => {
      stopping ??= stopServer(home, child)
      return stopping
    },
    crash: () => {
      stopping ??= crashServer(home, child)
      return stopping
    },
  }
}

/** Creates a database if the server does not have it yet. */
export async function createDatabase(serverUrl: string, name: string, template = 'template0'): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) {
      await client.query(`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`)
    }
  } finally {
    await client.end()
  }
}

const besideCluster = (home: PostgresHome, name: string) => join(dirname(home.clusterDir), name)

async function ownIdentity() {
  return { pid: process.pid, identity: await processIdentity(process.pid) }
}

/**
 * Makes sure that no server of a dead program is running on the cluster.
 *
 * Returns the process id in a stale postmaster.pid if some unrelated process has it now: PostgreSQL would take that
 * process for a running server.
 */
async function stopAbandonedServer(clusterDir: string): Promise<number | undefined> {
  const lock = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(missingIsUndefined)
  const pid = Number.parseInt(lock?.split('\n')[0] ?? '', 10)
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  const stopped = async () => !(await isPostmasterOf(clusterDir, pid))
  if (await stopped()) return (await processIdentity(pid)) === undefined ? undefined : pid
  const ownerNote = await readFile(join(dirname(clusterDir), 'owner.json'), 'utf8').catch(missingIsUndefined)
  const owner = ownerNote ? (JSON.parse(ownerNote) as { pid: number; identity?: string }) : undefined
  if (owner?.identity !== undefined && (await processIdentity(owner.pid)) === owner.identity) {
    throw new EmbeddedPostgresInUseError(
      `process ${owner.pid} is using the database in ${dirname(clusterDir)}: stop it first, or give this one its own folder`,
    )
  }
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signal(pid, name)
    if (await waitUntil(stopped, STOP_TIMEOUT_MS / 2)) return undefined
  }
  throw new Error(`PostgreSQL (process ${pid}), left behind by an earlier run, does not stop`)
}

/** Makes the cluster and its password, once. Returns the password. */
async function initialise(home: PostgresHome, durable: boolean): Promise<string> {
  const passwordFile = besideCluster(home, 'password')
  if (await exists(home.clusterDir)) return readFile(passwordFile, 'utf8')
  // Under another name until it is whole: a start that was killed half-way leaves nothing that looks like a cluster.
  const partial = `${home.clusterDir}.partial`
  await rm(partial, { recursive: true, force: true })
  await makePrivateDir(partial, home.user)
  const password = randomBytes(24).toString('base64url')
  await writeFile(passwordFile, password, { mode: 0o600 })
  const passwordForInitdb = besideCluster(home, 'password.initdb')
  await writeFile(passwordForInitdb, password, { mode: 0o600 })
  if (home.user) await chown(passwordForInitdb, home.user.uid, home.user.gid)
  try {
    await runInitdb(home, partial, passwordForInitdb, durable)
  } finally {
    await rm(passwordForInitdb, { force: true })
  }
  await rename(partial, home.clusterDir)
  return password
}

async function runInitdb(home: PostgresHome, pgdata: string, passwordFile: string, durable: boolean): Promise<void> {
  const child = spawn(
    join(home.nativeDir, 'bin/initdb'),
    [
      ...['--pgdata', pgdata, '--username', USER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      // The builtin provider sorts the same way on every machine, whatever locales it has.
      ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      ...(durable ? [] : ['--no-sync']),
    ],
    {
      ...home.user,
      cwd: '/',
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw new Error(`initdb of the embedded PostgreSQL failed (exit ${code}):\n${output}`)
}

async function choosePort(home: PostgresHome): Promise<number> {
  const last = Number(await readFile(besideCluster(home, 'port'), 'utf8').catch(missingIsUndefined))
  return (last > 0 ? await tryPort(last) : undefined) ?? (await tryPort(0)) ?? 0
}

/** The port if it can be bound now; undefined if it is taken. 0 stands for any. */
function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(undefined) : reject(error),
    )
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined))
    })
  })
}

// Our end of the pipe closes when this process dies, however it dies; the shell then asks the server for a fast shutdown.
const SUPERVISOR = `
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
{ read -r _ <&3; kill -INT "$server"; } 2>/dev/null &
watcher=$!
exec 3<&-
wait "$server"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"
`

async function launch(home: PostgresHome, port: number, durable: boolean, recycledPid?: number): Promise<ChildProcess> {
  const log = await open(besideCluster(home, 'server.log'), 'w')
  try {
    const settings = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: '',
      timezone: 'UTC',
      log_timezone: 'UTC',
      max_connections: 200,
      shared_buffers: '256MB',
      max_wal_size: '4GB',
      ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
    }
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const postgres = [join(home.nativeDir, 'bin/postgres'), '-D', home.clusterDir, ...args]
    const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'heliobond-postgres', ...postgres], {
      ...home.user,
      cwd: '/',
      // Its own session: Ctrl-C in a terminal must reach the program first, which then stops its database last.
      detached: true,
      env: serverEnvironment(recycledPid),
      stdio: ['pipe', log.fd, log.fd],
    })
    child.unref()
    return child
  } finally {
    await log.close()
  }
}

/** The server gets none of our environment: it may hold keys. */
function serverEnvironment(recycledPid?: number): NodeJS.ProcessEnv {
  const environment: Partial<NodeJS.ProcessEnv> = {
    PATH: '/usr/bin:/bin',
    LC_ALL: 'C',
    // PostgreSQL ignores this id in a stale lock file, and still checks for shared memory of a crashed server.
    ...(recycledPid === undefined ? {} : { PG_GRANDPARENT_PID: String(recycledPid) }),
  }
  // Where the site's types are about, every environment is said to name its NODE_ENV.
  return environment as NodeJS.ProcessEnv
}

async function untilReady(home: PostgresHome, child: ChildProcess, url: string): Promise<void> {
  let ended: string | undefined
  child.once('error', (error) => (ended = error.message))
  child.once('exit', (code) => (ended ??= `exit ${code}`))
  const ready = await waitUntil(async () => {
    if (ended !== undefined) return true
    const client = new pg.Client({ connectionString: url })
    // Refused connections are what waiting is for; what keeps it from starting stands in the log.
    return client.connect().then(
      () => client.end().then(() => true),
      () => false,
    )
  }, START_TIMEOUT_MS)
  if (ready && ended === undefined) return
  const log = await readFile(besideCluster(home, 'server.log'), 'utf8')
  throw new Error(`the embedded PostgreSQL did not start (${ended ?? 'no answer'}):\n${log.slice(-4000)}`)
}

/** An immediate shutdown: every process of the server ends at once, and what was not in the log on disk is gone. */
async function crashServer(home: PostgresHome, child: ChildProcess): Promise<void> {
  const lock = await readFile(join(home.clusterDir, 'postmaster.pid'), 'utf8').catch(missingIsUndefined)
  const pid = Number.parseInt(lock?.split('\n')[0] ?? '', 10)
  if (Number.isInteger(pid) && (await isPostmasterOf(home.clusterDir, pid))) signal(pid, 'SIGQUIT')
  await stopServer(home, child)
}

async function stopServer(home: PostgresHome, child: ChildProcess): Promise<void> {
  const ended = async () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined
  child.stdin?.destroy()
  if (await waitUntil(ended, STOP_TIMEOUT_MS)) return
  const lock = await readFile(join(home.clusterDir, 'postmaster.pid'), 'utf8').catch(missingIsUndefined)
  const pid = Number.parseInt(lock?.split('\n')[0] ?? '', 10)
  if (Number.isInteger(pid) && (await isPostmasterOf(home.clusterDir, pid))) signal(pid, 'SIGQUIT')
  if (!(await waitUntil(ended, STOP_TIMEOUT_MS))) throw new Error('the embedded PostgreSQL does not stop')
}
