import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  concatBytes,
  equalBytes,
  fromBase64,
  fromHex,
  i128Bytes,
  requireLength,
  toBase64,
  toHex,
  u32Bytes,
  u64Bytes,
} from './bytes.ts'

const bytes = fc.uint8Array({ maxLength: 80 })

test('hexadecimal and base64 carry every byte string, as Node writes them', () => {
  fc.assert(
    fc.property(bytes, (value) => {
      expect(toHex(value)).toBe(Buffer.from(value).toString('hex'))
      expect(toBase64(value)).toBe(Buffer.from(value).toString('base64'))
      expect(fromHex(toHex(value))).toEqual({ ok: true, value })
      expect(fromBase64(toBase64(value))).toEqual({ ok: true, value })
    }),
  )
})

test.each(['A', 'AA', 'AAA', 'AB==', 'AAB=', 'A A=', 'AA==AA==', 'AA=A', '_-8='])(
  '%s is not canonical base64',
  (text) => {
    expect(fromBase64(text)).toEqual({ ok: false, error: { code: 'MALFORMED_BASE64' } })
  },
)

test.each(['0', 'gg', '0x00'])('%s is not hexadecimal', (text) => {
  expect(fromHex(text)).toEqual({ ok: false, error: { code: 'MALFORMED_HEX' } })
})

describe('whole numbers', () => {
  test('are big-endian', () => {
    expect(toHex(u32Bytes(0x01020304))).toBe('01020304')
    expect(toHex(u64Bytes(0x0102030405060708n))).toBe('0102030405060708')
    expect(toHex(i128Bytes(-2n))).toBe(`${'f'.repeat(31)}e`)
    expect(toHex(i128Bytes(1n))).toBe(`${'0'.repeat(31)}1`)
  })

  test('that do not fit are bugs', () => {
    expect(() => u32Bytes(-1)).toThrow(RangeError)
    expect(() => u32Bytes(2 ** 32)).toThrow(RangeError)
    expect(() => u32Bytes(1.5)).toThrow(RangeError)
    expect(() => u64Bytes(2n ** 64n)).toThrow(RangeError)
    expect(() => i128Bytes(2n ** 127n)).toThrow(RangeError)
    expect(() => i128Bytes(-(2n ** 127n) - 1n)).toThrow(RangeError)
  })
})

test('byte strings join in order and compare by content', () => {
  expect(concatBytes(Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3))
  expect(equalBytes(Uint8Array.of(1), Uint8Array.of(1))).toBe(true)
  expect(equalBytes(Uint8Array.of(1), Uint8Array.of(2))).toBe(false)
  expect(equalBytes(Uint8Array.of(1), Uint8Array.of(1, 2))).toBe(false)
  expect(() => requireLength('key', Uint8Array.of(1), 32)).toThrow('key has 1 bytes, not 32')
})
