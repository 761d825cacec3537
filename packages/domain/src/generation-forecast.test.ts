import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthlyGenerationWh, percentileBps } from './generation-forecast.ts'
import { sum } from './money.ts'

const SITE = { capacityW: 100_000n, specificYieldKwh: 1_500, degradationBps: 50, uncertaintyBps: 800 }
const yearOf = (site: typeof SITE, percentile: 'P50' | 'P90', year: number) =>
  sum(Array.from({ length: 12 }, (_, month) => monthlyGenerationWh(site, percentile, year, month + 1)))

test('100 kW at 1,500 kWh a kilowatt generate 150 MWh in the first year', () => {
  const wh = yearOf(SITE, 'P50', 0)
  expect(wh).toBeLessThanOrEqual(150_000_000n)
  expect(wh).toBeGreaterThan(150_000_000n - 12n)
})

test('P90 is 1.2816 standard deviations below P50', () => {
  expect(percentileBps('P90', 800)).toBe(10_000n - 1_025n)
  expect(percentileBps('P90', 0)).toBe(10_000n)
  expect(percentileBps('P90', 9_000)).toBe(0n)
})

test('half a percent is lost each year of what was left', () => {
  expect(yearOf(SITE, 'P50', 1)).toBeGreaterThan(149_250_000n - 24n)
  expect(yearOf(SITE, 'P50', 1)).toBeLessThanOrEqual(149_250_000n)
  expect(yearOf(SITE, 'P50', 14)).toBeGreaterThan(139_800_000n)
})

test('over any site: P90 never above P50, no year above the one before, months add up', () => {
  const site = fc.record({
    capacityW: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    specificYieldKwh: fc.integer({ min: 0, max: 2_500 }),
    degradationBps: fc.integer({ min: 0, max: 500 }),
    uncertaintyBps: fc.integer({ min: 0, max: 10_000 }),
  })
  fc.assert(
    fc.property(site, fc.integer({ min: 0, max: 40 }), (drawn, year) => {
      expect(yearOf(drawn, 'P90', year)).toBeLessThanOrEqual(yearOf(drawn, 'P50', year))
      expect(yearOf(drawn, 'P50', year + 1)).toBeLessThanOrEqual(yearOf(drawn, 'P50', year))
    }),
  )
})

test.each([
  [0, 0],
  [0, 13],
  [-1, 1],
  [61, 1],
])('year %i, month %i is a caller’s bug', (year, month) => {
  expect(() => monthlyGenerationWh(SITE, 'P50', year, month)).toThrow(RangeError)
})
