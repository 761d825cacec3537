import { moveToCoupon } from './coupon-funding.ts'
import { requireNotNegative, sum } from './money.ts'
import { openPrincipalAccounts, type PrincipalAccount } from './principal.ts'
import type { WaterfallPosition } from './waterfall.ts'

/** The buckets that collected money moves through, in stroops. */
export type EscrowBuckets = {
  readonly operations: bigint
  readonly coupon: bigint
  readonly reserve: bigint
  readonly renewal: bigint
  readonly principal: bigint
  readonly redemption: bigint
  /** Moved to final coupons and not yet claimed. */
  readonly couponsUnclaimed: bigint
  /** By party index. */
  readonly credits: readonly bigint[]
}

/** The fixed amounts of the terms, in stroops. */
export type EscrowTerms = {
  readonly operationsBudgetStroops: bigint
  readonly reserveRequirementStroops: bigint
  readonly renewalRequirementStroops: bigint
}

/** An offering's ledger from closing on, as the `offering` contract keeps it. */
export type Escrow = {
  readonly terms: EscrowTerms
  readonly matured: boolean
  /** Principal outstanding. */
  readonly outstandingStroops: bigint
  readonly operationsTakenStroops: bigint
  readonly couponRequiredStroops: bigint
  readonly couponReceivedStroops: bigint
  readonly buckets: EscrowBuckets
  readonly accounts: readonly PrincipalAccount[]
}

/** What is set aside from the proceeds at closing. */
export type ClosingAmounts = {
  readonly outstandingStroops: bigint
  readonly portionsBps: readonly number[]
  readonly reserveFromProceedsStroops: bigint
  readonly capitalizedInterestStroops: bigint
}

/** The ledger at closing: the reserve and the capitalized interest are funded from the proceeds, the rest went to construction. */
export function openEscrow(terms: EscrowTerms, closing: ClosingAmounts): Escrow {
  return {
    terms,
    matured: false,
    outstandingStroops: closing.outstandingStroops,
    operationsTakenStroops: 0n,
    couponRequiredStroops: 0n,
    couponReceivedStroops: closing.capitalizedInterestStroops,
    buckets: {
      operations: 0n,
      coupon: closing.capitalizedInterestStroops,
      reserve: closing.reserveFromProceedsStroops,
      renewal: 0n,
      principal: 0n,
      redemption: 0n,
      couponsUnclaimed: 0n,
      credits: closing.portionsBps.map(() => 0n),
    },
    accounts: openPrincipalAccounts(closing.outstandingStroops, closing.portionsBps),
  }
}

/** All money of the buckets: what the escrow must hold for them. */
export const bucketsTotalStroops = ({ credits, ...buckets }: EscrowBuckets): bigint =>
  sum(Object.values(buckets)) + sum(credits)

/** Where the waterfall stands, for a principal need that depends on whose money it is. */
export const positionOf = (escrow: Escrow, principalNeedStroops: bigint): WaterfallPosition => ({
  ...escrow.terms,
  matured: escrow.matured,
  operationsTakenStroops: escrow.operationsTakenStroops,
  couponRequiredStroops: escrow.couponRequiredStroops,
  couponReceivedStroops: escrow.couponReceivedStroops,
  reserveStroops: escrow.buckets.reserve,
  renewalStroops: escrow.buckets.renewal,
  principalNeedStroops,
})

/**
 * A period starts: operations have a fresh budget, and the period's whole coupon on what is outstanding is required. Pass
 * a coupon of 0 for a period that starts at or after a call date.
 */
export const startPeriod = (escrow: Escrow, couponStroops: bigint): Escrow => ({
  ...escrow,
  operationsTakenStroops: 0n,
  couponRequiredStroops: escrow.couponRequiredStroops + couponStroops,
})

/**
 * A coupon becomes final: what rounding and unattributed units left of the required coupon is never asked for.
 * @throws {RangeError} if the total exceeds what was required for it (a caller bug: the proposal was checked).
 */
export function finalizeCoupon(escrow: Escrow, wholeCouponStroops: bigint, totalStroops: bigint): Escrow {
  requireNotNegative('wholeCouponStroops - totalStroops', wholeCouponStroops - totalStroops)
  return { ...escrow, couponRequiredStroops: escrow.couponRequiredStroops - (wholeCouponStroops - totalStroops) }
}

/** Funds a final coupon of a bond by {@link moveToCoupon}: what it lacks from the coupon bucket, then from the reserve. */
export function fundCoupon(escrow: Escrow, lackingStroops: bigint): { escrow: Escrow; movedStroops: bigint } {
  const { buckets, movedStroops, drawnStroops } = moveToCoupon(escrow.buckets, lackingStroops, true)
  const couponReceivedStroops = escrow.couponReceivedStroops + drawnStroops
  return { movedStroops, escrow: { ...escrow, couponReceivedStroops, buckets } }
}
