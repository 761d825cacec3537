import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESKTOP, expectAccessible, withPage } from './browser.test-helper.ts'
import { signInAs } from './sign-in.test-helper.ts'
import type { World } from './world.test-helper.ts'

interface Book {
  readonly asks: readonly { readonly bondStroops: string }[]
}
interface Trades {
  readonly data: readonly { readonly bondStroops: string; readonly paidStroops: string }[]
}
const TRADE_MS = 60_000

/** Fills in an order and carries it to the ledger with the development wallet. */
async function order(page: Page, side: 'sell' | 'buy', bonds: string, price: string): Promise<void> {
  await page.goto('/en/market/1')
  await page.getByLabel('I want to').selectOption(side)
  await page.getByLabel('Bonds', { exact: true }).fill(bonds)
  await page.getByLabel('Price of a bond', { exact: true }).fill(price)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('Your browser read the transaction itself').waitFor()
  await page.getByRole('button', { name: 'Sign in the wallet' }).click()
  await page.getByText(/The network has it: ledger \d+/).waitFor()
}

/** Selling and buying on the network's order book. */
export function trading(world: World): void {
  test('one investor offers bonds, withdraws some, another buys, and both see the trade', async () => {
    const baseURL = world.stack.portal
    const context = await world.browser.newContext({ viewport: DESKTOP, baseURL })
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, 'Ana Rivera')
      await page.goto('/en/market/1')
      await page.getByLabel('Price of a bond', { exact: true }).fill('0.98500001')
      await page.getByText('at most seven decimals').waitFor()
      await order(page, 'sell', '100', '0.985')
      await order(page, 'sell', '50', '1.02')
      await expectAccessible(page)
      await page.goto('/en/portfolio')
      await page.getByRole('heading', { name: 'My orders' }).waitFor()
      await page.getByRole('listitem').filter({ hasText: '1.02' }).getByRole('button', { name: 'Withdraw' }).click()
      await page.getByText('Your browser read the transaction itself').waitFor()
      await page.getByRole('button', { name: 'Sign in the wallet' }).click()
      await expect
        .poll(async () => (await world.stack.ask<Book>('/v1/offerings/1/orderbook')).asks.length, { timeout: TRADE_MS })
        .toBe(1)
      expect(faults).toEqual([])
    })
    await context.close()

    const other = await world.browser.newContext({ viewport: DESKTOP, baseURL })
    await withPage(other, async ({ page, faults }) => {
      await signInAs(page, 'Luis Ortiz')
      await order(page, 'buy', '40', '0.99')
      const trades = () => world.stack.ask<Trades>('/v1/offerings/1/trades?order=desc')
      await expect.poll(async () => (await trades()).data.length, { timeout: TRADE_MS }).toBe(1)
      // At the price that was offered, not at the one that was bid.
      expect((await trades()).data[0]).toMatchObject({ bondStroops: '400000000', paidStroops: '394000000' })
      await page.goto('/en/portfolio/history')
      await page.getByRole('cell', { name: 'bought', exact: true }).waitFor()
      const [csv] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download as CSV' }).click(),
      ])
      expect(await csv.failure()).toBeNull()
      await page.goto('/en/portfolio/statement')
      const [pdf] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'As PDF' }).click(),
      ])
      expect(pdf.suggestedFilename()).toMatch(/^heliobond-\d{4}-\d{2}-\d{2}\.pdf$/)
      expect(faults).toEqual([])
    })
    await other.close()
  })
}
