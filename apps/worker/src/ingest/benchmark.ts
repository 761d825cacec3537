/**
 * How many readings a second are verified, stored durably and then acknowledged by us, through a real broker; and what
 * each stage does alone, in the same run.
 *
 *     node apps/worker/src/ingest/benchmark.ts [readings] [meters]
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import {
  createPartitions,
  createReadingStore,
  type Database,
  migrate,
  monthOf,
  openDatabase,
  startEmbeddedPostgres,
} from '@heliobond/db'
import { networkId, type Reading, readingSignedBytes } from '@heliobond/domain'
import { pino } from 'pino'
import { type IngestBenchmark, report } from './benchmark-report.ts'
import { openConnection, probeBroker, readingFilter } from './broker-connection.ts'
import { createSignatureVerifier } from './signature-verifier.ts'
import { createMeter, eventually, readingPayload, readingTopic, registerMeter, startMosquitto } from './testing.ts'

const PASSPHRASE = 'Standalone Network ; February 2017'
const DOMAIN = { networkId: networkId(PASSPHRASE), energyContractId: new Uint8Array(32).fill(9) }
const NOW = 1_800_000_000n
const BATCH = 1_000

/** Runs on a durable PostgreSQL (fsync on) and a real Mosquitto. */
export async function benchmarkIngest(readingCount: number, meterCount: number): Promise<IngestBenchmark> {
  const dataDir = await mkdtemp(join(tmpdir(), 'heliobond-bench-'))
  const server = await startEmbeddedPostgres({ dataDir })
  await migrate(server.url)
  const database = openDatabase(server.url)
  try {
    const meters = Array.from({ length: meterCount }, (_, n) => createMeter(n + 1, 3, NOW - 10_000_000n, DOMAIN))
    for (const meter of meters) await registerMeter(database, meter)
    const keys = new Map(meters.map((meter) => [meter.id, meter.publicKey]))
    // Round after round of all meters, as they would report.
    const readings = Array.from({ length: readingCount }, (_, n) =>
      (meters[n % meterCount] ?? createMeter(0, 3, 0n, DOMAIN)).sign({ seq: BigInt(Math.floor(n / meterCount)) }),
    )
    say('verifying')
    const verifyPerSecond = await rate(readingCount, () => verifyAll(readings, keys))
    say('inserting')
    await createPartitions(database.pool, new Map(readings.map(({ at }) => [monthOf(at).name, monthOf(at)])).values())
    const unnestPerSecond = await rate(readingCount, () => unnestAll(database, readings))
    await database.pool.query('truncate reading')
    say('judging and storing')
    const storePerSecond = await rate(readingCount, () => storeAll(database, readings, keys))
    say('delivering')
    const brokerPerSecond = await deliver(readings)
    say('end to end')
    const one = await endToEnd(database, readings, 1)
    say('end to end through two processes')
    const two = await endToEnd(database, readings, 2)
    say('')
    const endToEndPerSecond = one.perSecond
    const stages = { verify: verifyPerSecond, unnest: unnestPerSecond, broker: brokerPerSecond }
    const [slowestStage, slowest] = Object.entries(stages).reduce((a, b) => (b[1] < a[1] ? b : a))
    return {
      readings: readingCount,
      meters: meterCount,
      endToEndPerSecond,
      verifyPerSecond,
      unnestPerSecond,
      storePerSecond,
      brokerPerSecond,
      slowestStage: slowestStage as IngestBenchmark['slowestStage'],
      ratio: endToEndPerSecond / slowest,
      twoProcessesPerSecond: two.perSecond,
      busy: [one.busy, two.busy],
    }
  } finally {
    await database.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function rate(count: number, work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now()
  await work()
  return Math.round(count / ((performance.now() - startedMs) / 1_000))
}

async function verifyAll(readings: readonly Reading[], keys: ReadonlyMap<number, Uint8Array>): Promise<void> {
  const verifier = createSignatureVerifier()
  for (let from = 0; from < readings.length; from += BATCH) {
    const batch = readings.slice(from, from + BATCH).map((reading) => ({
      signed: readingSignedBytes(reading, DOMAIN),
      signature: reading.signature,
      publicKey: keys.get(reading.meter) ?? new Uint8Array(32),
    }))
    if ((await verifier.verify(batch)).includes(false)) throw new Error('a true signature was not believed')
  }
  await verifier.close()
}

/** What the database takes at most: whole batches as arrays, judged by nobody, each in a transaction of its own. */
async function unnestAll({ pool }: Database, readings: readonly Reading[]): Promise<void> {
  for (let from = 0; from < readings.length; from += BATCH) {
    const batch = readings.slice(from, from + BATCH)
    await pool.query({
      name: 'bare-unnest',
      text: `insert into reading (meter_id, epoch, seq, at, generated_wh, consumed_wh, exported_wh, signature, received_at)
        select r.*, $9::int8 from unnest($1::int4[], $2::int4[], $3::int8[], $4::int8[], $5::int8[], $6::int8[], $7::int8[], $8::bytea[]) as r`,
      values: [
        batch.map((reading) => reading.meter),
        batch.map((reading) => reading.epoch),
        batch.map((reading) => reading.seq),
        batch.map((reading) => reading.at),
        batch.map((reading) => reading.generatedWh),
        batch.map((reading) => reading.consumedWh),
        batch.map((reading) => reading.exportedWh),
        batch.map((reading) => Buffer.from(reading.signature)),
        NOW,
      ],
    })
  }
}

async function storeAll(database: Database, readings: readonly Reading[], keys: ReadonlyMap<number, Uint8Array>) {
  const store = createReadingStore(database.pool)
  for (let from = 0; from < readings.length; from += BATCH) {
    const batch = readings.slice(from, from + BATCH).map((reading) => {
      return { reading, publicKey: keys.get(reading.meter) ?? new Uint8Array(32) }
    })
    await store.insertBatch(batch, NOW)
  }
}

/** The broker alone: published by one thread, received by another and dropped. */
async function deliver(readings: readonly Reading[]): Promise<number> {
  const broker = await startMosquitto()
  const log = pino({ level: 'silent' })
  const abilities = await probeBroker(broker, log, new AbortController().signal)
  if (!abilities) throw new Error('no broker')
  let received = 0
  const onMessage = (_topic: string, _payload: Buffer, done: () => void) => {
    received++
    done()
  }
  const clients = [
    await openConnection({ broker, abilities, filter: readingFilter(abilities), log, onMessage }),
    await openConnection({ broker, abilities, filter: readingFilter(abilities), log, onMessage }),
  ]
  const load = startLoad(broker.url, readings, 0)
  await load.started
  const perSecond = await rate(readings.length, () => eventually(() => received >= readings.length, 300_000))
  await Promise.all(clients.map((client) => client.endAsync(true)))
  await broker.close()
  await load.stop()
  return perSecond
}

/** Through as many processes as are asked for, on one shared subscription. The other figure is how busy the machine's cores were, of 1. */
async function endToEnd(database: Database, readings: readonly Reading[], processes: number) {
  await database.pool.query('truncate reading, meter_head')
  const broker = await startMosquitto()
  const started = await Promise.all(Array.from({ length: processes }, () => startProcess(database.url, broker.url)))
  const load = startLoad(broker.url, readings, readings.length)
  await load.started
  const busyBefore = coreTimes()
  const perSecond = await rate(readings.length, () => load.acknowledged)
  const busy = busyShare(busyBefore, coreTimes())
  const { rows } = await database.pool.query<{ count: bigint }>('select count(*) from reading')
  if (rows[0]?.count !== BigInt(readings.length)) throw new Error('what is acknowledged is not what is stored')
  for (const child of started) child.kill('SIGKILL')
  await broker.close()
  await load.stop()
  return { perSecond, busy }
}

async function startProcess(databaseUrl: string, mqttUrl: string): Promise<ChildProcess> {
  const child = fork(new URL('./benchmark-ingest.ts', import.meta.url), {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      MQTT_URL: mqttUrl,
      PASSPHRASE,
      ENERGY_CONTRACT: Buffer.from(DOMAIN.energyContractId).toString('hex'),
      NOW: String(NOW),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`ingest ended with status ${code}`)))
  })
  return child
}

/** Milliseconds that all cores have been at work, and idle, since the machine started. */
function coreTimes(): { busy: number; idle: number } {
  const times = cpus().map((core) => core.times)
  const idle = times.reduce((sum, core) => sum + core.idle, 0)
  const all = times.reduce((sum, core) => sum + core.user + core.nice + core.sys + core.irq + core.idle, 0)
  return { busy: all - idle, idle }
}

function busyShare(before: ReturnType<typeof coreTimes>, after: ReturnType<typeof coreTimes>): number {
  const busy = after.busy - before.busy
  return busy / Math.max(1, busy + after.idle - before.idle)
}

function startLoad(url: string, readings: readonly Reading[], expected: number) {
  const { hostname, port } = new URL(url)
  const packets = readings.map((reading, index) =>
    publishPacket(readingTopic(reading), readingPayload(reading), (index % 65_535) + 1),
  )
  const worker = new Worker(new URL('./benchmark-load.ts', import.meta.url), {
    workerData: { host: hostname, port: Number(port), packets, expected },
  })
  const failed = once(worker, 'error').then(([error]) => Promise.reject(error))
  // Heard by whoever awaits one of the two below.
  failed.catch(() => undefined)
  const message = (name: string) =>
    Promise.race([
      failed,
      new Promise<void>((resolve) => worker.on('message', (received) => received === name && resolve())),
    ])
  return { started: message('started'), acknowledged: message('acknowledged'), stop: () => worker.terminate() }
}

/** A PUBLISH of MQTT 3.1.1 with QoS 1. */
function publishPacket(topic: string, payload: string, id: number): Uint8Array {
  const topicBytes = Buffer.from(topic)
  const body = Buffer.concat([u16(topicBytes.length), topicBytes, u16(id), Buffer.from(payload)])
  const length: number[] = []
  for (let rest = body.length; ; rest >>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest)
    if (rest <= 127) break
  }
  return new Uint8Array(Buffer.concat([Buffer.from([0x32, ...length]), body]))
}

const u16 = (value: number) => Buffer.from([value >> 8, value & 255])

const say = (stage: string) => process.stderr.write(`\r\x1b[K  ${stage}`)

if (import.meta.main) {
  console.log(report(await benchmarkIngest(Number(process.argv[2] ?? 50_000), Number(process.argv[3] ?? 200))))
}
