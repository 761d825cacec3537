import type { BrowserContext, Page } from 'playwright-core'
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
import type { World } from './world.test-helper.ts'

/** Each page is loaded twice and looked at by axe: a busy machine takes its time. */
const ALL_PAGES_MS = 600_000

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>
/** Browsers in which somebody signed in, by name: a process tries one portal, and a session outlives its tests. */
const signedIn = new Map<string, SignedIn>()

/** Signs in as one of the example's people with the development wallet; everything in the context is then theirs. */
export async function signInAs(page: Page, name: string): Promise<void> {
  const context = page.context()
  const known = signedIn.get(name)
  if (known) return context.setStorageState(known)
  await page.goto('/en/account')
  await page.getByRole('button', { name: `Be ${name}` }).click()
  await page.getByText('You are signed in as').waitFor()
  signedIn.set(name, await context.storageState())
}

/** Holds the pages of one role to what the public ones are held to. */
export function ownPages(world: World, person: string, paths: readonly string[]): void {
  const contexts = async (): Promise<[BrowserContext, 'es' | 'en'][]> => {
    const baseURL = world.stack.portal
    return [
      [await world.browser.newContext({ viewport: DESKTOP, baseURL }), 'es'],
      [await world.browser.newContext({ viewport: PHONE, baseURL, colorScheme: 'dark' }), 'en'],
    ]
  }

  test(
    `${person}: every page reads well on a desk and, dark and in English, on a phone, and is light`,
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
            if (locale === 'es') {
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

  test(`${person}: who is not signed in is led to the sign-in, and back`, async () => {
    const context = await world.browser.newContext({ viewport: DESKTOP, baseURL: world.stack.portal })
    await withPage(context, async ({ page }) => {
      const [path = ''] = paths
      await page.goto(`/en${path}`)
      expect(new URL(page.url()).pathname).toBe('/en/account')
      await page.getByRole('button', { name: `Be ${person}` }).click()
      await page.waitForURL(({ pathname }) => pathname === `/en${path}`)
    })
    await context.close()
  })
}
