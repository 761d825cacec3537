import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { couponStroops } from './coupon.ts'
import { max, min, sum } from './money.ts'
import {
  checkPassThroughProposal,
  type PassThroughCoupon,
  passedOfTotal,
  passThroughLeafStroops,
  passThroughUnattributed,
  passThroughWhole,
} from './pass-through.ts'

const UNIT = 10_000_000n
const period = { days: 180, basis: 360 }
const holdings = fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 30 })
const bps = fc.integer({ min: 0, max: 10_000 })

/** Parts of the principal that earlier coupons and this one pass through, as basis points of what is left. */
const drawn = fc.record({
  held: holdings,
  passedBps: bps,
  besidesBps: bps,
  rateBps: fc.integer({ min: 0, max: 3_000 }),
})

function couponOf(
  outstandingStroops: bigint,
  passedBps: number,
  besidesBps: number,
  rateBps: number,
): PassThroughCoupon {
  const passedStroops = (outstandingStroops * BigInt(passedBps)) / 10_000n
  const besidesStroops = ((outstandingStroops - passedStroops) * BigInt(besidesBps)) / 10_000n
  return { outstandingStroops, passedStroops, besidesStroops, rateBps, period }
}

test('half of 100,000 was passed through: 4 % runs on the other half, and 10,000 more go out', () => {
  const coupon = couponOf(100_000n * UNIT, 5_000, 2_000, 400)
  expect(passThroughWhole(coupon)).toBe(1_000n * UNIT + 10_000n * UNIT)
  expect(passThroughLeafStroops(25_000n * UNIT, 11_000n * UNIT, 100_000n * UNIT)).toBe(2_750n * UNIT)
})

test('a coupon without principal gives a lone holder exactly the interest', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 16n }), fc.integer({ min: 0, max: 3_000 }), (held, rateBps) => {
      const whole = passThroughWhole(couponOf(held, 0, 0, rateBps))
      expect(passThroughLeafStroops(held, whole, held)).toBe(couponStroops(held, rateBps, period))
    }),
  )
})

test('what nobody can claim is taken as interest while nothing else was paid, else as a part of the whole', () => {
  // Two stroops of interest on everything: 40 units earn one by themselves, and none as a part of the whole.
  const coupon = { outstandingStroops: 90n, passedStroops: 0n, besidesStroops: 0n, rateBps: 500, period }
  expect(passThroughWhole(coupon)).toBe(2n)
  expect(passThroughLeafStroops(40n, 2n, 90n)).toBe(0n)
  expect(passThroughUnattributed(40n, coupon)).toBe(1n)
  const passing = { ...coupon, besidesStroops: 10n }
  expect(passThroughUnattributed(40n, passing)).toBe((40n * 12n) / 90n)
})

test('the leaves of all holders never cost more than the whole, and lose less than a stroop each', () => {
  fc.assert(
    fc.property(drawn, ({ held, passedBps, besidesBps, rateBps }) => {
      const outstanding = sum(held)
      const whole = passThroughWhole(couponOf(outstanding, passedBps, besidesBps, rateBps))
      const total = sum(held.map((units) => passThroughLeafStroops(units, whole, outstanding)))
      expect(total <= whole && whole - total < BigInt(held.length) + 1n).toBe(true)
      expect(outstanding === 0n || whole - total < BigInt(held.length)).toBe(true)
    }),
  )
})

test('no more principal is moved than goes out besides, and interest and principal make the total', () => {
  fc.assert(
    fc.property(drawn, ({ held, passedBps, besidesBps, rateBps }) => {
      const outstanding = sum(held)
      const coupon = couponOf(outstanding, passedBps, besidesBps, rateBps)
      const whole = passThroughWhole(coupon)
      const total = sum(held.map((units) => passThroughLeafStroops(units, whole, outstanding)))
      const principal = passedOfTotal(total, coupon.besidesStroops, whole)
      expect(principal >= 0n && principal <= min(coupon.besidesStroops, total)).toBe(true)
      // What rounding keeps back of the interest is dust, too.
      const interest = whole - coupon.besidesStroops
      expect(total - principal <= max(interest, 0n) + 1n).toBe(true)
    }),
  )
})

test('a bond passed through over its life returns all principal but dust, and never more', () => {
  fc.assert(
    fc.property(holdings, fc.array(bps, { minLength: 1, maxLength: 12 }), (held, parts) => {
      const outstanding = sum(held)
      const returned = held.map(() => 0n)
      let passedStroops = 0n
      for (const [at, part] of parts.entries()) {
        const left = outstanding - passedStroops
        const besidesStroops = at === parts.length - 1 ? left : (left * BigInt(part)) / 10_000n
        const whole = passThroughWhole({
          outstandingStroops: outstanding,
          passedStroops,
          besidesStroops,
          rateBps: 0,
          period,
        })
        for (const [holder, units] of held.entries())
          returned[holder] = (returned[holder] ?? 0n) + passThroughLeafStroops(units, whole, outstanding)
        passedStroops += besidesStroops
      }
      expect(passedStroops).toBe(outstanding)
      for (const [holder, units] of held.entries()) {
        const got = returned[holder] ?? 0n
        expect(got <= units && units - got < BigInt(parts.length) + 1n).toBe(true)
      }
    }),
  )
})

describe('a proposal', () => {
  test('passes for every honest snapshot, and for no total outside the dust', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.bigInt({ min: -60n, max: 60n }),
        ({ held, passedBps, besidesBps, rateBps }, unattributedStroops, off) => {
          const outstanding = sum(held) + unattributedStroops
          const coupon = couponOf(outstanding, passedBps, besidesBps, rateBps)
          const whole = passThroughWhole(coupon)
          const leaf = (units: bigint) => passThroughLeafStroops(units, whole, outstanding)
          const honest = sum(held.map(leaf))
          const check = (totalStroops: bigint) =>
            checkPassThroughProposal({ totalStroops, leafCount: held.length, unattributedStroops }, coupon)
          expect(check(honest).ok).toBe(true)
          fc.pre(honest + off >= 0n)
          const dust = whole - passThroughUnattributed(unattributedStroops, coupon) - honest - off
          expect(check(honest + off).ok).toBe(dust >= 0n && dust <= BigInt(held.length))
        },
      ),
    )
  })

  test.each([
    [101n, 0n, 'UNATTRIBUTED_EXCEEDS_OUTSTANDING'],
    [0n, 51n, 'COUPON_TOTAL_TOO_HIGH'],
    [0n, 48n, 'COUPON_TOTAL_TOO_LOW'],
  ])('with %s unattributed and a total of %s is refused by its code', (unattributedStroops, totalStroops, code) => {
    const coupon = couponOf(100n, 0, 5_000, 0)
    expect(checkPassThroughProposal({ totalStroops, leafCount: 1, unattributedStroops }, coupon)).toMatchObject({
      ok: false,
      error: { code },
    })
  })

  test('with a negative amount is a bug', () => {
    const coupon = couponOf(100n, 0, 0, 0)
    const proposal = { totalStroops: 0n, leafCount: 0, unattributedStroops: 0n }
    expect(() => checkPassThroughProposal({ ...proposal, totalStroops: -1n }, coupon)).toThrow(RangeError)
    expect(() => checkPassThroughProposal({ ...proposal, unattributedStroops: -1n }, coupon)).toThrow(RangeError)
    expect(() => passThroughWhole({ ...coupon, besidesStroops: -1n })).toThrow(RangeError)
  })
})
