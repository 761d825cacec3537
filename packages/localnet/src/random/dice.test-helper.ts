import { Keypair } from '@stellar/stellar-sdk/base'

/** For tests: reproducible randomness. The same seed makes the same world and the same steps in it. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A whole number from 0, less than `bound`. */
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }

  /** True once in so many times. */
  once(in_: number): boolean {
    return this.below(in_) === 0
  }

  /** @throws {Error} if there is nothing to pick from */
  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(Math.max(1, from.length))]
    if (picked === undefined) throw new Error('nothing to pick')
    return picked
  }

  /** One of these, each as often as it weighs. */
  weighted<T>(from: readonly (readonly [number, T])[]): T {
    let left = this.below(from.reduce((sum, [weight]) => sum + weight, 0))
    for (const [weight, value] of from) {
      if (left < weight) return value
      left -= weight
    }
    throw new Error('nothing to pick')
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.below(256)))
  }

  keypair(): Keypair {
    return Keypair.fromRawEd25519Seed(this.bytes(32))
  }
}
