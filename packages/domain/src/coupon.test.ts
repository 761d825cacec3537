import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCouponProposal, claimableStroops, couponStroops, couponTotalStroops } from './coupon.ts'
import { sum } from './money.ts'

const UNIT = 10_000_000n
const halfYear = { days: 180, basis: 360 }
const holding = fc.bigInt({ min: 0n, max: 10n ** 16n })
const holdings = fc.array(holding, { maxLength: 40 })
const rateBps = fc.integer({ min: 0, max: 3_000 })
const fraction = fc.record({ days: fc.integer({ min: 1, max: 366 }), basis: fc.constantFrom(360, 365, 362, 732) })

test('4 % on 100,000 over 131 days of 360 is 1,455.5555555', () => {
  expect(couponStroops(100_000n * UNIT, 400, { days: 131, basis: 360 })).toBe(14_555_555_555n)
})

test('5 % on 250,000 for half a year is 6,250', () => {
  expect(couponStroops(250_000n * UNIT, 500, halfYear)).toBe(6_250n * UNIT)
})

test('a bond split over holders never costs more than whole, and loses less than a stroop each', () => {
  fc.assert(
    fc.property(holdings, rateBps, fraction, (held, rate, period) => {
      const dust = couponStroops(sum(held), rate, period) - couponTotalStroops(held, rate, period)
      expect(dust >= 0n && dust < BigInt(Math.max(held.length, 1))).toBe(true)
    }),
  )
})

describe('a proposed coupon', () => {
  test('passes for every honest snapshot, and for no total outside the dust', () => {
    fc.assert(
      fc.property(
        holdings,
        holding,
        rateBps,
        fraction,
        fc.bigInt({ min: -60n, max: 60n }),
        (held, unattributed, rate, period, off) => {
          const outstanding = sum(held) + unattributed
          const honest = couponTotalStroops(held, rate, period)
          const check = (totalStroops: bigint) =>
            checkCouponProposal(
              { totalStroops, leafCount: held.length, unattributedStroops: unattributed },
              outstanding,
              rate,
              period,
            )
          expect(check(honest).ok).toBe(true)
          fc.pre(honest + off >= 0n)
          const dust =
            couponStroops(outstanding, rate, period) - couponStroops(unattributed, rate, period) - honest - off
          expect(check(honest + off).ok).toBe(dust >= 0n && dust <= BigInt(held.length))
        },
      ),
    )
  })

  test.each([
    [
      'more unattributed than exists',
      { totalStroops: 0n, leafCount: 1, unattributedStroops: 101n },
      'UNATTRIBUTED_EXCEEDS_OUTSTANDING',
    ],
    ['a total above the coupon', { totalStroops: 6n, leafCount: 1, unattributedStroops: 0n }, 'COUPON_TOTAL_TOO_HIGH'],
    [
      'a total that leaves more than dust',
      { totalStroops: 3n, leafCount: 1, unattributedStroops: 0n },
      'COUPON_TOTAL_TOO_LOW',
    ],
  ])('is refused with %s', (_, proposal, code) => {
    expect(checkCouponProposal(proposal, 100n, 1_000, halfYear)).toMatchObject({ ok: false, error: { code } })
  })

  test('with a negative amount is a bug', () => {
    expect(() =>
      checkCouponProposal({ totalStroops: -1n, leafCount: 0, unattributedStroops: 0n }, 1n, 1, halfYear),
    ).toThrow(RangeError)
    expect(() =>
      checkCouponProposal({ totalStroops: 0n, leafCount: 0, unattributedStroops: -1n }, 1n, 1, halfYear),
    ).toThrow(RangeError)
  })
})

describe('claims', () => {
  test('never pay more than was funded, whatever the order of funding and claiming, and all of it in the end', () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 })
    const steps = fc.array(fc.record({ fundBps: fc.integer({ min: 0, max: 5_000 }), who: fc.nat(11) }), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(amounts, steps, (due, moves) => {
        const totalStroops = sum(due)
        const paid = due.map(() => 0n)
        let fundedStroops = 0n
        const claim = (leaf: number) => {
          const funding = { totalStroops, fundedStroops, paidStroops: paid[leaf] ?? 0n }
          paid[leaf] = (paid[leaf] ?? 0n) + claimableStroops(due[leaf] ?? 0n, funding)
          expect(sum(paid) <= fundedStroops).toBe(true)
        }
        for (const { fundBps, who } of moves) {
          fundedStroops += ((totalStroops - fundedStroops) * BigInt(fundBps)) / 10_000n
          claim(who % due.length)
        }
        fundedStroops = totalStroops
        for (const leaf of due.keys()) claim(leaf)
        expect(paid).toEqual(due)
      }),
    )
  })

  test('of an empty coupon are nothing; of an overfunded or overpaid one a bug', () => {
    expect(claimableStroops(0n, { totalStroops: 0n, fundedStroops: 0n, paidStroops: 0n })).toBe(0n)
    expect(() => claimableStroops(1n, { totalStroops: 1n, fundedStroops: 2n, paidStroops: 0n })).toThrow(RangeError)
    expect(() => claimableStroops(1n, { totalStroops: 2n, fundedStroops: 1n, paidStroops: 1n })).toThrow(RangeError)
  })
})
