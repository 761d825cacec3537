import { expect, test } from 'vitest'
import { DESKTOP, expectAccessible, expectNoSideways, PHONE, withPage } from './browser.test-helper.ts'
import type { World } from './world.test-helper.ts'

interface Health {
  readonly network: { readonly time: string }
}
interface Bill {
  readonly number: string
  readonly paid: boolean
}

const MONTH_SECONDS = 2_592_000
/** Of one month of the clock: a few seconds on a quiet machine. */
const MONTH_MS = 180_000

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

/** The tour's clock turned far: once nobody buys and bids any more, since sales and tenders do not wait. Needs auto-pay that is on. */
export function turningMonths(world: World): void {
  test('en el teléfono y en español pasa un mes con un botón: cada parte tiene su factura, y está pagada', async () => {
    const { browser, stack } = world
    const now = async () => Date.parse((await stack.ask<Health>('/healthz')).network.time)
    const newest = async (party: number): Promise<Bill | undefined> => {
      const path = `/v1/systems/1/bills?party=${party}&order=desc&limit=1`
      return (await stack.ask<{ data: Bill[] }>(path)).data[0]
    }
    const context = await browser.newContext({ viewport: PHONE, baseURL: stack.portal, colorScheme: 'dark' })
    await withPage(context, async ({ page, faults }) => {
      await page.goto('/es/tour')
      const before = await now()
      const known = await Promise.all([0, 1].map(newest))
      await page.getByRole('button', { name: 'Un mes adelante' }).click()
      await page.getByRole('progressbar').waitFor()
      await expectNoSideways(page)
      await expectAccessible(page)
      await page.getByText(/^Ahora es .* AST\./).waitFor({ timeout: MONTH_MS })
      expect((await now()) - before).toBeGreaterThanOrEqual(MONTH_SECONDS * 1_000)
      for (const party of [0, 1]) {
        const bill = await newest(party)
        expect(BigInt(bill?.number ?? 0)).toBeGreaterThan(BigInt(known[party]?.number ?? 0))
        expect(bill).toMatchObject({ paid: true })
      }
      await expectAccessible(page)
      expect(faults).toEqual([])
    })
    await context.close()
  })
}
