/** The portal in a real browser, over months that pass in a moment: what only time brings. One world serves all of it, in this order. */
import { describe } from 'vitest'
import { CHROMIUM } from './browser.test-helper.ts'
import { certifying } from './certifying.test-helper.ts'
import { contracting } from './contracting.test-helper.ts'
import { deciding } from './deciding.test-helper.ts'
import { ladder } from './ladder.test-helper.ts'
import { maturing } from './maturing.test-helper.ts'
import { operating } from './operating.test-helper.ts'
import { startStaged } from './staged.test-helper.ts'
import { beginWorld, type StagedWorld } from './world.test-helper.ts'

describe.skipIf(CHROMIUM === undefined)('the portal over months', () => {
  const world = beginWorld<StagedWorld>(startStaged)

  describe('a contractor', () => contracting(world))
  describe('certificates', () => certifying(world))
  describe('a bill that waits, and a coupon', () => ladder(world))
  describe('the end of the debt', () => maturing(world))
  describe('an operator', () => operating(world))
  describe('a decision', () => deciding(world))
})
