import type { Page } from 'playwright-core'
import { addressOf } from './people.test-helper.ts'
import type { Stack } from './stack.test-helper.ts'

const DAY_MS = 86_400_000
export const DRAFTED_NAME = 'Library of Loíza, solar bond'

/** Begins a draft on a page whose user is an issuer, and fills it in until nothing is in the way of a launch. */
export async function draftOffering(page: Page, stack: Stack): Promise<void> {
  await page.goto('/en/issuer')
  await page.getByLabel('Name of the offering').fill(DRAFTED_NAME)
  await page.getByRole('button', { name: 'Begin a draft' }).click()
  await page.waitForURL(/\/en\/issuer\/drafts\/\d+/)
  await fillIn(page, stack)
  await page.getByText('Nothing is in the way of a launch.').waitFor()
}

/** A day of the network's calendar, so many days from now, in Puerto Rico. */
async function dayAfter(stack: Stack, days: number): Promise<string> {
  const { network } = await stack.ask<{ network: { time: string } }>('/healthz')
  return new Date(new Date(network.time).getTime() + days * DAY_MS).toISOString().slice(0, 10)
}

/** Fills the draft in, part by part, as its issuer would. */
async function fillIn(page: Page, stack: Stack): Promise<void> {
  const fill = (label: string, value: string) => page.getByLabel(label, { exact: true }).fill(value)
  const next = (part: string) => page.getByRole('link', { name: `Next: ${part}` }).click()
  await fill('Code of the bond', 'SOLAR31')
  await fill('Your domain', 'bonds.loiza.example')
  await next('System')
  await fill('Name of the solar system', 'Library of Loíza')
  await fill('Rated power', '60')
  for (const [index, owner, portion] of [
    [0, 'Escuela Loíza', '60'],
    [1, 'Clinic of Loíza', '40'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a party' }).click()
    const party = page.getByRole('listitem').filter({ has: page.getByLabel(`Party ${index + 1}`) })
    await party.getByLabel(`Party ${index + 1}`).fill(index === 0 ? 'library' : 'archive')
    await party.getByLabel('Portion of the system').fill(portion)
    await party.getByLabel('Wallet of its owner').fill(await addressOf(stack, owner))
  }
  await next('Sale')
  await fill('Sold at most', '40,000')
  await fill('Must be sold, or all is refunded', '20,000')
  await fill('Sold in multiples of', '100')
  await fill('Smallest purchase', '100')
  await fill('Most of one investor', '40,000')
  await fill('The sale ends on', await dayAfter(stack, 60))
  await next('Schedule')
  await fill('First day of interest', await dayAfter(stack, 120))
  await fill('Term in years', '8')
  await next('Terms')
  await fill('Coupon a year', '4.555')
  await page.getByText('A percentage with at most two decimals').waitFor()
  await fill('Coupon a year', '4.5')
  await fill('Operations, each period', '200')
  await fill('Debt service reserve, when full', '1500')
  await fill('Of the reserve, paid by the proceeds', '1500')
  await fill('Works are given up if not live by', await dayAfter(stack, 700))
  await next('Offices')
  await fill("The holders' trustee", await addressOf(stack, "Bondholders' trustee"))
  await fill('Keeps the allow-list', await addressOf(stack, 'Municipality of Loíza, compliance'))
  await fill('Runs the system, draws operations money', await addressOf(stack, 'Platform operator'))
  await page.getByLabel('A tender').check()
  await fill('Approves awards', await addressOf(stack, 'Energy office'))
  await fill('Certifies milestones', await addressOf(stack, 'Certifying engineer'))
  await fill('Decides disputes', await addressOf(stack, 'Arbiter'))
  await fill('Scores quality', await addressOf(stack, 'Tender evaluator'))
  await next('Forecast')
  await fill('A kilowatt makes in its first year, kWh', '1600')
  await fill('A kWh used costs', '0.25')
  await next('Documents')
  await page.getByLabel('Add a document').setInputFiles({
    name: 'official-statement.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Library of Loíza, solar bond: official statement of this test\n'),
  })
}
