import { FrameWriter } from '../host/frame.ts'
import { HostMethod, type SorobanHost } from '../host/host.ts'
import type { LedgerView } from './view.ts'

/** The settings that the host reads; the others are history, or concern consensus. */
const SETTINGS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15] as const

/** XDR of the LedgerKey of a CONFIG_SETTING entry. */
function settingKey(id: number): Uint8Array {
  return Uint8Array.from([0, 0, 0, 8, 0, 0, 0, id])
}

function same(a: Uint8Array | undefined, b: Uint8Array): boolean {
  if (a === b) return true
  return a?.length === b.length && Buffer.compare(a, b) === 0
}

/** Keeps the host's configuration equal to the ledger's; an unchanged one costs 13 look-ups. */
export class ConfigTracker {
  readonly #host: SorobanHost
  readonly #keys = SETTINGS.map(settingKey)
  #known: Uint8Array[] = []

  constructor(host: SorobanHost) {
    this.#host = host
  }

  /** @throws {Error} when the ledger lacks a setting. */
  follow(view: LedgerView): void {
    const entries = this.#keys.map((key, index) => {
      const entry = view.get(key)
      if (!entry) throw new Error(`the ledger has no configuration setting ${SETTINGS[index]}`)
      return entry.entryXdr
    })
    if (entries.every((entry, index) => same(this.#known[index], entry))) return
    const frame = new FrameWriter().u32(entries.length)
    for (const entry of entries) frame.bytes(entry)
    this.#host.configure(frame.finish())
    this.#known = entries
  }
}

/** The configuration of a fresh network. */
export function defaultConfigEntries(host: SorobanHost): { keyXdr: Uint8Array; entryXdr: Uint8Array }[] {
  const reader = host.call(HostMethod.defaultConfig, new Uint8Array(1))
  return Array.from({ length: reader.u32() }, () => ({
    keyXdr: reader.bytes(),
    entryXdr: reader.bytes(),
  }))
}
