import { expect, test } from 'vitest'
import { columnsOf } from './half-hours.ts'

test('columns stand in step with one another', () => {
  const bucket = (from: string) => ({
    from,
    to: from,
    generatedWh: '1500',
    exportedWh: '500',
    consumedWh: ['2000', '250'],
  })
  const series = [
    { systemId: 1, modelled: false, data: [bucket('2026-01-01T00:00:00Z')] },
    { systemId: 1, modelled: false, data: [bucket('2026-01-01T00:30:00Z')] },
  ]
  expect(columnsOf(series)).toEqual({
    at: [1_767_225_600, 1_767_227_400],
    generatedKwh: [1.5, 1.5],
    exportedKwh: [0.5, 0.5],
    consumedKwh: [2.25, 2.25],
  })
  expect(columnsOf(series, 1).consumedKwh).toEqual([0.25, 0.25])
})
