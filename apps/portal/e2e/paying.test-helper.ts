import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESKTOP, expectAccessible, expectNoSideways, PHONE, pressOn, withPage } from './browser.test-helper.ts'
import { installFreighter } from './freighter.test-helper.ts'
import { ownerOf } from './people.test-helper.ts'
import type { World } from './world.test-helper.ts'

/** The example bills every quarter of an hour, and waits two minutes for the meters. */
const ONE_BILL_SECONDS = 1_100
const BILL_MS = 60_000

interface Bill {
  readonly number: string
  readonly dueStroops: string
  readonly paid: boolean
}

async function signIn(page: Page, next: string, button = 'Sign in with Freighter', locale = 'en'): Promise<void> {
  await page.goto(`/${locale}/account?next=/${locale}${next}`)
  await page.getByRole('button', { name: button }).click()
  await page.waitForURL(({ pathname }) => pathname === `/${locale}${next}`)
}

/** Counts from now on how often the page stands without its title; returns how to ask. */
async function watchTitle(page: Page): Promise<() => Promise<number>> {
  const seen = await page.evaluateHandle(() => {
    const count = { untitled: 0 }
    const look = () => {
      if (document.querySelector('title') === null) count.untitled += 1
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true })
    return count
  })
  return () => seen.evaluate(({ untitled }) => untitled)
}

/** Bills, from auto-pay that is stopped to a neighbour who pays and everybody who can check it. */
export function paying(world: World): void {
  const newestBill = async (): Promise<Bill | undefined> => {
    const { data } = await world.stack.ask<{ data: Bill[] }>('/v1/systems/1/bills?party=0&order=desc&limit=1')
    return data[0]
  }
  /** Turns the clock until there is a bill behind the one that is known. */
  async function nextBill(known: string): Promise<Bill> {
    await world.stack.ask('/v1/dev/clock', { seconds: ONE_BILL_SECONDS })
    await expect
      .poll(async () => (await newestBill())?.number ?? '0', { timeout: BILL_MS, interval: 500 })
      .not.toBe(known)
    const bill = await newestBill()
    if (!bill) throw new Error('there is no bill')
    return bill
  }
  const isPaid = async (number: string) =>
    (await world.stack.ask<{ bill: Bill }>(`/v1/bills/${number}/trace?system=1`)).bill.paid

  test('a school stops auto-pay at once, and its next bill waits', async () => {
    const owner = await ownerOf(world.stack, 'Escuela Loíza')
    const context = await world.browser.newContext({ viewport: DESKTOP, baseURL: world.stack.portal })
    await installFreighter(context, owner)
    await withPage(context, async ({ page, faults }) => {
      await signIn(page, '/energy/1/0/wallet')
      await page.getByRole('button', { name: 'Stop auto-pay' }).click()
      await page.getByText('Your browser read the transaction itself').waitFor()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Sign in the wallet' }).click()
      await page.getByText(/The network has it: ledger \d+/).waitFor()
      await page.getByRole('button', { name: 'Turn auto-pay on' }).waitFor()
      expect(faults).toEqual([])
    })
    await context.close()
    const bill = await nextBill((await newestBill())?.number ?? '0')
    expect(BigInt(bill.dueStroops)).toBeGreaterThan(0n)
    expect(bill.paid).toBe(false)
  })

  test('a neighbour pays for the school without signing in, and the bill is booked', async () => {
    const owner = await ownerOf(world.stack, 'A neighbour')
    const context = await world.browser.newContext({ viewport: DESKTOP, baseURL: world.stack.portal })
    await installFreighter(context, owner)
    const bill = await newestBill()
    await withPage(context, async ({ page, faults }) => {
      await page.goto('/en/pay/1/0')
      await page.getByRole('link', { name: 'Open in a wallet' }).waitFor()
      const untitled = await watchTitle(page)
      await page.getByRole('button', { name: 'Connect Freighter' }).click()
      await page.getByRole('button', { name: 'Go on' }).click()
      await page.getByText('the bills’ account of').or(page.getByText("the bills' account of")).waitFor()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Sign in the wallet' }).click()
      await page.getByText(/The network has it: ledger \d+/).waitFor()
      await expect.poll(() => isPaid(bill?.number ?? ''), { timeout: BILL_MS, interval: 500 }).toBe(true)
      // The page went on beneath its reader as the bill was paid.
      await page.getByRole('table', { name: /^Open bills/ }).waitFor({ state: 'detached' })
      expect(await untitled()).toBe(0)
      expect(faults).toEqual([])

      await page.goto(`/en/check/bill?system=1&number=${bill?.number}`)
      await page.getByText('Everything matches.').waitFor({ timeout: BILL_MS })
      await expectAccessible(page)
      await page.goto(`/en/systems/1/bills/${bill?.number}`)
      await page.getByRole('heading', { name: 'Where the money went' }).waitFor()
      await expectAccessible(page)
      await expectNoSideways(page)
    })
    await context.close()
  })

  test('en el teléfono y en español la escuela paga a mano, con el teclado solo, y reactiva el pago automático', async () => {
    const owner = await ownerOf(world.stack, 'Escuela Loíza')
    const context = await world.browser.newContext({ viewport: PHONE, baseURL: world.stack.portal })
    await installFreighter(context, owner)
    const bill = await nextBill((await newestBill())?.number ?? '0')
    await withPage(context, async ({ page, faults }) => {
      await signIn(page, '/energy/1/0/bills', 'Entrar con Freighter', 'es')
      await expectAccessible(page)
      await expectNoSideways(page)
      await page.goto('/es/pay/1/0')
      // This school holds euros: exactly the open amount arrives in the bond's stablecoin all the same.
      await page.getByLabel('Pagar con').focus()
      await page.keyboard.type('EURC')
      await pressOn(page, 'Seguir')
      await page.getByText('Tu navegador leyó la transacción misma').waitFor()
      await expectNoSideways(page)
      await pressOn(page, 'Firmar en la cartera')
      await page.getByText(/La red la tiene: bloque \d+/).waitFor()
      await expect.poll(() => isPaid(bill.number), { timeout: BILL_MS, interval: 500 }).toBe(true)
      await page.goto('/es/energy/1/0/wallet')
      await pressOn(page, 'Activar el pago automático')
      await page.getByText('Tu navegador leyó la transacción misma').waitFor()
      await pressOn(page, 'Firmar en la cartera')
      await page.getByText(/La red la tiene: bloque \d+/).waitFor()
      expect(faults).toEqual([])
    })
    await context.close()
    const next = await nextBill(bill.number)
    await expect.poll(() => isPaid(next.number), { timeout: BILL_MS, interval: 500 }).toBe(true)
  })
}
