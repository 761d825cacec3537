/**
 * How fast the API answers at a steady rate while many readings are stored, and how that grows with their number.
 *
 *     node bench/api/main.ts [--readings 10000000] [--rate 500] [--seconds 30] [--short]
 */
import { fork } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Database, migrate, openDatabase, startEmbeddedPostgres } from '@heliobond/db'
import { fillReadings, fillSystems, newestAt, SYSTEMS } from './data-set.ts'
import { type Latencies, measure, mixedPath } from './load.ts'

const HELP = `node bench/api/main.ts [options]

Fills a database, starts the API over it in a process of its own, and asks at a steady rate: 70 % bills of a system, 20 % a page of readings,
10 % a system. First with a tenth of the readings, then with all of them; beside a route that asks the database nothing. Each is asked at the same rate
before it is measured, until its code is compiled, its connections are open and its questions are planned.

  --readings N   readings stored in the end; default 10,000,000
  --rate N       requests a second; default 500
  --seconds N    of each measurement; default 30
  --short        100,000 readings, 100 requests a second, 4 s: for the gate
  --help         this text
`

const GOAL_P99_MS = 50
const GOAL_GROWTH = 1.2
const CONNECTIONS = 50
/** Connections, caches and compiled code are warm after so long. */
const WARM_UP_SECONDS = 10

interface Options {
  readonly readings: number
  readonly rate: number
  readonly seconds: number
  readonly warmUpSeconds: number
}

function readOptions(): Options | null {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { readings: text, rate: text, seconds: text, short: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return null
  }
  const whole = (name: 'readings' | 'rate' | 'seconds', otherwise: number) => {
    const given = values[name] ?? String(otherwise)
    if (/^[1-9]\d{0,8}$/.test(given)) return Number(given)
    console.error(`--${name} must be a whole number above 0, not "${given}" (see --help)`)
    process.exit(2)
  }
  const { short = false } = values
  return {
    readings: whole('readings', short ? 100_000 : 10_000_000),
    rate: whole('rate', short ? 100 : 500),
    seconds: whole('seconds', short ? 4 : 30),
    warmUpSeconds: short ? 1 : WARM_UP_SECONDS,
  }
}

async function run({ readings, rate, seconds, warmUpSeconds }: Options): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'heliobond-bench-api-'))
  // The server may have to run as another user, who must be able to enter.
  await chmod(dataDir, 0o755)
  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') })
  try {
    await migrate(server.url)
    const database = openDatabase(server.url)
    const api = await startApi(server.url)
    try {
      await fillSystems(database)
      const few = Math.ceil(readings / 10)
      await fill(database, 0, few)
      const load = { url: api.url, perSecond: rate, connections: CONNECTIONS, random: seeded(rate) }
      const warm = async (path: () => string) => {
        await measure({ ...load, path, seconds: warmUpSeconds })
        return measure({ ...load, path, seconds })
      }
      const asked = (stored: number) => warm(mixedPath(seeded(stored), newestAt(stored)))
      const bare = await warm(() => '/bare')
      const before = await asked(few)
      await fill(database, few, readings)
      const after = await asked(readings)
      return report({ readings, few, rate, bare, before, after })
    } finally {
      api.stop()
      await database.close()
    }
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function fill(database: Database, stored: number, total: number): Promise<void> {
  const started = performance.now()
  await fillReadings(database, stored, total, (now) =>
    process.stderr.write(`\r  ${now.toLocaleString('en')} readings stored`),
  )
  const perSecond = Math.round((total - stored) / ((performance.now() - started) / 1_000))
  process.stderr.write(`\n  filled at ${perSecond.toLocaleString('en')} readings/s\n`)
}

async function startApi(databaseUrl: string): Promise<{ url: string; stop: () => void }> {
  const child = fork(new URL('./server.ts', import.meta.url), {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { url: string }) => resolve(message.url))
    child.once('exit', (code) => reject(new Error(`the API ended with status ${code}`)))
  })
  return { url, stop: () => child.kill('SIGKILL') }
}

interface Figures {
  readonly readings: number
  readonly few: number
  readonly rate: number
  readonly bare: Latencies
  readonly before: Latencies
  readonly after: Latencies
}

function report({ readings, few, rate, bare, before, after }: Figures): number {
  const line = (name: string, { p50, p99, mean, perSecond, failed }: Latencies) =>
    console.log(
      `${name.padEnd(26)} p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  mean ${mean.toFixed(1)} ms  ${perSecond.toFixed(0)}/s  ${failed} failed`,
    )
  console.log(`${SYSTEMS} systems, ${rate} requests/s over ${CONNECTIONS} connections`)
  line('a route without database', bare)
  line(`${few.toLocaleString('en')} readings`, before)
  line(`${readings.toLocaleString('en')} readings`, after)
  const growth = after.mean / before.mean
  const is = (holds: boolean) => (holds ? 'reached' : 'missed')
  console.log(
    `p99: ${after.p99.toFixed(1)} ms (goal ${GOAL_P99_MS} ms: ${is(after.p99 <= GOAL_P99_MS)}), ${ratio(after.p99, bare.p99)} x that of the bare route`,
  )
  console.log(
    `growth of the mean from a tenth of the readings to all: ${growth.toFixed(2)} x (goal ${GOAL_GROWTH} x: ${is(growth <= GOAL_GROWTH)})`,
  )
  const failed = bare.failed + before.failed + after.failed
  if (failed > 0) console.error(`${failed} requests were not answered as they should be`)
  return failed > 0 ? 1 : 0
}

const ratio = (a: number, b: number) => (a / Math.max(b, 1)).toFixed(1)

/** A generator in [0, 1) that draws the same every time. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

const options = readOptions()
if (options) process.exitCode = await run(options)
