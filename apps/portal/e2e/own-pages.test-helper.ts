import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  DESKTOP,
  expectAccessible,
  expectNoSideways,
  FIRST_LOAD_BYTES,
  firstLoadBytes,
  opened,
  PHONE,
  withPage,
} from './browser.test-helper.ts'
import { PUBLIC_PAGES } from './pages.test-helper.ts'
import { signInAs } from './sign-in.test-helper.ts'
import type { World } from './world.test-helper.ts'

/** Each page is loaded twice and looked at by axe: a busy machine takes its time. */
const ALL_PAGES_MS = 600_000

/** Holds the pages of one role to what the public ones are held to. */
export function ownPages(world: World, person: string, paths: readonly string[]): void {
  const contexts = async (): Promise<[BrowserContext, 'es' | 'en'][]> => {
    const baseURL = world.stack.portal
    return [
      [await world.browser.newContext({ viewport: DESKTOP, baseURL }), 'en'],
      [await world.browser.newContext({ viewport: PHONE, baseURL, colorScheme: 'dark' }), 'es'],
    ]
  }

  test(
    `${person}: every page reads well on a desk and, dark and in Spanish, on a phone, and is light`,
    async () => {
      for (const [context, locale] of await contexts()) {
        await withPage(context, async ({ page, faults }) => {
          await signInAs(page, person)
          for (const path of paths) {
            const response = await opened(page, `/${locale}${path}`)
            expect(new URL(page.url()).pathname).toBe(`/${locale}${path.split('?')[0]}`)
            expect(await page.locator('h1').count(), path).toBe(1)
            await expectAccessible(page)
            await expectNoSideways(page)
            if (locale === 'en') {
              expect(await firstLoadBytes(page, response), path).toBeLessThan(FIRST_LOAD_BYTES)
            }
          }
          expect(faults).toEqual([])
        })
        await context.close()
      }
    },
    ALL_PAGES_MS,
  )

  const [own = ''] = paths
  if (PUBLIC_PAGES.some((path) => path === own)) return
  test(`${person}: who is not signed in is led to the sign-in, and back`, async () => {
    const context = await world.browser.newContext({ viewport: DESKTOP, baseURL: world.stack.portal })
    await withPage(context, async ({ page }) => {
      await page.goto(`/en${own}`)
      expect(new URL(page.url()).pathname).toBe('/en/account')
      await page.getByRole('button', { name: `Be ${person}` }).click()
      await page.waitForURL(({ pathname }) => pathname === `/en${own}`)
    })
    await context.close()
  })
}
