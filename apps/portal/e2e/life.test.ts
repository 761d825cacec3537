/** The portal in a real browser, over months that pass in a moment: what only time brings. One world serves all of it, in this order. */
import { afterAll, beforeAll, describe, vi } from 'vitest'
import { CHROMIUM, launch } from './browser.test-helper.ts'
import { certifying } from './certifying.test-helper.ts'
import { contracting } from './contracting.test-helper.ts'
import { ladder } from './ladder.test-helper.ts'
import { operating } from './operating.test-helper.ts'
import { startStaged } from './staged.test-helper.ts'
import type { StagedWorld } from './world.test-helper.ts'

const START_MS = 420_000
/** Every wait within a test has a limit of its own; on a busy machine many short ones add up. */
vi.setConfig({ testTimeout: 420_000 })

describe.skipIf(CHROMIUM === undefined)('the portal over months', () => {
  const world = {} as StagedWorld
  beforeAll(async () => {
    const [staged, browser] = await Promise.all([startStaged(), launch()])
    Object.assign(world, { ...staged, browser })
  }, START_MS)
  afterAll(async () => {
    await world.browser?.close()
    await world.stack?.stop()
  })

  describe('a contractor', () => contracting(world))
  describe('certificates', () => certifying(world))
  describe('a bill that waits, and a coupon', () => ladder(world))
  describe('an operator', () => operating(world))
})
