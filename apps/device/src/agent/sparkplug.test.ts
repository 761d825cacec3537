/** The device's Sparkplug B and the server's, together: the real agent, a real broker, the real ingest and database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, stopTestServer, withDatabase } from '@heliobond/db'
import { type Ingest, startEmbeddedBroker, startIngest } from '@heliobond/worker'
import mqtt from 'mqtt'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasMosquitto, startMosquitto } from '../../../worker/src/ingest/testing.ts'
import { startCable } from '../cable.test-helper.ts'
import { parseConfig } from '../config/config.ts'
import { startAgent } from './agent.ts'
import { openIdentity } from './identity.ts'
import { DOMAIN, ENERGY, PASSPHRASE } from './platform.test-helper.ts'

const log = pino({ level: 'silent' })
let database: Database
let folder: string
beforeAll(async () => {
  database = await withDatabase()
  folder = mkdtempSync(join(tmpdir(), 'heliobond-sparkplug-'))
})
afterAll(async () => {
  await database.close()
  await stopTestServer()
  rmSync(folder, { recursive: true, force: true })
})

async function until(what: () => boolean): Promise<void> {
  for (const start = performance.now(); !what(); await sleep(20)) {
    if (performance.now() - start > 30_000) throw new Error(`never: ${what}`)
  }
}

test('what a device publishes in Sparkplug B is stored and acknowledged, over cuts and over a host that missed its birth', async () => {
  const broker = hasMosquitto() ? await startMosquitto() : await startEmbeddedBroker({ port: 0 })
  const cable = await startCable(Number(new URL(broker.url).port))
  const ears = await mqtt.connectAsync(broker.url, { protocolVersion: 4 })
  const heard: string[] = []
  ears.on('message', (topic) => heard.push(topic.split('/')[2] ?? ''))
  await ears.subscribeAsync('spBv1.0/heliobond/+/3-7', { qos: 1 })
  const births = () => heard.filter((kind) => kind === 'NBIRTH').length

  const host = (): Ingest =>
    startIngest({
      ...{ database, networkPassphrase: PASSPHRASE, energyContractId: DOMAIN.energyContractId, log, sparkplug: true },
      mqttUrl: 'serviceUrl' in broker ? `${broker.serviceUrl}` : broker.url,
      now: async () => BigInt(Math.floor(Date.now() / 1_000)),
      onFatal: (error) => {
        throw error
      },
    })
  let ingest = host()

  const config = parseConfig(
    JSON.stringify({
      ...{ system: 3, meter: 7, kind: 'Site', capacityW: 1_000_000, readingSeconds: 1 },
      network: { passphrase: PASSPHRASE, energyContract: ENERGY },
      clock: { synchronizedFile: null, settleSeconds: 0 },
      source: { kind: 'model', startAt: '2026-07-01T04:00:00Z', peakW: 5_000 },
      mqtt: { url: `mqtt://127.0.0.1:${cable.port}`, format: 'sparkplug' },
    }),
    folder,
  )
  const { key, store } = openIdentity(config)
  store.close()
  const publicKey = new Uint8Array(key.publicKey)
  await database.prisma.meter.create({
    data: { id: 7, systemId: 3, kind: 'site', publicKey, capacityW: 1_000_000n },
  })
  const agent = await startAgent(config, log, { window: { patienceMs: 700, longestMs: 2_000 } })
  const counts = () => agent.status().store
  try {
    await until(() => counts().acknowledged >= 2)
    const atFirst = births()
    expect(atFirst).toBeGreaterThanOrEqual(1)

    // The cable is pulled: the broker says the last will, and readings wait.
    cable.cut()
    await until(() => heard.includes('NDEATH') && counts().pending >= 4)
    cable.mend()
    await until(() => counts().pending <= 1)
    expect(births()).toBeGreaterThan(atFirst)

    // A host that was away when the node was born has it born again.
    await ingest.close()
    ingest = host()
    const before = births()
    await until(() => births() > before)
    const acknowledged = counts().acknowledged
    await until(() => counts().acknowledged > acknowledged)
  } finally {
    await agent.close()
    await ingest.close()
    await ears.endAsync(true)
    await cable.close()
    await broker.close()
  }
  const rows = await database.prisma.reading.findMany({ where: { meterId: 7 }, orderBy: { seq: 'asc' } })
  expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_, place) => place))
  expect(rows.length).toBeGreaterThan(6)
  expect(heard).toContain('NDATA')
  expect(await database.prisma.quarantine.findMany()).toEqual([])
}, 120_000)
