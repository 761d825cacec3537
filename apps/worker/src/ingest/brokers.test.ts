import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Database, stopTestServer, withDatabase } from '@heliobond/db'
import { contractIdFromStrkey, decodeSparkplug, encodeSparkplug, networkId, readingMetrics } from '@heliobond/domain'
import mqtt from 'mqtt'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startEmbeddedBroker } from '../broker/embedded-broker.ts'
import { type Ingest, type IngestOptions, startIngest } from './ingest.ts'
import { projectDomains } from './reading-domains.ts'
import {
  connectDevice,
  createMeter,
  eventually,
  hasMosquitto,
  registerMeter,
  startMosquitto,
  type TestMeter,
} from './testing.ts'

const PASSPHRASE = 'Standalone Network ; February 2017'
const DOMAIN = { networkId: networkId(PASSPHRASE), energyContractId: new Uint8Array(32).fill(9) }
const NOW = 1_800_000_000n
const START = NOW - 1_000_000n

let database: Database
let meter: TestMeter
const cleanups: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  database = await withDatabase()
})
afterAll(async () => {
  await database.close()
  await stopTestServer()
})
beforeEach(async () => {
  await database.pool.query('truncate reading, meter_head, meter, quarantine')
  meter = createMeter(7, 3, START, DOMAIN)
  await registerMeter(database, meter)
})
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

function ingest(changes: Partial<IngestOptions>): Ingest {
  const role = startIngest({
    ...{ database, networkPassphrase: PASSPHRASE, energyContractId: DOMAIN.energyContractId, now: async () => NOW },
    log: pino({ level: 'silent' }),
    onFatal: (error) => {
      throw error
    },
    ...changes,
  })
  cleanups.push(() => role.close())
  return role
}
const stored = async () => (await database.prisma.reading.findMany({ orderBy: { seq: 'asc' } })).map(({ seq }) => seq)

const brokers: [string, () => Promise<{ url: string; serviceUrl: string }>][] = [
  [
    'the embedded broker',
    async () => {
      const broker = await startEmbeddedBroker({ port: 0 })
      cleanups.push(() => broker.close())
      return broker
    },
  ],
  [
    'Mosquitto',
    async () => {
      const broker = await startMosquitto()
      cleanups.push(() => broker.close())
      return { url: broker.url, serviceUrl: broker.url }
    },
  ],
]

describe.each(brokers.filter(([name]) => name !== 'Mosquitto' || hasMosquitto()))(
  'Sparkplug B through %s',
  (_, start) => {
    test('brings the same signed readings, acknowledged on the same topic; a gap has the node born again', async () => {
      const broker = await start()
      const role = ingest({ mqttUrl: broker.serviceUrl, sparkplug: true })
      const device = await connectDevice(broker.url)
      cleanups.push(() => device.close())
      const commands: string[] = []
      const states: string[] = []
      const node = await mqtt.connectAsync(broker.url, { protocolVersion: 4 })
      cleanups.push(() => node.endAsync(true))
      node.on('message', (topic, payload) => {
        if (topic.startsWith('spBv1.0/STATE')) states.push(payload.toString())
        const decoded = decodeSparkplug(payload)
        if (topic === 'spBv1.0/heliobond/NCMD/3-7' && decoded.ok) commands.push(decoded.value.metrics[0]?.name ?? '')
      })
      await node.subscribeAsync(['spBv1.0/heliobond/NCMD/3-7', 'spBv1.0/STATE/heliobond'], { qos: 1 })
      const say = (message: string, seq: bigint, metrics: Parameters<typeof encodeSparkplug>[0]['metrics']) =>
        node.publishAsync(`spBv1.0/heliobond/${message}/3-7`, Buffer.from(encodeSparkplug({ seq, metrics })), {
          qos: 0,
        })
      await eventually(() => states.some((state) => JSON.parse(state).online === true))
      await say('NBIRTH', 0n, [{ name: 'bdSeq', datatype: 8, value: 0n }])
      const first = meter.sign({ seq: 1n })
      await say('NDATA', 1n, readingMetrics(first))
      await eventually(() => device.isStored(first))
      expect(commands).toEqual([])
      const late = meter.sign({ seq: 4n })
      await say('NDATA', 3n, readingMetrics(late, { historical: true }))
      await eventually(() => device.isStored(late) && commands.length > 0)
      expect(commands).toEqual(['Node Control/Rebirth'])
      // What somebody else says in the meter's name is refused as everywhere.
      const stranger = createMeter(7, 3, START, DOMAIN).sign({ seq: 5n })
      await say('NDATA', 4n, readingMetrics(stranger))
      await eventually(async () => (await database.prisma.quarantine.count()) === 1)
      expect(await database.prisma.quarantine.findMany()).toMatchObject([{ code: 'BAD_SIGNATURE', meterId: 7 }])
      expect(await stored()).toEqual([1n, 4n])
      await role.close()
      await eventually(() => states.some((state) => JSON.parse(state).online === false))
    })
  },
)

test('a device of the embedded broker can neither command nodes nor speak for the host', async () => {
  const broker = await startEmbeddedBroker({ port: 0 })
  cleanups.push(() => broker.close())
  const heard: string[] = []
  const listener = await mqtt.connectAsync(broker.serviceUrl, { protocolVersion: 4 })
  cleanups.push(() => listener.endAsync(true))
  listener.on('message', (topic) => heard.push(topic))
  await listener.subscribeAsync('spBv1.0/#', { qos: 1 })
  for (const topic of ['spBv1.0/heliobond/NCMD/3-7', 'spBv1.0/heliobond/DCMD/3-7/d', 'spBv1.0/STATE/heliobond']) {
    const device = await mqtt.connectAsync(broker.url, { protocolVersion: 4, reconnectPeriod: 0 })
    device.on('error', () => undefined)
    device.publish(topic, 'x', { qos: 0 })
    await sleep(50)
    await device.endAsync(true)
  }
  const device = await mqtt.connectAsync(broker.url, { protocolVersion: 4 })
  cleanups.push(() => device.endAsync(true))
  await device.publishAsync('spBv1.0/heliobond/NDATA/3-7', 'x', { qos: 1 })
  await eventually(() => heard.length > 0)
  expect(heard).toEqual(['spBv1.0/heliobond/NDATA/3-7'])
})

test('one ingest takes the readings of several energy contracts, each signed for its own, and of projects that come later', async () => {
  const contracts = [
    'CAAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIBAEAQC526',
    'CAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD2KM',
  ]
  const domains = contracts.map((strkey) => {
    const contract = contractIdFromStrkey(strkey)
    if (!contract.ok) throw new Error(strkey)
    return { ...DOMAIN, energyContractId: contract.value }
  })
  const project = async (system: number, energy: string | undefined) => {
    const { id } = await database.prisma.offering.create({
      data: {
        ...{ contractId: `offering-${system}`, bondAsset: 'B:G', settlementAsset: 'U:G', systemId: system, terms: {} },
        ...{ state: 'Live', createdAt: START },
      },
    })
    await database.prisma.setting.create({ data: { key: `project:${id}`, value: { energy } as object } })
  }
  await project(3, contracts[0])
  const store = {
    query: (text: string, values?: readonly unknown[]) => database.pool.query(text, values ? [...values] : []),
  }
  let now = 0
  const role = ingest({ domains: projectDomains(store as never, PASSPHRASE, () => now) })
  const own = [createMeter(11, 3, START, domains[0] ?? DOMAIN), createMeter(12, 4, START, domains[1] ?? DOMAIN)]
  for (const one of own) await registerMeter(database, one)
  const say = async (one: TestMeter | undefined, seq: bigint) =>
    one &&
    (await role.ingestReadings([JSON.parse(JSON.stringify(jsonOf(one, seq)))])).map((outcome) =>
      'code' in outcome ? outcome.code : outcome.outcome,
    )
  expect(await say(own[0], 1n)).toEqual(['stored'])
  expect(await say(own[1], 1n)).toEqual(['UNKNOWN_METER'])
  await project(4, contracts[1])
  // Systems that nobody serves are not asked for with every reading.
  expect(await say(own[1], 2n)).toEqual(['UNKNOWN_METER'])
  now += 2_000
  expect(await say(own[1], 3n)).toEqual(['stored'])
  // Signed for the other contract: a reading is worth nothing beyond the one that it is for.
  const crossed = createMeter(11, 3, START, domains[1] ?? DOMAIN)
  await database.prisma.meter.update({ where: { id: 11 }, data: { publicKey: crossed.publicKey } })
  expect(await say(crossed, 2n)).toEqual(['BAD_SIGNATURE'])
})

describe.runIf(hasMosquitto())('a broker with TLS, accounts and rules', () => {
  let folder: string
  let pem: Record<'ca' | 'cert' | 'key' | 'clientCert' | 'clientKey' | 'strangeCa', string>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heliobond-tls-'))
    pem = await makeCertificates(folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const tls = (clientsMustProve: boolean) => ({ ca: pem.ca, cert: pem.cert, key: pem.key, clientsMustProve })
  const say = async (url: string, seq: bigint) => {
    const device = await mqtt.connectAsync(url, {
      protocolVersion: 4,
      ca: pem.ca,
      cert: pem.clientCert,
      key: pem.clientKey,
    })
    cleanups.push(() => device.endAsync(true))
    const reading = meter.sign({ seq })
    await device.publishAsync('heliobond/v1/3/7/reading', JSON.stringify(jsonOf(meter, seq)), { qos: 1 })
    return reading
  }

  test('is believed when an authority that we trust vouches for it, and not otherwise', async () => {
    const broker = await startMosquitto({ tls: tls(false) })
    cleanups.push(() => broker.close())
    ingest({ mqttUrl: broker.url, mqttTls: { ca: pem.strangeCa } })
    const trusting = ingest({ mqttUrl: broker.url, mqttTls: { ca: pem.ca } })
    await eventually(async () => {
      await say(broker.url, 1n)
      return trusting.counters.stored + trusting.counters.duplicate > 0
    })
    await sleep(300)
    expect(await stored()).toEqual([1n])
  })

  test('that asks clients for a certificate gets ours', async () => {
    const broker = await startMosquitto({ tls: tls(true) })
    cleanups.push(() => broker.close())
    const role = ingest({ mqttUrl: broker.url, mqttTls: { ca: pem.ca, cert: pem.clientCert, key: pem.clientKey } })
    await eventually(async () => {
      await say(broker.url, 1n)
      return role.counters.stored > 0
    })
  })

  test('lets in who has an account, and whoever connects to nothing but its own topics', async () => {
    const folderOfPasswords = join(folder, 'passwords')
    await writeFile(folderOfPasswords, '')
    for (const [name, password] of [
      ['platform', 'p1'],
      ['meter-7', 'p2'],
    ] as const)
      await promisify(execFile)('mosquitto_passwd', ['-b', folderOfPasswords, name, password])
    const rules = [
      ...['user platform', 'topic read heliobond/v1/+/+/reading', 'topic write heliobond/v1/+/+/ack', ''],
      ...['user meter-7', 'topic write heliobond/v1/3/7/reading', 'topic read heliobond/v1/3/7/ack', ''],
    ].join('\n')
    const broker = await startMosquitto({ access: { passwords: await readFile(folderOfPasswords, 'utf8'), rules } })
    cleanups.push(() => broker.close())
    const withAccount = (name: string, password: string) => broker.url.replace('mqtt://', `mqtt://${name}:${password}@`)
    const role = ingest({ mqttUrl: withAccount('platform', 'p1') })
    const device = await mqtt.connectAsync(withAccount('meter-7', 'p2'), { protocolVersion: 4 })
    cleanups.push(() => device.endAsync(true))
    const other = createMeter(8, 3, START, DOMAIN)
    await registerMeter(database, other)
    await eventually(async () => {
      // In another meter's name, with that meter's own signature even: the broker does not pass it on.
      await device.publishAsync('heliobond/v1/3/8/reading', JSON.stringify(jsonOf(other, 1n)), { qos: 1 })
      await device.publishAsync('heliobond/v1/3/7/reading', JSON.stringify(jsonOf(meter, 1n)), { qos: 1 })
      return role.counters.stored > 0
    })
    expect(await database.prisma.reading.findMany({ select: { meterId: true } })).toEqual([{ meterId: 7 }])
    await expect(
      mqtt.connectAsync(withAccount('meter-7', 'wrong'), { protocolVersion: 4, reconnectPeriod: 0 }),
    ).rejects.toThrow(/[Nn]ot authorized/)
  })
})

test.runIf(hasMosquitto())(
  'many connections of several processes share one subscription: each reading comes to one of them',
  async () => {
    const broker = await startMosquitto()
    cleanups.push(() => broker.close())
    const roles = [ingest({ mqttUrl: broker.url, connections: 4 }), ingest({ mqttUrl: broker.url, connections: 4 })]
    const device = await connectDevice(broker.url)
    cleanups.push(() => device.close())
    const warm = meter.sign({ seq: 0n })
    await eventually(async () => {
      await device.publish(warm)
      return roles.every(({ counters }) => counters.stored + counters.duplicate > 0)
    })
    // What of the first one is still on its way arrives.
    await sleep(500)
    const before = roles.map(({ counters }) => counters.stored + counters.duplicate)
    const readings = Array.from({ length: 400 }, (_, n) => meter.sign({ seq: BigInt(n) + 1n }))
    await Promise.all(readings.map((reading) => device.publish(reading)))
    await eventually(() => readings.every((reading) => device.isStored(reading)))
    const taken = roles.map(({ counters }, index) => counters.stored + counters.duplicate - (before[index] ?? 0))
    expect(taken.reduce((sum, count) => sum + count, 0)).toBe(400)
    for (const count of taken) expect(count).toBeGreaterThan(50)
  },
)

function jsonOf(of: TestMeter, seq: bigint) {
  const { signature, at, ...reading } = of.sign({ seq })
  return {
    ...Object.fromEntries(
      Object.entries(reading).map(([name, value]) => [name, typeof value === 'bigint' ? String(value) : value]),
    ),
    at: `${new Date(Number(at) * 1000).toISOString().slice(0, 19)}Z`,
    signature: Buffer.from(signature).toString('base64'),
  }
}

/** An authority, a broker's certificate for localhost, a client's, and another authority that has nothing to do with them. */
async function makeCertificates(folder: string) {
  const openssl = (...args: string[]) => promisify(execFile)('openssl', args, { cwd: folder })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  for (const name of ['ca', 'strange'])
    await openssl('req', '-x509', ...key, '-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', `/CN=${name}`)
  for (const [name, extra] of [
    ['broker', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ['client', 'extendedKeyUsage=clientAuth'],
  ] as const) {
    await openssl(
      'req',
      ...key.filter((one) => one !== '-days' && one !== '2'),
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      `/CN=${name}`,
    )
    await writeFile(join(folder, `${name}.ext`), `${extra}\n`)
    await openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-days',
      '2',
      '-extfile',
      `${name}.ext`,
      '-out',
      `${name}.pem`,
    )
  }
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  return {
    ca: await read('ca.pem'),
    cert: await read('broker.pem'),
    key: await read('broker.key'),
    clientCert: await read('client.pem'),
    clientKey: await read('client.key'),
    strangeCa: await read('strange.pem'),
  }
}
