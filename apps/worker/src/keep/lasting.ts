/** What was seen, and since when by this machine's time it is the same; of each database. */
const seen = new WeakMap<object, Map<string, { readonly value: string; readonly sinceMs: number }>>()

/** A turned clock moves ahead of everybody: what looks late counts only when it lasts, by this machine's time. */
const LASTING_MS = 30_000

/**
 * Whether something has been as it is for a while of this machine's time.
 *
 * @param of the database that it is about
 * @param value what is the same as long as nothing moves
 */
export function lasts(of: object, name: string, value: string, elapsedMs: number = performance.now()): boolean {
  const known = seen.get(of) ?? new Map<string, { value: string; sinceMs: number }>()
  seen.set(of, known)
  const before = known.get(name)
  if (before?.value === value) return elapsedMs - before.sinceMs >= LASTING_MS
  known.set(name, { value, sinceMs: elapsedMs })
  return false
}

/** Forgets what was seen: it is well now. */
export function isWell(of: object, name: string): void {
  seen.get(of)?.delete(name)
}
