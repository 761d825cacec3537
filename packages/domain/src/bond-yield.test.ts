import { expect, test } from 'vitest'
import { currentYieldBps, yieldToMaturityBps } from './bond-yield.ts'
import { toUnixSeconds } from './civil-date.ts'
import { buildSchedule } from './schedule.ts'

const issueDate = { year: 2027, month: 1, day: 15 }
const built = buildSchedule({ issueDate, maturityYears: 10, convention: '30/360-US' })
if (!built.ok) throw new Error(built.error.code)
const question = { periods: built.value, rateBps: 500, nowSeconds: toUnixSeconds(issueDate), frequency: 2 }

test('at par a bond yields its coupon, below more, above less', () => {
  expect(yieldToMaturityBps({ ...question, cleanPriceBps: 10_000 })).toBe(500)
  // The textbook: 5 % for ten years at 95 yields 5.6617 % compounded twice a year.
  expect(yieldToMaturityBps({ ...question, cleanPriceBps: 9_500 })).toBe(566)
  expect(yieldToMaturityBps({ ...question, cleanPriceBps: 10_500 })).toBe(438)
})

test('half-way through a period a par bond still yields its coupon, nearly: accrued interest is simple', () => {
  const now = toUnixSeconds({ year: 2027, month: 4, day: 15 })
  const found = yieldToMaturityBps({ ...question, nowSeconds: now, cleanPriceBps: 10_000 })
  expect(found).toBeGreaterThanOrEqual(499)
  expect(found).toBeLessThanOrEqual(500)
})

test('without payments to come, or without a price, there is no yield', () => {
  const after = toUnixSeconds({ year: 2040, month: 1, day: 1 })
  expect(yieldToMaturityBps({ ...question, nowSeconds: after, cleanPriceBps: 10_000 })).toBeNull()
  expect(yieldToMaturityBps({ ...question, cleanPriceBps: 0 })).toBeNull()
})

test('the current yield is the coupon over the price', () => {
  expect(currentYieldBps(500, 9_500)).toBe(526)
  expect(currentYieldBps(500, 0)).toBeNull()
})
