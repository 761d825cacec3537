/** Where a switch stands and since when, by the monotonic clock. Undefined time: not moved since the start. */
export interface Switched<T> {
  readonly at: T
  readonly sinceMs: number | undefined
}

export interface HoldTimes {
  /** A circuit that was switched on stays on for so long. */
  readonly minOnMs: number
  /** A circuit that was switched off stays off for so long: compressors and lamps need it. */
  readonly minOffMs: number
}

/**
 * Which switches move now, of those that stand otherwise than they should.
 *
 * Off at once, and all together; on one at a time, since many motors that start together trip the breaker. Each stays where
 * it was put for its minimum time first.
 *
 * @param isOn whether a position feeds the circuit from the building's own supply.
 */
export function movesNow<T>(
  wanted: ReadonlyMap<string, T>,
  switched: ReadonlyMap<string, Switched<T>>,
  isOn: (position: T) => boolean,
  { minOnMs, minOffMs }: HoldTimes,
  nowMs: number,
): ReadonlyMap<string, T> {
  const moves = new Map<string, T>()
  let restored = false
  for (const [name, position] of wanted) {
    const known = switched.get(name)
    if (!known || known.at === position) continue
    const heldMs = known.sinceMs === undefined ? Number.POSITIVE_INFINITY : nowMs - known.sinceMs
    if (heldMs < (isOn(known.at) ? minOnMs : minOffMs)) continue
    if (isOn(position)) {
      if (restored) continue
      restored = true
    }
    moves.set(name, position)
  }
  return moves
}
