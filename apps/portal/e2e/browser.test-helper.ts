/** A real Chromium, and what every page is held to. */
import { existsSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Locator, type Page, type Response } from 'playwright-core'
import { expect } from 'vitest'

const CANDIDATES = [
  process.env.CHROME_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
/** Where Chromium is; undefined where there is none. */
export const CHROMIUM = CANDIDATES.find((path) => path !== '' && existsSync(path))
if (CHROMIUM === undefined && process.env.HELIOBOND_REQUIRE_ALL === '1') {
  throw new Error('HELIOBOND_REQUIRE_ALL=1, but no Chromium is installed')
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: FLAGS })

/** Most script that a route may load before anything is done with it, gzipped. */
export const FIRST_LOAD_BYTES = 170_000

export const DESKTOP = { width: 1280, height: 900 }
export const PHONE = { width: 390, height: 844 }

const MOST_TABS = 80

/** What went wrong in a page while it was looked at: errors of scripts, of the policy, and of requests to ourselves. */
export interface Watched {
  readonly page: Page
  readonly faults: string[]
}

/** A page that is kept open: what is looked at next comes in it, as when somebody reads on. */
export interface Tab {
  readonly page: Page
  /** Works in it. Its errors are kept, from here on. */
  look<T>(work: (watched: Watched) => Promise<T>): Promise<T>
}

export async function openTab(context: BrowserContext): Promise<Tab> {
  const page = await context.newPage()
  let faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  return {
    page,
    async look(work) {
      faults = []
      try {
        return await work({ page, faults })
      } catch (error) {
        // What a person would have seen says more than which line waited in vain.
        const seen = await page
          .locator('body')
          .innerText({ timeout: 1_000 })
          .catch(() => '')
        throw new Error(`${page.url()} showed:\n${seen}\n${faults.join('\n')}`, { cause: error })
      }
    },
  }
}

/** Opens a page whose errors are kept, and closes it whatever happens. */
export async function withPage<T>(context: BrowserContext, work: (watched: Watched) => Promise<T>): Promise<T> {
  const tab = await openTab(context)
  try {
    return await tab.look(work)
  } finally {
    await tab.page.close()
  }
}

/** Rules of WCAG 2.2 A and AA, and axe's own best practices. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** axe finds nothing. Our pages hold no frames, so it need not gather what it finds in a page of its own. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(page.frames().length, `${page.url()} holds frames`).toBe(1)
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
  const { violations } = await axe.withTags(RULES).analyze()
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect(found, page.url()).toEqual([])
}

/** The narrowest screen on which nobody has to scroll sideways: WCAG 2.2, 1.4.10. */
const NARROW = { width: 320, height: 640 }

/** Nothing stands outside the width of the screen; of a phone, not of a narrower one either. */
export async function expectNoSideways(page: Page): Promise<void> {
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(await over(), `${page.url()} is wider than its screen`).toBeLessThanOrEqual(0)
  const screen = page.viewportSize()
  if (screen === null || screen.width > PHONE.width) return
  await page.setViewportSize(NARROW)
  expect(await over(), `${page.url()} is wider than ${NARROW.width} pixels`).toBeLessThanOrEqual(0)
  await page.setViewportSize(screen)
}

/** Goes to an address and sees that it is there. @returns what the page came in. */
export async function opened(page: Page, address: string): Promise<Response> {
  const answer = await page.goto(address)
  if (answer === null) throw new Error(`${address} was open already`)
  expect(answer.status(), address).toBe(200)
  return answer
}

/** Sizes of scripts that were weighed already: pages share most of them. */
const weighed = new Map<string, number>()

/** Bytes of script that a page loads before anything is done with it, gzipped; of the answer that it came in. */
export async function firstLoadBytes(page: Page, answer: Response): Promise<number> {
  const [url, html] = [answer.url(), await answer.text()]
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/nomodule/i.test(tag))
  const sources = new Set(tags.map((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1]).filter((src) => src !== undefined))
  let bytes = 0
  for (const source of sources) {
    const address = new URL(source, url).href
    let size = weighed.get(address)
    if (size === undefined) {
      const script = await page.request.get(address, { headers: { 'accept-encoding': 'identity' } })
      size = gzipSync(await script.body()).byteLength
      weighed.set(address, size)
    }
    bytes += size
  }
  return bytes
}

/** Goes to a button or a link with the tabulator alone and presses it. @throws if no way leads there. */
export async function pressOn(page: Page, name: string): Promise<void> {
  const isThere = () => page.evaluate((text) => document.activeElement?.textContent?.trim() === text, name)
  await tabTo(page, isThere, name)
  await page.keyboard.press('Enter')
}

/** Goes to a field with the tabulator alone. @throws if no way leads there. */
export async function focusOn(page: Page, field: Locator): Promise<void> {
  await field.waitFor()
  await tabTo(page, () => field.evaluate((node) => node === document.activeElement), String(field))
}

async function tabTo(page: Page, isThere: () => Promise<boolean>, name: string): Promise<void> {
  for (let steps = 0; steps < MOST_TABS; steps += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the tabulator does not lead to "${name}"`)
}
