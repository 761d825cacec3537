import { couponStroops } from './coupon.ts'
import type { DayFraction } from './day-count.ts'
import { mulDivFloor, requireNotNegative } from './money.ts'
import { err, ok, type Result } from './result.ts'

/** A coupon that pays more than interest: principal that is passed through, or equity's share of the revenue. */
export type PassThroughCoupon = {
  /** Bonds minted and not clawed back; passing principal through burns none. */
  readonly outstandingStroops: bigint
  /** Principal passed through with earlier coupons: interest runs on what is left. */
  readonly passedStroops: bigint
  /** What goes out with this coupon besides interest. */
  readonly besidesStroops: bigint
  readonly rateBps: number
  readonly period: DayFraction
}

/** What all units together get: interest on what is left of the principal, and what goes out besides. */
export function passThroughWhole(coupon: PassThroughCoupon): bigint {
  const { outstandingStroops, passedStroops, besidesStroops, rateBps, period } = coupon
  requireNotNegative('besidesStroops', besidesStroops)
  return couponStroops(outstandingStroops - passedStroops, rateBps, period) + besidesStroops
}

/**
 * A holder's leaf: `floor(units x whole / outstanding)`; 0 when nothing is outstanding.
 *
 * Law: monotone in the units, splitting a holding never earns more, and the leaves of all units lose less than a stroop each.
 * @throws {RangeError} if an operand is negative (a caller bug).
 */
export const passThroughLeafStroops = (
  unitsStroops: bigint,
  wholeStroops: bigint,
  outstandingStroops: bigint,
): bigint => (outstandingStroops === 0n ? 0n : mulDivFloor(unitsStroops, wholeStroops, outstandingStroops))

/**
 * What units that nobody can claim for are taken to get: by the whole, like a leaf; but where nothing but interest was ever
 * paid, their own interest, as of any coupon.
 */
export function passThroughUnattributed(unitsStroops: bigint, coupon: PassThroughCoupon): bigint {
  const { outstandingStroops, passedStroops, besidesStroops, rateBps, period } = coupon
  if (passedStroops + besidesStroops === 0n) return couponStroops(unitsStroops, rateBps, period)
  return passThroughLeafStroops(unitsStroops, passThroughWhole(coupon), outstandingStroops)
}

/**
 * What of a coupon's total is principal: `floor(total x besides / whole)`. Moved in one piece when the coupon is first
 * funded; the rest of the total is interest.
 */
export const passedOfTotal = (totalStroops: bigint, besidesStroops: bigint, wholeStroops: bigint): bigint =>
  wholeStroops === 0n ? 0n : mulDivFloor(totalStroops, besidesStroops, wholeStroops)

/** A root over such leaves, as proposed to the contract. */
export type PassThroughProposal = {
  readonly totalStroops: bigint
  readonly leafCount: number
  /** Units burnt, or with no known owner. */
  readonly unattributedStroops: bigint
}

export type PassThroughRefusal =
  | { readonly code: 'UNATTRIBUTED_EXCEEDS_OUTSTANDING' }
  | { readonly code: 'COUPON_TOTAL_TOO_HIGH'; readonly dustStroops: bigint }
  | { readonly code: 'COUPON_TOTAL_TOO_LOW'; readonly dustStroops: bigint }

/**
 * The contract's check of such a proposal: `unattributed <= outstanding` and
 * `0 <= whole - total - of the unattributed < leafCount + 1`. Yields the dust that rounding left.
 */
export function checkPassThroughProposal(
  { totalStroops, leafCount, unattributedStroops }: PassThroughProposal,
  coupon: PassThroughCoupon,
): Result<bigint, PassThroughRefusal> {
  requireNotNegative('totalStroops', totalStroops)
  requireNotNegative('unattributedStroops', unattributedStroops)
  if (unattributedStroops > coupon.outstandingStroops) return err({ code: 'UNATTRIBUTED_EXCEEDS_OUTSTANDING' })
  const dustStroops = passThroughWhole(coupon) - totalStroops - passThroughUnattributed(unattributedStroops, coupon)
  if (dustStroops < 0n) return err({ code: 'COUPON_TOTAL_TOO_HIGH', dustStroops })
  if (dustStroops >= BigInt(leafCount) + 1n) return err({ code: 'COUPON_TOTAL_TOO_LOW', dustStroops })
  return ok(dustStroops)
}
