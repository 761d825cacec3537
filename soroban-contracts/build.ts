// Builds the contracts to .wasm, reproducibly, with their manifest and their typed clients.
//
//   npm run contracts:build                     all, into packages/contracts
//   npm run contracts:build -- registry tariff  only these
//   npm run contracts:build -- --check          builds and compares with what is committed; exits 1 on a difference
//   npm run contracts:build -- --rehearsal      only the contract that the rehearsals of upgrades need
//   npm run contracts:build -- --archive FILE   writes the sources that decide the files, as the archive that each of them names
//                                               by its SHA-256 (SEP-58, source_sha256)
//
// Needs rustup's target wasm32v1-none, or Debian's rustc-web, cargo-web, rust-web-src and lld; uses wasm-opt (binaryen)
// when there is one. CARGO_TARGET_DIR may name a folder to share.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { tarOf } from '../packages/contracts/src/build/archive.ts'
import { adaptClient } from '../packages/contracts/src/build/client.ts'
import { type MetaEntry, withMeta } from '../packages/contracts/src/build/meta.ts'
import { withoutUnusedTypes } from '../packages/contracts/src/build/spec.ts'

const CONTRACTS = ['registry', 'tariff', 'energy', 'offering', 'tender', 'certificate']
const TARGET = 'wasm32v1-none'
const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..')
const packageDir = join(root, 'packages/contracts')
const targetDir = process.env.CARGO_TARGET_DIR ?? join(here, 'target')

type Toolchain = {
  readonly cargo: string
  readonly rustc: string
  /** The standard library is built along when it comes as source only. */
  readonly cargoFlags: readonly string[]
  readonly rustFlags: readonly string[]
  readonly version: string
}
type Manifest = {
  readonly contracts: Record<string, { readonly sha256: string; readonly bytes: number }>
  readonly sourceSha256: string
  readonly toolchain: string
  readonly wasmOpt: string | null
}

main()

function main(): void {
  const { values, positionals } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      rehearsal: { type: 'boolean', default: false },
      archive: { type: 'string' },
    },
    allowPositionals: true,
  })
  if (values.rehearsal) {
    rehearsal()
    return
  }
  const source = sourceArchive()
  if (values.archive !== undefined) {
    writeFileSync(values.archive, source)
    console.log(`${values.archive}: ${source.length} bytes, sha256 ${sha256(source)}`)
    return
  }
  const names = positionals.length > 0 ? positionals : CONTRACTS
  const unknown = names.filter((name) => !CONTRACTS.includes(name))
  if (unknown.length > 0) throw new Error(`no such contract: ${unknown.join(', ')}`)

  const toolchain = findToolchain()
  const wasmOpt = firstLine('wasm-opt', ['--version'])
  console.log(`${toolchain.version}; ${wasmOpt ?? 'no wasm-opt: the files stay larger than those committed'}`)
  compile(toolchain, names)

  const files = new Map<string, Uint8Array>()
  const built: Manifest['contracts'] = {}
  for (const name of names) {
    const wasm = withMeta(finish(name, wasmOpt !== undefined), sourceMeta(source))
    built[name] = { sha256: sha256(wasm), bytes: wasm.length }
    files.set(`wasm/${name}.wasm`, wasm)
    for (const [file, text] of Object.entries(generateClient(name, wasm))) {
      files.set(`src/generated/${name}/${file}`, Buffer.from(text))
    }
    console.log(`${name}: ${wasm.length} bytes, sha256 ${built[name]?.sha256}`)
  }
  const committed = readManifest()
  const isWhole = names.length === CONTRACTS.length
  const manifest: Manifest = {
    contracts: isWhole ? built : { ...committed?.contracts, ...built },
    sourceSha256: isWhole ? sha256(source) : (committed?.sourceSha256 ?? ''),
    toolchain: toolchain.version,
    wasmOpt: wasmOpt ?? null,
  }
  files.set('wasm/manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
  if (values.check) check(files, manifest, committed)
  else write(files)
}

/** Builds what a registry with another storage looks like; the tests of `upgrades` install it. */
function rehearsal(): void {
  compile(findToolchain(), ['upgrades'])
  const wasm = finish('upgrades', firstLine('wasm-opt', ['--version']) !== undefined)
  writeFileSync(join(here, 'upgrades/wasm/next.wasm'), wasm)
  console.log(`upgrades: ${wasm.length} bytes, sha256 ${sha256(wasm)}`)
}

function findToolchain(): Toolchain {
  const installed = firstOutput('rustup', ['target', 'list', '--installed']) ?? ''
  if (installed.split('\n').includes(TARGET)) {
    return {
      cargo: 'cargo',
      rustc: 'rustc',
      cargoFlags: [],
      rustFlags: [],
      version: firstLine('rustc', ['--version']) ?? 'rustc',
    }
  }
  const [cargo, rustc] = ['/usr/bin/cargo', '/usr/bin/rustc']
  const version = firstLine(rustc, ['--version'])
  const sysroot = firstLine(rustc, ['--print', 'sysroot'])
  const source = sysroot === undefined ? undefined : join(sysroot, 'lib/rustlib/src/rust/library')
  if (version === undefined || source === undefined || !existsSync(source) || !firstLine('wasm-ld', ['--version'])) {
    throw new Error(
      `no Rust for ${TARGET}: run "rustup target add ${TARGET}", or on Debian "apt-get install rustc-web cargo-web rust-web-src lld binaryen"`,
    )
  }
  // A panic is a trap with or without its message, and nothing in a contract reads the message: without it the code is a
  // sixth shorter. The standard library has to be built the same way.
  const rustFlags = ['-Zunstable-options', '-Cpanic=immediate-abort']
  return { cargo, rustc, cargoFlags: ['-Z', 'build-std=core,alloc'], rustFlags, version }
}

function compile({ cargo, rustc, cargoFlags, rustFlags }: Toolchain, names: readonly string[]): void {
  const cargoHome = process.env.CARGO_HOME ?? join(homedir(), '.cargo')
  const sysroot = firstLine(rustc, ['--print', 'sysroot']) ?? ''
  // No path of this machine may reach the binary.
  const prefixes = [join(cargoHome, 'registry/src'), join(sysroot, 'lib/rustlib/src/rust'), here.replace(/\/$/, '')]
  const flags = ['-Zlocation-detail=none', ...prefixes.map((prefix) => `--remap-path-prefix=${prefix}=`), ...rustFlags]
  const packages = names.flatMap((name) => ['-p', `heliobond-${name}`])
  const args = ['build', '--release', '--locked', ...cargoFlags, '--target', TARGET, ...packages]
  const env = {
    ...process.env,
    RUSTC: rustc,
    RUSTC_BOOTSTRAP: '1',
    RUSTFLAGS: flags.join(' '),
    CARGO_TARGET_WASM32V1_NONE_LINKER: cargoFlags.length > 0 ? 'wasm-ld' : undefined,
    CARGO_TARGET_DIR: targetDir,
  }
  const { status } = spawnSync(cargo, args, { cwd: here, env, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

/** The compiler's output made small, its specification without the types of other contracts. */
function finish(name: string, hasWasmOpt: boolean): Uint8Array {
  const compiled = join(targetDir, TARGET, 'release', `heliobond_${name}.wasm`)
  if (!hasWasmOpt) return withoutUnusedTypes(readFileSync(compiled))
  return inTemporaryFolder((folder) => {
    const small = join(folder, 'small.wasm')
    execFileSync('wasm-opt', ['-Oz', '--strip-debug', '--strip-producers', compiled, '-o', small])
    return withoutUnusedTypes(readFileSync(small))
  })
}

function generateClient(name: string, wasm: Uint8Array): ReturnType<typeof adaptClient> {
  return inTemporaryFolder((folder) => {
    const [file, out] = [join(folder, 'contract.wasm'), join(folder, 'client')]
    writeFileSync(file, wasm)
    const generator = join(root, 'node_modules/@stellar/stellar-sdk/bin/stellar-js')
    const args = [generator, 'generate', '--wasm', file, '--output-dir', out, '--contract-name', name]
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    const read = (source: string) => readFileSync(join(out, 'src', source), 'utf8')
    return adaptClient({ client: read('client.ts'), types: read('types.ts') })
  })
}

/** What a file says of its own source (SEP-58). */
function sourceMeta(source: Uint8Array): MetaEntry[] {
  return [['source_sha256', sha256(source)]]
}

/** What decides the binaries, tests not counted: a workspace that builds by itself, as one archive, always the same bytes. */
function sourceArchive(): Uint8Array {
  const names = globSync(['Cargo.toml', 'Cargo.lock', '*/Cargo.toml', '*/src/**/*.rs'], { cwd: here })
  const sources = names.filter((name) => !/\/(test|tests|testing|vectors)(\.rs$|\/)/.test(name))
  return tarOf(
    'heliobond-contracts',
    sources.map((name) => [name, readFileSync(join(here, name))]),
  )
}

function check(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest, committed: Manifest | undefined): void {
  const differing = [...files].filter(([file, bytes]) => {
    const path = join(packageDir, file)
    return !existsSync(path) || !readFileSync(path).equals(bytes)
  })
  if (differing.length === 0) {
    console.log('as committed')
    return
  }
  const list = differing.map(([file]) => `  ${file}`).join('\n')
  const isSameToolchain = manifest.toolchain === committed?.toolchain && manifest.wasmOpt === committed?.wasmOpt
  if (isSameToolchain || manifest.sourceSha256 !== committed?.sourceSha256) {
    console.error(`differs from what is committed; run "npm run contracts:build":\n${list}`)
    process.exitCode = 1
  } else {
    console.warn(`warning: built by another toolchain than what is committed, and differs:\n${list}`)
  }
}

function write(files: ReadonlyMap<string, Uint8Array>): void {
  for (const [file, bytes] of files) {
    const path = join(packageDir, file)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, bytes)
  }
}

function readManifest(): Manifest | undefined {
  const path = join(packageDir, 'wasm/manifest.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

function inTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'heliobond-contracts-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function firstLine(command: string, args: readonly string[]): string | undefined {
  return firstOutput(command, args)?.split('\n')[0]?.trim()
}

/** What a command prints; undefined if there is no such command or it fails. */
function firstOutput(command: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' })
  return status === 0 ? stdout : undefined
}
