import { splitByPortion } from './apportion.ts'
import { bucketsAfter, receiptOf } from './booking.ts'
import { type Escrow, positionOf } from './escrow.ts'
import { requireNotNegative } from './money.ts'
import {
  jointPrincipalNeed,
  type PrincipalPosting,
  partyPrincipalNeed,
  postJointPrincipal,
  postPartyPrincipal,
} from './principal.ts'
import { runWaterfall, type WaterfallAllocation, waterfallNeeds } from './waterfall.ts'

/** The party number on the receipt of joint (export) money. */
export const EXPORT_PARTY = 0xffff_ffff

/**
 * Where collected money went, in stroops.
 * Law: `pulled + creditUsed = operations + coupon + reserve + renewal + principal + loanReturned + surplus`.
 */
export type Receipt = {
  readonly party: number
  readonly pulled: bigint
  /** The party's credit before the call: all of it takes part, what is left of it is in `surplus`. */
  readonly creditUsed: bigint
  readonly operations: bigint
  readonly coupon: bigint
  readonly reserve: bigint
  readonly renewal: bigint
  /** Into the principal bucket. */
  readonly principal: bigint
  /** To the credits of the parties that had helped. */
  readonly loanReturned: bigint
  /** To the party's credit; for joint money to all credits, by portion. */
  readonly surplus: bigint
}

/** A party's money as the contract finds it. */
export type PartyMoney = {
  readonly party: number
  /** What was pulled from the collection account, or paid in. */
  readonly pulledStroops: bigint
  /** The part of pulled and credit that paid bills (`payBills`). */
  readonly appliedStroops: bigint
}

/** A ledger after money came in, and the receipt. */
export type Collected = { readonly escrow: Escrow; readonly receipt: Receipt }

/**
 * Books a party's payment: what paid bills runs through the waterfall, what is left is the party's credit.
 *
 * Law: the buckets' sum grows by exactly what was pulled.
 * @throws {RangeError} if more was applied than there is, or there is no such party (a caller bug).
 */
export function collectFromParty(escrow: Escrow, { party, pulledStroops, appliedStroops }: PartyMoney): Collected {
  const creditUsed = escrow.buckets.credits[party]
  if (creditUsed === undefined) throw new RangeError(`no party ${party}`)
  requireNotNegative('pulledStroops', pulledStroops)
  const unappliedStroops = pulledStroops + creditUsed - appliedStroops
  requireNotNegative('unappliedStroops', unappliedStroops)

  const needs = waterfallNeeds(positionOf(escrow, partyPrincipalNeed(escrow.accounts, party)))
  const split = runWaterfall(appliedStroops, needs)
  const posting = postPartyPrincipal(escrow.accounts, party, split.principal)
  const surplus = split.surplus + unappliedStroops
  const credits = escrow.buckets.credits
    .with(party, surplus)
    .map((credit, lender) => credit + (posting.returnedStroops[lender] ?? 0n))
  return {
    escrow: book(escrow, split, posting, credits),
    receipt: receiptOf({ party, pulled: pulledStroops, creditUsed, surplus }, split, posting),
  }
}

/**
 * Books joint money (what the utility pays for exports): through the waterfall, its surplus to the credits by portion.
 *
 * Law: the buckets' sum grows by exactly the amount.
 * @throws {RangeError} if the amount is negative (a caller bug).
 */
export function collectExport(escrow: Escrow, amountStroops: bigint): Collected {
  const needs = waterfallNeeds(positionOf(escrow, jointPrincipalNeed(escrow.accounts)))
  const split = runWaterfall(amountStroops, needs)
  const posting = postJointPrincipal(escrow.accounts, split.principal)
  const shares = splitByPortion(
    split.surplus,
    escrow.accounts.map(({ portionBps }) => portionBps),
  )
  const credits = escrow.buckets.credits.map((credit, party) => credit + (shares[party] ?? 0n))
  return {
    escrow: book(escrow, split, posting, credits),
    receipt: receiptOf(
      { party: EXPORT_PARTY, pulled: amountStroops, creditUsed: 0n, surplus: split.surplus },
      split,
      posting,
    ),
  }
}

function book(
  escrow: Escrow,
  split: WaterfallAllocation,
  posting: PrincipalPosting,
  credits: readonly bigint[],
): Escrow {
  return {
    ...escrow,
    operationsTakenStroops: escrow.operationsTakenStroops + split.operations,
    couponReceivedStroops: escrow.couponReceivedStroops + split.coupon,
    accounts: posting.accounts,
    buckets: bucketsAfter(escrow.buckets, split, posting, credits),
  }
}
