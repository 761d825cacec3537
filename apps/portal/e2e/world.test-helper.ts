import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, vi } from 'vitest'
import { launch } from './browser.test-helper.ts'
import type { Stack } from './stack.test-helper.ts'
import type { Staged } from './staged.test-helper.ts'

/** What every browser test plays in. Filled before the first one begins. */
export interface World {
  stack: Stack
  browser: Browser
}

/** A world whose clock is turned by months. */
export type StagedWorld = World & Staged

/** Building and starting, on the busiest machine. */
const START_MS = 900_000
/** Every wait within a test has a limit of its own; on a busy machine many short ones add up. */
const TEST_MS = 420_000

/** The world of a file of browser tests: there before its first test, and gone after the last one. */
export function beginWorld<W extends World>(start: () => Promise<Omit<W, 'browser'>>): W {
  vi.setConfig({ testTimeout: TEST_MS })
  const world = {} as W
  beforeAll(async () => {
    const [started, browser] = await Promise.all([start(), launch()])
    Object.assign(world, started, { browser })
  }, START_MS)
  afterAll(async () => {
    await world.browser?.close()
    await world.stack?.stop()
  })
  return world
}
