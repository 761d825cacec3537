import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveToCoupon } from './coupon-funding.ts'

const stroops = fc.bigInt({ min: 0n, max: 10n ** 18n })

test('a coupon is funded from its own bucket first, then from the reserve where that may be drawn', () => {
  const buckets = { coupon: 30n, reserve: 50n, couponsUnclaimed: 1n }
  expect(moveToCoupon(buckets, 20n, true)).toEqual({
    ...{ movedStroops: 20n, drawnStroops: 0n },
    buckets: { coupon: 10n, reserve: 50n, couponsUnclaimed: 21n },
  })
  expect(moveToCoupon(buckets, 45n, true)).toEqual({
    ...{ movedStroops: 45n, drawnStroops: 15n },
    buckets: { coupon: 0n, reserve: 35n, couponsUnclaimed: 46n },
  })
  expect(moveToCoupon(buckets, 45n, false)).toMatchObject({ movedStroops: 30n, drawnStroops: 0n })
  expect(() => moveToCoupon(buckets, -1n, true)).toThrow(RangeError)
})

test('the buckets keep their sum, and no more is moved than is lacking or there', () => {
  fc.assert(
    fc.property(stroops, stroops, stroops, stroops, fc.boolean(), (coupon, reserve, unclaimed, lacking, mayDraw) => {
      const before = { coupon, reserve, couponsUnclaimed: unclaimed }
      const { buckets, movedStroops } = moveToCoupon(before, lacking, mayDraw)
      expect(buckets.coupon + buckets.reserve + buckets.couponsUnclaimed).toBe(coupon + reserve + unclaimed)
      const there = coupon + (mayDraw ? reserve : 0n)
      expect(movedStroops).toBe(lacking < there ? lacking : there)
    }),
  )
})
