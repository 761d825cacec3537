import fc from 'fast-check'
import { expect, test } from 'vitest'
import { purchaseCostStroops, quoteInvestment } from './investment.ts'

const terms = {
  capStroops: 1_000n,
  denominationStroops: 10n,
  minTicketStroops: 50n,
  maxTicketStroops: 500n,
  priceBps: 9_950,
}

test.each([
  [0n, 0n, 'BELOW_MINIMUM'],
  [40n, 0n, 'BELOW_MINIMUM'],
  [510n, 0n, 'ABOVE_MAXIMUM'],
  [55n, 0n, 'NOT_A_MULTIPLE'],
  [100n, 910n, 'OVER_REMAINING'],
])('%s bonds with %s sold are refused as %s', (amount, minted, code) => {
  expect(quoteInvestment(amount, minted, terms)).toMatchObject({ ok: false, error: { code } })
})

test('a ticket costs its price, rounded up', () => {
  expect(quoteInvestment(90n, 910n, terms)).toEqual({ ok: true, value: { costStroops: 90n } })
  expect(purchaseCostStroops(100_0000000n, 9_950)).toBe(99_5000000n)
})

test('never sells below the price nor a stroop above it', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.integer({ min: 1, max: 20_000 }), (amount, priceBps) => {
      const exact = amount * BigInt(priceBps)
      const cost = purchaseCostStroops(amount, priceBps) * 10_000n
      expect(cost >= exact && cost - exact < 10_000n).toBe(true)
    }),
  )
})
