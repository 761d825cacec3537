import { couponStroops } from '@heliobond/domain'
import { afterEach, expect, test } from 'vitest'
import { CLINIC, type Launched, SCHOOL, startLaunched } from '../demo/launched.test-helper.ts'
import { EXTRA_MONTHS } from '../demo/life.ts'
import { moments } from '../demo/timeline.ts'
import { buckets, findingsOfMovedStroop, offeringOf, reconciledFindings, settle, UNIT } from './lives.test-helper.ts'

let launched: Launched
afterEach(() => launched.close())

/** The parties pay by themselves; the life goes on, moment by moment, until `isOver`. */
async function liveOn(isOver: () => Promise<boolean>): Promise<void> {
  for (const party of [SCHOOL, CLINIC]) await launched.give(party, 4_000n * UNIT)
  for (const { network, civil } of moments(launched.life.issued, launched.life.clock, EXTRA_MONTHS)) {
    await launched.parts.until(network)
    await launched.feed.upTo(civil)
    await settle(launched)
    if (await isOver()) return
  }
  throw new Error('the life did not come to its end')
}

test('principal that is passed through shrinks the interest, adds up to the whole issue, and ends the bond without a redemption', async () => {
  launched = await startLaunched({
    args: ['--principal', '2000'],
    plan: (plan) => ({
      ...plan,
      reserveStroops: 0n,
      terms: {
        principal: { tag: 'PassThrough', values: undefined },
        reserve_requirement: 0n,
        reserve_from_proceeds: 0n,
      },
    }),
  })
  const { life, parts } = launched
  await liveOn(async () => (await offeringOf(launched)).state === 'Closed')
  const coupons = await parts.database.prisma.coupon.findMany({
    where: { proposals: { gt: 0 } },
    orderBy: { number: 'asc' },
  })
  expect(coupons.length).toBeGreaterThan(0)
  let left = life.plan.principalStroops
  let passed = 0n
  for (const coupon of coupons) {
    const period = life.plan.schedule[coupon.number - 1]
    if (!period) throw new Error(`no period ${coupon.number}`)
    const interest = couponStroops(left, life.plan.couponBps, period)
    // All but what rounding leaves out of each leaf.
    const dust = interest + coupon.besidesStroops - (coupon.totalStroops ?? 0n)
    expect(dust).toBeGreaterThanOrEqual(0n)
    expect(dust).toBeLessThan(BigInt(coupon.leafCount) + 1n)
    expect(coupon).toMatchObject({ status: 'paid', paidStroops: coupon.totalStroops })
    left -= coupon.besidesStroops
    passed += coupon.besidesStroops
  }
  expect(passed).toBe(life.plan.principalStroops)
  expect(await parts.database.prisma.redemption.count()).toBe(0)
  const owned = await parts.database.prisma.party.findMany({ orderBy: { index: 'asc' } })
  expect(owned.map(({ ownedBps }) => ownedBps)).toEqual([7_000, 3_000])
  await buckets(launched)
  expect(await reconciledFindings(launched)).toEqual([])
  expect(await findingsOfMovedStroop(launched)).toEqual([
    expect.stringMatching(/^(coupon|principal|operations) in the books -1$/),
    'reserve in the books 1',
  ])
}, 900_000)

test('equity pays its share of the revenue by record date, and the parties own the system at the end', async () => {
  const shareBps = 4_000
  launched = await startLaunched({
    args: ['--principal', '2000', '--max-years', '1'],
    plan: (plan) => ({
      ...plan,
      couponBps: 0,
      reserveStroops: 0n,
      operationsStroops: 0n,
      terms: {
        kind: { tag: 'Equity', values: undefined },
        share_bps: shareBps,
        reserve_requirement: 0n,
        reserve_from_proceeds: 0n,
      },
    }),
  })
  const { parts, context, life } = launched
  await liveOn(async () => ['Matured', 'Closed'].includes((await offeringOf(launched)).state))
  await settle(launched)
  const receipts = await parts.database.prisma.collection.findMany()
  const share = receipts.reduce((sum, { couponStroops: stroops }) => sum + stroops, 0n)
  const applied = receipts.reduce(
    (sum, one) => sum + one.pulledStroops + one.creditUsedStroops - one.surplusStroops,
    0n,
  )
  expect(share).toBeGreaterThan(0n)
  expect(share).toBeLessThanOrEqual(applied)
  const coupons = await parts.database.prisma.coupon.findMany({ where: { proposals: { gt: 0 } } })
  const paid = coupons.reduce((sum, coupon) => sum + coupon.paidStroops, 0n)
  const redeemed = await parts.database.prisma.redemption.aggregate({ _sum: { paidStroops: true } })
  const kept = await buckets(launched)
  // Every stroop of the holders' share is with them, or still theirs to claim, or rounding that stays in the escrow.
  const rest = share - paid - (redeemed._sum.paidStroops ?? 0n)
  expect(rest).toBeGreaterThanOrEqual(0n)
  expect(rest).toBeLessThanOrEqual(
    (kept.coupon ?? 0n) + (kept.redemption ?? 0n) + (kept.coupons_unclaimed ?? 0n) + (kept['credit:0'] ?? 0n),
  )
  expect(paid).toBeGreaterThan(0n)
  const parties = await context.contracts.read<{ parties: { owned_bps: number }[] }>(
    'registry',
    life.project.contracts.registry,
    'system',
    { system: life.project.numbers.systemId },
  )
  expect(parties.parties.map(({ owned_bps }) => owned_bps)).toEqual([7_000, 3_000])
  expect(await reconciledFindings(launched)).toEqual([])
  expect(await findingsOfMovedStroop(launched)).toEqual(['coupon in the books -1', 'reserve in the books 1'])
}, 900_000)
