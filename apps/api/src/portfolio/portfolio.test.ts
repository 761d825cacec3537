import { stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOLDERS, START, seedCoupon, seedOffering, seedSystem } from '../seed.test-helper.ts'
import { openSignedInApi, type SignedInApi } from '../signed-in.test-helper.ts'

const UNIT = 10_000_000n
const [ANA, LUIS] = HOLDERS
const BOND = `SOLAR1:${HOLDERS[0]}`
const USDC = `USDC:${HOLDERS[1]}`
const DAY = 86_400n
/** A quarter into the first period of 180 days: 45 days of 30/360. */
const NOW = START + 45n * DAY

let api: SignedInApi
let ana: Record<string, string>

const hash = (ordinal: number) => ordinal.toString(16).padStart(64, '0')

beforeAll(async () => {
  api = await openSignedInApi({ chain: { now: async () => NOW } })
  ana = await api.as(ANA)
  const { prisma } = api.database
  await seedSystem(api.database, 1, false)
  await seedSystem(api.database, 2, false)
  await seedOffering(api.database, 1, 1)
  await seedOffering(api.database, 2, 2)
  await prisma.offering.updateMany({
    data: { name: 'Escuela', mintedStroops: 50_000n * UNIT, outstandingStroops: 50_000n * UNIT },
  })
  const at = (ordinal: number) => ({
    txHash: hash(ordinal),
    operationIndex: 0,
    ledger: ordinal,
    at: START + BigInt(ordinal),
  })
  // Bought 100 at 99, sold 40 at 101, bought 20 at 100, 10 sent to Luis, 5 came from him.
  await prisma.investment.create({
    data: {
      ...at(1),
      eventIndex: 0,
      offeringId: 1,
      investor: ANA,
      kind: 'invested',
      bondStroops: 100n * UNIT,
      paidStroops: 99n * UNIT,
    },
  })
  await prisma.bondTrade.create({
    data: {
      ...at(2),
      index: 0,
      offeringId: 1,
      seller: ANA,
      buyer: LUIS,
      bondStroops: 40n * UNIT,
      paidAsset: USDC,
      paidStroops: 404_000_000n,
    },
  })
  await prisma.bondTrade.create({
    data: {
      ...at(3),
      index: 0,
      offeringId: 1,
      seller: LUIS,
      buyer: ANA,
      bondStroops: 20n * UNIT,
      paidAsset: USDC,
      paidStroops: 20n * UNIT,
    },
  })
  const move = { asset: BOND, applicationOrder: 1, eventIndex: 0, kind: 'transfer' }
  await prisma.assetMovement.createMany({
    data: [
      // The movements of the trades are told as the trades.
      { ...move, ...at(2), fromAddress: ANA, toAddress: LUIS, stroops: 40n * UNIT },
      { ...move, ...at(3), fromAddress: LUIS, toAddress: ANA, stroops: 20n * UNIT },
      { ...move, ...at(4), fromAddress: ANA, toAddress: LUIS, stroops: 10n * UNIT },
      { ...move, ...at(5), fromAddress: LUIS, toAddress: ANA, stroops: 5n * UNIT },
      { ...move, ...at(1), kind: 'mint', toAddress: ANA, stroops: 100n * UNIT },
    ],
  })
  await prisma.couponPayment.create({
    data: {
      txHash: hash(6),
      index: 0,
      offeringId: 1,
      number: 1,
      holder: ANA,
      stroops: 5_000n,
      ledger: 6,
      at: START + 6n,
    },
  })
  await prisma.holding.createMany({
    data: [
      { asset: BOND, holder: ANA, place: 'account', stroops: 70n * UNIT, offeredStroops: 3n, ledger: 5 },
      { asset: BOND, holder: ANA, place: 'pool', placeId: 'L1', stroops: 5n * UNIT, ledger: 5 },
      { asset: BOND, holder: LUIS, place: 'account', stroops: 25n * UNIT, ledger: 5 },
    ],
  })
  await seedCoupon(api.database, 1, 1)
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

describe('the portfolio', () => {
  test('is of who signed in, and of nobody else', async () => {
    await api.get('/v1/portfolio', 401)
    const luis = await api.get('/v1/portfolio', 200, await api.as(LUIS))
    expect(luis.holdings).toMatchObject([{ bondStroops: String(25n * UNIT) }])
    const nobody = await api.get('/v1/portfolio', 200, await api.as(HOLDERS[2]))
    expect(nobody.holdings.map(({ bondStroops }: { bondStroops: string }) => bondStroops)).toEqual(['0'])
  })

  test('counts bonds wherever they are, interest to the stroop and what can be claimed', async () => {
    const { holdings, at } = await api.get('/v1/portfolio', 200, ana)
    expect(at).toBe('2026-02-15T00:00:00Z')
    expect(holdings).toHaveLength(1)
    const [held] = holdings
    expect(held).toMatchObject({
      offeringId: 1,
      name: 'Escuela',
      bondStroops: String(75n * UNIT),
      offeredStroops: '3',
      couponsPaidStroops: '5000',
      maturesAt: '2026-12-27T00:00:00Z',
      nextCoupon: { number: 1, recordAt: '2026-06-15T00:00:00Z', payAt: '2026-06-30T00:00:00Z' },
    })
    // 5 % a year on 75 for 180 of 360 days; the schedule is shorter than its civil days, so interest grows with time: 45 of 180 days.
    const coupon = (75n * UNIT * 500n * 180n) / (10_000n * 360n)
    expect(held.nextCoupon.amountStroops).toBe(String(coupon))
    expect(held.accruedStroops).toBe(String(coupon / 4n))
    // Funded 5,000 of the total; the first leaf was paid 5,000 and gets its part of it only.
    expect(held.claimable).toEqual([])
    const luis = await api.get('/v1/portfolio', 200, await api.as(LUIS))
    const total = (1n + 2n + 3n) * 1_455_5555555n
    expect(luis.holdings[0].claimable).toEqual([
      { coupon: 1, amountStroops: String((2n * 1_455_5555555n * 5_000n) / total) },
    ])
  })
})

describe('the history', () => {
  test('tells every line once, a trade as a trade, with signs', async () => {
    const { data } = await api.get('/v1/portfolio/history', 200, ana)
    expect(
      data.map((line: { kind: string; bondStroops: string; moneyStroops: string }) => [
        line.kind,
        line.bondStroops,
        line.moneyStroops,
      ]),
    ).toEqual([
      ['invested', String(100n * UNIT), String(-99n * UNIT)],
      ['sold', String(-40n * UNIT), '404000000'],
      ['bought', String(20n * UNIT), String(-20n * UNIT)],
      ['sent', String(-10n * UNIT), '0'],
      ['received', String(5n * UNIT), '0'],
      ['coupon', '0', '5000'],
    ])
    const bonds = data.reduce((sum: bigint, line: { bondStroops: string }) => sum + BigInt(line.bondStroops), 0n)
    expect(bonds).toBe(75n * UNIT)
  })

  test('pages in both directions, and takes filters', async () => {
    const whole = (await api.get('/v1/portfolio/history', 200, ana)).data
    for (const order of ['asc', 'desc']) {
      const rows = []
      let cursor = ''
      do {
        const page = await api.get(`/v1/portfolio/history?limit=2&order=${order}${cursor}`, 200, ana)
        rows.push(...page.data)
        cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
      } while (cursor !== '')
      expect(rows).toEqual(order === 'asc' ? whole : whole.toReversed())
    }
    const window = await api.get('/v1/portfolio/history?from=2026-01-01T00:00:02Z&to=2026-01-01T00:00:04Z', 200, ana)
    expect(window.data.map(({ kind }: { kind: string }) => kind)).toEqual(['sold', 'bought'])
    expect((await api.get('/v1/portfolio/history?offering=2', 200, ana)).data).toEqual([])
  })

  test('a cursor of somebody else is none', async () => {
    const { nextCursor } = await api.get('/v1/portfolio/history?limit=1', 200, ana)
    const answer = await api.get(`/v1/portfolio/history?cursor=${nextCursor}`, 400, await api.as(LUIS))
    expect(answer.code).toBe('HELIOBOND_BAD_CURSOR')
  })

  test('comes as CSV of the signed-in address', async () => {
    const csv = await api.app.inject({ url: '/v1/portfolio/history?format=csv&order=desc', headers: ana })
    expect(csv.statusCode).toBe(200)
    const lines = csv.body.trimEnd().split('\r\n')
    expect(lines).toHaveLength(7)
    expect(lines[1]).toContain('coupon')
    expect((await api.app.inject('/v1/portfolio/history?format=csv')).statusCode).toBe(401)
  })
})

test('lots are first in, first out, and what came by transfer has no price', async () => {
  const { data } = await api.get('/v1/portfolio/lots', 200, ana)
  expect(data).toMatchObject([
    // 40 of the first 100, which cost 99 together.
    { bondStroops: String(40n * UNIT), costStroops: '396000000', proceedsStroops: '404000000', gainStroops: '8000000' },
    { bondStroops: String(10n * UNIT), costStroops: '99000000', proceedsStroops: null, gainStroops: null },
    { bondStroops: String(50n * UNIT), costStroops: '495000000', disposedAt: null },
    { bondStroops: String(20n * UNIT), costStroops: '200000000', disposedAt: null },
    { bondStroops: String(5n * UNIT), costStroops: null, disposedAt: null },
  ])
  const paged = await api.get('/v1/portfolio/lots?limit=3', 200, ana)
  const rest = await api.get(`/v1/portfolio/lots?limit=3&cursor=${paged.nextCursor}`, 200, ana)
  expect([...paged.data, ...rest.data]).toEqual(data)
})

test('a statement opens where the one before closed, and adds up', async () => {
  const whole = await api.get('/v1/portfolio/statement', 200, ana)
  expect(whole.offerings).toMatchObject([
    {
      openingBondStroops: '0',
      closingBondStroops: String(75n * UNIT),
      investedStroops: String(119n * UNIT),
      proceedsStroops: '404000000',
      couponsStroops: '5000',
      redeemedStroops: '0',
      realizedGainStroops: null,
    },
  ])
  const split = '2026-01-01T00:00:03Z'
  const first = await api.get(`/v1/portfolio/statement?to=${split}`, 200, ana)
  const second = await api.get(`/v1/portfolio/statement?from=${split}`, 200, ana)
  expect(first.offerings[0]).toMatchObject({ closingBondStroops: String(60n * UNIT), realizedGainStroops: '8000000' })
  expect(second.offerings[0].openingBondStroops).toBe(first.offerings[0].closingBondStroops)
  expect(first.offerings[0].lines.length + second.offerings[0].lines.length).toBe(whole.offerings[0].lines.length)
})
