/** How much a solar system is expected to generate: a forecast for people and terms, never a bill. All in integers, so that it is the same everywhere. */
import { BPS, requireNotNegative } from './money.ts'

/** What a forecast rests on. */
export type GenerationAssumptions = {
  /** Rated power, W. */
  readonly capacityW: bigint
  /** What a kilowatt of rated power generates in a first year, kWh: of an irradiation data set for the site. P50: as likely more as less. */
  readonly specificYieldKwh: number
  /** What is lost of it a year, in basis points of the year before: 50 (0.5 %) is the median of the field (Jordan et al. 2016). */
  readonly degradationBps: number
  /** One standard deviation of a year's yield, resource and model together, in basis points of P50. */
  readonly uncertaintyBps: number
}

/** Half of all outcomes lie above P50, nine of ten above P90. */
export type Percentile = 'P50' | 'P90'

/** The 90th percentile of the normal distribution, times 10,000. */
const Z90 = 12_816n
/** Parts of a year's generation by month near 18 degrees north, in basis points: the sun's height and the rains. */
const MONTHLY_BPS = [790n, 790n, 900n, 900n, 890n, 880n, 890n, 880n, 820n, 800n, 730n, 730n]
const MOST_YEARS = 60

/** What share of P50 a percentile is, in basis points; at least 0. */
export function percentileBps(percentile: Percentile, uncertaintyBps: number): bigint {
  requireNotNegative('uncertaintyBps', BigInt(uncertaintyBps))
  if (percentile === 'P50') return BPS
  const margin = (Z90 * BigInt(uncertaintyBps)) / 10_000n
  return margin >= BPS ? 0n : BPS - margin
}

/**
 * Generation of a month, watt-hours: of the year counted from 0, of the calendar month counted from 1.
 *
 * Law: the months of a year add up to the year, to 12 watt-hours; no year is above the one before.
 * @throws {RangeError} for a month or a year that is none (a caller bug).
 */
export function monthlyGenerationWh(
  { capacityW, specificYieldKwh, degradationBps, uncertaintyBps }: GenerationAssumptions,
  percentile: Percentile,
  year: number,
  month: number,
): bigint {
  const share = MONTHLY_BPS[month - 1]
  if (share === undefined) throw new RangeError(`not a month: ${month}`)
  if (!Number.isInteger(year) || year < 0 || year > MOST_YEARS) throw new RangeError(`not a year: ${year}`)
  requireNotNegative('capacityW', capacityW)
  // kWh of a kilowatt are Wh of a watt.
  let yearWh = capacityW * BigInt(specificYieldKwh)
  for (let past = 0; past < year; past += 1) yearWh = (yearWh * (BPS - BigInt(degradationBps))) / BPS
  return (yearWh * percentileBps(percentile, uncertaintyBps) * share) / (BPS * BPS)
}
