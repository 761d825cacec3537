/** `npm run chaos`: lives of bonds while everything is taken away again and again. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDemoOptions } from '../demo/options.ts'
import { Progress } from '../demo/progress.ts'
import { modelYear } from '../meters/model.ts'
import { isKept, killsOf, readLives, total, words, writeLives } from './book.ts'
import { liveThroughChaos } from './chaos.ts'
import { readOptions } from './options.ts'

const HELP = `npm run chaos -- [--kills 1000] [--seed N] [--report FILE]

Lives bonds on an embedded network, a real PostgreSQL and Mosquitto (the embedded broker where it is not installed), with the worker as
four processes. Meanwhile, at random moments: processes are killed, the database crashes, the broker is killed, the network's answers are
dropped, delayed, stale or lost after a transaction was included, its ledgers are filled by strangers who bid more, its clock skips.
Nobody raises a hand. Then it is checked that every acknowledged reading is stored, that nothing was paid twice or lost, that nothing waits
for a person, and that books and ledger agree to the stroop.

  --kills N        processes to kill, over as many lives as it takes; default 1000
  --kills-a-life N most of them in one life; default 100
  --seed N         of the first life; each further one has the next. What is drawn is repeated by it
  --report FILE    writes every life's figures as JSON; a report that is there is gone on with, so that a long trial can be had in pieces
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
  const lives = options.report === undefined ? [] : await readLives(options.report)
  try {
    const demo = parseDemoOptions(
      ['--meter-data', await writeDays(folder), '--principal', '20000', '--max-years', '4'],
      {},
    )
    while (killsOf(lives) < options.kills) {
      const seed = (lives.at(-1)?.seed ?? options.seed - 1) + 1
      const kills = Math.min(options.killsALife, options.kills - killsOf(lives))
      const life = await liveThroughChaos({
        demo,
        kills,
        seed,
        progress: new Progress(),
        ...(options.verbose && { tell }),
      })
      lives.push(life)
      process.stdout.write(`${words(life)}  (${killsOf(lives)} of ${options.kills})\n`)
      if (options.report) await writeLives(options.report, lives)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  process.stdout.write(`\n${total(lives)}`)
  return lives.every(isKept) ? 0 : 1
}

const tell = (what: string) =>
  void process.stderr.write(`${(performance.now() / 1_000).toFixed(2).padStart(8)} s  ${what}\n`)

async function writeDays(folder: string): Promise<string> {
  const rows = modelYear(new Date('2026-01-01T04:00:00Z')).rows.slice(0, HALF_HOURS)
  const lines = rows.map((row, index) => `${index},${row.consumptionWh},${row.generationWh}`)
  const file = join(folder, 'days.csv')
  await writeFile(file, ['start,consumption_wh,generation_wh', ...lines, ''].join('\n'))
  return file
}
