/** `npm run screenshots`: every page as people see it: desktop, phone, dark, Spanish and English. */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContext } from 'playwright-core'
import { launch } from './browser.test-helper.ts'
import { draftOffering } from './drafting.test-helper.ts'
import {
  CONTRACTOR_PAGES,
  INVESTOR_PAGES,
  ISSUER_PAGES,
  OPERATOR_PAGES,
  PUBLIC_PAGES,
  USER_PAGES,
} from './pages.test-helper.ts'
import { type Stack, startStack } from './stack.test-helper.ts'

const HELP = `npm run screenshots -- [options]

Starts everything with data of its own, plays a little of the example, and pictures every page. Needs Chromium.

  --out FOLDER     where to (default apps/portal/.screenshots)
  --only TEXT      pages whose path holds this
  --portal URL     a portal that runs already, of the example; nothing is started
  --help           this text
`

const LOOKS = [
  { name: 'desktop', viewport: { width: 1280, height: 900 }, colorScheme: 'light', locale: 'es' },
  { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'light', locale: 'es' },
  { name: 'dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark', locale: 'en' },
] as const

const ISSUER = 'Municipality of Loíza, treasury'

/** Whose pages, and whom to play for them; null: nobody. */
const SETS = [
  { role: 'public', person: null, pages: PUBLIC_PAGES },
  { role: 'investor', person: 'Ana Rivera', pages: INVESTOR_PAGES },
  { role: 'contractor', person: 'Sol y Techo, contractor', pages: CONTRACTOR_PAGES },
  { role: 'user', person: 'Escuela Loíza, principal', pages: USER_PAGES },
  {
    role: 'issuer',
    person: ISSUER,
    pages: [...ISSUER_PAGES, '/issuer/drafts/1?part=terms', '/issuer/drafts/1?part=system'],
  },
  { role: 'operator', person: 'Platform operator', pages: OPERATOR_PAGES },
] as const

/** Two bills: the example bills every quarter of an hour. */
const BILL_SECONDS = 1_100

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      only: { type: 'string' },
      portal: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const out = resolve(values.out ?? join(import.meta.dirname, '..', '.screenshots'))
  await mkdir(out, { recursive: true })
  const stack = values.portal === undefined ? await startStack() : null
  const browser = await launch()
  try {
    if (stack) await play(stack, browser)
    await picture(browser, values.portal ?? stack?.portal ?? '', out, values.only ?? '')
  } finally {
    await browser.close()
    await stack?.stop()
  }
  process.stdout.write(`Pictures in ${out}\n`)
  return 0
}

/** So that there are bills, payments, a receipt and a draft to be seen. */
async function play(stack: Stack, browser: Browser): Promise<void> {
  const context = await browser.newContext({ baseURL: stack.portal })
  await signIn(context, ISSUER)
  await draftOffering(await context.newPage(), stack)
  await context.close()
  for (let bills = 0; bills < 2; bills += 1) {
    await stack.ask('/v1/dev/clock', { seconds: BILL_SECONDS })
    await new Promise((done) => setTimeout(done, 20_000))
  }
}

async function picture(browser: Browser, portal: string, out: string, only: string): Promise<void> {
  for (const { name, viewport, colorScheme, locale } of LOOKS) {
    for (const { role, person, pages } of SETS) {
      const context = await browser.newContext({ viewport, colorScheme, baseURL: portal })
      if (person !== null) await signIn(context, person)
      for (const path of pages.filter((one) => one.includes(only))) {
        const file = join(out, `${role}${path.replaceAll(/[/?=&]/g, '-') || '-home'}.${name}.png`)
        const page = await context.newPage()
        await page.goto(`/${locale}${path}`)
        // What moves in comes within this.
        await page.waitForTimeout(400)
        await page.screenshot({ path: file, fullPage: true })
        await page.close()
        process.stdout.write(`${file}\n`)
      }
      await context.close()
    }
  }
}

async function signIn(context: BrowserContext, person: string): Promise<void> {
  const page = await context.newPage()
  await page.goto('/en/account')
  await page.getByRole('button', { name: `Be ${person}` }).click()
  await page.getByText('You are signed in as').waitFor()
  await page.close()
}

process.exitCode = await main()
