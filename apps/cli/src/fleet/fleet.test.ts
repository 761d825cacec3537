import type { Reading } from '@heliobond/domain'
import { expect, test } from 'vitest'
import { Progress } from '../demo/progress.ts'
import { disagreements } from './check.ts'
import { liveFleet, population } from './fleet.ts'
import { readOptions } from './options.ts'
import type { Stored } from './platform.ts'
import { Chance } from './random.ts'

const SEED = process.env.HELIOBOND_SEED ?? `${Math.floor(Math.random() * 1e9)}`

function options(...args: string[]) {
  const read = readOptions(['--seed', SEED, ...args])
  if (!read) throw new Error('help was asked for')
  return read
}

test(`a fleet that meets every fault has every good reading stored once and every register right (seed ${SEED})`, async () => {
  const report = await liveFleet(
    options('--meters', '20', '--speed', '30000', '--faults', 'many', '--resets', '1'),
    new Progress(),
  )
  if (!report) throw new Error('nobody ended it')
  expect(report.disagreements).toEqual([])
  expect(report).toMatchObject({ meters: 20, acknowledged: report.readings })
  // Each fault has happened, and what a reset meter said before its new epoch was refused.
  for (const fault of ['dropouts', 'duplicated', 'reordered', 'tampered', 'resets', 'fell'] as const) {
    expect(report[fault], fault).toBeGreaterThan(0)
  }
  expect(report.refused.REGISTER_FELL).toBe(report.fell)
}, 120_000)

test('the same seed makes the same keys, another one others', () => {
  const keys = (seed: string) =>
    population(options('--meters', '3', '--seed', seed), 0, new Chance(1)).map(({ key }) => `${key.publicKey}`)
  expect(keys('5')).toEqual(keys('5'))
  expect(new Set([...keys('5'), ...keys('6')]).size).toBe(6)
})

test('what is lost, doubled, altered or wrongly taken is found', async () => {
  const [meter] = population(options('--meters', '1'), 0, new Chance(1))
  if (!meter) throw new Error('no meter')
  await meter.live(900, 300)
  const { truth } = meter
  const { epoch, seq, ...registers } = truth.last as Reading
  const text = [registers.generatedWh, registers.consumedWh, registers.exportedWh].join('/')
  const right: Stored = { readings: truth.stored, sumWh: truth.sumWh, last: { epoch, seq, registers: text } }
  const found = (stored: Partial<Stored>, quarantined: readonly (readonly [string, number])[] = []) =>
    disagreements([meter], {
      storedOf: async () => new Map([[meter.id, { ...right, ...stored }]]),
      quarantined: async () => new Map(quarantined),
    })
  expect(truth.stored).toBeGreaterThan(1)
  expect(await found({})).toEqual([])
  expect(await found({ readings: right.readings - 1 })).toEqual([expect.stringContaining('good readings')])
  expect(await found({ readings: right.readings + 1 })).toHaveLength(1)
  expect(await found({ sumWh: right.sumWh + 1n })).toEqual([expect.stringContaining('sum of all registers')])
  expect(await found({ last: { epoch, seq, registers: '1/2/3' } })).toEqual([expect.stringContaining('1/2/3 Wh')])
  expect(await found({}, [['1 REGISTER_FELL', 1]])).toEqual([expect.stringContaining('register fell')])
  expect(await found({}, [['1 BAD_SIGNATURE', 1]])).toEqual([expect.stringContaining('forged')])
})
