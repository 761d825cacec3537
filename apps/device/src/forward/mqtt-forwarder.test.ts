/** Against a real Mosquitto, over TLS. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  decodeSparkplug,
  encodeSparkplug,
  hasReading,
  readingFromMetrics,
  type SparkplugPayload,
} from '@heliobond/domain'
import mqtt, { type MqttClient } from 'mqtt'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Cable, startCable } from '../cable.test-helper.ts'
import type { MqttConfig } from '../config/config.ts'
import { freePort } from '../source/sunspec/sunspec.test-helper.ts'
import { type DeviceStore, openStore } from '../store/device-store.ts'
import { type MqttForwarder, startMqttForwarder } from './mqtt-forwarder.ts'
import { openDialect } from './open-dialect.ts'

const MOSQUITTO = ['/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto', '/opt/homebrew/sbin/mosquitto'].find(existsSync)
if (!MOSQUITTO && process.env.HELIOBOND_REQUIRE_ALL === '1') {
  throw new Error('HELIOBOND_REQUIRE_ALL=1, but mosquitto is not installed')
}
const READING = 'heliobond/v1/3/7/reading'
const STATUS = 'heliobond/v1/3/7/status'
const ACK = 'heliobond/v1/3/7/ack'

describe.skipIf(!MOSQUITTO)('a device at a Mosquitto', () => {
  let folder: string
  let broker: ChildProcess
  let tlsPort: number
  let cable: Cable
  /** The platform's side, in the clear on this machine. */
  let platform: MqttClient
  let heard: { readonly topic: string; readonly payload: Buffer; readonly retain: boolean }[] = []
  let store: DeviceStore
  let device: MqttForwarder | undefined

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'heliobond-mqtt-'))
    for (const name of ['ca', 'other']) authority(name)
    execFileSync(
      'openssl',
      ['req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'broker.key', '-out', 'broker.csr', '-subj', '/CN=127.0.0.1'],
      { cwd: folder, stdio: 'ignore' },
    )
    writeFileSync(join(folder, 'san'), 'subjectAltName=IP:127.0.0.1')
    execFileSync(
      'openssl',
      [
        'x509',
        '-req',
        '-in',
        'broker.csr',
        '-CA',
        'ca.pem',
        '-CAkey',
        'ca.key',
        '-CAcreateserial',
        '-out',
        'broker.pem',
        '-days',
        '2',
        '-extfile',
        'san',
      ],
      { cwd: folder, stdio: 'ignore' },
    )
    tlsPort = await freePort()
    const plainPort = await freePort()
    const path = (name: string) => join(folder, name)
    const config = `per_listener_settings false\nallow_anonymous true\nlog_type none\nlistener ${plainPort} 127.0.0.1\nlistener ${tlsPort} 127.0.0.1\ncafile ${path('ca.pem')}\ncertfile ${path('broker.pem')}\nkeyfile ${path('broker.key')}\n`
    writeFileSync(path('mosquitto.conf'), config)
    // As root, Mosquitto runs as a user of its own, who must be able to read them.
    chmodSync(folder, 0o755)
    for (const name of ['ca.pem', 'broker.pem', 'broker.key']) chmodSync(path(name), 0o644)
    broker = spawn(MOSQUITTO ?? '', ['-c', path('mosquitto.conf')], { stdio: 'ignore' })
    cable = await startCable(tlsPort)
    platform = mqtt.connect({ host: '127.0.0.1', port: plainPort, reconnectPeriod: 50 })
    platform.on('error', () => undefined)
    platform.on('message', (topic, payload, { retain }) => heard.push({ topic, payload, retain }))
    await new Promise<void>((resolve) => platform.once('connect', () => resolve()))
    await platform.subscribeAsync(['heliobond/v1/+/+/reading', 'heliobond/v1/+/+/status', 'spBv1.0/#'], { qos: 1 })
  })
  afterAll(async () => {
    await platform.endAsync(true)
    await cable.close()
    const gone = new Promise((resolve) => broker.once('exit', resolve))
    broker.kill('SIGKILL')
    await gone
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(() => {
    heard = []
    cable.mend()
    rmSync(join(folder, 'store'), { recursive: true, force: true })
    store = openStore(join(folder, 'store/s'), 'm', { maxReadings: 1_000, maxBytes: 1e9 }, { create: true })
  })
  afterEach(async () => {
    await device?.close()
    device = undefined
    store.close()
  })

  function authority(name: string) {
    const args = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      '-days',
      '2',
    ]
    execFileSync('openssl', [...args, '-subj', `/CN=${name}`], { cwd: folder, stdio: 'ignore' })
  }

  const secondsNow = () => BigInt(Math.floor(Date.now() / 1_000))
  function append(at = secondsNow()) {
    return store.append(1, {}, (seq) => ({
      ...{ system: 3, meter: 7, epoch: 1, seq, at, generatedWh: 5n, consumedWh: 0n, exportedWh: 0n },
      signature: new Uint8Array(64).fill(7),
    }))
  }
  async function start(changes: Partial<MqttConfig> = {}) {
    const config: MqttConfig = {
      ...{ url: `mqtts://127.0.0.1:${cable.port}`, username: undefined, password: undefined },
      ...{ caFile: join(folder, 'ca.pem'), certFile: undefined, keyFile: undefined },
      ...{ format: 'heliobond', group: 'heliobond' },
      ...changes,
    }
    device = startMqttForwarder({
      ...{ config, system: 3, meter: 7, store, log: pino({ level: 'silent' }), longestPauseMs: 100 },
      window: { patienceMs: 400, longestMs: 400 },
      dialect: await openDialect({ system: 3, meter: 7, readingSeconds: 60 }, config, store, () => ({
        firmware: 'f 1',
      })),
    })
    return device
  }
  async function until(what: () => boolean, patienceMs = 10_000): Promise<void> {
    for (const start = performance.now(); !what(); await sleep(10)) {
      if (performance.now() - start > patienceMs) throw new Error(`never: ${what}`)
    }
  }
  const on = (topic: string) => heard.filter((one) => one.topic === topic)
  const statuses = () => on(STATUS).map(({ payload }) => JSON.parse(payload.toString()))
  const ack = (from: bigint, to: bigint, qos: 0 | 1 = 0) =>
    platform.publishAsync(ACK, JSON.stringify({ epoch: 1, stored: [[`${from}`, `${to}`]], refused: [] }), { qos })

  test('delivers over TLS and forgets on our acknowledgement only', async () => {
    append()
    append()
    await start()
    await until(() => on(READING).length >= 2)
    expect(store.counts().pending).toBe(2)
    // The broker has acknowledged them long ago; nobody of ours has: they come again.
    await until(() => on(READING).length >= 4)
    await ack(0n, 0n)
    await until(() => store.counts().pending === 1)
    await ack(1n, 1n)
    await until(() => store.counts().pending === 0)
  })

  test('speaks to no broker whose certificate another authority signed', async () => {
    append()
    const stranger = await start({ caFile: join(folder, 'other.pem') })
    await sleep(1_000)
    expect(stranger.connected).toBe(false)
    expect(on(READING)).toEqual([])
  })

  test('a certificate that is not there is said at the start, in words', async () => {
    await expect(start({ caFile: join(folder, 'none.pem') })).rejects.toThrow('cannot read')
  })

  test('says who it is when it comes, and the broker says that it is gone when it goes without a word', async () => {
    await start()
    await until(() => statuses().length > 0)
    expect(statuses()).toEqual([{ online: true, firmware: 'f 1' }])
    cable.cut()
    await until(() => statuses().length > 1)
    expect(statuses().at(-1)).toEqual({ online: false, reason: 'lost' })
    cable.mend()
    await until(() => statuses().at(-1)?.online === true)
    await device?.close()
    device = undefined
    await until(() => statuses().at(-1)?.online === false)
    await sleep(200)
    // The farewell is the last word, not the will.
    expect(statuses().at(-1)).toEqual({ online: false, reason: 'stopped' })
  })

  test('the broker keeps its session: an acknowledgement that came while it was away is there when it comes back', async () => {
    append()
    const it = await start()
    await until(() => on(READING).length > 0)
    cable.cut()
    await until(() => !it.connected)
    await ack(0n, 0n, 1)
    cable.mend()
    await until(() => store.counts().pending === 0)
  })

  describe('in Sparkplug B', () => {
    const spoken = () =>
      heard
        .filter(({ topic }) => topic.startsWith('spBv1.0/heliobond/') && !topic.includes('/NCMD/'))
        .map(({ topic, payload, retain }) => {
          const decoded = decodeSparkplug(payload)
          if (!decoded.ok) throw new Error(decoded.error.code)
          return { kind: topic.split('/')[2] ?? '', node: topic.split('/')[3], retain, ...decoded.value }
        })
    const kinds = () => spoken().map(({ kind }) => kind)
    const births = () => spoken().filter(({ kind }) => kind === 'NBIRTH')
    const bdSeqOf = ({ metrics }: SparkplugPayload) => metrics.find(({ name }) => name === 'bdSeq')?.value

    test('birth, data, death: numbered from the birth on, history marked, and the readings are what was signed', async () => {
      const old = append(secondsNow() - 86_400n)
      const fresh = append()
      await start({ format: 'sparkplug' })
      await until(() => spoken().length >= 3)
      const [birth, first, second] = spoken()
      expect(
        spoken()
          .slice(0, 3)
          .map(({ kind, node, seq, retain }) => [kind, node, seq, retain]),
      ).toEqual([
        ['NBIRTH', '3-7', 0n, false],
        ['NDATA', '3-7', 1n, false],
        ['NDATA', '3-7', 2n, false],
      ])
      expect(birth && hasReading(birth.metrics)).toBe(false)
      for (const [payload, reading, historical] of [
        [first, old, true],
        [second, fresh, false],
      ] as const) {
        expect(payload && readingFromMetrics(payload.metrics)).toEqual({ ok: true, value: reading })
        expect(payload?.metrics.every((metric) => (metric.historical ?? false) === historical)).toBe(true)
      }
      await ack(0n, 1n)
      await until(() => store.counts().pending === 0)
      cable.cut()
      await until(() => kinds().includes('NDEATH'))
      const [death] = spoken().filter(({ kind }) => kind === 'NDEATH')
      expect(death && bdSeqOf(death)).toBe(birth && bdSeqOf(birth))
      cable.mend()
      await until(() => births().length === 2)
      expect(births().map(bdSeqOf)).toEqual([0n, 1n])
    })

    test('a host that missed the birth asks for it, and numbers begin anew', async () => {
      await start({ format: 'sparkplug' })
      await until(() => births().length === 1)
      append()
      device?.wake()
      await until(() => kinds().includes('NDATA'))
      const rebirth = [{ name: 'Node Control/Rebirth', datatype: 11, value: true }]
      await platform.publishAsync('spBv1.0/heliobond/NCMD/3-7', Buffer.from(encodeSparkplug({ metrics: rebirth })), {
        qos: 1,
      })
      await until(() => births().length === 2)
      expect(births().map(({ seq }) => seq)).toEqual([0n, 0n])
      expect(new Set(births().map(bdSeqOf)).size).toBe(1)
      // No other command is one, and no other node's.
      await platform.publishAsync('spBv1.0/heliobond/NCMD/3-7', Buffer.from([1, 2, 3]), { qos: 1 })
      await platform.publishAsync('spBv1.0/heliobond/NCMD/3-8', Buffer.from(encodeSparkplug({ metrics: rebirth })), {
        qos: 1,
      })
      await sleep(300)
      expect(births()).toHaveLength(2)
    })
  })
})
