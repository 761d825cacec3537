import { beforeAll, expect, test } from 'vitest'
import { actAs } from './act.test-helper.ts'
import { DESKTOP, expectAccessible, expectNoSideways, PHONE, withPage } from './browser.test-helper.ts'
import { measureTwoMonths } from './months.test-helper.ts'
import { addressOf } from './people.test-helper.ts'
import { sign } from './sign.test-helper.ts'
import { signInAs } from './sign-in.test-helper.ts'
import type { StagedWorld } from './world.test-helper.ts'

const ISSUER = 'Municipality of Loíza, treasury'
const BUYER = 'Café Oriente'

/** Certificates, from measured energy to a public retirement. */
export function certifying(world: StagedWorld): void {
  beforeAll(() => measureTwoMonths(world), 240_000)
  const index = () => world.api.work('index')

  test('whoever has a share has it issued, hands it over, and the buyer retires it in public', async () => {
    const { browser, stack } = world
    const baseURL = stack.portal
    const buyer = await addressOf(stack, BUYER)
    const context = await browser.newContext({ viewport: DESKTOP, baseURL })
    await withPage(context, async ({ page }) => {
      await signInAs(page, 'Café Oriente, buys certificates')
      await page.goto('/en/certificates/1')
      await page
        .getByRole('button', { name: /Open the line for/ })
        .first()
        .click()
      await sign(page)
    })
    await context.close()

    const owner = await browser.newContext({ viewport: DESKTOP, baseURL })
    await withPage(owner, async ({ page, faults }) => {
      await signInAs(page, ISSUER)
      await page.goto('/en/certificates/1')
      await page
        .getByRole('button', { name: /Open the line for/ })
        .first()
        .click()
      await sign(page)
      await page.reload()
      await page.getByRole('button', { name: 'Have what is due to you issued' }).click()
      await sign(page)
      await index()
      await page.reload()
      await page.getByRole('heading', { name: 'Hand over' }).waitFor()
      await expectAccessible(page)
      const hand = page.getByRole('region', { name: 'Hand over' })
      await hand.getByLabel('How many').fill('5')
      await hand.getByLabel('To the address').fill(buyer)
      await hand.getByRole('button', { name: 'Go on: hand over' }).click()
      await sign(page)
      expect(faults).toEqual([])
    })
    await owner.close()

    const phone = await browser.newContext({ viewport: PHONE, baseURL })
    await withPage(phone, async ({ page, faults }) => {
      await signInAs(page, 'Café Oriente, buys certificates')
      await page.goto('/es/certificates/1')
      const form = page.getByRole('region', { name: 'Retirar certificados' })
      await form.getByLabel('Cuántos').fill('6')
      await page
        .getByText(/^Tienes 5\.00/)
        .first()
        .waitFor()
      await form.getByLabel('Cuántos').fill('2')
      await form.getByLabel('Para quién').fill('Café Oriente, Loíza')
      await form.getByLabel('Para qué').fill('Electricidad de la tostadora')
      await form.getByLabel('Desde').fill('2027-01-01')
      await form.getByLabel('Hasta, incluido el día').fill('2027-12-31')
      await expectAccessible(page)
      await expectNoSideways(page)
      await form.getByRole('button', { name: 'Seguir: retirar' }).click()
      await sign(page, 'es')
      await index()
      await page.goto('/es/certificates/1')
      await page.getByRole('cell', { name: 'Café Oriente, Loíza' }).waitFor()
      await page.goto('/es/check/certificate?system=1')
      await page.getByText('Todo coincide.').waitFor()
      expect(faults).toEqual([])
    })
    await phone.close()
  })

  test('nobody retires what they do not hold', async () => {
    const params = { system: 1, kind: 'Rec', unitsStroops: '10000000', beneficiary: 'x', purpose: 'y' }
    const period = { periodFrom: '2027-01-01', periodTo: '2027-01-02' }
    await expect(actAs(world.stack, 'Ana Rivera', 'retire', { ...params, ...period })).rejects.toThrow(/409/)
  })
}
