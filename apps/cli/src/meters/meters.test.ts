import { describe, expect, test } from 'vitest'
import { MeterDataError, parseMeterCsv } from './csv.ts'
import { modelYear } from './model.ts'
import { CLINIC_SHIFT_ROWS, siteHalfHour } from './site.ts'

describe('meter data', () => {
  test('columns are found by name, in any order', () => {
    expect(parseMeterCsv('generation_wh,start,consumption_wh\n5,x,7\n')).toEqual([
      { consumptionWh: 7n, generationWh: 5n },
    ])
  })
  test.each([
    ['no header', '1,2,3\n', /first line/],
    ['a negative value', 'start,consumption_wh,generation_wh\na,-1,2\n', /line 2: consumption_wh/],
    ['a decimal', 'start,consumption_wh,generation_wh\na,1,2\nb,1,2.5\n', /line 3: generation_wh/],
    ['no rows', 'start,consumption_wh,generation_wh\n', /no row/],
  ])('%s is refused in words', (_, text, message) => {
    expect(() => parseMeterCsv(text)).toThrow(message)
    expect(() => parseMeterCsv(text)).toThrow(MeterDataError)
  })
})

describe('the modelled year', () => {
  const year = modelYear(new Date('2026-07-01T04:00:00Z'))
  test('a kWp makes about 1,500 kWh, none of it at night, and the label says modelled', () => {
    const made = year.rows.reduce((sum, row) => sum + row.generationWh, 0n)
    expect(made).toBeGreaterThan(1_420_000n)
    expect(made).toBeLessThan(1_580_000n)
    expect(year.rows[0]?.generationWh).toBe(0n) // midnight in San Juan
    expect(year.modelled).toBe(true)
  })
  test('is the same year for the same seed and another for another', () => {
    expect(modelYear(new Date('2026-07-01T04:00:00Z')).rows).toEqual(year.rows)
    expect(modelYear(new Date('2026-07-01T04:00:00Z'), 7).rows).not.toEqual(year.rows)
  })
})

describe('the site', () => {
  const rows = Array.from({ length: 17_520 }, (_, i) => ({
    consumptionWh: BigInt(i % 7),
    generationWh: BigInt(i % 11),
  }))
  const year = { source: 'test', modelled: true, rows }
  const options = { generationScale: 80n, consumptionScale: 20n }
  test('exports exactly what the two do not use', () => {
    for (const index of [0, 10, 500, 17_519, 17_520, 40_000]) {
      const { generatedWh, exportedWh, consumedWh } = siteHalfHour(year, options, index)
      const used = consumedWh[0] + consumedWh[1]
      expect(exportedWh).toBe(generatedWh > used ? generatedWh - used : 0n)
    }
  })
  test('shifts the clinic and wraps round', () => {
    expect(siteHalfHour(year, options, 0).consumedWh[1]).toBe(BigInt(CLINIC_SHIFT_ROWS % 7) * 20n)
    expect(siteHalfHour(year, options, 17_519).consumedWh[1]).toBe(
      BigInt(((17_519 + CLINIC_SHIFT_ROWS) % 17_520) % 7) * 20n,
    )
  })
  test('loses half a percent of output a year, in whole watt-hours', () => {
    expect(siteHalfHour(year, options, 10).generatedWh).toBe(800n)
    expect(siteHalfHour(year, options, 10 + 17_520).generatedWh).toBe(796n)
    expect(siteHalfHour(year, options, 10 + 2 * 17_520).generatedWh).toBe(792n) // 792.02
  })
})
