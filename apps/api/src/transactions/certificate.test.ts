import { balances, parseAsset } from '@heliobond/chain'
import { stopTestServer } from '@heliobond/db'
import { formatUtcSeconds } from '@heliobond/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStagedApi, type StagedApi } from '../stage.test-helper.ts'

const MWH = 1_000_000n
const REC = 10_000_000n

let api: StagedApi
let system: number
let rec: `${string}:${string}`
beforeAll(async () => {
  api = await openStagedApi()
  const { prisma } = api.database
  system = (await prisma.offering.findUniqueOrThrow({ where: { id: api.stage.live } })).systemId
  // A statement a day, so that two of them are enough.
  const key = `project:${api.stage.live}`
  const project = (await prisma.setting.findUniqueOrThrow({ where: { key } })).value as Record<string, object>
  const value = { ...project, intervals: { ...project.intervals, seconds: '86400' } }
  await prisma.setting.update({ where: { key }, data: { value } })
  // Two days of sun, each measured to its end: what is estimated is never certified.
  const period = await prisma.system.findUniqueOrThrow({ where: { id: system } })
  const start = period.nextFrom
  api.stage.localnet.advance({ seconds: 2 * 86_400 })
  for (const day of [0n, 1n, 2n]) {
    const generatedWh = (day * (2n * MWH + 500_000n)) / 2n
    const consumedWh = [day * 500_000n, day * 500_000n]
    await api.measure({ at: start + day * 86_400n, generatedWh, exportedWh: 0n, consumedWh })
  }
  api.stage.localnet.advance({ seconds: 1_800 })
  await api.work()
  const { recAsset } = await prisma.certificateAccount.findUniqueOrThrow({ where: { systemId: system } })
  const asset = parseAsset(recAsset)
  if (!asset.ok || asset.value === 'native') throw new Error('no certificates')
  rec = asset.value
}, 300_000)
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

const held = async (person: string) => {
  const address = api.stage.people.address(person)
  return (await balances(api.stage.chain, [address], rec)).get(address) ?? 0n
}

test('whole MWh are certified; who has no line keeps the claim, and mints it later', async () => {
  const account = await api.get(`/v1/certificates/${system}`)
  expect(BigInt(account.totals.Rec.certifiedStroops)).toBe(2n * REC)
  const params = { system, kind: 'Rec', holders: [api.stage.people.address('issuer')] }
  expect((await api.build('donor', 'claim-certificates', params)).moves).toEqual([])
  expect((await api.act('issuer', 'trust', { asset: rec })).status).toBe('success')
  const built = await api.build('donor', 'claim-certificates', params)
  // Four fifths are the issuer's to sell.
  expect(built.moves).toMatchObject([{ to: api.stage.people.address('issuer'), asset: rec, amountStroops: '16000000' }])
  expect((await api.act('donor', 'claim-certificates', params)).status).toBe('success')
  expect(await held('issuer')).toBe(16_000_000n)
})

test('the year’s impact multiplies what was measured by the factor that the contract has, and takes off what was certified', async () => {
  const { toAt } = await api.database.prisma.statement.findFirstOrThrow({
    where: { systemId: system, status: 'final' },
  })
  const year = formatUtcSeconds(toAt).slice(0, 4)
  expect(await api.get(`/v1/reports/impact?system=${system}&year=${year}`)).toMatchObject({
    generatedWh: '2500000',
    certificates: { recMwh: '2', carbonMwh: '0', retainedMwh: '0' },
    emissions: {
      // 2.5 MWh of 702.4 kg each; the claim to 2 MWh went with their certificates.
      avoidedGramsCo2e: '1756000',
      certifiedGramsCo2e: '1404800',
      netGramsCo2e: '351200',
      factors: [
        {
          version: 1,
          gramsPerMwh: '702400',
          effectiveAt: '1970-01-01T00:00:01Z',
          sourceHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
    },
  })
})

test('certificates are handed on, but not to who has no line, nor more than are held', async () => {
  const to = api.stage.people.address('rec-buyer')
  const params = { system, kind: 'Rec', to, unitsStroops: '15000000' }
  expect(await api.build('issuer', 'transfer-certificate', params, 409)).toMatchObject({ reason: 'LINE_MISSING' })
  await api.act('rec-buyer', 'trust', { asset: rec })
  const more = { ...params, unitsStroops: '16000001' }
  expect(await api.build('issuer', 'transfer-certificate', more, 409)).toMatchObject({ reason: 'BALANCE_TOO_SMALL' })
  expect((await api.act('issuer', 'transfer-certificate', params)).status).toBe('success')
  expect(await held('rec-buyer')).toBe(15_000_000n)
})

test('a retirement burns them, and is public with its claim', async () => {
  const params = {
    system,
    kind: 'Rec',
    unitsStroops: '10000000',
    beneficiary: 'Café Oriente',
    purpose: 'Electricity of our roastery',
    periodFrom: '2027-01-01',
    periodTo: '2027-12-31',
  }
  await api.build('rec-buyer', 'retire', { ...params, periodTo: '2026-12-31' }, 400)
  await api.build('rec-buyer', 'retire', { ...params, periodTo: '2027-02-30' }, 400)
  await api.build('rec-buyer', 'retire', { ...params, purpose: 'é'.repeat(100) }, 400)
  await api.build('rec-buyer', 'retire', { ...params, kind: 'Retained' }, 400)
  const done = await api.act('rec-buyer', 'retire', params)
  expect(done).toMatchObject({ status: 'success', returnValue: '1' })
  expect(await held('rec-buyer')).toBe(5_000_000n)
  await api.work('index')
  const { data } = await api.get(`/v1/certificates/retirements?system=${system}`)
  expect(data).toMatchObject([
    {
      number: '1',
      kind: 'Rec',
      unitsStroops: '10000000',
      beneficiary: 'Café Oriente',
      period: '2027-01-01/2027-12-31',
      holder: api.stage.people.address('rec-buyer'),
    },
  ])
})

test('what is below a whole MWh waits, and a system without certificates says so', async () => {
  expect((await api.build('donor', 'mint-due', { system })).facts).toMatchObject({ mwh: '0', unitsStroops: '0' })
  const { systemId } = await api.database.prisma.offering.findUniqueOrThrow({ where: { id: api.stage.onSale } })
  await api.build('donor', 'mint-due', { system: systemId }, 404)
})
