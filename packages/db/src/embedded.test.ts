import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { EmbeddedPostgresInUseError, startEmbeddedPostgres } from './embedded.ts'
import { exists, nativePackage, reachableNative, unprivilegedUser } from './postgres-home.ts'
import { waitUntil } from './postgres-process.ts'

const HOLDER = new URL('./embedded-holder.test-helper.ts', import.meta.url).pathname
const isRoot = process.getuid?.() === 0
/** The folder of most tests: each stops its server, and making a cluster takes longer than all else. */
let shared: string
const cleanups: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  shared = await mkdtemp(join(tmpdir(), 'heliobond-embedded-'))
  await chmod(shared, 0o755)
})
afterAll(() => rm(shared, { recursive: true, force: true }))
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function newDataDir(mode = 0o755): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'heliobond-embedded-'))
  await chmod(parent, mode)
  cleanups.push(() => rm(parent, { recursive: true, force: true }))
  return join(parent, 'data')
}

async function start(dataDir: string, port?: number) {
  const server = await startEmbeddedPostgres({ dataDir, port })
  cleanups.push(() => server.stop())
  return server
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** A program that starts the server and then only holds it; resolves with the server's URL. */
async function holder(dataDir: string, options = {}): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [HOLDER, dataDir], { stdio: ['ignore', 'pipe', 'inherit'], ...options })
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the holder ended with ${code}`)))
  const [line] = await Promise.race([once(child.stdout ?? child, 'data'), ended])
  // Later it is killed on purpose.
  ended.catch(() => undefined)
  return { child, url: String(line).trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const postmasterPid = async (dataDir: string) => {
  const home = (await exists(join(dataDir, 'moved-to'))) ? await readFile(join(dataDir, 'moved-to'), 'utf8') : dataDir
  return Number((await readFile(join(home, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0])
}

test('keeps its data and its port from one start to the next, with fsync on, also where a first start was cut short', async () => {
  const dataDir = shared
  // What an initdb that was cut short leaves behind.
  await mkdir(join(dataDir, 'cluster.partial', 'base'), { recursive: true })
  const first = await start(dataDir)
  expect(await query(first.url, 'show fsync')).toEqual([{ fsync: 'on' }])
  expect(await query(first.url, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }])
  await query(first.url, 'create table kept as select 42 as answer')
  await first.stop()
  await first.stop()
  const second = await start(dataDir)
  expect(await query(second.url, 'select * from kept')).toEqual([{ answer: 42 }])
  expect(second.url).toBe(first.url)
})

test('wants its password, which only its owner can read', async () => {
  const dataDir = shared
  const { url } = await start(dataDir)
  const guess = new URL(url)
  guess.password = 'password'
  await expect(query(guess.href, 'select 1')).rejects.toThrow(/authentication failed/)
  expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600)
})

test('dies with the program that started it, however that dies', async () => {
  const dataDir = shared
  const { child, url } = await holder(dataDir)
  await query(url, 'create table committed as select 1 as one')
  const pid = await postmasterPid(dataDir)
  await kill(child)
  expect(await waitUntil(async () => !(await exists(`/proc/${pid}`)), 15_000)).toBe(true)
  const next = await start(dataDir)
  expect(await query(next.url, 'select * from committed')).toEqual([{ one: 1 }])
})

test('starts again after program and server were killed together', async () => {
  const dataDir = shared
  const { child, url } = await holder(dataDir)
  await query(url, 'create table committed_too as select 1 as one')
  process.kill(await postmasterPid(dataDir), 'SIGKILL')
  await kill(child)
  const next = await start(dataDir)
  expect(await query(next.url, 'select * from committed_too')).toEqual([{ one: 1 }])
})

test('stops a server whose program and watcher are both gone', async () => {
  const dataDir = shared
  const { child } = await holder(dataDir)
  const pid = await postmasterPid(dataDir)
  const watcher = Number((await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ')[1])
  // Frozen, the watcher cannot act on the closed pipe: the server outlives its program.
  process.kill(watcher, 'SIGSTOP')
  cleanups.push(async () => exists(`/proc/${watcher}`).then((alive) => alive && process.kill(watcher, 'SIGKILL')))
  await kill(child)
  await start(dataDir)
  expect(await postmasterPid(dataDir)).not.toBe(pid)
})

test('is not fooled by a stale lock file whose process id another program has now', async () => {
  const dataDir = shared
  const first = await start(dataDir)
  const lock = await readFile(join(dataDir, 'cluster/postmaster.pid'), 'utf8')
  await first.stop()
  await writeFile(join(dataDir, 'cluster/postmaster.pid'), lock.replace(/^\d+/, String(process.ppid)))
  await expect(start(dataDir)).resolves.toBeDefined()
})

test('leaves a server alone that another living program uses', async () => {
  const dataDir = shared
  const { child, url } = await holder(dataDir)
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(EmbeddedPostgresInUseError)
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  await kill(child)
})

test('says what is wrong when the port is taken', async () => {
  const first = await start(shared)
  await expect(startEmbeddedPostgres({ dataDir: await newDataDir(), port: first.port })).rejects.toThrow(
    /did not start[\s\S]*already in use/,
  )
})

test.runIf(isRoot)(
  'runs as root below a folder that nobody else may enter, and forgets the data with the folder',
  async () => {
    const dataDir = await newDataDir(0o700)
    const first = await start(dataDir)
    await query(first.url, 'create table kept as select 1 as one')
    await first.stop()
    const home = await readFile(join(dataDir, 'moved-to'), 'utf8')
    const again = await start(dataDir)
    expect(await query(again.url, 'select * from kept')).toEqual([{ one: 1 }])
    await again.stop()

    await rm(dataDir, { recursive: true })
    const fresh = await start(dataDir)
    await expect(query(fresh.url, 'select * from kept')).rejects.toThrow(/does not exist/)
    expect(await exists(home)).toBe(false)
    await fresh.stop()
    await rm(await readFile(join(dataDir, 'moved-to'), 'utf8'), { recursive: true })
  },
)

test.runIf(isRoot)('runs as a plain user', async () => {
  const dataDir = await newDataDir(0o777)
  const { child, url } = await holder(dataDir, { uid: 65534, gid: 65534 })
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  await kill(child)
})

test.runIf(isRoot)('copies its programs, once, out of a checkout that nobody else may enter', async () => {
  const checkout = await mkdtemp(join(tmpdir(), 'heliobond-checkout-'))
  cleanups.push(() => rm(checkout, { recursive: true, force: true }))
  const installed = await nativePackage()
  await cp(join(installed.packageDir, 'native'), join(checkout, 'native'), { recursive: true, verbatimSymlinks: true })
  const hidden = { packageDir: checkout, name: 'postgresql-test', version: String(process.pid) }
  const user = await unprivilegedUser()

  const [copy, again] = await Promise.all([reachableNative(hidden, user), reachableNative(hidden, user)])
  cleanups.push(() => rm(copy, { recursive: true, force: true }))
  expect(again).toBe(copy)
  expect(copy.startsWith(checkout)).toBe(false)
  const server = spawn(join(copy, 'bin/postgres'), ['--version'], { ...user, stdio: 'ignore' })
  expect(await once(server, 'exit')).toEqual([0, null])
})
