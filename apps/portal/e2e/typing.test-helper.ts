import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESKTOP, withPage } from './browser.test-helper.ts'
import { signInAs } from './sign-in.test-helper.ts'
import type { World } from './world.test-helper.ts'

/** Opens a page whose scripts come only when they are let in, as on a slow line. @returns lets them in. */
async function openSlowly(page: Page, path: string): Promise<() => Promise<void>> {
  let letIn = (): void => {}
  const gate = new Promise<void>((resolve) => {
    letIn = resolve
  })
  const scripts = /\/_next\/static\/.*\.js/
  await page.route(scripts, async (route) => {
    await gate
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' })
  await page.locator('main h1').waitFor()
  return async () => {
    letIn()
    await page.waitForLoadState('load')
    await page.unroute(scripts)
  }
}

/** Whoever types faster than the scripts come loses nothing. */
export function typingEarly(world: World): void {
  /** What somebody does on a page before its scripts are there, and what is there once they are. */
  async function slowly(
    person: string,
    path: string,
    before: (page: Page) => Promise<void>,
    after: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await world.browser.newContext({ viewport: DESKTOP, baseURL: world.stack.portal })
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, person)
      const letIn = await openSlowly(page, path)
      await before(page)
      await letIn()
      await after(page)
      expect(faults).toEqual([])
    })
    await context.close()
  }

  test('what was typed, chosen and pressed before the scripts were there is kept, and counts', async () => {
    await slowly(
      'Diego Santos',
      '/en/invest/2',
      async (page) => {
        await page.getByLabel('Bonds').fill('1,000')
        expect(await page.getByRole('button', { name: 'Go on' }).isDisabled()).toBe(true)
      },
      async (page) => {
        await page.getByText('990.00').waitFor()
        expect(await page.getByLabel('Bonds').inputValue()).toBe('1,000')
      },
    )
    await slowly(
      'Ana Rivera',
      '/en/market/1',
      async (page) => {
        await page.getByLabel('I want to').selectOption('buy')
        await page.getByLabel('Bonds', { exact: true }).fill('200')
        await page.getByLabel('Price of a bond').fill('0.97')
      },
      async (page) => {
        await page.getByText('194.00').waitFor()
        expect(await page.getByLabel('I want to').inputValue()).toBe('buy')
      },
    )
    await slowly(
      'Platform operator',
      '/en/operations/enrolments',
      async (page) => {
        await page.getByLabel('Where it hangs').fill('Roof of the gym')
        await page.getByLabel('Most that it can measure').fill('5000')
        await page.getByRole('button', { name: 'Give out a code' }).click()
      },
      async (page) => {
        expect(new URL(page.url()).search).toBe('')
        expect(await page.getByLabel('Most that it can measure').inputValue()).toBe('5000')
      },
    )
  })
}
