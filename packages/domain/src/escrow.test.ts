import { expect, test } from 'vitest'
import {
  bucketsTotalStroops,
  type Escrow,
  finalizeCoupon,
  fundCoupon,
  openEscrow,
  positionOf,
  startPeriod,
} from './escrow.ts'
import { waterfallNeeds } from './waterfall.ts'

const terms = { operationsBudgetStroops: 10n, reserveRequirementStroops: 100n, renewalRequirementStroops: 0n }
const closing = {
  outstandingStroops: 1_000n,
  portionsBps: [6_000, 4_000],
  reserveFromProceedsStroops: 100n,
  capitalizedInterestStroops: 30n,
}
const opened: Escrow = openEscrow(terms, closing)
const needs = (escrow: Escrow) => waterfallNeeds(positionOf(escrow, 0n))

test('at closing the reserve and the capitalized interest are in their buckets, which add up', () => {
  expect(opened.buckets).toMatchObject({ reserve: 100n, coupon: 30n, credits: [0n, 0n] })
  expect(bucketsTotalStroops(opened.buckets)).toBe(130n)
})

test('capitalized interest pays coupons before revenue does', () => {
  expect(needs(startPeriod(opened, 25n)).coupon).toBe(0n)
  expect(needs(startPeriod(startPeriod(opened, 25n), 25n)).coupon).toBe(20n)
})

test('a new period has a fresh operations budget', () => {
  expect(startPeriod({ ...opened, operationsTakenStroops: 10n }, 0n).operationsTakenStroops).toBe(0n)
})

test('the dust of a final coupon is never asked for', () => {
  expect(needs(finalizeCoupon(startPeriod(opened, 50n), 50n, 47n)).coupon).toBe(17n)
  expect(() => finalizeCoupon(opened, 1n, 2n)).toThrow(RangeError)
})

test('a coupon draws its bucket, then the reserve; what the reserve gave is asked for once, as reserve', () => {
  const started = startPeriod(opened, 50n)
  const { escrow, movedStroops } = fundCoupon(started, 50n)
  expect(movedStroops).toBe(50n)
  expect(escrow.buckets).toMatchObject({ coupon: 0n, reserve: 80n, couponsUnclaimed: 50n })
  expect(needs(escrow)).toMatchObject({ coupon: 0n, reserve: 20n })
  expect(bucketsTotalStroops(escrow.buckets)).toBe(bucketsTotalStroops(started.buckets))
})

test('money that does not suffice moves as far as it goes, and the rest stays in arrears', () => {
  const { escrow, movedStroops } = fundCoupon(startPeriod(opened, 500n), 500n)
  expect(movedStroops).toBe(130n)
  expect(needs(escrow)).toMatchObject({ coupon: 370n, reserve: 100n })
  expect(() => fundCoupon(escrow, -1n)).toThrow(RangeError)
})
