import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bpsCeil,
  bpsFloor,
  formatStroops,
  MAX_I128,
  max,
  min,
  mulDivCeil,
  mulDivFloor,
  parseStroops,
  sum,
} from './money.ts'

const i128 = fc.bigInt({ min: -MAX_I128 - 1n, max: MAX_I128 })
const amount = fc.bigInt({ min: 0n, max: 10n ** 30n })

describe('decimal amounts', () => {
  test.each([
    ['0', 0n],
    ['1', 10_000_000n],
    ['123.4567890', 1_234_567_890n],
    ['123.456789', 1_234_567_890n],
    ['-0.0000001', -1n],
    ['922337203685.4775807', 2n ** 63n - 1n],
  ])('%s is read to the stroop', (text, stroops) => {
    expect(parseStroops(text)).toEqual({ ok: true, value: stroops })
  })

  test.each([
    ['', 'MALFORMED_AMOUNT'],
    ['1e7', 'MALFORMED_AMOUNT'],
    ['+1', 'MALFORMED_AMOUNT'],
    ['1,000', 'MALFORMED_AMOUNT'],
    [' 1', 'MALFORMED_AMOUNT'],
    ['1.', 'MALFORMED_AMOUNT'],
    ['.5', 'MALFORMED_AMOUNT'],
    ['1.00000000', 'TOO_MANY_DECIMALS'],
    ['9'.repeat(41), 'AMOUNT_TOO_LARGE'],
    ['17014118346046923173168730371588.4105728', 'AMOUNT_TOO_LARGE'],
  ])('%s is refused as %s', (text, code) => {
    expect(parseStroops(text)).toMatchObject({ ok: false, error: { code } })
  })

  test('every i128 survives writing and reading', () => {
    fc.assert(
      fc.property(i128, (stroops) => {
        expect(parseStroops(formatStroops(stroops))).toEqual({ ok: true, value: stroops })
      }),
    )
  })

  test('are written with seven decimals', () => {
    expect(formatStroops(1_234_567_890n)).toBe('123.4567890')
    expect(formatStroops(-1n)).toBe('-0.0000001')
  })
})

describe('mulDiv', () => {
  test('floor and ceil enclose the exact quotient and differ only when it is not whole', () => {
    fc.assert(
      fc.property(amount, amount, fc.bigInt({ min: 1n, max: 10n ** 20n }), (a, b, divisor) => {
        const floor = mulDivFloor(a, b, divisor)
        const ceil = mulDivCeil(a, b, divisor)
        expect(floor * divisor <= a * b && a * b <= ceil * divisor).toBe(true)
        expect(ceil - floor).toBe((a * b) % divisor === 0n ? 0n : 1n)
      }),
    )
  })

  test.each([
    [-1n, 1n, 1n],
    [1n, -1n, 1n],
    [1n, 1n, 0n],
  ])('%s * %s / %s is a bug', (a, b, divisor) => {
    expect(() => mulDivFloor(a, b, divisor)).toThrow(RangeError)
    expect(() => mulDivCeil(a, b, divisor)).toThrow(RangeError)
  })

  test('basis points round as named', () => {
    expect(bpsFloor(99n, 5_000)).toBe(49n)
    expect(bpsCeil(99n, 5_000)).toBe(50n)
  })
})

test('min, max and sum are those of whole numbers', () => {
  expect([min(1n, 2n), min(2n, 1n), max(1n, 2n), max(2n, 1n)]).toEqual([1n, 1n, 2n, 2n])
  expect(sum([1n, 2n, 3n])).toBe(6n)
  expect(sum([])).toBe(0n)
})
