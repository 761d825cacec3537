import { ROLES } from '@heliobond/worker'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { plainAmount } from '../src/format/amount.ts'
import { actAs } from './act.test-helper.ts'
import { DESKTOP, expectAccessible, withPage } from './browser.test-helper.ts'
import { actInOffice } from './offices.test-helper.ts'
import { addressOf } from './people.test-helper.ts'
import { sign } from './sign.test-helper.ts'
import { signInAs } from './sign-in.test-helper.ts'
import type { StagedWorld } from './world.test-helper.ts'

const [ISSUER, TRUSTEE] = ['Municipality of Loíza, treasury', "Bondholders' trustee"]
const DAY_SECONDS = 86_400
/** Twenty days to pay, thirty of grace, and one more. */
const TO_BREACH_DAYS = 51
const HOUR_SECONDS = 3_600
/** For which a proposed coupon can be challenged. */
const CHALLENGE_DAYS = 2

interface Coupon {
  readonly status: string
  readonly recordAt: string
  readonly payAt: string
}
interface Portfolio {
  readonly holdings: readonly {
    readonly offeringId: number
    readonly settlementAsset: string
    readonly claimable: readonly { readonly amountStroops: string }[]
    readonly couponsPaidStroops: string
  }[]
  readonly balances: readonly { readonly asset: string; readonly stroops: string }[]
}

/** What somebody who is signed in holds of the first bond, and in its money. */
async function held(page: Page): Promise<{ claimable: bigint; paid: bigint; balance: bigint }> {
  const answer = await page.request.get('/api/v1/portfolio')
  const { holdings, balances } = (await answer.json()) as Portfolio
  const holding = holdings.find(({ offeringId }) => offeringId === 1)
  if (!holding) throw new Error('they hold none of it')
  return {
    claimable: holding.claimable.reduce((sum, { amountStroops }) => sum + BigInt(amountStroops), 0n),
    paid: BigInt(holding.couponsPaidStroops),
    balance: BigInt(balances.find(({ asset }) => asset === holding.settlementAsset)?.stroops ?? 0),
  }
}

/** Who does not pay, who pays for them, and the coupon that comes of it. Needs the bills of measured months. */
export function ladder(world: StagedWorld): void {
  const days = (count: number) => world.api.stage.localnet.advance({ seconds: count * DAY_SECONDS })
  const rowOf = (page: Page, party: string) => page.getByRole('row').filter({ hasText: party }).first()

  test('a party that does not pay is in breach, its critical circuits stay on, and a neighbour cures it', async () => {
    const { browser, stack, api } = world
    const { parties } = await stack.ask<{ parties: { name: string }[] }>('/v1/systems/1')
    const [school = '', clinic = ''] = parties.map(({ name }) => name)
    await actAs(stack, 'A neighbour', 'pay-bill', { system: 1, party: 0 })
    await api.work()
    days(TO_BREACH_DAYS)
    await api.work()
    const context = await browser.newContext({ viewport: DESKTOP, baseURL: stack.portal })
    await withPage(context, async ({ page, faults }) => {
      await page.goto('/en/systems/1')
      await rowOf(page, clinic).getByText('In breach').waitFor()
      await rowOf(page, school).getByText('Up to date').waitFor()
      await page
        .getByText(/critical/i)
        .first()
        .waitFor()
      await expectAccessible(page)

      await signInAs(page, 'A neighbour who helps')
      await page.goto('/en/pay/1/1')
      await page.getByRole('button', { name: 'Go on' }).click()
      await sign(page)
      await api.work()
      await page.goto('/en/systems/1')
      await rowOf(page, clinic).getByText('Up to date').waitFor()
      expect(faults).toEqual([])
    })
    await context.close()
  })

  test('a coupon that two offices attest is claimed by hand before it is pushed, and anybody can check it', async () => {
    const { browser, stack, api } = world
    const coupon = async () => {
      const { data } = await stack.ask<{ data: Coupon[] }>('/v1/offerings/1/coupons')
      if (!data[0]) throw new Error('the bond has no coupon')
      return data[0]
    }
    const until = async (moment: string) => {
      const seconds = Math.floor(new Date(moment).getTime() / 1_000) - Number(await api.stage.chain.now())
      api.stage.localnet.advance({ seconds: Math.max(seconds, 0) + HOUR_SECONDS })
    }
    await until((await coupon()).recordAt)
    // It is proposed, and no key of the platform attests it: its offices do.
    await api.work(...ROLES.filter((role) => role !== 'attestor'))
    const attested = () =>
      api.database.prisma.coupon.findFirstOrThrow({ where: { offeringId: api.stage.live, number: 1 } })
    expect(await attested()).toMatchObject({ status: 'proposed', attestedBy: [] })
    for (const office of [ISSUER, TRUSTEE]) {
      await actInOffice(world, office, '/en/issuer/offerings/1', 'Attest that it is right')
    }
    await api.work('index')
    const offices = await Promise.all([ISSUER, TRUSTEE].map((office) => addressOf(stack, office)))
    expect(new Set((await attested()).attestedBy as string[])).toEqual(new Set(offices))
    days(CHALLENGE_DAYS)
    await until((await coupon()).payAt)
    // It is funded, and nobody has pushed it yet.
    await api.work('service')
    await api.work('submit', 'index')
    const context = await browser.newContext({ viewport: DESKTOP, baseURL: stack.portal })
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, 'Ana Rivera')
      await page.goto('/en/portfolio')
      await page.getByRole('heading', { name: 'To be claimed' }).waitFor()
      await expectAccessible(page)
      const before = await held(page)
      expect(before.claimable).toBeGreaterThan(0n)
      await page.getByRole('button', { name: 'Claim coupon 1' }).click()
      await sign(page)
      await api.work('index')
      await page.getByRole('heading', { name: 'To be claimed' }).waitFor({ state: 'detached' })
      // To the stroop, and before anybody's eyes.
      const { claimable, paid, balance } = await held(page)
      expect([claimable, paid, balance]).toEqual([0n, before.claimable, before.balance + before.claimable])
      const wallet = page.getByRole('region', { name: 'In your wallet' })
      await wallet.getByText(plainAmount(balance, 'USDC', 'en'), { exact: true }).waitFor()

      await page.getByRole('link', { name: 'Check a coupon' }).first().click()
      await page.getByText('Everything matches.').waitFor()
      await expectAccessible(page)
      expect(faults).toEqual([])
    })
    await context.close()
  })
}
