import { expect, test } from 'vitest'
import { yieldsAt } from './yields.ts'

const half = (number: number, start: string, pay: string) => ({
  ...{ number, days: 180, basis: 360 },
  start: `${start}T00:00:00Z`,
  record: `${start}T00:00:00Z`,
  pay: `${pay}T00:00:00Z`,
})
const facts = {
  periods: [half(1, '2027-01-01', '2027-07-01'), half(2, '2027-07-01', '2028-01-01')],
  rateBps: 500,
  now: String(Date.parse('2027-01-01T00:00:00Z') / 1_000),
}

test('at par a bond yields its rate, below par more, and most to maturity', () => {
  expect(yieldsAt(facts, 10_000)).toEqual({ currentBps: 500, maturityBps: 500 })
  const { currentBps = 0, maturityBps = 0 } = yieldsAt(facts, 9_800) ?? {}
  expect(currentBps).toBe(510)
  expect(maturityBps).toBeGreaterThan(700)
})

test('nothing is told of a price of nothing, nor after the last payment', () => {
  expect(yieldsAt(facts, 0)).toBeNull()
  expect(yieldsAt({ ...facts, now: String(Date.parse('2029-01-01T00:00:00Z') / 1_000) }, 10_000)).toBeNull()
})
