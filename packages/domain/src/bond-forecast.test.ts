import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BondForecastTerms, forecastBond } from './bond-forecast.ts'
import { reserveBoundStroops } from './reserve-bound.ts'
import { buildSchedule } from './schedule.ts'

const UNIT = 10_000_000n
const built = buildSchedule({ issueDate: { year: 2027, month: 1, day: 1 }, maturityYears: 15, convention: '30/360-US' })
if (!built.ok) throw new Error(built.error.code)
const periods = built.value
const PRINCIPAL = 250_000n * UNIT

const TERMS: BondForecastTerms = {
  principalStroops: PRINCIPAL,
  rateBps: 500,
  periods,
  escrow: {
    operationsBudgetStroops: 2_000n * UNIT,
    reserveRequirementStroops: reserveBoundStroops(PRINCIPAL, 500, periods),
    renewalRequirementStroops: 0n,
  },
  reserveFromProceedsStroops: reserveBoundStroops(PRINCIPAL, 500, periods),
  capitalizedInterestStroops: 0n,
  callNoticeSeconds: 30n * 86_400n,
  generation: { capacityW: 150_000n, specificYieldKwh: 1_500, degradationBps: 50, uncertaintyBps: 800 },
  selfUseBps: 9_000,
  tariffStroopsPerKwh: 2_000_000n,
  exportTariffStroopsPerKwh: 1_000_000n,
  tariffGrowthBps: 0,
}

test('covers its coupons and is called years before it matures', () => {
  const forecast = forecastBond(TERMS, 'P50')
  const [first] = forecast.periods
  // 225 MWh a year, nine tenths at 0.20 and one at 0.10: 42,750 a year, half of it in a half-year, about.
  expect(first?.debtServiceStroops).toBe(6_250n * UNIT)
  expect(first?.operationsStroops).toBe(2_000n * UNIT)
  expect(Number((first?.revenueStroops ?? 0n) / UNIT)).toBeCloseTo(22_016, -3)
  expect(forecast.leastCoverageBps).toBeGreaterThan(20_000n)
  expect(forecast.periods.every(({ shortStroops }) => shortStroops === 0n)).toBe(true)
  expect(forecast.shortAtMaturityStroops).toBe(0n)
  const ownership = forecast.ownershipAt
  if (ownership === null) throw new Error('never called')
  expect(periods.some(({ pay }) => pay === ownership)).toBe(true)
  expect(ownership).toBeLessThan(periods.at(-1)?.pay ?? 0n)
  // After the call nothing is forecast any more.
  expect(forecast.periods.at(-1)?.pay).toBe(ownership)
})

test('without sun the reserve pays the first coupons, and principal stays short', () => {
  const dark = { ...TERMS, generation: { ...TERMS.generation, specificYieldKwh: 0 } }
  const { periods: forecast, ownershipAt, shortAtMaturityStroops, leastCoverageBps } = forecastBond(dark, 'P50')
  expect(ownershipAt).toBeNull()
  expect(leastCoverageBps).toBe(0n)
  expect(shortAtMaturityStroops).toBe(PRINCIPAL)
  const reserve = dark.reserveFromProceedsStroops
  const paid = forecast.reduce(
    (all, { debtServiceStroops, shortStroops }) => all + debtServiceStroops - shortStroops,
    0n,
  )
  expect(paid).toBe(reserve)
})

test('capitalized interest pays the coupons of the time before the sun', () => {
  const later = {
    ...TERMS,
    capitalizedInterestStroops: 12_500n * UNIT,
    generation: { ...TERMS.generation, capacityW: 0n },
  }
  expect(
    forecastBond(later, 'P50')
      .periods.slice(0, 2)
      .map(({ shortStroops }) => shortStroops),
  ).toEqual([0n, 0n])
})

test('is the same whatever the order of asking', () => {
  expect(forecastBond(TERMS, 'P90')).toEqual(forecastBond(TERMS, 'P90'))
})

test('over any terms: P90 owns no earlier than P50 and covers no better; what is short never exceeds what is due', () => {
  const terms = fc.record({
    specificYieldKwh: fc.integer({ min: 0, max: 2_000 }),
    uncertaintyBps: fc.integer({ min: 0, max: 4_000 }),
    tariff: fc.bigInt({ min: 0n, max: 5_000_000n }),
    selfUseBps: fc.integer({ min: 0, max: 10_000 }),
    tariffGrowthBps: fc.integer({ min: -300, max: 500 }),
    rateBps: fc.integer({ min: 0, max: 1_000 }),
  })
  fc.assert(
    fc.property(terms, ({ tariff, rateBps, selfUseBps, tariffGrowthBps, ...generation }) => {
      const drawn: BondForecastTerms = {
        ...TERMS,
        rateBps,
        selfUseBps,
        tariffGrowthBps,
        tariffStroopsPerKwh: tariff,
        exportTariffStroopsPerKwh: tariff / 2n,
        generation: { ...TERMS.generation, ...generation },
      }
      const [p50, p90] = [forecastBond(drawn, 'P50'), forecastBond(drawn, 'P90')]
      const last = 2n ** 62n
      expect(p90.ownershipAt ?? last).toBeGreaterThanOrEqual(p50.ownershipAt ?? last)
      for (const { shortStroops, debtServiceStroops } of [...p50.periods, ...p90.periods]) {
        expect(shortStroops).toBeGreaterThanOrEqual(0n)
        expect(shortStroops).toBeLessThanOrEqual(debtServiceStroops)
      }
      expect(p90.periods[0]?.revenueStroops).toBeLessThanOrEqual(p50.periods[0]?.revenueStroops ?? 0n)
    }),
    { numRuns: 60 },
  )
})
