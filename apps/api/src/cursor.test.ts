import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeCursor, encodeCursor, MAX_INT4, MAX_INT8 } from './cursor.ts'

describe('a cursor', () => {
  test('brings back the key it was made of', () => {
    const int8 = fc.bigInt({ min: 0n, max: MAX_INT8 })
    const int4 = fc.bigInt({ min: 0n, max: MAX_INT4 })
    fc.assert(
      fc.property(fc.string(), int4, int8, (list, small, large) => {
        fc.pre(encodeCursor(list, [small, large]).length <= 300)
        expect(decodeCursor(list, encodeCursor(list, [small, large]), [MAX_INT4, MAX_INT8])).toEqual([small, large])
      }),
    )
  })

  test('that no list gave out is refused by code, whatever it is', () => {
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const arbitrary = fc.oneof(fc.string({ maxLength: 400 }), fc.jsonValue().map(forged))
    fc.assert(
      fc.property(arbitrary, (cursor) => {
        expect(() => decodeCursor('bills:1:asc', cursor, [MAX_INT8])).toThrow(
          expect.objectContaining({ code: 'HELIOBOND_BAD_CURSOR' }),
        )
      }),
    )
  })

  test.each([
    ['of another list', ['bills:2:asc', '1']],
    ['with a number missing', ['bills:1:asc']],
    ['with a number too many', ['bills:1:asc', '1', '2']],
    ['with a negative number', ['bills:1:asc', '-1']],
    ['with a number no column holds', ['bills:1:asc', '9223372036854775808']],
    ['with a JSON number', ['bills:1:asc', 1]],
    ['with a fraction', ['bills:1:asc', '1.5']],
  ])('%s is refused', (_, value) => {
    const cursor = Buffer.from(JSON.stringify(value)).toString('base64url')
    expect(() => decodeCursor('bills:1:asc', cursor, [MAX_INT8])).toThrow(
      expect.objectContaining({ code: 'HELIOBOND_BAD_CURSOR' }),
    )
  })
})
