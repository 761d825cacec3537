import fc from 'fast-check'
import { expect, test } from 'vitest'
import { capacityBoundWh, formatKwh } from './energy.ts'

test('the capacity bound is exactly w x s / 3600 x 1.1', () => {
  expect(capacityBoundWh(100_000, 3_600n)).toBe(110_000n)
  fc.assert(
    fc.property(
      fc.nat(),
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      (w, s, wh) => {
        expect(wh <= capacityBoundWh(w, s)).toBe(wh * 36_000n <= BigInt(w) * s * 11n)
      },
    ),
  )
  expect(() => capacityBoundWh(-1, 1n)).toThrow(RangeError)
  expect(() => capacityBoundWh(1, -1n)).toThrow(RangeError)
})

test('kilowatt-hours are written to the watt-hour', () => {
  expect(formatKwh(1_234_567n)).toBe('1234.567')
  expect(formatKwh(-5n)).toBe('-0.005')
})
