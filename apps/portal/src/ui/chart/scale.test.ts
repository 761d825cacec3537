import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisTicks, labelEvery } from './scale.ts'

test.each([
  [0, [0, 1]],
  [10, [0, 2.5, 5, 7.5, 10]],
  [999, [0, 250, 500, 750, 1000]],
  [41_000, [0, 20_000, 40_000, 60_000]],
])('an axis up to %d has round marks', (most, marks) => {
  expect(axisTicks(most)).toEqual(marks)
})

test('an axis always reaches its greatest value, with few marks', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e15, noNaN: true }), (most) => {
      const ticks = axisTicks(most)
      expect(ticks[0]).toBe(0)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most * (1 - 1e-9))
      expect(ticks.length).toBeLessThanOrEqual(6)
    }),
  )
})

test('labels are thinned out until they fit', () => {
  expect([labelEvery(24, 8), labelEvery(7, 8), labelEvery(0, 8), labelEvery(365, 12)]).toEqual([3, 1, 1, 31])
})
