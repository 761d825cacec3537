import { expect, test } from 'vitest'
import { type Sample, wattHours } from './meter-source.ts'
import { addSample, registersOf, type Totals } from './registers.ts'

const sample = (generated: bigint, imported: bigint, exported: bigint): Sample => ({
  counters: {
    roof: wattHours('generated', generated),
    in: wattHours('imported', imported),
    out: wattHours('exported', exported),
  },
})

function totalsOf(one: Sample, before: Totals = {}): Totals {
  const added = addSample(before, one, 10_000n)
  if (!added.ok) throw new Error(added.error.code)
  return added.value
}

test('each kind of meter reports its own registers, the others are 0', () => {
  const one = sample(100n, 50n, 30n)
  const totals = totalsOf(one)
  const of = (kind: 'Site' | 'Load' | 'Combined') => registersOf(kind, one, totals, undefined)
  expect(of('Site')).toEqual({ ok: true, value: { generatedWh: 100n, consumedWh: 0n, exportedWh: 30n } })
  expect(of('Load')).toEqual({ ok: true, value: { generatedWh: 0n, consumedWh: 50n, exportedWh: 0n } })
  expect(of('Combined')).toEqual({ ok: true, value: { generatedWh: 100n, consumedWh: 120n, exportedWh: 30n } })
})

test('derived consumption never falls, though the instruments are not read at one instant', () => {
  const one = sample(100n, 50n, 30n)
  const last = { generatedWh: 100n, consumedWh: 120n, exportedWh: 30n }
  const next = sample(100n, 50n, 33n) // export was read a moment later than generation
  expect(registersOf('Combined', next, totalsOf(next, totalsOf(one)), last)).toMatchObject({
    value: { consumedWh: 120n, exportedWh: 33n },
  })
})

test('several inverters add up', () => {
  const roofs: Sample = { counters: { a: wattHours('generated', 7n), b: wattHours('generated', 8n) } }
  expect(registersOf('Site', roofs, totalsOf(roofs), undefined)).toMatchObject({ value: { generatedWh: 15n } })
})

test('one unbelievable counter stops the whole sample, and is named', () => {
  expect(addSample(totalsOf(sample(100n, 50n, 30n)), sample(100n, 49n, 30n), 1_000n)).toMatchObject({
    ok: false,
    error: { code: 'COUNTER_FELL', counter: 'in' },
  })
})

test('a meter whose instruments cannot know its registers is told which are missing', () => {
  const roof: Sample = { counters: { roof: wattHours('generated', 1n) } }
  expect(registersOf('Combined', roof, totalsOf(roof), undefined)).toMatchObject({
    ok: false,
    error: { code: 'MISSING_COUNTER', detail: 'no counter of energy imported, exported' },
  })
})

test('an instrument that is added later joins with what it counts from then on', () => {
  const one: Sample = { counters: { a: wattHours('generated', 100n) } }
  const both = (a: bigint, b: bigint): Sample => ({
    counters: { a: wattHours('generated', a), b: wattHours('generated', b) },
  })
  const joined = totalsOf(both(110n, 5_000_000n), totalsOf(one))
  expect(registersOf('Site', both(110n, 5_000_000n), joined, undefined)).toMatchObject({ value: { generatedWh: 110n } })
  const later = both(111n, 5_000_004n)
  expect(registersOf('Site', later, totalsOf(later, joined), undefined)).toMatchObject({ value: { generatedWh: 115n } })
})
