import { parseStroops } from '@heliobond/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountText, assetCode, percentText, shareBps } from './amount.ts'

describe('an amount', () => {
  test('is exact to the stroop in both languages, whatever its size', () => {
    const stroops = fc.bigInt({ min: -(2n ** 100n), max: 2n ** 100n })
    fc.assert(
      fc.property(stroops, fc.constantFrom('es', 'en'), (amount, locale) => {
        const { main, rest } = amountText(amount, locale as 'es' | 'en')
        const read = parseStroops(`${main}${rest}`.replaceAll(',', ''))
        expect(read).toEqual({ ok: true, value: amount })
      }),
    )
  })

  test('reads the same in Spanish and in English', () => {
    for (const locale of ['es', 'en'] as const) {
      expect(amountText(12_345_678_901n, locale)).toEqual({ main: '1,234.56', rest: '78901' })
      expect(amountText(-5n, locale)).toEqual({ main: '-0.00', rest: '00005' })
      expect(amountText(500_000_000_000n, locale)).toEqual({ main: '50,000.00', rest: '' })
    }
  })
})

test('basis points are percents', () => {
  expect([500, 1234, 10_000, 5, -250].map((bps) => percentText(bps, 'en'))).toEqual([
    '5%',
    '12.34%',
    '100%',
    '0.05%',
    '-2.5%',
  ])
})

test('an asset is called by its code', () => {
  expect(['native', 'USDC:GA', 'X'].map(assetCode)).toEqual(['XLM', 'USDC', 'X'])
})

test('a share is never more than the whole, and never rounded up to it', () => {
  expect(shareBps(999_999_999n, 1_000_000_000n)).toBe(9_999)
  expect([shareBps(5n, 0n), shareBps(-1n, 5n), shareBps(6n, 5n), shareBps(1n, 2n)]).toEqual([0, 0, 10_000, 5_000])
})
