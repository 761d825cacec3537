/** For tests: how each kind of operation ended, and how often. */
export class Outcomes {
  readonly #byKind = new Map<string, Map<string, number>>()
  operations = 0

  count(kind: string, code: string): void {
    this.operations += 1
    const codes = this.#byKind.get(kind) ?? new Map<string, number>()
    codes.set(code, (codes.get(code) ?? 0) + 1)
    this.#byKind.set(kind, codes)
  }

  succeeded(kind: string): number {
    return this.#byKind.get(kind)?.get('success') ?? 0
  }

  /** The codes of the kind's own with which it was refused: not those of the whole transaction. */
  refusals(kind: string): string[] {
    return [...(this.#byKind.get(kind)?.keys() ?? [])].filter((code) => code !== 'success' && !code.startsWith('tx_'))
  }

  kinds(): string[] {
    return [...this.#byKind.keys()].sort()
  }

  toString(): string {
    const line = (kind: string): string => {
      const codes = [...(this.#byKind.get(kind) ?? [])].sort(([, a], [, b]) => b - a)
      return `${kind}: ${codes.map(([code, times]) => `${code} ${times}`).join(', ')}`
    }
    return this.kinds().map(line).join('\n')
  }
}
