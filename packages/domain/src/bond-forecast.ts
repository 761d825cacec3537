/** A bond's life forecast from its terms and its sun: run through the very ledger that the escrow keeps, month by month. */

import { costMilli } from './billing.ts'
import { decideCall, matureEscrow } from './bond-life.ts'
import { addMonths, fromUnixSeconds, toUnixSeconds } from './civil-date.ts'
import { collectFromParty } from './collect.ts'
import { couponStroops } from './coupon.ts'
import { type Escrow, type EscrowTerms, fundCoupon, openEscrow, startPeriod } from './escrow.ts'
import { type GenerationAssumptions, monthlyGenerationWh, type Percentile } from './generation-forecast.ts'
import { BPS, max, min, mulDivFloor } from './money.ts'
import type { Period } from './schedule.ts'

/** What a bond is forecast from. Amounts are stroops. */
export type BondForecastTerms = {
  readonly principalStroops: bigint
  readonly rateBps: number
  readonly periods: readonly Period[]
  readonly escrow: EscrowTerms
  readonly reserveFromProceedsStroops: bigint
  readonly capitalizedInterestStroops: bigint
  /** Seconds between a call and its date, at least. */
  readonly callNoticeSeconds: bigint
  readonly generation: GenerationAssumptions
  /** What of the generation is used on site, and so billed, in basis points; the rest is exported. */
  readonly selfUseBps: number
  /** Price of what is used, per kWh. */
  readonly tariffStroopsPerKwh: bigint
  /** Price of what is exported, per kWh. */
  readonly exportTariffStroopsPerKwh: bigint
  /** What the tariff rises a year, in basis points; below 0 it falls. */
  readonly tariffGrowthBps: number
}

/** One coupon period as forecast. */
export type PeriodForecast = {
  readonly number: number
  readonly start: bigint
  readonly pay: bigint
  readonly generatedWh: bigint
  readonly revenueStroops: bigint
  readonly operationsStroops: bigint
  /** The coupon on what is outstanding. */
  readonly debtServiceStroops: bigint
  /** (revenue - operations) / debt service, in basis points; null without debt service. */
  readonly coverageBps: bigint | null
  /** What the coupon lacked on its pay date, after the reserve. */
  readonly shortStroops: bigint
  readonly reserveStroops: bigint
  readonly sinkingFundStroops: bigint
}

export type BondForecast = {
  readonly periods: readonly PeriodForecast[]
  /** The pay date on which sinking fund and reserve repay everything, with the notice: the day of ownership. Null: not before maturity. */
  readonly ownershipAt: bigint | null
  /** What principal lacks at maturity; 0 where it is repaid. */
  readonly shortAtMaturityStroops: bigint
  /** The least coverage of any period. */
  readonly leastCoverageBps: bigint | null
}

/**
 * Forecasts the bond.
 *
 * Every month's generation is billed at the tariff of its year and collected through the waterfall; periods start, coupons are funded on their pay
 * dates and the bond is called as soon as it may be. Nobody pays late in it: it shows what the sun and the terms allow.
 *
 * Law: for the same terms P90 is repaid no earlier than P50.
 */
export function forecastBond(terms: BondForecastTerms, percentile: Percentile): BondForecast {
  const couponOf = (period: Period) => couponStroops(terms.principalStroops, terms.rateBps, period)
  let escrow: Escrow = openEscrow(terms.escrow, {
    outstandingStroops: terms.principalStroops,
    portionsBps: [10_000],
    reserveFromProceedsStroops: terms.reserveFromProceedsStroops,
    capitalizedInterestStroops: terms.capitalizedInterestStroops,
  })
  const periods: PeriodForecast[] = []
  let callDate: bigint | null = null
  const origin = terms.periods[0]?.start ?? 0n
  for (const period of terms.periods) {
    if (callDate !== null && period.start >= callDate) break
    escrow = startPeriod(escrow, couponOf(period))
    const before = escrow
    let generatedWh = 0n
    let revenueStroops = 0n
    for (const month of monthsOf(period)) {
      const { wh, stroops } = revenueOf(terms, percentile, origin, month)
      generatedWh += wh
      revenueStroops += stroops
      escrow = collectFromParty(escrow, {
        party: 0,
        pulledStroops: stroops,
        appliedStroops: stroops + creditOf(escrow),
      }).escrow
      const { periods: all, callNoticeSeconds: noticeSeconds } = terms
      const called = decideCall(escrow, { periods: all, nowSeconds: month.end, noticeSeconds, couponOf })
      if (called.ok) callDate ??= called.value
    }
    const lacking = couponOf(period)
    const funded = fundCoupon(escrow, lacking)
    escrow = funded.escrow
    const operationsStroops = escrow.buckets.operations - before.buckets.operations
    periods.push({
      number: period.index,
      start: period.start,
      pay: period.pay,
      generatedWh,
      revenueStroops,
      operationsStroops,
      debtServiceStroops: lacking,
      coverageBps: lacking === 0n ? null : mulDivFloor(max(revenueStroops - operationsStroops, 0n), BPS, lacking),
      shortStroops: lacking - funded.movedStroops,
      reserveStroops: escrow.buckets.reserve,
      sinkingFundStroops: escrow.buckets.principal,
    })
  }
  const matured = matureEscrow(escrow)
  const coverages = periods.flatMap(({ coverageBps }) => (coverageBps === null ? [] : [coverageBps]))
  return {
    periods,
    ownershipAt: callDate,
    shortAtMaturityStroops: matured.ok || matured.error.code !== 'PRINCIPAL_SHORT' ? 0n : matured.error.shortStroops,
    leastCoverageBps: coverages.length === 0 ? null : coverages.reduce((least, one) => min(least, one)),
  }
}

interface Month {
  readonly start: bigint
  readonly end: bigint
}

/** The calendar months of a period, counted from its start; the last may be shorter. */
function monthsOf({ start, pay }: Period): Month[] {
  const months: Month[] = []
  const first = fromUnixSeconds(start)
  for (let ordinal = 0, at = start; at < pay; ordinal += 1) {
    const end = min(toUnixSeconds(addMonths(first, ordinal + 1)), pay)
    months.push({ start: at, end })
    at = end
  }
  return months
}

const YEAR_SECONDS = 31_557_600n

function revenueOf(terms: BondForecastTerms, percentile: Percentile, origin: bigint, { start }: Month) {
  const year = Number((start - origin) / YEAR_SECONDS)
  const wh = monthlyGenerationWh(terms.generation, percentile, year, fromUnixSeconds(start).month)
  const used = (wh * BigInt(terms.selfUseBps)) / BPS
  const milli =
    costMilli(used, grown(terms.tariffStroopsPerKwh, terms.tariffGrowthBps, year)) +
    costMilli(wh - used, grown(terms.exportTariffStroopsPerKwh, terms.tariffGrowthBps, year))
  return { wh, stroops: milli / 1_000n }
}

function grown(price: bigint, growthBps: number, years: number): bigint {
  let now = price
  for (let year = 0; year < years; year += 1) now = (now * (BPS + BigInt(growthBps))) / BPS
  return now
}

const creditOf = ({ buckets }: Escrow): bigint => buckets.credits[0] ?? 0n
