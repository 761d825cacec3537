import type { Quantity, Sample } from '../source/meter-source.ts'
import type { Totals } from '../source/registers.ts'
import { wholeWattHours } from '../source/total.ts'

/** Energy by quantity, whole watt-hours. */
export type Energies = Partial<Record<Quantity, bigint>>

/** Whether two instruments tell the same story. Shown, never billed. */
export type Plausibility =
  | { readonly state: 'unknown' }
  | { readonly state: 'agrees' | 'differs'; readonly seconds: number; readonly detail: string }

/** The totals of a sample, by quantity. */
export function energiesOf(sample: Sample, totals: Totals): Energies {
  const energies: Energies = {}
  for (const [name, { quantity }] of Object.entries(sample.counters)) {
    const total = totals[name]
    if (total) energies[quantity] = (energies[quantity] ?? 0n) + wholeWattHours(total)
  }
  return energies
}

/** Rounding and the moment between the two looks. */
const SLACK_WH = 5n

/**
 * Compares what two instruments counted over the same time, for every quantity that both know.
 *
 * @param toleranceBps of the larger one.
 */
export function comparePlausibility(
  main: { readonly from: Energies; readonly to: Energies },
  other: { readonly from: Energies; readonly to: Energies },
  seconds: number,
  toleranceBps: number,
): Plausibility {
  const differences: string[] = []
  let compared = 0
  for (const quantity of ['generated', 'imported', 'exported', 'consumed'] as const) {
    const [mainWh, otherWh] = [riseOf(main, quantity), riseOf(other, quantity)]
    if (mainWh === undefined || otherWh === undefined) continue
    compared += 1
    const [larger, smaller] = mainWh > otherWh ? [mainWh, otherWh] : [otherWh, mainWh]
    if (larger - smaller > SLACK_WH + (larger * BigInt(toleranceBps)) / 10_000n) {
      differences.push(`${quantity} ${mainWh} and ${otherWh} Wh`)
    }
  }
  if (compared === 0) return { state: 'unknown' }
  return differences.length === 0
    ? { state: 'agrees', seconds, detail: '' }
    : { state: 'differs', seconds, detail: differences.join('; ') }
}

function riseOf({ from, to }: { from: Energies; to: Energies }, quantity: Quantity): bigint | undefined {
  const [before, after] = [from[quantity], to[quantity]]
  return before === undefined || after === undefined ? undefined : after - before
}
