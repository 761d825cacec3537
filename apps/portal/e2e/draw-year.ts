/** How long the browser takes to draw every half-hour of a year. */
import { DESKTOP, launch } from './browser.test-helper.ts'
import type { Stack } from './stack.test-helper.ts'

/** A drawing that takes longer is felt. */
export const MOST_DRAWING_MS = 100

const HALF_HOUR_MS = 1_800_000
const DAY_HALF_HOURS = 48
const DAY_MS = 86_400_000
/** Before the day that it is: a year with it. */
const YEAR_DAYS = 364
const WAIT_MS = 60_000

/**
 * Has the page of a system draw a whole year, so many times, each in a page of its own.
 *
 * The half-hours are made up on their way to the browser: an installation that has just begun has measured none. What is measured is what
 * every reader's browser does with them.
 */
export async function drawYear(
  stack: Stack,
  runs: number,
): Promise<{ readonly points: number; readonly milliseconds: readonly number[] }> {
  const { network } = await stack.ask<{ network: { time: string } }>('/healthz')
  const day = (days: number) => new Date(Date.parse(network.time) + days * DAY_MS).toISOString().slice(0, 10)
  const browser = await launch()
  const milliseconds: number[] = []
  let points = 0
  try {
    const context = await browser.newContext({ viewport: DESKTOP, baseURL: stack.portal })
    context.setDefaultTimeout(WAIT_MS)
    await context.route(/\/api\/v1\/systems\/1\/energy\?.*step=half-hour/, (route) => {
      const { searchParams } = new URL(route.request().url())
      const span = ['from', 'to'].map((name) => Date.parse(searchParams.get(name) ?? ''))
      return route.fulfill({ json: { data: halfHours(span[0] ?? 0, span[1] ?? 0) } })
    })
    for (let run = 0; run < runs; run += 1) {
      const page = await context.newPage()
      await page.goto(`/en/systems/1?unit=custom&from=${day(-YEAR_DAYS)}&to=${day(0)}`)
      await page.getByRole('button', { name: 'Show every half-hour' }).click()
      const chart = page.getByRole('img', { name: /half-hours of energy made/ })
      await chart.locator('canvas').waitFor()
      points = Number((await chart.getAttribute('aria-label'))?.replaceAll(/\D/g, ''))
      await page.waitForFunction(() => performance.getEntriesByName('heliobond-dense-chart').length > 0)
      milliseconds.push(
        await page.evaluate(() => Math.round(performance.getEntriesByName('heliobond-dense-chart')[0]?.duration ?? 0)),
      )
      await page.close()
    }
  } finally {
    await browser.close()
  }
  return { points, milliseconds }
}

/** A sun that rises and sets, and a house below it. */
function halfHours(fromMs: number, toMs: number): object[] {
  const buckets: object[] = []
  for (let at = fromMs; at < toMs; at += HALF_HOUR_MS) {
    const ofDay = (at / HALF_HOUR_MS) % DAY_HALF_HOURS
    const generated = Math.max(0, Math.round(40_000 * Math.sin((ofDay / DAY_HALF_HOURS) * 2 * Math.PI)))
    buckets.push({
      from: new Date(at).toISOString(),
      generatedWh: String(generated),
      exportedWh: String(Math.max(0, generated - 12_000)),
      consumedWh: [String(9_000 + ((at / HALF_HOUR_MS) % 7) * 400), '3000'],
    })
  }
  return buckets
}
