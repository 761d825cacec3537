import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESKTOP, withPage } from './browser.test-helper.ts'
import { installFreighter, type Owner } from './freighter.test-helper.ts'
import { addressOf, ownerOf } from './people.test-helper.ts'
import type { World } from './world.test-helper.ts'

interface Eligibility {
  readonly boughtStroops: string
}

const BONDS = '200'
const STROOPS = 2_000_000_000n
const SUBMISSION = '**/api/v1/transactions'
/** Until a wallet is asked, on the busiest machine. */
const ASKED_MS = 30_000
const DONE = /The network has it: ledger \d+/

/** Everything that can go wrong between the button and the ledger: what is told, and that money moves once or not at all. */
export function connections(world: World): void {
  const bought = async ({ address }: Owner) => {
    const path = `/v1/offerings/2/eligibility?address=${address}`
    return BigInt((await world.stack.ask<Eligibility>(path)).boughtStroops)
  }
  /** Diego's browser with Freighter, signed in and on the page where he buys. */
  async function buying(work: (page: Page, owner: Owner) => Promise<void>): Promise<void> {
    const owner = await ownerOf(world.stack, 'Diego')
    const context = await world.browser.newContext({ viewport: DESKTOP, baseURL: world.stack.portal })
    await installFreighter(context, owner)
    await withPage(context, async ({ page }) => {
      await page.goto('/en/account?next=/en/invest/2')
      await page.getByRole('button', { name: 'Sign in with Freighter' }).click()
      await page.getByLabel('Bonds').fill(BONDS)
      owner.asked.length = 0
      await work(page, owner)
    })
    await context.close()
  }
  const goOn = (page: Page) => page.getByRole('button', { name: 'Go on' }).click()
  const sign = (page: Page) => page.getByRole('button', { name: /^(Sign in the wallet|Try again)$/ }).click()

  test('what a wallet does between connecting and signing keeps money where it is, and is told in words', () =>
    buying(async (page, owner) => {
      const before = await bought(owner)
      await goOn(page)
      await page.getByText('Your browser read the transaction itself').waitFor()

      const own = owner.address
      owner.address = await addressOf(world.stack, 'Luis')
      await sign(page)
      await page.getByText('Your wallet shows another address').waitFor()
      expect(owner.asked).toEqual([])
      owner.address = own

      const honest = owner.sign
      owner.sign = async (envelopeXdr) => envelopeXdr
      await sign(page)
      await page.getByText('another transaction came back than was sent').waitFor()
      owner.sign = honest

      owner.asked.length = 0
      owner.decides = false
      await sign(page)
      await expect.poll(() => owner.asked.length, { timeout: ASKED_MS }).toBe(1)
      owner.present = false
      await page.getByText('The wallet went away while it was being asked').waitFor()
      Object.assign(owner, { present: true, decides: true })

      expect(await bought(owner)).toBe(before)
      await sign(page)
      await page.getByText(DONE).waitFor()
      expect(await bought(owner)).toBe(before + STROOPS)
    }))

  test('a connection that breaks before the signature is sent breaks nothing: what was typed stays, what was signed arrives', () =>
    buying(async (page, owner) => {
      const before = await bought(owner)
      await page.context().setOffline(true)
      await goOn(page)
      await page.getByText('API_UNREACHABLE').waitFor()
      await page.context().setOffline(false)
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.getByText('Your browser read the transaction itself').waitFor()

      const signs = owner.sign
      owner.sign = async (envelopeXdr) => {
        await page.context().setOffline(true)
        return signs(envelopeXdr)
      }
      await sign(page)
      await page.getByText('Your transaction is not lost: this page asks again by itself.').waitFor()
      expect(await bought(owner)).toBe(before)
      await page.context().setOffline(false)
      await page.getByText(DONE).waitFor()
      expect(await bought(owner)).toBe(before + STROOPS)
      expect(owner.asked).toHaveLength(1)
    }))

  test('a connection that breaks after the signature is sent loses the answer only: it is carried out once, and the receipt comes', () =>
    buying(async (page, owner) => {
      const before = await bought(owner)
      let sent = 0
      await page.route(SUBMISSION, async (route: Route) => {
        await route.fetch()
        sent += 1
        await route.abort('connectionreset')
      })
      await goOn(page)
      await sign(page)
      await page.getByText(DONE).waitFor()
      expect(sent).toBe(1)
      expect(await bought(owner)).toBe(before + STROOPS)
    }))
}
