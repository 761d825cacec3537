// How much of what could be wrong with the contracts their tests notice: each mutant of cargo-mutants' list is one small fault
// (`<` for `<=`, a function that does nothing), and the tests should fail on it. cargo-mutants itself compiles anew for each;
// this builds all of them at once and chooses one when the tests start, so that a mutant costs a run of the tests only.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { RANDOM_SUITES } from '../suites.ts'
import { buildMutants, copySources, type Tests } from './build.ts'
import { listMutants } from './list.ts'
import { type Outcome, runTests } from './run.ts'
import type { Mutant } from './weave.ts'

const HELP = `npm run contracts:mutants -- [options] [crate or file...]

Tries the contracts' tests on small faults (mutants) and prints which of them no test notices, with a score for each file. Works on a
copy; nothing of the checkout changes. Needs cargo-mutants, which lists the faults. Where the crate's own tests notice nothing, its
random lives are tried, then the tests of the crates that use it.

  offering offering/src/need.rs   only these crates or files
  --every N     one of N mutants of each file, evenly; default 1: all
  --first K     which of the N, from 0
  --jobs N      how many at a time; default: one a core
  --out FILE    every mutant with what noticed it, as JSON lines
  --help        this text

Exits 0 whatever the score; 1 when tests fail without a fault, or nothing could be tried.
`

type Verdict = Mutant & {
  readonly noticed: 'tests' | 'lives' | 'dependants' | 'timeout' | null
  readonly by?: string | undefined
}

const here = fileURLToPath(new URL('..', import.meta.url))
const { values, positionals } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
if (values.help) process.stdout.write(HELP)
else await main()

async function main(): Promise<void> {
  const [every, first, jobs] = [whole('every', 1), whole('first', 0), whole('jobs', 1)]
  const target = process.env.CARGO_TARGET_DIR ?? join(here, 'target')
  const folder = copySources(join(here, '..'), join(target, 'mutants/source'))
  // Never the checkout's own: cargo would take crates with mutants in them for those without.
  process.env.CARGO_TARGET_DIR = join(target, 'mutants/target')
  const mutants = listMutants(folder, positionals, every, first)
  console.log(`${mutants.length} mutants, one of ${every} of each file; building them together`)
  const users = usersOf(folder)
  const changed = [...new Set(mutants.map(({ crate }) => crate))]
  const concerned = [...new Set(changed.flatMap((crate) => [crate, ...(users.get(crate) ?? [])]))]
  const { tests, unviable } = buildMutants(folder, mutants, concerned, console.log)
  const viable = mutants.filter(({ id }) => !unviable.has(id))
  for (const { name } of mutants.filter(({ id }) => unviable.has(id))) console.log(`does not compile: ${name}`)
  const suites = suitesOf(tests, users, changed)

  const verdicts: Verdict[] = []
  const waiting = [...viable]
  const work = async () => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const verdict = await judge(mutant, suites.get(mutant.crate) ?? [])
      verdicts.push(verdict)
      if (verdict.noticed === null) console.log(`not noticed: ${mutant.name}`)
      if (verdicts.length % 25 === 0) console.log(`${verdicts.length} of ${viable.length} tried; ${score(verdicts)}`)
    }
  }
  await Promise.all(Array.from({ length: jobs }, work))
  if (values.out) writeFileSync(values.out, verdicts.map((verdict) => `${JSON.stringify(verdict)}\n`).join(''))
  report(verdicts, unviable.size)
}

type Suite = {
  readonly kind: 'tests' | 'lives' | 'dependants'
  readonly tests: Tests
  readonly args: readonly string[]
  /** How long it may take: many times what it takes on no mutant, which is tried when it is first needed. */
  readonly limitSeconds: () => Promise<number>
}

/** What is tried on a crate's mutants, in this order. */
function suitesOf(
  tests: readonly Tests[],
  users: ReadonlyMap<string, readonly string[]>,
  crates: readonly string[],
): Map<string, Suite[]> {
  const limits = new Map<string, Promise<number>>()
  const suite = (kind: Suite['kind'], crate: string): Suite => {
    const args = kind === 'lives' ? RANDOM_SUITES : RANDOM_SUITES.flatMap((name) => ['--skip', name])
    const ofCrate = tests.find((one) => one.crate === crate)
    if (!ofCrate) throw new Error(`no tests of ${crate} were built`)
    const what = `${crate} ${kind === 'lives' ? 'random lives' : 'tests'}`
    const limitSeconds = () => {
      const known = limits.get(what) ?? tryUnchanged(what, ofCrate, args)
      limits.set(what, known)
      return known
    }
    return { kind, tests: ofCrate, args, limitSeconds }
  }
  return new Map(
    crates.map((crate) => [
      crate,
      [
        suite('tests', crate),
        suite('lives', crate),
        ...(users.get(crate) ?? []).map((user) => suite('dependants', user)),
      ],
    ]),
  )
}

/** How long a suite may take on a mutant, by what it takes on none. */
async function tryUnchanged(what: string, tests: Tests, args: readonly string[]): Promise<number> {
  const { kind, test, seconds } = await runTests(tests, 0, args, 1_200)
  if (kind !== 'passed') throw new Error(`without a mutant: ${what} ${kind}: ${test ?? 'no test named'}`)
  console.log(`without a mutant: ${what} ${seconds.toFixed(1)} s`)
  return 60 + seconds * 8
}

async function judge(mutant: Mutant, suites: readonly Suite[]): Promise<Verdict> {
  for (const { kind, tests, args, limitSeconds } of suites) {
    const outcome: Outcome = await runTests(tests, mutant.id, args, await limitSeconds())
    if (outcome.kind === 'timeout') return { ...mutant, noticed: 'timeout' }
    if (outcome.kind === 'failed')
      return { ...mutant, noticed: kind, by: `${tests.crate}: ${outcome.test ?? 'aborted'}` }
  }
  return { ...mutant, noticed: null }
}

/** Which crates use which, in their tests or altogether. */
function usersOf(folder: string): Map<string, string[]> {
  const output = execFileSync('cargo', ['metadata', '--no-deps', '--format-version', '1', '--locked'], {
    cwd: folder,
    encoding: 'utf8',
  })
  type Package = { readonly name: string; readonly dependencies: readonly { readonly name: string }[] }
  const { packages } = JSON.parse(output) as { readonly packages: readonly Package[] }
  const short = (name: string) => name.replace(/^heliobond-/, '')
  const users = new Map<string, string[]>()
  for (const { name, dependencies } of packages.filter((one) => one.name !== 'heliobond-upgrades')) {
    for (const used of new Set(dependencies.map((dependency) => dependency.name))) {
      users.set(short(used), [...(users.get(short(used)) ?? []), short(name)])
    }
  }
  return users
}

function report(verdicts: readonly Verdict[], unviable: number): void {
  const files = [...new Set(verdicts.map(({ file }) => file))].sort()
  for (const file of files)
    console.log(`${file.padEnd(40)} ${score(verdicts.filter((verdict) => verdict.file === file))}`)
  const by = (kind: Verdict['noticed']) => verdicts.filter(({ noticed }) => noticed === kind).length
  console.log(`all: ${score(verdicts)}; ${unviable} more do not compile`)
  console.log(
    `noticed by the crate's tests ${by('tests')}, by its random lives only ${by('lives')}, by its users' tests only ${by('dependants')}, by running on without end ${by('timeout')}`,
  )
}

function score(verdicts: readonly Verdict[]): string {
  const noticed = verdicts.filter((verdict) => verdict.noticed !== null).length
  return `${noticed} of ${verdicts.length} noticed (${((100 * noticed) / Math.max(1, verdicts.length)).toFixed(1)} %)`
}

function whole(name: 'every' | 'first' | 'jobs', least: number): number {
  const number = Number(values[name])
  if (!Number.isInteger(number) || number < least) throw new Error(`--${name}: a whole number from ${least} on`)
  return number
}
