import { describe, expect, test } from 'vitest'
import { commonText, decodeInverter, decodeMeter } from './models.ts'
import { acc32, int16, scaleFactor, uint16, watts } from './points.ts'

const inverter = (changes: Record<number, number> = {}) =>
  Array.from({ length: 52 }, (_, offset) => changes[offset] ?? [101, 50][offset] ?? 0)

describe('what a device does not implement is not a number', () => {
  test.each([
    ['int16', int16([0x8000], 0)],
    ['uint16', uint16([0xffff], 0)],
    ['acc32 as int32', acc32([0x8000, 0], 0)],
    ['acc32 as uint32', acc32([0xffff, 0xffff], 0)],
    ['beyond the words', acc32([1], 0)],
  ])('%s', (_, value) => expect(value).toBeUndefined())

  test.each([
    ['WH', { 24: 0xffff, 25: 0xffff }, 'NOT_IMPLEMENTED'],
    ['scale factor of WH', { 26: 0x8000 }, 'NOT_IMPLEMENTED'],
    ['scale factor of WH is 11', { 26: 11 }, 'BAD_SCALE'],
  ])('an inverter without %s gives no energy', (detail, changes, code) => {
    expect(decodeInverter(inverter(changes))).toEqual({ ok: false, error: { code, detail } })
  })

  test('power that is not known is left out, and energy still counts', () => {
    expect(decodeInverter(inverter({ 14: 0x8000, 25: 5 }))).toMatchObject({
      ok: true,
      value: { generated: { raw: 5n, scale: 0 }, powerW: undefined },
    })
  })
})

test('numbers are read with sign, high word first, and scaled', () => {
  expect(int16([0xfffe], 0)).toBe(-2)
  expect(uint16([0xfffe], 0)).toBe(65_534)
  expect(acc32([0xfedc, 0xba98], 0)).toBe(0xfedc_ba98n)
  expect(scaleFactor([0xfffd], 0, 'x')).toEqual({ ok: true, value: -3 })
  expect(watts([812, 1], 0, 1)).toBe(8_120)
  expect(watts([0xffff, 0xffff], 0, 1)).toBe(-0.1)
})

test('a meter says both directions with one scale factor', () => {
  const words: number[] = Array.from({ length: 107 }, () => 0)
  words.splice(38, 2, 1, 2)
  words.splice(46, 2, 3, 4)
  words[54] = 1
  expect(decodeMeter(words)).toMatchObject({
    ok: true,
    value: { exported: { raw: 0x1_0002n, scale: 1 }, imported: { raw: 0x3_0004n, scale: 1 } },
  })
})

test('the common model names the device', () => {
  const words: number[] = Array.from({ length: 68 }, () => 0)
  const write = (offset: number, text: string) => {
    for (let i = 0; i < text.length; i += 2)
      words[offset + i / 2] = (text.charCodeAt(i) << 8) | (text.charCodeAt(i + 1) || 0)
  }
  write(2, 'Solar Inc')
  write(18, 'X-1')
  write(50, 'SN77')
  expect(commonText(words)).toBe('Solar Inc X-1 SN77')
})
