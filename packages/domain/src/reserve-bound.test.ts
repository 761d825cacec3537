import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CivilDate } from './civil-date.ts'
import { couponStroops } from './coupon.ts'
import { reserveBoundStroops } from './reserve-bound.ts'
import { buildSchedule } from './schedule.ts'

const UNIT = 10_000_000n
const scheduleOf = (maturityYears: number) => {
  const issueDate = { year: 2027, month: 1, day: 1 }
  const built = buildSchedule({ issueDate, maturityYears, convention: '30/360-US' })
  if (!built.ok) throw new Error(built.error.code)
  return built.value
}

describe('a reserve is bound by the least of three', () => {
  test('a tenth of the principal, for most bonds', () => {
    expect(reserveBoundStroops(50_000n * UNIT, 500, scheduleOf(15))).toBe(5_000n * UNIT)
  })

  test('an average year and a quarter, for a long bond at a low rate', () => {
    const bound = reserveBoundStroops(100_000n * UNIT, 100, scheduleOf(30))
    expect(bound).toBe((130_000n * UNIT * 5n) / 4n / 30n)
  })
})

describe('years are counted by the calendar', () => {
  const averageYears = (issueDate: CivilDate, maturityYears: number, endOfMonth = false) => {
    const built = buildSchedule({ issueDate, maturityYears, convention: '30/360-US', endOfMonth })
    if (!built.ok) throw new Error(built.error.code)
    // Without interest the bound is five quarters of the principal, divided by the years.
    return (1_000_000n * 5n) / 4n / reserveBoundStroops(1_000_000n, 0, built.value)
  }

  test.each([
    ['from 1 January', { year: 2027, month: 1, day: 1 }, false],
    ['from 1 March of a leap year', { year: 2028, month: 3, day: 1 }, false],
    ['from a leap day', { year: 2028, month: 2, day: 29 }, false],
    [
      'from the end of a February to that of a leap year, at the ends of months',
      { year: 2027, month: 2, day: 28 },
      true,
    ],
  ])('fifteen, sixteen or seventeen years %s are so many', (_, issueDate, endOfMonth) => {
    for (const years of [15, 16, 17]) expect(averageYears(issueDate, years, endOfMonth)).toBe(BigInt(years))
  })
})

test('no prong is exceeded, whatever the terms', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 16n }),
      fc.integer({ min: 0, max: 2_000 }),
      fc.integer({ min: 1, max: 30 }),
      (principal, rateBps, years) => {
        const schedule = scheduleOf(years)
        const bound = reserveBoundStroops(principal, rateBps, schedule)
        const interest = schedule.map((period) => couponStroops(principal, rateBps, period))
        const service = interest.reduce((sum, one) => sum + one, principal)
        expect(bound <= principal / 10n).toBe(true)
        expect(bound <= (service * 5n) / (4n * BigInt(years))).toBe(true)
        expect(bound <= (interest.at(-1) ?? 0n) + (interest.at(-2) ?? 0n) + principal).toBe(true)
      },
    ),
  )
})

test('no period is a bug', () => {
  expect(() => reserveBoundStroops(1n, 0, [])).toThrow(RangeError)
})
