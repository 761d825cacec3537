import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { INT64_MAX } from '../ledger/wire.ts'
import { adjustedAmount, exchange, exchangeUnbounded, type Limits, offerLiabilities, type Price } from './exchange.ts'

const limits = (wheatSend: bigint, wheatReceive: bigint, sheepSend: bigint, sheepReceive: bigint): Limits => ({
  maxWheatSend: wheatSend,
  maxWheatReceive: wheatReceive,
  maxSheepSend: sheepSend,
  maxSheepReceive: sheepReceive,
})
const M = INT64_MAX

describe('the trade of two offers rounds as the network does', () => {
  // Price, limits, and what comes out: wheat received, sheep sent, whether the offer in the book stays.
  test.each([
    ['both sides equal', { n: 1, d: 1 }, limits(100n, 100n, 100n, 100n), 100n, 100n, false],
    ['the taker wants less', { n: 3, d: 2 }, limits(3000n, 1000n, M, M), 1000n, 1500n, true],
    ['the taker wants more', { n: 3, d: 2 }, limits(1000n, 3000n, M, M), 1000n, 1500n, false],
    ['the taker can pay less', { n: 3, d: 2 }, limits(3000n, M, 1000n, M), 666n, 999n, true],
    ['the maker can take less', { n: 3, d: 2 }, limits(3000n, M, M, 1000n), 666n, 999n, false],
    ['sheep is dearer, wheat stays', { n: 2, d: 3 }, limits(150n, 101n, M, M), 100n, 67n, true],
    ['sheep is dearer, wheat goes', { n: 2, d: 3 }, limits(101n, M, M, M), 101n, 67n, false],
    ['a price too far off trades nothing', { n: 3, d: 2 }, limits(28n, 1n, M, M), 0n, 0n, true],
  ] as const)('%s', (_, price, given, wheatReceived, sheepSent, wheatStays) => {
    expect(exchange(price, given, 'normal')).toEqual({ wheatReceived, sheepSent, wheatStays })
  })

  test('a path payment receives exactly what it asks for, at the taker’s cost', () => {
    const given = limits(150n, 101n, M, M)
    expect(exchange({ n: 2, d: 3 }, given, 'strictReceive')).toEqual({
      wheatReceived: 101n,
      sheepSent: 68n,
      wheatStays: true,
    })
  })

  test('a path payment sends exactly what it has, even for nothing', () => {
    const given = limits(1000n, M, 1n, M)
    expect(exchange({ n: 3, d: 1 }, given, 'strictSend')).toEqual({
      wheatReceived: 0n,
      sheepSent: 1n,
      wheatStays: true,
    })
  })
})

const amount = fc.oneof(fc.bigInt({ min: 1n, max: 1000n }), fc.bigInt({ min: 1n, max: INT64_MAX }))
const price: fc.Arbitrary<Price> = fc.record({
  n: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 2 ** 31 - 1 })),
  d: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 2 ** 31 - 1 })),
})
const anyLimits = fc.tuple(amount, amount, amount, amount).map(([a, b, c, d]) => limits(a, b, c, d))

test('whoever stays in the book is favoured, by at most 1 %, and no limit is exceeded', () => {
  fc.assert(
    fc.property(price, anyLimits, (at, given) => {
      const { wheatReceived, sheepSent, wheatStays } = exchange(at, given, 'normal')
      expect(wheatReceived <= given.maxWheatSend && wheatReceived <= given.maxWheatReceive).toBe(true)
      expect(sheepSent <= given.maxSheepSend && sheepSent <= given.maxSheepReceive).toBe(true)
      expect(wheatReceived === 0n).toBe(sheepSent === 0n)
      const paid = sheepSent * BigInt(at.d)
      const due = wheatReceived * BigInt(at.n)
      expect(wheatStays ? paid >= due : paid <= due).toBe(true)
      const off = paid > due ? paid - due : due - paid
      expect(off * 100n <= due).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('adjusting an offer twice changes nothing, and its liabilities fit what it can deliver and accept', () => {
  fc.assert(
    fc.property(price, amount, amount, (at, deliver, accept) => {
      const once = adjustedAmount(at, deliver, accept)
      expect(adjustedAmount(at, once, accept)).toBe(once)
      if (once === 0n) return
      const { sellingStroops, buyingStroops } = offerLiabilities(at, once)
      expect(sellingStroops <= deliver).toBe(true)
      expect(buyingStroops <= accept).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('the unbounded trade never gives the taker more than the offer has', () => {
  fc.assert(
    fc.property(price, anyLimits, (at, given) => {
      const { wheatReceived } = exchangeUnbounded(at, given, 'normal')
      expect(wheatReceived <= given.maxWheatSend).toBe(true)
    }),
  )
})
