import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromHex, toHex } from './bytes.ts'
import type { Reading } from './reading.ts'
import { decodeSparkplug, encodeSparkplug, SPARKPLUG_TYPE, type SparkplugMetric } from './sparkplug-payload.ts'
import {
  hasReading,
  parseSparkplugTopic,
  readingFromMetrics,
  readingMetrics,
  SPARKPLUG_MESSAGES,
  SPARKPLUG_READING,
  sparkplugNode,
  sparkplugTopic,
} from './sparkplug-reading.ts'

const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 })

const metrics: fc.Arbitrary<SparkplugMetric> = fc
  .tuple(
    fc.record(
      { name: fc.string({ unit: 'grapheme' }), alias: u64, timestampMs: u64, historical: fc.boolean() },
      { requiredKeys: [] },
    ),
    fc.oneof(
      fc.record({
        datatype: fc.constant(SPARKPLUG_TYPE.int32),
        value: fc.bigInt({ min: -(2n ** 31n), max: 2n ** 31n - 1n }),
      }),
      fc.record({ datatype: fc.constant(4), value: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }) }),
      fc.record({ datatype: fc.constantFrom(SPARKPLUG_TYPE.uint64, SPARKPLUG_TYPE.uint32), value: u64 }),
      fc.record({ datatype: fc.constant(SPARKPLUG_TYPE.boolean), value: fc.boolean() }),
      fc.record({ datatype: fc.constant(SPARKPLUG_TYPE.string), value: fc.string({ unit: 'grapheme' }) }),
      fc.record({ datatype: fc.constant(SPARKPLUG_TYPE.bytes), value: fc.uint8Array() }),
      fc.record({ datatype: fc.nat({ max: 30 }), value: fc.constant(null) }),
    ),
  )
  .map(([common, typed]) => ({ ...common, ...typed }))

const readings: fc.Arbitrary<Reading> = fc.record(
  {
    ...{ system: u32, meter: u32, epoch: u32, seq: u64, at: fc.bigInt({ min: 0n, max: 253_402_300_799n }) },
    ...{ generatedWh: u64, consumedWh: u64, exportedWh: u64 },
    powerW: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    signature: fc.uint8Array({ minLength: 64, maxLength: 64 }),
  },
  { requiredKeys: ['system', 'meter', 'epoch', 'seq', 'at', 'generatedWh', 'consumedWh', 'exportedWh', 'signature'] },
)

test('a payload that is written is read back the same', () => {
  fc.assert(
    fc.property(
      fc.record({ metrics: fc.array(metrics), seq: u64, timestampMs: u64 }, { requiredKeys: ['metrics'] }),
      (payload) => {
        expect(decodeSparkplug(encodeSparkplug(payload))).toEqual({ ok: true, value: payload })
      },
    ),
  )
})

test('a reading travels through the metrics and the wire unchanged', () => {
  fc.assert(
    fc.property(readings, fc.boolean(), (reading, historical) => {
      const decoded = decodeSparkplug(encodeSparkplug({ metrics: readingMetrics(reading, { historical }) }))
      if (!decoded.ok) throw new Error(decoded.error.code)
      expect(decoded.value.metrics.every((metric) => (metric.historical ?? false) === historical)).toBe(true)
      expect(readingFromMetrics(decoded.value.metrics)).toEqual({ ok: true, value: reading })
    }),
  )
})

// Written by the npm package sparkplug-payload 1.0.3, which wraps Eclipse Tahu's own schema.
test('what another implementation wrote is read as it was meant', () => {
  const bytes = fromHex(
    '0880a0f1c2b134121d0a1068656c696f626f6e642f73797374656d1880a0f1c2b1342007580312190a0f68656c696f626f6e642f6d65746572200758ffffffff0f' +
      '120d0a01611009200350fbffffff0f12100a0162200858ffffffffffffffffff0112090a0163200b28017001120e0a0164200c7a07736f6c20e29880' +
      '120b0a0165201182010300ff01120e0a0166200a69000000000000f83f12070a01672003380112100a0168200458f9ffffffffffffffff011807',
  )
  if (!bytes.ok) throw new Error('not hexadecimal')
  const timestampMs = 1_800_000_000_000n
  expect(decodeSparkplug(bytes.value)).toEqual({
    ok: true,
    value: {
      timestampMs,
      seq: 7n,
      metrics: [
        { name: 'heliobond/system', datatype: 7, timestampMs, value: 3n },
        { name: 'heliobond/meter', datatype: 7, value: 4_294_967_295n },
        { name: 'a', alias: 9n, datatype: 3, value: -5n },
        { name: 'b', datatype: 8, value: 2n ** 64n - 1n },
        { name: 'c', datatype: 11, historical: true, value: true },
        { name: 'd', datatype: 12, value: 'sol ☀' },
        { name: 'e', datatype: 17, value: Uint8Array.of(0, 255, 1) },
        // A float is none of ours.
        { name: 'f', datatype: 10, value: null },
        { name: 'g', datatype: 3, value: null },
        { name: 'h', datatype: 4, value: -7n },
      ],
    },
  })
  expect(toHex(encodeSparkplug({ metrics: [{ name: 'a', alias: 9n, datatype: 3, value: -5n }] }))).toBe(
    '120d0a01611009200350fbffffff0f',
  )
})

test('bytes that are no payload are refused and never thrown about', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decodeSparkplug(bytes)
      if (!decoded.ok) expect(decoded.error.code).toBe('NOT_SPARKPLUG')
    }),
    { numRuns: 2_000 },
  )
  const whole = encodeSparkplug({ seq: 300n, metrics: [{ name: 'n', datatype: 12, value: 'text' }] })
  // Cut anywhere but between two fields, or with a length that reaches beyond the end.
  for (const cut of [1, 3, 8, whole.length - 1]) expect(decodeSparkplug(whole.slice(0, cut)).ok).toBe(false)
  expect(decodeSparkplug(Uint8Array.of(0x12, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01)).ok).toBe(
    false,
  )
  expect(decodeSparkplug(Uint8Array.of(0x0b, 0x0c)).ok).toBe(false)
})

test.each([
  [
    'one is missing',
    (all: SparkplugMetric[]) => all.filter(({ name }) => name !== 'heliobond/consumedWh'),
    'consumedWh',
  ],
  ['a register is beyond a u64', (all: SparkplugMetric[]) => set(all, 'generatedWh', -1n), 'generatedWh'],
  ['an id is beyond a u32', (all: SparkplugMetric[]) => set(all, 'meter', 2n ** 32n), 'meter'],
  ['the time is beyond the calendar', (all: SparkplugMetric[]) => set(all, 'at', 2n ** 63n), 'at'],
  ['a number is a text', (all: SparkplugMetric[]) => set(all, 'seq', '7'), 'seq'],
  ['the signature is short', (all: SparkplugMetric[]) => set(all, 'signature', new Uint8Array(63)), 'signature'],
])('metrics are no reading when %s', (_, change, field) => {
  const reading: Reading = {
    ...{ system: 3, meter: 7, epoch: 1, seq: 1n, at: 1_800_000_000n, generatedWh: 1n, consumedWh: 2n, exportedWh: 3n },
    signature: new Uint8Array(64),
  }
  const good = readingMetrics(reading)
  expect(readingFromMetrics(good).ok).toBe(true)
  expect(readingFromMetrics(change(good))).toEqual({ ok: false, error: { code: 'MALFORMED_FIELD', field } })
})

const set = (all: readonly SparkplugMetric[], field: keyof typeof SPARKPLUG_READING, value: SparkplugMetric['value']) =>
  all.map((metric) => (metric.name === SPARKPLUG_READING[field].name ? { ...metric, value } : metric))

test('a birth without a reading yet is told from one with it', () => {
  const empty = Object.values(SPARKPLUG_READING).map((metric) => ({ ...metric, value: null }))
  expect(hasReading(empty)).toBe(false)
  expect(hasReading([...empty, { ...SPARKPLUG_READING.signature, value: new Uint8Array(64) }])).toBe(true)
})

test('topics are read as they are written, and others are none', () => {
  for (const message of SPARKPLUG_MESSAGES) {
    const topic = {
      ...{ group: 'heliobond', message, node: sparkplugNode(3, 7) },
      ...(message.startsWith('D') && { device: 'inverter' }),
    }
    expect(parseSparkplugTopic(sparkplugTopic(topic))).toEqual(topic)
  }
  expect(sparkplugTopic({ group: 'heliobond', message: 'NDATA', node: '3-7' })).toBe('spBv1.0/heliobond/NDATA/3-7')
  for (const none of [
    ...['spBv1.0/STATE/host', 'spBv1.0/g/NDATA', 'spBv1.0/g/DDATA/n', 'spBv1.0/g/NDATA/n/d', 'spBv1.0/g/DDATA/n/d/e'],
    ...['spAv1.0/g/NDATA/n', 'heliobond/v1/3/7/reading', 'spBv1.0/g/__proto__/n', ''],
  ])
    expect(parseSparkplugTopic(none)).toBeUndefined()
})
