/** The portal in a real browser, against everything that `npm start` brings up. One installation serves all of it, in this order. */
import { afterAll, beforeAll, describe, vi } from 'vitest'
import { CHROMIUM, launch } from './browser.test-helper.ts'
import { investing } from './invest.test-helper.ts'
import { issuing } from './issuing.test-helper.ts'
import { outages } from './outage.test-helper.ts'
import { ownPages } from './own-pages.test-helper.ts'
import { INVESTOR_PAGES, ISSUER_PAGES, OPERATOR_PAGES, USER_PAGES } from './pages.test-helper.ts'
import { paying } from './paying.test-helper.ts'
import { publicPages } from './public.test-helper.ts'
import { startStack } from './stack.test-helper.ts'
import { touring } from './touring.test-helper.ts'
import { trading } from './trading.test-helper.ts'
import { wallets } from './wallets.test-helper.ts'
import type { World } from './world.test-helper.ts'

const START_MS = 420_000
/** Every wait within a test has a limit of its own; on a busy machine many short ones add up. */
vi.setConfig({ testTimeout: 420_000 })

describe.skipIf(CHROMIUM === undefined)('the portal', () => {
  const world = {} as World
  beforeAll(async () => {
    const [stack, browser] = await Promise.all([startStack(), launch()])
    Object.assign(world, { stack, browser })
  }, START_MS)
  afterAll(async () => {
    await world.browser?.close()
    await world.stack?.stop()
  })

  describe('its public pages', () => publicPages(world))
  describe('an outage', () => outages(world))
  describe('signing in', () => wallets(world))
  describe('the guided tour', () => touring(world))
  describe('investing', () => investing(world))
  describe('trading', () => trading(world))
  describe('paying', () => paying(world))
  describe('issuing', () => issuing(world))
  describe('the pages of a school', () => ownPages(world, 'Escuela Loíza, principal', USER_PAGES))
  describe('the pages of an investor', () => ownPages(world, 'Ana Rivera', INVESTOR_PAGES))
  describe('the pages of an issuer', () => ownPages(world, 'Municipality of Loíza, treasury', ISSUER_PAGES))
  describe('the pages of an operator', () => ownPages(world, 'Platform operator', OPERATOR_PAGES))
})
