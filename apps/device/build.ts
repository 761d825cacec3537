/**
 * Builds what is copied to a Raspberry Pi: `dist/`, which runs on Node 24 alone, without node_modules.
 *
 * One file for each part that is loaded on demand: the Stellar SDK costs memory only where a device speaks to the contract.
 *
 *     node apps/device/build.ts [--out FOLDER]
 */
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { rolldown } from 'rolldown'
import packageJson from './package.json' with { type: 'json' }

const { values } = parseArgs({ options: { out: { type: 'string' } } })
const out = resolve(values.out ?? join(import.meta.dirname, 'dist'))

rmSync(out, { recursive: true, force: true })
const bundle = await rolldown({
  input: { 'heliobond-device': join(import.meta.dirname, 'src/main.ts') },
  platform: 'node',
  // The SDK's optional parts for browsers and old systems are looked for and not there.
  onLog(level, log, report) {
    if (level === 'warn' && log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
    if (level !== 'warn') report(level, log)
  },
})
await bundle.write({ dir: out, format: 'esm', minify: true, comments: { legal: true } })
await bundle.close()
cpSync(join(import.meta.dirname, 'package'), out, { recursive: true })
const { version, license } = packageJson
const described = {
  name: 'heliobond-device',
  version,
  license,
  private: true,
  type: 'module',
  engines: { node: '>=24' },
}
writeFileSync(join(out, 'package.json'), `${JSON.stringify(described, null, 2)}\n`)
