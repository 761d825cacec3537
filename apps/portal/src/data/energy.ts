import type { ApiResult } from '../api/client.ts'
import { getEnergy } from '../api/queries.ts'
import type { EnergyBucket, EnergySeries } from '../api/types.ts'
import { apiMoment, dayStart } from './civil.ts'

/** Energy over a time, added up. What was used of the sun is what was generated and not exported. */
export interface EnergySum {
  readonly generatedWh: bigint
  readonly exportedWh: bigint
  readonly usedWh: bigint
  /** All that the parties consumed, the grid's share included. */
  readonly consumedWh: bigint
}

export const NO_ENERGY: EnergySum = { generatedWh: 0n, exportedWh: 0n, usedWh: 0n, consumedWh: 0n }

/**
 * Adds buckets up; with a party, its consumption alone.
 *
 * Law: generated = exported + used, unless more was exported than generated, as registers read a moment apart can say: then nothing was
 * used of it.
 */
export function sumEnergy(buckets: readonly EnergyBucket[], party?: number): EnergySum {
  return buckets.reduce<EnergySum>((sum, bucket) => {
    const generatedWh = sum.generatedWh + BigInt(bucket.generatedWh)
    const exportedWh = sum.exportedWh + BigInt(bucket.exportedWh)
    const consumed = bucket.consumedWh.reduce(
      (all, wh, index) => (party === undefined || party === index ? all + BigInt(wh) : all),
      0n,
    )
    const usedWh = generatedWh > exportedWh ? generatedWh - exportedWh : 0n
    return { generatedWh, exportedWh, usedWh, consumedWh: sum.consumedWh + consumed }
  }, NO_ENERGY)
}

/** The system's day so far, hour by hour. */
export const energyToday = (systemId: number, now: Date): Promise<ApiResult<EnergySeries>> =>
  getEnergy(systemId, apiMoment(dayStart(now)), apiMoment(new Date(dayStart(now).getTime() + 86_400_000)), 'hour')
