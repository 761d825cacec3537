import { expect, test } from 'vitest'
import { couponStop, isSettled, nextStep } from './turn-far.ts'

test('the clock goes on once statements have come within a day of it and every bill is paid', () => {
  const time = '2027-06-01T12:00:00Z'
  const paid = [{ paid: true }, { paid: true }]
  expect(isSettled({ nextFrom: '2027-06-01T11:45:00Z' }, paid, time)).toBe(true)
  expect(isSettled({ nextFrom: '2027-05-31T12:00:00Z' }, paid, time)).toBe(true)
  expect(isSettled({ nextFrom: '2027-05-30T12:00:00Z' }, paid, time)).toBe(false)
  expect(isSettled({ nextFrom: '2027-06-01T11:45:00Z' }, [{ paid: true }, { paid: false }], time)).toBe(false)
})

const period = (number: number, record: string, pay: string) => ({
  ...{ number, start: '2026-12-01T00:00:00Z', days: 180, basis: 360 },
  record: `${record}T00:00:00Z`,
  pay: `${pay}T00:00:00Z`,
})
const PERIODS = [period(1, '2027-05-17', '2027-06-01'), period(2, '2027-11-16', '2027-12-01')]
const MORNING = 50_700
const DAY = 86_400

test('the clock goes a month at most, and stops on the morning of every record date and pay date', () => {
  const step = (time: string) => nextStep(PERIODS, `${time}Z`, null)
  expect(step('2026-12-01T00:00:00')).toBe(30 * DAY)
  expect(step('2027-05-10T00:00:00')).toBe(7 * DAY + MORNING)
  expect(step('2027-05-17T14:05:00')).toBe(15 * DAY)
  expect(step('2027-06-01T14:05:00')).toBe(30 * DAY)
  expect(step('2027-12-01T14:05:00')).toBeNull()
})

test('a month that is wanted alone ends where it ends', () => {
  const time = '2027-05-20T12:00:00Z'
  expect(nextStep(PERIODS, time, Date.parse('2027-05-21T00:00:00Z'))).toBe(DAY / 2)
  expect(nextStep([], time, Date.parse('2027-05-21T00:00:00Z'))).toBe(DAY / 2)
})

test('the next coupon is the one whose day has not passed', () => {
  expect(couponStop(PERIODS, '2027-06-01T00:30:00Z')).toBe(Date.parse('2027-06-01T14:05:00Z'))
  expect(couponStop(PERIODS, '2027-06-01T14:05:00Z')).toBe(Date.parse('2027-12-01T14:05:00Z'))
  expect(couponStop(PERIODS, '2028-01-01T00:00:00Z')).toBeNull()
})
