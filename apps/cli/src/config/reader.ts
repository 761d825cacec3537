/** Values of the environment by name, each checked; what is wrong gathers in `problems`. */
export class Reader {
  readonly #env: Readonly<Record<string, string | undefined>>
  readonly #read = new Set<string>()
  readonly problems: string[] = []

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.#env = env
  }

  problem(words: string): void {
    this.problems.push(words)
  }

  /** The value without surrounding space; undefined when it is absent or empty. */
  text(name: string): string | undefined {
    this.#read.add(name)
    const value = this.#env[name]?.trim()
    return value === '' ? undefined : value
  }

  has(name: string): boolean {
    return this.text(name) !== undefined
  }

  oneOf<const T extends string>(name: string, choices: readonly T[], fallback: NoInfer<T>): T {
    const value = this.text(name)
    if (value === undefined) return fallback
    const choice = choices.find((one) => one === value)
    if (choice === undefined) this.problem(`${name} must be one of ${choices.join(', ')}, not "${value}"`)
    return choice ?? fallback
  }

  /** 0 stands for any free port. */
  port(name: string, fallback: number): number {
    const value = this.text(name)
    if (value === undefined) return fallback
    const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
    if (port <= 65_535) return port
    this.problem(`${name} must be a port from 0 to 65535, not "${value}"`)
    return fallback
  }

  /** A whole number from 1 to `most`. */
  count(name: string, fallback: number, most: number): number {
    const value = this.text(name)
    if (value === undefined) return fallback
    const count = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN
    if (count >= 1 && count <= most) return count
    this.problem(`${name} must be a whole number from 1 to ${most}, not "${value}"`)
    return fallback
  }

  /** A port, or `off` for what is not to be started: null. */
  portOrOff(name: string, fallback: number): number | null {
    return this.text(name) === 'off' ? null : this.port(name, fallback)
  }

  /** An address of one of these protocols; null when not given. What was given is never repeated: it may hold a password. */
  url(name: string, protocols: readonly string[], example: string): string | null {
    const value = this.text(name)
    if (value === undefined) return null
    const url = URL.canParse(value) ? new URL(value) : null
    if (url && protocols.includes(url.protocol) && url.hostname !== '') return value
    this.problem(`${name} is not an address of the form ${example}`)
    return null
  }

  /** Web origins, separated by commas. */
  origins(name: string, fallback: readonly string[]): readonly string[] {
    const value = this.text(name)
    if (value === undefined) return fallback
    const origins = value.split(',').map((one) => one.trim())
    for (const origin of origins) {
      const isOrigin = URL.canParse(origin) && /^https?:\/\//.test(origin) && new URL(origin).origin === origin
      if (!isOrigin) this.problem(`${name} lists "${origin}", which is no origin such as https://example.org`)
    }
    return origins
  }

  json(name: string): string | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    try {
      JSON.parse(value)
      return value
    } catch {
      this.problem(`${name} is not JSON`)
      return undefined
    }
  }

  /** Names in the environment that begin so and were not read. */
  unread(prefix: string, others: readonly string[]): string[] {
    return Object.keys(this.#env)
      .filter((name) => name.startsWith(prefix) && !this.#read.has(name) && !others.includes(name))
      .sort()
  }
}
