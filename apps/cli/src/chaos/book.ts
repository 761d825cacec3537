/** The lives that were lived, kept in a file so that a long trial can be gone on with. */
import { readFile, writeFile } from 'node:fs/promises'
import { UsageError } from '../usage-error.ts'
import type { ChaosReport } from './chaos.ts'
import { DISTURBANCES } from './disturb.ts'

/**
 * The lives that a report holds; none where there is no file yet.
 *
 * @throws {UsageError} when the file is something else: it is not written over
 */
export async function readLives(file: string): Promise<ChaosReport[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new UsageError(`--report: ${error instanceof Error ? error.message : String(error)}`)
  }
  const lives = parsed(text)
  if (!Array.isArray(lives) || !lives.every(isLife)) throw new UsageError(`--report: ${file} is there and no report`)
  return lives
}

export const writeLives = (file: string, lives: readonly ChaosReport[]): Promise<void> =>
  writeFile(file, `${JSON.stringify(lives, null, 2)}\n`)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isLife = (value: unknown): value is ChaosReport =>
  typeof value === 'object' && value !== null && 'counts' in value && 'seed' in value && 'faults' in value

export const killsOf = (lives: readonly ChaosReport[]): number =>
  lives.reduce((sum, life) => sum + life.counts['process killed'], 0)

export const isKept = (life: ChaosReport) => life.faults.length === 0 && life.differenceStroops === '0'

/** One life in a line. */
export function words(life: ChaosReport): string {
  const done = DISTURBANCES.filter((name) => life.counts[name] > 0).map((name) => `${life.counts[name]} ${name}`)
  const kept = isKept(life) ? 'every promise kept' : `BROKEN: ${life.faults.join('; ')}`
  return `seed ${life.seed}, ${(life.elapsedMs / 1000).toFixed(0)} s: ${done.join(', ')}; ${life.readings} readings, ${life.bills} bills, ${life.coupons} coupons, difference ${life.differenceStroops} stroops: ${kept}`
}

/** All lives together. */
export function total(lives: readonly ChaosReport[]): string {
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
