import { stopTestServer } from '@heliobond/db'
import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { GRACE, HOUR, type Said, type StatementView, startTown, type Town } from './town.test-helper.ts'

let town: Town
afterEach(() => town.close())
afterAll(() => stopTestServer())

const everyMeter = (seq: bigint, at: bigint, wh: bigint): Said[] => town.meters.map((meter) => ({ meter, seq, at, wh }))
const total = (statements: readonly StatementView[], of: (statement: StatementView) => bigint) =>
  statements.reduce((sum, statement) => sum + of(statement), 0n)
const generated = (statement: StatementView) => statement.generated_wh + statement.generated_correction_wh
/** After `hours` hours and some seconds. */
const hour = (hours: bigint, seconds = 0n) => town.start + hours * HOUR + seconds

describe('a statement', () => {
  test('is closed when every meter has spoken up to its end, and not before', async () => {
    town = await startTown()
    await town.until(hour(1n))
    await town.deliver(...everyMeter(0n, hour(0n), 1_000n), ...everyMeter(1n, hour(1n) - 1n, 1_500n))
    await town.settle()
    expect(await town.statements()).toEqual([])
    await town.deliver(...everyMeter(2n, hour(1n), 1_700n))
    await town.settle()
    expect(await town.statements()).toMatchObject([
      {
        ...{ index: 1, from_at: hour(0n), to_at: hour(1n), quality: 0, status: 'final', readings_count: 9 },
        ...{ generated_wh: 700n, consumed_wh: ['700', '700'] },
      },
    ])
    // The contract has the same, and made two bills of it.
    expect(await town.read('energy', 'attested', { system: town.systemId })).toMatchObject({
      index: 1,
      generated_wh: 700n,
    })
    expect((await town.bills()).map((bill) => bill.delivered_wh)).toEqual([350n, 350n])
  })

  test('ends where a price changes, however often it does', async () => {
    town = await startTown()
    const changes = [hour(0n, 600n), hour(0n, 601n), hour(1n), hour(1n, 60n)]
    for (const [index, at] of changes.entries()) await town.setPrice('RETAIL', 2_500_001n + BigInt(index), at)
    await town.until(hour(2n))
    await town.deliver(...everyMeter(0n, hour(0n), 0n))
    for (const [index, at] of [...changes, hour(2n)].entries())
      await town.deliver(...everyMeter(BigInt(index) + 1n, at, BigInt(index + 1) * 3n))
    await town.settle()
    const statements = await town.statements()
    expect(statements.map(({ from_at, to_at }) => [from_at - town.start, to_at - town.start])).toEqual([
      [0n, 600n],
      [600n, 601n],
      [601n, 3_600n],
      [3_600n, 3_660n],
      [3_660n, 7_200n],
    ])
    expect(statements.every(({ generated_wh }) => generated_wh === 3n)).toBe(true)
    const bills = await town.bills()
    expect(bills.filter((bill) => bill.party_index === 0).map((bill) => bill.price_stroops - 2_500_000n)).toEqual([
      ...[0n, 1n, 2n, 3n, 4n],
    ])
  })

  test.each([
    ['a day', { kind: 'seconds', seconds: '86400' }, 86_400n],
    ['a month', { kind: 'months' }, 28n * 86_400n],
  ] as const)('may be as long as %s', async (_, rule, least) => {
    town = await startTown({ intervals: rule })
    await town.until(hour(32n * 24n))
    await town.deliver(...everyMeter(0n, hour(0n), 0n), ...everyMeter(1n, hour(32n * 24n), 77_000n))
    await town.settle()
    const [first] = await town.statements()
    if (!first) throw new Error('no statement')
    expect(first.to_at - first.from_at).toBeGreaterThanOrEqual(least)
    // A month of silence is one straight line: what belongs to the interval is in it, to the watt-hour.
    expect(first.generated_wh).toBe((77_000n * (first.to_at - first.from_at)) / (32n * 24n * HOUR))
  })
})

describe('a meter that is silent', () => {
  const silence = async () => {
    town = await startTown()
    const [school, clinic] = town.loads
    await town.until(hour(1n))
    await town.deliver(...everyMeter(0n, hour(0n), 0n), ...everyMeter(1n, hour(1n), 400n))
    await town.settle()
    return { school, clinic }
  }

  test('is waited for, then its energy is estimated, and an alarm says so', async () => {
    const { school, clinic } = await silence()
    await town.until(hour(2n, GRACE - 1n))
    await town.deliver(
      { meter: school, seq: 2n, at: hour(2n), wh: 900n },
      { meter: clinic, seq: 2n, at: hour(2n), wh: 900n },
    )
    await town.settle()
    expect(await town.statements()).toHaveLength(1)
    await town.until(hour(2n, GRACE))
    await town.settle()
    // Nothing is known of that time of the day: nothing is billed, and nothing is certified.
    expect((await town.statements())[1]).toMatchObject({ quality: 1, generated_wh: 0n, consumed_wh: ['500', '500'] })
    expect(
      await town.database.prisma.alarm.findMany({ where: { kind: 'meter.silent', clearedAt: null } }),
    ).toMatchObject([{ meterId: town.site, systemId: town.systemId }])
    // It comes back, and what it measured in the closed interval is a correction of the next.
    await town.until(hour(3n))
    await town.deliver({ meter: town.site, seq: 2n, at: hour(2n), wh: 700n })
    await town.deliver(...everyMeter(3n, hour(3n), 1_000n))
    await town.settle()
    expect((await town.statements())[2]).toMatchObject({
      ...{ quality: 0, generated_wh: 300n, generated_correction_wh: 300n, consumed_wh: ['100', '100'] },
    })
    expect(await town.read('energy', 'attested', { system: town.systemId })).toMatchObject({ measured_wh: 1_000n })
    expect(await town.database.prisma.alarm.count({ where: { kind: 'meter.silent', clearedAt: null } })).toBe(0)
  })

  test('is estimated by the same hours of the days before, and what was estimated too high is taken back', async () => {
    town = await startTown({ intervals: { kind: 'seconds', seconds: String(6n * HOUR) } })
    const quarter = (number: bigint) => hour(6n * number)
    await town.until(quarter(0n))
    await town.deliver(...everyMeter(0n, quarter(0n), 0n))
    for (let number = 1n; number <= 6n; number += 1n) {
      const said = everyMeter(number, quarter(number), 60n * number)
      await town.until(quarter(number))
      await town.deliver(...(number > 4n ? said.slice(1) : said))
      if (number > 4n) await town.until(quarter(number) + GRACE)
      await town.settle()
    }
    expect((await town.statements()).slice(4)).toMatchObject([
      { quality: 1, generated_wh: 60n },
      { quality: 1, generated_wh: 60n },
    ])
    await town.until(quarter(7n))
    await town.deliver({ meter: town.site, seq: 7n, at: quarter(7n), wh: 243n })
    await town.deliver(...everyMeter(7n, quarter(7n), 420n).slice(1))
    await town.settle()
    // Three watt-hours in three quarters, where 120 were estimated for two of them.
    expect((await town.statements())[6]).toMatchObject({ generated_wh: 1n, generated_correction_wh: -118n, quality: 0 })
    expect(total(await town.statements(), generated)).toBe(243n)
  })

  test('for longer than an interval’s capacity allows at once: the gap is spread over the time that it belongs to', async () => {
    await silence()
    // Capacity lets 11 kWh through in an hour; five hours of silence hold 40.
    for (let silent = 2n; silent <= 5n; silent += 1n) {
      await town.until(hour(silent, GRACE))
      await town.deliver(...everyMeter(silent, hour(silent), 400n * silent).slice(1))
      await town.settle()
    }
    await town.until(hour(6n))
    await town.deliver(...everyMeter(6n, hour(6n), 40_400n).filter(({ meter }) => meter === town.site))
    await town.deliver(...everyMeter(6n, hour(6n), 400n * 6n).slice(1))
    await town.settle()
    const statements = await town.statements()
    expect(statements).toHaveLength(6)
    expect(statements[5]).toMatchObject({ generated_wh: 8_000n, generated_correction_wh: 32_000n, status: 'final' })
    expect(total(statements, generated)).toBe(40_400n)
    expect(await town.database.prisma.outbox.count({ where: { status: { not: 'succeeded' } } })).toBe(0)
  })
})

test('late readings change nothing that is on the chain: the next statement has them, under its root', async () => {
  town = await startTown()
  await town.until(hour(1n, 5n))
  await town.deliver(...everyMeter(0n, hour(0n), 0n), ...everyMeter(1n, hour(0n, 10n), 100n))
  await town.deliver(...everyMeter(3n, hour(1n, 5n), 300n))
  await town.settle()
  const [first] = await town.statements()
  // Between the reading of the tenth second and that of five past the hour.
  expect(first).toMatchObject({ generated_wh: 299n, readings_count: 6 })
  await town.deliver(...everyMeter(2n, hour(1n) - 1n, 250n))
  await town.until(hour(2n))
  await town.deliver(...everyMeter(4n, hour(2n), 1_000n))
  await town.settle()
  const [again, second] = await town.statements()
  expect(again).toEqual(first)
  // What the hour had was 258: the rest is taken back, and counts in the hour that it belongs to.
  expect(second).toMatchObject({ generated_wh: 742n, generated_correction_wh: -41n, readings_count: 9 })
  const draft = await town.database.prisma.statementDraft.findUniqueOrThrow({
    where: { systemId_index: { systemId: town.systemId, index: 2 } },
  })
  expect(draft.readingSet).toEqual(Object.fromEntries(town.meters.map((meter) => [meter, { 1: [['2', '4']] }])))
})

test('a meter that is replaced goes on counting where the old one stopped', async () => {
  town = await startTown()
  await town.until(hour(1n))
  await town.deliver(...everyMeter(0n, hour(0n), 0n), ...everyMeter(1n, hour(0n, 100n), 80n))
  await town.database.prisma.meter.update({ where: { id: town.site }, data: { epoch: 2 } })
  await town.deliver(
    { meter: town.site, epoch: 2, seq: 0n, at: hour(0n, 200n), wh: 5n },
    { meter: town.site, epoch: 2, seq: 1n, at: hour(1n), wh: 25n },
    ...town.loads.map((meter) => ({ meter, seq: 2n, at: hour(1n), wh: 90n })),
  )
  await town.settle()
  expect(await town.statements()).toMatchObject([{ generated_wh: 100n, consumed_wh: ['90', '90'] }])
})

test('two workers that close the same interval write one statement, and neither fails', async () => {
  town = await startTown()
  const workers = [town.process(), town.process()]
  await town.until(hour(0n))
  await town.deliver(...everyMeter(0n, hour(0n), 0n))
  for (let at = 1n; at <= 6n; at += 1n) {
    await town.until(hour(at))
    await town.deliver(...everyMeter(at, hour(at), at * 100n))
    await Promise.all(workers.map((worker) => town.run(worker, 'settle', 'submit')))
  }
  const statements = await town.statements()
  expect(statements.map(({ index, status, generated_wh }) => [index, status, generated_wh])).toEqual(
    [1, 2, 3, 4, 5, 6].map((index) => [index, 'final', 100n]),
  )
  expect(await town.bills()).toHaveLength(12)
})

// Readings come in any order and as late as they like, statements are closed whenever they can be: whatever was measured is billed once, and the
// contract takes every statement.
test('every watt-hour is in exactly one statement', async () => {
  const seed = Number(process.env.HELIOBOND_TEST_SEED ?? Date.now() % 1_000_000)
  const lifes = 2
  console.log(`settle: ${lifes} lives, HELIOBOND_TEST_SEED=${seed}`)
  const last = 24n
  const lifetimes = fc.record({
    increments: fc.array(fc.tuple(...[0, 1, 2].map(() => fc.bigInt({ min: 0n, max: 3_600n }))), {
      minLength: Number(last),
      maxLength: Number(last),
    }),
    // By reading: how many steps late it is delivered.
    delays: fc.array(fc.nat({ max: 9 }), { minLength: 3 * Number(last), maxLength: 3 * Number(last) }),
    waits: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
  })
  town = await startTown()
  await fc.assert(
    fc.asyncProperty(lifetimes, async ({ increments, delays, waits }) => {
      await town.close()
      town = await startTown()
      const step = HOUR / 3n
      const registers = town.meters.map(() => 0n)
      const due = new Map<number, Said[]>()
      for (const [index, added] of increments.entries())
        for (const [position, meter] of town.meters.entries()) {
          registers[position] = (registers[position] ?? 0n) + (added[position] ?? 0n)
          const seq = BigInt(index) + 1n
          const when = index + (delays[3 * index + position] ?? 0)
          const reading = { meter, seq, at: town.start + seq * step, wh: registers[position] }
          due.set(when, [...(due.get(when) ?? []), reading])
        }
      await town.until(town.start)
      await town.deliver(...everyMeter(0n, town.start, 0n))
      for (let now = 0; now < increments.length + 10; now += 1) {
        await town.until(town.start + BigInt(now + 1) * step)
        await town.deliver(...(due.get(now) ?? []))
        if (waits[now]) await town.settle()
      }
      // An hour in which nothing is measured, so that whatever had to wait for room can be booked.
      await town.until(hour(14n))
      const end = (seq: bigint, at: bigint) =>
        town.meters.map((meter, position) => ({ meter, seq, at, wh: registers[position] ?? 0n }))
      await town.deliver(...end(last + 1n, hour(14n)))
      await town.settle()
      const statements = await town.statements()
      expect(statements.length).toBe(14)
      for (const [index, statement] of statements.entries())
        expect(statement.from_at).toBe(statements[index - 1]?.to_at ?? town.start)
      expect(total(statements, generated)).toBe(registers[0])
      for (const party of [0, 1])
        expect(total(statements, ({ consumed_wh }) => BigInt(consumed_wh[party] ?? -1))).toBe(registers[party + 1])
      expect(await town.read('energy', 'attested', { system: town.systemId })).toMatchObject({
        measured_wh: registers[0],
      })
      expect(await town.database.prisma.outbox.count({ where: { status: { not: 'succeeded' } } })).toBe(0)
    }),
    { numRuns: lifes, seed },
  )
}, 120_000)
