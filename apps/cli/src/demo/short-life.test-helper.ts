/** For the tests of whole lives: a few days of half-hours that repeat, so that a life is short in readings and long in events. */
import { rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { modelYear } from '../meters/model.ts'
import { type DemoOptions, parseDemoOptions } from './options.ts'
import { Progress } from './progress.ts'

/** Options of a demo over the first `halfHours` of the modelled year, which then repeat. */
export async function shortOptions(halfHours: number, args: readonly string[]): Promise<DemoOptions> {
  const folder = await mkdtemp(join(tmpdir(), 'heliobond-meter-data-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'days.csv')
  const rows = modelYear(new Date('2026-01-01T04:00:00Z')).rows.slice(0, halfHours)
  const lines = rows.map((row, index) => `${index},${row.consumptionWh},${row.generationWh}`)
  await writeFile(file, ['start,consumption_wh,generation_wh', ...lines, ''].join('\n'))
  return parseDemoOptions(['--meter-data', file, ...args], {})
}

/** Says nothing. */
export const quiet = (): Progress =>
  new Progress(new Writable({ write: (_chunk, _encoding, done) => done() }) as unknown as NodeJS.WriteStream)

/** A seeded generator in [0, 1): a failing run is repeated by its seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
