import { describe, expect, test } from 'vitest'
import { apiMoment, dayName } from '../data/civil.ts'
import { comparable, type PeriodQuery, periodOf } from './period.ts'

/** A Wednesday, 11:30 in Puerto Rico. */
const NOW = new Date('2026-11-25T15:30:00Z')

function told(query: PeriodQuery) {
  const { from, to, step, before, earlier, later } = periodOf(query, NOW)
  return {
    days: [dayName(from), dayName(to)],
    step,
    before: [dayName(before.from), dayName(before.to)],
    earlier,
    later,
  }
}

describe('a period', () => {
  test('is today unless the address says otherwise', () => {
    const today = {
      days: ['2026-11-25', '2026-11-26'],
      step: 'hour',
      before: ['2026-11-24', '2026-11-25'],
      earlier: '2026-11-24',
      later: null,
    }
    expect(told({})).toEqual(today)
    expect(told({ unit: 'eon', at: 'soon' })).toEqual(today)
    expect(told({ unit: 'day', at: '2030-01-01' })).toEqual(today)
    expect(told({ unit: 'custom', from: '2026-11-02', to: '2026-11-01' })).toEqual(today)
  })

  test('is a week from Monday, a month or a year of the calendar', () => {
    expect(told({ unit: 'week', at: '2026-11-22' })).toMatchObject({
      days: ['2026-11-16', '2026-11-23'],
      step: 'day',
      before: ['2026-11-09', '2026-11-16'],
      later: '2026-11-23',
    })
    expect(told({ unit: 'month', at: '2026-03-31' })).toMatchObject({
      days: ['2026-03-01', '2026-04-01'],
      before: ['2026-02-01', '2026-03-01'],
      earlier: '2026-02-01',
    })
    expect(told({ unit: 'year', at: '2025-07-01' })).toMatchObject({
      days: ['2025-01-01', '2026-01-01'],
      step: 'month',
      before: ['2024-01-01', '2025-01-01'],
      later: '2026-01-01',
    })
  })

  test('may be any days, its last one included', () => {
    expect(told({ unit: 'custom', from: '2026-11-01', to: '2026-11-10' })).toMatchObject({
      days: ['2026-11-01', '2026-11-11'],
      step: 'day',
      before: ['2026-10-22', '2026-11-01'],
    })
    expect(told({ unit: 'custom', from: '2026-01-01', to: '2026-10-31' }).step).toBe('month')
    expect(told({ unit: 'custom', from: '2000-01-01', to: '2026-10-31' }).days).toEqual(['2026-11-25', '2026-11-26'])
  })

  test('that is not over is compared with as much of the one before', () => {
    const span = comparable(periodOf({}, NOW), NOW)
    expect([apiMoment(span.from), apiMoment(span.to)]).toEqual(['2026-11-24T04:00:00Z', '2026-11-24T15:30:00Z'])
    expect(comparable(periodOf({ at: '2026-11-20' }, NOW), NOW)).toEqual(periodOf({ at: '2026-11-20' }, NOW).before)
  })
})
