import { concatBytes, sha256, u64Bytes, utf8Bytes } from '../src/index.ts'

/** Random values that a seed determines: the vectors can be made again, anywhere, from the seed they name. */
export type RandomSource = {
  /** A whole number from 0 to `limit - 1`. */
  readonly below: (limit: bigint) => bigint
  /** A whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number
  readonly bytes: (length: number) => Uint8Array
  readonly pick: <T>(first: T, ...others: readonly T[]) => T
}

/** SHA-256 of (seed, counter) as a stream. */
export function randomSource(seed: string): RandomSource {
  let counter = 0n
  const bytes = (length: number): Uint8Array => {
    const out = new Uint8Array(length)
    for (let offset = 0; offset < length; offset += 32) {
      const block = sha256(concatBytes(utf8Bytes(seed), u64Bytes(counter++)))
      out.set(block.subarray(0, Math.min(32, length - offset)), offset)
    }
    return out
  }
  // 256 bits for limits far smaller: the bias is of no account.
  const below = (limit: bigint): bigint => bytes(32).reduce((value, byte) => (value << 8n) | BigInt(byte), 0n) % limit
  const int = (low: number, high: number): number => low + Number(below(BigInt(high - low + 1)))
  return { below, int, bytes, pick: (first, ...others) => others[int(0, others.length) - 1] ?? first }
}
