import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runWaterfall, WATERFALL_STEPS, waterfallNeeds } from './waterfall.ts'

const amount = fc.bigInt({ min: 0n, max: 10n ** 15n })
const needs = fc.record({
  operations: amount,
  coupon: amount,
  instalment: amount,
  reserve: amount,
  renewal: amount,
  principal: amount,
})
const position = {
  matured: false,
  operationsBudgetStroops: 10n,
  operationsTakenStroops: 4n,
  couponRequiredStroops: 100n,
  couponReceivedStroops: 70n,
  reserveStroops: 5n,
  reserveRequirementStroops: 20n,
  renewalStroops: 9n,
  renewalRequirementStroops: 8n,
  principalNeedStroops: 1_000n,
}

test('every step takes what it lacks, in order, and the rest is surplus', () => {
  const needed = waterfallNeeds(position)
  expect(needed).toEqual({ operations: 6n, coupon: 30n, instalment: 0n, reserve: 15n, renewal: 0n, principal: 1_000n })
  expect(runWaterfall(40n, needed)).toEqual({
    operations: 6n,
    coupon: 30n,
    instalment: 0n,
    reserve: 4n,
    renewal: 0n,
    principal: 0n,
    surplus: 0n,
  })
  expect(runWaterfall(1_100n, needed).surplus).toBe(49n)
})

test('after maturity only operations are paid', () => {
  expect(runWaterfall(100n, waterfallNeeds({ ...position, matured: true }))).toMatchObject({
    operations: 6n,
    surplus: 94n,
  })
})

test('what received more than it requires needs nothing', () => {
  expect(waterfallNeeds({ ...position, couponReceivedStroops: 101n, operationsTakenStroops: 11n })).toMatchObject({
    coupon: 0n,
    operations: 0n,
  })
})

test('conserves the amount, never overfills, and pays a step only when all before it are full', () => {
  fc.assert(
    fc.property(amount, needs, (money, needed) => {
      const split = runWaterfall(money, needed)
      expect(WATERFALL_STEPS.reduce((total, step) => total + split[step], split.surplus)).toBe(money)
      for (const [n, step] of WATERFALL_STEPS.entries()) {
        expect(split[step] <= needed[step]).toBe(true)
        if (split[step] > 0n) {
          expect(WATERFALL_STEPS.slice(0, n).every((before) => split[before] === needed[before])).toBe(true)
        }
      }
      if (split.surplus > 0n) expect(WATERFALL_STEPS.every((step) => split[step] === needed[step])).toBe(true)
    }),
  )
})

test('a negative amount or need is a bug', () => {
  const needed = waterfallNeeds(position)
  expect(() => runWaterfall(-1n, needed)).toThrow(RangeError)
  expect(() => runWaterfall(1n, { ...needed, reserve: -1n })).toThrow(RangeError)
})
