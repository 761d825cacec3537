/** `npm run bench`: runs every benchmark of the house, one after the other, and prints what each measured. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const HELP = `npm run bench -- [options]

Measures the embedded network, the contracts, ingest, settlement, the device, the API and the whole life of a bond. Every figure stands beside a baseline of the same run.

  --only NAME    network, growth, contracts, ingest, settlement, device, api or life
  --short        smaller loads, for the gate
  --limit S      seconds after which a benchmark is ended and counts as failed; default 300 with --short, else 7200
  --help         this text
`

const REAL_YEAR = '../shared/data/ausgrid-customer-12.csv'

interface Benchmark {
  readonly name: string
  readonly what: string
  readonly command: readonly string[]
}

function benchmarks(short: boolean): Benchmark[] {
  const life = (data: readonly string[]) => [
    'apps/cli/src/main.ts',
    'demo',
    ...data,
    '--report',
    join(tmpdir(), `heliobond-bench-${process.pid}.json`),
  ]
  const all: Benchmark[] = [
    {
      name: 'network',
      what: 'the embedded network',
      command: ['packages/localnet/bench/localnet.ts', ...(short ? ['--short'] : [])],
    },
    {
      name: 'growth',
      what: 'the embedded network as it grows',
      command: ['--expose-gc', 'packages/localnet/bench/growth.ts', ...(short ? ['--short'] : [])],
    },
    {
      name: 'contracts',
      what: 'what each call of the contracts costs',
      command: ['soroban-contracts/bench/main.ts', ...(short ? ['--short'] : [])],
    },
    {
      name: 'ingest',
      what: 'readings verified, stored and acknowledged',
      command: ['apps/worker/src/ingest/benchmark.ts', short ? '10000' : '60000'],
    },
    {
      name: 'settlement',
      what: 'bills settled in a ledger while a backlog lasts',
      command: ['apps/cli/src/benchmark/settlement.ts', ...(short ? ['--short'] : [])],
    },
    {
      name: 'device',
      what: "memory and processor time of the agent in a meter's cabinet",
      command: ['apps/device/bench/agent.ts', ...(short ? ['--short'] : [])],
    },
    {
      name: 'api',
      what: 'how fast the API answers while many readings are stored',
      command: ['bench/api/main.ts', ...(short ? ['--short'] : [])],
    },
  ]
  if (existsSync(resolve(REAL_YEAR)))
    all.push({ name: 'life', what: "a bond's life on the real year", command: life(['--meter-data', REAL_YEAR]) })
  else console.log(`the real year is not at ${REAL_YEAR}: its benchmark is skipped`)
  if (!short || !all.some(({ name }) => name === 'life'))
    all.push({ name: 'life', what: "a bond's life on the modelled year", command: life([]) })
  return all
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    short: { type: 'boolean' },
    limit: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help) {
  process.stdout.write(HELP)
} else {
  const chosen = benchmarks(values.short ?? false).filter(
    (one) => values.only === undefined || one.name === values.only,
  )
  const limitSeconds = Number(values.limit ?? (values.short ? 300 : 7_200))
  if (chosen.length === 0 || !(limitSeconds > 0)) {
    console.error(
      chosen.length === 0
        ? `there is no benchmark "${values.only}" (see --help)`
        : `--limit must be seconds above 0, not "${values.limit}" (see --help)`,
    )
    process.exit(2)
  }
  for (const { name, what, command } of chosen) {
    console.log(`\n== ${name}: ${what}`)
    const started = performance.now()
    const failure = await run(command, limitSeconds)
    console.log(`(${((performance.now() - started) / 1_000).toFixed(0)} s)`)
    if (failure !== null) {
      console.error(`the benchmark ${name} failed: ${failure}`)
      process.exitCode = 1
    }
  }
}

/** Runs one, ends it with all it started when its time is over. @returns what went wrong, or null */
function run(command: readonly string[], limitSeconds: number): Promise<string | null> {
  return new Promise((done, fail) => {
    // A group of its own, so that the servers of a benchmark that hangs end with it.
    const child = spawn(process.execPath, [...command], { stdio: ['ignore', 'inherit', 'inherit'], detached: true })
    const end = (signal: NodeJS.Signals) => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, signal)
    }
    const interrupted = () => end('SIGINT')
    process.once('SIGINT', interrupted)
    let late = false
    const timer = setTimeout(() => {
      late = true
      end('SIGKILL')
    }, limitSeconds * 1_000)
    child.once('error', fail)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      process.off('SIGINT', interrupted)
      if (late) done(`not done after ${limitSeconds} s`)
      else done(code === 0 ? null : `status ${code ?? signal}`)
    })
  })
}
