// Writes host-wasm/manifest.json: what the committed .wasm is, and what it was built from.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { sourceSha256 } from './source-hash.ts'

const [rustc, wasmOpt] = process.argv.slice(2)
const here = new URL('./', import.meta.url)
const CRATES = ['soroban-env-host', 'soroban-simulation', 'soroban-wasmi', 'stellar-xdr']

const lock = readFileSync(new URL('Cargo.lock', here), 'utf8')
const versionOf = (name: string) => lock.match(new RegExp(`name = "${name}"\nversion = "([^"]+)"`))?.[1]
const wasm = readFileSync(new URL('../host-wasm/soroban_host.wasm', here))
const manifest = {
  sha256: createHash('sha256').update(wasm).digest('hex'),
  bytes: wasm.length,
  sourceSha256: sourceSha256(),
  toolchain: { rustc, wasmOpt },
  crates: Object.fromEntries(CRATES.map((name) => [name, versionOf(name)])),
}
writeFileSync(new URL('../host-wasm/manifest.json', here), `${JSON.stringify(manifest, null, 2)}\n`)
console.log(`soroban_host.wasm: ${wasm.length} bytes, sha256 ${manifest.sha256}`)
