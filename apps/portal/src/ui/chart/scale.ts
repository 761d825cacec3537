/** Marks of an axis from 0 to at least `most`: round numbers, about `count` of them, the last one at or above `most`. */
export function axisTicks(most: number, count = 4): number[] {
  if (!(most > 0)) return [0, 1]
  const rough = most / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? 10 * power
  const marks = Math.ceil(most / step - 1e-9)
  return Array.from({ length: marks + 1 }, (_, index) => index * step)
}

/** Every how many of `labels` one is written, so that at most `most` are. */
export const labelEvery = (labels: number, most: number): number => Math.max(1, Math.ceil(labels / most))
