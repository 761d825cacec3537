import { stopTestServer } from '@heliobond/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { START, seedBill, seedOffering, seedSystem } from '../seed.test-helper.ts'
import { openSignedInApi, type SignedInApi } from '../signed-in.test-helper.ts'

let api: SignedInApi

beforeAll(async () => {
  api = await openSignedInApi()
  await seedSystem(api.database, 1, true)
  await seedOffering(api.database, 1, 1)
})
afterAll(async () => {
  await api?.close()
  await stopTestServer()
})

test('a year’s impact adds its statements up, corrections too, says that energy is modelled, and claims no emissions without a factor', async () => {
  for (const number of [0n, 1n, 2n]) await seedBill(api.database, 1, number)
  const { prisma } = api.database
  const data = { generatedWh: 5_000_000n, exportedWh: 1_000_000n }
  await prisma.statement.updateMany({ where: { systemId: 1 }, data })
  await prisma.statement.update({
    where: { systemId_index: { systemId: 1, index: 1 } },
    data: { generatedCorrectionWh: -1_000_000n, quality: 1 },
  })
  // Not final: not reported.
  await prisma.statement.update({ where: { systemId_index: { systemId: 1, index: 2 } }, data: { status: 'proposed' } })
  const investment = { offeringId: 1, investor: 'GA', bondStroops: 10n, ledger: 5, at: START, operationIndex: 0 }
  await prisma.investment.createMany({
    data: [
      { ...investment, txHash: 'a', eventIndex: 0, kind: 'invested', paidStroops: 100n },
      { ...investment, txHash: 'b', eventIndex: 0, kind: 'refunded', paidStroops: 30n },
    ],
  })
  await prisma.bucket.create({ data: { offeringId: 1, name: 'construction', stroops: 20n, ledger: 5 } })
  expect(await api.get('/v1/reports/impact?system=1&year=2026')).toMatchObject({
    ...{ year: 2026, modelled: true, statements: 2, generatedWh: '9000000', exportedWh: '2000000' },
    ...{ estimatedWh: '4000000', emissions: null, proceeds: { raisedStroops: '70', unallocatedStroops: '20' } },
  })
  expect(await api.get('/v1/reports/impact?system=1&year=2025')).toMatchObject({ statements: 0, generatedWh: '0' })
  await api.get('/v1/reports/impact?system=9&year=2026', 404)
  await api.get('/v1/reports/impact?system=1&year=99999', 400)
})

test('notices are drafts for who runs the bond, in pages and as CSV, each with the day by which it is due', async () => {
  const issuer = await api.someone('issuer')
  const event = { offeringId: 1, operationIndex: 0, eventIndex: 0, applicationOrder: 1 }
  await api.database.prisma.offeringEvent.createMany({
    data: [
      {
        ...{ ...event, txHash: 'c1', ledger: 10, at: START - 86_400n * 30n, name: 'CouponFunded' },
        data: { number: 1, amount: '5', drawn: '2', funded: '5', total: '9' },
      },
      { ...event, txHash: 'c2', ledger: 11, at: START, name: 'Called', data: { date: String(START) } },
      { ...event, txHash: 'c3', ledger: 12, at: START, name: 'Invested', data: {} },
    ],
  })
  const url = '/v1/reports/event-notices?offering=1'
  await api.get(url, 401)
  await api.get(url, 403, await api.someone('oracle'))
  const first = await api.get(`${url}&limit=2`, 200, issuer)
  expect(first.data).toMatchObject([
    { number: 3, when: 'always', overdue: true, txHash: 'c1' },
    { number: 1, when: 'always', overdue: true, txHash: 'c1' },
  ])
  const { data } = await api.get(`${url}&limit=2&cursor=${first.nextCursor}`, 200, issuer)
  expect(data).toMatchObject([{ number: 8, when: 'if-material', overdue: false, dueAt: '2026-01-15T23:59:59Z' }])
  const csv = await api.app.inject({ url: `${url}&format=csv&order=desc`, headers: issuer })
  expect(csv.body.split('\r\n').filter(Boolean)).toHaveLength(4)
  await api.get('/v1/reports/event-notices?offering=77', 404, issuer)
})
