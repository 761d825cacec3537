import type { Reading } from '@heliobond/domain'

/** Which readings are under a statement's root: by meter and epoch, inclusive ranges of sequence numbers that bridge no gap. */
export type ReadingSet = Readonly<Record<string, Readonly<Record<string, readonly (readonly [string, string])[]>>>>

/** The set of readings that stand in order of (meter, epoch, seq). */
export function rangesOf(readings: readonly Pick<Reading, 'meter' | 'epoch' | 'seq'>[]): ReadingSet {
  const set: Record<string, Record<string, [string, string][]>> = {}
  for (const { meter, epoch, seq } of readings) {
    const epochs = set[meter] ?? {}
    const ranges = epochs[epoch] ?? []
    set[meter] = { ...epochs, [epoch]: ranges }
    const last = ranges.at(-1)
    if (last && BigInt(last[1]) + 1n === seq) last[1] = seq.toString()
    else ranges.push([seq.toString(), seq.toString()])
  }
  return set
}

/** How many readings a set names. */
export const countOf = (set: ReadingSet): bigint =>
  Object.values(set)
    .flatMap((epochs) => Object.values(epochs).flat())
    .reduce((count, [from, to]) => count + BigInt(to) - BigInt(from) + 1n, 0n)
