import { expect, test } from 'vitest'
import { flowOf } from './waterfall.ts'

const FLOWS = {
  pulledStroops: '900',
  creditUsedStroops: '100',
  operationsStroops: '100',
  couponStroops: '300',
  reserveStroops: '0',
  renewalStroops: '0',
  principalStroops: '500',
  loanReturnedStroops: '50',
  surplusStroops: '50',
}

test('each step begins where the one before ended, and all of them are what came in', () => {
  const { inStroops, steps, differenceStroops } = flowOf(FLOWS)
  expect([inStroops, differenceStroops]).toEqual([1000n, 0n])
  expect(steps.map(({ bucket, fromBps, widthBps }) => [bucket, fromBps, widthBps])).toEqual([
    ['operations', 0, 1000],
    ['coupon', 1000, 3000],
    ['reserve', 4000, 0],
    ['renewal', 4000, 0],
    ['principal', 4000, 5000],
    ['loan', 9000, 500],
    ['surplus', 9500, 500],
  ])
})

test('figures that do not hang together are told, to the stroop', () => {
  expect(flowOf({ ...FLOWS, surplusStroops: '49' }).differenceStroops).toBe(1n)
})

test('nothing came in: nothing is drawn', () => {
  const nothing = Object.fromEntries(Object.keys(FLOWS).map((name) => [name, '0'])) as typeof FLOWS
  expect(flowOf(nothing).steps.every(({ widthBps }) => widthBps === 0)).toBe(true)
})
