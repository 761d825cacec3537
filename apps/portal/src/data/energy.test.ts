import { expect, test } from 'vitest'
import { NO_ENERGY, sumEnergy } from './energy.ts'

const bucket = (generatedWh: string, exportedWh: string, consumedWh: string[]) => ({
  from: '2026-11-23T04:00:00Z',
  to: '2026-11-23T05:00:00Z',
  generatedWh,
  exportedWh,
  consumedWh,
})

test('what was used of the sun is what was made and not exported', () => {
  const day = [bucket('1000', '200', ['500', '700']), bucket('2000', '0', ['100', '100'])]
  expect(sumEnergy(day)).toEqual({ generatedWh: 3000n, exportedWh: 200n, usedWh: 2800n, consumedWh: 1400n })
  expect(sumEnergy(day, 1).consumedWh).toBe(800n)
  expect(sumEnergy([])).toEqual(NO_ENERGY)
})

test('more exported than made, as registers read a moment apart can say, is no use below nothing', () => {
  expect(sumEnergy([bucket('10', '12', [])]).usedWh).toBe(0n)
})
