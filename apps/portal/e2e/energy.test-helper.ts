import { expect, test } from 'vitest'
import { DESKTOP, expectAccessible, expectNoSideways, PHONE, withPage } from './browser.test-helper.ts'
import { signInAs } from './sign-in.test-helper.ts'
import type { World } from './world.test-helper.ts'

const LIVE_MS = 60_000
const SCREENS = [
  {
    on: 'a desk, in English',
    ...{ locale: 'en', viewport: DESKTOP, live: /Reading of/, week: 'Week', earlier: 'Earlier' },
    ...{ data: /as a table/i, csv: 'Download as CSV', made: 'Made by the panels' },
  },
  {
    on: 'a phone, in Spanish',
    ...{ locale: 'es', viewport: PHONE, live: /Lectura de/, week: 'Semana', earlier: 'Anterior' },
    ...{ data: 'Ver los datos en una tabla', csv: 'Descargar en CSV', made: 'Producido por las placas' },
  },
] as const

/** A school looks at its energy: power as it comes, any period beside the one before, and the figures behind the chart. */
export function energyOnEveryScreen(world: World): void {
  test.each(SCREENS)('on $on', async ({ locale, viewport, live, week, earlier, data, csv, made }) => {
    const { browser, stack } = world
    const context = await browser.newContext({ viewport, baseURL: stack.portal })
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, 'Escuela Loíza, principal')
      await page.goto(`/${locale}/energy`)
      await page.waitForURL(({ pathname }) => pathname === `/${locale}/energy/1/0`)
      const reading = page.getByText(live)
      const before = await reading.innerText()
      await page.getByRole('link', { name: week, exact: true }).click()
      await page.waitForURL(({ search }) => search.includes('unit=week'))
      await page.getByText(made).first().waitFor()
      await page.getByText(data).first().click()
      await page.getByRole('table').first().waitFor()
      await expectNoSideways(page)
      await expectAccessible(page)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: csv }).first().click(),
      ])
      expect(await download.failure()).toBeNull()
      await page.getByRole('link', { name: earlier }).click()
      await page.waitForURL(({ search }) => search.includes('at='))
      // What the meter says now comes in while one reads of other days.
      await expect.poll(() => reading.innerText(), { timeout: LIVE_MS }).not.toBe(before)
      expect(faults).toEqual([])
    })
    await context.close()
  })
}
