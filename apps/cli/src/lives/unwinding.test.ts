import { afterEach, expect, test } from 'vitest'
import { type Launched, startLaunched } from '../demo/launched.test-helper.ts'
import {
  at,
  buckets,
  DAY,
  DEBT,
  offeringOf,
  openAlarms,
  reconciledFindings,
  settle,
  stablecoinOf,
  UNIT,
} from './lives.test-helper.ts'

let launched: Launched
afterEach(() => launched.close())

const INVESTORS = ['investor.ana', 'investor.luis', 'investor.marta']

test('works that are never finished are unwound after the long-stop date, and what is unspent goes to the holders', async () => {
  launched = await startLaunched({ until: 'Building' })
  const { context, life, parts } = launched
  await settle(launched, DEBT)
  const unspent = Object.values(await buckets(launched)).reduce((sum, stroops) => sum + stroops, 0n)
  expect(unspent).toBe(life.plan.reserveStroops)
  const before = new Map<string, bigint>()
  for (const investor of INVESTORS) before.set(investor, await stablecoinOf(launched, investor))
  const { long_stop } = await context.contracts.read<{ long_stop: bigint }>(
    'offering',
    life.project.contracts.offering,
    'terms',
  )
  await at(launched, long_stop - DAY, DEBT)
  expect((await offeringOf(launched)).state).toBe('Building')
  expect(await openAlarms(launched)).toContain('offering.long_stop')
  await at(launched, long_stop, DEBT)
  expect((await offeringOf(launched)).state).toBe('Closed')
  let paid = 0n
  for (const investor of INVESTORS) paid += (await stablecoinOf(launched, investor)) - (before.get(investor) ?? 0n)
  // Each part is rounded down; what that leaves is the first party's credit.
  const left = await buckets(launched)
  expect(paid + (left['credit:0'] ?? 0n)).toBe(unspent)
  expect(left['credit:0']).toBeLessThan(BigInt(INVESTORS.length))
  const redeemed = await parts.database.prisma.redemption.findMany()
  expect(redeemed.reduce((sum, { bondStroops }) => sum + bondStroops, 0n)).toBe(life.plan.principalStroops)
  expect(redeemed.reduce((sum, { paidStroops }) => sum + paidStroops, 0n)).toBe(paid)
  expect(await reconciledFindings(launched)).toEqual([])
}, 900_000)

test('a funding that misses its minimum is closed after its deadline, and every deposit goes back', async () => {
  launched = await startLaunched({ until: 'Funding' })
  const { context, life, parts } = launched
  const { offering } = life.project.contracts
  const before = await stablecoinOf(launched, 'investor.ana')
  const who = life.people.address('investor.ana')
  await life.calls.as('compliance', 'offering', offering, 'set_allowed', { who, allowed: true })
  await life.calls.as('investor.ana', 'offering', offering, 'invest', { amount: 100n * UNIT }, 'investor')
  await settle(launched, DEBT)
  expect(await offeringOf(launched)).toMatchObject({ state: 'Funding', mintedStroops: 100n * UNIT })
  const { funding_deadline } = await context.contracts.read<{ funding_deadline: bigint }>('offering', offering, 'terms')
  await at(launched, funding_deadline + 1n, DEBT)
  expect(await offeringOf(launched)).toMatchObject({
    state: 'Closed',
    mintedStroops: 100n * UNIT,
    outstandingStroops: 0n,
  })
  expect(await stablecoinOf(launched, 'investor.ana')).toBe(before)
  const booked = await parts.database.prisma.investment.findMany({ orderBy: { ledger: 'asc' } })
  expect(booked.map(({ kind, bondStroops }) => [kind, bondStroops])).toEqual([
    ['invested', 100n * UNIT],
    ['refunded', 100n * UNIT],
  ])
  expect(Object.values(await buckets(launched)).every((stroops) => stroops === 0n)).toBe(true)
  expect(await reconciledFindings(launched)).toEqual([])
}, 900_000)
