import { Type } from '@fastify/type-provider-typebox'
import {
  type BondForecast,
  couponStroops,
  forecastBond,
  formatUtcSeconds,
  mulDivCeil,
  type Period,
  reserveBoundStroops,
} from '@heliobond/domain'
import type { Static } from 'typebox'
import { nullable, Stroops, Timestamp, WattHours } from '../schemas/units.ts'
import type { DraftBody } from './body.ts'
import type { LaunchPlan } from './plan.ts'

const BPS = 10_000n

const Row = Type.Object({
  number: Type.Integer({ description: 'Of the coupon, from 1.' }),
  start: Timestamp('First moment of interest.'),
  record: Timestamp('Whoever holds then gets the coupon.'),
  pay: Timestamp('When it is paid.'),
  days: Type.Integer({ description: 'Of the day count.' }),
  basis: Type.Integer({ description: 'Days of its year.' }),
  couponStroops: nullable(Stroops('With everything sold; null for what bears no interest.')),
  outstandingStroops: nullable(Stroops('Principal on which it is paid.')),
})

const PeriodForecast = Type.Object({
  number: Type.Integer(),
  generatedWh: WattHours('Expected generation.'),
  revenueStroops: Stroops('Bills and exports.'),
  operationsStroops: Stroops('What operations take.'),
  debtServiceStroops: Stroops('The coupon.'),
  coverageBps: nullable(
    Type.String({ pattern: '^[0-9]+$', description: '(revenue - operations) / debt service, basis points.' }),
  ),
  shortStroops: Stroops('What the coupon lacks on its pay date, after the reserve.'),
  reserveStroops: Stroops('The reserve afterwards.'),
  sinkingFundStroops: Stroops('The sinking fund afterwards.'),
})

const Forecast = Type.Object({
  leastCoverageBps: nullable(Type.String({ pattern: '^[0-9]+$', description: 'Of any period.' })),
  ownershipAt: nullable(
    Timestamp('The pay date on which sinking fund and reserve repay everything: the parties own the system.'),
  ),
  shortAtMaturityStroops: Stroops('What principal lacks at maturity.'),
  periods: Type.Array(PeriodForecast),
})

/** What a draft comes to. */
export const Preview = Type.Object({
  schedule: Type.Array(Row),
  totalInterestStroops: nullable(Stroops('Of all coupons, with everything sold.')),
  reserveBoundStroops: nullable(Stroops('The most that a debt service reserve may hold.')),
  proceeds: nullable(
    Type.Object({
      atMinimumStroops: Stroops('What the smallest sale brings.'),
      atCapStroops: Stroops('What the whole sale brings.'),
      constructionAtMinimumStroops: Stroops('Of that for the works.'),
      constructionAtCapStroops: Stroops('Of that for the works.'),
    }),
  ),
  forecast: nullable(Type.Object({ P50: Forecast, P90: Forecast })),
})

/**
 * What a draft comes to: schedule and debt service to the stroop, and a forecast by the very ledger that the escrow keeps. Pure.
 *
 * @param schedule where the schedule alone is complete
 * @param plan where nothing is in the way of a launch
 */
export function previewOf(
  body: DraftBody,
  schedule: readonly Period[] | null,
  plan: LaunchPlan | null,
): Static<typeof Preview> | null {
  if (schedule === null) return null
  const cap = BigInt(body.sale?.capStroops ?? 0)
  const rateBps = body.terms?.rateBps ?? 0
  const isBond = (body.kind ?? 'Bond') === 'Bond' && cap > 0n
  const rows = schedule.map((period) => ({
    number: period.index,
    start: formatUtcSeconds(period.start),
    record: formatUtcSeconds(period.record),
    pay: formatUtcSeconds(period.pay),
    days: period.days,
    basis: period.basis,
    couponStroops: isBond ? couponStroops(cap, rateBps, period).toString() : null,
    outstandingStroops: isBond ? cap.toString() : null,
  }))
  const total = rows.reduce((sum, row) => sum + BigInt(row.couponStroops ?? 0), 0n)
  return {
    schedule: rows,
    totalInterestStroops: isBond ? total.toString() : null,
    reserveBoundStroops: isBond ? reserveBoundStroops(cap, rateBps, schedule).toString() : null,
    proceeds: plan && proceedsOf(plan),
    forecast: plan && forecastOf(body, plan),
  }
}

function proceedsOf({ terms }: LaunchPlan) {
  const bring = (stroops: bigint) => mulDivCeil(stroops, BigInt(terms.priceBps), BPS)
  const setAside = terms.reserveFromProceedsStroops + terms.capitalizedInterestStroops
  const [least, most] = [bring(terms.minimumStroops), bring(terms.capStroops)]
  return {
    atMinimumStroops: least.toString(),
    atCapStroops: most.toString(),
    constructionAtMinimumStroops: (least - setAside).toString(),
    constructionAtCapStroops: (most - setAside).toString(),
  }
}

/** Null without assumptions, and for what has no debt service. */
function forecastOf(body: DraftBody, { terms, schedule, system }: LaunchPlan) {
  const assumed = body.forecast ?? {}
  const { specificYieldKwh, tariffStroopsPerKwh } = assumed
  if (terms.kind !== 'Bond' || specificYieldKwh === undefined || tariffStroopsPerKwh === undefined) return null
  const of = (percentile: 'P50' | 'P90') =>
    toForecast(
      forecastBond(
        {
          principalStroops: terms.capStroops,
          rateBps: terms.rateBps,
          periods: schedule,
          escrow: {
            operationsBudgetStroops: terms.operationsBudgetStroops,
            reserveRequirementStroops: terms.reserveRequirementStroops,
            renewalRequirementStroops: terms.renewalRequirementStroops,
          },
          reserveFromProceedsStroops: terms.reserveFromProceedsStroops,
          capitalizedInterestStroops: terms.capitalizedInterestStroops,
          callNoticeSeconds: terms.callNoticeSeconds,
          generation: {
            capacityW: system.capacityW,
            specificYieldKwh,
            degradationBps: assumed.degradationBps ?? 50,
            uncertaintyBps: assumed.uncertaintyBps ?? 800,
          },
          selfUseBps: assumed.selfUseBps ?? 10_000,
          tariffStroopsPerKwh: BigInt(tariffStroopsPerKwh),
          exportTariffStroopsPerKwh: BigInt(assumed.exportTariffStroopsPerKwh ?? 0),
          tariffGrowthBps: assumed.tariffGrowthBps ?? 0,
        },
        percentile,
      ),
    )
  return { P50: of('P50'), P90: of('P90') }
}

/** A forecast as it is published. */
export const toForecast = (forecast: BondForecast): Static<typeof Forecast> => ({
  leastCoverageBps: forecast.leastCoverageBps?.toString() ?? null,
  ownershipAt: forecast.ownershipAt === null ? null : formatUtcSeconds(forecast.ownershipAt),
  shortAtMaturityStroops: forecast.shortAtMaturityStroops.toString(),
  periods: forecast.periods.map((period) => ({
    number: period.number,
    generatedWh: period.generatedWh.toString(),
    revenueStroops: period.revenueStroops.toString(),
    operationsStroops: period.operationsStroops.toString(),
    debtServiceStroops: period.debtServiceStroops.toString(),
    coverageBps: period.coverageBps?.toString() ?? null,
    shortStroops: period.shortStroops.toString(),
    reserveStroops: period.reserveStroops.toString(),
    sinkingFundStroops: period.sinkingFundStroops.toString(),
  })),
})
