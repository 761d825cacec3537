import { expect, test } from 'vitest'
import { DESKTOP, expectAccessible, expectNoSideways, PHONE, pressOn, withPage } from './browser.test-helper.ts'
import { installFreighter } from './freighter.test-helper.ts'
import { ownerOf } from './people.test-helper.ts'
import type { World } from './world.test-helper.ts'

interface Eligibility {
  readonly bondStroops: string
  readonly boughtStroops: string
}

const FOREIGN = 'Public Global Stellar Network ; September 2015'

/** Buying bonds at issue, from the offering's page to the receipt. */
export function investing(world: World): void {
  test('an investor buys bonds, and nothing is signed on the wrong network or against their will', async () => {
    const owner = await ownerOf(world.stack, 'Diego')
    const context = await world.browser.newContext({ viewport: DESKTOP, baseURL: world.stack.portal })
    await installFreighter(context, owner)
    await withPage(context, async ({ page, faults }) => {
      await page.goto('/en/offerings/2')
      await page.getByRole('link', { name: 'Invest' }).first().click()
      await page.getByRole('link', { name: 'Sign in to invest' }).click()
      await page.getByRole('button', { name: 'Sign in with Freighter' }).click()
      await page.getByText('You are on the allow-list.').waitFor()
      await expectAccessible(page)

      const amount = page.getByLabel('Bonds')
      await amount.fill('150')
      await page.getByText('At least 200 are sold.').waitFor()
      await amount.fill('250')
      await page.getByText('Only multiples of 100 are sold.').waitFor()
      expect(await page.getByRole('button', { name: 'Go on' }).isDisabled()).toBe(true)
      await amount.fill('1,000')
      // 99 % of par.
      await page.getByText('990.00').waitFor()
      await page.getByRole('button', { name: 'Go on' }).click()
      await page.getByRole('heading', { name: 'What you will sign' }).waitFor()
      await page.getByText('Your browser read the transaction itself').waitFor()
      await page.locator('[aria-current="step"]').getByText('Check and sign').waitFor()
      await expectAccessible(page)

      owner.asked.length = 0
      const home = owner.passphrase
      owner.passphrase = FOREIGN
      await page.getByRole('button', { name: 'Sign in the wallet' }).click()
      await page.getByText('Your wallet is on another network').waitFor()
      expect(owner.asked).toEqual([])

      owner.passphrase = home
      owner.confirms = false
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.getByText('Cancelled in the wallet. Nothing was signed.').waitFor()

      owner.confirms = true
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.getByText(/The network has it: ledger \d+/).waitFor()
      expect(faults).toEqual([])
    })
    const held = await world.stack.ask<Eligibility>(`/v1/offerings/2/eligibility?address=${owner.address}`)
    expect([held.bondStroops, held.boughtStroops]).toEqual(['10000000000', '10000000000'])
    await context.close()
  })

  test('en el teléfono y en español se invierte igual, con el teclado solo', async () => {
    const owner = await ownerOf(world.stack, 'Diego')
    const context = await world.browser.newContext({ viewport: PHONE, baseURL: world.stack.portal })
    await installFreighter(context, owner)
    await withPage(context, async ({ page, faults }) => {
      await page.goto('/es/account?next=/es/invest/2')
      await pressOn(page, 'Entrar con Freighter')
      await page.getByText('Estás en la lista de permitidos.').waitFor()
      await expectNoSideways(page)
      await page.getByLabel('Bonos').focus()
      await page.keyboard.type('200')
      await pressOn(page, 'Seguir')
      await page.getByText('Tu navegador leyó la transacción misma').waitFor()
      await expectNoSideways(page)
      await expectAccessible(page)
      await pressOn(page, 'Firmar en la cartera')
      await page.getByText(/La red la tiene: bloque \d+/).waitFor()
      await expectNoSideways(page)
      expect(faults).toEqual([])
    })
    const held = await world.stack.ask<Eligibility>(`/v1/offerings/2/eligibility?address=${owner.address}`)
    expect(held.boughtStroops).toBe('12000000000')
    await context.close()
  })

  test('who is not on the allow-list is told what to do', async () => {
    const owner = await ownerOf(world.stack, 'Eva')
    const context = await world.browser.newContext({ viewport: DESKTOP, baseURL: world.stack.portal })
    await installFreighter(context, owner)
    await withPage(context, async ({ page }) => {
      await page.goto('/en/account?next=/en/invest/2')
      await page.getByRole('button', { name: 'Sign in with Freighter' }).click()
      await page.getByText('You are not on the allow-list yet.').waitFor()
      await expectAccessible(page)
    })
    await context.close()
  })
}
