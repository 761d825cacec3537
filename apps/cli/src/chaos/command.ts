/** `npm run chaos`: lives of bonds while everything is taken away again and again. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseDemoOptions } from '../demo/options.ts'
import { Progress } from '../demo/progress.ts'
import { modelYear } from '../meters/model.ts'
import { UsageError } from '../usage-error.ts'
import { type ChaosReport, liveThroughChaos } from './chaos.ts'
import { DISTURBANCES } from './disturb.ts'

const HELP = `npm run chaos -- [--kills 1000] [--seed N] [--report FILE]

Lives bonds on an embedded network, a real PostgreSQL and Mosquitto (the embedded broker where it is not installed), with the worker as
four processes. Meanwhile, at random moments: processes are killed, the database crashes, the broker is killed, the network's answers are
dropped, delayed, stale or lost after a transaction was included, its ledgers are filled by strangers who bid more, its clock skips.
Nobody raises a hand. Then it is checked that every acknowledged reading is stored, that nothing was paid twice or lost, that nothing waits
for a person, and that books and ledger agree to the stroop.

  --kills N        processes to kill, over as many lives as it takes; default 1000
  --kills-a-life N most of them in one life; default 100
  --seed N         of the first life; each further one has the next. What is drawn is repeated by it
  --report FILE    writes every life's figures as JSON
  --verbose        tells of every disturbance as it happens
  --help           this text

Only processes that it started itself are killed, by their ids. Exits 0 when every promise was kept, else 1.
`

/** Half-hours of meter data in a life, which then repeat: few readings, many events. */
const HALF_HOURS = 240

/** @returns the exit status */
export async function runChaos(args: readonly string[]): Promise<number> {
  const options = readOptions(args)
  if (options.help) {
    process.stdout.write(HELP)
    return 0
  }
  const folder = await mkdtemp(join(tmpdir(), 'heliobond-chaos-data-'))
  const lives: ChaosReport[] = []
  try {
    const demo = parseDemoOptions(
      ['--meter-data', await writeDays(folder), '--principal', '20000', '--max-years', '4'],
      {},
    )
    let killed = 0
    while (killed < options.kills) {
      const seed = options.seed + lives.length
      const kills = Math.min(options.killsALife, options.kills - killed)
      const life = await liveThroughChaos({
        demo,
        kills,
        seed,
        progress: new Progress(),
        ...(options.verbose && { tell }),
      })
      lives.push(life)
      killed += life.counts['process killed']
      process.stdout.write(`${words(life)}  (${killed} of ${options.kills})\n`)
      if (options.report) await writeFile(options.report, `${JSON.stringify(lives, null, 2)}\n`)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  process.stdout.write(`\n${total(lives)}`)
  return lives.every(isKept) ? 0 : 1
}

const tell = (what: string) =>
  void process.stderr.write(`${(performance.now() / 1_000).toFixed(2).padStart(8)} s  ${what}\n`)

const isKept = (life: ChaosReport) => life.faults.length === 0 && life.differenceStroops === '0'

function words(life: ChaosReport): string {
  const done = DISTURBANCES.filter((name) => life.counts[name] > 0).map((name) => `${life.counts[name]} ${name}`)
  const kept = isKept(life) ? 'every promise kept' : `BROKEN: ${life.faults.join('; ')}`
  return `seed ${life.seed}, ${(life.elapsedMs / 1000).toFixed(0)} s: ${done.join(', ')}; ${life.readings} readings, ${life.bills} bills, ${life.coupons} coupons, difference ${life.differenceStroops} stroops: ${kept}`
}

function total(lives: readonly ChaosReport[]): string {
  const sum = (of: (life: ChaosReport) => number) => lives.reduce((all, life) => all + of(life), 0)
  const lines = DISTURBANCES.map((name) => `  ${name.padEnd(28)} ${sum((life) => life.counts[name])}`)
  return `${lives.length} lives
${lines.join('\n')}
  kills that met an envelope   ${sum((life) => life.killsWithEnvelope)}
  readings acknowledged        ${sum((life) => life.readings)}
  bills                        ${sum((life) => life.bills)}
  promises broken              ${sum((life) => life.faults.length)}
`
}

async function writeDays(folder: string): Promise<string> {
  const rows = modelYear(new Date('2026-01-01T04:00:00Z')).rows.slice(0, HALF_HOURS)
  const lines = rows.map((row, index) => `${index},${row.consumptionWh},${row.generationWh}`)
  const file = join(folder, 'days.csv')
  await writeFile(file, ['start,consumption_wh,generation_wh', ...lines, ''].join('\n'))
  return file
}

function readOptions(args: readonly string[]) {
  const text = { type: 'string' } as const
  let values: {
    help?: boolean
    verbose?: boolean
    kills?: string
    'kills-a-life'?: string
    seed?: string
    report?: string
  }
  try {
    values = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h' },
        verbose: { type: 'boolean' },
        kills: text,
        'kills-a-life': text,
        seed: text,
        report: text,
      },
    }).values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} (see --help)`)
  }
  const whole = (name: 'kills' | 'kills-a-life' | 'seed', otherwise: number) => {
    const given = values[name]
    if (given === undefined) return otherwise
    if (!/^\d{1,9}$/.test(given)) throw new UsageError(`--${name} must be a whole number, not "${given}"`)
    return Number(given)
  }
  return {
    help: values.help ?? false,
    verbose: values.verbose ?? false,
    kills: whole('kills', 1_000),
    killsALife: Math.max(1, whole('kills-a-life', 100)),
    seed: whole('seed', Date.now() % 1_000_000),
    report: values.report,
  }
}
