import { expect, test } from 'vitest'
import { addDays, apiMoment, dayName, dayNamed, dayStart, momentNamed, monthStart, yearStart } from './civil.ts'

const at = (text: string) => new Date(text)

test('a day of Puerto Rico begins at four in the morning, UTC', () => {
  expect(apiMoment(dayStart(at('2026-11-24T03:59:59Z')))).toBe('2026-11-23T04:00:00Z')
  expect(apiMoment(dayStart(at('2026-11-24T04:00:00Z')))).toBe('2026-11-24T04:00:00Z')
  expect(apiMoment(addDays(at('2026-02-28T04:00:00Z'), 1))).toBe('2026-03-01T04:00:00Z')
})

test('months and years begin with their first day', () => {
  expect(apiMoment(monthStart(at('2027-01-01T03:00:00Z')))).toBe('2026-12-01T04:00:00Z')
  expect(apiMoment(monthStart(at('2026-12-15T03:00:00Z'), 1))).toBe('2027-01-01T04:00:00Z')
  expect(apiMoment(monthStart(at('2027-01-15T03:00:00Z'), -1))).toBe('2026-12-01T04:00:00Z')
  expect(apiMoment(yearStart(at('2027-01-01T03:00:00Z')))).toBe('2026-01-01T04:00:00Z')
  expect(apiMoment(yearStart(at('2027-05-01T03:00:00Z'), -1))).toBe('2026-01-01T04:00:00Z')
})

test('days have names, and only those of the calendar', () => {
  expect(dayName(at('2026-11-24T03:00:00Z'))).toBe('2026-11-23')
  expect(dayNamed('2026-11-23')).toEqual(at('2026-11-23T04:00:00Z'))
  expect([dayNamed('2026-02-30'), dayNamed('today'), dayNamed('2026-13-01')]).toEqual([null, null, null])
})

test('moments have names by the clocks of Puerto Rico, and only those that clocks show', () => {
  expect(momentNamed('2026-11-23T08:30')).toEqual(at('2026-11-23T12:30:00Z'))
  expect(momentNamed('2026-11-23T23:59:59')).toEqual(at('2026-11-24T03:59:59Z'))
  for (const none of ['2026-02-30T08:30', '2026-11-23T24:00', '2026-11-23T08:60', '2026-11-23', 'now']) {
    expect(momentNamed(none)).toBeNull()
  }
})
