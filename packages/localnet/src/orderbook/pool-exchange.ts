import { INT64_MAX } from '../ledger/wire.ts'

// stellar-core, transactions/OfferExchange.cpp (exchangeWithPool); CAP-38.

const WHOLE_BPS = 10_000n

export interface Reserves {
  /** Of the asset that is given to the pool. */
  readonly toPool: bigint
  /** Of the asset that is taken from it. */
  readonly fromPool: bigint
}

/** What the pool gives for exactly `sent`; null if that is nothing, or more than it can keep. */
export function receivedFromPool(reserves: Reserves, sent: bigint, feeBps: number): bigint | null {
  if (sent > INT64_MAX - reserves.toPool) return null
  const kept = WHOLE_BPS - BigInt(feeBps)
  const received = (kept * reserves.fromPool * sent) / (WHOLE_BPS * reserves.toPool + kept * sent)
  return received === 0n ? null : received
}

/** What the pool asks for exactly `received`; null if it has not as much, or cannot keep what it would be given. */
export function sentToPool(reserves: Reserves, received: bigint, feeBps: number): bigint | null {
  if (received >= reserves.fromPool) return null
  const numerator = WHOLE_BPS * reserves.toPool * received
  const denominator = (reserves.fromPool - received) * (WHOLE_BPS - BigInt(feeBps))
  const sent = (numerator + denominator - 1n) / denominator
  return sent > INT64_MAX - reserves.toPool ? null : sent
}

/** The part of a reserve that shares are worth, rounded down. */
export const worthOf = (shares: bigint, totalShares: bigint, reserve: bigint): bigint =>
  (shares * reserve) / totalShares

/** The largest integer whose square is no more than `value`. */
export function squareRoot(value: bigint): bigint {
  if (value < 2n) return value
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (root + value / root) >> 1n
    if (next >= root) return root
    root = next
  }
}
