import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion, splitByPortion } from './apportion.ts'
import { sum } from './money.ts'

const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 16 })
const whole = fc.bigInt({ min: 0n, max: 10n ** 18n })

test.each([
  ['equal remainders go to the lower index', 10n, [1n, 1n, 1n], [4n, 3n, 3n]],
  ['the larger remainder goes first', 10n, [2n, 5n, 4n], [2n, 4n, 4n]],
  ['a weight of 0 gets nothing', 5n, [0n, 1n, 1n], [0n, 3n, 2n]],
  ['nothing to split needs no weight', 0n, [0n, 0n], [0n, 0n]],
])('%s', (_, amount, by, parts) => {
  expect(apportion(amount, by)).toEqual(parts)
})

test('conserves the whole, each part within one of its exact share', () => {
  fc.assert(
    fc.property(whole, weights, (amount, by) => {
      const total = sum(by)
      fc.pre(total > 0n)
      const parts = apportion(amount, by)
      expect(sum(parts)).toBe(amount)
      for (const [i, part] of parts.entries()) {
        const off = part * total - amount * (by[i] ?? 0n)
        expect(off < total && -off < total).toBe(true)
      }
    }),
  )
})

test('never gives more than the weight when there is no more than all weights', () => {
  fc.assert(
    fc.property(weights, fc.bigInt({ min: 0n, max: 10_000n }), (by, shareBps) => {
      const parts = apportion((sum(by) * shareBps) / 10_000n, by)
      expect(parts.every((part, i) => part <= (by[i] ?? 0n))).toBe(true)
    }),
  )
})

test('a negative amount, or one with nothing to split it by, is a bug', () => {
  expect(() => apportion(-1n, [1n])).toThrow(RangeError)
  expect(() => apportion(1n, [-1n, 2n])).toThrow(RangeError)
  expect(() => apportion(1n, [0n])).toThrow(RangeError)
})

test('portions are rounded down and party 0 takes the rest', () => {
  expect(splitByPortion(100n, [3_333, 3_333, 3_334])).toEqual([34n, 33n, 33n])
  expect(() => splitByPortion(1n, [5_000, 4_999])).toThrow(RangeError)
  expect(() => splitByPortion(1n, [10_001, -1])).toThrow(RangeError)
  expect(() => splitByPortion(-1n, [10_000])).toThrow(RangeError)
  fc.assert(
    fc.property(whole, fc.integer({ min: 0, max: 10_000 }), (amount, cut) => {
      expect(sum(splitByPortion(amount, [cut, 10_000 - cut]))).toBe(amount)
    }),
  )
})
