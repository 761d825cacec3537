import { stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOLDERS, START, seedCollection, seedCoupon, seedOffering, seedSystem } from './seed.test-helper.ts'
import { CHAIN_TERMS, SECRET_HASH, seedEvent, seedHolding } from './seed-offering.test-helper.ts'
import { openTestApi, type TestApi } from './testing.test-helper.ts'

let api: TestApi
const BOND = `SOLAR1:${HOLDERS[0]}`

beforeAll(async () => {
  // The first period has ended, the second is running.
  api = await openTestApi({ chain: { now: async () => START + 20_000_000n } })
  const { database } = api
  await seedSystem(database, 1, false)
  await seedSystem(database, 2, true)
  await seedOffering(database, 1, 1)
  await seedOffering(database, 2, 2)
  await database.prisma.offering.update({
    where: { id: 1 },
    data: {
      name: 'Escuela % 50_000',
      chainTerms: CHAIN_TERMS,
      mintedStroops: 500_000_000_000n,
      outstandingStroops: 100_000_000n,
      roles: { issuer: HOLDERS[0] },
    },
  })
  await database.prisma.offering.update({ where: { id: 2 }, data: { kind: 'Equity', state: 'Funding' } })
  for (const ordinal of [1, 2, 3]) await seedHolding(database, BOND, ordinal)
  await seedHolding(database, 'OTHER:G', 9)
  await seedEvent(database, 1, 1)
  await seedEvent(database, 1, 2, 'Live')
  await database.prisma.bucket.createMany({
    data: [
      { offeringId: 1, name: 'reserve', stroops: 700n, ledger: 5 },
      { offeringId: 1, name: 'principal', stroops: 30n, ledger: 6 },
      { offeringId: 1, name: 'credit:0', stroops: 1n, ledger: 4 },
    ],
  })
  const bytes = new Uint8Array(5)
  await database.prisma.document.createMany({
    data: [
      {
        hash: SECRET_HASH,
        sizeBytes: 5,
        mediaType: 'text/plain',
        name: 'a.txt',
        owner: 'G',
        offeringId: 1,
        bytes,
        createdAt: START,
      },
      {
        hash: 'cd'.repeat(32),
        sizeBytes: 6,
        mediaType: 'text/plain',
        name: 'b.txt',
        owner: 'G',
        offeringId: 1,
        bytes,
        createdAt: START,
      },
    ],
  })
  for (const ordinal of [1, 2, 3, 4]) await seedCollection(database, 1, ordinal)
  const at = [START, START + 100n, START + 15_551_999n, START + 15_552_000n]
  const rows = await database.prisma.collection.findMany({ orderBy: { id: 'asc' } })
  for (const [index, row] of rows.entries()) {
    await database.prisma.collection.update({ where: { id: row.id }, data: { at: at[index] ?? null } })
  }
  await seedCoupon(database, 1, 1)
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

test('an offering tells its terms as the contract holds them, its money and whose the system becomes', async () => {
  expect(await api.get('/v1/offerings/1')).toMatchObject({
    name: 'Escuela % 50_000',
    contractTerms: {
      kind: 'Bond',
      priceBps: 9_900,
      capStroops: '500000000000',
      minTicketStroops: '2000000000',
      fundingDeadline: '2026-01-02T00:00:00Z',
      documentsHash: SECRET_HASH,
    },
    soldStroops: '500000000000',
    holdersCount: 3,
    buckets: { reserve: '700', principal: '30', 'credit:0': '1' },
    roles: { issuer: HOLDERS[0] },
  })
})

test.each([
  ['state=Funding', [2]],
  ['state=Live', [1]],
  ['kind=Equity', [2]],
  ['kind=Donation', []],
  ['q=escuela', [1]],
  ['q=school%202', [2]],
  ['q=solar1', [1]],
  ['q=%25', [1]],
  ['q=_', [1]],
  ['q=nothing', []],
])('offerings are found by %s', async (query, ids) => {
  expect((await api.get(`/v1/offerings?${query}`)).data.map(({ id }: { id: number }) => id)).toEqual(ids)
})

test.each(['state=Nowhere', 'kind=Loan', 'q='])('a filter that is none (%s) is a 400', async (query) => {
  await api.get(`/v1/offerings?${query}`, 400)
})

test('holders are told with where they hold and what share, the largest first', async () => {
  const { data, outstandingStroops } = await api.get('/v1/offerings/1/holders')
  expect(outstandingStroops).toBe('100000000')
  expect(data.map((row: { bondStroops: string }) => row.bondStroops)).toEqual(['20000000', '20000000', '10000000'])
  expect(data).toContainEqual(expect.objectContaining({ place: 'pool', placeId: 'pool-3', shareBps: 2_000 }))
})

test('holders come as CSV whose cells run nothing', async () => {
  await api.database.prisma.holding.create({
    data: { asset: `SOLAR2:${HOLDERS[0]}`, holder: '=HYPERLINK("x")', place: 'account', stroops: 1n, ledger: 1 },
  })
  const csv = await api.app.inject('/v1/offerings/2/holders?format=csv')
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.body).toContain(`"'=HYPERLINK(""x"")"`)
})

test('buckets add up; without a network nobody says what the ledger holds', async () => {
  expect(await api.get('/v1/offerings/1/buckets')).toEqual({
    offeringId: 1,
    buckets: [
      { name: 'credit:0', stroops: '1' },
      { name: 'principal', stroops: '30' },
      { name: 'reserve', stroops: '700' },
    ],
    totalStroops: '731',
    heldStroops: null,
    ledger: 6,
  })
})

test('the timeline tells every event, or only what changed the state', async () => {
  expect((await api.get('/v1/offerings/1/timeline')).data).toMatchObject([
    { name: 'Invested', state: null, data: { bonds: '1' } },
    { name: 'WentLive', state: 'Live' },
  ])
  expect((await api.get('/v1/offerings/1/timeline?states=true')).data).toHaveLength(1)
})

test('documents say which one the contract’s terms name', async () => {
  const { data, documentsHash } = await api.get('/v1/offerings/1/documents')
  expect(documentsHash).toBe(SECRET_HASH)
  expect(data.map(({ inTerms }: { inTerms: boolean }) => inTerms)).toEqual([true, false])
})

test('coverage is counted by period, to the stroop, from the receipts of the period alone', async () => {
  const { history, ratioBps, reserveStroops, sinkingFundStroops } = await api.get('/v1/offerings/1/coverage')
  expect(history).toHaveLength(2)
  // Receipts 1 to 3 pulled 1,000, 2,000 and 3,000, each with 100 to operations; the fourth came with the second period.
  expect(history[0]).toMatchObject({ number: 1, running: false, revenueStroops: '6000', operationsStroops: '300' })
  expect(history[1]).toMatchObject({ number: 2, running: true, revenueStroops: '4000', netRevenueStroops: '3900' })
  const due = BigInt(history[0].debtServiceStroops)
  expect(history[0].ratioBps).toBe(String((5_700n * 10_000n) / due))
  expect(ratioBps).toBe(history[0].ratioBps)
  expect([reserveStroops, sinkingFundStroops]).toEqual(['700', '30'])
})

test('systems are listed and found by name', async () => {
  expect((await api.get('/v1/systems?q=2')).data).toEqual([
    {
      id: 2,
      name: 'School 2',
      modelled: true,
      capacityW: '22000000000',
      offeringId: 2,
      offeringState: 'Funding',
      partyCount: 1,
      lastReadingAt: null,
    },
  ])
})

test.each(['holders', 'buckets', 'timeline', 'documents', 'trades', 'coverage'])(
  '%s of an offering that is none is a 404',
  async (part) => {
    expect((await api.get(`/v1/offerings/99/${part}`, 404)).code).toBe('HELIOBOND_OFFERING_NOT_FOUND')
  },
)
