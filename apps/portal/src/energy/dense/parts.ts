const HALF_HOUR_SECONDS = 1_800
/** The API answers so many buckets at once. */
const MOST_BUCKETS = 2_976

/** Moments that part a span into answers of the API; the last one is the end. Unix seconds. */
export function partsOf(from: number, to: number): number[] {
  const parts: number[] = []
  for (let at = from; at < to; at += MOST_BUCKETS * HALF_HOUR_SECONDS) parts.push(at)
  return [...parts, to]
}
