import type { ReadingDomain } from '@heliobond/domain'
import type { Queryable } from '../context.ts'
import { readingsBetween, readingsRoot } from './readings.ts'
import { deltaOf, epochSpans, hasReached, markAt, markFromJson, markToJson } from './registers.ts'

/** A system as the settle role needs it. */
export interface SettledSystem {
  readonly id: number
  readonly partyCount: number
  readonly meters: readonly SettledMeter[]
}

export interface SettledMeter {
  readonly id: number
  readonly kind: 'site' | 'load' | 'combined'
  readonly partyIndex: number | null
  readonly revoked: boolean
}

/** What one interval measured, as it will be proposed. */
export interface StatementDraft {
  readonly systemId: number
  readonly index: number
  readonly from: bigint
  readonly to: bigint
  readonly generatedWh: bigint
  readonly exportedWh: bigint
  readonly consumedWh: readonly bigint[]
  readonly readingsRoot: Uint8Array
  readonly readingsCount: number
  /** 0 measured, 1 estimated: a meter had not spoken up to the end when the interval was closed. */
  readonly quality: number
  readonly marks: Readonly<Record<string, Record<string, string | number>>>
}

/** Whether every meter has spoken up to `to`. */
export async function allHaveReached(db: Queryable, system: SettledSystem, to: bigint): Promise<boolean> {
  for (const meter of system.meters) if (!meter.revoked && !(await hasReached(db, meter.id, to))) return false
  return true
}

/**
 * Reads what the meters of a system measured from where the last statement stopped up to `to`.
 *
 * A reading that came too late for its interval is in the next statement: registers are cumulative and each statement keeps the mark
 * where it stopped, so every watt-hour is in exactly one statement. Before the first statement a register counts from its last
 * reading at or before the start, or else from its first one after.
 */
export async function draftStatement(
  db: Queryable,
  system: SettledSystem,
  domain: ReadingDomain,
  interval: { index: number; from: bigint; to: bigint },
  previousMarks: Readonly<Record<string, Record<string, string | number>>> | null,
): Promise<StatementDraft> {
  const consumedWh = Array.from({ length: system.partyCount }, () => 0n)
  const marks: Record<string, Record<string, string | number>> = {}
  const readings = []
  let generatedWh = 0n
  let exportedWh = 0n
  for (const meter of [...system.meters].sort((a, b) => a.id - b.id)) {
    const kept = previousMarks?.[String(meter.id)]
    const from = kept ? markFromJson(kept) : await markAt(db, meter.id, interval.from)
    const delta = deltaOf(from, await epochSpans(db, meter.id, from, interval.to))
    marks[String(meter.id)] = markToJson(delta.mark)
    generatedWh += delta.generatedWh
    exportedWh += delta.exportedWh
    if (meter.partyIndex !== null)
      consumedWh[meter.partyIndex] = (consumedWh[meter.partyIndex] ?? 0n) + delta.consumedWh
    for (const reading of await readingsBetween(db, system.id, meter.id, from, interval.to)) readings.push(reading)
  }
  return {
    systemId: system.id,
    ...interval,
    generatedWh,
    exportedWh,
    consumedWh,
    readingsRoot: readingsRoot(readings, domain),
    readingsCount: readings.length,
    quality: (await allHaveReached(db, system, interval.to)) ? 0 : 1,
    marks,
  }
}
