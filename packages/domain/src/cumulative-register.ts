import { capacityBoundWh, MAX_U64 } from './energy.ts'
import { max, min, requireNotNegative } from './money.ts'

/** How far back a correction can reach: 31 days, as the energy contract has it. */
export const CORRECTION_WINDOW_SECONDS = 31n * 86_400n

/**
 * What a system has generated or exported in total, corrections included, and by how much later corrections may still raise it: the energy
 * contract's own count.
 */
export type CumulativeRegister = {
  readonly totalWh: bigint
  /** Grows by what each interval's capacity bound left unused, falls by what corrections used; at most the bound of the window. */
  readonly slackWh: bigint
}

export const EMPTY_REGISTER: CumulativeRegister = { totalWh: 0n, slackWh: 0n }

/** What of an interval's energy and of a correction the contract will take, and the register after it. */
export type RegisterAdvance = {
  /** At least 0, at most the interval's capacity bound. */
  readonly intervalWh: bigint
  /** Of what was recorded before the interval; below 0 takes away. */
  readonly correctionWh: bigint
  readonly register: CumulativeRegister
}

/**
 * Brings a register as near to what is known as the contract allows in one statement.
 *
 * `knownFromWh` and `knownToWh` are cumulative: what is known now of the register at the interval's start and end. The interval gets their
 * difference, the correction what is known of the past and was not booked. What exceeds the interval's bound or the slack is left for the
 * statements to come, since each starts from what was booked.
 *
 * Laws: the contract takes the outcome; `register.totalWh = before.totalWh + intervalWh + correctionWh`; it is `knownToWh` when nothing is clipped.
 * @throws {RangeError} if what is known falls within the interval (a caller bug: registers are cumulative).
 */
export function advanceRegister(
  before: CumulativeRegister,
  knownFromWh: bigint,
  knownToWh: bigint,
  capacityW: bigint,
  seconds: bigint,
): RegisterAdvance {
  const rise = knownToWh - knownFromWh
  requireNotNegative('energy of the interval', rise)
  const bound = capacityBoundWh(capacityW, seconds)
  const window = capacityBoundWh(capacityW, CORRECTION_WINDOW_SECONDS)
  const correctionWh = clampCorrection(before, knownFromWh - before.totalWh, window)
  const intervalWh = min(min(rise, bound), MAX_U64 - before.totalWh - max(correctionWh, 0n))
  return { intervalWh, correctionWh, register: registerAfter(before, intervalWh, correctionWh, capacityW, seconds) }
}

/**
 * The register after a statement that the contract took.
 * @throws {RangeError} if the total falls below 0, which the contract takes from nobody.
 */
export function registerAfter(
  before: CumulativeRegister,
  intervalWh: bigint,
  correctionWh: bigint,
  capacityW: bigint,
  seconds: bigint,
): CumulativeRegister {
  const totalWh = before.totalWh + correctionWh + intervalWh
  requireNotNegative('cumulative register', totalWh)
  const unused = max(capacityBoundWh(capacityW, seconds) - intervalWh, 0n)
  const window = capacityBoundWh(capacityW, CORRECTION_WINDOW_SECONDS)
  return { totalWh, slackWh: min(before.slackWh - correctionWh + unused, window) }
}

function clampCorrection({ totalWh, slackWh }: CumulativeRegister, wanted: bigint, window: bigint): bigint {
  if (wanted > 0n) return min(wanted, slackWh)
  return max(wanted, -min(window, totalWh))
}
