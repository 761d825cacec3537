/** Composes a statement from what was gathered. A function of its arguments: every oracle comes to the same. */
import {
  type BookedEnergy,
  type CurveOptions,
  compareReadings,
  composeStatement,
  drawCurve,
  type EnergyOffset,
  type MeterMark,
  type MeterPoint,
  meterInterval,
  type Reading,
  type ReadingDomain,
  type Registers,
  type StatementComposition,
} from '@heliobond/domain'
import { type ReadingSet, rangesOf } from './reading-set.ts'
import { readingsRoot } from './readings.ts'

/** A system as the settle role needs it. */
export interface SettledSystem {
  readonly id: number
  readonly partyCount: number
  readonly capacityW: bigint
  readonly meters: readonly SettledMeter[]
}

export interface SettledMeter {
  readonly id: number
  readonly kind: 'site' | 'load' | 'combined'
  readonly partyIndex: number | null
  readonly revoked: boolean
}

export interface Interval {
  readonly index: number
  readonly from: bigint
  readonly to: bigint
}

/** What is known of one meter for one statement. */
export interface GatheredMeter {
  readonly meter: SettledMeter
  readonly mark: MeterMark | null
  /** What the statements before counted for it; null before the first. */
  readonly counted: Registers | null
  /** Behind the mark, up to the interval's end, in order. They go under the root. */
  readonly readings: readonly Reading[]
  /** Up to the mark, and under no root yet. They go under this one. */
  readonly late: readonly Reading[]
  /** The first reading after the interval's end: its values are interpolated to it; it goes under the next root. */
  readonly beyond: Reading | null
  readonly edits: readonly MeterPoint[]
  readonly wrapsAtWh: ReadonlyMap<number, bigint>
  /** What such an interval is believed to hold where the meter is silent. */
  readonly estimate: Registers
}

/** What one interval measured, as it will be proposed. */
export interface StatementDraft extends Interval {
  readonly systemId: number
  readonly figures: StatementComposition['figures']
  readonly booked: StatementComposition['booked']
  readonly left: StatementComposition['left']
  readonly readingsRoot: Uint8Array
  readonly readingsCount: number
  readonly readingSet: ReadingSet
  /** By meter id. */
  readonly meters: ReadonlyMap<number, DraftedMeter>
}

export interface DraftedMeter {
  readonly mark: MeterMark | null
  readonly grade: 'measured' | 'estimated'
  readonly from: Registers
  readonly to: Registers
  readonly estimated: Registers
  readonly beyond: Pick<Reading, 'epoch' | 'seq'> | null
}

/** A silent meter is estimated for a week, or one interval where that is longer: after that nobody knows. */
const MOST_ESTIMATED_SECONDS = 7n * 86_400n

export function draftStatement(
  system: SettledSystem,
  interval: Interval,
  gathered: readonly GatheredMeter[],
  before: BookedEnergy,
  offset: EnergyOffset,
  opensAt: bigint,
  domain: ReadingDomain,
): StatementDraft {
  const { from, to } = interval
  const meters = new Map<number, DraftedMeter>()
  const parts = gathered.map((of) => {
    const options: CurveOptions = { opensAt, wrapsAtWh: of.wrapsAtWh, late: of.late, beyond: of.beyond }
    const curve = drawCurve(of.mark, of.readings, of.edits, options)
    const part = meterInterval(curve, {
      ...{ from, to, counted: of.counted, estimate: of.estimate, revoked: of.meter.revoked },
      estimateSeconds: to - from > MOST_ESTIMATED_SECONDS ? to - from : MOST_ESTIMATED_SECONDS,
    })
    const beyond = of.beyond && { epoch: of.beyond.epoch, seq: of.beyond.seq }
    meters.set(of.meter.id, { mark: curve.mark, ...part, beyond })
    return { partyIndex: of.meter.partyIndex, interval: part }
  })
  const readings = gathered.flatMap((of) => [...of.late, ...of.readings]).sort(compareReadings)
  const { figures, booked, left } = composeStatement(before, parts, offset, {
    capacityW: system.capacityW,
    seconds: to - from,
  })
  return {
    systemId: system.id,
    ...interval,
    ...{ figures, booked, left, meters },
    readingsRoot: readingsRoot(readings, domain),
    readingsCount: readings.length,
    readingSet: rangesOf(readings),
  }
}
