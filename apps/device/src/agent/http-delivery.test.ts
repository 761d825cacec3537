/** Readings by HTTP, to the real API before the real ingest; and to whoever answers otherwise. */
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildApp, type ReadingIntakeResult } from '@heliobond/api'
import { stopTestServer } from '@heliobond/db'
import type { IntakeOutcome } from '@heliobond/worker'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { parseConfig } from '../config/config.ts'
import { postReadings } from '../forward/http-forwarder.ts'
import { meterKey } from '../key/meter-key.ts'
import { type DeviceStore, openStore } from '../store/device-store.ts'
import { startAgent } from './agent.ts'
import { type HttpDelivery, startHttpDelivery } from './http-delivery.ts'
import { openIdentity } from './identity.ts'
import { DOMAIN, ENERGY, PASSPHRASE, type Platform, startPlatform } from './platform.test-helper.ts'

const log = pino({ level: 'silent' })
let platform: Platform
let api: Awaited<ReturnType<typeof startApi>>
let folder: string
let store: DeviceStore
let delivery: HttpDelivery | undefined
let key: ReturnType<typeof meterKey>
let meter = 0

beforeAll(async () => {
  platform = await startPlatform()
  api = await startApi(0)
})
afterAll(async () => {
  await api.close()
  await platform.close()
  await stopTestServer()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heliobond-http-'))
  store = openStore(join(folder, 's.sqlite'), 'm', { maxReadings: 1_000, maxBytes: 1e9 }, { create: true })
  key = meterKey(generateKeyPairSync('ed25519').privateKey)
  meter += 1
})
afterEach(async () => {
  await delivery?.close()
  delivery = undefined
  store.close()
  rmSync(folder, { recursive: true })
})

async function startApi(port: number) {
  const { database } = platform
  const app = await buildApp({
    ...{ database, chain: { now: async () => 0n }, version: 'test', publicUrl: 'http://localhost:4000', log },
    network: { passphrase: PASSPHRASE, name: 'local', rpcUrl: 'http://127.0.0.1:8000/rpc' },
    ingest: async (messages) => resultOf(await platform.ingest.ingestReadings(messages)),
  })
  const url = await app.listen({ port, host: '127.0.0.1' })
  return { url, port: Number(new URL(url).port), close: () => app.close() }
}

function resultOf(outcomes: readonly IntakeOutcome[]): ReadingIntakeResult {
  const result = {
    stored: [] as ReadingIntakeResult['stored'][number][],
    refused: [] as ReadingIntakeResult['refused'][number][],
  }
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.outcome === 'refused')
      result.refused.push({ index, seq: outcome.reading?.seq, code: outcome.code, detail: outcome.detail })
    else result.stored.push({ index, ...outcome.reading, duplicate: outcome.outcome === 'duplicate' })
  }
  return result
}

const NOW = BigInt(Math.floor(Date.now() / 1_000))

function take(generatedWh: bigint): void {
  store.append(1, {}, (seq) =>
    key.sign(
      { system: 3, meter, epoch: 1, seq, at: NOW - 3_600n + seq, generatedWh, consumedWh: 0n, exportedWh: 0n },
      DOMAIN,
    ),
  )
}

async function until(what: () => boolean): Promise<void> {
  for (const start = performance.now(); !what(); await sleep(20)) {
    if (performance.now() - start > 30_000) throw new Error(`never: ${what}`)
  }
}

const storedSeqs = async () => {
  const rows = await platform.database.prisma.reading.findMany({ where: { meterId: meter }, orderBy: { seq: 'asc' } })
  return rows.map(({ seq }) => Number(seq))
}
const numbers = (count: number) => Array.from({ length: count }, (_, seq) => seq)

test('what waits is posted in order and forgotten once it is stored, also after the API was away', async () => {
  await platform.register(meter, key.publicKey, 'site')
  for (let wh = 0n; wh < 250n; wh += 1n) take(wh)
  delivery = startHttpDelivery(store, api.url, log, () => true)
  await until(() => store.counts().pending === 0)
  expect(await storedSeqs()).toEqual(numbers(250))

  await api.close()
  for (let wh = 250n; wh < 260n; wh += 1n) take(wh)
  await until(() => delivery?.lastFailure !== undefined)
  expect(store.counts().pending).toBe(10)
  api = await startApi(api.port)
  await until(() => store.counts().pending === 0)
  expect(await storedSeqs()).toEqual(numbers(260))
  expect(delivery.lastFailure).toBeUndefined()
}, 90_000)

test('nothing is posted while somebody else delivers', async () => {
  await platform.register(meter, key.publicKey, 'site')
  let isWanted = false
  take(1n)
  delivery = startHttpDelivery(store, api.url, log, () => isWanted)
  await sleep(500)
  expect(store.counts().pending).toBe(1)
  isWanted = true
  await until(() => store.counts().pending === 0)
}, 60_000)

test('where the broker is silent for too long readings go by HTTP, though the agent goes on trying the broker', async () => {
  const config = parseConfig(
    JSON.stringify({
      ...{ system: 3, meter, kind: 'Site', capacityW: 1_000_000, readingSeconds: 1 },
      network: { passphrase: PASSPHRASE, energyContract: ENERGY },
      clock: { synchronizedFile: null, settleSeconds: 0 },
      source: { kind: 'model', startAt: '2026-07-01T04:00:00Z', peakW: 5_000 },
      // Nobody listens there.
      ...{ mqtt: { url: 'mqtt://127.0.0.1:9' }, http: { url: api.url } },
    }),
    folder,
  )
  const identity = openIdentity(config)
  identity.store.close()
  await platform.register(meter, identity.key.publicKey, 'site')
  const agent = await startAgent(config, log, { brokerPatienceMs: 6_000 })
  try {
    await until(() => agent.status().store.pending >= 2)
    expect(agent.status().store.acknowledged).toBe(0)
    await until(() => agent.status().store.acknowledged >= 3)
    expect(agent.status().delivery.mqtt?.connected).toBe(false)
  } finally {
    await agent.close()
  }
  const seqs = await storedSeqs()
  expect(seqs).toEqual(numbers(seqs.length))
}, 60_000)

test('a refusal that may pass is waited out, one that cannot is set aside', async () => {
  take(5n)
  take(6n)
  expect(await postReadings(store, api.url)).toMatchObject({ refused: ['UNKNOWN_METER', 'UNKNOWN_METER'] })
  expect(store.counts()).toMatchObject({ pending: 2, refused: 0 })
  await platform.register(meter, key.publicKey, 'site')
  expect(await postReadings(store, api.url)).toMatchObject({ stored: 2, refused: [] })
  take(4n)
  expect(await postReadings(store, api.url)).toMatchObject({ stored: 0, refused: ['REGISTER_FELL'] })
  expect(store.counts()).toMatchObject({ pending: 0, refused: 1 })
  expect(store.refusedCodes()).toEqual([{ code: 'REGISTER_FELL', count: 1 }])
})

test.each([
  ['an error', 500, { stored: [{ index: 0, epoch: 1, seq: '0' }] }],
  ['a redirection', 302, { stored: [{ index: 0, epoch: 1, seq: '0' }] }],
  ['no JSON', 200, '<html>the captive portal of a hotel</html>'],
  ['JSON of somebody else', 200, [1, 2, 3]],
  ['another number', 200, { stored: [{ index: 0, epoch: 1, seq: '1' }], refused: [] }],
  ['another epoch', 200, { stored: [{ index: 0, epoch: 2, seq: '0' }], refused: [] }],
  ['another place', 200, { stored: [{ index: 1, epoch: 1, seq: '0' }], refused: [] }],
  ['numbers that are no text', 200, { stored: [{ index: 0, epoch: 1, seq: 0 }], refused: [{ index: '0', code: 7 }] }],
])('%s makes nobody forget a reading', async (_, status, body) => {
  const server = createServer((request, response) => {
    request.resume()
    response
      .writeHead(status, { location: 'http://127.0.0.1:9' })
      .end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  take(5n)
  await postReadings(store, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  expect(store.counts()).toMatchObject({ pending: 1, acknowledged: 0, refused: 0 })
  await new Promise((resolve) => server.close(resolve))
})
