import { changeTrust, payment, tokenOf } from '@heliobond/chain'
import { min } from '@heliobond/domain'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CLINIC, type Launched, SCHOOL, startLaunched } from '../demo/launched.test-helper.ts'
import {
  at,
  buckets,
  couponOf,
  DAY,
  findingsOfMovedStroop,
  offeringOf,
  openAlarms,
  reconciledFindings,
  settle,
  stablecoinOf,
} from './lives.test-helper.ts'

// One bond without a reserve, whose parties pay nothing at first. The tests are its life, in order.
let launched: Launched
beforeAll(async () => {
  launched = await startLaunched({ plan: (plan) => ({ ...plan, reserveStroops: 0n, operationsStroops: 0n }) })
  await launched.monthEnds(1)
  await settle(launched)
}, 300_000)
afterAll(() => launched.close())

/** Whole months pass in each test. */
vi.setConfig({ testTimeout: 900_000 })

const period = (number: number) => {
  const found = launched.life.plan.schedule[number - 1]
  if (!found) throw new Error(`no period ${number}`)
  return found
}
const contract = () => launched.life.project.contracts.offering
const contractCoupon = (number: number) =>
  launched.context.contracts.read<{ attested_by: string[]; voided: boolean; root: Uint8Array }>(
    'offering',
    contract(),
    'coupon',
    { number },
  )

test('a root that the ledger does not give is attested by no key of ours, voided by the trustee’s, and followed by the right one', async () => {
  const { life, parts } = launched
  await parts.until(period(1).record + 1n)
  const coupon = (life.plan.principalStroops * BigInt(life.plan.couponBps)) / 20_000n
  await life.calls.as(
    'operator',
    'offering',
    contract(),
    'propose_coupon',
    {
      number: 1,
      root: new Uint8Array(32).fill(9),
      total: coupon,
      leaf_count: 1,
      unattributed: 0n,
      besides: 0n,
      record_ledger: 1,
      snapshot_hash: new Uint8Array(32),
    },
    'who',
  )
  await settle(launched)
  const row = await couponOf(launched, 1)
  expect(row).toMatchObject({ status: 'proposed', proposals: 2, voidedTx: null })
  expect((await contractCoupon(1)).attested_by).toHaveLength(2)
  expect(new Uint8Array((await contractCoupon(1)).root)).toEqual(new Uint8Array(row.root ?? []))
  expect(row.attestedBy).toHaveLength(2)
  const voids = await parts.database.prisma.offeringEvent.findMany({ where: { name: 'CouponVoided' } })
  expect(voids).toHaveLength(1)
  expect(await openAlarms(launched)).not.toContain('coupon.root_differs')
})

test('a coupon that stays short beyond its grace is a default, declared once, with an alarm', async () => {
  await at(launched, period(1).pay)
  expect(await couponOf(launched, 1)).toMatchObject({ status: 'proposed', fundedStroops: 0n })
  expect((await offeringOf(launched)).state).toBe('Live')
  await at(launched, period(1).pay + launched.life.plan.delays.bondGrace + 1n)
  expect((await offeringOf(launched)).state).toBe('Defaulted')
  expect(await openAlarms(launched)).toContain('offering.default')
  const declared = await launched.parts.database.prisma.outbox.findMany({ where: { kind: 'offering.declare_default' } })
  expect(declared.map(({ status }) => status)).toEqual(['succeeded'])
})

test('a holder whose line is gone keeps the claim, delays nobody, and is paid once the line is back', async () => {
  const { life, parts } = launched
  // Somebody pays the arrears: coupon 1 is funded, and the default is over.
  const marta = life.people.address('investor.marta')
  const leafOfMarta = () => parts.database.prisma.couponLeaf.findFirstOrThrow({ where: { number: 1, holder: marta } })
  // What the utility paid for exports was a beginning.
  const begun = (await leafOfMarta()).paidStroops
  const held = await stablecoinOf(launched, 'investor.marta')
  const { settlement } = life.assets
  await life.send(
    'marta closes her line',
    [marta],
    [
      ...(held > 0n
        ? [
            payment({
              source: marta,
              destination: life.people.address('utility'),
              asset: settlement,
              amountStroops: held,
            }),
          ]
        : []),
      changeTrust({ source: marta, asset: settlement, limitStroops: 0n }),
    ],
  )
  // Just enough for the first coupon.
  const short = await couponOf(launched, 1)
  const lacking = (short.totalStroops ?? 0n) - short.fundedStroops
  expect(await payOpenBills(lacking)).toBe(lacking)
  expect((await offeringOf(launched)).state).toBe('Live')
  const coupon = await couponOf(launched, 1)
  expect(coupon).toMatchObject({ status: 'funded', fundedStroops: coupon.totalStroops })
  const leaves = await parts.database.prisma.couponLeaf.findMany({ where: { number: 1 }, orderBy: { index: 'asc' } })
  const own = leaves.find(({ holder }) => holder === marta)
  expect(own).toMatchObject({ paidStroops: begun })
  expect(leaves.filter((leaf) => leaf !== own && leaf.paidStroops !== leaf.amountStroops)).toEqual([])

  await life.send('marta opens a line', [marta], [changeTrust({ source: marta, asset: settlement })])
  await settle(launched)
  expect(await stablecoinOf(launched, 'investor.marta')).toBe(0n)
  await at(launched, (await parts.chain.now()) + DAY)
  expect(await stablecoinOf(launched, 'investor.marta')).toBe((own?.amountStroops ?? 0n) - begun)
  expect(await couponOf(launched, 1)).toMatchObject({ status: 'paid', paidStroops: coupon.totalStroops })
  await buckets(launched)
  expect(await reconciledFindings(launched)).toEqual([])
})

test('principal that is there in default is passed through by snapshot, beside the interest, and the books say to whom', async () => {
  const { life, parts } = launched
  // More comes in than the second coupon needs; then nothing, so that the third is short.
  const paidEarly = await payOpenBills(150n * 10_000_000n * 10n)
  await at(launched, period(2).record + 1n)
  await at(launched, period(2).pay)
  expect(await couponOf(launched, 2)).toMatchObject({ status: 'paid', besidesStroops: 0n })
  const { principal } = await buckets(launched)
  expect(principal).toBeGreaterThan(0n)
  expect(principal).toBeLessThan(paidEarly)
  await at(launched, period(3).record + 1n)
  await at(launched, period(3).pay + life.plan.delays.bondGrace + 1n)
  expect((await offeringOf(launched)).state).toBe('Defaulted')

  await at(launched, period(4).record + 1n)
  const fourth = await couponOf(launched, 4)
  expect(fourth).toMatchObject({ status: 'proposed', besidesStroops: principal })
  const left = await launched.context.contracts.read<bigint>('offering', contract(), 'principal_left')
  expect(left).toBe(life.plan.principalStroops - fourth.besidesStroops)
  await payOpenBills(10n ** 12n)
  await at(launched, period(4).pay + 3n * DAY)
  expect(await couponOf(launched, 3)).toMatchObject({ status: 'paid', besidesStroops: 0n })
  const paid = await couponOf(launched, 4)
  expect(paid).toMatchObject({ status: 'paid', fundedStroops: paid.totalStroops, paidStroops: paid.totalStroops })
  expect(await openAlarms(launched)).not.toContain('offering.default')
  const payments = await parts.database.prisma.couponPayment.findMany({ where: { number: 4 } })
  expect(payments.reduce((sum, { stroops }) => sum + stroops, 0n)).toBe(paid.totalStroops)
  expect(payments.every(({ holder }) => holder.startsWith('G'))).toBe(true)
  // Bonds are not burnt by it, and the ledger agrees with the holders' book.
  const token = tokenOf(life.assets.bond, parts.chain)
  const holdings = await parts.database.prisma.holding.findMany({ where: { asset: life.assets.bond } })
  for (const { holder, stroops } of holdings) expect(await token.balance(holder)).toBe(stroops)
  expect(holdings.reduce((sum, { stroops }) => sum + stroops, 0n)).toBe(life.plan.principalStroops)
  await buckets(launched)
  expect(await reconciledFindings(launched)).toEqual([])
  expect(await findingsOfMovedStroop(launched)).toEqual([
    expect.stringMatching(/^(coupon|principal|operations) in the books -1$/),
    'reserve in the books 1',
  ])
})

/** The utility pays the parties' open bills, up to an amount. @returns what it paid */
async function payOpenBills(atMost: bigint): Promise<bigint> {
  let rest = atMost
  for (const party of [SCHOOL, CLINIC]) {
    const open = await launched.context.contracts.read<bigint>(
      'energy',
      launched.life.project.contracts.energy,
      'outstanding',
      {
        system: launched.life.project.numbers.systemId,
        party,
      },
    )
    const amount = min(rest, open)
    rest -= amount
    if (amount > 0n) await launched.life.calls.as('utility', 'offering', contract(), 'pay', { party, amount }, 'from')
  }
  await settle(launched)
  return atMost - rest
}
