/** Energy between moments, from cumulative registers: what charts and comparisons show. Nothing is billed by it. */

/** The three cumulative registers of a meter, watt-hours. */
export interface Registers {
  readonly generatedWh: bigint
  readonly consumedWh: bigint
  readonly exportedWh: bigint
}

/** Registers as a reading of that epoch has them. */
export interface EpochRegisters extends Registers {
  readonly epoch: number
}

/** The first and the last reading of one epoch of a meter. */
export interface EpochSpan {
  readonly first: EpochRegisters
  readonly last: EpochRegisters
}

const NAMES = ['generatedWh', 'consumedWh', 'exportedWh'] as const
const NOTHING: Registers = { generatedWh: 0n, consumedWh: 0n, exportedWh: 0n }

const plus = (a: Registers, b: Registers): Registers => combine(a, b, (x, y) => x + y)
const minus = (a: Registers, b: Registers): Registers => combine(a, b, (x, y) => x - y)
function combine(a: Registers, b: Registers, by: (x: bigint, y: bigint) => bigint): Registers {
  const [generatedWh = 0n, consumedWh = 0n, exportedWh = 0n] = NAMES.map((name) => by(a[name], b[name]))
  return { generatedWh, consumedWh, exportedWh }
}

/**
 * What a meter measured between its newest reading at one moment and that at a later one; null stands for no reading yet.
 *
 * Within an epoch registers never fall. A new epoch is a new or a reset meter: it counts from its own first reading, as statements count
 * it, so that the sum over all buckets is what the statements hold.
 */
export function measuredBetween(
  earlier: EpochRegisters | null,
  later: EpochRegisters | null,
  spans: readonly EpochSpan[],
): Registers {
  if (later === null) return NOTHING
  if (earlier?.epoch === later.epoch) return minus(later, earlier)
  let sum: Registers = NOTHING
  for (const { first, last } of spans) {
    const { epoch } = first
    if (epoch > later.epoch || (earlier !== null && epoch < earlier.epoch)) continue
    sum = plus(sum, minus(epoch === later.epoch ? later : last, epoch === earlier?.epoch ? earlier : first))
  }
  return sum
}

export const STEPS = ['quarter-hour', 'half-hour', 'hour', 'day', 'month'] as const
export type Step = (typeof STEPS)[number]
const SECONDS: Readonly<Record<Exclude<Step, 'month'>, bigint>> = {
  'quarter-hour': 900n,
  'half-hour': 1_800n,
  hour: 3_600n,
  day: 86_400n,
}

/**
 * The moments from `from` to `to` that bound the buckets, Unix seconds, the last one `to` itself. Months are the calendar's, counted from
 * the day and time of `from` (the last day of a month where it has no such day).
 *
 * @returns null when there would be more than `most` buckets.
 */
export function boundaries(from: bigint, to: bigint, step: Step, most: number): bigint[] | null {
  const found: bigint[] = []
  for (let ordinal = 0; found.length <= most; ordinal += 1) {
    const at = step === 'month' ? monthsLater(from, ordinal) : from + BigInt(ordinal) * SECONDS[step]
    if (at >= to) return [...found, to]
    found.push(at)
  }
  return null
}

function monthsLater(from: bigint, months: number): bigint {
  const start = new Date(Number(from) * 1_000)
  const moved = new Date(start)
  moved.setUTCMonth(start.getUTCMonth() + months)
  // A month without that day: Date went on into the next one.
  if (moved.getUTCDate() !== start.getUTCDate()) moved.setUTCDate(0)
  return BigInt(Math.floor(moved.getTime() / 1_000))
}
