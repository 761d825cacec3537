import { enterTariff, stopTestServer } from '@heliobond/db'
import { err, ok, type TariffChange } from '@heliobond/domain'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { startTown, type Town, type TownOptions } from '../settle/town.test-helper.ts'
import { createWorker } from '../worker.ts'
import type { TariffSource } from './source.ts'
import { assetOf } from './tariff-contract.ts'

const CHANNEL_KEYS = ['fees', 'channel.0', 'channel.1', 'channel.2']
const DAY = 86_400n
/** What the town's tariff begins with. */
const FIRST = 2_500_000n

let town: Town
afterEach(() => town.close())
afterAll(() => stopTestServer())

interface Utility extends TariffSource {
  /** Null: it does not answer. */
  sheet: readonly TariffChange[] | null
}

const utility = (sheet: readonly TariffChange[] = []): Utility => ({
  name: 'the utility',
  sheet,
  async read() {
    return this.sheet ? ok(this.sheet) : err({ code: 'SOURCE_UNREACHABLE', detail: 'it does not answer' })
  },
})
const grid = (effectiveAt: bigint, priceStroops: bigint, more: Partial<TariffChange> = {}): TariffChange => ({
  ...{ symbol: 'RETAIL', effectiveAt, priceStroops, components: null },
  ...more,
})

/** A town whose feeders each have a process and a source of their own. */
async function start(options: TownOptions = {}) {
  town = await startTown(options)
  await town.until(town.start)
  const keys = Array.from({ length: options.feeders ?? 1 }, (_, n) => (n === 0 ? 'feeder' : `feeder.${n + 1}`))
  const feeders = keys.map((key) => {
    const source = utility()
    const context = town.process([key, ...CHANNEL_KEYS], { [key]: source })
    const worker = createWorker(context, ['feeder'])
    return { source, run: () => worker.settleDown({ pollMs: 2 }) }
  })
  const [first, second] = feeders
  if (!first) throw new Error('one feeder at least')
  return { first, second: second ?? first }
}

const priceAt = async (timestamp: bigint) =>
  (await town.read<{ price: bigint } | null>('tariff', 'price_at', { asset: assetOf('RETAIL'), timestamp }))?.price
const waits = () => town.read<{ price: bigint } | null>('tariff', 'waiting', { asset: assetOf('RETAIL') })
const alarms = async () =>
  (await town.database.prisma.alarm.findMany({ where: { clearedAt: null }, orderBy: { kind: 'asc' } })).map(
    ({ kind, subject }) => `${kind} ${subject.split(':').at(-1)}`,
  )
const said = async () =>
  (await town.database.prisma.outbox.findMany({ orderBy: { id: 'asc' } })).map(({ kind }) => kind)
const later = async (seconds: bigint) => town.until((await town.chain.now()) + seconds)

describe('a change that the utility announces', () => {
  test('is in the tariff contract before it comes into force, with what it is made of, and is said once', async () => {
    const { first } = await start()
    const now = await town.chain.now()
    const components = { base: 1_600_000n, fuel: 1_200_000n, purchase: -100_000n }
    first.source.sheet = [grid(now + DAY, 2_700_000n, { components }), grid(now + 2n * DAY, 2_800_000n)]
    await first.run()
    expect(await priceAt(now)).toBe(FIRST)
    expect(await priceAt(now + DAY)).toBe(2_700_000n)
    expect(await priceAt(now + 2n * DAY)).toBe(2_800_000n)
    expect(await town.read('tariff', 'components', { asset: assetOf('RETAIL'), timestamp: now + DAY })).toEqual(
      components,
    )
    await later(DAY)
    await first.run()
    expect(await said()).toEqual(['tariff.set:feeder', 'tariff.set:feeder'])
    expect(await alarms()).toEqual([])
  })

  test('that comes late settles what was billed provisionally: it is said with its own moment', async () => {
    const { first } = await start()
    await later(3n * DAY)
    const moment = (await town.chain.now()) - DAY
    first.source.sheet = [grid(moment, 2_600_000n)]
    await first.run()
    expect(await priceAt(moment - 1n)).toBe(FIRST)
    expect(await priceAt(moment)).toBe(2_600_000n)
  })

  test('that the contract cannot take any more is an alarm, not a loop', async () => {
    const { first } = await start()
    const now = await town.chain.now()
    first.source.sheet = [grid(town.start - 3_600n, 2_400_000n)]
    await first.run()
    expect(await priceAt(now)).toBe(FIRST)
    expect(await alarms()).toEqual(['tariff.differs feeder'])
    expect(await said()).toEqual([])
    first.source.sheet = [grid(town.start - 3_600n, FIRST)]
    await later(DAY)
    await first.run()
    expect(await alarms()).toEqual([])
  })

  test('waits out a paused contract, with an alarm', async () => {
    const { first } = await start()
    const now = await town.chain.now()
    await town.as('admin', 'tariff', 'pause', { who: town.key('admin').address })
    first.source.sheet = [grid(now + DAY, 2_700_000n)]
    await first.run()
    expect(await alarms()).toEqual(['tariff.refused feeder'])
    await town.as('admin', 'tariff', 'unpause', { who: town.key('admin').address })
    await later(DAY)
    await first.run()
    expect(await priceAt(now + DAY)).toBe(2_700_000n)
    expect(await alarms()).toEqual([])
  })
})

describe('a price beyond the bound', () => {
  const TWICE = 2n * FIRST

  test('comes into force when a second feeder finds it in a source of its own', async () => {
    const { first, second } = await start({ feeders: 2 })
    const moment = (await town.chain.now()) + DAY
    first.source.sheet = [grid(moment, TWICE)]
    await first.run()
    expect(await waits()).toMatchObject({ price: TWICE })
    expect(await priceAt(moment)).toBe(FIRST)
    expect(await alarms()).toEqual(['tariff.waiting feeder'])

    second.source.sheet = [grid(moment, TWICE)]
    await second.run()
    expect(await waits()).toBeNull()
    expect(await priceAt(moment)).toBe(TWICE)
    await later(900n)
    await first.run()
    expect(await alarms()).toEqual([])
  })

  test('that the second source does not have waits, with an alarm, until one of them is put right', async () => {
    const { first, second } = await start({ feeders: 2 })
    const moment = (await town.chain.now()) + DAY
    first.source.sheet = [grid(moment, 10n * FIRST)]
    second.source.sheet = [grid(moment, FIRST + 1n)]
    await first.run()
    await second.run()
    expect(await priceAt(moment)).toBe(FIRST)
    expect(await waits()).toMatchObject({ price: 10n * FIRST })
    expect(await alarms()).toEqual(['tariff.disagreement feeder.2', 'tariff.waiting feeder'])

    // The first had a slip of the pen.
    first.source.sheet = [grid(moment, FIRST + 1n)]
    await later(900n)
    await first.run()
    expect(await priceAt(moment)).toBe(FIRST + 1n)
    await later(900n)
    await second.run()
    expect(await alarms()).toEqual([])
  })

  test('of the only feeder waits for the administrator', async () => {
    const { first } = await start()
    const moment = (await town.chain.now()) + DAY
    first.source.sheet = [grid(moment, TWICE)]
    await first.run()
    expect(await alarms()).toEqual(['tariff.waiting feeder'])
    expect(await town.database.prisma.alarm.findFirst()).toMatchObject({
      message: expect.stringContaining('confirm_price'),
    })
    await town.as('admin', 'tariff', 'confirm_price', { asset: assetOf('RETAIL'), price: TWICE, effective_at: moment })
    await later(900n)
    await first.run()
    expect(await priceAt(moment)).toBe(TWICE)
    expect(await alarms()).toEqual([])
    expect(await said()).toEqual(['tariff.set:feeder'])
  })
})

describe('a price is confirmed monthly', () => {
  test('where the source still has it', async () => {
    const { first } = await start()
    first.source.sheet = [grid(town.start - 3_600n, FIRST)]
    await later(26n * DAY)
    await first.run()
    // Exports are not on this sheet: people enter their price.
    expect(await said()).toEqual(['tariff.reaffirm:feeder', 'tariff.reaffirm:feeder'])
    await later(24n * DAY)
    await first.run()
    expect(await said()).toHaveLength(2)
    await later(2n * DAY)
    await first.run()
    expect(await said()).toHaveLength(4)
  })

  test('and not where the source has another, or does not answer: then people are told', async () => {
    const { first } = await start()
    first.source.sheet = [grid(town.start - 3_600n, FIRST - 1n), grid(town.start, 1n, { symbol: 'EXPORT' })]
    await later(26n * DAY)
    await first.run()
    first.source.sheet = null
    await later(900n)
    await first.run()
    expect(await alarms()).toEqual(['tariff.differs feeder', 'tariff.waiting feeder'])
    await later(3_600n)
    await first.run()
    expect(await alarms()).toEqual(['tariff.differs feeder', 'tariff.source feeder', 'tariff.waiting feeder'])
    expect(await said()).toEqual(['tariff.set:feeder'])
    first.source.sheet = [grid(town.start - 3_600n, FIRST), grid(town.start, 1n, { symbol: 'EXPORT' })]
    await later(900n)
    await first.run()
    expect(await alarms()).toEqual(['tariff.waiting feeder'])
  })
})

describe('a price that people enter', () => {
  const decision = (by: string, at: bigint) => ({ by, at, reason: 'resolution 12 of the regulator' })
  const enter = async (by: string, priceStroops: bigint, effectiveAt: bigint, feeder?: string) => {
    const { tariff } = town.contractIds
    const change = { ...grid(effectiveAt, priceStroops), tariff, ...(feeder && { feeder }) }
    return enterTariff(town.database, decision(by, await town.chain.now()), change)
  }
  const withoutSource = (key: string) => {
    const context = town.process([key, ...CHANNEL_KEYS])
    const worker = createWorker(context, ['feeder'])
    return () => worker.settleDown({ pollMs: 2 })
  }

  test('is said to the contract, and the act names the transaction', async () => {
    town = await startTown()
    const moment = (await town.chain.now()) + DAY
    expect(await enter('GANA', 2_600_000n, moment)).toMatchObject({ ok: true })
    await withoutSource('feeder')()
    expect(await priceAt(moment)).toBe(2_600_000n)
    expect(await town.database.prisma.operatorDecision.findMany()).toMatchObject([
      { decidedBy: 'GANA', appliedAt: expect.any(BigInt), result: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ])
  })

  test('beyond the bound takes two persons, as it takes two feeders', async () => {
    town = await startTown({ feeders: 2 })
    const moment = (await town.chain.now()) + DAY
    const [first, second] = [withoutSource('feeder'), withoutSource('feeder.2')]
    await enter('GANA', 3n * FIRST, moment)
    await first()
    expect(await alarms()).toEqual(['tariff.waiting feeder'])
    expect(await enter('GANA', 3n * FIRST, moment, 'feeder.2')).toEqual({ ok: false, code: 'SAME_PERSON' })
    expect(await enter('GBEN', 3n * FIRST, moment, 'feeder.2')).toMatchObject({ ok: true })
    await second()
    expect(await priceAt(moment)).toBe(3n * FIRST)
    await later(900n)
    await first()
    expect(await alarms()).toEqual([])
  })

  test('is refused in words where it makes no sense, and its refusal by the contract is recorded', async () => {
    town = await startTown()
    await town.until(town.start)
    const now = await town.chain.now()
    expect(await enter('GANA', 0n, now)).toEqual({ ok: false, code: 'BAD_PRICE' })
    const stranger = { ...grid(now, 5n, { symbol: 'NOBODY' }), tariff: town.contractIds.tariff }
    expect(await enterTariff(town.database, decision('GANA', now), stranger)).toEqual({
      ok: false,
      code: 'NO_SUCH_TARIFF',
    })
    expect(await enter('GANA', 2_600_000n, town.start - 7_200n)).toMatchObject({ ok: true })
    expect(await enter('GBEN', 2_600_000n, town.start - 7_200n)).toEqual({ ok: false, code: 'ENTERED_ALREADY' })
    await withoutSource('feeder')()
    const [act] = await town.database.prisma.operatorDecision.findMany()
    expect(act?.result).toEqual({ refused: expect.stringContaining('NotLater') })
    expect(await priceAt(now)).toBe(FIRST)
    expect(await enter('GBEN', 2_600_000n, town.start - 7_200n)).toMatchObject({ ok: true })
  })
})
