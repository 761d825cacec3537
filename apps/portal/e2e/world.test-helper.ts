import type { Browser } from 'playwright-core'
import type { Stack } from './stack.test-helper.ts'
import type { Staged } from './staged.test-helper.ts'

/** What every browser test plays in. Filled before the first one begins. */
export interface World {
  stack: Stack
  browser: Browser
}

/** A world whose clock is turned by months. */
export type StagedWorld = World & Staged
