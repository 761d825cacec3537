import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'heliobond-start-'))
  // The database server may have to run as another user.
  await chmod(home, 0o755)
})
afterAll(async () => {
  await rm(home, { recursive: true, force: true })
})

interface Running {
  readonly child: ChildProcess
  readonly output: () => string
  readonly errors: () => string
  readonly ended: Promise<number | null>
}

function command(args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: home,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', HELIOBOND_DATA_DIR: join(home, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (errors += chunk))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, output: () => output, errors: () => errors, ended }
}

/** Without the portal: that has its own tests, in a browser. */
const ANY_PORT = {
  HELIOBOND_API_PORT: '0',
  HELIOBOND_NETWORK_PORT: '0',
  HELIOBOND_MQTT_PORT: '0',
  HELIOBOND_PORTAL_PORT: 'off',
}

/** Starts everything; resolves with the addresses once it says that it is ready. */
async function started(env: Record<string, string> = ANY_PORT): Promise<Running & { api: string; rpc: string }> {
  const running = command(['start'], env)
  const over = running.ended.then((code) => {
    throw new Error(`ended with ${code}\n${running.output()}\n${running.errors()}`)
  })
  over.catch(() => undefined)
  const ready = async () => {
    while (!/^ {2}Log /m.test(running.output())) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await Promise.race([ready(), over])
  const address = (name: string) => new RegExp(`^ {2}${name} +(\\S+)`, 'm').exec(running.output())?.[1] ?? ''
  return { ...running, api: address('API'), rpc: address('RPC') }
}

async function stop({ child, ended }: Running, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  child.kill(signal)
  return ended
}

async function json(url: string, body?: unknown): Promise<{ status: number; answer: Record<string, unknown> }> {
  const response = await fetch(url, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
}

const READING = {
  system: 1,
  meter: 10,
  epoch: 1,
  seq: '4711',
  at: '2026-01-01T00:00:00Z',
  generatedWh: '1',
  consumedWh: '0',
  exportedWh: '0',
  signature: randomBytes(64).toString('base64'),
}

describe('npm start', () => {
  test('brings everything up, stops in order when asked, and goes on where it ended', async () => {
    const first = await started()
    expect(await json(`${first.api}/healthz`)).toMatchObject({
      status: 200,
      answer: { status: 'ok', network: { name: 'local', up: true }, database: { up: true } },
    })
    expect(await json(`${first.api}/v1/readings`, READING)).toMatchObject({
      status: 200,
      answer: { stored: [], refused: [{ index: 0, seq: '4711', code: 'UNKNOWN_METER' }] },
    })
    const ledger = async (rpc: string) =>
      Number(
        ((await json(rpc, { jsonrpc: '2.0', id: 1, method: 'getHealth' })).answer.result as { latestLedger: number })
          .latestLedger,
      )
    const reached = await ledger(first.rpc)
    expect((await stat(join(home, 'data/secret'))).mode & 0o777).toBe(0o600)
    const secret = await readFile(join(home, 'data/secret'), 'utf8')

    const offerings = async (api: string) =>
      (await (await fetch(`${api}/v1/offerings`)).json()) as { data: { contractId: string }[] }
    const readings = async (api: string) =>
      ((await (await fetch(`${api}/v1/systems/1/readings?limit=100`)).json()) as { data: unknown[] }).data.length
    const issued = (await offerings(first.api)).data.map(({ contractId }) => contractId)
    // One live, one on sale, one whose works are out to tender.
    expect(issued).toHaveLength(3)
    await expect.poll(() => readings(first.api), { timeout: 20_000 }).toBeGreaterThanOrEqual(3)
    const spoken = await readings(first.api)

    expect(await stop(first)).toBe(0)
    expect(first.errors()).toBe('')
    const order = [...first.output().matchAll(/^ {2}(\S.*\S) +stopping$/gm)].map((match) => match[1])
    expect(order.slice(0, 6)).toEqual(['live meters', 'example users', 'worker', 'api', 'ingest', 'broker'])
    expect(order.indexOf('database')).toBeLessThan(order.indexOf('database server'))
    await expect(fetch(`${first.api}/healthz`)).rejects.toThrow()

    const second = await started()
    expect(await ledger(second.rpc)).toBeGreaterThanOrEqual(reached)
    expect((await offerings(second.api)).data.map(({ contractId }) => contractId)).toEqual(issued)
    // The meters go on counting where they stood; a register that fell would be refused.
    await expect.poll(() => readings(second.api), { timeout: 20_000 }).toBeGreaterThan(spoken)
    expect(await readFile(join(home, 'data/secret'), 'utf8')).toBe(secret)
    // The same refusal counts up on the row that the first start left.
    await json(`${second.api}/v1/readings`, READING)
    expect(await stop(second, 'SIGINT')).toBe(0)
    expect(await occurrences()).toEqual([2])
    expect(first.output() + second.output() + (await readFile(join(home, 'data/heliobond.log'), 'utf8'))).not.toContain(
      secret,
    )
    // The first start issues three bonds.
  }, 180_000)

  test('keeps the network’s time going while nothing happens', async () => {
    const running = await started()
    const time = async () => ((await json(`${running.api}/healthz`)).answer.network as { time: string }).time
    const before = await time()
    await expect.poll(time, { timeout: 15_000, interval: 500 }).not.toBe(before)
    expect(await stop(running)).toBe(0)
  })

  test('says which port is taken and how to choose another, and starts nothing', async () => {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const running = command(['start'], { ...ANY_PORT, HELIOBOND_MQTT_PORT: String(port) })
    expect(await running.ended).toBe(1)
    expect(running.errors()).toContain(`port ${port} for the MQTT broker is taken`)
    expect(running.errors()).toContain('HELIOBOND_MQTT_PORT=')
    expect(running.output()).toBe('')
    server.close()
  })

  test('two on the same data: the second says so and does no harm', async () => {
    const first = await started()
    const second = command(['start'], ANY_PORT)
    expect(await second.ended).toBe(1)
    expect(second.errors()).toContain('is using the database')
    expect(second.output()).not.toContain('network  ')
    expect((await json(`${first.api}/healthz`)).status).toBe(200)
    expect(await stop(first)).toBe(0)
  })

  test('asked to stop while it starts, it stops what it started and ends well', async () => {
    const running = command(['start'], ANY_PORT)
    while (!running.output().includes('on the local network')) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await stop(running)).toBe(0)
    expect(running.output()).not.toContain('Ready')
  })

  test('a network that does not answer is named', async () => {
    const running = command(['start'], { ...ANY_PORT, STELLAR_RPC_URL: 'http://127.0.0.1:1/rpc' })
    expect(await running.ended).toBe(1)
    expect(running.errors()).toContain('the Stellar RPC at http://127.0.0.1:1/rpc does not answer')
  })
})

describe('the command', () => {
  test.each([
    [[], 2, 'which command?'],
    [['dance'], 2, 'unknown command "dance"'],
    [['start', '--fast'], 2, "'--fast'"],
    [['localnet', '--port', 'x'], 2, '--port must be a number'],
  ])('%j ends with %i and says why', async (args, status, words) => {
    const running = command(args)
    expect(await running.ended).toBe(status)
    expect(running.errors()).toContain(words)
    expect(running.output()).toBe('')
  })

  test.each([[['--help']], [['start', '--help']], [['localnet', '--help']]])('%j tells what there is', async (args) => {
    const running = command(args)
    expect(await running.ended).toBe(0)
    expect(running.output()).toContain('npm')
    expect(running.errors()).toBe('')
  })

  test('a configuration that makes no sense is told in words, all of it', async () => {
    const running = command(['start'], { HELIOBOND_NETWORK: 'mainnet', DATABASE_URL: 'mysql://u:hunter2@h/x' })
    expect(await running.ended).toBe(2)
    for (const name of ['STELLAR_RPC_URL', 'DATABASE_URL', 'HELIOBOND_SECRET_KEY', 'private-use']) {
      expect(running.errors()).toContain(name)
    }
    expect(running.errors()).not.toContain('hunter2')
  })
})

/** How often each refused message was seen, read from the data folder after everything has stopped. */
async function occurrences(): Promise<number[]> {
  const { openDatabase, startEmbeddedPostgres } = await import('@heliobond/db')
  const postgres = await startEmbeddedPostgres({ dataDir: join(home, 'data/postgres') })
  const database = openDatabase(postgres.url)
  try {
    const rows = await database.prisma.quarantine.findMany({ select: { occurrences: true } })
    return rows.map((row) => row.occurrences)
  } finally {
    await database.close()
    await postgres.stop()
  }
}
