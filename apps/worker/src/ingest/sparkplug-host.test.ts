import {
  decodeSparkplug,
  encodeSparkplug,
  type Reading,
  readingMetrics,
  SPARKPLUG_READING,
  SPARKPLUG_REBIRTH,
  type SparkplugMetric,
} from '@heliobond/domain'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSparkplugHost, type SparkplugHost } from './sparkplug-host.ts'

const reading: Reading = {
  ...{ system: 3, meter: 7, epoch: 1, seq: 9n, at: 1_800_000_000n, generatedWh: 1n, consumedWh: 2n, exportedWh: 3n },
  signature: new Uint8Array(64).fill(5),
}
const node = 'spBv1.0/heliobond'

let now: number
let host: SparkplugHost
beforeEach(() => {
  now = 0
  host = createSparkplugHost(() => now)
})

const hear = (message: string, seq: bigint | undefined, metrics: readonly SparkplugMetric[], id = '3-7') =>
  host.hear(`${node}/${message}/${id}`, encodeSparkplug({ ...(seq !== undefined && { seq }), metrics }))
const bdSeq = (value: bigint) => ({ name: 'bdSeq', datatype: 8, value })
const born = (seq = 0n, id = '3-7') => hear('NBIRTH', seq, [bdSeq(4n)], id)
const asksForBirth = ({ command }: ReturnType<SparkplugHost['hear']>) => {
  if (!command) return false
  const decoded = decodeSparkplug(command.payload)
  return decoded.ok && decoded.value.metrics.some(({ name, value }) => name === SPARKPLUG_REBIRTH && value === true)
}

test('a node’s data is a reading of the meter that the node’s id names', () => {
  born()
  expect(hear('NDATA', 1n, readingMetrics(reading))).toEqual({
    message: { source: `${node}/NDATA/3-7`, claimed: { system: 3, meter: 7 }, payload: { reading } },
    command: null,
  })
})

test('a gateway speaks for the meters behind it: their readings say whose they are', () => {
  hear('NBIRTH', 0n, [bdSeq(0n)], 'roof')
  const { message } = host.hear(
    `${node}/DDATA/roof/inverter`,
    encodeSparkplug({ seq: 1n, metrics: readingMetrics(reading) }),
  )
  expect(message).toMatchObject({ claimed: undefined, payload: { reading } })
})

test('a birth may hold a reading, or say that there is none yet', () => {
  expect(born().message).toBeNull()
  const nulls = Object.values(SPARKPLUG_READING).map((metric) => ({ ...metric, value: null }))
  expect(hear('NBIRTH', 0n, [bdSeq(1n), ...nulls])).toEqual({ message: null, command: null })
  expect(hear('NBIRTH', 0n, [bdSeq(2n), ...readingMetrics(reading)]).message?.payload).toEqual({ reading })
})

describe('a node is asked to be born again', () => {
  test('when a message of it is missing, and what came is taken all the same', () => {
    born()
    const news = hear('NDATA', 2n, readingMetrics(reading))
    expect(asksForBirth(news)).toBe(true)
    expect(news.command?.topic).toBe(`${node}/NCMD/3-7`)
    expect(news.message?.payload).toEqual({ reading })
    // From there on the numbers go on.
    now += 60_000
    expect(asksForBirth(hear('NDATA', 3n, readingMetrics(reading)))).toBe(false)
  })

  test('when nobody has heard it being born, at most once in half a minute', () => {
    expect(asksForBirth(hear('NDATA', 5n, readingMetrics(reading)))).toBe(true)
    now += 29_999
    expect(asksForBirth(hear('NDATA', 7n, readingMetrics(reading)))).toBe(false)
    now += 1
    expect(asksForBirth(hear('NDATA', 9n, readingMetrics(reading)))).toBe(true)
  })

  test('when it names a metric by a number that its birth has not', () => {
    born()
    const nameless = readingMetrics(reading).map(({ name: _, ...metric }, index) => ({
      ...metric,
      alias: BigInt(index),
    }))
    const news = hear('NDATA', 1n, nameless)
    expect(asksForBirth(news)).toBe(true)
    expect(news.message).toBeNull()
  })

  test('but not when its numbers go round, nor after it was born again', () => {
    born(255n)
    expect(hear('NDATA', 0n, []).command).toBeNull()
    born(7n)
    expect(hear('NDATA', 8n, []).command).toBeNull()
  })
})

test('numbers that a birth gave to names stand for them', () => {
  const names = readingMetrics(reading).map(({ name }, index) => ({
    name,
    alias: BigInt(index),
    datatype: 8,
    value: null,
  }))
  hear('NBIRTH', 0n, [bdSeq(1n), ...names])
  const nameless = readingMetrics(reading).map(({ name: _, ...metric }, index) => ({ ...metric, alias: BigInt(index) }))
  expect(hear('NDATA', 1n, nameless)).toMatchObject({ message: { payload: { reading } }, command: null })
})

test('the will of a connection that another has replaced changes nothing', () => {
  hear('NBIRTH', 0n, [bdSeq(5n)])
  hear('NDEATH', undefined, [bdSeq(4n)])
  expect(hear('NDATA', 1n, []).command).toBeNull()
  hear('NDEATH', undefined, [bdSeq(5n)])
  expect(asksForBirth(hear('NDATA', 2n, []))).toBe(true)
})

test('what claims to be a reading and is none goes into quarantine with its reason', () => {
  born()
  const broken = readingMetrics(reading).map((metric) =>
    metric.name === 'heliobond/seq' ? { ...metric, value: 'seven' } : metric,
  )
  expect(hear('NDATA', 1n, broken).message?.payload).toMatchObject({
    refused: { code: 'MALFORMED_FIELD', detail: 'field seq' },
  })
  expect(host.hear(`${node}/NDATA/3-7`, Uint8Array.of(0x12, 0xff)).message?.payload).toMatchObject({
    refused: { code: 'NOT_SPARKPLUG' },
  })
  expect(host.hear(`${node}/NDATA/3-7`, new Uint8Array(20_000)).message?.payload).toMatchObject({
    refused: { code: 'OVERSIZED' },
  })
})

test('other groups, commands and what is no Sparkplug topic are none of ours', () => {
  const payload = encodeSparkplug({ metrics: readingMetrics(reading) })
  for (const topic of [
    'spBv1.0/plant/NDATA/3-7',
    `${node}/NCMD/3-7`,
    'spBv1.0/STATE/heliobond',
    'heliobond/v1/3/7/reading',
  ])
    expect(host.hear(topic, payload)).toEqual({ message: null, command: null })
})

test('whatever bytes come, nothing is thrown', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('NBIRTH', 'NDATA', 'NDEATH', 'DBIRTH/d', 'DDATA/d'),
      fc.uint8Array({ maxLength: 300 }),
      (kind, bytes) => {
        const [message, device] = kind.split('/')
        host.hear(`${node}/${message}/n${device ? `/${device}` : ''}`, bytes)
      },
    ),
    { numRuns: 2_000 },
  )
})
