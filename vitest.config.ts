import { defineConfig } from 'vitest/config'

// Two workers: the tests start real networks, databases and brokers, and the reference machine has two cores.
export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'apps/*/src/**/*.test.ts',
      'apps/portal/e2e/**/*.test.ts',
      'bench/**/*.test.ts',
      'soroban-contracts/*.test.ts',
    ],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
