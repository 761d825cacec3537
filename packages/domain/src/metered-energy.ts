/**
 * From a meter's registers to the energy of an interval.
 *
 * A meter's readings make a curve: what it measured in total, by time. Between two readings the curve is a straight line, so that a gap is
 * spread over the time that it belongs to. Beyond the last reading it goes on by an estimate, which the next readings correct. All of it is a
 * function of its arguments: whoever has the same readings comes to the same watt-hour.
 */
import { max, min } from './money.ts'

/** The three cumulative registers of a meter, or differences of them, in watt-hours. */
export type Registers = {
  readonly generatedWh: bigint
  readonly consumedWh: bigint
  readonly exportedWh: bigint
}

export const NO_ENERGY: Registers = { generatedWh: 0n, consumedWh: 0n, exportedWh: 0n }

/** Register by register. */
export const mapRegisters = (of: (name: keyof Registers) => bigint): Registers => ({
  generatedWh: of('generatedWh'),
  consumedWh: of('consumedWh'),
  exportedWh: of('exportedWh'),
})

export const addRegisters = (a: Registers, b: Registers): Registers => mapRegisters((name) => a[name] + b[name])

/** A reading, or registers that a person read by eye: then `seq` is null and there is no signature. */
export type MeterPoint = Registers & {
  readonly epoch: number
  readonly seq: bigint | null
  /** Unix seconds. */
  readonly at: bigint
}

/** Where the readings of a meter were left off, and what it had measured by then since its system was opened. */
export type MeterMark = MeterPoint & {
  readonly seq: bigint
  readonly cumulative: Registers
  /** The first reading of this epoch that is known: the epoch counts from there. Null where the epoch counts from elsewhere. */
  readonly first: (Registers & { readonly seq: bigint }) | null
}

/** What a meter had measured in total at a moment. */
export type CurvePoint = { readonly at: bigint; readonly cumulative: Registers }

export type MeterCurve = {
  /** In order of time, the mark first. Empty for a meter that never spoke. */
  readonly points: readonly CurvePoint[]
  /** The last of its readings: where the next curve goes on. Null for a meter that never spoke. */
  readonly mark: MeterMark | null
}

export type CurveOptions = {
  /** Unix seconds at which the system's first statement begins; needed where there is no mark. */
  readonly opensAt: bigint
  /** By epoch: the value at which a register wraps around to 0, where the epoch began by that. Others begin anywhere. */
  readonly wrapsAtWh?: ReadonlyMap<number, bigint>
  /** Readings up to the mark that were not known when it was made. */
  readonly late?: readonly MeterPoint[]
  /** The reading after the last of `readings`: the curve leads to it, and the next one begins before it. */
  readonly beyond?: MeterPoint | null
}

/**
 * Draws the curve of one meter on from a mark.
 *
 * `readings` are signed ones behind the mark in order of (epoch, seq); within an epoch registers never fall. A new epoch is a new or a reset meter and
 * counts from its own first reading, unless its registers wrapped around. `edits` fill in where they fit between the readings; one that a reading
 * contradicts does not count. Without a mark the first reading is where the meter begins: what it showed before `opensAt` is not the system's.
 *
 * Laws: the curve never falls; readings in between change nothing at its end.
 */
export function drawCurve(
  mark: MeterMark | null,
  readings: readonly MeterPoint[],
  edits: readonly MeterPoint[],
  options: CurveOptions,
): MeterCurve {
  const { beyond = null } = options
  const known = beyond === null ? readings : [...readings, beyond]
  const start = mark === null ? openingMark(known, options.opensAt) : withEarlierFirst(mark, options.late ?? [])
  // A meter that first spoke beyond: until then it had measured nothing.
  if (start === null || (mark === null && readings.length === 0))
    return { points: beyond === null ? [] : [{ at: beyond.at, cumulative: NO_ENERGY }], mark: null }
  const points: CurvePoint[] = []
  let last = start
  const place = (point: MeterPoint, cumulative: Registers) => points.push({ at: point.at, cumulative })
  place(start, start.cumulative)
  for (const reading of mark === null ? readings.slice(1) : readings) {
    for (const edit of editsBetween(edits, last, reading)) place(edit, addRegisters(last.cumulative, rise(last, edit)))
    last = follow(last, reading, options.wrapsAtWh)
    place(last, last.cumulative)
  }
  for (const edit of editsBetween(edits, last, beyond)) place(edit, addRegisters(last.cumulative, rise(last, edit)))
  if (beyond !== null) place(beyond, follow(last, beyond, options.wrapsAtWh).cumulative)
  return { points, mark: last }
}

const rise = (from: Registers, to: Registers): Registers => mapRegisters((name) => to[name] - from[name])

const isRise = (from: Registers, to: Registers): boolean =>
  to.generatedWh >= from.generatedWh && to.consumedWh >= from.consumedWh && to.exportedWh >= from.exportedWh

function follow(last: MeterMark, reading: MeterPoint, wrapsAtWh: CurveOptions['wrapsAtWh']): MeterMark {
  const seq = reading.seq ?? last.seq
  if (reading.epoch === last.epoch)
    return { ...reading, seq, cumulative: addRegisters(last.cumulative, rise(last, reading)), first: last.first }
  const wraps = wrapsAtWh?.get(reading.epoch)
  if (wraps === undefined) return { ...reading, seq, cumulative: last.cumulative, first: { ...reading, seq } }
  // Of the three only those wrapped that show less than before.
  const risen = mapRegisters((name) =>
    reading[name] >= last[name] ? reading[name] - last[name] : wraps - last[name] + reading[name],
  )
  return { ...reading, seq, cumulative: addRegisters(last.cumulative, risen), first: null }
}

/** The mark before all statements: at the opening the meter has measured nothing for the system. */
function openingMark(readings: readonly MeterPoint[], opensAt: bigint): MeterMark | null {
  const [first, second] = readings
  if (!first) return null
  const anchor = { ...first, seq: first.seq ?? -1n, cumulative: NO_ENERGY, first: null }
  if (first.at >= opensAt || second === undefined || second.epoch !== first.epoch || second.at <= first.at)
    return anchor
  const before = between(first, second, first.at, second.at, min(opensAt, second.at))
  return { ...anchor, cumulative: mapRegisters((name) => first[name] - before[name]) }
}

/** An epoch that turns out to have begun earlier than was known counts from there. */
function withEarlierFirst(mark: MeterMark, late: readonly MeterPoint[]): MeterMark {
  const { first } = mark
  if (first === null) return mark
  const earliest = late
    .filter(({ epoch, seq }) => epoch === mark.epoch && seq !== null && seq < first.seq)
    .sort((a, b) => ((a.seq ?? 0n) < (b.seq ?? 0n) ? -1 : 1))
    .at(0)
  if (!earliest || !isRise(earliest, first)) return mark
  return {
    ...mark,
    cumulative: addRegisters(mark.cumulative, rise(earliest, first)),
    first: { ...earliest, seq: earliest.seq ?? 0n },
  }
}

/** Edits of the epoch that lie behind `last` and before `next`, and contradict neither of the two nor each other. */
function editsBetween(edits: readonly MeterPoint[], last: MeterMark, next: MeterPoint | null): MeterPoint[] {
  const fitting: MeterPoint[] = []
  let before: MeterPoint = last
  for (const edit of [...edits].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    if (edit.epoch !== last.epoch || edit.at <= last.at || !isRise(before, edit)) continue
    if (next !== null && (edit.at >= next.at || (next.epoch === edit.epoch && !isRise(edit, next)))) continue
    fitting.push(edit)
    before = edit
  }
  return fitting
}

/** A register on the straight line between two moments, rounded down. */
const between = (a: Registers, b: Registers, fromAt: bigint, toAt: bigint, at: bigint): Registers =>
  mapRegisters((name) => a[name] + ((b[name] - a[name]) * (at - fromAt)) / (toAt - fromAt))

/** A value on a curve, and how far apart the two readings are that it lies between: 0 where it was read at that very second. */
export type CurveValue = { readonly cumulative: Registers; readonly gapSeconds: bigint }

/** What the meter had measured at `at`; null beyond its last reading. Before its first one it had measured nothing. */
export function valueAt({ points }: MeterCurve, at: bigint): CurveValue | null {
  const next = points.findIndex((point) => point.at > at)
  const a = next === -1 ? points.at(-1) : points[next - 1]
  const b = next === -1 ? undefined : points[next]
  if (a === undefined) return b === undefined ? null : { cumulative: b.cumulative, gapSeconds: 0n }
  if (a.at === at) return { cumulative: a.cumulative, gapSeconds: 0n }
  if (b === undefined) return null
  return { cumulative: between(a.cumulative, b.cumulative, a.at, b.at, at), gapSeconds: b.at - a.at }
}

/** Between two readings so near to each other a value is as good as read, whatever the interval. */
const NEAR_SECONDS = 3_600n

/** measured: read at the end, or between two readings no further apart than the interval or an hour; estimated: anything else. */
export type IntervalGrade = 'measured' | 'estimated'

/** What one meter measured up to the start and up to the end of an interval, as far as is known now. Cumulative. */
export type MeterInterval = {
  readonly from: Registers
  readonly to: Registers
  readonly grade: IntervalGrade
  /** What of `to - from` rests on the estimate. */
  readonly estimated: Registers
}

export type MeterIntervalOptions = {
  readonly from: bigint
  readonly to: bigint
  /** What the statement before counted for this meter up to `from`; null before the first one. */
  readonly counted: Registers | null
  /** What such an interval is believed to hold where nothing is known. */
  readonly estimate: Registers
  /** How long a silent meter is estimated for, from its last reading on. */
  readonly estimateSeconds: bigint
  /** A meter that was taken away is not estimated. */
  readonly revoked: boolean
}

/**
 * The energy of an interval from a meter's curve. Where the curve ends within the interval the rest is a part of the estimate; where it ends
 * before it, what was counted up to its start stands, and the estimate is added.
 *
 * Laws: `from <= to` in every register; `to` is the curve's own value once the meter has spoken at or after the end, whatever was estimated before.
 */
export function meterInterval(curve: MeterCurve, options: MeterIntervalOptions): MeterInterval {
  const { from, to, counted, revoked } = options
  const last = curve.points.at(-1)
  const atFrom = valueAt(curve, from)
  const atTo = valueAt(curve, to)
  if (atFrom && atTo) {
    const grade = atTo.gapSeconds > max(to - from, NEAR_SECONDS) ? 'estimated' : 'measured'
    return { from: atFrom.cumulative, to: atTo.cumulative, grade, estimated: NO_ENERGY }
  }
  if (!last) {
    const nothing = counted ?? NO_ENERGY
    return { from: nothing, to: nothing, grade: revoked ? 'measured' : 'estimated', estimated: NO_ENERGY }
  }
  if (revoked)
    return { from: atFrom?.cumulative ?? last.cumulative, to: last.cumulative, grade: 'measured', estimated: NO_ENERGY }
  const start = atFrom?.cumulative ?? highest(counted ?? last.cumulative, last.cumulative)
  const known = atFrom ? last.cumulative : start
  const silentFrom = atFrom ? last.at : from
  const believed = to - last.at <= options.estimateSeconds
  const estimated = believed
    ? mapRegisters((name) => (options.estimate[name] * (to - silentFrom)) / (to - from))
    : NO_ENERGY
  return { from: start, to: addRegisters(known, estimated), grade: 'estimated', estimated }
}

const highest = (a: Registers, b: Registers): Registers =>
  mapRegisters((name) => (a[name] > b[name] ? a[name] : b[name]))
