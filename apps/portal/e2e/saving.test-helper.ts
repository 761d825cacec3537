import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESKTOP, withPage } from './browser.test-helper.ts'
import type { World } from './world.test-helper.ts'

/** What a reader takes home as a file. */
export function saving(world: World): void {
  /** The lines of the file that a press of "Download as CSV" saves. */
  async function saved(page: Page, place: Locator): Promise<string[]> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      place.getByRole('button', { name: 'Download as CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^heliobond-.*\.csv$/)
    return (await readFile(await download.path(), 'utf8')).split('\r\n')
  }

  test('a table that stands on one page alone is saved as CSV, and so is the data behind a chart', async () => {
    const context = await world.browser.newContext({
      viewport: DESKTOP,
      baseURL: world.stack.portal,
      acceptDownloads: true,
    })
    await withPage(context, async ({ page, faults }) => {
      await page.goto('/en/systems/1')
      const [head, first] = await saved(page, page.getByRole('region', { name: 'Meters', exact: true }).first())
      expect(head).toBe('Meter,Measures,Rated at,Last reading,Registers,Key')
      // Keys whole, times in UTC.
      expect(first).toMatch(/^1,generation and export,100\.0 kW,\d{4}-\d\d-\d\dT[\d:]+Z,.*,[0-9a-f]{64}$/)
      const chart = page.getByRole('figure').filter({ hasText: 'Where the sun went' })
      await chart.getByText('Show the data as a table').click()
      const [names, ...values] = await saved(page, chart)
      expect(names).toContain('Sun used there')
      expect(values.length).toBeGreaterThan(1)
      expect(faults).toEqual([])
    })
    await context.close()
  })
}
