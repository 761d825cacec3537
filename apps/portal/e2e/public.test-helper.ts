import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  DESKTOP,
  expectAccessible,
  expectNoSideways,
  FIRST_LOAD_BYTES,
  firstLoadBytes,
  PHONE,
  type Watched,
  withPage,
} from './browser.test-helper.ts'
import { PUBLIC_PAGES } from './pages.test-helper.ts'
import type { World } from './world.test-helper.ts'

/** Every page that anybody may see. */
export function publicPages(world: World): void {
  let desktop: BrowserContext
  let phone: BrowserContext
  beforeAll(async () => {
    const { browser, stack } = world
    desktop = await browser.newContext({ viewport: DESKTOP, baseURL: stack.portal })
    phone = await browser.newContext({ viewport: PHONE, baseURL: stack.portal, colorScheme: 'dark' })
  })
  afterAll(async () => {
    await desktop.close()
    await phone.close()
  })

  test.each(PUBLIC_PAGES)('%s reads well on a desk and, dark and in English, on a phone', async (path) => {
    for (const [context, locale] of [
      [desktop, 'es'],
      [phone, 'en'],
    ] as const) {
      await withPage(context, async ({ page, faults }) => {
        const response = await page.goto(`/${locale}${path}`)
        expect(response?.status()).toBe(200)
        expect(await page.locator('h1').count()).toBe(1)
        expect(await page.title()).not.toBe('')
        await expectAccessible(page)
        await expectNoSideways(page)
        expect(faults).toEqual([])
      })
    }
  })

  test.each(PUBLIC_PAGES)('%s loads less script than 170 KB', async (path) => {
    const bytes = await withPage(desktop, ({ page }) => firstLoadBytes(page, `${world.stack.portal}/es${path}`))
    expect(bytes).toBeLessThan(FIRST_LOAD_BYTES)
  })

  test.each(PUBLIC_PAGES)('%s reads without scripts', async (path) => {
    const plain = await world.browser.newContext({
      viewport: DESKTOP,
      baseURL: world.stack.portal,
      javaScriptEnabled: false,
    })
    const read = ({ page }: Watched) =>
      page.goto(`/es${path}`).then(() => page.locator('h1, h2, h3, th, dt').allInnerTexts())
    const [without, hidden] = await withPage(plain, async (watched) => [
      await read(watched),
      // What only a script would show holds no text.
      (await watched.page.locator('[hidden]').allTextContents()).join(''),
    ])
    expect(without).toEqual(await withPage(desktop, read))
    expect(hidden).toBe('')
    await plain.close()
  })

  test('a page that is not there says so, in the language of its address', () =>
    withPage(desktop, async ({ page }) => {
      const response = await page.goto('/en/offerings/999')
      expect(response?.status()).toBe(404)
      await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor()
      await expectAccessible(page)
    }))

  test('no script of a stranger runs: the policy has a nonce and nothing else inline', () =>
    withPage(desktop, async ({ page }) => {
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
    withPage(desktop, async ({ page, faults }) => {
      await page.goto('/es/systems/1')
      const reading = page.getByText(/Lectura de/)
      const before = await reading.innerText()
      await expect.poll(() => reading.innerText(), { timeout: 20_000 }).not.toBe(before)
      expect(faults).toEqual([])
    }))

  test('the colours that a reader chose stay, without scripts', async () => {
    const context = await world.browser.newContext({ baseURL: world.stack.portal, javaScriptEnabled: false })
    await withPage(context, async ({ page }) => {
      await page.goto('/es/offerings')
      await page.getByRole('button', { name: 'Oscuro' }).click()
      await page.waitForURL('**/es/offerings')
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
      await page.goto('/es')
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    })
    await context.close()
  })
}
