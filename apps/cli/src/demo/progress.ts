/** Shows what a long command is at. On a terminal the last line is rewritten; in a log every change of phase is a line. */
export class Progress {
  readonly #out: NodeJS.WriteStream
  readonly #started = performance.now()
  #phase = ''

  constructor(out: NodeJS.WriteStream = process.stderr) {
    this.#out = out
  }

  /** A new phase: a line that stays. */
  phase(text: string): void {
    if (text === this.#phase) return
    this.#phase = text
    this.#clear()
    this.#out.write(`${this.#elapsed()}  ${text}\n`)
  }

  /** A detail of the phase: shown on a terminal only, and overwritten by the next. */
  detail(text: string): void {
    if (!this.#out.isTTY) return
    this.#clear()
    this.#out.write(`${this.#elapsed()}    ${text}`.slice(0, this.#out.columns - 1))
  }

  done(): void {
    this.#clear()
  }

  #clear(): void {
    if (this.#out.isTTY) this.#out.write('\r\u001b[K')
  }

  #elapsed(): string {
    return `${((performance.now() - this.#started) / 1000).toFixed(1).padStart(6)} s`
  }
}
