/** What was started, to be stopped in the reverse order. */
export class Closers {
  readonly #closers: { readonly name: string; readonly close: () => Promise<unknown> }[] = []

  add(name: string, close: () => Promise<unknown>): void {
    this.#closers.push({ name, close })
  }

  /**
   * Stops everything, the last started first, one after the other. One that fails does not keep the others running.
   *
   * @throws {AggregateError} at the end, if any failed.
   */
  async close(onClosing: (name: string) => void = () => undefined): Promise<void> {
    const errors: unknown[] = []
    for (const { name, close } of this.#closers.splice(0).reverse()) {
      onClosing(name)
      await close().catch((error: unknown) => errors.push(new Error(`${name} did not stop`, { cause: error })))
    }
    if (errors.length > 0) throw new AggregateError(errors, errors.map(String).join('; '))
  }
}
