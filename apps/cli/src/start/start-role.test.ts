import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freshDatabaseUrl, openDatabase, stopTestServer } from '@heliobond/db'
import { type Localnet, startLocalnet } from '@heliobond/localnet'
import { startEmbeddedBroker } from '@heliobond/worker'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROCESS_ROLES } from './roles.ts'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

let home: string
let databaseUrl: string
let network: Localnet
let broker: Awaited<ReturnType<typeof startEmbeddedBroker>>
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'heliobond-role-'))
  databaseUrl = await freshDatabaseUrl()
  network = await startLocalnet({ port: 0 })
  broker = await startEmbeddedBroker({ port: 0 })
})
afterAll(async () => {
  await broker?.close()
  await network?.close()
  await stopTestServer()
  await rm(home, { recursive: true, force: true })
})

function start(args: readonly string[], env: Record<string, string> = {}) {
  const child: ChildProcess = spawn(process.execPath, [MAIN, 'start', ...args], {
    cwd: home,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', HELIOBOND_DATA_DIR: join(home, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { output: '', errors: '' }
  child.stdout?.on('data', (chunk) => (said.output += chunk))
  child.stderr?.on('data', (chunk) => (said.errors += chunk))
  return { child, said, ended: once(child, 'close').then(([code]) => code as number | null) }
}

test('a role alone embeds nothing: it names the addresses that it needs', async () => {
  const { ended, said } = start(['--role', 'pay'], { DATABASE_URL: 'postgresql://u@127.0.0.1/x' })
  expect(await ended).toBe(2)
  expect(said.errors).toContain('set STELLAR_RPC_URL, MQTT_URL')
})

test('an unknown role is refused with the roles there are', async () => {
  const { ended, said } = start(['--role', 'payer'])
  expect(await ended).toBe(2)
  expect(said.errors).toContain('no such role: "payer"')
})

async function said(of: ReturnType<typeof start>, name: string): Promise<string> {
  const address = async () => {
    for (;;) {
      const found = new RegExp(`^ {2}${name} +(\\S+)`, 'm').exec(of.said.output)?.[1]
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const found = await Promise.race([address(), of.ended.then((code) => `ended with ${code}`)])
  expect(found, of.said.errors).toMatch(/^http/)
  return found
}

const shared = () => ({
  DATABASE_URL: databaseUrl,
  STELLAR_RPC_URL: network.rpcUrl,
  MQTT_URL: broker.serviceUrl,
  HELIOBOND_STATUS_PORT: '0',
  HELIOBOND_API_PORT: '0',
})

test('every role starts as a process of its own, says that it is ready, and stops when asked: in order, with status 0, leaving no connection', async () => {
  const socket = join(home, 'signer.sock')
  const processes = PROCESS_ROLES.map((role) => ({
    role,
    ...start(['--role', role], { ...shared(), HELIOBOND_SIGNER_SOCKET: socket }),
  }))
  for (const one of processes) {
    const url = one.role === 'api' ? `${await said(one, 'API')}/healthz` : await said(one, 'Status')
    expect((await fetch(url)).status, one.role).toBe(200)
  }
  for (const { child } of processes) child.kill('SIGTERM')
  for (const {
    role,
    ended,
    said: { errors },
  } of processes)
    expect([role, await ended, errors]).toEqual([role, 0, ''])
  const database = openDatabase(databaseUrl)
  const { rows } = await database.pool.query<{ others: number }>(
    'select count(*)::int as others from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await database.close()
  expect(rows).toEqual([{ others: 0 }])
}, 240_000)

test('two processes of different roles work beside each other; the one without an API says how it is, and both stop when asked', async () => {
  const payer = start(['--role', 'pay,submit'], shared())
  const ready = await said(payer, 'Status')
  expect(ready).toMatch(/\/readyz$/)
  const api = start(['--role', 'api'], shared())
  const url = await said(api, 'API')

  expect((await fetch(ready)).status).toBe(200)
  expect(await (await fetch(ready.replace('readyz', 'metrics'))).text()).toContain('heliobond_worker_pass')
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  for (const { child, ended } of [payer, api]) {
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  }
})
