import { err, type MeterKind, ok, type Result } from '@heliobond/domain'
import type { Quantity, Registers, Sample } from './meter-source.ts'
import { addCounter, joiningTotal, type Total, type TotalRefusal, wholeWattHours } from './total.ts'

/** The totals of all counters, by name: kept with the last reading, in one transaction. */
export type Totals = Readonly<Record<string, Total>>

/** Why a sample makes no reading. */
export type RegistersRefusal =
  | (TotalRefusal & { readonly counter: string })
  /** The instruments do not measure what this kind of meter must report. */
  | { readonly code: 'MISSING_COUNTER'; readonly detail: string }

/** Rises that were refused, by the counter's name, in the units of a total. */
export type RefusedRises = Readonly<Record<string, bigint>>

/**
 * Follows every counter of a sample. All or none: a reading's registers belong to one moment. The first sample takes the
 * counters as they stand; an instrument that is added later joins with what it counts from then on.
 */
export function addSample(
  before: Totals,
  sample: Sample,
  boundWh: bigint,
  refused: RefusedRises = {},
): Result<Totals, RegistersRefusal> {
  const totals: Record<string, Total> = {}
  const isFirst = Object.keys(before).length === 0
  for (const [name, counter] of Object.entries(sample.counters)) {
    const known = before[name] ?? (isFirst ? undefined : joiningTotal(counter))
    const added = addCounter(known, counter, boundWh, refused[name])
    if (!added.ok) return err({ ...added.error, counter: name })
    totals[name] = added.value
  }
  return ok(totals)
}

/**
 * The registers of a meter of this kind. Unused ones are 0.
 *
 * A combined meter whose instruments do not measure consumption derives it: generated + imported - exported. The
 * instruments are not read at the same instant, so the difference may step back by a few watt-hours: it is then held at
 * `last` until it has been reached again, since a register never falls.
 */
export function registersOf(
  kind: MeterKind,
  sample: Sample,
  totals: Totals,
  last: Registers | undefined,
): Result<Registers, RegistersRefusal> {
  const sums: Record<Quantity, bigint> = { generated: 0n, imported: 0n, exported: 0n, consumed: 0n }
  const known = new Set<Quantity>()
  for (const [name, { quantity }] of Object.entries(sample.counters)) {
    const total = totals[name]
    if (!total) continue
    sums[quantity] += wholeWattHours(total)
    known.add(quantity)
  }
  const missing = needs(kind, known).filter((quantity) => !known.has(quantity))
  if (missing.length > 0) return err({ code: 'MISSING_COUNTER', detail: `no counter of energy ${missing.join(', ')}` })
  switch (kind) {
    case 'Site':
      return ok({ generatedWh: sums.generated, consumedWh: 0n, exportedWh: sums.exported })
    case 'Load':
      return ok({ generatedWh: 0n, consumedWh: known.has('consumed') ? sums.consumed : sums.imported, exportedWh: 0n })
    case 'Combined': {
      const derived = sums.generated + sums.imported - sums.exported
      const consumed = known.has('consumed') ? sums.consumed : derived
      const held = last?.consumedWh ?? 0n
      return ok({
        generatedWh: sums.generated,
        consumedWh: known.has('consumed') || consumed > held ? consumed : held,
        exportedWh: sums.exported,
      })
    }
  }
}

function needs(kind: MeterKind, known: ReadonlySet<Quantity>): Quantity[] {
  switch (kind) {
    // A site without a meter at the grid exports nothing that anyone measures.
    case 'Site':
      return ['generated']
    case 'Load':
      return known.has('consumed') ? [] : ['imported']
    case 'Combined':
      return known.has('consumed') ? ['generated'] : ['generated', 'imported', 'exported']
  }
}
