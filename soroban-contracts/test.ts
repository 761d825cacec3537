// Checks the contracts: format, clippy without a warning, tests.
//
//   npm run contracts:test                     all
//   npm run contracts:test -- registry energy  only these crates
//   npm run contracts:test -- --no-lint        tests only
//   npm run contracts:test -- --no-test        format and clippy only
//
// The tests run twice: on the sources, and, but for the random lives, on the built files that are kept with the clients.
//
// Uses the ordinary Rust toolchain. CARGO_TARGET_DIR may name a folder to share.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { RANDOM_SUITES } from './suites.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const { values, positionals } = parseArgs({
  options: { 'no-lint': { type: 'boolean', default: false }, 'no-test': { type: 'boolean', default: false } },
  allowPositionals: true,
})
const packages = positionals.flatMap((name) => ['-p', `heliobond-${name}`])
const whole = positionals.length === 0

if (!values['no-lint']) {
  cargo(['fmt', '--check', ...(whole ? ['--all'] : packages)])
  cargo(['clippy', '--locked', '--all-targets', ...(whole ? ['--workspace'] : packages), '--', '-D', 'warnings'])
  console.log('format and clippy: clean')
}
if (!values['no-test']) {
  const test = ['test', '--locked', '--no-fail-fast', ...(whole ? ['--workspace'] : packages)]
  const ofSources = cargo(test)
  const skipped = RANDOM_SUITES.flatMap((name) => ['--skip', name])
  const ofBuilt = cargo([...test, '--', ...skipped], { HELIOBOND_BUILT: '1' })
  const results = [...`${ofSources}${ofBuilt}`.matchAll(/^test result: .* (\d+) passed; (\d+) failed; (\d+) ignored/gm)]
  const [passed = 0, failed = 0, ignored = 0] = [1, 2, 3].map((group) =>
    results.reduce((total, result) => total + Number(result[group]), 0),
  )
  console.log(`contracts: ${passed} passed, ${failed} failed, ${ignored} ignored`)
  if (passed === 0) {
    console.error('no test ran')
    process.exitCode = 1
  }
}

/** Runs cargo, shows what it says, and yields its standard output; ends the process when it fails. */
function cargo(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, error } = spawnSync('cargo', args, {
    cwd: here,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (error) throw error
  process.stdout.write(stdout)
  if (status !== 0) {
    console.error(`cargo ${args[0]} failed`)
    process.exit(status ?? 1)
  }
  return stdout
}
