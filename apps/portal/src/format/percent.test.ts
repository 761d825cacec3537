import { expect, test } from 'vitest'
import { readPercentBps } from './percent.ts'

test.each([
  ['60', 6_000],
  ['12.5', 1_250],
  ['0.05', 5],
  ['100', 10_000],
  ['100.01', null],
  ['-1', null],
  ['1.234', null],
  ['', null],
  ['a tenth', null],
])('%o is so many basis points: %o', (typed, bps) => {
  expect(readPercentBps(typed)).toBe(bps)
})
