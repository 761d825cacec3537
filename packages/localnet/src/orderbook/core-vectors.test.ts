import { describe, expect, test } from 'vitest'
import { INT64_MAX } from '../ledger/wire.ts'
import { adjustedAmount, exchange, type Limits, type Rounding, withinPriceError } from './exchange.ts'

/**
 * The numbers on which stellar-core tests its own arithmetic: src/transactions/test/ExchangeTests.cpp, the test cases
 * "ExchangeV10", "Adjust Offer" and "Check price error bounds". Those of the formulas before protocol 10 are left out:
 * no ledger of today is computed with them.
 */
type Vector = readonly [
  n: number,
  d: number,
  wheatLimit: bigint,
  sheepLimit: bigint,
  wheatReceived: bigint,
  sheepSent: bigint,
]

const M = INT64_MAX

const limits = (given: Partial<Limits>): Limits => ({
  maxWheatSend: M,
  maxWheatReceive: M,
  maxSheepSend: M,
  maxSheepReceive: M,
  ...given,
})

/** Trades, and holds what stellar-core's test holds of every vector: whoever stays is favoured. */
function trade(n: number, d: number, given: Partial<Limits>, rounding: Rounding = 'normal') {
  const { wheatReceived, sheepSent, wheatStays } = exchange({ n, d }, limits(given), rounding)
  if (rounding === 'normal') {
    const paid = sheepSent * BigInt(d)
    const due = wheatReceived * BigInt(n)
    expect(wheatStays ? paid >= due : paid <= due).toBe(true)
  }
  return { wheatReceived, sheepSent, wheatStays }
}

describe('ExchangeV10 of stellar-core’s ExchangeTests.cpp', () => {
  test.each<Vector>([
    [3, 2, 3000n, 4501n, 3000n, 4500n],
    [3, 2, 3000n, 4500n, 3000n, 4500n],
    [3, 2, 3000n, 4499n, 2999n, 4499n],
    [3, 2, 2999n, 4499n, 2999n, 4498n],
    [3, 2, 2999n, 4498n, 2998n, 4497n],
    [2, 3, 3000n, 2001n, 3000n, 2000n],
    [2, 3, 3000n, 2000n, 3000n, 2000n],
    [2, 3, 3000n, 1999n, 2998n, 1999n],
    [2, 3, 2999n, 2000n, 2999n, 1999n],
    [2, 3, 2999n, 1999n, 2998n, 1999n],
  ])('limited by maxWheatSend and maxSheepSend, at %i/%i: %i, %i', (n, d, maxWheatSend, maxSheepSend, wheat, sheep) => {
    const wheatStays = maxWheatSend * BigInt(n) > maxSheepSend * BigInt(d)
    expect(trade(n, d, { maxWheatSend, maxSheepSend })).toEqual({ wheatReceived: wheat, sheepSent: sheep, wheatStays })
  })

  test.each<Vector>([
    [3, 2, 3000n, 4501n, 3000n, 4500n],
    [3, 2, 3000n, 4500n, 3000n, 4500n],
    [3, 2, 3000n, 4499n, 2999n, 4498n],
    [3, 2, 2999n, 4499n, 2999n, 4499n],
    [3, 2, 2999n, 4498n, 2998n, 4497n],
    [2, 3, 3000n, 2001n, 3000n, 2000n],
    [2, 3, 3000n, 2000n, 3000n, 2000n],
    [2, 3, 3000n, 1999n, 2999n, 1999n],
    [2, 3, 2999n, 2000n, 2998n, 1999n],
    [2, 3, 2999n, 1999n, 2999n, 1999n],
  ])('limited by maxWheatReceive and maxSheepReceive, at %i/%i: %i, %i', (n, d, wheatMax, sheepMax, wheat, sheep) => {
    const wheatStays = sheepMax * BigInt(d) > wheatMax * BigInt(n)
    expect(trade(n, d, { maxWheatReceive: wheatMax, maxSheepReceive: sheepMax })).toEqual({
      wheatReceived: wheat,
      sheepSent: sheep,
      wheatStays,
    })
  })

  test.each<Vector>([
    [3, 2, 3000n, 3001n, 3000n, 4500n],
    [3, 2, 3000n, 3000n, 3000n, 4500n],
    [3, 2, 3000n, 2999n, 2999n, 4499n],
    [2, 3, 3000n, 3001n, 3000n, 2000n],
    [2, 3, 3000n, 3000n, 3000n, 2000n],
    [2, 3, 3000n, 2999n, 2998n, 1999n],
    // A price more than 1 % off trades nothing; larger trades stay within it.
    [3, 2, 28n, 27n, 0n, 0n],
    [3, 2, 28n, 26n, 26n, 39n],
    [3, 2, 52n, 51n, 51n, 77n],
    [3, 2, 52n, 50n, 50n, 75n],
  ])('limited by maxWheatSend and maxWheatReceive, at %i/%i: %i, %i', (n, d, send, receive, wheat, sheep) => {
    expect(trade(n, d, { maxWheatSend: send, maxWheatReceive: receive })).toEqual({
      wheatReceived: wheat,
      sheepSent: sheep,
      wheatStays: send > receive,
    })
  })

  test.each<Vector>([
    [3, 2, 4500n, 4501n, 3000n, 4500n],
    [3, 2, 4500n, 4500n, 3000n, 4500n],
    [3, 2, 4500n, 4499n, 2999n, 4498n],
    [2, 3, 2000n, 2001n, 3000n, 2000n],
    [2, 3, 2000n, 2000n, 3000n, 2000n],
    [2, 3, 2000n, 1999n, 2999n, 1999n],
  ])('limited by maxSheepSend and maxSheepReceive, at %i/%i: %i, %i', (n, d, send, receive, wheat, sheep) => {
    expect(trade(n, d, { maxSheepSend: send, maxSheepReceive: receive })).toEqual({
      wheatReceived: wheat,
      sheepSent: sheep,
      wheatStays: receive > send,
    })
  })

  test.each([
    ['normal', 3, 2, 28n, 27n, 0n, 0n],
    ['strictReceive', 3, 2, 28n, 27n, 27n, 41n],
    ['normal', 3, 2, 150n, 101n, 101n, 152n],
    ['strictReceive', 3, 2, 150n, 101n, 101n, 152n],
    ['normal', 2, 3, 150n, 101n, 100n, 67n],
    ['strictReceive', 2, 3, 150n, 101n, 101n, 68n],
  ] as const)('rounding %s where wheat is limited, at %i/%i: %i, %i', (rounding, n, d, send, receive, wheat, sheep) => {
    expect(trade(n, d, { maxWheatSend: send, maxWheatReceive: receive }, rounding)).toEqual({
      wheatReceived: wheat,
      sheepSent: sheep,
      wheatStays: send > receive,
    })
  })

  test.each([
    ['normal', 3, 2, 28n, M, 41n, 0n, 0n],
    ['strictSend', 3, 2, 28n, M, 41n, 27n, 41n],
    ['normal', 3, 2, 97n, M, 145n, 96n, 144n],
    ['strictSend', 3, 2, 97n, M, 145n, 96n, 145n],
    ['normal', 2, 3, 97n, 95n, M, 94n, 63n],
    ['strictSend', 2, 3, 97n, 95n, M, 95n, M],
    ['normal', 2, 1, 1n, M, 1n, 0n, 0n],
    ['strictSend', 2, 1, 1n, M, 1n, 0n, 1n],
  ] as const)(
    'rounding %s where sheep is limited, at %i/%i: %i, %i, %i',
    (rounding, n, d, wheatSend, wheatReceive, sheepSend, wheat, sheep) => {
      const given = { maxWheatSend: wheatSend, maxWheatReceive: wheatReceive, maxSheepSend: sheepSend }
      expect(trade(n, d, given, rounding)).toEqual({ wheatReceived: wheat, sheepSent: sheep, wheatStays: true })
    },
  )
})

describe('Adjust Offer of stellar-core’s ExchangeTests.cpp', () => {
  test.each([
    [1, 1000, 2001n, M, 2000n],
    [1, 1000, 2000n, M, 2000n],
    [1, 1000, 1999n, M, 1000n],
    [1, 1000, 2000n, 3n, 2000n],
    [1, 1000, 2000n, 2n, 2000n],
    [1, 1000, 2000n, 1n, 1000n],
    [1000, 1, 401n, M, 401n],
    [1000, 1, 400n, M, 400n],
    [1000, 1, 399n, M, 399n],
    [1000, 1, 400n, 400_001n, 400n],
    [1000, 1, 400n, 400_000n, 400n],
    [1000, 1, 400n, 399_999n, 399n],
    [7, 3, 429n, M, 429n],
    [7, 3, 428n, M, 428n],
    [7, 3, 427n, M, 427n],
    [7, 3, 428n, 999n, 428n],
    [7, 3, 428n, 998n, 427n],
    [7, 3, 428n, 997n, 427n],
    [3, 7, 1001n, M, 1001n],
    [3, 7, 1000n, M, 999n],
    [3, 7, 999n, M, 999n],
    [3, 7, 1000n, 429n, 999n],
    [3, 7, 1000n, 428n, 999n],
    [3, 7, 1000n, 427n, 997n],
    // Small amounts that cannot be had within 1 % of the price are no offer at all.
    [3, 2, 29n, M, 0n],
    [3, 2, 28n, M, 28n],
    [3, 2, 27n, M, 0n],
    [3, 2, 26n, M, 26n],
    [3, 2, 51n, M, 51n],
    [3, 2, 50n, M, 50n],
    [3, 2, 97n, M, 97n],
  ])('at %i/%i, %i to sell and %i to receive come to %i, and stay there', (n, d, amount, receive, adjusted) => {
    expect(adjustedAmount({ n, d }, amount, receive)).toBe(adjusted)
    expect(adjustedAmount({ n, d }, adjusted, receive)).toBe(adjusted)
  })
})

describe('Check price error bounds of stellar-core’s ExchangeTests.cpp', () => {
  test.each([
    [1, 1, 1000n, 1010n, 990n],
    [5, 2, 1000n, 2525n, 2475n],
    [2, 5, 1000n, 404n, 396n],
    [7, 3, 1000n, 2356n, 2310n],
    [3, 7, 1000n, 432n, 425n],
  ])('at %i/%i, for %i of wheat at most %i and at least %i of sheep', (n, d, wheat, high, low) => {
    for (const canFavorWheat of [false, true]) {
      const holds = (sheep: bigint) => withinPriceError({ n, d }, wheat, sheep, canFavorWheat)
      expect([holds(high + 1n), holds(high), holds(low), holds(low - 1n)]).toEqual([canFavorWheat, true, true, false])
    }
  })
})
