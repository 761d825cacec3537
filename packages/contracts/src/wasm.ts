import { readFile } from 'node:fs/promises'
import built from '../wasm/manifest.json' with { type: 'json' }

/** The contracts whose built files are here. */
export type ContractName = keyof typeof built.contracts

/** What the built files are, and what they were built from. */
export const manifest: {
  readonly contracts: Readonly<Record<ContractName, { readonly sha256: string; readonly bytes: number }>>
  /** Hex SHA-256 of the archive of the contracts' sources; each file names it, too (SEP-58). */
  readonly sourceSha256: string
  readonly toolchain: string
  readonly wasmOpt: string | null
} = built

/** A built contract, as it is uploaded. Its SHA-256 is the hash under which the network knows it. */
export const contractWasm = async (name: ContractName): Promise<Uint8Array> =>
  readFile(new URL(`../wasm/${name}.wasm`, import.meta.url))
