import { isDeepStrictEqual } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  DESKTOP,
  expectAccessible,
  expectNoSideways,
  FIRST_LOAD_BYTES,
  firstLoadBytes,
  opened,
  openTab,
  PHONE,
  type Tab,
} from './browser.test-helper.ts'
import { PUBLIC_PAGES } from './pages.test-helper.ts'
import type { World } from './world.test-helper.ts'

/** Bills and payments come minutes apart. */
const MOST_LOOKS = 3

/** Every page that anybody may see. */
export function publicPages(world: World): void {
  let desktop: Tab
  let phone: Tab
  let plain: Tab
  beforeAll(async () => {
    const { browser, stack } = world
    const baseURL = stack.portal
    desktop = await openTab(await browser.newContext({ viewport: DESKTOP, baseURL }))
    phone = await openTab(await browser.newContext({ viewport: PHONE, baseURL, colorScheme: 'dark' }))
    plain = await openTab(await browser.newContext({ viewport: DESKTOP, baseURL, javaScriptEnabled: false }))
  })
  afterAll(() => Promise.all([desktop, phone, plain].map(({ page }) => page.context().close())))

  // Without what is folded away: the working of a proof, which may or may not be done by then.
  const read = async (page: Page) =>
    (await page.locator('h1, h2, h3, th, dt').allInnerTexts()).filter((text) => text !== '')

  test.each(PUBLIC_PAGES)(
    '%s reads well on a desk, dark and in Spanish on a phone, and without scripts; it is light',
    async (path) => {
      await desktop.look(async ({ page, faults }) => {
        const response = await opened(page, `/en${path}`)
        expect(await page.locator('h1').count()).toBe(1)
        expect(await page.title()).not.toBe('')
        await expectAccessible(page)
        await expectNoSideways(page)
        expect(await firstLoadBytes(page, response)).toBeLessThan(FIRST_LOAD_BYTES)
        expect(faults).toEqual([])
      })
      await phone.look(async ({ page, faults }) => {
        await page.goto(`/es${path}`)
        await expectAccessible(page)
        await expectNoSideways(page)
        expect(faults).toEqual([])
      })
      await plain.look(async ({ page }) => {
        await page.goto(`/en${path}`)
        let words = await read(page)
        // A bill or a payment that came meanwhile is on one of the two only.
        for (let looks = 1; looks < MOST_LOOKS && !isDeepStrictEqual(words, await read(desktop.page)); looks += 1) {
          await Promise.all([page.reload(), desktop.page.reload()])
          words = await read(page)
        }
        expect(await read(desktop.page)).toEqual(words)
        // What only a script would show holds no text.
        expect((await page.locator('[hidden]').allTextContents()).join('')).toBe('')
      })
    },
  )

  test('a page that is not there says so, in the language of its address', () =>
    desktop.look(async ({ page }) => {
      const response = await page.goto('/en/offerings/999')
      expect(response?.status()).toBe(404)
      await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor()
      await expectAccessible(page)
    }))

  test('no script of a stranger runs: the policy has a nonce and nothing else inline', () =>
    desktop.look(async ({ page }) => {
      const response = await page.goto('/es')
      const policy = response?.headers()['content-security-policy'] ?? ''
      expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/)
      expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/)
      await page.evaluate(() => {
        const stranger = document.createElement('div')
        stranger.innerHTML = '<img src="data:," onerror="window.strangers = true">'
        document.body.append(stranger)
      })
      await page.waitForTimeout(200)
      expect(await page.evaluate(() => 'strangers' in window)).toBe(false)
    }))

  test('power changes as the meter speaks, without loading the page again', () =>
    desktop.look(async ({ page, faults }) => {
      await page.goto('/es/systems/1')
      const reading = page.getByText(/Lectura de/)
      const before = await reading.innerText()
      await expect.poll(() => reading.innerText(), { timeout: 20_000 }).not.toBe(before)
      expect(faults).toEqual([])
    }))

  test('every half-hour of a year is loaded and drawn when somebody asks for it', () =>
    desktop.look(async ({ page, faults }) => {
      // The meters of a new installation have to speak twice before there is energy.
      const button = page.getByRole('button', { name: 'Show every half-hour' })
      await expect
        .poll(() => page.goto('/en/systems/1?unit=year').then(() => button.count()), {
          timeout: 60_000,
          interval: 2_000,
        })
        .toBe(1)
      expect(await page.locator('canvas').count()).toBe(0)
      await button.click()
      await page.getByRole('img', { name: /half-hours of energy made/ }).waitFor()
      await page.locator('canvas').waitFor()
      const drawn = await page.evaluate(() => performance.getEntriesByName('heliobond-dense-chart').length)
      expect(drawn).toBeGreaterThan(0)
      await expectAccessible(page)
      expect(faults).toEqual([])
    }))

  test('the colours that a reader chose stay, without scripts', () =>
    plain.look(async ({ page }) => {
      await page.goto('/es/offerings')
      await page.getByRole('button', { name: 'Oscuro' }).click()
      await page.waitForURL('**/es/offerings')
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
      await page.goto('/es')
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    }))
}
