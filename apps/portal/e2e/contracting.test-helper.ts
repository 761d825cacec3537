import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { actAs } from './act.test-helper.ts'
import { DESKTOP, expectAccessible, expectNoSideways, PHONE, withPage } from './browser.test-helper.ts'
import { signInAs } from './own-pages.test-helper.ts'
import { addressOf } from './people.test-helper.ts'
import { sign } from './sign.test-helper.ts'
import type { StagedWorld } from './world.test-helper.ts'

interface Tender {
  readonly stage: string
  readonly winner: string | null
  readonly terms: { readonly scoreBy: string; readonly revealBy: string; readonly objectionSeconds: string }
  readonly bids: readonly { readonly standing: string; readonly amountStroops: string | null }[]
  readonly milestones: readonly { readonly paidStroops: string; readonly evidence: string }[]
}

/** The example's tender: the works of its third bond. */
const ID = '3-1'
const [SOL, NORTE] = ['Sol y Techo, contractor', 'Norte Solar, contractor']
const PRICE = '551234567000'

const file = (name: string, text: string, mimeType = 'text/plain') => ({ name, mimeType, buffer: Buffer.from(text) })
const PROPOSAL = file('proposal.txt', '250 panels, 5 inverters, 80 days.\n')
const EVIDENCE = file('evidence.txt', '250 panels on the roof, serial numbers 1 to 250.\n')

/** A tender from sealed bids to a paid milestone, as two contractors see it. */
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

  test('en el teléfono y en español se oferta igual; una oferta se retira, se presenta otra vez y se abre', async () => {
    const context = await open(PHONE)
    await withPage(context, async ({ page, faults }) => {
      await signInAs(page, NORTE)
      await page.goto(`/es/works/${ID}`)
      const bid = async (price: string) => {
        await page.getByLabel('Tu precio').fill(price)
        await page.getByLabel('Tu propuesta').setInputFiles(PROPOSAL)
        await expectNoSideways(page)
        await page.getByRole('button', { name: 'Sellar mi oferta' }).click()
        await page.getByLabel('Guardé el archivo en un lugar seguro.').check()
        await page.getByRole('button', { name: 'Seguir: presentar la oferta' }).click()
        await sign(page, 'es')
        await index()
        await page.getByText('El secreto de tu oferta está en este navegador.').waitFor()
        await expectNoSideways(page)
      }
      await bid('60000')
      await page.getByRole('button', { name: 'Retirar la oferta' }).click()
      await sign(page, 'es')
      await index()
      await page.getByLabel('Tu precio').waitFor()
      await page.reload()
      await bid('58000')
      await expectAccessible(page)
      expect(await standings()).toEqual(['Sealed', 'Sealed'])

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
    await actAs(stack, 'Energy office', 'approve-award', { tender: ID })
    await actAs(stack, 'Municipality of Loíza, treasury', 'tender-award', { tender: ID })
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
      await actAs(stack, 'Certifying engineer', 'certify', { tender: ID, milestone: 0, evidence })
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
