/** Something in a draft that the contract would refuse, or that a launch needs. */
export interface DraftProblem {
  /** JSON pointer into the body. */
  readonly path: string
  /** missing: to be filled in; invalid: contradicts itself or the contract's bounds. */
  readonly code: 'missing' | 'invalid'
  /** For people: what is wrong and what would be right. */
  readonly message: string
}

/** Gathers the problems of a draft. */
export class Problems {
  readonly found: DraftProblem[] = []

  /** The value, or undefined and a problem that it is missing. */
  want<T>(path: string, value: T | undefined, what: string): T | undefined {
    if (value === undefined || value === '') {
      this.found.push({ path, code: 'missing', message: `${what} is missing.` })
      return undefined
    }
    return value
  }

  invalid(path: string, message: string): void {
    this.found.push({ path, code: 'invalid', message })
  }

  /** A problem unless it holds. */
  require(holds: boolean, path: string, message: string): void {
    if (!holds) this.invalid(path, message)
  }
}
