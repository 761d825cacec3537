import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Tests start many processes from source: each finds what the ones before it have compiled, by content.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'heliobond-compile-cache')

/** Files of a few lines that live whole worlds for minutes, the longest first. */
const LONGEST = [
  'apps/portal/e2e/portal.test.ts',
  'apps/portal/e2e/life.test.ts',
  'apps/cli/src/chaos/chaos.test.ts',
  'apps/cli/src/demo/demo.test.ts',
]

/** Begins with what takes longest: where nothing is known of earlier runs, the larger file comes first, and a core would wait for the last one. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.findIndex((long) => moduleId.endsWith(long))
      return place < 0 ? LONGEST.length : place
    }
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}

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
    sequence: { sequencer: LongestFirst },
    // Far beyond what a test takes on a quiet machine: a loaded one is slow, not wrong.
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
})
