import { generateKeyPairSync } from 'node:crypto'
import { raiseAlarm } from '@heliobond/db'
import { contractIdFromStrkey, formatUtcSeconds, networkId, readingSignedBytes } from '@heliobond/domain'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { projectContractsOf } from '../../api/src/project-schedule.ts'
import { redeemCode } from '../../device/src/enrolment/redeem.ts'
import { meterKey } from '../../device/src/key/meter-key.ts'
import { DESKTOP, expectAccessible, withPage } from './browser.test-helper.ts'
import { inOffice } from './offices.test-helper.ts'
import { sign } from './sign.test-helper.ts'
import { signInAs } from './sign-in.test-helper.ts'
import type { StagedWorld } from './world.test-helper.ts'

const DONE_MS = 30_000
const HOUR = 3_600n
/** Of the example: who runs the platform, and who only looks. */
const OPERATOR = 'Platform operator'
const AUDITOR = "Bondholders' trustee"

/** What an operator does when something went wrong. Needs the bills of measured months. */
export function operating(world: StagedWorld): void {
  const prisma = () => world.api.database.prisma
  let now: bigint
  beforeAll(async () => {
    now = await world.api.stage.chain.now()
  })
  const open = () => world.browser.newContext({ viewport: DESKTOP, baseURL: world.stack.portal })
  /** Says why, and presses: in the row that the button stands in. */
  async function press(page: Page, name: string | RegExp): Promise<void> {
    const button = page.getByRole('button', { name })
    await page.getByRole('row').filter({ has: button }).getByLabel('Why', { exact: true }).fill('The cause is mended.')
    await button.click()
  }

  test('an operator finds a bill by the hash of its transaction, and a system by a piece of its name', async () => {
    const bill = await prisma().bill.findFirstOrThrow({ orderBy: { id: 'asc' } })
    const context = await open()
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, OPERATOR)
      await page.goto('/en/operations')
      await page.getByLabel('Number, address, hash or name').fill(bill.txHash)
      await page.getByRole('button', { name: 'Search' }).click()
      await page
        .getByRole('link', { name: `bill ${bill.number} of system ${bill.systemId}` })
        .first()
        .click()
      await page.waitForURL(`**/en/systems/${bill.systemId}/bills/${bill.number}`)
      await page.goto('/en/operations/search?q=Harbour')
      await page
        .getByRole('link', { name: /Harbour school/ })
        .first()
        .waitFor()
      await expectAccessible(page)
      await page.goto('/en/operations/search?q=nobody-is-called-so')
      await page.getByText('Nothing was found').waitFor()
      expect(faults).toEqual([])
    })
    await context.close()
  })

  test('an alarm that somebody looks after says who, since when, and what they wrote', async () => {
    await raiseAlarm(world.api.database.pool, {
      kind: 'fees.low',
      subject: 'test',
      severity: 'critical',
      message: 'The account that pays fees runs dry: send it lumens.',
      at: now,
    })
    const context = await open()
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, OPERATOR)
      await page.goto('/en/operations')
      const alarm = page.getByRole('row').filter({ hasText: 'fees.low test' })
      await alarm.getByLabel('Note').fill('Lumens are on their way.')
      await alarm.getByRole('button', { name: 'I look after it: fees.low' }).click()
      await alarm.getByText('Lumens are on their way.').waitFor({ timeout: DONE_MS })
      await page.goto('/en/operations/alarms?acknowledged=true&severity=critical')
      await page.getByRole('row').filter({ hasText: 'Lumens are on their way.' }).waitFor()
      await expectAccessible(page)
      const [csv] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download as CSV' }).click(),
      ])
      expect(await csv.failure()).toBeNull()
      expect(faults).toEqual([])
    })
    await context.close()
  })

  test('what was given up is tried again when an operator says so, and by nobody else', async () => {
    const dead = await prisma().outbox.create({
      data: {
        idempotencyKey: 'release:test:1',
        kind: 'offering.release',
        lane: 'test',
        payload: {},
        status: 'dead',
        lastError: 'tx_bad_seq',
        createdAt: now,
        updatedAt: now,
      },
    })
    const context = await open()
    await withPage(context, async ({ page }) => {
      await signInAs(page, AUDITOR)
      await page.goto('/en/operations/transactions?status=dead')
      await press(page, `Try again: ${dead.idempotencyKey}`)
      await page.getByText('The address you signed in with may not do this.').waitFor()
    })
    await context.clearCookies()
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, OPERATOR)
      await page.goto('/en/operations/transactions?status=dead')
      await expectAccessible(page)
      await press(page, `Try again: ${dead.idempotencyKey}`)
      await expect
        .poll(
          () =>
            prisma()
              .outbox.findUniqueOrThrow({ where: { id: dead.id } })
              .then(({ status }) => status),
          {
            timeout: DONE_MS,
          },
        )
        .toBe('pending')
      await page.getByText('Nothing matches these filters.').waitFor()
      expect(faults).toEqual([])
    })
    await prisma().outbox.delete({ where: { id: dead.id } })
    await context.close()
  })

  test("a device's key comes into the registry: a code from the operator, shown by the device, signed by the approver", async () => {
    const context = await open()
    const key = meterKey(generateKeyPairSync('ed25519').privateKey)
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, OPERATOR)
      await page.goto('/en/operations/enrolments')
      await page.getByLabel('What it measures').selectOption('load')
      await page.getByLabel('Party', { exact: true }).fill('1')
      await page.getByLabel('Most that it can measure').fill('12000')
      await page.getByLabel('Where it hangs').fill('cabinet beside the pharmacy')
      await page.getByRole('button', { name: 'Give out a code' }).click()
      await page.getByText('The code. It is shown this once.').waitFor()
      await expectAccessible(page)
      const code = await page.getByRole('alert').locator('code').innerText()
      expect(await redeemCode(world.stack.api, code, key)).toMatchObject({ kind: 'waiting', system: 1 })
      expect(faults).toEqual([])
    })
    await context.close()
    await inOffice(world, 'Energy office', '/en/approvals', async (page) => {
      await page.getByText('cabinet beside the pharmacy').waitFor()
      await page.getByText(Buffer.from(key.publicKey).toString('hex')).waitFor()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Register this key' }).click()
      await sign(page)
    })
    await world.api.work('index')
    const meter = await prisma().meter.findFirstOrThrow({ where: { publicKey: Buffer.from(key.publicKey) } })
    expect(meter).toMatchObject({ systemId: 1, kind: 'load', partyIndex: 1, capacityW: 12_000n })
  })

  test('a reading that was refused is judged anew: refused as before, and taken once nothing is wrong with it any more', async () => {
    const message = await readingOf(world, now + HOUR)
    const answer = await world.stack.ask<{ refused: { code: string }[] }>('/v1/readings', message)
    expect(answer.refused).toMatchObject([{ code: 'FUTURE' }])
    const context = await open()
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, OPERATOR)
      await page.goto('/en/operations/quarantine?released=false&code=FUTURE')
      await expectAccessible(page)
      expect(await page.getByRole('button', { name: /^Look again/ }).isDisabled()).toBe(true)
      await press(page, /^Look again/)
      await page.getByText('It is refused today as well, for the same reason.').waitFor()
      world.api.stage.localnet.advance({ seconds: Number(2n * HOUR) })
      await press(page, /^Look again/)
      await page.getByText('Nothing was refused').waitFor({ timeout: DONE_MS })
      // A refusal is an answer of the API, and the browser says so.
      expect(faults.filter((fault) => !fault.includes('409'))).toEqual([])
    })
    await context.close()
    const stored = await prisma().reading.count({ where: { meterId: message.meter, seq: BigInt(message.seq) } })
    expect(stored).toBe(1)
  })
}

/** A reading of the live site's meter, signed by its key: registers as they stand, at another time. */
async function readingOf({ api }: StagedWorld, at: bigint) {
  const { prisma } = api.database
  const offering = await prisma.offering.findUniqueOrThrow({ where: { id: api.stage.live } })
  const meter = await prisma.meter.findFirstOrThrow({ where: { systemId: offering.systemId, kind: 'site' } })
  const head = await prisma.meterHead.findUniqueOrThrow({ where: { meterId: meter.id } })
  const { energy } = await projectContractsOf(api.database, api.stage.live)
  const contract = contractIdFromStrkey(energy)
  if (!contract.ok) throw new Error('no energy contract')
  const domain = { networkId: networkId(api.stage.chain.config.passphrase), energyContractId: contract.value }
  const reading = {
    system: offering.systemId,
    meter: meter.id,
    epoch: head.epoch,
    seq: head.seq + 1n,
    at,
    generatedWh: head.generatedWh,
    consumedWh: head.consumedWh,
    exportedWh: head.exportedWh,
  }
  const signature = await api.stage.people.signer('meter.site').sign(readingSignedBytes(reading, domain))
  return {
    ...reading,
    seq: String(reading.seq),
    at: formatUtcSeconds(at),
    generatedWh: String(reading.generatedWh),
    consumedWh: String(reading.consumedWh),
    exportedWh: String(reading.exportedWh),
    signature: Buffer.from(signature).toString('base64'),
  }
}
