/** The portal in a real browser, against everything that `npm start` brings up. One installation serves all of it, in this order. */
import { describe } from 'vitest'
import { CHROMIUM } from './browser.test-helper.ts'
import { connections } from './connection.test-helper.ts'
import { energyOnEveryScreen } from './energy.test-helper.ts'
import { investing } from './invest.test-helper.ts'
import { issuing } from './issuing.test-helper.ts'
import { outages } from './outage.test-helper.ts'
import { ownPages } from './own-pages.test-helper.ts'
import { CONTRACTOR_PAGES, INVESTOR_PAGES, ISSUER_PAGES, OPERATOR_PAGES, USER_PAGES } from './pages.test-helper.ts'
import { paying } from './paying.test-helper.ts'
import { publicPages } from './public.test-helper.ts'
import { saving } from './saving.test-helper.ts'
import { startStack } from './stack.test-helper.ts'
import { touring, turningMonths } from './touring.test-helper.ts'
import { trading } from './trading.test-helper.ts'
import { typingEarly } from './typing.test-helper.ts'
import { wallets } from './wallets.test-helper.ts'
import { beginWorld } from './world.test-helper.ts'

describe.skipIf(CHROMIUM === undefined)('the portal', () => {
  const world = beginWorld(async () => ({ stack: await startStack() }))

  describe('its public pages', () => publicPages(world))
  describe('what is saved', () => saving(world))
  describe('an outage', () => outages(world))
  describe('signing in', () => wallets(world))
  describe('the guided tour', () => touring(world))
  describe('investing', () => investing(world))
  describe('a connection', () => connections(world))
  describe('trading', () => trading(world))
  describe('typing early', () => typingEarly(world))
  describe('a month on the tour', () => turningMonths(world))
  describe('paying', () => paying(world))
  describe('energy', () => energyOnEveryScreen(world))
  describe('issuing', () => issuing(world))
  describe('the pages of a school', () => ownPages(world, 'Escuela Loíza, principal', USER_PAGES))
  describe('the pages of an investor', () => ownPages(world, 'Ana Rivera', INVESTOR_PAGES))
  describe('the pages of a contractor', () => ownPages(world, 'Sol y Techo, contractor', CONTRACTOR_PAGES))
  describe('the pages of an issuer', () => ownPages(world, 'Municipality of Loíza, treasury', ISSUER_PAGES))
  describe('the pages of an operator', () => ownPages(world, 'Platform operator', OPERATOR_PAGES))
})
