/** `npm run bench`: runs every benchmark of the house, one after the other, and prints what each measured. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const HELP = `npm run bench -- [options]

Measures the embedded network, the contracts, ingest, settlement, the API and the whole life of a bond. Every figure stands beside a baseline of the same run.

  --only NAME    network, growth, contracts, ingest, settlement, api or life
  --short        smaller loads, for the gate
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
  options: { only: { type: 'string' }, short: { type: 'boolean' }, help: { type: 'boolean' } },
})
if (values.help) {
  process.stdout.write(HELP)
} else {
  const chosen = benchmarks(values.short ?? false).filter(
    (one) => values.only === undefined || one.name === values.only,
  )
  if (chosen.length === 0) {
    console.error(`there is no benchmark "${values.only}" (see --help)`)
    process.exitCode = 2
  }
  for (const { name, what, command } of chosen) {
    console.log(`\n== ${name}: ${what}`)
    const status = await run(command)
    if (status !== 0) {
      console.error(`the benchmark ${name} failed with status ${status}`)
      process.exitCode = 1
    }
  }
}

function run(command: readonly string[]): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...command], { stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 1))
  })
}
