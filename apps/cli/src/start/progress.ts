/** What `npm start` tells people while parts come up and go down, a line each. */
export class Progress {
  readonly #write: (line: string) => void

  constructor(write: (line: string) => void) {
    this.#write = write
  }

  /** Does a step and says how long it took. A step that throws says nothing: its error does. */
  async step<T>(name: string, what: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now()
    const result = await work()
    this.say(name, `${what}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
    return result
  }

  say(name: string, text: string): void {
    this.#write(`  ${name.padEnd(17)}${text}\n`)
  }

  line(text: string): void {
    this.#write(`${text}\n`)
  }
}
