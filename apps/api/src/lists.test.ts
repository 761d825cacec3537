import { createReadingStore, stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOLDERS, START, seedBill, seedCollection, seedCoupon, seedOffering, seedSystem } from './seed.test-helper.ts'
import { seedEvent, seedHolding, seedTrade } from './seed-offering.test-helper.ts'
import { type Answer, openTestApi, type TestApi } from './testing.test-helper.ts'

let api: TestApi
const ROWS = 12
const BOND = `SOLAR1:${HOLDERS[0]}`

beforeAll(async () => {
  api = await openTestApi()
  await seedSystem(api.database, 1, true)
  await seedSystem(api.database, 2, false)
  for (let id = 1; id <= ROWS; id += 1) await seedOffering(api.database, id, 1)
  for (let number = 1; number <= ROWS; number += 1) {
    await seedBill(api.database, 1, BigInt(number))
    await seedCollection(api.database, 1, number)
    await seedCoupon(api.database, 1, number)
    await seedHolding(api.database, BOND, number)
    await seedEvent(api.database, 1, number)
    await seedTrade(api.database, 1, number)
  }
  await addReadings(1, ROWS)
})

afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

let nextSeq = 1n
/** `count` readings more of each meter of the system. */
async function addReadings(system: number, count: number): Promise<void> {
  const store = createReadingStore(api.database.pool)
  for (const [place, meter] of [system * 10, system * 10 + 1].entries()) {
    const row = await api.database.prisma.meter.findUniqueOrThrow({ where: { id: meter } })
    const readings = Array.from({ length: count }, (_, index) => {
      const seq = nextSeq + BigInt(index)
      const wh = seq * 10n
      return {
        reading: {
          system,
          meter,
          epoch: 1,
          seq,
          // Two by two at one moment, which a meter may do.
          at: START + (seq / 2n) * 1_800n,
          generatedWh: place === 0 ? wh : 0n,
          consumedWh: place === 1 ? wh : 0n,
          exportedWh: 0n,
          signature: new Uint8Array(64).fill(meter),
        },
        publicKey: new Uint8Array(row.publicKey),
      }
    })
    const outcomes = await store.insertBatch(readings, START + 10_000_000n)
    expect(outcomes.every(({ outcome }) => outcome === 'stored')).toBe(true)
  }
  nextSeq += BigInt(count)
}

/** All rows of a list, page by page; `between` runs after each page. */
async function walk(
  url: string,
  limit: number,
  between: () => Promise<void> = async () => undefined,
): Promise<Answer[]> {
  const rows: Answer[] = []
  let cursor: string | null = null
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: Answer = await api.get(`${url}${url.includes('?') ? '&' : '?'}limit=${limit}${query}`)
    expect(page.data.length).toBeLessThanOrEqual(limit)
    rows.push(...page.data)
    cursor = page.nextCursor
    if (cursor !== null) {
      expect(page.data.length).toBe(limit)
      await between()
    }
  } while (cursor !== null)
  return rows
}

const LISTS = [
  ['/v1/offerings', (row: Answer) => row.id],
  ['/v1/offerings/1/waterfall', (row: Answer) => row.txHash],
  ['/v1/offerings/1/coupons', (row: Answer) => row.number],
  ['/v1/offerings?kind=Bond&state=Live&q=school', (row: Answer) => row.id],
  ['/v1/offerings/1/holders', (row: Answer) => `${row.holder}/${row.place}`],
  ['/v1/offerings/1/timeline', (row: Answer) => row.txHash],
  ['/v1/offerings/1/trades', (row: Answer) => row.txHash],
  ['/v1/systems/1/bills', (row: Answer) => row.number],
  ['/v1/systems/1/statements', (row: Answer) => row.index],
  ['/v1/systems/1/readings', (row: Answer) => `${row.meter}/${row.seq}`],
  ['/v1/systems/1/readings?meter=11', (row: Answer) => `${row.meter}/${row.seq}`],
] as const

describe('every list', () => {
  test.each(LISTS)(
    '%s: pages of any size give the same rows in the same order, the other way round too',
    async (url, key) => {
      const whole = (await walk(url, 500)).map(key)
      expect(new Set(whole).size).toBe(whole.length)
      expect(whole.length).toBeGreaterThanOrEqual(ROWS)
      for (const limit of [1, 5, ROWS, whole.length]) expect((await walk(url, limit)).map(key)).toEqual(whole)
      const down = `${url}${url.includes('?') ? '&' : '?'}order=desc`
      expect((await walk(down, 5)).map(key)).toEqual(whole.toReversed())
    },
  )

  test.each(['asc', 'desc'])('loses and doubles no row while rows are added (%s)', async (order) => {
    for (const [url, key] of LISTS) {
      const before: unknown[] = (await walk(`${url}${url.includes('?') ? '&' : '?'}order=${order}`, 500)).map(key)
      let pages = 0
      const addSome = async () => {
        pages += 1
        if (pages <= 2) await addRows()
      }
      const seen: unknown[] = (await walk(`${url}${url.includes('?') ? '&' : '?'}order=${order}`, 5, addSome)).map(key)
      expect(new Set(seen).size, url).toBe(seen.length)
      expect(seen.filter((row) => before.includes(row))).toEqual(before)
    }
  })

  let added = ROWS
  async function addRows(): Promise<void> {
    added += 1
    await seedOffering(api.database, added, 1)
    await seedBill(api.database, 1, BigInt(added))
    await seedCollection(api.database, 1, added)
    await seedCoupon(api.database, 1, added)
    await seedHolding(api.database, BOND, added)
    await seedEvent(api.database, 1, added)
    await seedTrade(api.database, 1, added)
    await addReadings(1, 1)
  }

  test.each(LISTS)('%s refuses a cursor that is not its own', async (url, _) => {
    const join = url.includes('?') ? '&' : '?'
    const foreign = (await api.get('/v1/systems/1/bills?limit=1')).nextCursor
    const cursors = ['x', '%01', 'W10', ...(url.includes('bills') ? [] : [foreign])]
    for (const cursor of cursors) {
      expect((await api.get(`${url}${join}cursor=${cursor}`, 400)).code).toBe('HELIOBOND_BAD_CURSOR')
    }
    const descending = (await api.get(`${url}${join}order=desc&limit=1`)).nextCursor
    expect((await api.get(`${url}${join}cursor=${descending}`, 400)).code).toBe('HELIOBOND_BAD_CURSOR')
  })

  test.each(LISTS)('%s refuses a query that it does not know', async (url, _) => {
    const join = url.includes('?') ? '&' : '?'
    for (const query of ['limit=0', 'limit=501', 'limit=x', 'limit=1&limit=2', 'order=up', 'cursor=', 'unknown=1']) {
      expect((await api.get(`${url}${join}${query}`, 400)).code).toBe('HELIOBOND_INVALID_REQUEST')
    }
  })

  test('is empty where there is nothing', async () => {
    for (const list of ['bills', 'statements', 'readings']) {
      expect(await api.get(`/v1/systems/2/${list}`)).toEqual({
        systemId: 2,
        modelled: false,
        data: [],
        nextCursor: null,
      })
    }
  })
})

describe('readings', () => {
  test('of a window of time: from inclusive, to exclusive', async () => {
    const rows = await walk('/v1/systems/1/readings?meter=10&from=2026-01-01T01:00:00Z&to=2026-01-01T02:00:00Z', 1)
    expect(rows.map((row) => row.at)).toEqual(
      ['01:00', '01:00', '01:30', '01:30'].map((time) => `2026-01-01T${time}:00Z`),
    )
  })

  test('of a meter of another system are not shown', async () => {
    expect((await api.get('/v1/systems/2/readings?meter=10')).data).toEqual([])
  })

  test.each(['2026-02-30T00:00:00Z', '2026-01-01', '2026-01-01T00:00:00', '1', "';drop table reading"])(
    'refuse %s as a time',
    async (from) => {
      const answer = await api.get(`/v1/systems/1/readings?from=${encodeURIComponent(from)}`, 400)
      expect(answer.code).toBe('HELIOBOND_INVALID_REQUEST')
    },
  )
})
