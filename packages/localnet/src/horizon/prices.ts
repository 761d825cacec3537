import { toAmount } from '../server/encoding.ts'

const PRICE_SCALE = 10_000_000n

/** n / d with seven places, rounded half up, for people to read; the fraction beside it is exact. */
export function toPrice(n: number | bigint, d: number | bigint): string {
  if (BigInt(d) === 0n) return toAmount(0n)
  const scaled = (BigInt(n) * PRICE_SCALE * 2n + BigInt(d)) / (BigInt(d) * 2n)
  return toAmount(scaled)
}
