/** Yields: ratios for people to compare bonds by. No money is computed from them, so they may be rounded. */
import type { Period } from './schedule.ts'

/** What a bond pays a year on its price, in basis points, rounded. Null for a price of 0. */
export const currentYieldBps = (rateBps: number, priceBps: number): number | null =>
  priceBps > 0 ? Math.round((rateBps * 10_000) / priceBps) : null

/** Yields are looked for between these, a year. */
const LOWEST = -0.99
const HIGHEST = 10

/** What a yield is asked for. */
export interface YieldQuestion {
  /** What is left of the schedule; the first may be running. Principal comes with the last. */
  readonly periods: readonly Period[]
  readonly rateBps: number
  /** Without accrued interest, in basis points of par. */
  readonly cleanPriceBps: number
  readonly nowSeconds: bigint
  /** Coupons a year. */
  readonly frequency: number
}

/**
 * The yield to maturity, a year, compounded as often as coupons are paid, in basis points, rounded: the rate at which all payments to come are
 * worth the price and the accrued interest now (MSRB Rule G-33, formula for more than one coupon). Null where nothing is left to be paid or no
 * rate fits.
 */
export function yieldToMaturityBps({
  periods,
  rateBps,
  cleanPriceBps,
  nowSeconds,
  frequency,
}: YieldQuestion): number | null {
  const left = periods.filter(({ pay }) => pay > nowSeconds)
  const [first] = left
  if (!first || cleanPriceBps <= 0) return null
  const couponOf = ({ days, basis }: Period) => (rateBps / 10_000) * (days / basis)
  // Of the running period only what is still to come is discounted.
  const length = Number(first.pay - first.start)
  const elapsed = nowSeconds > first.start ? Number(nowSeconds - first.start) / length : 0
  const wait = 1 - elapsed + (nowSeconds < first.start ? Number(first.start - nowSeconds) / length : 0)
  const dirtyPrice = cleanPriceBps / 10_000 + couponOf(first) * elapsed
  const worthAt = (rate: number): number =>
    left.reduce((sum, period, index) => {
      const paid = couponOf(period) + (index === left.length - 1 ? 1 : 0)
      return sum + paid / (1 + rate / frequency) ** (index + wait)
    }, 0)
  let [low, high] = [LOWEST, HIGHEST]
  if (worthAt(low) < dirtyPrice || worthAt(high) > dirtyPrice) return null
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2
    if (worthAt(middle) > dirtyPrice) low = middle
    else high = middle
  }
  return Math.round(((low + high) / 2) * 10_000)
}
