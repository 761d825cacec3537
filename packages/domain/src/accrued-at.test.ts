import { expect, test } from 'vitest'
import { accruedAtStroops } from './accrued-at.ts'
import { toUnixSeconds } from './civil-date.ts'
import { couponStroops } from './coupon.ts'
import { buildSchedule, type Period } from './schedule.ts'

const built = buildSchedule({ issueDate: { year: 2026, month: 12, day: 1 }, maturityYears: 2, convention: '30/360-US' })
if (!built.ok) throw new Error(built.error.code)
const periods = built.value
const terms = { rateBps: 400, convention: '30/360-US' } as const
const HOLDING = 100_000_0000000n
const on = (year: number, month: number, day: number) => toUnixSeconds({ year, month, day })

test('counts the days of the bond’s own convention up to the day', () => {
  expect(accruedAtStroops(HOLDING, periods, on(2027, 4, 12), terms)).toBe(1_455_5555555n)
  expect(accruedAtStroops(HOLDING, periods, on(2027, 4, 12) + 86_399n, terms)).toBe(1_455_5555555n)
})

test('is nothing on a payment date, before the first period and after the last', () => {
  for (const now of [on(2026, 11, 30), on(2027, 6, 1), on(2028, 12, 1), on(2040, 1, 1)]) {
    expect(accruedAtStroops(HOLDING, periods, now, terms)).toBe(0n)
  }
})

test('on a compressed clock grows with the time of the period, up to its coupon', () => {
  const compressed: Period[] = periods.map((period, index) => ({
    ...period,
    start: 1_000n + BigInt(index) * 60n,
    record: 1_050n + BigInt(index) * 60n,
    pay: 1_060n + BigInt(index) * 60n,
  }))
  const coupon = couponStroops(HOLDING, terms.rateBps, periods[0] ?? { days: 0, basis: 1 })
  expect(accruedAtStroops(HOLDING, compressed, 1_000n, terms)).toBe(0n)
  expect(accruedAtStroops(HOLDING, compressed, 1_030n, terms)).toBe(coupon / 2n)
  expect(accruedAtStroops(HOLDING, compressed, 1_059n, terms)).toBeLessThan(coupon)
})
