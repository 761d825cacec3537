import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64, parseAmount, toAmount, toRfc3339 } from './encoding.ts'

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

test('base64 is read as nodes read it', () => {
  expect(fromBase64('AAEC')).toEqual(Buffer.from([0, 1, 2]))
  expect(fromBase64('A\nAE\r\n=')).toEqual(Buffer.from([0, 1]))
  expect(fromBase64('')).toEqual(Buffer.alloc(0))
  for (const text of ['AA', 'AA=', 'A===', 'AAE', '-_-_', 'AAE=AAE=', 'AA E', '====', 'AAECA']) {
    expect(() => fromBase64(text), text).toThrow(TypeError)
  }
})
