import fc from 'fast-check'
import { expect, test } from 'vitest'
import { priceText, readPrice } from './price.ts'

test('a price is exact, in lowest terms', () => {
  expect(readPrice('0.985')).toEqual({ n: 197, d: 200 })
  expect(readPrice(' 1 ')).toEqual({ n: 1, d: 1 })
  expect(priceText({ n: 197, d: 200 })).toBe('0.985')
  expect(priceText({ n: 1, d: 1 })).toBe('1.00')
  expect(priceText({ n: 1, d: 3 })).toBe('0.3333333')
})

test.each([['0'], ['-1'], ['1,5'], ['0.12345678'], ['abc'], [''], ['999999999999']])('%s is no price', (text) => {
  expect(readPrice(text)).toBeNull()
})

test('what is written is read again as the same price', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 2_000_000_000n }), (stroops) => {
      const digits = stroops.toString().padStart(8, '0')
      const price = readPrice(`${digits.slice(0, -7)}.${digits.slice(-7)}`)
      expect(price && readPrice(priceText(price))).toEqual(price)
    }),
  )
})
