import { tokenOf } from '@heliobond/chain'
import { createWorker, HistoryForgottenError, rebuild } from '@heliobond/worker'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLINIC, type Launched, SCHOOL, startLaunched } from '../demo/launched.test-helper.ts'

const UNIT = 10_000_000n

let launched: Launched
beforeAll(async () => {
  launched = await startLaunched()
  await launched.give(CLINIC, 10_000n * UNIT)
  await launched.monthEnds(1)
  await settle()
  // A donor pays part of the school's bill: a payment that is none of ours.
  const bill = await launched.parts.database.prisma.bill.findFirstOrThrow({ where: { partyIndex: SCHOOL } })
  const args = { party: SCHOOL, amount: bill.dueStroops / 3n }
  await launched.life.calls.as('utility', 'offering', launched.life.project.contracts.offering, 'pay', args, 'from')
  await settle()
}, 900_000)
afterAll(() => launched.close())

const settle = () => createWorker(launched.context).settleDown({ pollMs: 5 })

test('what others paid is in the books, and the bill’s rest is what the contract says', async () => {
  const { database } = launched.parts
  const bill = await database.prisma.bill.findFirstOrThrow({ where: { partyIndex: SCHOOL } })
  expect(bill.paidStroops).toBe(bill.dueStroops / 3n)
  const receipts = await database.prisma.collection.findMany({ where: { partyIndex: SCHOOL } })
  expect(receipts).toMatchObject([{ pulledStroops: bill.dueStroops / 3n }])
  const { contracts } = launched.context
  const { project } = launched.life
  const outstanding = await contracts.read<bigint>('energy', project.contracts.energy, 'outstanding', {
    system: project.numbers.systemId,
    party: SCHOOL,
  })
  expect(bill.dueStroops - bill.paidStroops).toBe(outstanding)
})

test('the holders’ book says of everybody what the ledger says, and the buckets what the contract says', async () => {
  const { parts, life, context } = launched
  const book = await parts.database.prisma.holding.findMany({ where: { asset: life.assets.bond } })
  expect(book.length).toBeGreaterThan(1)
  const token = tokenOf(life.assets.bond, parts.chain)
  for (const { holder, stroops } of book) expect(stroops).toBe(await token.balance(holder))
  expect(book.reduce((sum, { stroops }) => sum + stroops, 0n)).toBe(life.plan.principalStroops)
  const offering = await parts.database.prisma.offering.findFirstOrThrow()
  expect(offering).toMatchObject({ state: 'Live', mintedStroops: life.plan.principalStroops, name: expect.any(String) })
  const buckets = await context.contracts.read<Record<string, bigint>>(
    'offering',
    life.project.contracts.offering,
    'buckets',
  )
  for (const name of ['coupon', 'reserve', 'principal', 'construction']) {
    const row = await parts.database.prisma.bucket.findFirstOrThrow({ where: { name } })
    expect(row.stroops, name).toBe(buckets[name])
  }
  const states = await parts.database.prisma.offeringEvent.findMany({
    where: { state: { not: null } },
    orderBy: [{ ledger: 'asc' }, { applicationOrder: 'asc' }],
  })
  expect(states.map(({ state }) => state)).toEqual(['Funding', 'Building', 'Live'])
})

test('what was wrong in the books is found, named and mended by deriving them anew', async () => {
  const { database } = launched.parts
  const bill = await database.prisma.bill.findFirstOrThrow({ where: { partyIndex: SCHOOL } })
  const at = { systemId_number: { systemId: bill.systemId, number: bill.number } }
  await database.prisma.bill.update({ where: at, data: { dueStroops: bill.dueStroops + 1n, payRounds: 7 } })
  await database.prisma.collection.deleteMany({ where: { partyIndex: SCHOOL } })
  await database.prisma.investment.updateMany({ data: { paidStroops: 1n } })

  const checked = await rebuild(launched.context, { source: 'log', checkOnly: true })
  const tables = [...new Set(checked.differences.map(({ table }) => table))].sort()
  expect(tables).toEqual(['bill', 'collection', 'investment'])
  expect((await database.prisma.bill.findUniqueOrThrow({ where: at })).dueStroops).toBe(bill.dueStroops + 1n)

  const mended = await rebuild(launched.context, { source: 'chain' })
  expect(mended.differences).toEqual(checked.differences)
  // What the worker itself noted stays.
  expect(await database.prisma.bill.findUniqueOrThrow({ where: at })).toEqual({ ...bill, payRounds: 7 })
  expect((await rebuild(launched.context, { source: 'chain' })).differences).toEqual([])
})

test('a network that has forgotten the beginning is said so, and our own log serves in its place', async () => {
  const { context } = launched
  const remembered = async () => ({ ...(await context.chain.remembered()), oldestLedger: 1_000_000 })
  const forgetful = { ...context, chain: { ...context.chain, remembered } }
  const attempt = rebuild(forgetful, { source: 'chain' })
  await expect(attempt).rejects.toThrow(HistoryForgottenError)
  await expect(attempt).rejects.toThrow(/remembers them from ledger 1000000 on: point STELLAR_RPC_URL/)
  expect((await rebuild(context, { source: 'log' })).differences).toEqual([])
})
