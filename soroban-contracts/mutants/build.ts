import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Mutant, type Woven, weave } from './weave.ts'

/** What the tests read, besides the contracts themselves. */
const READ = ['soroban-contracts', 'packages/contracts/wasm', 'packages/domain/vectors']
const CHOSEN = 'heliobond_common::mutants::chosen()'
const CHOOSER = `//! Which mutant runs: \`HELIOBOND_MUTANT\`, read once; 0 is the program itself.
extern crate std;
static CHOSEN: std::sync::OnceLock<u32> = std::sync::OnceLock::new();
pub fn chosen() -> u32 {
    *CHOSEN.get_or_init(|| std::env::var("HELIOBOND_MUTANT").ok().and_then(|text| text.parse().ok()).unwrap_or(0))
}
`

/** A crate's unit tests, with every mutant in them. */
export type Tests = { readonly crate: string; readonly executable: string; readonly folder: string }
export type Built = { readonly tests: readonly Tests[]; readonly unviable: ReadonlySet<number> }

/** Copies the repository's tracked and new files that the tests need, with their times, so that cargo builds what changed only. */
export function copySources(root: string, to: string): string {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...READ], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  rmSync(to, { recursive: true, force: true })
  for (const file of list.split('\0').filter((name) => name !== '' && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    cpSync(join(root, file), join(to, file), { preserveTimestamps: true })
  }
  return join(to, 'soroban-contracts')
}

/**
 * Weaves the mutants into the workspace at `folder` and builds the tests of `crates`. What does not compile is left out and
 * named, until the rest does.
 *
 * @throws {Error} if the workspace does not compile for a reason that lies in no mutant
 */
export function buildMutants(
  folder: string,
  mutants: readonly Mutant[],
  crates: readonly string[],
  say: (text: string) => void,
): Built {
  writeFileSync(join(folder, 'common/src/mutants.rs'), CHOOSER)
  const library = join(folder, 'common/src/lib.rs')
  writeFileSync(library, readFileSync(library, 'utf8').replace('#![no_std]', '#![no_std]\npub mod mutants;'))
  const originals = new Map(
    [...new Set(mutants.map(({ file }) => file))].map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
  const unviable = new Set<number>()
  for (;;) {
    const woven = new Map<string, Woven>()
    for (const [file, source] of originals) {
      const ofFile = mutants.filter((mutant) => mutant.file === file && !unviable.has(mutant.id))
      const result = weave(
        source,
        ofFile,
        file.startsWith('common/') ? CHOSEN.replace('heliobond_common', 'crate') : CHOSEN,
      )
      writeFileSync(join(folder, file), result.text)
      woven.set(file, result)
    }
    const { tests, places, said } = compile(folder, crates)
    if (tests) return { tests, unviable }
    const before = unviable.size
    for (const { file, line } of places) {
      const mutant = woven.get(file)?.mutantOfLine.get(line)
      if (mutant !== undefined) unviable.add(mutant)
    }
    if (unviable.size === before) {
      const where = places.map(({ file, line }) => `\n${file}:${line}`).join('')
      throw new Error(`the contracts do not compile, with or without mutants: ${where || said}`)
    }
    say(`${unviable.size} mutants do not compile; building the others`)
  }
}

type Place = { readonly file: string; readonly line: number }
type Message = {
  readonly reason: string
  readonly executable?: string | null
  readonly manifest_path?: string
  readonly target?: { readonly name: string }
  readonly profile?: { readonly test: boolean }
  readonly message?: {
    readonly level: string
    readonly spans: readonly { readonly file_name: string; readonly line_start: number; readonly is_primary: boolean }[]
  }
}

type Compiled = { readonly tests?: readonly Tests[]; readonly places: readonly Place[]; readonly said: string }

/** The tests, or where the compiler finds faults. */
function compile(folder: string, crates: readonly string[]): Compiled {
  const packages = crates.flatMap((crate) => ['-p', `heliobond-${crate}`])
  const args = ['build', '--tests', '--locked', '--keep-going', ...packages]
  const { status, stdout, stderr, error } = spawnSync('cargo', [...args, '--message-format=json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (error) throw error
  const messages = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Message)
  if (status === 0) {
    const tests = messages.flatMap(({ executable, profile, target, manifest_path: manifest }) =>
      executable && profile?.test && target && manifest
        ? [{ crate: target.name.replace(/^heliobond_/, ''), executable, folder: dirname(manifest) }]
        : [],
    )
    return { tests, places: [], said: stderr }
  }
  const places = messages.flatMap(({ message }) =>
    message?.level === 'error'
      ? message.spans.filter((span) => span.is_primary).map((span) => ({ file: span.file_name, line: span.line_start }))
      : [],
  )
  return { places, said: stderr }
}
