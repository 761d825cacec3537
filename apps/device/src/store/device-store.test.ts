import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseReading, type Reading } from '@heliobond/domain'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DeviceStore, openStore } from './device-store.ts'

const AMPLE = { maxReadings: 1_000_000, maxBytes: 1_000_000_000 }
let folder: string
let store: DeviceStore
const path = () => join(folder, 'device.sqlite')
const open = (bounds = AMPLE) => openStore(path(), 'meter 7', bounds, { create: true })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heliobond-store-'))
  store = open()
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const TOTALS = { roof: { total: 5n * 10n ** 10n, last: 5n * 10n ** 10n, scale: 0, ahead: 0n } }

function append(epoch = 1, generatedWh = 5n): Reading {
  return store.append(epoch, TOTALS, (seq) => ({
    ...{ system: 3, meter: 7, epoch, seq, at: 1_000n + seq, generatedWh, consumedWh: 0n, exportedWh: 0n },
    signature: new Uint8Array(64),
  }))
}

const seqs = () => store.pending(1_000_000).map(({ seq }) => Number(seq))

test('numbers grow by one from 0, across restarts, and start again in a new epoch', () => {
  expect([append().seq, append().seq]).toEqual([0n, 1n])
  store.close()
  store = open()
  expect(append().seq).toBe(2n)
  expect(store.last()).toMatchObject({ epoch: 1, seq: 2n, at: 1_002n, generatedWh: 5n, totals: TOTALS })
  expect(append(2).seq).toBe(0n)
  expect(() => append(1)).toThrow('epoch 1 is over')
  expect(store.pending(9).map(({ epoch, seq }) => [epoch, seq])).toEqual([
    [1, 0n],
    [1, 1n],
    [1, 2n],
    [2, 0n],
  ])
})

test('an acknowledged reading is forgotten, its number is not', () => {
  append()
  append()
  store.acknowledge({ epoch: 1, stored: [[0n, 99n]], refused: [] })
  expect(store.counts()).toMatchObject({ pending: 0, acknowledged: 2 })
  store.close()
  store = open()
  expect(append().seq).toBe(2n)
})

test('forgets exactly what is acknowledged, of that epoch; sets aside what is refused', () => {
  for (let n = 0; n < 10; n++) append()
  append(2)
  store.acknowledge({
    epoch: 1,
    stored: [
      [0n, 2n],
      [5n, 5n],
    ],
    refused: [{ seq: 7n, code: 'REGISTER_FELL' }],
  })
  expect(seqs()).toEqual([3, 4, 6, 8, 9, 0])
  expect(store.refusedCodes()).toEqual([{ code: 'REGISTER_FELL', count: 1 }])
  expect(store.counts()).toMatchObject({ acknowledged: 4, refused: 1 })
})

test('what waits is the reading as it was signed', () => {
  const reading = append()
  const [waiting] = store.pending(1)
  expect(parseReading(JSON.parse(waiting?.body ?? ''))).toEqual({ ok: true, value: reading })
})

test('a reading that cannot be signed takes no number', () => {
  append()
  expect(() =>
    store.append(1, TOTALS, () => {
      throw new Error('no key')
    }),
  ).toThrow('no key')
  expect(append().seq).toBe(1n)
})

test('pages through what waits, in order', () => {
  for (let n = 0; n < 5; n++) append()
  const [, second] = store.pending(2)
  expect(store.pending(2, second).map(({ seq }) => seq)).toEqual([2n, 3n])
})

// Registers are cumulative: the energy of a dropped reading is in the next one, so both ends must stay.
test('a full store drops old ones in the middle, never the oldest or the newest, and stays within its bound', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 40 }), fc.integer({ min: 1, max: 120 }), (maxReadings, appended) => {
      store.close()
      rmSync(path())
      store = open({ ...AMPLE, maxReadings })
      for (let n = 0; n < appended; n++) append()
      const kept = seqs()
      expect(kept.length).toBeLessThanOrEqual(maxReadings)
      expect(kept[0]).toBe(0)
      expect(kept.at(-1)).toBe(appended - 1)
      expect(store.counts()).toMatchObject({ pending: kept.length, thinned: appended - kept.length })
      // What is newest is whole, to half the bound.
      const newest = kept.slice(-Math.floor(maxReadings / 2))
      expect(newest).toEqual(newest.map((_, place) => (newest[0] ?? 0) + place))
    }),
    { numRuns: 15 },
  )
})

test('the bound in bytes holds too', () => {
  store.close()
  const bounds = { maxReadings: 1_000_000, maxBytes: 120_000 }
  store = open(bounds)
  for (let n = 0; n < 600; n++) append()
  expect(store.counts().bytes).toBeLessThanOrEqual(bounds.maxBytes + 4_096)
  expect(store.counts().thinned).toBeGreaterThan(0)
  expect(seqs().at(-1)).toBe(599)
})

test('belongs to one meter, and a damaged file is said in words', () => {
  expect(() => openStore(path(), 'meter 8', AMPLE, { create: true })).toThrow('belongs to another meter')
  const broken = join(folder, 'broken.sqlite')
  writeFileSync(broken, 'x'.repeat(5_000))
  expect(() => openStore(broken, 'meter 7', AMPLE, { create: true })).toThrow('cannot be opened')
  expect(() => openStore(join(folder, 'none.sqlite'), 'meter 7', AMPLE, { create: false })).toThrow('there is no store')
})

test('notes outlive the process', () => {
  store.setNote('storm', 'until tomorrow')
  store.close()
  store = open()
  expect(store.note('storm')).toBe('until tomorrow')
  store.setNote('storm', undefined)
  expect(store.note('storm')).toBeUndefined()
})
