/** A number of seconds in the largest unit that fits without remainder, for a text with a plural. */
export function durationIn(seconds: string | bigint): {
  readonly unit: 'years' | 'days' | 'hours'
  readonly count: number
} {
  const value = BigInt(seconds)
  const [year, day, hour] = [31_536_000n, 86_400n, 3_600n]
  if (value >= year && value % year === 0n) return { unit: 'years', count: Number(value / year) }
  if (value >= day) return { unit: 'days', count: Number(value / day) }
  return { unit: 'hours', count: Number(value / hour) }
}
