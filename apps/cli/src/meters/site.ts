import type { MeterYear } from './year.ts'

/** The clinic's load is the school's file, begun this many rows later and wrapped round. */
export const CLINIC_SHIFT_ROWS = 8_736
/** Published median loss of output of photovoltaic systems: 0.5 % a year (Jordan and Kurtz, 2012). */
const YEARLY_OUTPUT = { numerator: 995n, denominator: 1000n }

export interface SiteOptions {
  readonly generationScale: bigint
  readonly consumptionScale: bigint
}

/** Energy of one half-hour of the whole site, in watt-hours. */
export interface SiteHalfHour {
  readonly generatedWh: bigint
  readonly exportedWh: bigint
  /** By party: the school, the clinic. */
  readonly consumedWh: readonly [bigint, bigint]
}

/**
 * Half-hour number `index` since the bond's start. The year repeats; in year y the panels make floor(Wh x scale x 0.995^y), computed in
 * whole numbers. What the two parties do not use in the half-hour is exported.
 */
export function siteHalfHour(year: MeterYear, options: SiteOptions, index: number): SiteHalfHour {
  const length = year.rows.length
  const age = BigInt(Math.floor(index / length))
  const row = index % length
  const here = year.rows[row]
  const shifted = year.rows[(row + CLINIC_SHIFT_ROWS) % length]
  if (!here || !shifted) throw new RangeError(`half-hour ${index} lies outside the year`)
  const generatedWh =
    (here.generationWh * options.generationScale * YEARLY_OUTPUT.numerator ** age) / YEARLY_OUTPUT.denominator ** age
  const school = here.consumptionWh * options.consumptionScale
  const clinic = shifted.consumptionWh * options.consumptionScale
  const spare = generatedWh - school - clinic
  return {
    generatedWh,
    exportedWh: spare > 0n ? spare : 0n,
    consumedWh: [school, clinic],
  }
}
