import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  actualDays,
  addMonths,
  formatCivilDate,
  fromEpochDays,
  fromUnixSeconds,
  isEndOfMonth,
  parseCivilDate,
  secondOfDay,
  toEpochDays,
  toUnixSeconds,
} from './civil-date.ts'

const day = (text: string) => {
  const parsed = parseCivilDate(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

test('agrees with the platform calendar on every day of 400 years, and back', () => {
  for (let days = -100_000; days < 146_097 - 100_000 + 60_000; days += 1) {
    const date = fromEpochDays(days)
    if (toEpochDays(date) !== days) expect(toEpochDays(date)).toBe(days)
    if (days % 97 === 0) expect(formatCivilDate(date)).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10))
  }
})

test('a day holds its seconds', () => {
  expect(toUnixSeconds(day('2026-11-22'))).toBe(BigInt(Date.parse('2026-11-22T00:00:00Z') / 1000))
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 10n), max: 10n ** 11n }), (seconds) => {
      expect(toUnixSeconds(fromUnixSeconds(seconds)) + secondOfDay(seconds)).toBe(seconds)
      expect(secondOfDay(seconds) >= 0n && secondOfDay(seconds) < 86_400n).toBe(true)
    }),
  )
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-02-28', 6, '2026-08-28'],
])('%s + %i months is %s', (from, months, to) => {
  expect(formatCivilDate(addMonths(day(from), months))).toBe(to)
})

test('by the end-of-month rule, the last day stays the last', () => {
  expect(formatCivilDate(addMonths(day('2026-02-28'), 6, { endOfMonth: true }))).toBe('2026-08-31')
  expect(formatCivilDate(addMonths(day('2024-02-28'), 6, { endOfMonth: true }))).toBe('2024-08-28')
  expect(isEndOfMonth(day('2100-02-28'))).toBe(true)
  expect(isEndOfMonth(day('2026-04-30'))).toBe(true)
})

test.each([
  ['2026-2-01', 'MALFORMED_DATE'],
  ['', 'MALFORMED_DATE'],
  ['2026-13-01', 'NO_SUCH_DATE'],
  ['2026-00-01', 'NO_SUCH_DATE'],
  ['2026-02-29', 'NO_SUCH_DATE'],
  ['2026-02-00', 'NO_SUCH_DATE'],
])('%j is refused as %s', (text, code) => {
  expect(parseCivilDate(text)).toEqual({ ok: false, error: { code, text } })
})

test('days between count the first and not the last', () => {
  expect(actualDays(day('2026-02-28'), day('2026-03-31'))).toBe(31)
})
