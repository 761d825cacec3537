/**
 * How many transactions may be under way at once, by what the network answers. An answer that leaves open what became of a transaction (none at all,
 * or "try again later") halves it; every one that is taken lets one more go.
 */
export class Pressure {
  #limit = Number.POSITIVE_INFINITY

  /** Whether another may be sent beside so many. */
  allows(underWay: number): boolean {
    return underWay < this.#limit
  }

  note(answer: string, underWay: number): void {
    if (answer === 'TRY_AGAIN_LATER' || answer === 'NO_ANSWER')
      this.#limit = Math.max(1, Math.floor(Math.min(this.#limit, underWay) / 2))
    else if (answer === 'PENDING' || answer === 'DUPLICATE') this.#limit += 1
  }
}
