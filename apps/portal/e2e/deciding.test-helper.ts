import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ABOUT, ACTS, type Act } from '../src/operator/decide/acts.ts'
import {
  DESKTOP,
  expectAccessible,
  expectNoSideways,
  focusOn,
  PHONE,
  pressOn,
  type Watched,
  withPage,
} from './browser.test-helper.ts'
import { signInAs } from './sign-in.test-helper.ts'
import type { StagedWorld } from './world.test-helper.ts'

/** Of the example: who runs the platform, and who only looks. */
const OPERATOR = 'Platform operator'
const AUDITOR = "Bondholders' trustee"
const REASON = 'Seen on site by J. Colón, and written into the log of the plant.'
/** On the busiest machine. */
const SHOWN_MS = 30_000
const PUERTO_RICO_SECONDS = 4n * 3_600n

/** What is typed in, by label; of a list, what is chosen. */
type Typed = Readonly<Record<string, string>>

/** One act, as somebody fills it in who gets it wrong at first. */
interface Play {
  /** What it is about, where that is chosen first. */
  readonly about?: readonly [label: string, value: string]
  /** How many fields have to be filled in, besides what a list begins with. */
  readonly wanted: number
  /** What the form itself finds wrong, and says. */
  readonly malformed: { readonly typed: Typed; readonly says: string }
  /** What the books refuse, and why. */
  readonly refused: { readonly typed: Typed; readonly says: string }
  /** Put right. */
  readonly right: Typed
  /** Of it what is looked at once more. */
  readonly shown: RegExp
  /** How the list of decisions calls it, and what it is about there. */
  readonly kind: string
  readonly subject: RegExp
}

/** Acts of an operator that change what is billed. Needs a reading of the live site's meter that no statement rests on yet. */
export function deciding(world: StagedWorld): void {
  const prisma = () => world.api.database.prisma
  const newest = () => prisma().operatorDecision.findFirstOrThrow({ orderBy: { id: 'desc' } })

  test.each(ACTS)('%s: filled in, refused in words with nothing lost, looked at once more, recorded', async (act) => {
    const play = (await playsOf(world))[act]
    await asPerson(world, OPERATOR, async ({ page, faults }) => {
      await page.goto('/en/operations/decisions')
      await page.getByRole('link', { name: 'Record a decision' }).click()
      await page.getByRole('link', { name: TITLES[act] }).click()
      await page.getByRole('heading', { level: 2, name: TITLES[act] }).waitFor()
      // One of them by who uses no mouse.
      const hand = act === 'correct' ? byKeyboard(page) : byMouse(page)
      if (play.about) {
        const [label, value] = play.about
        await hand.enter({ [label]: value })
        await hand.press('Go on')
        await page.waitForURL(({ searchParams }) => searchParams.has(ABOUT[act]))
      }
      await hand.press('Look at it once more')
      await expect.poll(() => page.getByText('Fill this in.').count(), { timeout: SHOWN_MS }).toBe(play.wanted)
      await expectReadsEverywhere(page)
      await hand.enter({ ...play.refused.typed, Reason: REASON, ...play.malformed.typed })
      await page.getByText(play.malformed.says).waitFor()
      await hand.enter({ ...play.refused.typed, Reason: REASON })
      await hand.press('Look at it once more')
      await page.getByRole('heading', { name: 'This will be recorded' }).waitFor()
      await hand.press('Record it')
      await page.getByText(play.refused.says).waitFor()
      // The same parts whatever is decided.
      if (act === ACTS[0]) await expectReadsEverywhere(page)
      await hand.press('Change something')
      expect(await page.getByLabel('Reason').inputValue()).toBe(REASON)
      await hand.enter(play.right)
      await hand.press('Look at it once more')
      await page.getByRole('definition').filter({ hasText: play.shown }).waitFor()
      await hand.press('Record it')
      await page.getByText(/^Recorded as decision \d+$/).waitFor()
      if (act === ACTS[0]) await expectAccessible(page)
      await hand.press('To all decisions', 'link')
      const row = page.getByRole('row').filter({ hasText: REASON }).filter({ hasText: play.kind }).first()
      await row.getByText(play.subject).waitFor()
      // A refusal is an answer of the API, and the browser says so.
      expect(faults.filter((fault) => !fault.includes('409'))).toEqual([])
    })
    expect(await newest()).toMatchObject({ kind: play.kind, reason: REASON })
  })

  test('who only looks records nothing, and what they typed in stays', async () => {
    const { id } = await newest()
    const { correct } = await playsOf(world)
    await asPerson(world, AUDITOR, async ({ page }) => {
      const hand = byMouse(page)
      await page.goto('/en/operations/decisions/new?act=correct&system=1')
      await hand.enter({ ...correct.refused.typed, ...correct.right, Reason: REASON })
      await hand.press('Look at it once more')
      await hand.press('Record it')
      await page.getByText('The address you signed in with may not do this.').waitFor()
      await hand.press('Change something')
      expect(await page.getByLabel('Reason').inputValue()).toBe(REASON)
    })
    expect((await newest()).id).toBe(id)
  })

  test('what was recorded is carried out: a next epoch is open, readings are marked, and the feeder says the price', async () => {
    const { systemId } = await prisma().offering.findUniqueOrThrow({ where: { id: world.api.stage.live } })
    const meter = await prisma().meter.findFirstOrThrow({ where: { systemId, kind: 'site' } })
    expect(meter.epoch).toBe(2)
    expect(await prisma().readingEdit.count({ where: { meterId: meter.id } })).toBe(2)
    await world.api.work('feeder', 'index')
    await asPerson(world, AUDITOR, async ({ page, faults }) => {
      await page.goto('/en/operations/decisions?kind=tariff&applied=true')
      await page.getByRole('row').filter({ hasText: '"priceStroops":"2600000"' }).waitFor()
      expect(faults).toEqual([])
    })
  })
}

const TITLES: Readonly<Record<Act, string>> = {
  epoch: 'A meter begins anew',
  edit: 'Read by a person',
  reject: 'A reading is wrong',
  correct: 'Statements were wrong',
  tariff: "The utility's tariff",
}

/** Every act that can be chosen, with what stands in the books now. */
async function playsOf({ api }: StagedWorld): Promise<Readonly<Record<Act, Play>>> {
  const { prisma } = api.database
  const { systemId } = await prisma.offering.findUniqueOrThrow({ where: { id: api.stage.live } })
  const { id: meter } = await prisma.meter.findFirstOrThrow({ where: { systemId, kind: 'site' } })
  const head = await prisma.meterHead.findUniqueOrThrow({ where: { meterId: meter } })
  const now = await api.stage.chain.now()
  const about = ['Meter', String(meter)] as const
  const aboutMeter = new RegExp(`^meter:${meter}$`)
  const registers = { 'Generated, register': kwh(head.generatedWh), 'Exported, register': kwh(head.exportedWh) }
  const price = { Utility: 'PR_RETAIL', Price: '0.26', 'From when on': clockText(now + 86_400n) }
  const parts = { 'Of it base (optional)': '0.2', 'Of it fuel (optional)': '0.08' }
  const purchase = 'Of it purchase (optional)'
  const parties = await prisma.party.findMany({ where: { systemId }, orderBy: { index: 'asc' } })
  const used = parties.map(({ name }) => `Used by ${name}, to be added`)
  const clinic = used[1] ?? ''
  const labels = ['Generated, to be added', 'Exported, to be added', ...used]
  const nothing = Object.fromEntries(labels.map((label) => [label, '0']))
  return {
    reject: {
      ...{ about, wanted: 1, kind: 'reading.rejected', subject: aboutMeter },
      malformed: { typed: { Reason: 'no' }, says: 'Say a little more.' },
      refused: {
        typed: { Reading: `${head.epoch}/${head.seq - 1n}` },
        says: 'A statement rests on that reading: record a correction of the statement instead.',
      },
      right: { Reading: `${head.epoch}/${head.seq}` },
      shown: /generated [\d,.]+ kWh/,
    },
    edit: {
      ...{ about, wanted: 5, kind: 'reading.edited', subject: aboutMeter },
      malformed: { typed: { 'Generated, register': '-1' }, says: 'Kilowatt-hours from 0 on, with at most three' },
      refused: {
        typed: { 'When the registers stood so': clockText(now - 60n), ...registers, 'Used, register': '1' },
        says: 'This kind of meter has no such register: it is 0.',
      },
      right: { 'Used, register': '0' },
      shown: /^0 kWh$/,
    },
    correct: {
      ...{ about: ['Solar system', String(systemId)], wanted: 5 },
      ...{ kind: 'statement.corrected', subject: new RegExp(`^system:${systemId}$`) },
      malformed: { typed: { [clinic]: '1.2345' }, says: 'Kilowatt-hours, below 0 too, with at most three' },
      refused: { typed: nothing, says: 'All of it is 0: nothing would change.' },
      right: { [clinic]: '-3.25' },
      shown: /^-3.25 kWh$/,
    },
    tariff: {
      ...{ wanted: 4, kind: 'tariff.entered', subject: /^tariff:C[A-Z2-7]{55}:PR_RETAIL$/ },
      malformed: { typed: { Price: '0,2,7.5.1' }, says: 'An amount with at most seven decimals.' },
      refused: { typed: { ...price, ...parts, [purchase]: '0.02' }, says: 'do not add up to the price.' },
      right: { [purchase]: '-0.02' },
      shown: /^-0.02 \w+ per kWh$/,
    },
    epoch: {
      ...{ about, wanted: 1, kind: 'register.wrapped', subject: aboutMeter },
      malformed: {
        typed: { 'Where they begin anew at 0': 'full' },
        says: 'Kilowatt-hours from 0 on, with at most three',
      },
      refused: {
        typed: { 'What happened': 'wrapped', 'Where they begin anew at 0': '0.001' },
        says: 'A register stands above that value already: registers wrap around where they are full.',
      },
      right: { 'Where they begin anew at 0': '999,999.999' },
      shown: /^999,999.999 kWh$/,
    },
  }
}

const kwh = (wh: bigint): string => `${wh / 1_000n}.${String(wh % 1_000n).padStart(3, '0')}`

/** A moment as a field for day and time holds it, by Puerto Rico's clocks. */
const clockText = (seconds: bigint): string =>
  new Date(Number(seconds - PUERTO_RICO_SECONDS) * 1_000).toISOString().slice(0, 16)

async function asPerson(world: StagedWorld, person: string, work: (watched: Watched) => Promise<void>): Promise<void> {
  const context = await world.browser.newContext({ viewport: DESKTOP, baseURL: world.stack.portal })
  await withPage(context, async (watched) => {
    await signInAs(watched.page, person)
    await work(watched)
  })
  await context.close()
}

/** What is on the screen now, by axe, on a desk and, dark, on a phone. */
async function expectReadsEverywhere(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.setViewportSize(PHONE)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoSideways(page)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(DESKTOP)
}

interface Hand {
  enter(typed: Typed): Promise<void>
  press(name: string, role?: 'button' | 'link'): Promise<void>
}

function byMouse(page: Page): Hand {
  return {
    async enter(typed) {
      for (const [label, value] of Object.entries(typed)) {
        const field = page.getByLabel(label, { exact: true })
        if (await field.evaluate((node) => node instanceof HTMLSelectElement)) await field.selectOption(value)
        else await field.fill(value)
      }
    },
    press: (name, role = 'button') => page.getByRole(role, { name, exact: true }).click(),
  }
}

function byKeyboard(page: Page): Hand {
  return {
    async enter(typed) {
      for (const [label, value] of Object.entries(typed)) {
        await focusOn(page, page.getByLabel(label, { exact: true }))
        await page.keyboard.press('ControlOrMeta+a')
        await page.keyboard.type(value)
      }
    },
    press: (name) => pressOn(page, name),
  }
}
