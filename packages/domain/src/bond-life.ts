import { splitByPortion } from './apportion.ts'
import type { Escrow } from './escrow.ts'
import { max } from './money.ts'
import { type PrincipalAccount, returnLoans } from './principal.ts'
import { err, ok, type Result } from './result.ts'
import type { Period } from './schedule.ts'

/** Whether sinking fund and reserve together repay everything outstanding. */
export const coversPrincipal = ({ buckets, outstandingStroops }: Escrow): boolean =>
  buckets.principal + buckets.reserve >= outstandingStroops

/** The pay date a call made now would be for: the first that leaves the terms' notice; undefined after the last. */
export const callDateOf = (periods: readonly Period[], nowSeconds: bigint, noticeSeconds: bigint): bigint | undefined =>
  periods.find(({ pay }) => pay >= nowSeconds + noticeSeconds)?.pay

export type CallRefusal =
  | { readonly code: 'NO_CALL_DATE' }
  | { readonly code: 'NOT_COVERED'; readonly shortStroops: bigint }

/** What a call is decided on. */
export type CallQuestion = {
  readonly periods: readonly Period[]
  readonly nowSeconds: bigint
  readonly noticeSeconds: bigint
  /** The whole coupon of one period on what is outstanding. */
  readonly couponOf: (period: Period) => bigint
}

/**
 * Whether the bond may be called now, and for which date: sinking fund and reserve must cover the principal and what the
 * coupon bucket still lacks for every period that starts before that date.
 *
 * What the bucket already got is left out on both sides, so that no stroop covers two things.
 */
export function decideCall(
  escrow: Escrow,
  { periods, nowSeconds, noticeSeconds, couponOf }: CallQuestion,
): Result<bigint, CallRefusal> {
  const callDate = callDateOf(periods, nowSeconds, noticeSeconds)
  if (callDate === undefined) return err({ code: 'NO_CALL_DATE' })
  let requiredStroops = escrow.couponRequiredStroops
  for (const period of periods) {
    // Periods that have started are in the ledger's requirement already.
    if (period.start > nowSeconds && period.start < callDate) requiredStroops += couponOf(period)
  }
  const couponNeedStroops = max(requiredStroops - escrow.couponReceivedStroops, 0n)
  const shortStroops = escrow.outstandingStroops + couponNeedStroops - escrow.buckets.principal - escrow.buckets.reserve
  return shortStroops > 0n ? err({ code: 'NOT_COVERED', shortStroops }) : ok(callDate)
}

export type MatureRefusal =
  | { readonly code: 'ALREADY_MATURED' }
  | { readonly code: 'PRINCIPAL_SHORT'; readonly shortStroops: bigint }

/**
 * Closes the debt: sets the whole principal aside for redemption, from the sinking fund, then the reserve; what remains of
 * sinking fund, reserve, renewal and coupon bucket goes to the parties by portion, a borrower's share first returning its
 * loans, oldest first. Whether the date has come and every coupon is funded is the caller's to check.
 *
 * Laws: buckets keep their sum; redemption holds exactly what is outstanding; ownership is then whole.
 */
export function matureEscrow(escrow: Escrow): Result<Escrow, MatureRefusal> {
  if (escrow.matured) return err({ code: 'ALREADY_MATURED' })
  const { buckets, outstandingStroops } = escrow
  const restStroops = buckets.principal + buckets.reserve - outstandingStroops
  if (restStroops < 0n) return err({ code: 'PRINCIPAL_SHORT', shortStroops: -restStroops })

  const shares = splitByPortion(
    restStroops + buckets.renewal + buckets.coupon,
    escrow.accounts.map(({ portionBps }) => portionBps),
  )
  const credits = [...buckets.credits]
  let accounts: readonly PrincipalAccount[] = escrow.accounts
  for (const [party, share] of shares.entries()) {
    const repaid = returnLoans(accounts, party, share)
    accounts = repaid.accounts
    credits[party] = (credits[party] ?? 0n) + repaid.leftStroops
    for (const [lender, returned] of repaid.returnedStroops.entries())
      credits[lender] = (credits[lender] ?? 0n) + returned
  }
  return ok({
    ...escrow,
    matured: true,
    accounts,
    buckets: {
      ...buckets,
      coupon: 0n,
      reserve: 0n,
      renewal: 0n,
      principal: 0n,
      redemption: outstandingStroops,
      credits,
    },
  })
}
