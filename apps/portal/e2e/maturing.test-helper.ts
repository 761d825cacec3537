import { ROLES } from '@heliobond/worker'
import { expect, test } from 'vitest'
import { actAs } from './act.test-helper.ts'
import { DESKTOP, expectAccessible, withPage } from './browser.test-helper.ts'
import { measureBrightMonths } from './months.test-helper.ts'
import { actInOffice } from './offices.test-helper.ts'
import { sign } from './sign.test-helper.ts'
import { signInAs } from './sign-in.test-helper.ts'
import type { StagedWorld } from './world.test-helper.ts'

const ISSUER = 'Municipality of Loíza, treasury'
const INVESTOR = 'Ana Rivera'
const SCHOOL = 'Escuela Loíza, principal'
const HOUR_MS = 3_600_000
/** For which a proposed coupon can be challenged. */
const CHALLENGE_MS = 48 * HOUR_MS
/** The contract calls a bond for the first pay date that leaves its notice: the next coupon's, or the one after. */
const MOST_COUPONS = 4

interface Coupon {
  readonly number: number
  readonly recordAt: string
  readonly payAt: string
}
interface Offering {
  readonly state: string
  readonly callDate: string | null
}
interface System {
  readonly parties: readonly { readonly ownedBps: number; readonly portionBps: number }[]
}

/** The day on which the users have paid everything, and what comes after it. Needs a first coupon that is paid. */
export function maturing(world: StagedWorld): void {
  const offering = () => world.stack.ask<Offering>('/v1/offerings/1')
  const owned = async () => (await world.stack.ask<System>('/v1/systems/1')).parties
  async function until(moment: number): Promise<void> {
    const seconds = Math.floor(moment / 1_000) - Number(await world.api.stage.chain.now())
    world.api.stage.localnet.advance({ seconds: Math.max(seconds, 0) + 1 })
  }
  /** Everything but what calls, closes and pushes by itself: here people do it first. */
  const workWithoutService = () => world.api.work(...ROLES.filter((role) => role !== 'service'))

  test('an issuer calls a bond that its users have paid for, and what it still costs them is known', async () => {
    const { stack } = world
    await measureBrightMonths(world, workWithoutService)
    for (const party of [0, 1]) await actAs(stack, 'A neighbour', 'pay-bill', { system: 1, party })
    await workWithoutService()
    expect(await offering()).toMatchObject({ state: 'Live', callDate: null })
    await actInOffice(world, ISSUER, '/en/issuer/offerings/1', 'Call the bond')
    await world.api.work('index')
    expect((await offering()).callDate).not.toBeNull()
  })

  test('on that day the debt is closed, an investor redeems by hand, and the system is its users’', async () => {
    const { browser, stack, api } = world
    const { callDate } = await offering()
    const end = Date.parse(callDate ?? '')
    const coupons = await stack.ask<{ data: Coupon[] }>('/v1/offerings/1/coupons?limit=100')
    const due = coupons.data.filter(({ number, payAt }) => number > 1 && Date.parse(payAt) <= end)
    expect(due.length).toBeGreaterThan(0)
    expect(due.length).toBeLessThan(MOST_COUPONS)
    for (const { number, recordAt, payAt } of due) {
      await until(Date.parse(recordAt))
      await api.work()
      await until(Math.max(Date.parse(recordAt) + CHALLENGE_MS, Date.parse(payAt)) + HOUR_MS)
      // The last one is set aside by hand: with it the service would close the debt by itself.
      if (Date.parse(payAt) < end) await api.work()
      else await actAs(stack, 'A neighbour', 'fund-coupon', { offering: 1, coupon: number })
    }
    await api.work('index')
    await actInOffice(world, ISSUER, '/en/issuer/offerings/1', 'Close the debt')
    await api.work('index')
    expect((await offering()).state).toBe('Matured')

    const context = await browser.newContext({ viewport: DESKTOP, baseURL: stack.portal })
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, INVESTOR)
      await page.goto('/en/portfolio')
      const last = due.at(-1)?.number
      await page.getByRole('button', { name: `Claim coupon ${last}` }).click()
      await sign(page)
      await page.goto('/en/portfolio')
      await page.getByRole('heading', { name: 'Repaid: exchange your bonds for their price' }).waitFor()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Redeem' }).click()
      await sign(page)
      await api.work('index')
      await page.goto('/en/portfolio/history')
      await page.getByRole('cell', { name: 'principal repaid', exact: true }).first().waitFor()
      await page.goto('/en/offerings/1')
      await expectAccessible(page)
      expect(faults).toEqual([])
    })
    await context.close()

    const users = await browser.newContext({ viewport: DESKTOP, baseURL: stack.portal })
    await withPage(users, async ({ page, faults }) => {
      await signInAs(page, SCHOOL)
      await page.goto('/en/energy/1/0/ownership')
      await page.getByText('70% of the whole system is yours; your portion is 70%.').waitFor()
      await expectAccessible(page)
      expect(faults).toEqual([])
    })
    await users.close()
    for (const { ownedBps, portionBps } of await owned()) expect(ownedBps).toBe(portionBps)

    // Nobody is left behind: the service pays who did nothing.
    await api.work()
    const { prisma } = api.database
    const { bondAsset } = await prisma.offering.findUniqueOrThrow({ where: { id: api.stage.live } })
    expect(await prisma.holding.count({ where: { asset: bondAsset, stroops: { gt: 0n } } })).toBe(0)
  })
}
