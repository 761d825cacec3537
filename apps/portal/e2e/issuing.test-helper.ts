import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESKTOP, expectAccessible, expectNoSideways, PHONE, withPage } from './browser.test-helper.ts'
import { DRAFTED_NAME, draftOffering } from './drafting.test-helper.ts'
import { addressOf } from './people.test-helper.ts'
import { sign } from './sign.test-helper.ts'
import { signInAs } from './sign-in.test-helper.ts'
import type { World } from './world.test-helper.ts'

/** Fourteen transactions by three people: a minute on a quiet machine, many on a busy one. */
const LAUNCH_MS = 600_000
const STEP_MS = 90_000
const SERVED_MS = 60_000

/** The form itself, as it is while somebody writes: by axe, and on a phone. */
async function expectFormReads(page: Page): Promise<void> {
  const path = new URL(page.url()).pathname
  await page.setViewportSize(PHONE)
  for (const part of ['system', 'roles']) {
    await page.goto(`${path}?part=${part}`)
    await page.getByText('Saved', { exact: true }).waitFor()
    await expectAccessible(page)
    await expectNoSideways(page)
  }
  await page.setViewportSize(DESKTOP)
  await page.goto(path)
}

/** Carries every step to its end that is this person's to sign now. */
async function signSteps(page: Page, steps: readonly string[]): Promise<void> {
  for (const name of steps) {
    const step = page.locator(`[data-step="${name}"]`)
    await step.getByRole('button', { name: 'Prepare' }).click({ timeout: STEP_MS })
    await sign(page)
    await step.getByText('done', { exact: true }).waitFor({ timeout: STEP_MS })
  }
}

/** From the first word of an offering to its sale, by three people with three wallets. */
export function issuing(world: World): void {
  test(
    'an issuer drafts an offering, sees what it comes to, and launches it step by step; then it is served',
    async () => {
      const { stack, browser } = world
      const issuer = await browser.newContext({ viewport: DESKTOP, baseURL: stack.portal, acceptDownloads: true })
      const approver = await browser.newContext({ viewport: DESKTOP, baseURL: stack.portal })
      const operator = await browser.newContext({ viewport: DESKTOP, baseURL: stack.portal })
      await withPage(issuer, async ({ page, faults }) => {
        await signInAs(page, 'Municipality of Loíza, treasury')
        await draftOffering(page, stack)
        await expectFormReads(page)
        // Schedule and debt service of the contract, and the forecast of the same ledger.
        await page.getByText('Owned by its users (P90)').waitFor()
        expect(await page.getByRole('table', { name: 'Schedule and debt service' }).getByRole('row').count()).toBe(17)
        await page.getByRole('row', { name: /^1 / }).getByText('900.00').waitFor()
        await expectAccessible(page)

        await page.getByRole('link', { name: 'To the launch' }).click()
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'Make the key and save its file' }).click(),
        ])
        const key = JSON.parse(await readFile(await file.path(), 'utf8')) as { address: string; secret: string }
        expect(key.secret).toMatch(/^S[A-Z2-7]{55}$/)
        await expectAccessible(page)
        await signSteps(
          page,
          ['propose-system', 'open-issuer', 'deploy-asset', 'upload-offering', 'upload-tender'].filter(
            await openSteps(page),
          ),
        )

        await withPage(approver, async ({ page: office }) => {
          await signInAs(office, 'Energy office')
          await office.goto('/en/approvals')
          await office.getByText('Let the system in').first().waitFor()
          await expectAccessible(office)
          await office.getByRole('button', { name: 'Let the system in' }).click()
          await sign(office)
        })
        await signSteps(page, ['open-collections', 'deploy-offering', 'deploy-tender'])
        await withPage(approver, async ({ page: office }) => {
          await office.goto('/en/approvals')
          await office.getByRole('button', { name: 'Bind the offering' }).click()
          await sign(office)
        })
        // Another day: the page forgot the key, and takes it from its file.
        await page.reload()
        await page.getByLabel('The file of the key').setInputFiles({
          name: 'key.json',
          mimeType: 'application/json',
          buffer: Buffer.from(JSON.stringify({ kind: 'heliobond-issuing-key', ...key })),
        })
        await page.getByText('The key is here as long as this page is open').waitFor()
        await signSteps(page, ['hand-over-asset', 'launch', 'lock-issuer'])
        await withPage(operator, async ({ page: office }) => {
          await signInAs(office, "Contracts' administrator")
          await office.goto('/en/approvals')
          await office.getByRole('button', { name: 'Begin its energy account' }).click()
          await sign(office)
        })
        await page.getByText('The offering is launched').waitFor({ timeout: STEP_MS })
        await page.getByRole('link', { name: 'To your offering' }).click({ timeout: SERVED_MS })
        await page.getByRole('heading', { level: 1, name: DRAFTED_NAME }).waitFor()
        await page.getByRole('link', { name: 'official-statement.txt' }).waitFor()
        await expectAccessible(page)
        expect(faults).toEqual([])
      })
      for (const context of [issuer, approver, operator]) await context.close()
      const { data } = await stack.ask<{ data: { id: number; name: string; state: string }[] }>(
        '/v1/offerings?limit=100',
      )
      const launched = data.find(({ name }) => name === DRAFTED_NAME)
      expect(launched?.state).toBe('Funding')

      const compliance = await browser.newContext({ viewport: DESKTOP, baseURL: stack.portal })
      const investor = await addressOf(stack, 'Eva Cruz')
      await withPage(compliance, async ({ page, faults }) => {
        await signInAs(page, 'Municipality of Loíza, compliance')
        await page.goto(`/en/issuer/offerings/${launched?.id}`)
        await page.getByText('Your office: compliance.').waitFor()
        await page.getByLabel('Address', { exact: true }).fill(investor)
        await page.getByRole('button', { name: 'Change the list' }).click()
        await page.getByText(investor).first().waitFor()
        await sign(page)
        expect(faults).toEqual([])
      })
      await compliance.close()
      const eligibility = await stack.ask<{ allowed: boolean }>(
        `/v1/offerings/${launched?.id}/eligibility?address=${investor}`,
      )
      expect(eligibility.allowed).toBe(true)
    },
    LAUNCH_MS,
  )
}

/** Which steps are open still: code that another offering put on the network is there for all. */
async function openSteps(page: Page): Promise<(name: string) => boolean> {
  const done = await page
    .locator('[data-step]')
    .filter({ has: page.getByText('done', { exact: true }) })
    .all()
  const names = await Promise.all(done.map((step) => step.getAttribute('data-step')))
  return (name) => !names.includes(name)
}
