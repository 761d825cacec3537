import type { MeterSource, Sample } from '../source/meter-source.ts'
import { addSample, type Totals } from '../source/registers.ts'
import { comparePlausibility, type Energies, energiesOf, type Plausibility } from './plausibility.ts'

/** Over at least so long two instruments are compared: shorter, and the moment between the looks would count. */
const WINDOW_SECONDS = 900

interface Point {
  readonly at: bigint
  readonly main: Energies
  readonly other: Energies
}

/** Follows a second instrument beside the one that is billed. Kept in memory only: it decides nothing. */
export function createComparison(source: MeterSource, toleranceBps: number, boundWh: (seconds: bigint) => bigint) {
  let totals: Totals = {}
  let lastAt: bigint | undefined
  let from: Point | undefined
  let latest: Plausibility = { state: 'unknown' }

  return {
    get latest(): Plausibility {
      return latest
    },

    /** Looks at the second instrument, right after a reading of the first. */
    async look(at: bigint, sample: Sample, mainTotals: Totals): Promise<void> {
      const read = await source.read(at)
      const added = read.ok ? addSample(totals, read.value, boundWh(lastAt === undefined ? 0n : at - lastAt)) : read
      if (!read.ok || !added.ok) {
        // Its counters were reset, or it is gone: begin anew with what it says next.
        totals = {}
        lastAt = undefined
        from = undefined
        latest = { state: 'unknown' }
        return
      }
      totals = added.value
      lastAt = at
      const now = { at, main: energiesOf(sample, mainTotals), other: energiesOf(read.value, totals) }
      from ??= now
      const seconds = Number(now.at - from.at)
      if (seconds < WINDOW_SECONDS) return
      latest = comparePlausibility(
        { from: from.main, to: now.main },
        { from: from.other, to: now.other },
        seconds,
        toleranceBps,
      )
      from = now
    },

    close: () => source.close(),
  }
}

export type Comparison = ReturnType<typeof createComparison>
