import { expect, test } from 'vitest'
import { isSettled } from './turn-far.ts'

test('the clock goes on once statements have come within a day of it and every bill is paid', () => {
  const time = '2027-06-01T12:00:00Z'
  const paid = [{ paid: true }, { paid: true }]
  expect(isSettled({ nextFrom: '2027-06-01T11:45:00Z' }, paid, time)).toBe(true)
  expect(isSettled({ nextFrom: '2027-05-31T12:00:00Z' }, paid, time)).toBe(true)
  expect(isSettled({ nextFrom: '2027-05-30T12:00:00Z' }, paid, time)).toBe(false)
  expect(isSettled({ nextFrom: '2027-06-01T11:45:00Z' }, [{ paid: true }, { paid: false }], time)).toBe(false)
})
