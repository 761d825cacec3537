/** What an address holds, what it has earned, and what it can claim: at the network's time, to the stroop. */
import type { Database, Offering } from '@heliobond/db'
import {
  accruedAtStroops,
  claimableStroops,
  couponStroops,
  currentYieldBps,
  type DayCount,
  mulDivFloor,
  type Period,
  sum,
  yieldToMaturityBps,
} from '@heliobond/domain'
import type { ContractTerms, TermsReader } from '../offerings/terms.ts'
import { type Schedule, scheduleOf } from '../project-schedule.ts'
import { wholeHistory } from './history.ts'
import { byOffering, lotsOf } from './lots.ts'

/** Coupons a year of the terms; the schedule says their days. */
const FREQUENCY = 2

/** One bond that the address holds, or held and has something to claim of. Amounts are stroops. */
export interface HeldBond {
  readonly offering: Offering
  readonly terms: ContractTerms | null
  readonly bondStroops: bigint
  readonly offeredStroops: bigint
  readonly accruedStroops: bigint
  readonly nextCoupon: { readonly number: number; readonly period: Period; readonly amountStroops: bigint } | null
  readonly claimable: readonly { readonly coupon: number; readonly amountStroops: bigint }[]
  readonly couponsPaidStroops: bigint
  readonly redeemedStroops: bigint
  /** What the bonds that are held now cost; null where part of it came without a price. */
  readonly costStroops: bigint | null
  readonly currentYieldBps: number | null
  readonly yieldToMaturityBps: number | null
  readonly maturesAt: bigint | null
}

/** The domain's periods of a stored schedule. */
export const periodsOf = ({ periods }: Schedule): Period[] =>
  periods.map((period, index) => ({ ...period, index: index + 1 }))

/** The day count of the terms as issued. */
export function dayCountOf(offering: Offering): DayCount {
  const { dayCount } = (offering.terms ?? {}) as { dayCount?: DayCount }
  return dayCount ?? '30/360-US'
}

export async function holdingsOf(
  database: Database,
  address: string,
  now: bigint,
  termsOf: TermsReader,
): Promise<HeldBond[]> {
  const { prisma } = database
  const [held, leaves, lines] = await Promise.all([
    prisma.holding.findMany({ where: { holder: address, stroops: { gt: 0n } } }),
    prisma.couponLeaf.findMany({ where: { holder: address } }),
    wholeHistory(database, { address }),
  ])
  const ofOffering = byOffering(lines)
  const offerings = await prisma.offering.findMany({
    where: {
      OR: [
        { bondAsset: { in: held.map(({ asset }) => asset) } },
        { id: { in: [...leaves.map(({ offeringId }) => offeringId), ...ofOffering.keys()] } },
      ],
    },
    orderBy: { id: 'asc' },
  })
  const coupons = await prisma.coupon.findMany({
    where: { offeringId: { in: offerings.map(({ id }) => id) }, totalStroops: { not: null } },
    select: { offeringId: true, number: true, totalStroops: true, fundedStroops: true, status: true },
  })
  const couponOf = new Map(coupons.map((coupon) => [`${coupon.offeringId}/${coupon.number}`, coupon]))

  return Promise.all(
    offerings.map(async (offering): Promise<HeldBond> => {
      const [schedule, terms] = await Promise.all([scheduleOf(database, offering.id), termsOf(offering)])
      const periods = schedule ? periodsOf(schedule) : []
      const rateBps = schedule?.rateBps ?? 0
      const places = held.filter(({ asset }) => asset === offering.bondAsset)
      const bondStroops = sum(places.map(({ stroops }) => stroops))
      const accruing = offering.state === 'Live' || offering.state === 'Building' || offering.state === 'Defaulted'
      const next = periods.find(({ record }) => record > now)
      const own = ofOffering.get(offering.id) ?? []
      const lots = lotsOf(own)
      const costs = lots.open.map(({ costStroops }) => costStroops)
      const costStroops = costs.includes(null) ? null : sum(costs.map((cost) => cost ?? 0n))
      const priceBps =
        costStroops !== null && bondStroops > 0n && sum(lots.open.map((lot) => lot.bondStroops)) === bondStroops
          ? Number(mulDivFloor(costStroops, 10_000n, bondStroops))
          : null
      const isBond = offering.kind === 'Bond'
      return {
        offering,
        terms,
        bondStroops,
        offeredStroops: sum(places.map((place) => place.offeredStroops)),
        accruedStroops:
          accruing && isBond
            ? accruedAtStroops(bondStroops, periods, now, {
                rateBps,
                convention: dayCountOf(offering),
                frequency: FREQUENCY,
              })
            : 0n,
        nextCoupon:
          next && isBond && bondStroops > 0n
            ? { number: next.index, period: next, amountStroops: couponStroops(bondStroops, rateBps, next) }
            : null,
        claimable: leaves.flatMap((leaf) => {
          const coupon = couponOf.get(`${leaf.offeringId}/${leaf.number}`)
          if (leaf.offeringId !== offering.id || !coupon?.totalStroops) return []
          const { totalStroops, fundedStroops } = coupon
          const { paidStroops } = leaf
          // A payment may be in the books a moment before the funding that it was paid from.
          if (paidStroops > mulDivFloor(leaf.amountStroops, fundedStroops, totalStroops)) return []
          const amountStroops = claimableStroops(leaf.amountStroops, { totalStroops, fundedStroops, paidStroops })
          return amountStroops > 0n ? [{ coupon: leaf.number, amountStroops }] : []
        }),
        couponsPaidStroops: sum(own.filter(({ kind }) => kind === 'coupon').map((line) => line.money_stroops)),
        redeemedStroops: sum(own.filter(({ kind }) => kind === 'redeemed').map((line) => line.money_stroops)),
        costStroops,
        currentYieldBps: isBond && priceBps !== null ? currentYieldBps(rateBps, priceBps) : null,
        yieldToMaturityBps:
          isBond && priceBps !== null
            ? yieldToMaturityBps({ periods, rateBps, cleanPriceBps: priceBps, nowSeconds: now, frequency: FREQUENCY })
            : null,
        maturesAt: periods.at(-1)?.pay ?? null,
      }
    }),
  )
}
