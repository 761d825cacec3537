import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { isKept, killsOf, readLives, total, words, writeLives } from './book.ts'
import type { ChaosReport } from './chaos.ts'
import { DISTURBANCES } from './disturb.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heliobond-chaos-book-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const life = (seed: number, faults: string[] = []): ChaosReport => ({
  counts: Object.fromEntries(
    DISTURBANCES.map((name) => [name, name === 'process killed' ? 25 : 1]),
  ) as ChaosReport['counts'],
  killsWithEnvelope: 9,
  seed,
  broker: 'mosquitto',
  restarts: 25,
  readings: 2_535,
  bills: 40,
  coupons: 3,
  differenceStroops: '0',
  faults,
  elapsedMs: 90_000,
})

test('a trial goes on where its report ends', async () => {
  const file = join(folder, 'report.json')
  expect(await readLives(file)).toEqual([])
  await writeLives(file, [life(7), life(8)])
  const lives = await readLives(file)
  expect(lives).toEqual([life(7), life(8)])
  expect(killsOf(lives)).toBe(50)
})

test('a file that is no report is left alone', async () => {
  const file = join(folder, 'thesis.txt')
  for (const text of ['my thesis', '{}', '[1]']) {
    await writeFile(file, text)
    await expect(readLives(file)).rejects.toThrow(UsageError)
    expect(await readFile(file, 'utf8')).toBe(text)
  }
})

test('a broken promise is named in the life and counted in the total', () => {
  const broken = life(8, ['bill 3 was paid 2 times'])
  expect([isKept(life(7)), isKept(broken)]).toEqual([true, false])
  expect(words(broken)).toContain('BROKEN: bill 3 was paid 2 times')
  expect(total([life(7), broken])).toMatch(/promises broken +1/)
  expect(total([life(7), broken])).toMatch(/process killed +50/)
})
