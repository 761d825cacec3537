import { expect, test } from 'vitest'
import { readTerms } from './terms.ts'

const TERMS = {
  principalStroops: '500000000000',
  couponBps: 500,
  operationsStroops: '2500000000',
  reserveStroops: '50000000000',
  dayCount: '30/360-US',
}

test('terms are read to the stroop', () => {
  expect(readTerms(TERMS)).toEqual({
    principalStroops: 500_000_000_000n,
    couponBps: 500,
    operationsStroops: 2_500_000_000n,
    reserveStroops: 50_000_000_000n,
    dayCount: '30/360-US',
  })
})

test.each([
  [null],
  ['terms'],
  [{}],
  [{ ...TERMS, principalStroops: 5 }],
  [{ ...TERMS, principalStroops: '-1' }],
  [{ ...TERMS, couponBps: '5' }],
])('what is no terms (%o) is told so', (value) => {
  expect(readTerms(value)).toBeNull()
})
