import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, openDatabase, stopTestServer, withDatabase } from '@heliobond/db'
import { networkId, type Reading, readingJson } from '@heliobond/domain'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startEmbeddedBroker } from '../broker/embedded-broker.ts'
import { type Ingest, type IngestOptions, startIngest } from './ingest.ts'
import {
  connectDevice,
  createMeter,
  eventually,
  hasMosquitto,
  readingPayload,
  readingTopic,
  registerMeter,
  startMosquitto,
  type TestDevice,
  type TestMeter,
} from './testing.ts'

const PASSPHRASE = 'Standalone Network ; February 2017'
const ENERGY = new Uint8Array(32).fill(9)
const DOMAIN = { networkId: networkId(PASSPHRASE), energyContractId: ENERGY }
const NOW = 1_800_000_000n
const START = NOW - 1_000_000n

let database: Database
const cleanups: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  database = await withDatabase()
})
afterAll(async () => {
  await database.close()
  await stopTestServer()
})
let meters: [TestMeter, TestMeter]
beforeEach(async () => {
  await database.pool.query('truncate reading, meter_head, meter, quarantine')
  meters = [createMeter(1, 3, START, DOMAIN), createMeter(2, 3, START, DOMAIN)]
  for (const meter of meters) await registerMeter(database, meter)
})
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

function ingest(changes: Partial<IngestOptions> = {}): Ingest {
  const role = startIngest({
    database,
    networkPassphrase: PASSPHRASE,
    energyContractId: ENERGY,
    now: async () => NOW,
    log: pino({ level: 'silent' }),
    onFatal: (error) => {
      throw error
    },
    ...changes,
  })
  cleanups.push(() => role.close())
  return role
}

const storedSeqs = async (meterId: number) =>
  (await database.prisma.reading.findMany({ where: { meterId }, orderBy: { seq: 'asc' } })).map(({ seq }) => seq)
const quarantined = async () =>
  (await database.prisma.quarantine.findMany({ orderBy: { id: 'asc' } })).map(({ code }) => code)
const sequence = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => BigInt(from + n))

interface TestBroker {
  deviceUrl: string
  serviceUrl: string
}

const brokers: [string, () => Promise<TestBroker>][] = [
  [
    'the embedded broker',
    async () => {
      const broker = await startEmbeddedBroker({ port: 0 })
      cleanups.push(() => broker.close())
      return { deviceUrl: broker.url, serviceUrl: broker.serviceUrl }
    },
  ],
  [
    'Mosquitto',
    async () => {
      const broker = await startMosquitto()
      cleanups.push(() => broker.close())
      return { deviceUrl: broker.url, serviceUrl: broker.url }
    },
  ],
]

describe.each(brokers.filter(([name]) => name !== 'Mosquitto' || hasMosquitto()))('ingest through %s', (_, start) => {
  let device: TestDevice
  let role: Ingest
  let broker: TestBroker

  beforeEach(async () => {
    broker = await start()
    role = ingest({ mqttUrl: broker.serviceUrl })
    device = await connectDevice(broker.deviceUrl)
    cleanups.push(() => device.close())
    // Once the first reading is answered the subscription stands.
    const first = meters[0].sign({ seq: 0n })
    await eventually(async () => {
      await device.publish(first)
      return device.isStored(first)
    })
    device.acks.length = 0
  })

  test('stores a burst of readings of several meters, and acknowledges exactly those', async () => {
    const readings = meters.flatMap((meter) => sequence(1, 300).map((seq) => meter.sign({ seq })))
    await Promise.all(readings.map((reading) => device.publish(reading)))
    await eventually(() => readings.every((reading) => device.isStored(reading)))
    expect(await storedSeqs(1)).toEqual(sequence(0, 300))
    expect(await storedSeqs(2)).toEqual(sequence(1, 300))
    expect(device.isStored(meters[0].sign({ seq: 301n }))).toBe(false)
    expect(role.counters.stored).toBe(601)
  })

  test('takes duplicates and any order: each is stored once and acknowledged every time', async () => {
    const readings = [5n, 3n, 4n, 1n, 2n, 3n, 5n].map((seq) => meters[0].sign({ seq }))
    for (const reading of readings) await device.publish(reading)
    await eventually(() => readings.every((reading) => device.isStored(reading)))
    expect(await storedSeqs(1)).toEqual(sequence(0, 5))

    device.acks.length = 0
    await device.publish(readings[0] as Reading)
    await eventually(() => device.isStored(readings[0] as Reading))
    expect(await quarantined()).toEqual([])
  })

  test('quarantines what is hostile with its reason, and acknowledges none of it', async () => {
    const [meter, other] = meters
    await device.publish(meter.sign({ seq: 10n }))
    const forged = { ...meter.sign({ seq: 11n }), signature: new Uint8Array(randomBytes(64)) }
    const borrowed = { ...other.sign({ seq: 11n }), meter: 1 }
    const otherNetwork = createMeter(1, 3, START, { ...DOMAIN, networkId: networkId('Test SDF Network') })
    await database.prisma.meter.create({
      data: { id: 5, systemId: 3, kind: 'load', publicKey: meter.publicKey, capacityW: 1 },
    })
    const hostile: [string, Reading][] = [
      ['BAD_SIGNATURE', forged],
      ['BAD_SIGNATURE', borrowed],
      ['BAD_SIGNATURE', otherNetwork.sign({ seq: 12n })],
      ['UNKNOWN_METER', createMeter(77, 3, START, DOMAIN).sign({ seq: 1n })],
      ['UNKNOWN_METER', createMeter(2 ** 32 - 1, 3, START, DOMAIN).sign({ seq: 1n })],
      ['UNKNOWN_METER', meter.sign({ seq: 13n, system: 4 })],
      ['REGISTER_FELL', meter.sign({ seq: 14n, generatedWh: 999n })],
      ['IMPOSSIBLE_JUMP', meter.sign({ seq: 15n, generatedWh: 10_000_000n })],
      ['TIME_FELL', meter.sign({ seq: 16n, at: START })],
      ['FUTURE', meter.sign({ seq: 17n, at: NOW + 3_600n })],
      ['SEQ_NOT_GROWING', meter.sign({ seq: 10n, generatedWh: 1_001n })],
      ['OLD_EPOCH', meter.sign({ seq: 18n, epoch: 0 })],
      ['EPOCH_NOT_OPEN', meter.sign({ seq: 19n, epoch: 2 })],
    ]
    for (const [, reading] of hostile) await device.publish(reading)
    const raw: [string, string, string][] = [
      ['NOT_JSON', 'heliobond/v1/3/1/reading', 'garbage \0 \ud800'],
      ['NOT_JSON', 'heliobond/v1/3/1/reading', ''],
      ['NOT_A_READING', 'heliobond/v1/3/1/reading', '[]'],
      ['OVERSIZED', 'heliobond/v1/3/1/reading', `"${'x'.repeat(5_000)}"`],
      ['UNKNOWN_FIELD', 'heliobond/v1/3/1/reading', '{"price":"1"}'],
      ['MALFORMED_FIELD', 'heliobond/v1/3/1/reading', '{"system":3,"meter":1.5}'],
      ['TOPIC_MISMATCH', 'heliobond/v1/3/2/reading', readingPayload(meter.sign({ seq: 20n }))],
      ['NOT_JSON', 'heliobond/v1/x y/../reading', 'x'],
    ]
    for (const [, topic, payload] of raw) await device.client.publishAsync(topic, payload, { qos: 1 })
    const last = other.sign({ seq: 1n })
    await device.publish(last)
    await eventually(() => device.isStored(last))

    const expected = [...hostile.map(([code]) => code), ...raw.map(([code]) => code)]
    await eventually(async () => (await quarantined()).length === expected.length)
    expect((await quarantined()).toSorted()).toEqual(expected.toSorted())
    expect(await storedSeqs(1)).toEqual([0n, 10n])
    const acknowledged = device.acks.flatMap(({ message }) => message.stored.flat())
    // 0 is the first reading, which may have come more than once.
    expect(new Set(acknowledged.filter((seq) => seq !== '0'))).toEqual(new Set(['10', '1']))
    // Told apart: what the meter itself signed and can never be taken, from what a stranger could have sent.
    const refused = device.acks.flatMap(({ message }) => message.refused)
    expect(new Set(refused.map(({ seq }) => seq).filter((seq) => seq !== '10'))).toEqual(
      new Set(['13', '14', '15', '16', '18']),
    )
    expect(refused).toContainEqual({ seq: '14', code: 'REGISTER_FELL' })
  })

  test('believes a new key of a meter at once, and the old one no more', async () => {
    const replaced = createMeter(1, 3, START, DOMAIN)
    await database.prisma.meter.update({ where: { id: 1 }, data: { publicKey: replaced.publicKey, epoch: 2 } })
    const fresh = replaced.sign({ seq: 1n, epoch: 2 })
    await device.publish(fresh)
    await eventually(() => device.isStored(fresh))
    await device.publish(meters[0].sign({ seq: 2n, epoch: 2 }))
    await eventually(async () => (await quarantined()).includes('BAD_SIGNATURE'))
    expect(device.isStored(meters[0].sign({ seq: 2n, epoch: 2 }))).toBe(false)
  })

  test('loses nothing that it acknowledged, and gets the rest again, when ingest is replaced in mid-stream', async () => {
    const readings = sequence(1, 400).map((seq) => meters[0].sign({ seq }))
    const published = Promise.all(readings.map((reading) => device.publish(reading)))
    await eventually(() => device.acks.length > 0)
    await role.close()
    const acknowledged = readings.filter((reading) => device.isStored(reading))
    const stored = new Set(await storedSeqs(1))
    expect(acknowledged.filter(({ seq }) => !stored.has(seq))).toEqual([])
    await published

    ingest({ mqttUrl: broker.serviceUrl })
    await eventually(async () => {
      // What a device does: it sends what is not acknowledged, until it is.
      const open = readings.filter((reading) => !device.isStored(reading))
      for (const reading of open) await device.publish(reading)
      return open.length === 0
    })
    expect(await storedSeqs(1)).toEqual(sequence(0, 400))
  })
})

test('only the platform can acknowledge on the embedded broker', async () => {
  const broker = await startEmbeddedBroker({ port: 0 })
  cleanups.push(() => broker.close())
  const victim = await connectDevice(broker.url)
  const liar = await connectDevice(broker.url)
  cleanups.push(
    () => victim.close(),
    () => liar.close(),
  )
  const closed = new Promise<void>((resolve) => liar.client.once('close', () => resolve()))
  liar.client.publish('heliobond/v1/3/1/ack', '{"epoch":1,"stored":[["0","99"]],"refused":[]}')
  await closed
  const wrong = new URL(broker.serviceUrl)
  wrong.password = 'guess'
  await expect(connectDevice(wrong.href)).rejects.toThrow(/Not authorized|refused/i)
  expect(victim.acks).toEqual([])
})

test.runIf(hasMosquitto())('goes on when Mosquitto is killed and restarted, while connecting and later', async () => {
  const broker = await startMosquitto()
  cleanups.push(() => broker.close())
  ingest({ mqttUrl: broker.url })
  const device = await connectDevice(broker.url)
  cleanups.push(() => device.close())
  for (const seq of [1n, 2n]) {
    await broker.kill()
    await broker.restart()
    const reading = meters[0].sign({ seq })
    await eventually(async () => {
      if (device.client.connected) device.client.publish(readingTopic(reading), readingPayload(reading), { qos: 1 })
      await sleep(100)
      return device.isStored(reading)
    })
  }
  expect(await storedSeqs(1)).toEqual([1n, 2n])
})

describe('readings over HTTP', () => {
  test('are answered after the commit, in order, by the same rules', async () => {
    const role = ingest()
    const [meter] = meters
    const forged = { ...meter.sign({ seq: 3n }), signature: new Uint8Array(64) }
    const bodies = [meter.sign({ seq: 2n }), meter.sign({ seq: 1n }), meter.sign({ seq: 2n }), forged].map(readingJson)
    const outcomes = await role.ingestReadings([...bodies, null])
    expect(outcomes.map((o) => (o.outcome === 'refused' ? o.code : o.outcome))).toEqual([
      ...['stored', 'stored', 'duplicate', 'BAD_SIGNATURE', 'NOT_A_READING'],
    ])
    expect(await storedSeqs(1)).toEqual([1n, 2n])
    expect((await quarantined()).toSorted()).toEqual(['BAD_SIGNATURE', 'NOT_A_READING'])
  })

  test('are refused as a whole, and nothing is acknowledged, when the database is gone for good', async () => {
    const gone = openDatabase('postgresql://heliobond@127.0.0.1:1/gone')
    cleanups.push(() => gone.close())
    const fatal: unknown[] = []
    const role = ingest({ database: gone, databasePatienceMs: 200, onFatal: (error) => fatal.push(error) })
    await expect(role.ingestReadings([readingJson(meters[0].sign({ seq: 1n }))])).rejects.toThrow(/ECONNREFUSED/)
    expect(fatal).toHaveLength(1)
    await expect(role.ingestReadings([null])).rejects.toThrow(/closed/)
  })
})

test('the same bad message fills one row of the quarantine, however often it comes', async () => {
  const role = ingest()
  for (let round = 0; round < 3; round++) await role.ingestReadings([{ price: '1' }, { price: '1' }])
  expect(await database.prisma.quarantine.findMany()).toMatchObject([{ code: 'UNKNOWN_FIELD', occurrences: 6 }])
})

// The promise of the role, whatever arrives in whatever order: acknowledged is exactly what the table holds.
test('answers "stored" for exactly what is in the database', async () => {
  const role = ingest()
  const arbitrary = fc.array(
    fc.record({ seq: fc.bigInt({ min: 0n, max: 30n }), wrong: fc.constantFrom('no', 'no', 'no', 'fell', 'forged') }),
    { minLength: 1, maxLength: 40 },
  )
  await fc.assert(
    fc.asyncProperty(arbitrary, async (sent) => {
      await database.pool.query('truncate reading, meter_head')
      const bodies = sent.map(({ seq, wrong }) => {
        const reading = meters[0].sign({ seq, ...(wrong === 'fell' ? { generatedWh: 0n } : {}) })
        return readingJson(wrong === 'forged' ? { ...reading, signature: new Uint8Array(64) } : reading)
      })
      const outcomes = await role.ingestReadings(bodies)
      const answered = outcomes.flatMap((o) => (o.outcome === 'refused' ? [] : [o.reading.seq]))
      expect(await storedSeqs(1)).toEqual([...new Set(answered)].toSorted((a, b) => Number(a - b)))
    }),
    { numRuns: 30 },
  )
})
