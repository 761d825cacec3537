import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accruedInterestStroops } from './accrued.ts'
import { actualDays, fromEpochDays, fromUnixSeconds, toEpochDays } from './civil-date.ts'
import { couponStroops } from './coupon.ts'
import { buildSchedule } from './schedule.ts'

const UNIT = 10_000_000n
const issueDate = { year: 2026, month: 12, day: 1 }
const terms = { rateBps: 400, convention: '30/360-US' } as const
const built = buildSchedule({ issueDate, maturityYears: 3, convention: '30/360-US' })
const periods = built.ok ? built.value : []

test('131 days of 4 % on 100,000 are 1,455.5555555', () => {
  expect(accruedInterestStroops(100_000n * UNIT, periods, { year: 2027, month: 4, day: 12 }, terms)).toBe(
    14_555_555_555n,
  )
})

test('is nothing on a payment date and outside the schedule', () => {
  for (const date of [
    issueDate,
    { year: 2027, month: 6, day: 1 },
    { year: 2026, month: 11, day: 30 },
    { year: 2029, month: 12, day: 1 },
  ]) {
    expect(accruedInterestStroops(UNIT, periods, date, terms)).toBe(0n)
  }
})

test('never falls within a period and stays at or below its coupon', () => {
  const held = 1_000n * UNIT
  fc.assert(
    fc.property(fc.nat(1_090), (offset) => {
      const date = fromEpochDays(toEpochDays(issueDate) + offset)
      const next = fromEpochDays(toEpochDays(date) + 1)
      const now = accruedInterestStroops(held, periods, date, terms)
      const paysNext = periods.some(({ pay }) => actualDays(next, fromUnixSeconds(pay)) === 0)
      if (!paysNext) expect(accruedInterestStroops(held, periods, next, terms) >= now).toBe(true)
      expect(now <= couponStroops(held, 400, { days: 180, basis: 360 })).toBe(true)
    }),
  )
})
