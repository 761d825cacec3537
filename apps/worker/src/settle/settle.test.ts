import { stopTestServer } from '@heliobond/db'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  GRACE,
  INTERVAL,
  LOADS,
  type SaidReading,
  type SettleWorld,
  SITE,
  START,
  type StatementView,
  startSettleWorld,
} from './settle.test-helper.ts'

let world: SettleWorld
beforeEach(async () => {
  world = await startSettleWorld()
})
afterEach(() => world.close())
afterAll(() => stopTestServer())

const METERS = [SITE, ...LOADS]
const everyMeter = (seq: bigint, at: bigint, wh: bigint): SaidReading[] =>
  METERS.map((meter) => ({ meter, seq, at, wh }))
const total = (statements: readonly StatementView[], of: (statement: StatementView) => bigint) =>
  statements.reduce((sum, statement) => sum + of(statement), 0n)

describe('a statement', () => {
  test('is closed when every meter has spoken up to its end, and not before', async () => {
    await world.deliver(...everyMeter(0n, START, 1_000n), ...everyMeter(1n, START + INTERVAL - 1n, 1_500n))
    world.now = START + INTERVAL
    await world.settle()
    expect(await world.statements()).toEqual([])
    await world.deliver(...everyMeter(2n, START + INTERVAL, 1_700n))
    await world.settle()
    expect(await world.statements()).toMatchObject([
      {
        ...{ index: 1, from_at: START, to_at: START + INTERVAL, quality: 0, status: 'final' },
        ...{ generated_wh: 700n, consumed_wh: ['700', '700'] },
      },
    ])
  })

  test('is closed as estimated when a meter is silent beyond the grace, and what that meter measured is in the next', async () => {
    await world.deliver(...everyMeter(0n, START, 0n))
    const end = START + INTERVAL
    const silent = LOADS[1]
    const talking = METERS.filter((meter) => meter !== silent)
    await world.deliver(...talking.map((meter) => ({ meter, seq: 1n, at: end, wh: 400n })))
    world.now = end + GRACE - 1n
    await world.settle()
    expect(await world.statements()).toEqual([])
    world.now = end + GRACE
    await world.settle()
    expect(await world.statements()).toMatchObject([{ quality: 1, consumed_wh: ['400', '0'], generated_wh: 400n }])

    // It comes back: what it measured in the closed interval arrives with what it measured since.
    await world.deliver(
      { meter: silent, seq: 1n, at: end, wh: 300n },
      ...METERS.map((meter) => ({ meter, seq: 2n, at: end + INTERVAL, wh: 900n })),
    )
    world.now = end + INTERVAL
    await world.settle()
    expect(await world.statements()).toMatchObject([
      {},
      { index: 2, from_at: end, quality: 0, generated_wh: 500n, consumed_wh: ['500', '900'] },
    ])
  })

  test('is not changed by a reading that comes after it: the next one has it', async () => {
    await world.deliver(...everyMeter(0n, START, 0n), ...everyMeter(1n, START + 10n, 100n))
    await world.deliver(...everyMeter(3n, START + INTERVAL + 5n, 300n))
    world.now = START + INTERVAL + 5n
    await world.settle()
    const [first] = await world.statements()
    expect(first).toMatchObject({ generated_wh: 100n, readings_count: 3 })
    // Measured within the first interval, delivered when it is closed.
    await world.deliver(...everyMeter(2n, START + INTERVAL - 1n, 250n))
    await world.deliver(...everyMeter(4n, START + 2n * INTERVAL, 1_000n))
    world.now = START + 2n * INTERVAL
    await world.settle()
    const [again, second] = await world.statements()
    expect(again).toEqual(first)
    expect(second).toMatchObject({ generated_wh: 900n, readings_count: 9 })
  })

  test('ends where a price changes, however often it does', async () => {
    const changes = [START + 600n, START + 601n, START + INTERVAL, START + INTERVAL + 60n]
    world.priceChanges = changes
    await world.deliver(...everyMeter(0n, START, 0n))
    for (const [index, at] of [...changes, START + 2n * INTERVAL].entries())
      await world.deliver(...everyMeter(BigInt(index) + 1n, at, BigInt(index + 1) * 100n))
    world.now = START + 2n * INTERVAL
    await world.settle()
    const statements = await world.statements()
    expect(statements.map(({ from_at, to_at }) => [from_at - START, to_at - START])).toEqual([
      [0n, 600n],
      [600n, 601n],
      [601n, 3_600n],
      [3_600n, 3_660n],
      [3_660n, 7_200n],
    ])
    expect(statements.every(({ generated_wh }) => generated_wh === 100n)).toBe(true)
  })
})

test('a meter that is replaced goes on counting where the old one stopped', async () => {
  await world.deliver(...everyMeter(0n, START, 0n), ...everyMeter(1n, START + 100n, 800n))
  await world.database.prisma.meter.update({ where: { id: SITE }, data: { epoch: 2 } })
  await world.deliver(
    { meter: SITE, epoch: 2, seq: 0n, at: START + 200n, wh: 5n },
    { meter: SITE, epoch: 2, seq: 1n, at: START + INTERVAL, wh: 25n },
    ...LOADS.map((meter) => ({ meter, seq: 2n, at: START + INTERVAL, wh: 900n })),
  )
  world.now = START + INTERVAL
  await world.settle()
  expect(await world.statements()).toMatchObject([{ generated_wh: 820n, consumed_wh: ['900', '900'] }])
})

// Readings come in any order and as late as they like, statements are closed whenever they can be: whatever was measured is billed once.
test('every watt-hour is in exactly one statement', async () => {
  const last = 24n
  const lifetimes = fc.record({
    increments: fc.array(fc.tuple(...METERS.map(() => fc.bigInt({ min: 0n, max: 5_000n }))), {
      minLength: Number(last),
      maxLength: Number(last),
    }),
    // By reading: how many steps late it is delivered.
    delays: fc.array(fc.nat({ max: 6 }), { minLength: 3 * Number(last), maxLength: 3 * Number(last) }),
    waits: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
  })
  await fc.assert(
    fc.asyncProperty(lifetimes, async ({ increments, delays, waits }) => {
      await world.close()
      world = await startSettleWorld()
      const step = INTERVAL / 3n
      const registers = METERS.map(() => 0n)
      const due = new Map<number, SaidReading[]>()
      for (const [index, added] of increments.entries())
        for (const [position, meter] of METERS.entries()) {
          registers[position] = (registers[position] ?? 0n) + (added[position] ?? 0n)
          const seq = BigInt(index) + 1n
          const when = index + (delays[3 * index + position] ?? 0)
          const reading = { meter, seq, at: START + seq * step, wh: registers[position] }
          due.set(when, [...(due.get(when) ?? []), reading])
        }
      await world.deliver(...everyMeter(0n, START, 0n))
      for (let now = 0; now < increments.length + 7; now += 1) {
        world.now = START + BigInt(now + 1) * step
        const arriving = due.get(now) ?? []
        if (arriving.length > 0) await world.deliver(...arriving)
        if (waits[now]) await world.settle()
      }
      await world.deliver(
        ...METERS.map((meter, position) => ({
          meter,
          seq: last + 1n,
          at: START + 12n * INTERVAL,
          wh: registers[position] ?? 0n,
        })),
      )
      world.now = START + 12n * INTERVAL
      await world.settle()
      const statements = await world.statements()
      expect(statements.length).toBe(12)
      for (const [index, statement] of statements.entries())
        expect(statement.from_at).toBe(statements[index - 1]?.to_at ?? START)
      expect(total(statements, ({ generated_wh }) => generated_wh)).toBe(registers[0])
      for (const [party] of LOADS.entries())
        expect(total(statements, ({ consumed_wh }) => BigInt(consumed_wh[party] ?? -1))).toBe(registers[party + 1])
    }),
    { numRuns: 12 },
  )
}, 120_000)
