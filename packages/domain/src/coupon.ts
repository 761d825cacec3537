import type { DayFraction } from './day-count.ts'
import { BPS, mulDivFloor, requireNotNegative, sum } from './money.ts'
import { err, ok, type Result } from './result.ts'

/**
 * Interest on a holding over a period: `floor(holding x rate x days / (10,000 x basis))`, in stroops.
 * One bond (10^7 stroops) is one unit of principal, so holding and interest have the same unit.
 *
 * Law: monotone in the holding, and splitting a holding never earns more.
 * @example couponStroops(100_000_0000000n, 400, { days: 131, basis: 360 }) // 1_455_5555555n
 * @throws {RangeError} if an operand is negative or the basis is not positive (a caller bug).
 */
export const couponStroops = (holdingStroops: bigint, rateBps: number, { days, basis }: DayFraction): bigint =>
  mulDivFloor(holdingStroops * BigInt(rateBps), BigInt(days), BPS * BigInt(basis))

/** What the leaves of a coupon add up to: each holder's coupon is rounded down on its own. */
export const couponTotalStroops = (holdingsStroops: Iterable<bigint>, rateBps: number, fraction: DayFraction): bigint =>
  sum([...holdingsStroops].map((holding) => couponStroops(holding, rateBps, fraction)))

/** A coupon's root as proposed to the contract. */
export type CouponProposal = {
  readonly totalStroops: bigint
  readonly leafCount: number
  /** Units burnt, or with no known owner. */
  readonly unattributedStroops: bigint
}

export type CouponProposalRefusal =
  | { readonly code: 'UNATTRIBUTED_EXCEEDS_OUTSTANDING' }
  | { readonly code: 'COUPON_TOTAL_TOO_HIGH'; readonly dustStroops: bigint }
  | { readonly code: 'COUPON_TOTAL_TOO_LOW'; readonly dustStroops: bigint }

/**
 * The contract's check of a proposed coupon: `unattributed <= outstanding` and
 * `0 <= coupon(outstanding) - total - coupon(unattributed) < leafCount + 1`. Yields the dust that rounding left.
 *
 * Every honest snapshot passes, since each leaf and the unattributed rest lose less than a stroop.
 */
export function checkCouponProposal(
  { totalStroops, leafCount, unattributedStroops }: CouponProposal,
  outstandingStroops: bigint,
  rateBps: number,
  fraction: DayFraction,
): Result<bigint, CouponProposalRefusal> {
  requireNotNegative('totalStroops', totalStroops)
  requireNotNegative('unattributedStroops', unattributedStroops)
  if (unattributedStroops > outstandingStroops) return err({ code: 'UNATTRIBUTED_EXCEEDS_OUTSTANDING' })
  const whole = couponStroops(outstandingStroops, rateBps, fraction)
  const dustStroops = whole - totalStroops - couponStroops(unattributedStroops, rateBps, fraction)
  if (dustStroops < 0n) return err({ code: 'COUPON_TOTAL_TOO_HIGH', dustStroops })
  if (dustStroops >= BigInt(leafCount) + 1n) return err({ code: 'COUPON_TOTAL_TOO_LOW', dustStroops })
  return ok(dustStroops)
}

/** What has been funded of a coupon and paid to one of its leaves. */
export type CouponFunding = {
  readonly totalStroops: bigint
  readonly fundedStroops: bigint
  readonly paidStroops: bigint
}

/**
 * What a leaf can claim now: `floor(amount x funded / total) - paid`; the whole rest once the coupon is funded in full.
 *
 * Law: what all leaves were paid never exceeds what was funded, and is the total at the end.
 * @throws {RangeError} if more is funded than the total, or more was paid than was due (a caller bug).
 */
export function claimableStroops(
  amountStroops: bigint,
  { totalStroops, fundedStroops, paidStroops }: CouponFunding,
): bigint {
  if (fundedStroops > totalStroops) throw new RangeError(`funded ${fundedStroops} of ${totalStroops}`)
  if (totalStroops === 0n) return 0n
  const claimable = mulDivFloor(amountStroops, fundedStroops, totalStroops) - paidStroops
  if (claimable < 0n) throw new RangeError(`paid ${paidStroops}, more than was due by then`)
  return claimable
}
