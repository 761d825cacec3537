/**
 * Reads the fields of a JSON object and gathers every fault in words, each with its path, so that whoever edits the file
 * mends it in one go. A field that nobody defined is a fault too: a misspelt limit must not be passed over.
 */
export class Fields {
  readonly #object: Readonly<Record<string, unknown>>
  readonly #path: string
  readonly #faults: string[]
  readonly #seen = new Set<string>()

  constructor(value: unknown, path: string, faults: string[]) {
    this.#path = path
    this.#faults = faults
    this.#object = isObject(value) ? value : {}
    if (!isObject(value)) this.fault('', 'must be an object in braces')
  }

  fault(name: string, words: string): void {
    const path = [this.#path, name].filter((part) => part !== '').join('.')
    this.#faults.push(`${path === '' ? 'the file' : path} ${words}`)
  }

  has(name: string): boolean {
    return this.#object[name] !== undefined && this.#object[name] !== null
  }

  /** The raw value; it counts as known. */
  take(name: string): unknown {
    this.#seen.add(name)
    return this.#object[name]
  }

  text(name: string, fallback?: string): string {
    const value = this.take(name)
    if (value === undefined && fallback !== undefined) return fallback
    if (typeof value === 'string' && value !== '') return value
    this.fault(name, value === undefined ? 'is missing' : 'must be a text in quotes')
    return ''
  }

  optionalText(name: string): string | undefined {
    return this.has(name) ? this.text(name) : void this.take(name)
  }

  /** A whole number within bounds. */
  whole(name: string, { min, max, fallback }: { min: number; max: number; fallback?: number }): number {
    const value = this.take(name)
    if (value === undefined && fallback !== undefined) return fallback
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value
    this.fault(name, value === undefined ? 'is missing' : `must be a whole number from ${min} to ${max}`)
    return min
  }

  /** A number within bounds: for instruments and models, never for billed energy. */
  decimal(name: string, { min, max, fallback }: { min: number; max: number; fallback?: number }): number {
    const value = this.take(name)
    if (value === undefined && fallback !== undefined) return fallback
    if (typeof value === 'number' && value >= min && value <= max) return value
    this.fault(name, value === undefined ? 'is missing' : `must be a number from ${min} to ${max}`)
    return min
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.take(name)
    if (value === undefined) return fallback
    if (typeof value === 'boolean') return value
    this.fault(name, 'must be true or false')
    return fallback
  }

  choice<const T extends string>(name: string, choices: readonly T[], fallback?: T): T {
    const value = this.take(name)
    if (value === undefined && fallback !== undefined) return fallback
    const found = choices.find((choice) => choice === value)
    if (found !== undefined) return found
    this.fault(name, `${value === undefined ? 'is missing; it ' : ''}must be one of ${choices.join(', ')}`)
    return choices[0] as T
  }

  /** Every field of this part, whatever its name. */
  all<T>(read: (name: string) => T): Readonly<Record<string, T>> {
    return Object.fromEntries(Object.keys(this.#object).map((name) => [name, read(name)]))
  }

  /** A part of the file with fields of its own. */
  part<T>(name: string, read: (fields: Fields) => T): T {
    return this.#within(this.take(name), name, read)
  }

  optionalPart<T>(name: string, read: (fields: Fields) => T): T | undefined {
    return this.has(name) ? this.part(name, read) : void this.take(name)
  }

  list<T>(name: string, read: (fields: Fields) => T): readonly T[] {
    const value = this.take(name)
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      this.fault(name, 'must be a list in brackets')
      return []
    }
    return value.map((item: unknown, index) => this.#within(item, `${name}[${index}]`, read))
  }

  /** To be called last: what was not asked for is a fault. */
  end(): void {
    for (const name of Object.keys(this.#object)) {
      if (!this.#seen.has(name)) this.fault(name, 'is not a setting; see docs/meter.md')
    }
  }

  #within<T>(value: unknown, name: string, read: (fields: Fields) => T): T {
    const fields = new Fields(value, [this.#path, name].filter((part) => part !== '').join('.'), this.#faults)
    const result = read(fields)
    fields.end()
    return result
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
