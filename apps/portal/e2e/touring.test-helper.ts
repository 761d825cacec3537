import { expect, test } from 'vitest'
import { DESKTOP, withPage } from './browser.test-helper.ts'
import type { World } from './world.test-helper.ts'

interface Health {
  readonly network: { readonly time: string }
}

/** The guided tour: a newcomer is somebody, somewhere, with one button, and time passes with another. */
export function touring(world: World): void {
  test('a newcomer plays the first chapter from the front page, and turns the clock', async () => {
    const { browser, stack } = world
    const now = async () => Date.parse((await stack.ask<Health>('/healthz')).network.time)
    const context = await browser.newContext({ viewport: DESKTOP, baseURL: stack.portal })
    await withPage(context, async ({ page, faults }) => {
      await page.goto('/en')
      await page.getByRole('link', { name: 'Guided tour' }).first().click()
      const before = await now()
      await page.getByRole('button', { name: '20 minutes on: a bill' }).click()
      await page.getByText(/It is now .* AST\. The meters/).waitFor()
      expect((await now()) - before).toBeGreaterThanOrEqual(1_200_000)
      await page.getByRole('button', { name: /Be Diego Santos/ }).click()
      await page.waitForURL(({ pathname }) => pathname === '/en/invest/2')
      await page.getByText('You are on the allow-list.').waitFor()
      expect(faults).toEqual([])
    })
    await context.close()
  })
}
