import { Type } from '@fastify/type-provider-typebox'
import type { Database } from '@heliobond/db'
import { Value } from 'typebox/value'

/** The part that the schedule needs of the setting `project:{offeringId}`, which whoever launches an offering writes. */
const ProjectSchedule = Type.Object({
  rateBps: Type.Integer(),
  schedule: Type.Array(
    Type.Object({
      start: Type.String({ pattern: '^\\d{1,18}$' }),
      record: Type.String({ pattern: '^\\d{1,18}$' }),
      pay: Type.String({ pattern: '^\\d{1,18}$' }),
      days: Type.Integer(),
      basis: Type.Integer(),
    }),
  ),
})

/** The contracts that an offering works with. */
const ProjectContracts = Type.Object({ registry: Type.String(), tariff: Type.String(), energy: Type.String() })

/**
 * The contracts beside an offering's own.
 *
 * @throws if whoever launched it did not say them: a bug.
 */
export async function projectContractsOf(database: Database, offeringId: number) {
  const setting = await database.prisma.setting.findUnique({ where: { key: `project:${offeringId}` } })
  if (!setting || !Value.Check(ProjectContracts, setting.value)) {
    throw new Error(`setting project:${offeringId} names no contracts`)
  }
  const { registry, tariff, energy } = setting.value
  return { registry, tariff, energy }
}

/** One period as it was fixed at issue; times in Unix seconds. */
export interface SchedulePeriod {
  readonly start: bigint
  readonly record: bigint
  readonly pay: bigint
  readonly days: number
  readonly basis: number
}

export interface Schedule {
  readonly rateBps: number
  /** In order; coupon n is the period at n - 1. */
  readonly periods: readonly SchedulePeriod[]
}

/**
 * The schedule of an offering; null while none is stored.
 *
 * @throws if what is stored is no schedule: a bug of whoever wrote it.
 */
export async function scheduleOf(database: Database, offeringId: number): Promise<Schedule | null> {
  const setting = await database.prisma.setting.findUnique({ where: { key: `project:${offeringId}` } })
  if (!setting) return null
  const { value } = setting
  if (!Value.Check(ProjectSchedule, value)) throw new Error(`setting project:${offeringId} holds no schedule`)
  return {
    rateBps: value.rateBps,
    periods: value.schedule.map(({ start, record, pay, days, basis }) => ({
      start: BigInt(start),
      record: BigInt(record),
      pay: BigInt(pay),
      days,
      basis,
    })),
  }
}
