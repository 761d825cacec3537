import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { INT64_MAX } from '../ledger/wire.ts'
import { receivedFromPool, sentToPool, squareRoot } from './pool-exchange.ts'

describe('the trades of stellar-core’s LiquidityPoolTradeTests.cpp, with a pool of 1000 and 1000 but where told', () => {
  const even = { toPool: 1000n, fromPool: 1000n }
  test('112 are asked for 100, and 100 given for 112', () => {
    expect(sentToPool(even, 100n, 30)).toBe(112n)
    expect(receivedFromPool(even, 112n, 30)).toBe(100n)
  })
  test.each([
    [1000n, 11n],
    [1800n, 19n],
    [2000n, 21n],
  ])('of %d against 1000, 10 cost %d', (toPool, cost) => {
    expect(sentToPool({ toPool, fromPool: 1000n }, 10n, 30)).toBe(cost)
  })
})

test('a pool is never emptied, nor filled beyond 64 bits, nor gives nothing for something', () => {
  expect(sentToPool({ toPool: 1n, fromPool: 100n }, 100n, 30)).toBeNull()
  expect(sentToPool({ toPool: 1n, fromPool: 100n }, 99n, 30)).toBe(100n)
  expect(sentToPool({ toPool: INT64_MAX, fromPool: 100n }, 1n, 30)).toBeNull()
  expect(receivedFromPool({ toPool: INT64_MAX, fromPool: 100n }, 1n, 30)).toBeNull()
  expect(receivedFromPool({ toPool: 100n, fromPool: 1n }, 100n, 30)).toBeNull()
})

const reserve = fc.bigInt({ min: 1n, max: 1n << 62n })

test('no trade lowers the product of the reserves, and the last stroop is the pool’s', () => {
  fc.assert(
    fc.property(reserve, reserve, reserve, (toPool, fromPool, amount) => {
      const received = receivedFromPool({ toPool, fromPool }, amount, 30)
      if (received !== null) {
        expect((toPool + amount) * (fromPool - received)).toBeGreaterThanOrEqual(toPool * fromPool)
        // What is asked for that is no more than what was sent.
        expect(sentToPool({ toPool, fromPool }, received, 30)).toBeLessThanOrEqual(amount)
      }
      const sent = sentToPool({ toPool, fromPool }, amount, 30)
      if (sent === null) return
      expect((toPool + sent) * (fromPool - amount)).toBeGreaterThanOrEqual(toPool * fromPool)
      expect(receivedFromPool({ toPool, fromPool }, sent, 30)).toBeGreaterThanOrEqual(amount)
    }),
  )
})

test('square roots are those of integers', () => {
  for (let value = 0n; value < 2000n; value += 1n) {
    const root = squareRoot(value)
    expect(root * root <= value && (root + 1n) * (root + 1n) > value).toBe(true)
  }
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: INT64_MAX }), fc.bigInt({ min: 0n, max: INT64_MAX }), (a, b) => {
      const root = squareRoot(a * b)
      expect(root * root <= a * b && (root + 1n) * (root + 1n) > a * b).toBe(true)
    }),
  )
})
