import { advanceRegister, type CumulativeRegister, EMPTY_REGISTER, registerAfter } from './cumulative-register.ts'
import { type MeterInterval, NO_ENERGY, type Registers } from './metered-energy.ts'
import { max } from './money.ts'

/** What all statements of a system so far have booked. */
export type BookedEnergy = {
  readonly generated: CumulativeRegister
  readonly exported: CumulativeRegister
  /** By party index. */
  readonly consumedWh: readonly bigint[]
}

export const nothingBooked = (parties: number): BookedEnergy => ({
  generated: EMPTY_REGISTER,
  exported: EMPTY_REGISTER,
  consumedWh: Array.from({ length: parties }, () => 0n),
})

/** Energy that is counted besides what the meters say: an operator's corrections, cumulative since the opening. */
export type EnergyOffset = {
  readonly generatedWh: bigint
  readonly exportedWh: bigint
  readonly consumedWh: readonly bigint[]
}

export const noOffset = (parties: number): EnergyOffset => ({
  generatedWh: 0n,
  exportedWh: 0n,
  consumedWh: Array.from({ length: parties }, () => 0n),
})

/** One meter's part in a statement. */
export type StatementMeter = {
  /** Whose consumption it measures; null for a site meter. */
  readonly partyIndex: number | null
  readonly interval: MeterInterval
}

/** The figures of a statement, as the energy contract takes them. */
export type StatementFigures = {
  readonly generatedWh: bigint
  readonly exportedWh: bigint
  readonly generatedCorrectionWh: bigint
  readonly exportedCorrectionWh: bigint
  readonly consumedWh: readonly bigint[]
  /** 0 measured, 1 estimated. */
  readonly quality: 0 | 1
}

/** A statement and what it leaves to later ones. */
export type StatementComposition = {
  readonly figures: StatementFigures
  readonly booked: BookedEnergy
  /** What is known and could not be booked yet: beyond what the system's capacity, or the window of corrections, allows. Below 0: to be taken back. */
  readonly left: Registers
}

/**
 * Composes the next statement of a system: what its meters measured in the interval, and by how much what was booked before is to be corrected.
 *
 * Everything is a difference of cumulative figures, so each watt-hour is booked once however late it becomes known: energy of the interval and
 * correction add up to what is known less what was booked. Consumption has no correction of its own in the contract: what became known late
 * counts with the interval, and what was estimated too high is made good by the intervals that follow.
 *
 * Law: `booked + left = known`, register by register.
 */
export function composeStatement(
  before: BookedEnergy,
  meters: readonly StatementMeter[],
  offset: EnergyOffset,
  { capacityW, seconds }: { readonly capacityW: bigint; readonly seconds: bigint },
): StatementComposition {
  const sum = (of: (meter: StatementMeter) => bigint, start: bigint) =>
    meters.reduce((total, meter) => total + of(meter), start)
  // A correction may take away more than there is: what is known is never below 0.
  const known = (side: 'from' | 'to', name: 'generatedWh' | 'exportedWh') =>
    max(
      sum(({ interval }) => interval[side][name], offset[name]),
      0n,
    )
  const advance = (register: CumulativeRegister, name: 'generatedWh' | 'exportedWh') =>
    advanceRegister(register, known('from', name), known('to', name), capacityW, seconds)
  const generated = advance(before.generated, 'generatedWh')
  const exported = advance(before.exported, 'exportedWh')
  const knownConsumed = before.consumedWh.map((_, party) =>
    sum((meter) => (meter.partyIndex === party ? meter.interval.to.consumedWh : 0n), offset.consumedWh[party] ?? 0n),
  )
  const consumedWh = knownConsumed.map((knownWh, party) => max(knownWh - (before.consumedWh[party] ?? 0n), 0n))
  const booked: BookedEnergy = {
    generated: generated.register,
    exported: exported.register,
    consumedWh: consumedWh.map((wh, party) => wh + (before.consumedWh[party] ?? 0n)),
  }
  const leftConsumed = knownConsumed.reduce(
    (left, knownWh, party) => left + knownWh - (booked.consumedWh[party] ?? 0n),
    0n,
  )
  return {
    figures: {
      generatedWh: generated.intervalWh,
      exportedWh: exported.intervalWh,
      generatedCorrectionWh: generated.correctionWh,
      exportedCorrectionWh: exported.correctionWh,
      consumedWh,
      quality: meters.some(({ interval }) => interval.grade === 'estimated') ? 1 : 0,
    },
    booked,
    left: {
      ...NO_ENERGY,
      generatedWh: known('to', 'generatedWh') - booked.generated.totalWh,
      exportedWh: known('to', 'exportedWh') - booked.exported.totalWh,
      consumedWh: leftConsumed,
    },
  }
}

/** What is booked after a statement that the contract took, whoever composed it. */
export function bookStatement(
  before: BookedEnergy,
  {
    generatedWh,
    exportedWh,
    generatedCorrectionWh,
    exportedCorrectionWh,
    consumedWh,
  }: Omit<StatementFigures, 'quality'>,
  { capacityW, seconds }: { readonly capacityW: bigint; readonly seconds: bigint },
): BookedEnergy {
  return {
    generated: registerAfter(before.generated, generatedWh, generatedCorrectionWh, capacityW, seconds),
    exported: registerAfter(before.exported, exportedWh, exportedCorrectionWh, capacityW, seconds),
    consumedWh: before.consumedWh.map((wh, party) => wh + (consumedWh[party] ?? 0n)),
  }
}
