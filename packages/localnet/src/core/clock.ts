/**
 * The network's clock: the machine's, turned by an offset. It is read only when a ledger closes, and what it shows to
 * ledgers never falls.
 *
 * One deliberate deviation from the public network: where every transaction closes a ledger of its own, several
 * ledgers may share one close time. Thousands of them fit into a second, and if each were later than the last, the
 * network would run ahead of the clock that its clients see.
 */
export class NetworkClock {
  readonly #machineNow: () => bigint
  #offsetSeconds: bigint

  /** @param machineNow Unix seconds of the machine */
  constructor(machineNow: () => bigint, startTime: bigint | undefined) {
    this.#machineNow = machineNow
    this.#offsetSeconds = startTime === undefined ? 0n : startTime - machineNow()
  }

  get offsetSeconds(): bigint {
    return this.#offsetSeconds
  }

  setOffset(seconds: bigint): void {
    this.#offsetSeconds = seconds
  }

  /** Unix seconds, never before `previous`. */
  after(previous: bigint): bigint {
    const now = this.#machineNow() + this.#offsetSeconds
    return now > previous ? now : previous
  }

  /** Turns the clock so that it shows `time` now. */
  turnTo(time: bigint): void {
    this.#offsetSeconds = time - this.#machineNow()
  }
}

export const machineSeconds = (): bigint => BigInt(Math.floor(Date.now() / 1000))
