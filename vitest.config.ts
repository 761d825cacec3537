import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Tests start many processes from source: each finds what the ones before it have compiled, by content.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'heliobond-compile-cache')

// Two workers: the tests start real networks, databases and brokers, and the reference machine has two cores.
export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'apps/*/src/**/*.test.ts',
      'apps/portal/e2e/**/*.test.ts',
      'bench/**/*.test.ts',
      'soroban-contracts/mutants/*.test.ts',
    ],
    maxWorkers: 2,
    // Far beyond what a test takes on a quiet machine: a loaded one is slow, not wrong.
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
})
