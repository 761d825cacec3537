import { type Reading, readingJson } from '@heliobond/domain'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createReadingStore,
  type Database,
  monthOf,
  stopTestServer,
  type VerifiedReading,
  withDatabase,
} from './index.ts'

const NOW = 1_800_000_000n
const KEY = new Uint8Array(32).fill(7)
let database: Database

beforeAll(async () => {
  database = await withDatabase()
})
afterAll(async () => {
  await database.close()
  await stopTestServer()
})
beforeEach(async () => {
  await database.pool.query('truncate reading, meter_head, meter')
  for (const id of [1, 2, 3]) await registerMeter(id)
})

const registerMeter = (id: number, epoch = 1, capacityW = 10_000n) =>
  database.prisma.meter.create({
    data: {
      id,
      systemId: 9,
      kind: 'combined',
      publicKey: KEY.slice(),
      capacityW,
      epoch,
    },
  })

/** One reading a minute, 100 Wh each: well within 10 kW. */
function reading(seq: number, changes: Partial<Reading> = {}): Reading {
  const at = NOW - 1_000_000n + BigInt(seq) * 60n
  return {
    ...{ system: 9, meter: 1, epoch: 1, seq: BigInt(seq), at },
    ...{ generatedWh: BigInt(seq) * 100n, consumedWh: 0n, exportedWh: 0n },
    signature: new Uint8Array(64).fill(seq % 251),
    ...changes,
  }
}

const verified = (readings: Reading[]): VerifiedReading[] => readings.map((r) => ({ reading: r, publicKey: KEY }))
const insert = async (readings: Reading[], now = NOW) =>
  (await createReadingStore(database.pool).insertBatch(verified(readings), now)).map((outcome) =>
    outcome.outcome === 'refused' ? outcome.code : outcome.outcome,
  )
const storedSeqs = async (meter = 1) =>
  (
    await database.prisma.reading.findMany({
      where: { meterId: meter },
      orderBy: [{ epoch: 'asc' }, { seq: 'asc' }],
    })
  ).map((row) => Number(row.seq))

describe('the reading store', () => {
  test('stores every field of a reading as it was sent', async () => {
    const sent = reading(4711, {
      consumedWh: 5n,
      exportedWh: 3n,
      powerW: -812,
    })
    await insert([sent])
    const row = await database.prisma.reading.findFirstOrThrow()
    const { meterId, receivedAt, ...rest } = row
    expect(
      readingJson({
        ...rest,
        system: 9,
        meter: meterId,
        powerW: rest.powerW ?? 0,
      }),
    ).toEqual(readingJson(sent))
    expect(receivedAt).toBe(NOW)
  })

  test('knows a repeat from the same batch, a later batch and another store', async () => {
    expect(await insert([reading(1), reading(2), reading(1)])).toEqual(['stored', 'stored', 'duplicate'])
    expect(await insert([reading(2), reading(1), reading(3)])).toEqual(['duplicate', 'duplicate', 'stored'])
    expect(await storedSeqs()).toEqual([1, 2, 3])
  })

  test('refuses a second reading of the same number whatever time it claims', async () => {
    await insert([reading(1), reading(5), reading(9)])
    const years = 3n * 365n * 86_400n
    for (const at of [reading(5).at, reading(5).at + 1n, reading(5).at - years]) {
      expect(await insert([reading(5, { at, generatedWh: 501n })])).toEqual(['SEQ_NOT_GROWING'])
    }
    expect(await insert([reading(9, { at: reading(9).at - years })])).toEqual(['SEQ_NOT_GROWING'])
    expect(await storedSeqs()).toEqual([1, 5, 9])
  })

  test('fills a gap with what fits between its neighbours, and with nothing else', async () => {
    await insert([reading(1), reading(9)])
    expect(await insert([reading(5, { at: reading(9).at, generatedWh: 901n })])).toEqual(['REGISTER_FELL'])
    expect(await insert([reading(5, { at: reading(9).at + 1n })])).toEqual(['TIME_FELL'])
    expect(await insert([reading(5)])).toEqual(['stored'])
    expect((await database.prisma.meterHead.findFirstOrThrow()).seq).toBe(9n)
  })

  test('finds neighbours that lie years away', async () => {
    const years = 5n * 365n * 86_400n
    await insert([reading(1, { at: reading(1).at - years }), reading(9)])
    expect(await insert([reading(5, { generatedWh: 50n })])).toEqual(['REGISTER_FELL'])
    expect(await insert([reading(5, { generatedWh: 500n })])).toEqual(['stored'])
  })

  test('refuses an impossible jump, a future time and a falling register without storing or moving the head', async () => {
    await insert([reading(1)])
    expect(await insert([reading(2, { generatedWh: 10_000n })])).toEqual(['IMPOSSIBLE_JUMP'])
    expect(await insert([reading(2, { generatedWh: 99n })])).toEqual(['REGISTER_FELL'])
    expect(await insert([reading(2, { at: NOW + 61n })])).toEqual(['FUTURE'])
    expect(await insert([reading(2, { at: NOW + 60n })])).toEqual(['stored'])
    expect(await storedSeqs()).toEqual([1, 2])
  })

  test('believes a meter rated in tens of gigawatts, up to its rating', async () => {
    await registerMeter(4, 1, 22_000_000_000n)
    const of = (seq: number, generatedWh: bigint) => reading(seq, { meter: 4, generatedWh })
    expect(await insert([of(1, 0n)])).toEqual(['stored'])
    // A minute and a second at 22 GW, with 10 % of margin, and a watt-hour of rounding.
    expect(await insert([of(2, 410_055_557n)])).toEqual(['IMPOSSIBLE_JUMP'])
    expect(await insert([of(2, 410_055_556n)])).toEqual(['stored'])
  })

  test('refuses to judge by a rating that a number cannot hold', async () => {
    await registerMeter(5, 1, 2n ** 53n)
    await expect(insert([reading(1, { meter: 5 })])).rejects.toThrow('rated at 9007199254740992 W')
  })

  test('refuses unknown and revoked meters, other systems, closed and unopened epochs', async () => {
    await database.prisma.meter.update({
      where: { id: 2 },
      data: { revoked: true },
    })
    const strangers = [
      reading(1, { meter: 77 }),
      reading(1, { meter: 2 ** 32 - 1 }),
      reading(1, { system: 8 }),
      reading(1, { meter: 2 }),
      reading(1, { epoch: 2 }),
      reading(1, { epoch: 0 }),
    ]
    const unknown = ['UNKNOWN_METER', 'UNKNOWN_METER', 'UNKNOWN_METER', 'UNKNOWN_METER']
    expect(await insert(strangers)).toEqual([...unknown, 'EPOCH_NOT_OPEN', 'OLD_EPOCH'])
    expect(await database.prisma.reading.count()).toBe(0)
  })

  test('starts registers anew in a new epoch, and still acknowledges what the old one stored', async () => {
    await insert([reading(8), reading(9)])
    await database.prisma.meter.update({
      where: { id: 1 },
      data: { epoch: 2 },
    })
    const first = reading(1, { epoch: 2, at: reading(10).at, generatedWh: 0n })
    expect(await insert([first, reading(9), reading(7)])).toEqual(['stored', 'duplicate', 'OLD_EPOCH'])
  })

  test('refuses a reading verified with a key that the registry has replaced', async () => {
    const store = createReadingStore(database.pool)
    const stale = [{ reading: reading(1), publicKey: new Uint8Array(32) }]
    expect(await store.insertBatch(stale, NOW)).toEqual([{ outcome: 'refused', code: 'BAD_SIGNATURE' }])
  })

  test('refuses numbers that a column cannot hold', async () => {
    const outcomes = await insert([
      reading(1, { seq: 2n ** 63n }),
      reading(2, { generatedWh: 2n ** 64n - 1n }),
      reading(3, { epoch: 2 ** 32 - 1 }),
    ])
    expect(outcomes).not.toContain('stored')
  })

  test('makes the partition of any month, also when two stores want it at once', async () => {
    const turned = BigInt(Date.UTC(2071, 5, 30, 23, 59, 59) / 1000)
    const outcomes = await Promise.all(
      [1, 2, 3].map((meter) =>
        insert([reading(1, { meter, at: turned }), reading(2, { meter, at: turned + 1n, generatedWh: 100n })], turned),
      ),
    )
    expect(outcomes.flat()).toEqual(Array(6).fill('stored'))
    const { rows } = await database.pool.query<{
      partition: string
      count: bigint
    }>('select tableoid::regclass::text as partition, count(*) from reading group by 1 order by 1')
    expect(rows.map((row) => row.partition)).toEqual(['reading_y2071m06', 'reading_y2071m07'])
  })

  // The law behind the uniqueness of (meter, epoch, seq): however writers race, each reading is stored by exactly one.
  test('stores each reading once when many writers race with the same ones', async () => {
    const all = Array.from({ length: 120 }, (_, n) => reading(Math.floor(n / 3), { meter: (n % 3) + 1 }))
    const outcomes = await Promise.all(Array.from({ length: 6 }, (_, n) => insert(n % 2 ? all : [...all].reverse())))
    expect(outcomes.flat().filter((outcome) => outcome === 'stored')).toHaveLength(120)
    expect(outcomes.flat().filter((outcome) => outcome === 'duplicate')).toHaveLength(600)
    expect(await database.prisma.reading.count()).toBe(120)
  })

  test('stores the same set, monotone, whatever the order of arrival and the batches', async () => {
    const indices = fc.shuffledSubarray(
      Array.from({ length: 24 }, (_, n) => n),
      { minLength: 1 },
    )
    await fc.assert(
      fc.asyncProperty(indices, fc.integer({ min: 1, max: 7 }), async (arrival, batchSize) => {
        await database.pool.query('truncate reading, meter_head')
        for (let from = 0; from < arrival.length; from += batchSize) {
          // 40 days apart: neighbours lie in other months and outside the first window.
          const batch = arrival.slice(from, from + batchSize)
          await insert(
            batch.map((n) =>
              reading(n, {
                at: NOW - 1000n * 86_400n + BigInt(n) * 40n * 86_400n,
              }),
            ),
          )
        }
        expect(await storedSeqs()).toEqual(arrival.toSorted((a, b) => a - b))
        expect(Number((await database.prisma.meterHead.findFirstOrThrow()).seq)).toBe(Math.max(...arrival))
      }),
      { numRuns: 15 },
    )
  })
})

test('a month runs from its first second to the next month, across the year', () => {
  const december = monthOf(BigInt(Date.UTC(2026, 11, 31, 23, 59, 59) / 1000))
  expect(december.name).toBe('reading_y2026m12')
  expect(december.toAt).toBe(BigInt(Date.UTC(2027, 0, 1) / 1000))
})
