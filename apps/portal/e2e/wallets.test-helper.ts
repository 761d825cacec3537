import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DESKTOP, withPage } from './browser.test-helper.ts'
import { installFreighter, type Owner } from './freighter.test-helper.ts'
import { ownerOf } from './people.test-helper.ts'
import type { World } from './world.test-helper.ts'

/** Until a wallet is asked, on the busiest machine. */
const ASKED_MS = 30_000

/** Signing in with Freighter, and everything that can keep one from it. */
export function wallets(world: World): void {
  let context: BrowserContext
  let owner: Owner
  beforeAll(async () => {
    context = await world.browser.newContext({ viewport: DESKTOP, baseURL: world.stack.portal, locale: 'en' })
    owner = await ownerOf(world.stack, 'Luis')
    await installFreighter(context, owner)
  })
  afterAll(() => context.close())
  beforeEach(async () => {
    await context.clearCookies()
    const fresh = await ownerOf(world.stack, 'Luis')
    Object.assign(owner, { ...fresh, asked: owner.asked })
    owner.asked.length = 0
  })
  const signIn = { name: 'Sign in with Freighter' }

  test('a wallet proves whose address it is, and the page learns no token', () =>
    withPage(context, async ({ page, faults }) => {
      await page.goto('/en/account?next=/en/offerings')
      await page.getByRole('button', signIn).click()
      await page.waitForURL(({ pathname }) => pathname === '/en/offerings')
      const session = (await context.cookies()).find(({ name }) => name === 'heliobond_session')
      expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
      expect(await page.evaluate(() => document.cookie)).not.toContain('heliobond_session')
      await page.goto('/en/account')
      await page.getByText(owner.address).waitFor()
      expect(faults).toEqual([])
    }))

  test('who declines has cancelled: it is no error, and can be tried again', () =>
    withPage(context, async ({ page }) => {
      owner.confirms = false
      await page.goto('/en/account')
      await page.getByRole('button', signIn).click()
      await page.getByText('Cancelled in the wallet. Nothing was signed.').waitFor()
      owner.confirms = true
      await page.getByRole('button', signIn).click()
      await page.getByText('You are signed in as').waitFor()
    }))

  test('a wallet on another network is told so, and is asked for no signature', () =>
    withPage(context, async ({ page }) => {
      owner.passphrase = 'Public Global Stellar Network ; September 2015'
      await page.goto('/en/account')
      await page.getByRole('button', signIn).click()
      await page.getByText('Your wallet is on another network').waitFor()
      expect(owner.asked).toEqual([])
    }))

  test('a wallet that goes away while it is asked is told so', () =>
    withPage(context, async ({ page }) => {
      owner.decides = false
      await page.goto('/en/account')
      await page.getByRole('button', signIn).click()
      await expect.poll(() => owner.asked.length, { timeout: ASKED_MS }).toBe(1)
      owner.present = false
      await page.getByText('The wallet went away while it was being asked').waitFor()
    }))

  test('where there is no Freighter, it says where to get it', async () => {
    const bare = await world.browser.newContext({ baseURL: world.stack.portal })
    await withPage(bare, async ({ page }) => {
      await page.goto('/en/account')
      await page.getByRole('button', signIn).click()
      await page.getByText('Freighter was not found in this browser').waitFor()
    })
    await bare.close()
  })

  test("whoever plays one of the example's people is signed in as them, and signs out", () =>
    withPage(context, async ({ page }) => {
      await page.goto('/en/account')
      await page.getByText('On a real network nobody but you can sign for you.').waitFor()
      await page.getByRole('button', { name: 'Be Platform operator' }).click()
      await page.getByRole('link', { name: 'Operations' }).first().waitFor()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByRole('heading', { name: 'Sign in with your wallet' }).waitFor()
    }))

  test("a stranger's page cannot act for who is signed in", () =>
    withPage(context, async ({ page }) => {
      await page.goto('/en/account')
      await page.getByRole('button', signIn).click()
      await page.getByText('You are signed in as').waitFor()
      const refused = await page.request.post('/api/v1/transactions', {
        data: { envelopeXdr: 'AAAA' },
        headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      })
      expect(refused.status()).toBe(403)
      expect((await refused.json()).code).toBe('PORTAL_FOREIGN_REQUEST')
    }))
}
