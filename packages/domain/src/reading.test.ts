import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseReading, utcSeconds } from './reading.ts'
import { compareReadings, formatUtcSeconds, readingJson } from './reading-bytes.ts'

const message = {
  system: 3,
  meter: 7,
  epoch: 1,
  seq: '4711',
  at: '2026-11-22T14:00:00Z',
  generatedWh: '1234567',
  consumedWh: '7654321',
  exportedWh: '0',
  powerW: 812,
  signature: Buffer.alloc(64, 9).toString('base64'),
}

const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
const reading = fc.record(
  {
    system: u32,
    meter: u32,
    epoch: u32,
    seq: u64,
    at: fc.bigInt({ min: 0n, max: 253_402_300_799n }),
    generatedWh: u64,
    consumedWh: u64,
    exportedWh: u64,
    powerW: fc.integer(),
    signature: fc.uint8Array({ minLength: 64, maxLength: 64 }),
  },
  { requiredKeys: ['system', 'meter', 'epoch', 'seq', 'at', 'generatedWh', 'consumedWh', 'exportedWh', 'signature'] },
)

test('the published message is read', () => {
  expect(parseReading(message)).toEqual({
    ok: true,
    value: {
      system: 3,
      meter: 7,
      epoch: 1,
      seq: 4711n,
      at: 1_795_356_000n,
      generatedWh: 1_234_567n,
      consumedWh: 7_654_321n,
      exportedWh: 0n,
      powerW: 812,
      signature: new Uint8Array(64).fill(9),
    },
  })
})

test('every reading survives its JSON form', () => {
  fc.assert(
    fc.property(reading, (value) => {
      expect(parseReading(JSON.parse(JSON.stringify(readingJson(value))))).toEqual({ ok: true, value })
    }),
  )
})

describe('strictness', () => {
  test.each([
    ['system', -1],
    ['system', '3'],
    ['system', 2 ** 32],
    ['meter', 1.5],
    ['meter', null],
    ['epoch', undefined],
    ['seq', 4711],
    ['seq', '04711'],
    ['seq', '-1'],
    ['seq', (2n ** 64n).toString()],
    ['seq', ''],
    ['at', '2026-11-22T14:00:00.000Z'],
    ['at', '2026-11-22T14:00:00+00:00'],
    ['at', '2026-11-31T14:00:00Z'],
    ['at', '1969-12-31T23:59:59Z'],
    ['at', '2026-11-22T24:00:00Z'],
    ['at', 1_795_356_000],
    ['generatedWh', '1e3'],
    ['consumedWh', undefined],
    ['exportedWh', 0],
    ['powerW', '812'],
    ['powerW', Number.NaN],
    ['signature', undefined],
    ['signature', 'not base64'],
    ['signature', Buffer.alloc(63).toString('base64')],
  ])('%s: %j is malformed', (field, value) => {
    expect(parseReading({ ...message, [field]: value })).toEqual({
      ok: false,
      error: { code: 'MALFORMED_FIELD', field },
    })
  })

  test.each([[null], [undefined], ['{}'], [7], [[message]]])('%j is no reading', (value) => {
    expect(parseReading(value)).toEqual({ ok: false, error: { code: 'NOT_A_READING' } })
  })

  test('a field that nobody defined is refused', () => {
    expect(parseReading({ ...message, note: 'x' })).toEqual({
      ok: false,
      error: { code: 'UNKNOWN_FIELD', field: 'note' },
    })
  })

  test('nothing that JSON can say makes it throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseReading(value).ok).toBe(false)
      }),
    )
  })
})

test('times are those of the platform', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 253_402_300_799n }), (seconds) => {
      const text = formatUtcSeconds(seconds)
      expect(BigInt(Date.parse(text) / 1000)).toBe(seconds)
      expect(utcSeconds(text)).toBe(seconds)
    }),
  )
})

test('readings are ordered by meter, epoch, seq', () => {
  const read = parseReading(message)
  if (!read.ok) throw new Error(read.error.code)
  const a = read.value
  const sorted = [a, { ...a, seq: a.seq + 1n }, { ...a, epoch: 2, seq: 0n }, { ...a, meter: 8, epoch: 0 }]
  expect([...sorted].reverse().sort(compareReadings)).toEqual(sorted)
  expect(compareReadings(a, a)).toBe(0)
})
