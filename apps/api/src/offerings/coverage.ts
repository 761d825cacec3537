/** How far revenue covers debt service, period by period. */
import type { Database, Offering } from '@heliobond/db'
import { couponStroops, mulDivFloor } from '@heliobond/domain'
import type { Schedule, SchedulePeriod } from '../project-schedule.ts'

/** One coupon period. Amounts are stroops. */
export interface PeriodCoverage {
  readonly number: number
  readonly period: SchedulePeriod
  readonly revenueStroops: bigint
  readonly operationsStroops: bigint
  /** Revenue less operations: what is there for debt service. */
  readonly netRevenueStroops: bigint
  readonly debtServiceStroops: bigint
  /** Net revenue over debt service; null where no debt service is due. */
  readonly ratioBps: bigint | null
}

/**
 * Debt service coverage of every period that has started: (revenue - operations) / the coupon of the period.
 *
 * Revenue is what receipts of the waterfall took in within the period (pulled, not what credit gave again); the coupon is what was proposed for it,
 * else what is outstanding earns. Principal is no scheduled payment of these bonds: it is repaid out of what is left.
 */
export async function coverageOf(
  { pool, prisma }: Database,
  offering: Offering,
  schedule: Schedule,
  now: bigint,
): Promise<PeriodCoverage[]> {
  const started = schedule.periods.filter(({ start }) => start <= now)
  if (started.length === 0) return []
  const [{ rows }, coupons] = await Promise.all([
    pool.query<{ place: bigint; revenue: bigint; operations: bigint }>(
      `select p.place, coalesce(sum(c.pulled_stroops), 0)::int8 as revenue, coalesce(sum(c.operations_stroops), 0)::int8 as operations
       from unnest($2::int8[], $3::int8[]) with ordinality as p(start, pay, place)
       left join collection c on c.offering_id = $1 and c.at >= p.start and c.at < p.pay group by p.place order by p.place`,
      [offering.id, started.map(({ start }) => start), started.map(({ pay }) => pay)],
    ),
    prisma.coupon.findMany({ where: { offeringId: offering.id }, select: { number: true, totalStroops: true } }),
  ])
  const totals = new Map(coupons.map(({ number, totalStroops }) => [number, totalStroops]))
  return started.map((period, index) => {
    const { revenue = 0n, operations = 0n } = rows[index] ?? {}
    const debtService = totals.get(index + 1) ?? couponStroops(offering.outstandingStroops, schedule.rateBps, period)
    const net = revenue - operations
    return {
      number: index + 1,
      period,
      revenueStroops: revenue,
      operationsStroops: operations,
      netRevenueStroops: net,
      debtServiceStroops: debtService,
      ratioBps: debtService === 0n ? null : mulDivFloor(net < 0n ? 0n : net, 10_000n, debtService),
    }
  })
}
