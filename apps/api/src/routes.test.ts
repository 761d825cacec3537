import { stopTestServer } from '@heliobond/db'
import { fromHex, verifyMerkleProof } from '@heliobond/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  HOLDERS,
  OFFERING_CONTRACT,
  PASSPHRASE,
  START,
  seedBill,
  seedCollection,
  seedCoupon,
  seedOffering,
  seedSystem,
} from './seed.test-helper.ts'
import { openTestApi, type TestApi } from './testing.test-helper.ts'

let api: TestApi

beforeAll(async () => {
  api = await openTestApi()
  await seedSystem(api.database, 1, true)
  await seedSystem(api.database, 2, false)
  await seedOffering(api.database, 1, 1)
  await seedOffering(api.database, 2, 99)
  await api.database.prisma.setting.deleteMany({ where: { key: 'project:2' } })
  await seedBill(api.database, 1, 1n)
  await seedBill(api.database, 1, 2n)
  for (const ordinal of [1, 2, 3]) await seedCollection(api.database, 1, ordinal)
  await seedCoupon(api.database, 1, 1)
  await seedCoupon(api.database, 1, 2, { recorded: false })
  await seedCoupon(api.database, 1, 3, { root: new Uint8Array(32).fill(1) })
})

afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

const bytes = (hex: string) => {
  const read = fromHex(hex)
  if (!read.ok) throw new Error(`not hexadecimal: ${hex}`)
  return read.value
}

describe('an offering', () => {
  test('says what it is, and that its system is modelled', async () => {
    expect(await api.get('/v1/offerings/1')).toEqual({
      id: 1,
      name: 'School 1',
      kind: 'Bond',
      contractTerms: null,
      soldStroops: '0',
      outstandingStroops: '0',
      holdersCount: 0,
      maturesAt: '2026-12-27T00:00:00Z',
      tenderContract: null,
      roles: {},
      buckets: {},
      parties: [{ index: 0, name: 'Escuela', portionBps: 10_000, ownedBps: 1_250 }],
      contractId: OFFERING_CONTRACT,
      bondAsset: `SOLAR1:${HOLDERS[0]}`,
      settlementAsset: `USDC:${HOLDERS[1]}`,
      systemId: 1,
      systemName: 'School 1',
      modelled: true,
      state: 'Live',
      terms: { principalStroops: '500000000000', couponBps: 500 },
      callDate: null,
      createdAt: '2026-01-01T00:00:00Z',
    })
  })

  test('shows its schedule as it was fixed', async () => {
    const { periods, rateBps } = await api.get('/v1/offerings/1/schedule')
    expect(rateBps).toBe(500)
    expect(periods).toHaveLength(2)
    expect(periods[0]).toEqual({
      number: 1,
      start: '2026-01-01T00:00:00Z',
      record: '2026-06-15T00:00:00Z',
      pay: '2026-06-30T00:00:00Z',
      days: 180,
      basis: 360,
    })
    expect(periods[1].start).toBe(periods[0].pay)
  })

  test('without a stored schedule has an empty one', async () => {
    expect(await api.get('/v1/offerings/2/schedule')).toEqual({ offeringId: 2, rateBps: null, periods: [] })
  })

  test('shows where its money went, and every receipt and their sum keep the law', async () => {
    const { totals, data } = await api.get('/v1/offerings/1/waterfall?limit=2')
    expect(data).toHaveLength(2)
    expect(totals.receipts).toBe(3)
    expect(totals.pulledStroops).toBe('6000')
    for (const flow of [totals, ...data]) {
      const of = (name: string) => BigInt(flow[`${name}Stroops`])
      const out = ['operations', 'coupon', 'reserve', 'renewal', 'principal', 'loanReturned', 'surplus']
      expect(out.reduce((sum, name) => sum + of(name), 0n)).toBe(of('pulled') + of('creditUsed'))
    }
  })

  test('marks money for exports as nobody’s in particular', async () => {
    const { data } = await api.get('/v1/offerings/1/waterfall')
    expect(data.map((receipt: { partyIndex: number | null }) => receipt.partyIndex)).toEqual([0, 0, null])
  })

  test('has coupons that say how far they have come', async () => {
    const { data } = await api.get('/v1/offerings/1/coupons')
    expect(data[0]).toMatchObject({
      number: 1,
      status: 'funded',
      leafCount: 3,
      fundedStroops: '5000',
      paidStroops: '5000',
    })
    expect(data[1]).toMatchObject({ number: 2, status: 'scheduled', root: null, totalStroops: null, paidStroops: '0' })
  })
})

describe("a holder's proof", () => {
  test.each(HOLDERS)('of %s leads to the root, and to no other amount', async (holder) => {
    const proof = await api.get(`/v1/offerings/1/coupons/1/proof/${holder}`)
    const { data } = await api.get('/v1/offerings/1/coupons')
    expect(proof.root).toBe(data[0].root)
    expect(proof).toMatchObject({ holder, coupon: 1, contractId: OFFERING_CONTRACT, networkPassphrase: PASSPHRASE })
    const leaf = bytes(proof.leafBytes)
    expect(BigInt(`0x${proof.leafBytes.slice(-32)}`)).toBe(BigInt(proof.amountStroops))
    const merkle = { index: proof.index, count: proof.count, siblings: proof.siblings.map(bytes) }
    expect(verifyMerkleProof(bytes(proof.root), leaf, merkle)).toBe(true)
    leaf[leaf.length - 1] = (leaf.at(-1) ?? 0) ^ 1
    expect(verifyMerkleProof(bytes(proof.root), leaf, merkle)).toBe(false)
  })

  test.each([
    ['/v1/offerings/9/coupons/1/proof/', 404, 'HELIOBOND_OFFERING_NOT_FOUND'],
    ['/v1/offerings/1/coupons/9/proof/', 404, 'HELIOBOND_COUPON_NOT_FOUND'],
    ['/v1/offerings/1/coupons/2/proof/', 404, 'HELIOBOND_COUPON_NOT_RECORDED'],
    ['/v1/offerings/1/coupons/0/proof/', 400, 'HELIOBOND_INVALID_REQUEST'],
  ])('%s is refused by code', async (url, status, code) => {
    expect((await api.get(`${url}${HOLDERS[0]}`, status)).code).toBe(code)
  })

  test('is refused to an address without a claim, and to what is no address', async () => {
    const stranger = OFFERING_CONTRACT
    expect((await api.get(`/v1/offerings/1/coupons/1/proof/${stranger}`, 404)).code).toBe('HELIOBOND_HOLDER_NOT_FOUND')
    const typo = `${HOLDERS[0].slice(0, -1)}A`
    expect((await api.get(`/v1/offerings/1/coupons/1/proof/${typo}`, 400)).code).toBe('HELIOBOND_INVALID_REQUEST')
  })

  test('is never given when the stored leaves do not make the root', async () => {
    const answer = await api.get(`/v1/offerings/1/coupons/3/proof/${HOLDERS[0]}`, 500)
    expect(answer.code).toBe('HELIOBOND_INTERNAL')
    expect(JSON.stringify(answer)).not.toContain('leaves')
    expect(api.log()).toContain('do not give its root')
  })
})

describe('a system', () => {
  test('tells ratings above 32 bits whole, as decimal strings', async () => {
    expect(await api.get('/v1/systems/1')).toMatchObject({
      capacityW: '22000000000',
      meters: [{ capacityW: '22000000000' }, { capacityW: '40000' }],
    })
  })

  test('says that it is modelled, on itself and on everything measured by it', async () => {
    expect(await api.get('/v1/systems/1')).toMatchObject({ modelled: true, meters: [{ modelNote: 'modelled' }, {}] })
    expect(await api.get('/v1/systems/2')).toMatchObject({ modelled: false })
    for (const list of ['readings', 'statements', 'bills']) {
      expect((await api.get(`/v1/systems/1/${list}`)).modelled).toBe(true)
      expect((await api.get(`/v1/systems/2/${list}`)).modelled).toBe(false)
    }
  })

  test('shows a bill with what it rests on and how it was paid, no digit lost', async () => {
    const { data } = await api.get('/v1/systems/1/bills')
    expect(data[0]).toMatchObject({ number: '1', paid: false, payments: [], partyName: 'Escuela' })
    expect(data[1]).toMatchObject({
      number: '2',
      deliveredWh: '9007199254740988',
      dueStroops: '22517998136852',
      paid: true,
      txHash: 'bill-2',
      statement: { index: 2, readingsRoot: '07'.repeat(32), hash: '08'.repeat(32) },
      payments: [{ txHash: 'pay-2', operationIndex: 0, sendAsset: 'native', sentStroops: '45035996273704' }],
    })
  })

  test('shows the lines of a bill besides delivered energy, below zero too', async () => {
    const { prisma } = api.database
    const lines = { creditedWh: -3_500n, creditedPriceStroops: 1_000_000n, adjustmentMilli: -9_007_199_254_740_993n }
    await prisma.bill.updateMany({ where: { number: 1n }, data: lines })
    const { data } = await api.get('/v1/systems/1/bills')
    expect(data[0]).toMatchObject({
      ...{ creditedWh: '-3500', creditedPriceStroopsPerKwh: '1000000', adjustmentMilli: '-9007199254740993' },
    })
    expect(data[1]).toMatchObject({ creditedWh: '0', creditedPriceStroopsPerKwh: '0', adjustmentMilli: '0' })
  })

  test('shows its statements, with what they correct', async () => {
    await api.database.prisma.statement.update({
      where: { systemId_index: { systemId: 1, index: 1 } },
      data: { generatedCorrectionWh: -12n, exportedCorrectionWh: 34n },
    })
    const { data } = await api.get('/v1/systems/1/statements')
    expect(data[0]).toMatchObject({ index: 1, generatedWh: '9007199254740993', consumedWh: ['9007199254740988'] })
    expect(data[0]).toMatchObject({ generatedCorrectionWh: '-12', exportedCorrectionWh: '34' })
  })

  test('filters bills by party', async () => {
    expect((await api.get('/v1/systems/1/bills?party=1')).data).toEqual([])
    expect((await api.get('/v1/systems/1/bills?party=0')).data).toHaveLength(2)
  })
})

describe('the decision', () => {
  const standing = {
    systemId: 1,
    partyIndex: 0,
    state: 'Breach',
    arrearsStroops: 9_007_199_254_740_993n,
    sinceAt: START - 60n,
    oldestDueAt: START - 2_592_060n,
    nextAt: START + 60n,
    suspended: false,
    mode: 'SellToGrid',
    modeSinceAt: START - 60n,
    criticalFloorW: 8_000n,
    readAt: START - 30n,
  }

  test('is null for a party that the contract was not asked about', async () => {
    expect(await api.get('/v1/systems/2/decision')).toEqual({
      systemId: 2,
      modelled: false,
      parties: [{ index: 0, name: 'Escuela', standing: null }],
    })
  })

  test('says what devices do, how far the party is behind, and what comes next', async () => {
    await api.database.prisma.partyStanding.create({ data: standing })
    const { parties } = await api.get('/v1/systems/1/decision')
    expect(parties[0].standing).toEqual({
      readAt: '2025-12-31T23:59:30Z',
      due: false,
      decision: { mode: 'SellToGrid', criticalFloorW: '8000', since: '2025-12-31T23:59:00Z' },
      status: {
        state: 'Breach',
        arrearsStroops: '9007199254740993',
        since: '2025-12-31T23:59:00Z',
        oldestDueAt: '2025-12-01T23:59:00Z',
        nextAt: '2026-01-01T00:01:00Z',
        suspended: false,
      },
    })
  })

  test.each([{ nextAt: START }, { nextAt: null, outdated: true }])(
    'says that it may have changed since: %s',
    async (data) => {
      const where = { systemId_partyIndex: { systemId: 1, partyIndex: 0 } }
      await api.database.prisma.partyStanding.upsert({ where, create: { ...standing, ...data }, update: data })
      expect((await api.get('/v1/systems/1/decision')).parties[0].standing.due).toBe(true)
    },
  )
})

describe('what is not there', () => {
  test.each([
    ['/v1/offerings/9', 'HELIOBOND_OFFERING_NOT_FOUND'],
    ['/v1/offerings/9/schedule', 'HELIOBOND_OFFERING_NOT_FOUND'],
    ['/v1/offerings/9/waterfall', 'HELIOBOND_OFFERING_NOT_FOUND'],
    ['/v1/offerings/9/coupons', 'HELIOBOND_OFFERING_NOT_FOUND'],
    ['/v1/systems/9', 'HELIOBOND_SYSTEM_NOT_FOUND'],
    ['/v1/systems/9/readings', 'HELIOBOND_SYSTEM_NOT_FOUND'],
    ['/v1/systems/9/statements', 'HELIOBOND_SYSTEM_NOT_FOUND'],
    ['/v1/systems/9/bills', 'HELIOBOND_SYSTEM_NOT_FOUND'],
    ['/v1/systems/9/decision', 'HELIOBOND_SYSTEM_NOT_FOUND'],
    ['/nowhere', 'HELIOBOND_NOT_FOUND'],
  ])('%s is a 404 with its code', async (url, code) => {
    expect(await api.get(url, 404)).toMatchObject({ code, status: 404, type: `urn:heliobond:problem:${code}` })
  })

  test.each(['x', '-1', '1.5', '99999999999', '%27', '__proto__'])('the id %s is refused', async (id) => {
    expect((await api.get(`/v1/offerings/${id}`, 400)).code).toBe('HELIOBOND_INVALID_REQUEST')
    expect((await api.get(`/v1/systems/${id}/bills`, 400)).code).toBe('HELIOBOND_INVALID_REQUEST')
  })
})
