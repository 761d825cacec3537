/**
 * Pauses between attempts: 1 s, 2 s, 4 s and so on up to `longestMs`, each shortened by chance to between half and whole, so
 * that a town's devices do not all come back in the same second after a power cut.
 */
export function backoff(longestMs: number, chance: () => number = Math.random) {
  let attempts = 0
  return {
    nextMs(): number {
      const whole = Math.min(1_000 * 2 ** Math.min(attempts, 20), longestMs)
      attempts += 1
      return Math.round(whole * (0.5 + chance() / 2))
    },
    reset(): void {
      attempts = 0
    },
  }
}
