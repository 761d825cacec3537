import { min, requireNotNegative } from './money.ts'

/** The buckets that a coupon is funded from, and the one that it waits in until its holders claim it. */
type CouponBuckets = { readonly coupon: bigint; readonly reserve: bigint; readonly couponsUnclaimed: bigint }

/** What was moved to a coupon, in stroops, and the buckets after it. */
export type CouponFunding<Buckets extends CouponBuckets> = {
  readonly buckets: Buckets
  readonly movedStroops: bigint
  /** What of it the reserve gave: the coupon bucket counts it as received, or the same coupon would be asked for twice. */
  readonly drawnStroops: bigint
}

/**
 * Moves what a coupon still lacks out of the coupon bucket, then, where it may be drawn, out of the reserve.
 *
 * Law: the buckets keep their sum; `moved = min(lacking, coupon bucket + reserve that may be drawn)`.
 *
 * @throws {RangeError} if less than nothing is lacking (a caller bug).
 */
export function moveToCoupon<Buckets extends CouponBuckets>(
  buckets: Buckets,
  lackingStroops: bigint,
  mayDrawReserve: boolean,
): CouponFunding<Buckets> {
  requireNotNegative('lackingStroops', lackingStroops)
  const fromCoupon = min(lackingStroops, buckets.coupon)
  const drawnStroops = mayDrawReserve ? min(lackingStroops - fromCoupon, buckets.reserve) : 0n
  const movedStroops = fromCoupon + drawnStroops
  return {
    movedStroops,
    drawnStroops,
    buckets: {
      ...buckets,
      coupon: buckets.coupon - fromCoupon,
      reserve: buckets.reserve - drawnStroops,
      couponsUnclaimed: buckets.couponsUnclaimed + movedStroops,
    },
  }
}
