import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, fromEpochDays, parseCivilDate } from './civil-date.ts'
import { countDays, DAY_COUNT_CODES, type DayCount, dayFraction } from './day-count.ts'

const day = (text: string) => {
  const parsed = parseCivilDate(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

// The plain rule of the Standard Securities Calculation Methods.
test.each([
  ['2026-01-15', '2026-07-15', 180],
  ['2026-01-31', '2026-02-28', 28],
  ['2026-01-30', '2026-03-31', 60],
  ['2026-02-28', '2026-03-31', 33],
  ['2024-02-29', '2024-08-31', 182],
  ['2026-12-01', '2027-04-12', 131],
])('30/360 US counts %s to %s as %i days', (from, to, days) => {
  expect(countDays('30/360-US', day(from), day(to))).toBe(days)
})

test.each([
  ['30E/360', '2026-02-28', '2026-03-31', 32, 360],
  ['ACT/365F', '2024-02-29', '2024-08-31', 184, 365],
  ['ACT/ACT-ICMA', '2026-01-15', '2026-04-15', 90, 362],
] as const)('%s counts %s to %s as %i of %i', (convention, from, to, days, basis) => {
  const period = { periodStart: day('2026-01-15'), periodEnd: day('2026-07-15'), frequency: 2 }
  expect(dayFraction(convention, day(from), day(to), period)).toEqual({ days, basis })
})

test('a whole ICMA period is exactly one over the frequency', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom(1, 2, 4, 12), (start, frequency) => {
      const periodStart = fromEpochDays(start)
      const periodEnd = addMonths(periodStart, 12 / frequency)
      const { days, basis } = dayFraction('ACT/ACT-ICMA', periodStart, periodEnd, { periodStart, periodEnd, frequency })
      expect(days * frequency).toBe(basis)
    }),
  )
})

test('no convention counts time backwards or differs from the calendar by more than a week in a year', () => {
  const conventions = Object.keys(DAY_COUNT_CODES).filter((name): name is DayCount => name in DAY_COUNT_CODES)
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40_000 }),
      fc.nat(366),
      fc.constantFrom(...conventions),
      (start, length, name) => {
        const days = countDays(name, fromEpochDays(start), fromEpochDays(start + length))
        expect(days).toBeGreaterThanOrEqual(0)
        expect(Math.abs(days - length)).toBeLessThanOrEqual(7)
      },
    ),
  )
})

test('codes are fixed for ever', () => {
  expect(DAY_COUNT_CODES).toEqual({ '30/360-US': 0, '30E/360': 1, 'ACT/365F': 2, 'ACT/ACT-ICMA': 3 })
})
