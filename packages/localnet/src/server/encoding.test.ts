import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAmount, toAmount, toRfc3339 } from './encoding.ts'

// Guards clients that read an amount and send it back: no stroop may be lost on the way.
test('every amount survives being written and read', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 9_223_372_036_854_775_807n }), (stroops) => {
      expect(parseAmount(toAmount(stroops))).toBe(stroops)
    }),
  )
})

test.each(['', '-1', '1.', '1.00000001', '1e3', '922337203685.4775808', ' 1'])('"%s" is no amount', (text) => {
  expect(parseAmount(text)).toBeUndefined()
})

test('moments are written in whole seconds of UTC', () => {
  expect(toRfc3339(1_769_126_400n)).toBe('2026-01-23T00:00:00Z')
})
