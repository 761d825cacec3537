import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { formatCivilDate, fromEpochDays, fromUnixSeconds, SECONDS_PER_DAY } from './civil-date.ts'
import { buildSchedule, runningPeriod, type ScheduleTerms, scheduleFault, scheduleHash } from './schedule.ts'

const terms = { issueDate: { year: 2026, month: 1, day: 15 }, maturityYears: 15, convention: '30/360-US' } as const

const build = (changes: Partial<ScheduleTerms> = {}) => {
  const built = buildSchedule({ ...terms, ...changes })
  if (!built.ok) throw new Error(built.error.code)
  return built.value
}

test('fifteen years of half-years are thirty periods of 180 days', () => {
  const periods = build()
  expect(periods).toHaveLength(30)
  expect(periods.every(({ days, basis }) => days === 180 && basis === 360)).toBe(true)
  expect(periods.map(({ index }) => index)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
  expect(formatCivilDate(fromUnixSeconds(periods.at(-1)?.pay ?? 0n))).toBe('2041-01-15')
  expect(periods.every(({ record, pay }) => pay - record === 15n * SECONDS_PER_DAY)).toBe(true)
})

test('every schedule is contiguous, ordered, as long as its terms, and passes the checks of the contract', () => {
  const anyTerms = fc.record({
    issueDate: fc.integer({ min: 0, max: 40_000 }).map(fromEpochDays),
    maturityYears: fc.integer({ min: 1, max: 30 }),
    frequency: fc.constantFrom(1, 2, 3, 4, 6, 12),
    convention: fc.constantFrom('30/360-US', '30E/360', 'ACT/365F', 'ACT/ACT-ICMA'),
    endOfMonth: fc.boolean(),
  })
  fc.assert(
    fc.property(anyTerms, (drawn) => {
      const periods = build(drawn)
      expect(periods).toHaveLength(drawn.maturityYears * drawn.frequency)
      expect(scheduleFault(periods)).toBeUndefined()
    }),
  )
})

test('a short month does not move the later dates', () => {
  const pays = build({ issueDate: { year: 2026, month: 8, day: 31 }, maturityYears: 2 }).map(({ pay }) =>
    formatCivilDate(fromUnixSeconds(pay)),
  )
  expect(pays).toEqual(['2027-02-28', '2027-08-31', '2028-02-29', '2028-08-31'])
})

test.each([
  [{ frequency: 5 }, 'BAD_FREQUENCY'],
  [{ frequency: 0 }, 'BAD_FREQUENCY'],
  [{ frequency: 1.5 }, 'BAD_FREQUENCY'],
  [{ maturityYears: 0 }, 'BAD_MATURITY'],
  [{ maturityYears: 1.5 }, 'BAD_MATURITY'],
  [{ maturityYears: 51, frequency: 12 }, 'BAD_MATURITY'],
  [{ recordDaysBeforePay: 0 }, 'BAD_RECORD_DAYS'],
  [{ recordDaysBeforePay: 0.5 }, 'BAD_RECORD_DAYS'],
  [{ recordDaysBeforePay: 181 }, 'BAD_RECORD_DAYS'],
])('%o is refused as %s', (changes, code) => {
  expect(buildSchedule({ ...terms, ...changes })).toMatchObject({ ok: false, error: { code } })
})

describe('faults that the contract refuses', () => {
  const [first, second] = build()
  if (!first || !second) throw new Error('schedule too short')
  test.each([
    ['EMPTY', []],
    ['NOT_CONTIGUOUS', [first, { ...second, start: second.start + 1n }]],
    ['NOT_CONTIGUOUS', [second]],
    ['OUT_OF_ORDER', [{ ...first, record: first.pay }]],
    ['OUT_OF_ORDER', [{ ...first, record: first.start }]],
    ['BAD_BASIS', [{ ...first, days: 0 }]],
    ['BAD_BASIS', [{ ...first, basis: 0 }]],
  ])('%s', (fault, periods) => {
    expect(scheduleFault(periods)).toBe(fault)
  })
})

test('the hash changes with every field of every period', () => {
  const periods = build({ maturityYears: 1 })
  const [first, second] = periods
  if (!first || !second) throw new Error('schedule too short')
  const variants = [
    periods,
    [first],
    [second, first],
    [{ ...first, start: first.start + 1n }, second],
    [{ ...first, record: first.record + 1n }, second],
    [{ ...first, pay: first.pay + 1n }, second],
    [{ ...first, days: 181 }, second],
    [first, { ...second, basis: 365 }],
  ]
  expect(new Set(variants.map((each) => toHex(scheduleHash(each)))).size).toBe(variants.length)
})

test('a moment lies in one period: from its start up to, not including, its payment', () => {
  const periods = build()
  const second = periods[1]
  if (!second) throw new Error('schedule too short')
  expect(runningPeriod(periods, second.start)?.index).toBe(2)
  expect(runningPeriod(periods, second.pay - 1n)?.index).toBe(2)
  expect(runningPeriod(periods, second.pay)?.index).toBe(3)
  expect(runningPeriod(periods, 0n)).toBeUndefined()
  expect(runningPeriod(periods, 2n ** 40n)).toBeUndefined()
})
