import { expect, test } from 'vitest'
import { energyText, kilowattHours, powerText } from './energy.ts'

test('energy takes the unit that reads best and is never rounded up', () => {
  const read = (wh: bigint) => {
    const { value, unit } = energyText(wh, 'es')
    return `${value} ${unit}`
  }
  expect([0n, 999n, 1_000n, 1_999n, 9_999_999n, 10_000_000n, -2_500n].map(read)).toEqual([
    '0 Wh',
    '999 Wh',
    '1.0 kWh',
    '1.9 kWh',
    '9,999.9 kWh',
    '10.00 MWh',
    '-2.5 kWh',
  ])
  expect(energyText(123_456_789n, 'en').exact).toBe('123,456,789 Wh')
})

test('kilowatt-hours keep every watt-hour', () => {
  expect([0n, 1n, 1_000n, 10_000n, 1_234_567n, -20n].map((wh) => kilowattHours(wh, 'en'))).toEqual([
    '0',
    '0.001',
    '1',
    '10',
    '1,234.567',
    '-0.02',
  ])
})

test('power is in watts or kilowatts', () => {
  expect([0n, 850n, 12_345n, -1_500n].map((watts) => powerText(watts, 'en'))).toEqual([
    '0 W',
    '850 W',
    '12.3 kW',
    '-1.5 kW',
  ])
})
