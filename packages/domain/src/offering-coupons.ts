import { moveToCoupon } from './coupon-funding.ts'
import { max, mulDivFloor } from './money.ts'
import { interestStroops, type LedgerCoupon, type OfferingLedger } from './offering-ledger.ts'

/** A coupon as it is proposed: the sum of its leaves, and what goes out besides interest (principal, or equity's share). */
export type ProposedCoupon = { readonly number: number; readonly totalStroops: bigint; readonly besidesStroops: bigint }

/** A coupon is proposed: what goes out besides interest is promised to it. @returns what all units together get, too */
export function proposeCoupon(
  ledger: OfferingLedger,
  { number, totalStroops, besidesStroops }: ProposedCoupon,
): { ledger: OfferingLedger; wholeStroops: bigint } {
  const wholeStroops = interestStroops(ledger, number) + besidesStroops
  const principalStroops = ledger.rules.kind === 'Bond' ? besidesStroops : 0n
  const coupon: LedgerCoupon = {
    totalStroops,
    wholeStroops,
    principalStroops,
    promisedStroops: besidesStroops,
    isBegun: false,
    fundedStroops: 0n,
  }
  return {
    wholeStroops,
    ledger: {
      ...withCoupon(ledger, number, coupon),
      promisedStroops: ledger.promisedStroops + besidesStroops,
      passedStroops: ledger.passedStroops + principalStroops,
    },
  }
}

/** The trustee rejects a proposal: what was promised to it is free. */
export function voidCoupon(ledger: OfferingLedger, number: number): OfferingLedger {
  const { promisedStroops, principalStroops } = couponOf(ledger, number)
  return {
    ...ledger,
    promisedStroops: ledger.promisedStroops - promisedStroops,
    passedStroops: ledger.passedStroops - principalStroops,
  }
}

/**
 * Sets aside what there is for a coupon: its principal in one piece with the first funding, its interest by {@link moveToCoupon}, of a bond with
 * the reserve. What rounding left out of its leaves is never asked for.
 *
 * Law: the buckets keep their sum.
 */
export function fundLedgerCoupon(
  ledger: OfferingLedger,
  number: number,
): { ledger: OfferingLedger; movedStroops: bigint; drawnStroops: bigint } {
  const coupon = couponOf(ledger, number)
  const begun = coupon.isBegun ? { ledger, principalStroops: 0n } : begin(ledger, number, coupon)
  const lacking = coupon.totalStroops - coupon.fundedStroops - begun.principalStroops
  const interest = moveToCoupon(begun.ledger.buckets, lacking, ledger.rules.kind === 'Bond')
  const movedStroops = begun.principalStroops + interest.movedStroops
  const funded = { ...coupon, isBegun: true, fundedStroops: coupon.fundedStroops + movedStroops }
  return {
    movedStroops,
    drawnStroops: interest.drawnStroops,
    ledger: {
      ...withCoupon(begun.ledger, number, funded),
      couponReceivedStroops: begun.ledger.couponReceivedStroops + interest.drawnStroops,
      buckets: {
        ...interest.buckets,
        couponsUnclaimed: interest.buckets.couponsUnclaimed + begun.principalStroops,
      },
    },
  }
}

/** With the first funding its principal leaves the principal bucket, and what rounding left is asked of nobody. */
function begin(
  ledger: OfferingLedger,
  number: number,
  { totalStroops, wholeStroops, principalStroops: promised, promisedStroops }: LedgerCoupon,
): { ledger: OfferingLedger; principalStroops: bigint } {
  const principalStroops = mulDivFloor(totalStroops, promised, max(wholeStroops, 1n))
  const counted = ledger.countedStroops[number - 1]
  const letGo = ledger.rules.kind === 'Bond' && counted !== undefined ? counted - (totalStroops - principalStroops) : 0n
  return {
    principalStroops,
    ledger: {
      ...ledger,
      couponRequiredStroops: ledger.couponRequiredStroops - letGo,
      promisedStroops: ledger.promisedStroops - promisedStroops,
      buckets: { ...ledger.buckets, principal: ledger.buckets.principal - principalStroops },
    },
  }
}

function couponOf({ coupons }: OfferingLedger, number: number): LedgerCoupon {
  const coupon = coupons.get(number)
  if (!coupon) throw new RangeError(`coupon ${number} was not proposed`)
  return coupon
}

const withCoupon = (ledger: OfferingLedger, number: number, coupon: LedgerCoupon): OfferingLedger => ({
  ...ledger,
  coupons: new Map(ledger.coupons).set(number, coupon),
})
