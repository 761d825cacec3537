import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import {
  DESKTOP,
  expectAccessible,
  expectNoSideways,
  focusOn,
  PHONE,
  pressOn,
  withPage,
} from './browser.test-helper.ts'
import { actInOffice, inOffice } from './offices.test-helper.ts'
import { addressOf } from './people.test-helper.ts'
import { sign } from './sign.test-helper.ts'
import { signInAs } from './sign-in.test-helper.ts'
import type { StagedWorld } from './world.test-helper.ts'

interface Tender {
  readonly stage: string
  readonly winner: string | null
  readonly terms: {
    readonly commitBy: string
    readonly scoreBy: string
    readonly revealBy: string
    readonly objectionSeconds: string
    readonly ceilingStroops: string
  }
  readonly bids: readonly { readonly standing: string; readonly amountStroops: string | null }[]
  readonly milestones: readonly {
    readonly paidStroops: string
    readonly evidence: string
    readonly progress: string
  }[]
}

/** The tender that the example comes with, of the works of its third bond; and the one that is opened here. */
const [EXAMPLE, ID] = ['3-1', '3-2']
/** Its terms where they are not the usual ones. */
const TYPED = [
  ['Highest price', '60,000'],
  ['Deposit of each bidder', '500'],
  ['Bids can be withdrawn for', '1'],
  ['Sealed bids are taken for', '2'],
  ['Then quality is scored for', '1'],
  ['Then prices are opened for', '1'],
  ['Between certification and payment', '1'],
] as const
/** What is to be done, and its share of the price: too much in all, at first. */
const MILESTONES = [
  ['Structure and panels on the roof', '40'],
  ['Inverters, wiring and meters', '40'],
  ['Commissioned: measured energy flows', '30'],
] as const
const [SOL, NORTE] = ['Sol y Techo, contractor', 'Norte Solar, contractor']
const ISSUER = 'Municipality of Loíza, treasury'
/** Where every office of the tender acts. */
const OFFICE = `/en/issuer/tenders/${ID}`
const PRICE = '551234567000'
const DECIDED_MS = 30_000

const file = (name: string, text: string, mimeType = 'text/plain') => ({ name, mimeType, buffer: Buffer.from(text) })
const PROPOSAL = file('proposal.txt', '250 panels, 5 inverters, 80 days.\n')
const EVIDENCE = file('evidence.txt', '250 panels on the roof, serial numbers 1 to 250.\n')

/** A tender from its opening to a paid milestone and a dispute, as two contractors and five offices see it. */
export function contracting(world: StagedWorld): void {
  let secret: string
  const tender = () => world.stack.ask<Tender>(`/v1/tenders/${ID}`)
  const standings = async () => (await tender()).bids.map(({ standing }) => standing)
  /** The service takes from the ledger what pages show. */
  const index = () => world.api.work('index')
  const open = (viewport: { width: number; height: number }) =>
    world.browser.newContext({ viewport, baseURL: world.stack.portal, acceptDownloads: true })
  async function goTo(moment: string): Promise<void> {
    const now = Number(await world.api.stage.chain.now())
    world.api.stage.localnet.advance({ seconds: Math.floor(new Date(moment).getTime() / 1_000) - now + 1 })
  }

  test('an issuer gives one tender up and opens another: its texts are documents, its terms are what was typed', async () => {
    await inOffice(world, ISSUER, '/en/issuer/offerings/3/tender', async (page) => {
      await page.getByText('An offering has one tender at a time.').waitFor()
      expect(await page.getByLabel('Highest price').count()).toBe(0)
      await page.getByRole('link', { name: 'Go to tender 1' }).click()
      await page.getByText('Give the tender up').first().click()
      await page.getByLabel('Why').fill('The roof is surveyed anew.')
      await page.getByRole('button', { name: 'Keep this text' }).click()
      await page.getByRole('button', { name: 'Give the tender up' }).click()
      await sign(page)
    })
    await index()
    expect(await world.stack.ask<Tender>(`/v1/tenders/${EXAMPLE}`)).toMatchObject({ stage: 'Cancelled' })
    await inOffice(world, ISSUER, '/en/issuer/offerings/3/tender', async (page) => {
      for (const [label, value] of TYPED) await page.getByLabel(label, { exact: true }).fill(value)
      for (const [number, [text, share]] of MILESTONES.entries()) {
        if (number > 0) await page.getByRole('button', { name: 'Add a milestone' }).click()
        const milestone = page.getByRole('listitem').filter({ has: page.getByLabel(`Milestone ${number + 1}`) })
        await milestone.getByLabel(`Milestone ${number + 1}`).fill(text)
        await milestone.getByLabel('What proves it').fill('Photographs and the serial numbers')
        await milestone.getByLabel('Share of the price').fill(share)
      }
      await page.getByLabel('Tender documents').setInputFiles(file('specification.txt', 'Harbour school, 100 kW.\n'))
      await page.getByText(/the shares make 100 %/).waitFor()
      expect(await page.getByRole('button', { name: 'Keep texts and documents' }).isDisabled()).toBe(true)
      await page.getByLabel('Share of the price').last().fill('20')
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Keep texts and documents' }).click()
      await page.getByRole('button', { name: 'Open the tender' }).click()
      await sign(page)
    })
    await index()
    const { stage, terms } = await tender()
    expect([stage, terms.ceilingStroops, terms.objectionSeconds]).toEqual(['Open', '600000000000', '86400'])
  })

  test('a contractor seals a bid: its price is in a file and in this browser, and nowhere else', async () => {
    const context = await open(DESKTOP)
    await withPage(context, async ({ page, faults }) => {
      const sent: string[] = []
      page.on('request', (request) => sent.push(request.postData() ?? ''))
      await signInAs(page, SOL)
      await page.goto('/en/works')
      await expectAccessible(page)
      await page.getByRole('link', { name: ID }).click()
      await page.getByRole('heading', { name: 'What is up to you' }).waitFor()
      await page.getByText('Structure and panels on the roof').first().waitFor()
      await page.getByLabel('Your price').fill('999999999')
      await page.getByText(/At most .* is taken/).waitFor()
      await page.getByLabel('Your price').fill('55123.4567')
      await page.getByLabel('Your proposal').setInputFiles(PROPOSAL)
      await expectAccessible(page)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Seal my bid' }).click(),
      ])
      secret = await readFile(await download.path(), 'utf8')
      const { format, amountStroops, salt } = JSON.parse(secret) as Record<string, string>
      expect([format, amountStroops]).toEqual(['heliobond-bid/1', PRICE])
      expect(await page.getByRole('button', { name: 'Go on: place the bid' }).isDisabled()).toBe(true)
      await page.getByLabel('I have saved the file in a safe place.').check()
      await page.getByRole('button', { name: 'Go on: place the bid' }).click()
      await page.getByText('Your browser read the transaction itself').waitFor()
      await expectAccessible(page)
      await sign(page)
      await index()
      await page.getByText('The secret of your bid is in this browser.').waitFor()
      expect(sent.filter((body) => body.includes(PRICE) || body.includes(String(salt)))).toEqual([])
      expect(faults).toEqual([])
    })
    await context.close()
    expect((await tender()).bids).toMatchObject([{ standing: 'Sealed', amountStroops: null }])
  })

  test('en el teléfono y en español se oferta igual; una oferta se retira, se presenta otra vez con el teclado solo y se abre', async () => {
    const context = await open(PHONE)
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, NORTE)
      // What somebody chooses whom the browser asks for a file.
      page.on('filechooser', (chooser) => chooser.setFiles(PROPOSAL))
      await page.goto(`/es/works/${ID}`)
      const fillIn = {
        async byKeyboard(price: string) {
          await focusOn(page, page.getByLabel('Tu precio'))
          await page.keyboard.type(`${price}00`)
          await page.getByText(/Se acepta como máximo/).waitFor()
          await page.keyboard.press('ControlOrMeta+a')
          await page.keyboard.type(price)
          await focusOn(page, page.getByLabel('Tu propuesta'))
          await page.keyboard.press('Enter')
          await expect
            .poll(() => page.getByLabel('Tu propuesta').evaluate((node) => (node as HTMLInputElement).files?.length), {
              timeout: DECIDED_MS,
            })
            .toBe(1)
          await pressOn(page, 'Sellar mi oferta')
          await focusOn(page, page.getByLabel('Guardé el archivo en un lugar seguro.'))
          await page.keyboard.press('Space')
          await pressOn(page, 'Seguir: presentar la oferta')
        },
        async byTouch(price: string) {
          await page.getByLabel('Tu precio').fill(price)
          await page.getByLabel('Tu propuesta').setInputFiles(PROPOSAL)
          await expectNoSideways(page)
          await page.getByRole('button', { name: 'Sellar mi oferta' }).click()
          await page.getByLabel('Guardé el archivo en un lugar seguro.').check()
          await page.getByRole('button', { name: 'Seguir: presentar la oferta' }).click()
        },
      }
      const bid = async (price: string, by: keyof typeof fillIn) => {
        await fillIn[by](price)
        await sign(page, 'es', by === 'byKeyboard' ? pressOn : undefined)
        await index()
        await page.getByText('El secreto de tu oferta está en este navegador.').waitFor()
        await expectNoSideways(page)
      }
      await bid('60000', 'byTouch')
      await page.getByRole('button', { name: 'Retirar la oferta' }).click()
      await sign(page, 'es')
      await index()
      await page.getByLabel('Tu precio').waitFor()
      await page.reload()
      await bid('58000', 'byKeyboard')
      await expectAccessible(page)
      expect(await standings()).toEqual(['Sealed', 'Sealed'])

      // Nobody knows a price yet, the evaluator as little as anybody.
      await goTo((await tender()).terms.commitBy)
      await inOffice(world, 'Tender evaluator', OFFICE, async (office) => {
        await office.getByLabel(/Quality of Sol y Techo/).fill('101')
        await office.getByText('From 0 to 100 with at most two decimals.').waitFor()
        await office.getByLabel(/Quality of Sol y Techo/).fill('80')
        await office.getByLabel(/Quality of Norte Solar/).fill('72.5')
        await expectAccessible(office)
        await office.getByRole('button', { name: 'Give these scores' }).click()
        await sign(office)
      })

      // Opened in the browser that kept the secret.
      await goTo((await tender()).terms.scoreBy)
      await page.goto(`/es/works/${ID}`)
      await page.getByText('58,000.00').first().waitFor()
      await page.getByRole('button', { name: 'Abrir mi oferta' }).click()
      await sign(page, 'es')
      await index()
      await page.getByText('Tu oferta está abierta.').waitFor()
      expect(faults).toEqual([])
    })
    await context.close()
  })

  test('a bid is opened from its file in another browser, and no other file opens it', async () => {
    const context = await open(DESKTOP)
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, SOL)
      await page.goto(`/en/works/${ID}`)
      const choose = (text: string) =>
        page.getByLabel('The file of your bid').setInputFiles(file('bid.json', text, 'application/json'))
      await choose('my bid')
      await page.getByText('This is not the file of a bid.').waitFor()
      await choose(secret.replace(PRICE, `${PRICE.slice(0, -1)}1`))
      await page.getByText('This file is of another bid.').waitFor()
      await choose(secret)
      await page.getByText('55,123.45').first().waitFor()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Open my bid' }).click()
      await sign(page)
      await index()
      await page.getByText('Your bid is open.').waitFor()
      expect(faults).toEqual([])
    })
    await context.close()
    expect(await standings()).toEqual(['Revealed', 'Revealed'])
  })

  test('the winner accepts, hands evidence in and has the milestone paid', async () => {
    const { stack, api } = world
    await goTo((await tender()).terms.revealBy)
    await actInOffice(world, 'Energy office', OFFICE, 'Approve the best bid')
    await index()
    await actInOffice(world, ISSUER, OFFICE, 'Award the works')
    await index()
    expect(await tender()).toMatchObject({ stage: 'Awarded', winner: await addressOf(stack, SOL) })
    const context = await open(DESKTOP)
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, SOL)
      await page.goto(`/en/works/${ID}`)
      await page.getByRole('button', { name: 'Accept the works' }).click()
      await sign(page)
      await index()
      const first = page.getByRole('listitem').filter({ hasText: 'Structure and panels on the roof' })
      await first.getByLabel('Evidence', { exact: true }).setInputFiles(EVIDENCE)
      await first.getByRole('button', { name: 'Hand in the evidence' }).click()
      await sign(page)
      await index()
      await page.getByText('The certifier has it.').waitFor()
      await expectAccessible(page)
      await expectNoSideways(page)

      const { milestones, terms } = await tender()
      const evidence = milestones[0]?.evidence
      expect(await (await page.request.get(`/api/v1/documents/${evidence}`)).text()).toBe(String(EVIDENCE.buffer))
      await actInOffice(world, 'Certifying engineer', OFFICE, 'Certify that it is done')
      await index()
      await page.getByText('Certified. It can be paid from').waitFor()
      api.stage.localnet.advance({ seconds: Number(terms.objectionSeconds) })
      await page.goto(`/en/works/${ID}`)
      await page.getByRole('button', { name: 'Have it paid' }).click()
      await page.getByText("the bond's escrow").waitFor()
      await sign(page)
      await index()
      await page.goto('/en/works?mine=yes')
      await page.getByRole('link', { name: ID }).waitFor()
      expect(faults).toEqual([])
    })
    await context.close()
    // Four tenths of the price, less the twentieth that is withheld.
    expect((await tender()).milestones[0]?.paidStroops).toBe(String((BigInt(PRICE) * 4n * 95n) / 1_000n))
  })

  test('evidence that is sent back comes before the arbiter, whose share of it is final', async () => {
    const milestone = async () => (await tender()).milestones[1]
    const context = await open(DESKTOP)
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, SOL)
      await page.goto(`/en/works/${ID}`)
      const second = page.getByRole('listitem').filter({ hasText: 'Inverters, wiring and meters' })
      await second.getByLabel('Evidence', { exact: true }).setInputFiles(EVIDENCE)
      await second.getByRole('button', { name: 'Hand in the evidence' }).click()
      await sign(page)
      await index()
      await inOffice(world, 'Certifying engineer', OFFICE, async (office) => {
        await office.getByText('Send it back', { exact: true }).first().click()
        await office.getByLabel('Why').fill('No inspection report.')
        await office.getByRole('button', { name: 'Keep this text' }).click()
        await office.getByRole('button', { name: 'Send it back' }).click()
        await sign(office)
      })
      await index()
      await second.getByText('The certifier sent it back.').waitFor()
      expect(await milestone()).toMatchObject({ progress: 'Rejected' })

      await second.getByText('Bring it before the arbiter').first().click()
      await second.getByLabel('Your reasons').fill('The report is on the last page.')
      await second.getByRole('button', { name: 'Keep the text' }).click()
      await second.getByRole('button', { name: 'Bring it before the arbiter' }).click()
      await sign(page)
      await index()
      await second.getByText(/The arbiter decides by/).waitFor()
      await inOffice(world, 'Arbiter', OFFICE, async (office) => {
        await office.getByLabel('Share that is paid').fill('62.5')
        await expectAccessible(office)
        await office.getByRole('button', { name: 'Decide', exact: true }).click()
        await sign(office)
      })
      await index()
      await expect.poll(milestone, { timeout: DECIDED_MS }).not.toMatchObject({ progress: 'Disputed' })
      expect(faults).toEqual([])
    })
    await context.close()
  })

  test('who did not win has the bond paid back', async () => {
    const context = await open(DESKTOP)
    await withPage(context, async ({ page }) => {
      await signInAs(page, NORTE)
      await page.goto(`/en/works/${ID}`)
      await page.getByRole('button', { name: /Have my bond back/ }).click()
      await sign(page)
      await index()
      await page.getByText('Nothing is up to you here now.').waitFor()
    })
    await context.close()
  })
}
