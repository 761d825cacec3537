import type { Page } from 'playwright-core'
import { DESKTOP, withPage } from './browser.test-helper.ts'
import { sign } from './sign.test-helper.ts'
import { signInAs } from './sign-in.test-helper.ts'
import type { World } from './world.test-helper.ts'

/** What somebody does on a page of their office, in a browser of their own. Their screen shows no fault. */
export async function inOffice(
  world: World,
  person: string,
  path: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await world.browser.newContext({ viewport: DESKTOP, baseURL: world.stack.portal })
  await withPage(context, async ({ page, faults }) => {
    await signInAs(page, person)
    await page.goto(path)
    await work(page)
    if (faults.length > 0) throw new Error(`${person} saw faults`)
  })
  await context.close()
}

/** One act of an office with nothing to fill in: from its page to the receipt. */
export const actInOffice = (world: World, person: string, path: string, button: string): Promise<void> =>
  inOffice(world, person, path, async (page) => {
    await page.getByRole('button', { name: button, exact: true }).click()
    await sign(page)
  })
