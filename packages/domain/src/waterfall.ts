import { max, min, requireNotNegative } from './money.ts'

/** The steps of the waterfall, in the order in which they are paid. What is left is surplus. */
export const WATERFALL_STEPS = ['operations', 'coupon', 'instalment', 'reserve', 'renewal', 'principal'] as const

/** The name of a step. */
export type WaterfallStep = (typeof WATERFALL_STEPS)[number]

/** What each step can still take, in stroops. */
export type WaterfallNeeds = { readonly [step in WaterfallStep]: bigint }

/** How an amount was split, in stroops. */
export type WaterfallAllocation = WaterfallNeeds & { readonly surplus: bigint }

/**
 * Splits an amount by fixed priorities: each step takes what it can until the money ends; the rest is surplus.
 *
 * Laws: the parts add up to the amount; no step takes more than its need; a step gets something only when every step
 * before it is full.
 * @throws {RangeError} if the amount or a need is negative (a caller bug).
 */
export function runWaterfall(amountStroops: bigint, needs: WaterfallNeeds): WaterfallAllocation {
  requireNotNegative('amountStroops', amountStroops)
  let surplus = amountStroops
  const take = (step: WaterfallStep): bigint => {
    requireNotNegative(step, needs[step])
    const taken = min(surplus, needs[step])
    surplus -= taken
    return taken
  }
  const operations = take('operations')
  const coupon = take('coupon')
  const instalment = take('instalment')
  const reserve = take('reserve')
  const renewal = take('renewal')
  const principal = take('principal')
  return { operations, coupon, instalment, reserve, renewal, principal, surplus }
}

/** Where an offering stands when money comes in. */
export type WaterfallPosition = {
  readonly matured: boolean
  readonly operationsBudgetStroops: bigint
  /** What operations took in the running period. */
  readonly operationsTakenStroops: bigint
  /** The coupons of all periods that have started. */
  readonly couponRequiredStroops: bigint
  /** All that the coupon bucket ever got. */
  readonly couponReceivedStroops: bigint
  readonly reserveStroops: bigint
  readonly reserveRequirementStroops: bigint
  readonly renewalStroops: bigint
  readonly renewalRequirementStroops: bigint
  /** What principal can take: the joint need, and for a party's own money its loans as well. */
  readonly principalNeedStroops: bigint
}

/**
 * What each step can take. Arrears of coupons come first by themselves, since what is required is counted from the start.
 * After maturity only operations are paid. These terms have no scheduled instalment: its need is 0.
 */
export function waterfallNeeds(position: WaterfallPosition): WaterfallNeeds {
  const operations = missing(position.operationsBudgetStroops, position.operationsTakenStroops)
  if (position.matured) return { operations, coupon: 0n, instalment: 0n, reserve: 0n, renewal: 0n, principal: 0n }
  return {
    operations,
    coupon: missing(position.couponRequiredStroops, position.couponReceivedStroops),
    instalment: 0n,
    reserve: missing(position.reserveRequirementStroops, position.reserveStroops),
    renewal: missing(position.renewalRequirementStroops, position.renewalStroops),
    principal: position.principalNeedStroops,
  }
}

const missing = (required: bigint, present: bigint): bigint => max(required - present, 0n)
