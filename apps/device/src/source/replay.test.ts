import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utcSeconds } from '@heliobond/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvSource, parseHalfHours } from './csv-source.ts'
import { flowMeter } from './interval-energy.ts'
import { modelSource } from './model-source.ts'

const START = '2026-07-01T04:00:00Z'
const start = utcSeconds(START) ?? 0n

test('registers grow, and energy is conserved at every second: generated + imported = consumed + exported', () => {
  const energy = fc.record({
    generatedWh: fc.bigInt({ min: 0n, max: 5_000n }),
    consumedWh: fc.bigInt({ min: 0n, max: 5_000n }),
  })
  const times = fc.array(fc.bigInt({ min: 0n, max: 9_999n }), { minLength: 2, maxLength: 20 })
  fc.assert(
    fc.property(fc.array(energy, { minLength: 1, maxLength: 12 }), times, (rows, seconds) => {
      const at = flowMeter(900n, (index) => rows[index % rows.length] ?? { generatedWh: 0n, consumedWh: 0n })
      let before = at(0n)
      for (const second of seconds.toSorted((a, b) => Number(a - b))) {
        const now = at(second)
        expect(now.generatedWh + now.importedWh).toBe(now.consumedWh + now.exportedWh)
        expect(now.generatedWh >= before.generatedWh).toBe(true)
        expect(now.consumedWh >= before.consumedWh).toBe(true)
        expect(now.exportedWh >= before.exportedWh).toBe(true)
        before = now
      }
      // Whoever starts again stands where it stood.
      expect(
        flowMeter(900n, (index) => rows[index % rows.length] ?? { generatedWh: 0n, consumedWh: 0n })(5_000n),
      ).toEqual(at(5_000n))
    }),
  )
})

test('a file is replayed to the watt-hour, round and round', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'heliobond-csv-'))
  const file = join(folder, 'year.csv')
  writeFileSync(file, 'start,consumption_wh,generation_wh\n2013-07-01 00:00,100,0\n2013-07-01 00:30,50,300\n')
  const source = await csvSource(file, START)
  const generated = async (seconds: bigint) => {
    const read = await source.read(start + seconds)
    return read.ok ? read.value.counters.generated?.raw : undefined
  }
  expect(await generated(0n)).toBe(0n)
  expect(await generated(2_700n)).toBe(150n)
  expect(await generated(3_600n)).toBe(300n)
  expect(await generated(7_200n * 10n)).toBe(6_000n)
  rmSync(folder, { recursive: true })
  await expect(csvSource(file, START)).rejects.toThrow('cannot read')
  expect(() => parseHalfHours('consumption_wh,generation_wh\n1,2\n1,x')).toThrow('line 3: "x"')
  expect(() => parseHalfHours('a,b\n')).toThrow('must name the columns')
})

test('the modelled roof makes by day what a roof makes, nothing by night, and the same every time', async () => {
  const config = {
    kind: 'model',
    startAt: START,
    latitude: 18.4655,
    longitude: -66.1057,
    peakW: 1_000,
    loadW: 500,
  } as const
  const day = async (seed: number, hours: bigint) => {
    const read = await modelSource({ ...config, seed }).read(start + hours * 3_600n)
    return read.ok ? (read.value.counters.generated?.raw ?? 0n) : 0n
  }
  // 04:00 UTC is midnight in San Juan.
  expect(await day(1, 5n)).toBe(0n)
  const whole = await day(1, 24n)
  expect(whole).toBeGreaterThan(2_000n)
  expect(whole).toBeLessThan(7_500n)
  expect(await day(1, 24n)).toBe(whole)
  expect(await day(2, 24n)).not.toBe(whole)
})
