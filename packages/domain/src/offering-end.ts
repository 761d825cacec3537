import { splitByPortion } from './apportion.ts'
import { mulDivFloor } from './money.ts'
import { type OfferingBuckets, type OfferingLedger, principalLeftStroops } from './offering-ledger.ts'
import { returnLoans } from './principal.ts'

/** A ledger whose debt is closed, what is set aside for the holders, and what went to the parties' credits. */
export type Ended = {
  readonly ledger: OfferingLedger
  readonly redemptionStroops: bigint
  readonly returnedStroops: bigint
}

/**
 * Closes the debt. What is owed is set aside from sinking fund and reserve; in default, and of equity, what the coupon bucket holds and no coupon
 * was promised is the holders' too. The rest goes to the parties by portion, a borrower's share first returning its loans.
 *
 * Law: the buckets keep their sum.
 */
export function matureLedger(ledger: OfferingLedger): Ended {
  const { buckets, rules, promisedStroops: kept } = ledger
  const owed = principalLeftStroops(ledger)
  const accrued = ledger.isDefaulted || rules.kind === 'Equity' ? buckets.coupon - kept : 0n
  const redemptionStroops = owed + accrued
  const returnedStroops = buckets.principal + buckets.reserve - owed + buckets.renewal + buckets.coupon - accrued - kept
  let { accounts } = ledger
  const credits = [...buckets.credits]
  const portions = accounts.map(({ portionBps }) => portionBps)
  for (const [party, share] of splitByPortion(returnedStroops, portions).entries()) {
    const repaid = returnLoans(accounts, party, share)
    accounts = repaid.accounts
    credits[party] = (credits[party] ?? 0n) + repaid.leftStroops
    for (const [lender, returned] of repaid.returnedStroops.entries())
      credits[lender] = (credits[lender] ?? 0n) + returned
  }
  const ended = { ...buckets, principal: 0n, reserve: 0n, renewal: 0n, coupon: kept, redemption: redemptionStroops }
  return {
    redemptionStroops,
    returnedStroops,
    ledger: { ...ledger, accounts, isEnded: true, buckets: { ...ended, credits } },
  }
}

/** The works are given up: what no party has as credit and no coupon was funded with is the holders'. */
export function unwindLedger(ledger: OfferingLedger): Ended {
  const { construction, operations, coupon, reserve, renewal, principal } = ledger.buckets
  const redemptionStroops = construction + operations + coupon + reserve + renewal + principal
  const empty = { construction: 0n, operations: 0n, coupon: 0n, reserve: 0n, renewal: 0n, principal: 0n }
  return {
    redemptionStroops,
    returnedStroops: 0n,
    ledger: {
      ...ledger,
      promisedStroops: 0n,
      isEnded: true,
      buckets: { ...ledger.buckets, ...empty, redemption: redemptionStroops },
    },
  }
}

/** What so many bonds get of what was set aside for all of them: rounded down. 0 where nothing was. */
export const redemptionPriceStroops = (bondStroops: bigint, potStroops: bigint, potUnitsStroops: bigint): bigint =>
  potUnitsStroops === 0n ? 0n : mulDivFloor(bondStroops, potStroops, potUnitsStroops)

/** Nothing is outstanding any more: what the holders' roundings left is party 0's. */
export function closeLedger(ledger: OfferingLedger): OfferingLedger {
  const { redemption, credits } = ledger.buckets
  return {
    ...ledger,
    buckets: { ...ledger.buckets, redemption: 0n, credits: credits.with(0, (credits[0] ?? 0n) + redemption) },
  }
}

/** Money goes out of a bucket: for works, to the operator, to holders. */
export const takeOut = (
  ledger: OfferingLedger,
  bucket: Exclude<keyof OfferingBuckets, 'credits'>,
  stroops: bigint,
): OfferingLedger => ({ ...ledger, buckets: { ...ledger.buckets, [bucket]: ledger.buckets[bucket] - stroops } })

/** A party's owner takes credit out. @throws {RangeError} if there is no such party */
export function withdrawCredit(ledger: OfferingLedger, party: number, stroops: bigint): OfferingLedger {
  const { credits } = ledger.buckets
  return { ...ledger, buckets: { ...ledger.buckets, credits: credits.with(party, (credits[party] ?? 0n) - stroops) } }
}
