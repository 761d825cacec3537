import { apportion } from './apportion.ts'
import { max, requireNotNegative, sum } from './money.ts'

/** What a system's meters measured in one interval. */
export type IntervalEnergy = {
  readonly generatedWh: bigint
  readonly exportedWh: bigint
  /** What each party used, by party index. */
  readonly consumedWh: readonly bigint[]
  /** By how much what was generated before this interval is corrected; 0 when it is not said. */
  readonly generatedCorrectionWh?: bigint
  /** By how much what was exported before this interval is corrected; 0 when it is not said. */
  readonly exportedCorrectionWh?: bigint
}

/** What was exported, correction included; below 0 when more is taken back than was exported. */
export const netExportWh = ({ exportedWh, exportedCorrectionWh = 0n }: IntervalEnergy): bigint =>
  exportedWh + exportedCorrectionWh

/** Whose the solar energy of an interval is. */
export type EnergyShares = {
  /** Solar energy delivered to each party: what it is billed for. */
  readonly deliveredWh: readonly bigint[]
  /** What exceeds all consumption: recorded, billed to nobody. */
  readonly unattributedWh: bigint
  /** By how much exports exceeded generation, or a correction took away: made good by the next intervals first. */
  readonly negativeWh: bigint
}

/**
 * Shares the solar energy delivered in an interval among the parties by what each consumed.
 *
 * The pool is generated - exported, corrections of both included, - what is carried negative. Each party gets its part by
 * largest remainder, ties to the lower index, never more than it consumed.
 *
 * Laws: `sum(delivered) + unattributed - negative === net generated - net exported - carriedNegative`; delivered never
 * exceeds consumed; of unattributed and negative at most one is not 0.
 * @throws {RangeError} if an energy but for a correction is negative (a caller bug: registers never fall).
 */
export function shareDelivered(interval: IntervalEnergy, carriedNegativeWh: bigint): EnergyShares {
  const { generatedWh, exportedWh, consumedWh, generatedCorrectionWh = 0n } = interval
  requireNotNegative('generatedWh', generatedWh)
  requireNotNegative('exportedWh', exportedWh)
  requireNotNegative('carriedNegativeWh', carriedNegativeWh)
  for (const wh of consumedWh) requireNotNegative('consumedWh', wh)

  const poolWh = generatedWh + generatedCorrectionWh - netExportWh(interval) - carriedNegativeWh
  const totalConsumedWh = sum(consumedWh)
  if (poolWh <= 0n) return { deliveredWh: consumedWh.map(() => 0n), unattributedWh: 0n, negativeWh: -poolWh }
  if (poolWh >= totalConsumedWh) {
    return { deliveredWh: [...consumedWh], unattributedWh: max(poolWh - totalConsumedWh, 0n), negativeWh: 0n }
  }
  return { deliveredWh: apportion(poolWh, consumedWh), unattributedWh: 0n, negativeWh: 0n }
}
