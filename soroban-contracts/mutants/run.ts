import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Tests } from './build.ts'

/** What tests say of a program: all pass, one fails (whose name is kept), or they come to no end. */
export type Outcome = {
  readonly kind: 'passed' | 'failed' | 'timeout'
  readonly test?: string
  readonly seconds: number
}

/** Runs a crate's tests on one mutant, up to the first that fails. `args` are those of the test program. */
export function runTests(
  tests: Tests,
  mutant: number,
  args: readonly string[],
  limitSeconds: number,
): Promise<Outcome> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(tests.executable, [...args], {
      cwd: tests.folder,
      // The bodies of all mutants of a function share its frame.
      env: { ...process.env, HELIOBOND_MUTANT: String(mutant), RUST_MIN_STACK: String(2 ** 28), RUST_BACKTRACE: '0' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let outcome: Omit<Outcome, 'seconds'> | undefined
    const end = (early: Omit<Outcome, 'seconds'>) => {
      outcome ??= early
      child.kill('SIGKILL')
    }
    const limit = setTimeout(() => end({ kind: 'timeout' }), limitSeconds * 1_000)
    createInterface({ input: child.stdout }).on('line', (line) => {
      const failed = /^test (\S+) .*FAILED$/.exec(line)
      if (failed?.[1]) end({ kind: 'failed', test: failed[1] })
    })
    child.on('error', reject)
    child.on('close', (status) => {
      clearTimeout(limit)
      const seconds = (performance.now() - started) / 1_000
      resolve({ ...(outcome ?? { kind: status === 0 ? 'passed' : 'failed' }), seconds })
    })
  })
}
